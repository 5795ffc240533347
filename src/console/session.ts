/** Who is signed in: the gate before every page. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { deleteCookie, getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Session, SignIn } from '../store/sign-in.ts';
import { listStaff, type StaffMember } from '../store/staff.ts';
import type { Context } from '../worker/context.ts';
import { send } from './layout.ts';
import type { Middleware, Request, Viewer } from './page.ts';
import { problem } from './problem.ts';
import { mayChange, rolesOf } from './roles.ts';
import { askAddress, ownPath } from './sign-in.ts';

const sessionCookie = 'tijdig.session_token';
/** A session ends this long after signing in, and this long after it was last used. */
const longest = { hours: 12 };
const idle = { hours: 2 };
/** Use is written down at most this often. */
const noteEvery = { minutes: 1 };

/** The signed-in person, or why there is none. */
type Found = { readonly viewer: Viewer; readonly session: Session } | 'nobody' | 'expired';

/** Lets signed-in people through, and shows everybody else where to sign in. Looked up anew every time. */
export function requireViewer(signIn: SignIn): Middleware {
  return async (c, next) => {
    const found = await findViewer(c.var.context, signIn, c.req.header('cookie'));
    if (found === 'nobody' && isFirstOfOthers(c)) return openAgain(c);
    if (typeof found === 'string') {
      // A page that keeps itself up to date is loaded anew, and shows then what this one would.
      if (isLive(c)) c.header('hx-refresh', 'true');
      else dropCookie(c);
      return askAddress(c, found === 'expired' ? 'expired' : null, 401);
    }
    c.set('viewer', found.viewer);
    if (!isLive(c)) await noteUse(c.var.context, signIn, found.session);
    return next();
  };
}

/** Every POST of a signed-in person carries the token of the session; an auditor sends none but the sign-out. */
export function requireToken(): Middleware {
  return async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const given = c.req.header('tijdig-csrf') ?? (await c.req.parseBody({ all: true })).csrf;
    if (typeof given !== 'string' || !isSame(given, c.var.viewer.csrf)) return problem(c, 'foreign');
    const harmless = ['/sign-out', '/language', '/search'].includes(c.req.path);
    if (!harmless && !mayChange(c.var.viewer.roles)) return problem(c, 'forbidden');
    return next();
  };
}

export async function findViewer(context: Context, signIn: SignIn, cookies: string | undefined): Promise<Found> {
  if (cookies === undefined || !cookies.includes(sessionCookie)) return 'nobody';
  const session = await signIn.find(cookies);
  if (session === null) return 'expired';
  const member = await memberOf(context, session.staffId);
  const ended = member === null || isOver(session, context.clock.now());
  if (!ended) return { session, viewer: { member, roles: rolesOf(member), csrf: tokenOf(context, session) } };
  await signIn.end(session.token);
  return 'expired';
}

/** Makes the browser forget a session that is over. */
export function dropCookie(c: Request): void {
  for (const secure of [false, true]) {
    const name = secure ? `__Secure-${sessionCookie}` : sessionCookie;
    if (getCookie(c, name) !== undefined) deleteCookie(c, name, { path: '/', secure });
  }
}

/** Somebody with a role, now; null for whoever left. */
async function memberOf(context: Context, id: string): Promise<StaffMember | null> {
  return (await listStaff(context.db.query, context.subKeys, context.indexKey)).find((one) => one.id === id) ?? null;
}

function isOver(session: Session, now: Temporal.Instant): boolean {
  const ends = [Temporal.Instant.from(session.beganAt).add(longest), Temporal.Instant.from(session.seenAt).add(idle)];
  return ends.some((end) => Temporal.Instant.compare(now, end) >= 0);
}

async function noteUse({ clock }: Context, signIn: SignIn, session: Session): Promise<void> {
  const now = clock.now();
  if (Temporal.Instant.compare(now, Temporal.Instant.from(session.seenAt).add(noteEvery)) >= 0) await signIn.noteSeen(session.token, now);
}

function tokenOf(context: Context, session: Session): string {
  return createHmac('sha256', context.subKeys.console).update(`csrf ${session.token}`).digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A page that refreshes itself keeps nobody signed in: such requests go to `/live/…`. */
function isLive(c: Request): boolean {
  return c.req.path.startsWith('/live/');
}

/** Somebody followed a link to us from elsewhere: the browser kept the strict cookie back, once. */
function isFirstOfOthers(c: Request): boolean {
  return c.req.method === 'GET' && c.req.header('sec-fetch-site') === 'cross-site' && c.req.header('sec-fetch-mode') === 'navigate';
}

/** Opens the same page once more, this time from here, so that the cookie comes along. */
function openAgain(c: Request): Promise<Response> {
  const { opening, open, title } = c.var.words.signIn;
  const path = ownPath(c.req.path);
  c.header('refresh', `0;url=${path}`);
  return send(c, {
    title,
    body: html`<section class="notice"><p>${opening}</p><p><a class="button" href="${path}">${open}</a></p></section>`,
  });
}
