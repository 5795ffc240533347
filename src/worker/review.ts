import { subtractWorkingDays } from '../case/calendar.ts';
import type { Case } from '../case/case.ts';
import { normaliseReference } from '../case/reference.ts';
import { type CasePerson, loadCase, loadCases } from '../store/cases.ts';
import { loadLetter, type NewLetter } from '../store/letters.ts';
import type { StaffMember } from '../store/staff.ts';
import { type Context, dayOf } from './context.ts';
import { approversFor } from './people.ts';
import { writeReviewRequest } from './staff-letters.ts';
import { beginWork, commitWork, type Work } from './work.ts';

type AwaitingApproval = Extract<Case, { readonly status: 'awaiting-approval' }>;

/** Whether a draft is told by a mail of its own at once, and not first in the morning. */
export function reviewNow(context: Context, state: Case): boolean {
  const { reviews, urgentWorkingDays } = context.policy.quiet;
  if (reviews === 'at-once') return true;
  const today = dayOf(context, context.clock.now());
  const urgentFrom = subtractWorkingDays(Temporal.PlainDate.from(state.dates.actByOn), urgentWorkingDays, context.holidays);
  return Temporal.PlainDate.compare(today, urgentFrom) >= 0;
}

/** One review mail for each approver whom the case concerns, except who approved this content already. */
export async function writeReviewRequests(
  context: Context,
  { state, person }: { readonly state: Case; readonly person: CasePerson },
  draft: Pick<NewLetter, 'id' | 'kind' | 'hash' | 'content'>,
  members: readonly StaffMember[] = whomToAsk(context, state),
): Promise<readonly NewLetter[]> {
  const current = state.status === 'awaiting-approval' ? state.draft : null;
  const needed = current?.approvalsNeeded ?? 1;
  const subject = { letterId: draft.id, kind: draft.kind, hash: draft.hash, content: draft.content, needed, given: givenTo(state).size };
  return Promise.all(members.map((member) => writeReviewRequest(context, member, { state, person }, subject)));
}

/** Approvers whom a case concerns and whose approval counts for the draft that waits. */
export function whomToAsk(context: Context, state: Case): readonly StaffMember[] {
  const needed = state.status === 'awaiting-approval' ? state.draft.approvalsNeeded : 1;
  return approversFor(context, state, needed).filter((member) => !givenTo(state).has(member.id));
}

/** Who approved the draft that waits, an editor counted. */
function givenTo(state: Case): ReadonlySet<string> {
  if (state.status !== 'awaiting-approval') return new Set();
  const { approvals, editedBy } = state.draft;
  return new Set(editedBy === null ? approvals : [...approvals, editedBy]);
}

/** Review mails of a draft that was written before; none when its content is gone. */
export async function writeReviews(
  context: Context,
  state: AwaitingApproval,
  members: readonly StaffMember[] = whomToAsk(context, state),
): Promise<readonly NewLetter[]> {
  const stored = await loadLetter(context.db.query, context.subKeys, state.draft.letterId);
  if (stored === null) return [];
  const { id, kind, hash } = stored.row;
  const [loaded] = await loadCases(context.db.query, context.subKeys, [state.id]);
  if (loaded === undefined) return [];
  return writeReviewRequests(context, { state, person: loaded.person }, { id, kind, hash, content: stored.content }, members);
}

/** Somebody asks to see a draft by mail. Nothing is decided by it. */
export async function askForReview(
  context: Context,
  work: Work,
  reference: string,
  member: StaffMember,
): Promise<'asked' | 'no-case' | 'no-draft'> {
  const loaded = await loadCase(context.db.query, context.subKeys, normaliseReference(reference) ?? reference);
  if (loaded === null) return 'no-case';
  if (loaded.state.status !== 'awaiting-approval') return 'no-draft';
  const letters = await writeReviews(context, loaded.state, [member]);
  work.letters.push(...letters);
  return letters.length > 0 ? 'asked' : 'no-draft';
}

/** The same from the command line. */
export async function mailReview(context: Context, reference: string, member: StaffMember): ReturnType<typeof askForReview> {
  const work = beginWork();
  const outcome = await askForReview(context, work, reference, member);
  await commitWork(context.db, work, context.subKeys);
  return outcome;
}
