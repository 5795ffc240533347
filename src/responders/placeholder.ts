/**
 * How a value gets into a letter without ever becoming markup.
 *
 * Liquid writes a placeholder (two private-use characters around a number) where a value belongs. What then goes
 * through Markdown is our own template and nothing else: no value is ever read by Liquid or by Markdown, so there is
 * nothing to escape for them. Only in the finished text, or the finished HTML, is every placeholder replaced, in one
 * pass, by its value: plainly in the text, with `& < > " '` written as entities in the HTML. Templates hold no links
 * and no HTML, so placeholders stand between tags only, never inside one.
 *
 * Escaping for Markdown instead was the runner-up: it must know every rule of a growing syntax, and an escaped value
 * would read badly in the text part.
 */
const open = '\u{E000}';
const close = '\u{E001}';
const pattern = /\u{E000}(\d{1,6})\u{E001}/gu;

export function placeholder(index: number): string {
  return `${open}${index}${close}`;
}

export function hasPlaceholder(source: string): boolean {
  return source.includes(open) || source.includes(close);
}

/** Replaces each placeholder by its value. What a value contains is never looked at again. */
export function substitute(source: string, values: readonly string[], write: (value: string) => string): string {
  return source.replace(pattern, (_, index: string) => {
    const value = values[Number(index)];
    if (value === undefined) throw new Error('A letter holds a placeholder without a value.');
    return write(value);
  });
}

/**
 * One harmless line: valid Unicode, line breaks and other white space folded to one space (a single no-break space
 * stays one: French has them), without control, format (bidi overrides, zero width, tags), private-use and
 * unassigned-surrogate characters.
 */
export function oneLine(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\s\u{85}]+/gu, (run) => (run === '\u{a0}' ? run : ' '))
    .replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, '')
    .trim();
}

/** The same for a text of several lines: line breaks become `\n`, blanks at a line's start stay (lists are nested by them). */
export function manyLines(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n|[\r\v\f\u{85}\u2028\u2029]/gu, '\n')
    .replace(/[^\S\n\u{a0}]/gu, ' ')
    .replace(/[^\P{Cc}\n]|[\p{Cf}\p{Co}]/gu, '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
