import type { LetterLanguage } from '../case/kind.ts';
import { frame } from './frame.ts';
import type { LetterKind, LetterText } from './letter.ts';
import type { View } from './letter-facts.ts';
import { markdownToHtml } from './markdown.ts';
import { escapeHtml, oneLine, substitute } from './placeholder.ts';
import type { Templates } from './templates.ts';

/** One source, two parts: the filled template as it reads, and the same through Markdown. Throws when a fact is missing. */
export function render<K extends LetterKind>(templates: Templates, kind: K, language: LetterLanguage, view: View<K>): LetterText {
  const filled = templates.fill(kind, language, view);
  const body = tidy(filled.body);
  const subject = oneLine(substitute(filled.subject, filled.values, plain));
  const html = substitute(markdownToHtml(body), filled.values, escapeHtml);
  return {
    subject,
    text: trimLineEnds(substitute(body, filled.values, plain)),
    html: frame(language, escapeHtml(subject), html),
  };
}

function plain(value: string): string {
  return value;
}

/** Tags on lines of their own leave blank lines behind: at most one stays. */
function tidy(body: string): string {
  return `${trimLineEnds(body)
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** Split, because a pattern for blanks before a line end takes quadratic time on a long run of blanks. */
function trimLineEnds(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
