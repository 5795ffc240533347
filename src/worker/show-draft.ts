import type { Case } from '../case/case.ts';
import type { CaseLetter } from '../store/case-letters.ts';
import type { CasePerson } from '../store/cases.ts';
import type { Context } from './context.ts';
import { writeCaseLetter } from './customer-letters.ts';
import { noInput } from './letter-input.ts';

/** A draft as staff work on it. */
export interface ShownDraft {
  readonly letter: CaseLetter;
  /** What staff may rewrite. */
  readonly body: string;
  /** What they may not: made anew each time. */
  readonly fixed: string;
  /** The body as the template has it, for comparison. */
  readonly template: string;
}

/** The draft that waits, taken apart; null when its content was erased or there is nobody to write to any more. */
export async function showDraft(context: Context, state: Case, person: CasePerson, letter: CaseLetter): Promise<ShownDraft | null> {
  if (state.status !== 'awaiting-approval' || letter.content === null) return null;
  const { letterKind } = state.draft;
  const { attachments } = letter.content;
  const input = { ...noInput, ...letter.content.input };
  // Nothing here is stored: the letter is only written to see which part of it is whose.
  const [now, original] = await Promise.all([
    writeCaseLetter(context, state, person, letterKind, { input, attachments }),
    writeCaseLetter(context, state, person, letterKind, { input: { ...input, body: null }, attachments }),
  ]);
  if (now === null || original === null) return null;
  return { letter, body: now.editable.body, fixed: now.editable.fixed, template: original.editable.body };
}
