import type { Case } from '../case/case.ts';
import type { CaseLetter } from '../store/case-letters.ts';
import type { CasePerson } from '../store/cases.ts';
import type { Context } from './context.ts';
import { writeCaseLetter } from './customer-letters.ts';
import { noInput } from './letter-input.ts';

/** A draft as staff work on it. */
export interface ShownDraft {
  readonly letter: CaseLetter;
  /** The text as it was written and would leave, in its two parts; all of it is the body where they cannot be told apart. */
  readonly text: { readonly body: string; readonly fixed: string };
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
  const text = takeApart(letter.content.text, now.editable);
  const body = text.fixed === '' ? now.editable.body : text.body;
  return { letter, text, body, fixed: now.editable.fixed, template: original.editable.body };
}

/** What is approved is what was stored: a day named in it may be another than it would be now. */
function takeApart(text: string, now: { readonly body: string; readonly fixed: string }): ShownDraft['text'] {
  const [body, fixed] = [now.body.trim(), now.fixed.trim()];
  if (body !== '' && text.trimStart().startsWith(body)) return { body, fixed: text.trimStart().slice(body.length).trim() };
  if (fixed !== '' && text.trimEnd().endsWith(fixed)) return { body: text.trimEnd().slice(0, -fixed.length).trim(), fixed };
  return { body: text, fixed: '' };
}
