import { longDay, shortDay } from './dates.ts';
import type { LetterText, ReviewRequestFacts } from './letter.ts';
import { render } from './render.ts';
import type { Templates } from './templates.ts';
import { kindWords, letterWords } from './words.ts';

/** Asks staff to approve or reject one letter, shown whole as it would leave. */
export function reviewRequest(templates: Templates, facts: ReviewRequestFacts): LetterText {
  const { language } = facts;
  return render(templates, 'review-request', language, {
    reference: facts.reference,
    kind: kindWords[facts.kind][language],
    letter: letterWords[facts.letterKind][language],
    recipient: facts.recipient,
    subject: facts.subject,
    lines: facts.text.trim().split(/\r\n|\n|\r/),
    attached: facts.attachments.map(({ filename, contentType, size }) => `${filename} (${contentType}, ${kilobytes(size)} kB)`),
    dueOn: longDay(language, facts.dueOn),
    actByOn: longDay(language, facts.actByOn),
    actByShort: shortDay(language, facts.actByOn),
    why: facts.why,
    needed: facts.approvals.needed,
    given: facts.approvals.given,
    byMail: facts.byMail,
    facts: facts.facts,
    namesFacts: facts.facts.length > 0,
  });
}

/** Kilobytes of 1,000 bytes, never nought. */
function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1_000));
}
