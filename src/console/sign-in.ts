/**
 * Signing in: an address, then the code that was mailed to it, typed into the browser that asked. Nothing here is done by
 * a GET, and nothing says whether an address is one of ours: the same words, the same cookie, and a code is made after
 * the answer has left.
 */
import { setTimeout } from 'node:timers/promises';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { blindIndex } from '../privacy/fingerprint.ts';
import type { SignIn } from '../store/sign-in.ts';
import { listStaff, type StaffMember } from '../store/staff.ts';
import type { Context } from '../worker/context.ts';
import { sendSignInCode } from '../worker/send-sign-in-code.ts';
import { type Asking, askingCookie, codeMinutes, createAsking, readAsking, writeAsking } from './asking.ts';
import { readForm } from './form.ts';
import { send } from './layout.ts';
import { createLimit } from './limit.ts';
import type { App, Html, Request } from './page.ts';

export interface SignInOptions {
  readonly https: boolean;
  /** Who asks, for counting: an address of the network, never kept. */
  clientOf(c: Request): string;
  /** Takes work that goes on after the answer. */
  readonly later: (work: Promise<void>) => void;
}

/** Milliseconds after the answer when a code is made: what that takes is not seen in the answer. */
const mailAfter = 50;
/** Milliseconds that a wrong code takes at least, known person or not. */
const wrongTakes = 400;

/** Adds `/sign-in` and `/sign-in/code`. */
export function addSignIn(app: App, context: Context, signIn: SignIn, options: SignInOptions): void {
  const asks = {
    client: createLimit(context.clock, { most: 20, minutes: 15 }),
    address: createLimit(context.clock, { most: 5, minutes: 15 }),
  };
  const tries = createLimit(context.clock, { most: 30, minutes: 15 });

  app.get('/sign-in', (c) => askAddress(c, null));
  app.post('/sign-in', async (c) => {
    if (!asks.client.take(options.clientOf(c))) return askAddress(c, 'slow', 429);
    const form = await readForm(c);
    const asking = createAsking(context, form.text('address').slice(0, 254));
    if (asks.address.take(asking.address)) options.later(setTimeout(mailAfter).then(() => mailCode(context, signIn, asking)));
    setCookie(c, askingCookie, writeAsking(context, asking), {
      httpOnly: true,
      sameSite: 'Strict',
      secure: options.https,
      path: '/',
      maxAge: codeMinutes * 60,
    });
    return c.redirect(withPath('/sign-in/code', ownPath(form.text('to'))), 303);
  });
  app.get('/sign-in/code', (c) => (getCookie(c, askingCookie) === undefined ? c.redirect('/sign-in', 303) : askCode(c, null)));
  app.post('/sign-in/code', async (c) => {
    if (!tries.take(options.clientOf(c))) return askCode(c, 'slow', 429);
    const form = await readForm(c);
    const code = form.text('code').slice(0, 40).replace(/[\s-]/g, '');
    const [cookies] = await Promise.all([
      redeem(context, signIn, readAsking(context, getCookie(c, askingCookie)), code),
      setTimeout(wrongTakes),
    ]);
    if (cookies === null) return askCode(c, 'wrong', 403);
    deleteCookie(c, askingCookie, { path: '/', secure: options.https });
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
    return c.redirect(ownPath(form.text('to')), 303);
  });
}

/** After the answer: a code for whoever has this address, if anybody has. */
async function mailCode(context: Context, signIn: SignIn, asking: Asking): Promise<void> {
  const member = await memberAt(context, asking.address);
  if (member === null) return;
  await sendSignInCode(context, member, await signIn.makeCode(member.id, asking.browser), codeMinutes);
}

async function redeem(context: Context, signIn: SignIn, asking: Asking | null, code: string): Promise<readonly string[] | null> {
  if (asking === null || !/^(?:\d{8}|\d{12})$/.test(code)) return null;
  const member = await memberAt(context, asking.address);
  if (member === null) return null;
  const browser = code.length === 8 ? asking.browser : null;
  const cookies = await signIn.redeem(code, { staffId: member.id, browser }, context.clock.now());
  context.log.info(cookies === null ? 'a wrong sign-in code' : 'signed in', {
    staff: member.id,
    by: browser === null ? 'terminal' : 'mail',
  });
  return cookies;
}

/** Somebody with a role, by the blind index of the address. */
async function memberAt(context: Context, address: string): Promise<StaffMember | null> {
  const people = await listStaff(context.db.query, context.subKeys, context.indexKey);
  return people.find((one) => blindIndex(context.indexKey, 'address', one.address).toString('hex') === address) ?? null;
}

/** A path of ours to go on to; `/` for anything else. */
export function ownPath(path: string): string {
  return /^\/(?!\/|sign-|signed-|live\/)[\w/.-]{0,200}$/.test(path) ? path : '/';
}

function withPath(base: string, to: string): string {
  return to === '/' ? base : `${base}?to=${encodeURIComponent(to)}`;
}

/** Where to go on to after signing in: what was asked for, carried from page to page. */
function destination(c: Request): string {
  return ownPath(c.req.query('to') ?? (c.req.path.startsWith('/sign-in') ? '/' : c.req.path));
}

/** The page that asks who you are. */
export function askAddress(c: Request, notice: 'expired' | 'slow' | null, status: 200 | 401 | 429 = 200): Promise<Response> {
  const { signIn, expired } = c.var.words;
  const body = html`<section class="card sign-in">
<h1>${notice === 'expired' ? expired.title : signIn.title}</h1>
${notice === 'expired' ? html`<p>${expired.lead}</p>` : ''}
${notice === 'slow' ? alert(signIn.slow) : ''}
<form method="post" action="/sign-in">
<input type="hidden" name="to" value="${destination(c)}">
<label for="address">${signIn.address}</label>
<input id="address" name="address" type="email" autocomplete="email" required maxlength="254" autofocus>
<p class="hint">${signIn.lead}</p>
<button class="primary">${signIn.askCode}</button>
</form></section>`;
  return send(c, { title: signIn.title, body }, status);
}

function askCode(c: Request, notice: 'wrong' | 'slow' | null, status: 200 | 403 | 429 = 200): Promise<Response> {
  const { signIn } = c.var.words;
  const body = html`<section class="card sign-in">
<h1>${signIn.codeTitle}</h1>
${notice === null ? html`<p>${signIn.codeLead}</p>` : alert(signIn[notice])}
<form method="post" action="/sign-in/code">
<input type="hidden" name="to" value="${destination(c)}">
<label for="code">${signIn.code}</label>
<input id="code" class="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="20" autofocus${notice === 'wrong' ? html` aria-invalid="true" aria-describedby="code-hint"` : html` aria-describedby="code-hint"`}>
<p class="hint" id="code-hint">${signIn.codeHint}</p>
<button class="primary">${signIn.submit}</button>
</form>
<p><a href="/sign-in">${signIn.again}</a></p></section>`;
  return send(c, { title: signIn.codeTitle, body }, status);
}

function alert(text: string): Html {
  return html`<p class="alert" role="alert">${text}</p>`;
}
