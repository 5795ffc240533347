import type { Case } from '../case/case.ts';
import type { NewLetter } from '../store/letters.ts';
import type { Context } from './context.ts';
import { approversFor } from './people.ts';
import { writeReviewRequest } from './staff-letters.ts';

/** Whether a draft is told by a mail of its own at once, and not first in the morning. */
export function reviewNow(context: Context, _state: Case): boolean {
  return context.policy.quiet.reviews === 'at-once';
}

/** One review mail for each approver whom the case concerns, except who approved this content already. */
export async function writeReviewRequests(
  context: Context,
  state: Case,
  draft: Pick<NewLetter, 'id' | 'kind' | 'hash' | 'content'>,
): Promise<readonly NewLetter[]> {
  const current = state.status === 'awaiting-approval' ? state.draft : null;
  const given = new Set([...(current?.approvals ?? []), ...(current?.editedBy == null ? [] : [current.editedBy])]);
  const needed = current?.approvalsNeeded ?? 1;
  const asked = approversFor(context, state, needed).filter((member) => !given.has(member.id));
  const subject = { letterId: draft.id, kind: draft.kind, hash: draft.hash, content: draft.content, needed, given: given.size };
  return Promise.all(asked.map((member) => writeReviewRequest(context, member, state, subject)));
}
