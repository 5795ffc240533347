import { type Case, type Identity, isClosed } from './case.ts';
import { nothingKnown } from './demand.ts';
import type { CaseEvent } from './event.ts';
import { letterChanged, stillToRead } from './evolve-letter.ts';
import { intakeConfirmed, kindDetermined, representativeNoted } from './evolve-subject.ts';
import { identityTask } from './requirements.ts';
import { atRest, factsOf, letterIdOf, redated, resettled, rested, ticked, withAttention, withoutAttention } from './state.ts';

type Happened<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>;
type Later = Exclude<CaseEvent, { readonly type: 'case-opened' }>;

/**
 * The case after one event. Total: every event that `decide` can emit has a meaning in every state, and one that changes
 * nothing still counts in the version. A case begins with `case-opened` and with nothing else; anything else is a bug.
 */
export function evolve(current: Case | null, event: CaseEvent): Case {
  if (event.type === 'case-opened') {
    if (current !== null) throw new Error('a case was opened twice');
    return opened(event);
  }
  if (current === null) throw new Error(`a case began with ${event.type}`);
  return { ...readByStaff(changed(current, event), event), version: current.version + 1 };
}

/** The case after several events. */
export function evolveAll(current: Case, events: readonly CaseEvent[]): Case {
  return events.reduce<Case>((before, event) => evolve(before, event), current);
}

/** The case that a whole history gives; null for an empty one. */
export function replay(events: readonly CaseEvent[]): Case | null {
  return events.reduce<Case | null>(evolve, null);
}

function opened(event: Happened<'case-opened'>): Case {
  return atRest({
    id: event.caseId,
    reference: event.reference,
    kind: event.kind,
    version: 1,
    language: event.language,
    receivedAt: event.receivedAt,
    openingMessageId: event.openingMessageId,
    policyHash: event.policyHash,
    dates: event.dates,
    identity: { needed: event.identityNeeded, verified: null, challenge: null, codesSent: 0 },
    tasks: event.tasks,
    attention: event.attention,
    linked: event.linked,
    waitsFor: event.waitsFor,
    channel: event.channel,
    basis: event.basis,
    intakeConfirmed: event.intakeConfirmed,
    assignedTo: null,
    representative: null,
    hold: null,
    askedOn: null,
    pauses: [],
    extended: false,
    breachAcceptedBy: null,
    alarms: { warned: false, escalated: false, overdue: false, promisePassed: false },
    outsideMessageId: null,
  });
}

/** Whoever does something about a case has seen what came in. */
function readByStaff(current: Case, event: Later): Case {
  const by = 'by' in event ? event.by : null;
  return by === null || isClosed(current) ? current : withoutAttention(current, ['new-message']);
}

function changed(current: Case, event: Later): Case {
  switch (event.type) {
    case 'message-joined':
      return withAttention(
        withoutAttention(current, ['requester-unreachable']),
        letterIdOf(current) === null ? 'new-message' : 'message-after-release',
      );
    case 'outside-answer-noted':
      return withAttention({ ...current, outsideMessageId: event.messageId }, 'answered-outside');
    case 'outside-answer-settled':
      return withoutAttention({ ...current, outsideMessageId: null }, ['answered-outside']);
    case 'requester-unreachable':
      return withAttention(current, 'requester-unreachable');
    case 'kind-determined':
      return kindDetermined(current, event);
    case 'intake-confirmed':
      return intakeConfirmed(current, event);
    case 'representative-noted':
      return representativeNoted(current, event);
    case 'case-linked':
      return current.linked.includes(event.caseId) ? current : { ...current, linked: [...current.linked, event.caseId] };
    case 'case-unlinked':
      return { ...without(current, event.caseId), linked: current.linked.filter((id) => id !== event.caseId) };
    case 'earlier-case-ended':
      return without(current, event.caseId);
    case 'case-assigned':
      return { ...current, assignedTo: event.to };
    case 'identity-verified':
    case 'identity-asked':
    case 'identity-code-wrong':
    case 'identity-code-ended':
      return identityChanged(current, event);
    case 'task-ticked':
      return resettled({ ...current, tasks: ticked(current.tasks, event.task, event) });
    case 'task-unticked':
      return taskUnticked(current, event);
    case 'draft-requested':
      return current;
    case 'draft-prepared':
    case 'draft-approved':
    case 'draft-rejected':
    case 'draft-voided':
    case 'letter-released':
    case 'acknowledgement-released':
    case 'letter-accepted':
    case 'letter-refused':
    case 'letter-outcome-unknown':
      return letterChanged(current, event);
    case 'clarification-asked':
      return rested({ ...current, askedOn: event.on });
    case 'clarification-answered':
      return rested({ ...current, askedOn: null });
    case 'term-extended':
      return { ...redated(current, event), extended: true };
    case 'extension-too-late':
      return withAttention(current, 'extension-too-late');
    case 'dates-changed':
      return redated(current, event);
    case 'term-set':
      return { ...redated(current, event), demand: { ...(current.demand ?? nothingKnown), term: { on: event.dueOn, by: event.by } } };
    case 'disclosure-recorded':
      return disclosed(current, event);
    case 'pause-begun':
      return { ...current, pauses: [...current.pauses, { because: event.because, sinceOn: event.on, untilOn: null, acceptedBy: null }] };
    case 'pause-ended':
      return { ...current, pauses: current.pauses.map((one) => (one.untilOn === null ? { ...one, untilOn: event.on } : one)) };
    case 'pause-accepted':
      return { ...current, pauses: current.pauses.map((one) => ({ ...one, acceptedBy: one.acceptedBy ?? event.by })) };
    case 'breach-accepted':
      return { ...current, breachAcceptedBy: event.by };
    case 'hold-placed':
      return { ...current, hold: { by: event.by, placedOn: event.on, reviewOn: event.reviewOn } };
    case 'hold-lifted':
      return withoutAttention({ ...current, hold: null }, ['hold-review-due']);
    case 'hold-review-due':
      return withAttention(current, 'hold-review-due');
    case 'due-warned':
      return { ...current, alarms: { ...current.alarms, warned: true } };
    case 'due-escalated':
      return { ...current, alarms: { ...current.alarms, warned: true, escalated: true } };
    case 'due-passed':
      return { ...current, alarms: { ...current.alarms, warned: true, escalated: true, overdue: true } };
    case 'promise-passed':
      return { ...current, alarms: { ...current.alarms, promisePassed: true } };
    case 'case-closed':
      return { ...factsOf(unread(current, event.by)), askedOn: null, status: event.status, closedAt: event.at };
    case 'case-reopened':
      return atRest(factsOf(stillToRead(current)));
    default:
      return event satisfies never;
  }
}

/** The case no longer waits for that other one. */
function without(current: Case, caseId: string): Case {
  return { ...current, waitsFor: current.waitsFor.filter((id) => id !== caseId) };
}

function disclosed(current: Case, { ground, what, on, by }: Happened<'disclosure-recorded'>): Case {
  const demand = current.demand ?? nothingKnown;
  return { ...current, demand: { ...demand, disclosures: [...demand.disclosures, { ground, what, on, by }] } };
}

function identityChanged(
  current: Case,
  event: Happened<'identity-verified' | 'identity-asked' | 'identity-code-wrong' | 'identity-code-ended'>,
): Case {
  const { identity } = current;
  const now = (changes: Partial<Identity>): Case => ({ ...current, identity: { ...identity, ...changes } });
  switch (event.type) {
    case 'identity-verified': {
      const { by, method, at } = event;
      const verified = {
        ...now({ verified: { by, method, at }, challenge: null }),
        tasks: ticked(current.tasks, identityTask, { by, at }),
      };
      return resettled(withoutAttention(verified, ['identity-code-failed']));
    }
    case 'identity-asked':
      return withoutAttention(
        now({ challenge: { digest: event.digest, untilOn: event.untilOn, triesLeft: event.tries }, codesSent: identity.codesSent + 1 }),
        ['identity-code-failed'],
      );
    case 'identity-code-wrong':
      return identity.challenge === null
        ? current
        : now({ challenge: { ...identity.challenge, triesLeft: Math.max(0, identity.challenge.triesLeft - 1) } });
    case 'identity-code-ended':
      return withAttention(now({ challenge: null }), 'identity-code-failed');
    default:
      return event satisfies never;
  }
}

function taskUnticked(current: Case, event: Happened<'task-unticked'>): Case {
  const tasks = current.tasks.map((task) => (task.id === event.task ? { ...task, ticked: null } : task));
  const identity = event.task === identityTask ? { ...current.identity, verified: null } : current.identity;
  return rested({ ...current, tasks, identity });
}

/** Whoever closes a case by hand has read what came in; a letter has not. */
function unread(current: Case, by: string | null): Case {
  const read = withoutAttention(current, ['new-message']);
  return by === null && current.attention.includes('new-message') ? withAttention(read, 'message-after-release') : read;
}
