import type { CaseLetterKind, LetterLanguage } from '../case/kind.ts';
import { ExpectedError } from '../errors.ts';
import { frame } from './frame.ts';
import type { EditableLetter, LetterText, TemplateKind } from './letter.ts';
import type { View } from './letter-facts.ts';
import { markdownToHtml } from './markdown.ts';
import { escapeHtml, manyLines, oneLine, substitute } from './placeholder.ts';
import type { Templates } from './templates.ts';

/** The longest body staff may write, in characters: some six pages. */
export const maxBodyLength = 20_000;

/** One source, two parts: the filled template as it reads, and the same through Markdown. Throws when a fact is missing. */
export function render<K extends TemplateKind>(templates: Templates, kind: K, language: LetterLanguage, view: View<K>): LetterText {
  const { subject, body, values } = templates.fill(kind, language, view);
  const part = fill(body, values);
  return whole(language, oneLine(substitute(subject, values, plain)), [part]);
}

/** A letter in two parts, of which staff may edit the first. */
export function renderEditable<K extends CaseLetterKind>(
  templates: Templates,
  kind: K,
  language: LetterLanguage,
  view: View<K>,
): EditableLetter {
  const { subject, body, fixed, values } = templates.fill(kind, language, view);
  return editable(language, oneLine(substitute(subject, values, plain)), fill(body, values), fill(fixed, values));
}

/**
 * The same with staff's own body in place of the template's. It never meets Liquid, and no placeholder in it is
 * replaced. Throws an `ExpectedError` when it is empty or longer than `maxBodyLength`.
 */
export function renderEdited<K extends CaseLetterKind>(
  templates: Templates,
  kind: K,
  language: LetterLanguage,
  view: View<K>,
  edited: string,
): EditableLetter {
  if (edited.length > maxBodyLength) throw unusable('letter-too-long', `is longer than ${maxBodyLength} characters`);
  const body = tidy(manyLines(edited));
  if (body.trim() === '') throw unusable('letter-empty', 'is empty');
  const { subject, fixed, values } = templates.fill(kind, language, view);
  const own = { text: body, html: markdownToHtml(body) };
  return editable(language, oneLine(substitute(subject, values, plain)), own, fill(fixed, values));
}

function unusable(code: string, problem: string): ExpectedError {
  return new ExpectedError(code, `The text of the letter ${problem}.`, { retry: 'never' });
}

interface Part {
  readonly text: string;
  readonly html: string;
}

/** Each part goes through Markdown alone, so that nothing opened in one can swallow the other. */
function fill(source: string, values: readonly string[]): Part {
  const tidied = tidy(source);
  return {
    text: trimLineEnds(substitute(tidied, values, plain)),
    html: substitute(markdownToHtml(tidied), values, escapeHtml),
  };
}

function editable(language: LetterLanguage, subject: string, body: Part, fixed: Part): EditableLetter {
  return { ...whole(language, subject, [body, fixed]), body: body.text, fixed: fixed.text };
}

function whole(language: LetterLanguage, subject: string, parts: readonly Part[]): LetterText {
  const html = parts.map((part) => part.html).join('');
  return { subject, text: parts.map(({ text }) => text).join('\n'), html: frame(language, escapeHtml(subject), html) };
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
