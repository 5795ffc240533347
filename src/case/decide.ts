import { type Case, type Draft, isClosed, type OpenCase } from './case.ts';
import type { CaseCommand, Refusal } from './command.ts';
import { computeDates } from './due-date.ts';
import type { CaseEvent } from './event.ts';
import { evolve } from './evolve.ts';
import type { HolidayTable, Policy } from './policy.ts';
import * as refusal from './refusal.ts';
import { identityTask, requirementsOf } from './requirements.ts';

/** What a decision may read besides the case: the policy the case is bound to (`policyHash`), and the holidays of today. */
export interface DecisionContext {
  readonly policy: Policy;
  readonly holidays: HolidayTable;
}

export type Decision = { readonly events: readonly CaseEvent[] } | { readonly refusal: Refusal };

/** One command's own part of the decision. */
type Wish<Type extends CaseCommand['type']> = Extract<CaseCommand, { readonly type: Type }>;

/**
 * What happens to a case when somebody, or the clock, wants something of it: the only place that says no.
 * Pure; writing the events under the version check is the shell's.
 */
export function decide(command: CaseCommand, current: Case, context: DecisionContext): Decision {
  if (command.type === 'settle-letter' && command.letterKind === 'acknowledgement') return settleAcknowledgement(command);
  if (command.type === 'report-unreachable') return happened({ type: 'requester-unreachable', messageId: command.messageId });
  if (command.type === 'link-case') return happened({ type: 'case-linked', caseId: command.caseId });
  if (isClosed(current)) return refused(refusal.caseClosed());
  switch (command.type) {
    case 'join-message':
      return joinMessage(command, current);
    case 'tick-task':
      return tickTask(command, current);
    case 'determine-kind':
      return determineKind(command, current, context);
    case 'close-as-no-request':
      return closeAsNoRequest(command, current);
    case 'request-completion':
      return requestCompletion(command, current);
    case 'record-draft':
      return recordDraft(command, current);
    case 'approve':
      return approve(command, current);
    case 'reject':
      return reject(command, current);
    case 'retry-letter':
      return retryLetter(command, current);
    case 'settle-letter':
      return settleCompletionNotice(command, current);
    default:
      return command satisfies never;
  }
}

/** Why a case may not be completed now, or null: the one gate on every way to a completion notice. */
function gate(current: OpenCase): Refusal | null {
  if (current.kind === 'undetermined') return refusal.kindUndetermined();
  if (current.identity.needed && current.identity.verified === null) return refusal.identityNotVerified();
  const open = current.tasks.filter((task) => task.required && task.ticked === null);
  return open.length === 0 ? null : refusal.tasksOpen(open);
}

/** A message can void a draft or a queued letter, but not one already being sent: that case is marked for a person (see evolve). */
function joinMessage(command: Wish<'join-message'>, current: OpenCase): Decision {
  const joined: CaseEvent = { type: 'message-joined', messageId: command.messageId };
  const letter = letterOf(current);
  if (letter === null || (leaving(current) && command.letterOnItsWay)) return happened(joined);
  return happened(voided(letter, 'new-message'), joined, draftRequested(null));
}

/** The tick that leaves nothing to be done asks for the completion notice. */
function tickTask(command: Wish<'tick-task'>, current: OpenCase): Decision {
  const task = current.tasks.find(({ id }) => id === command.task);
  if (task === undefined) return refused(refusal.noSuchTask(current.tasks));
  if (task.ticked !== null) return refused(refusal.alreadyTicked());
  const { by, at } = command;
  const ticked: CaseEvent =
    task.id === identityTask ? { type: 'identity-verified', by, at } : { type: 'task-ticked', task: task.id, by, at };
  const after = evolve(current, ticked);
  const opensGate = !isClosed(after) && gate(after) === null && gate(current) !== null;
  return opensGate ? happened(ticked, draftRequested(by)) : happened(ticked);
}

/** The clock keeps running from the first receipt: only the terms change. */
function determineKind(command: Wish<'determine-kind'>, current: OpenCase, { policy, holidays }: DecisionContext): Decision {
  if (current.kind !== 'undetermined' && current.kind !== 'authority') return refused(refusal.kindAlreadyKnown(current));
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  const { kind, by } = command;
  const facts = { kind, receivedAt: current.receivedAt, serviceDate: null, sentAt: null };
  return happened(...voidedDraft(current), {
    type: 'kind-determined',
    kind,
    by,
    dates: computeDates(facts, policy, holidays),
    ...requirementsOf(kind, null, policy),
  });
}

/** Open to every kind, since a question can be taken for a request; by name, so that it can be asked about later. */
function closeAsNoRequest(command: Wish<'close-as-no-request'>, current: OpenCase): Decision {
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  return happened(...voidedDraft(current), { type: 'case-closed', status: 'not-a-request', by: command.by, at: command.at });
}

function requestCompletion(command: Wish<'request-completion'>, current: OpenCase): Decision {
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  const shut = gate(current);
  if (shut !== null) return refused(shut);
  const letter = letterOf(current);
  return happened(...(letter === null ? [] : [voided(letter, 'edited')]), draftRequested(command.by));
}

/** A draft of another letter, or the same letter with other content, takes the place of the one that waits. */
function recordDraft(command: Wish<'record-draft'>, current: OpenCase): Decision {
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  const shut = gate(current);
  if (shut !== null) return refused(shut);
  const { letterId, letterKind, hash, editedBy } = command;
  const before = letterOf(current);
  if (before?.letterId === letterId && before.hash === hash) return happened();
  const prepared: CaseEvent[] = [];
  if (before !== null && before.letterId !== letterId) prepared.push(voided(before, 'edited'));
  prepared.push({ type: 'draft-prepared', letterId, letterKind, hash, editedBy });
  if (current.approvalsNeeded === 0) prepared.push({ type: 'letter-released', letterId, hash });
  return happened(...prepared);
}

/** Nothing leaves by an edit alone: the editor counts as one person, and somebody still has to approve. */
function approve(command: Wish<'approve'>, current: OpenCase): Decision {
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  if (current.status !== 'awaiting-approval') return refused(refusal.noDraft());
  const shut = gate(current);
  if (shut !== null) return refused(shut);
  const { draft, approvalsNeeded } = current;
  const { letterId, hash, by } = command;
  if (draft.letterId !== letterId || draft.hash !== hash) return refused(refusal.draftChanged());
  const people = new Set([...draft.approvals, ...(draft.editedBy === null ? [] : [draft.editedBy]), by]);
  const enough = people.size >= approvalsNeeded;
  if (draft.approvals.includes(by) || (draft.editedBy === by && !enough)) return refused(refusal.alreadyApproved());
  const approved: CaseEvent = { type: 'draft-approved', letterId, hash, by };
  return enough ? happened(approved, { type: 'letter-released', letterId, hash }) : happened(approved);
}

function reject(command: Wish<'reject'>, current: OpenCase): Decision {
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  if (current.status !== 'awaiting-approval') return refused(refusal.noDraft());
  if (current.draft.letterId !== command.letterId) return refused(refusal.draftChanged());
  return happened({ type: 'draft-rejected', letterId: command.letterId, by: command.by });
}

function settleAcknowledgement({ letterId, letterKind, outcome, at }: Wish<'settle-letter'>): Decision {
  if (outcome === 'accepted') return happened({ type: 'letter-accepted', letterId, letterKind, at });
  return happened({ type: outcome === 'refused' ? 'letter-refused' : 'letter-outcome-unknown', letterId, letterKind });
}

/** Only the letter that was released can complete a case. */
function settleCompletionNotice({ letterId, letterKind, outcome, at }: Wish<'settle-letter'>, current: OpenCase): Decision {
  if (current.status !== 'in-progress' || current.leaving?.letterId !== letterId) return refused(refusal.noDraft());
  const shut = gate(current);
  if (shut !== null) return refused(shut);
  if (outcome !== 'accepted') {
    return happened({ type: outcome === 'refused' ? 'letter-refused' : 'letter-outcome-unknown', letterId, letterKind });
  }
  return happened({ type: 'letter-accepted', letterId, letterKind, at }, { type: 'case-closed', status: 'completed', by: null, at });
}

/** A message that came in while the letter was being sent could not stop it then; now that it did not leave, it does. */
function retryLetter({ letterId }: Wish<'retry-letter'>, current: OpenCase): Decision {
  const letter = letterOf(current);
  if (!leaving(current) || letter?.letterId !== letterId) return refused(refusal.noDraft());
  if (!current.attention.includes('message-after-release')) return happened();
  return happened(voided(letter, 'new-message'), draftRequested(null));
}

/** The letter that waits for approval or is leaving, or null. */
function letterOf(current: OpenCase): Draft | null {
  if (current.status === 'awaiting-approval') return current.draft;
  return current.status === 'in-progress' ? current.leaving : null;
}

function leaving(current: OpenCase): boolean {
  return current.status === 'in-progress' && current.leaving !== null;
}

function voided(letter: Draft, because: 'new-message' | 'edited' | 'case-changed'): CaseEvent {
  return { type: 'draft-voided', letterId: letter.letterId, because };
}

function voidedDraft(current: OpenCase): CaseEvent[] {
  return current.status === 'awaiting-approval' ? [voided(current.draft, 'case-changed')] : [];
}

function draftRequested(by: string | null): CaseEvent {
  return { type: 'draft-requested', letterKind: 'completion-notice', by };
}

function happened(...events: readonly CaseEvent[]): Decision {
  return { events };
}

function refused(why: Refusal): Decision {
  return { refusal: why };
}
