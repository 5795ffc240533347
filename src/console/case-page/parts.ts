import { html } from 'hono/html';
import type { Bilingual } from '../../case/policy.ts';
import type { Html, Request } from '../page.ts';
import { visibleLine, visiblePieces } from './visible-text.ts';

/** The words in the language of whoever looks. */
export function say(c: Request, words: Bilingual): string {
  return words[c.var.language];
}

/** Other people's words, over any number of lines; what would not be seen is named. */
export function proseOf(text: string): Html {
  return html`${visiblePieces(text).map((piece) =>
    'text' in piece ? piece.text : html`<span class="unseen" title="${piece.mark}">${piece.mark}</span>`,
  )}`;
}

/** A name, a subject or a file name of somebody else, kept from turning what stands around it. */
export function lineOf(text: string, most = 160): Html {
  const line = visibleLine(text.slice(0, 2_000));
  return html`<bdi>${line.length > most ? `${line.slice(0, most).toWellFormed()}…` : line}</bdi>`;
}

/** A colleague's name: what stands before the @ of their address. */
export function nameOf(c: Request, staffId: string | null): string {
  if (staffId === c.var.viewer.member.id) return say(c, { nl: 'u', en: 'you' });
  const member = c.var.context.people.find(({ id }) => id === staffId);
  return member === undefined ? say(c, { nl: 'een oud-collega', en: 'a former colleague' }) : shortName(member.address);
}

export function shortName(address: string): string {
  return address.split('@')[0] ?? address;
}
