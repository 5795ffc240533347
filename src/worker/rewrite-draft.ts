import { draftChanged, noDraft } from '../case/refusal.ts';
import { type Attachment, loadLetter } from '../store/letters.ts';
import { acceptFiles } from './attachments.ts';
import { recordDraft } from './carry-out.ts';
import type { Context } from './context.ts';
import { writeCaseLetter } from './customer-letters.ts';
import { noInput } from './letter-input.ts';
import { filesOf } from './prepare-download.ts';
import { changeCase, type StaffOutcome } from './staff-commands.ts';

/** A draft as a colleague rewrote it. */
export interface Rewritten {
  /** The draft they saw; null: whichever waits now. */
  readonly hash: string | null;
  readonly body: string;
  /** Which of its files stay, from 0. */
  readonly keep: readonly number[] | 'all';
  readonly added: readonly Attachment[];
}

/**
 * Rewrites the editable part and the files of the draft that waits; its approvals are gone, and the editor counts as one of
 * the people it needs. Refused when the draft is no longer the one they saw: nobody's words are overwritten unseen.
 */
export function rewriteDraft(context: Context, reference: string, by: string, wish: Rewritten): Promise<StaffOutcome> {
  return changeCase(context, reference, null, async (work, { state, person }) => {
    if (state.status !== 'awaiting-approval') return noDraft();
    if (wish.hash !== null && state.draft.hash !== wish.hash) return draftChanged();
    const { letterId, letterKind } = state.draft;
    const stored = await loadLetter(context.db.query, context.subKeys, letterId);
    if (stored === null) return draftChanged();
    const former = await filesOf(context, letterId, stored.content.attachments);
    const attachments = acceptFiles(context, state, letterKind, [...kept(former, wish.keep), ...wish.added]);
    if ('code' in attachments) return attachments;
    const making = { input: { ...noInput, ...stored.content.input, body: wish.body }, attachments };
    const written = await writeCaseLetter(context, state, person, letterKind, making);
    return written === null ? draftChanged() : recordDraft(context, work, state.id, letterKind, written, by);
  });
}

function kept(former: readonly Attachment[], keep: Rewritten['keep']): readonly Attachment[] {
  return keep === 'all' ? former : former.filter((_, index) => keep.includes(index));
}
