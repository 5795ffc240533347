import type { LetterText } from './letter.ts';
import type { Overview } from './overview.ts';
import { overviewHtml } from './overview-html.ts';
import { overviewText } from './overview-text.ts';
import { oneLine } from './placeholder.ts';

/** The overview as a letter. */
export function writeOverview(overview: Overview): LetterText {
  return {
    subject: oneLine(overview.subject),
    text: overviewText(overview),
    html: overviewHtml(overview),
    images: overview.charts.map(({ image }) => image),
  };
}
