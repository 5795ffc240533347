import { longDay, moment } from './dates.ts';
import type { CompletionNoticeFacts, LetterText } from './letter.ts';
import { render } from './render.ts';
import type { Templates } from './templates.ts';

/** Tells a customer what was done and when. Leaves only after staff approved this very text. */
export function completionNotice(templates: Templates, facts: CompletionNoticeFacts): LetterText {
  const done = paragraphs(facts.done ?? '');
  const told = facts.recipientsTold ?? null;
  return render(templates, 'completion-notice', facts.language, {
    company: facts.company,
    complaints: facts.complaints,
    reference: facts.reference,
    kind: facts.kind,
    receivedOn: moment(facts.language, facts.receivedAt, facts.timeZone).day,
    doneOn: longDay(facts.language, facts.doneOn),
    done,
    ownWords: done.length > 0,
    told: told === null ? 'not-recorded' : told.length === 0 ? 'nobody' : 'some',
    toldWhom: told ?? [],
  });
}

/** Staff's paragraphs, divided by empty lines; a single line break folds. */
function paragraphs(words: string): readonly string[] {
  return words
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
