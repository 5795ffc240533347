import type { DownloadCodeFacts, LetterText } from './letter.ts';
import { render } from './render.ts';
import type { Templates } from './templates.ts';

/** The code for a download page. Leaves when the customer asks for it on the page, so its words are fixed. */
export function downloadCode(templates: Templates, { language, company, reference, code, minutes }: DownloadCodeFacts): LetterText {
  return render(templates, 'download-code', language, { company, reference, code, minutes });
}
