/** What staff do to a case without a command of the core: drafts rewritten with their files, notes. */
import { draftChanged } from '../case/refusal.ts';
import { loadCase } from '../store/cases.ts';
import { type Attachment, loadLetter } from '../store/letters.ts';
import { insertNote } from '../store/notes.ts';
import { acceptFiles } from './attachments.ts';
import { recordDraft } from './carry-out.ts';
import type { Context } from './context.ts';
import { writeCaseLetter } from './customer-letters.ts';
import { noInput } from './letter-input.ts';
import { filesOf } from './prepare-download.ts';
import { settleByHand } from './settle-by-hand.ts';
import { changeCase, type StaffOutcome } from './staff-commands.ts';

/** A draft as a colleague rewrote it. */
export interface Rewritten {
  /** The draft they saw. */
  readonly hash: string;
  readonly body: string;
  /** Which of its files stay, from 0. */
  readonly keep: readonly number[];
  readonly added: readonly Attachment[];
}

/**
 * Rewrites the editable part and the files of the draft that waits; its approvals are gone, and the editor counts as one of
 * the people it needs. Refused when the draft is no longer the one they saw: nobody's words are overwritten unseen.
 */
export function rewriteDraft(context: Context, reference: string, by: string, wish: Rewritten): Promise<StaffOutcome> {
  return changeCase(context, reference, null, async (work, { state, person }) => {
    if (state.status !== 'awaiting-approval' || state.draft.hash !== wish.hash) return draftChanged();
    const { letterId, letterKind } = state.draft;
    const stored = await loadLetter(context.db.query, context.subKeys, letterId);
    if (stored === null) return draftChanged();
    const former = await filesOf(context, letterId, stored.content.attachments);
    const attachments = acceptFiles(context, state, letterKind, [...former.filter((_, index) => wish.keep.includes(index)), ...wish.added]);
    if ('code' in attachments) return attachments;
    const making = { input: { ...noInput, ...stored.content.input, body: wish.body }, attachments };
    const written = await writeCaseLetter(context, state, person, letterKind, making);
    return written === null ? draftChanged() : recordDraft(context, work, state.id, letterKind, written, by);
  });
}

/** A note that comes with no command. False: no such case. */
export async function writeNote(context: Context, reference: string, by: string, text: string): Promise<boolean> {
  const loaded = await loadCase(context.db.query, context.subKeys, reference);
  if (loaded === null) return false;
  await context.db.transaction((tx) => insertNote(tx, context.subKeys, loaded.state.id, by, text));
  return true;
}

/** Somebody looked and says whether a letter left. False: no letter of this case waits for that answer. */
export async function sayWhetherItLeft(context: Context, reference: string, by: string, left: boolean): Promise<boolean> {
  const status = await settleByHand(context, reference, left);
  if (status === null) return false;
  await writeNote(
    context,
    reference,
    by,
    left ? 'De brief is vertrokken. / The letter left.' : 'De brief is niet vertrokken. / The letter did not leave.',
  );
  return true;
}

export type { Attachment };
