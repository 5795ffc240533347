import { type Attention, type Case, type CaseFacts, type Draft, isClosed, type OpenCase, type Task } from './case.ts';
import type { CaseEvent } from './event.ts';
import { identityTask } from './requirements.ts';

type Happened<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>;

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
  return { ...changed(current, event), version: current.version + 1 };
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
    identity: { needed: event.identityNeeded, verified: null },
    tasks: event.tasks,
    attention: event.attention,
    linked: event.linked,
    approvalsNeeded: event.approvalsNeeded,
  });
}

function changed(current: Case, event: Exclude<CaseEvent, { type: 'case-opened' }>): Case {
  switch (event.type) {
    case 'message-joined':
      return letterIdOf(current) === null ? current : withAttention(current, 'message-after-release');
    case 'case-linked':
      return current.linked.includes(event.caseId) ? current : { ...current, linked: [...current.linked, event.caseId] };
    case 'identity-verified':
      return identityVerified(current, event);
    case 'task-ticked':
      return resettled({ ...current, tasks: ticked(current.tasks, event.task, event) });
    case 'kind-determined':
      return kindDetermined(current, event);
    case 'draft-requested':
      return current;
    case 'draft-prepared':
      return draftPrepared(current, event);
    case 'draft-approved':
      return draftApproved(current, event);
    case 'draft-rejected':
    case 'draft-voided':
      return letterIdOf(current) === event.letterId ? atRest(withoutAttention(current, ['message-after-release'])) : current;
    case 'letter-released':
      return letterReleased(current, event);
    case 'letter-accepted':
      return withoutAttention(current, event.letterKind === 'acknowledgement' ? ['acknowledgement-withheld', ...settled] : settled);
    case 'letter-refused':
      return letterRefused(current, event);
    case 'letter-outcome-unknown':
      return withAttention(current, 'letter-outcome-unknown');
    case 'requester-unreachable':
      return withAttention(current, 'requester-unreachable');
    case 'case-closed':
      return { ...factsOf(current), status: event.status, closedAt: event.at };
    default:
      return event satisfies never;
  }
}

const settled: readonly Attention[] = ['letter-outcome-unknown'];
/** What a person has seen to by determining the kind. */
const readByPerson: readonly Attention[] = ['undetermined', 'authority', 'unreadable', 'too-large'];

function identityVerified(current: Case, event: Happened<'identity-verified'>): Case {
  const identity = { needed: current.identity.needed, verified: { by: event.by, at: event.at } };
  return resettled({ ...current, identity, tasks: ticked(current.tasks, identityTask, event) });
}

function kindDetermined(current: Case, event: Happened<'kind-determined'>): Case {
  if (isClosed(current)) return current;
  const { verified } = current.identity;
  return atRest({
    ...withoutAttention(current, readByPerson),
    kind: event.kind,
    dates: event.dates,
    identity: { needed: event.identityNeeded, verified },
    tasks: verified === null ? event.tasks : ticked(event.tasks, identityTask, verified),
    approvalsNeeded: event.approvalsNeeded,
  });
}

function draftPrepared(current: Case, event: Happened<'draft-prepared'>): Case {
  if (isClosed(current)) return current;
  const { letterId, letterKind, hash, editedBy } = event;
  return { ...factsOf(current), status: 'awaiting-approval', draft: { letterId, letterKind, hash, approvals: [], editedBy } };
}

function draftApproved(current: Case, event: Happened<'draft-approved'>): Case {
  if (current.status !== 'awaiting-approval' || current.draft.hash !== event.hash) return current;
  const draft: Draft = { ...current.draft, approvals: [...new Set([...current.draft.approvals, event.by])] };
  return { ...current, draft };
}

function letterReleased(current: Case, event: Happened<'letter-released'>): Case {
  if (current.status !== 'awaiting-approval' || current.draft.hash !== event.hash) return current;
  return { ...factsOf(current), status: 'in-progress', leaving: current.draft };
}

function letterRefused(current: Case, event: Happened<'letter-refused'>): Case {
  const marked = withAttention(withoutAttention(current, settled), 'requester-unreachable');
  return letterIdOf(current) === event.letterId ? atRest(marked) : marked;
}

/** The status of an open case that has no letter waiting or leaving. */
function atRest(current: CaseFacts): OpenCase {
  const facts = factsOf(current);
  const waitsForReader =
    facts.kind === 'undetermined' || (facts.kind === 'authority' && facts.tasks.some((task) => task.required && task.ticked === null));
  if (waitsForReader) return { ...facts, status: 'needs-a-person' };
  if (facts.identity.needed && facts.identity.verified === null) return { ...facts, status: 'awaiting-identity' };
  return { ...facts, status: 'in-progress', leaving: null };
}

/** After a tick: a case that waited for it moves on, one that waits for something else stays. */
function resettled(current: Case): Case {
  return current.status === 'awaiting-identity' || current.status === 'needs-a-person' ? atRest(current) : current;
}

function letterIdOf(current: Case): string | null {
  if (current.status === 'awaiting-approval') return current.draft.letterId;
  return current.status === 'in-progress' ? (current.leaving?.letterId ?? null) : null;
}

function ticked(tasks: readonly Task[], id: string, { by, at }: { readonly by: string; readonly at: string }): readonly Task[] {
  return tasks.map((task) => (task.id === id ? { ...task, ticked: { by, at } } : task));
}

function withAttention(current: Case, mark: Attention): Case {
  return current.attention.includes(mark) ? current : { ...current, attention: [...current.attention, mark] };
}

function withoutAttention(current: Case, marks: readonly Attention[]): Case {
  return { ...current, attention: current.attention.filter((mark) => !marks.includes(mark)) };
}

/** The facts alone, without what belongs to a status. */
function factsOf(current: CaseFacts): CaseFacts {
  return {
    id: current.id,
    reference: current.reference,
    kind: current.kind,
    version: current.version,
    language: current.language,
    receivedAt: current.receivedAt,
    openingMessageId: current.openingMessageId,
    policyHash: current.policyHash,
    dates: current.dates,
    identity: current.identity,
    tasks: current.tasks,
    attention: current.attention,
    linked: current.linked,
    approvalsNeeded: current.approvalsNeeded,
  };
}
