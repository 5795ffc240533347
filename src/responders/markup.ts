import { escapeHtml, oneLine } from './placeholder.ts';

/** HTML that is ours: made by `markup` alone, so that no value can get in unescaped. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Value = string | number | Markup | readonly Markup[] | null;

/**
 * A piece of HTML. Every string between is made one harmless line and escaped, for text and for quoted attributes alike;
 * what is `Markup` already stays; null is nothing.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.map((part, index) => part + (index < values.length ? written(values[index] ?? null) : '')).join(''));
}

function written(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(oneLine(value));
  return value instanceof Markup ? value.html : value.map(({ html }) => html).join('');
}
