import type { Attention, Case, ClosedCase, Draft, OpenCase, Pause } from '../../case/case.ts';
import { isClosed } from '../../case/case.ts';
import { isConfidential } from '../../case/kind.ts';
import type { Bilingual, Day, Instant } from '../../case/policy.ts';
import { answeredTask, identityTask } from '../../case/requirements.ts';
import { type StepCode, stepWords } from './step-words.ts';

/** What a person may do in the console. */
export interface StepRoles {
  readonly staff: boolean;
  readonly approver: boolean;
  readonly manager: boolean;
}

/** The part of the page that does it. */
export type StepAction =
  | { readonly on: 'determine' | 'confirm-intake' | 'outside' | 'approve' | 'undo' | 'identity' | 'complete' | 'review-hold' | 'reopen' }
  | { readonly on: 'disclose' }
  | { readonly on: 'accept-pause' | 'accept-breach' | 'remind' | 'unreachable' | 'settle' | 'new-message' }
  | { readonly on: 'tick'; readonly task: string };

/** The one thing to do about a case now, or why there is none. */
export interface NextStep {
  readonly code: StepCode;
  readonly what: Bilingual;
  readonly why: Bilingual;
  /** Who must move: the person who looks, a colleague, the customer, the mail server, or nobody. */
  readonly whose: 'you' | 'colleague' | 'customer' | 'machine' | 'nobody';
  /** Null: there is nothing for the person who looks to do. */
  readonly action: StepAction | null;
  /** What follows once this is done, where both may be done at once; null: that depends. */
  readonly next: NextStep | null;
}

export interface StepFacts {
  readonly state: Case;
  readonly memberId: string;
  readonly roles: StepRoles;
  readonly today: Day;
  /** An approval that may still be taken back, until then. */
  readonly undoUntil: Instant | null;
}

/** Days after a question before we remind. */
const remindAfterDays = 7;

/** Exactly one step for every case. Pure; the order of the questions is the order of their weight. */
export function nextStep(facts: StepFacts): NextStep {
  const step = isClosed(facts.state) ? closedStep(facts.state) : openStep(facts, facts.state);
  const open = isClosed(facts.state) ? null : managerStep(facts, facts.state);
  // What only a manager can do comes before waiting, never before work that is theirs as anybody's.
  if (open !== null && !(step.whose === 'you' && mayDo(step, facts.roles))) return open;
  return mayDo(step, facts.roles) ? step : { ...step, whose: step.whose === 'you' ? 'colleague' : step.whose, action: null, next: null };
}

function mayDo({ code, action }: NextStep, { staff, approver, manager }: StepRoles): boolean {
  if (action === null) return true;
  if (code === 'approve') return approver;
  return code === 'accept-pause' || code === 'accept-breach' ? manager : staff;
}

function openStep(facts: StepFacts, state: OpenCase): NextStep {
  const needs = (attention: Attention) => state.attention.includes(attention);
  if (!state.intakeConfirmed) return yours('confirm-intake', { on: 'confirm-intake' });
  if (state.status === 'in-progress' && state.leaving !== null) return leavingStep(facts, state);
  if (state.outsideMessageId !== null) return yours('outside', { on: 'outside' });
  if (state.kind === 'undetermined') return yours(needs('unreadable') ? 'determine-unreadable' : 'determine', { on: 'determine' });
  if (state.status === 'awaiting-approval') return approvalStep(facts, state.draft);
  if (needs('hold-review-due')) return yours('review-hold', { on: 'review-hold' });
  const work = workStep(facts, state);
  if (needs('new-message')) return { ...yours('new-message', { on: 'new-message' }), next: work };
  const isDeaf = needs('requester-unreachable') && reachesOut.has(work.code);
  return isDeaf ? { ...yours('unreachable', { on: 'unreachable' }), next: work } : work;
}

/** Steps that come to nothing while mail to the customer comes back. */
const reachesOut: ReadonlySet<StepCode> = new Set([
  'identity',
  'identity-again',
  'identity-failed',
  'code-sent',
  'asked',
  'remind',
  'complete',
]);

function leavingStep({ undoUntil }: StepFacts, state: OpenCase): NextStep {
  if (undoUntil !== null) return { ...yours('undo', { on: 'undo' }), whose: 'machine' };
  return state.attention.includes('letter-outcome-unknown') ? yours('settle', { on: 'settle' }) : waiting('leaving', 'machine');
}

function approvalStep({ memberId, roles }: StepFacts, draft: Draft): NextStep {
  const people = new Set([...draft.approvals, ...(draft.editedBy === null ? [] : [draft.editedBy])]);
  const counted = draft.approvals.includes(memberId) || (draft.editedBy === memberId && draft.approvalsNeeded > people.size);
  if (roles.approver && counted) return waiting('second-approval', 'colleague');
  const { what, why } = stepWords('approve', { letterKind: draft.letterKind, given: people.size, needed: draft.approvalsNeeded });
  return { code: 'approve', what, why, whose: 'you', action: { on: 'approve' }, next: null };
}

/** What is left once nothing stands in the way: verify, ask, wait, do the tasks, write. */
function workStep(facts: StepFacts, state: OpenCase): NextStep {
  const { hold, identity } = state;
  if (hold !== null && state.kind === 'deletion') return waiting('on-hold', 'nobody', hold.reviewOn);
  if (identity.challenge !== null) return waiting('code-sent', 'customer', identity.challenge.untilOn);
  if (state.askedOn !== null) return askedStep(facts, state.askedOn);
  const open = state.tasks.filter((task) => task.required && task.ticked === null);
  if (identity.needed && identity.verified === null) return identityStep(state);
  if (state.waitsFor.length > 0) return waiting('earlier', 'colleague');
  const [task] = open.filter(({ id }) => id !== identityTask);
  if (task === undefined) return yours('complete', { on: 'complete' });
  if (task.id === answeredTask && isConfidential(state.kind) && !state.demand?.disclosures.length)
    return yours('disclose', { on: 'disclose' });
  const { what, why } = stepWords('task', { title: task.title, left: open.length });
  return { code: 'task', what, why, whose: 'you', action: { on: 'tick', task: task.id }, next: null };
}

function identityStep({ attention, identity }: OpenCase): NextStep {
  if (attention.includes('identity-code-failed')) return yours('identity-failed', { on: 'identity' });
  return yours(identity.codesSent > 0 ? 'identity-again' : 'identity', { on: 'identity' });
}

function askedStep({ today }: StepFacts, askedOn: Day): NextStep {
  const days = Temporal.PlainDate.from(askedOn).until(Temporal.PlainDate.from(today)).days;
  return days < remindAfterDays ? waiting('asked', 'customer', askedOn) : { ...yours('remind', { on: 'remind' }, askedOn) };
}

function managerStep({ roles }: StepFacts, state: OpenCase): NextStep | null {
  if (!roles.manager) return null;
  const paused = state.pauses.some(isUnaccepted);
  if (paused) return yours('accept-pause', { on: 'accept-pause' });
  const { policyOn, dueOn } = state.dates;
  // Past the promise and not extended is simply late: there is nothing a manager could accept.
  const withinLaw = policyOn !== null && policyOn < dueOn;
  const broken = withinLaw && state.alarms.promisePassed && state.breachAcceptedBy === null;
  return broken ? yours('accept-breach', { on: 'accept-breach' }) : null;
}

function isUnaccepted(pause: Pause): boolean {
  return pause.untilOn === null && pause.acceptedBy === null;
}

function closedStep(state: ClosedCase): NextStep {
  const unheard = state.attention.includes('requester-unreachable') || state.attention.includes('message-after-release');
  if (unheard) return yours('reopen', { on: 'reopen' });
  if (state.attention.includes('hold-review-due')) return yours('review-hold', { on: 'review-hold' });
  const { what, why } = stepWords('closed', { closedAt: state.closedAt, status: state.status });
  return { code: 'closed', what, why, whose: 'nobody', action: null, next: null };
}

function yours(code: Parameters<typeof stepWords>[0], action: StepAction, day: Day | null = null): NextStep {
  return { code, ...stepWords(code, { day }), whose: 'you', action, next: null };
}

function waiting(code: Parameters<typeof stepWords>[0], whose: NextStep['whose'], day: Day | null = null): NextStep {
  return { code, ...stepWords(code, { day }), whose, action: null, next: null };
}
