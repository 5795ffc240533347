/** Forms of the console. Every form that changes something is a POST with the session's token in it. */
import { html } from 'hono/html';
import { csrfField } from './layout.ts';
import type { Html, Request } from './page.ts';

/** A form that posts to `action`, with the session's token. `files`: it may carry files. */
export function form(
  c: Request,
  action: string,
  content: Html,
  options: { readonly id?: string; readonly class?: string; readonly files?: boolean } = {},
): Html {
  return html`<form method="post" action="${action}"${options.id === undefined ? '' : html` id="${options.id}"`}${
    options.class === undefined ? '' : html` class="${options.class}"`
  }${options.files ? html` enctype="multipart/form-data"` : ''}>${csrfField(c)}${content}</form>`;
}

/** A button that sends its form. `key`: the key that presses it, shown on it and read by static/keys.js. */
export function button(
  label: string,
  options: {
    readonly look?: 'primary' | 'plain' | 'danger' | 'quiet';
    readonly name?: string;
    readonly value?: string;
    readonly key?: string;
  } = {},
): Html {
  const { look = 'plain', name, value = '', key } = options;
  return html`<button class="${look}"${name === undefined ? '' : html` name="${name}" value="${value}"`}${
    key === undefined ? '' : html` data-key="${key}" aria-keyshortcuts="${key}"`
  }>${label}${key === undefined ? '' : html` <kbd aria-hidden="true">${key}</kbd>`}</button>`;
}

/** What a form sent. */
export interface Sent {
  /** The trimmed text of a field, line ends as `\n`; empty when it was not sent. */
  text(name: string): string;
  /** Every value of a field that may be sent more than once. */
  all(name: string): readonly string[];
  files(name: string): readonly File[];
}

/** Reads the form of a POST. The gate has checked its size, its origin and its token already. */
export async function readForm(c: Request): Promise<Sent> {
  const body = await c.req.parseBody({ all: true });
  const values = (name: string) => [body[name] ?? []].flat();
  const texts = (name: string) =>
    values(name)
      .filter((value) => typeof value === 'string')
      .map((value) => value.replaceAll('\r\n', '\n').trim());
  return {
    text: (name) => texts(name)[0] ?? '',
    all: texts,
    files: (name) => values(name).filter((value) => value instanceof File && value.size > 0) as File[],
  };
}
