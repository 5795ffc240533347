import { html } from 'hono/html';
import { send } from './layout.ts';
import type { Middleware, Request } from './page.ts';
import type { Role } from './roles.ts';
import type { Words } from './words/nl.ts';

const statuses = { notFound: 404, forbidden: 403, foreign: 403, tooLarge: 413, method: 405, away: 503, fault: 500 } as const;
type Problem = keyof typeof statuses & keyof Words['problem'];

/** A page that says what is wrong, in words for a person, and where to go from here. Never what the program knows of it. */
export function problem(c: Request, what: Problem): Promise<Response> {
  const { title, lead } = c.var.words.problem[what];
  const body = html`<section class="notice"><h1>${title}</h1><p>${lead}</p><p><a class="button" href="/">${c.var.words.problem.back}</a></p></section>`;
  return send(c, { title, body }, statuses[what]);
}

/** Lets through whoever has one of these roles; everybody else is told that they may not. */
export function requireRole(...wanted: readonly Role[]): Middleware {
  return async (c, next) => {
    if (!wanted.some((role) => c.var.viewer.roles.has(role))) return problem(c, 'forbidden');
    return next();
  };
}
