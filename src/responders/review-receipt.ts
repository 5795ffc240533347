import type { LetterText, ReviewReceiptFacts } from './letter.ts';
import { render } from './render.ts';
import type { Templates } from './templates.ts';

/** Tells a member of staff what became of the answer to a review request. */
export function reviewReceipt(templates: Templates, facts: ReviewReceiptFacts): LetterText {
  const { language, reference, result, reason } = facts;
  return render(templates, 'review-receipt', language, { reference, result, reason });
}
