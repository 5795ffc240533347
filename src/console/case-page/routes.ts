import { html } from 'hono/html';
import { normaliseReference } from '../../case/reference.ts';
import { sayWhetherItLeft } from '../../worker/case-page-commands.ts';
import { caseVersion, showAttachment, showCaseView, showHtml, showLetterFile, showOriginal } from '../../worker/show-case-view.ts';
import { isDemand, knowsDemands } from '../confidential.ts';
import { readForm, type Sent } from '../form.ts';
import { send } from '../layout.ts';
import type { App, Request } from '../page.ts';
import { problem, requireRole } from '../problem.ts';
import type { Failed } from './action-form.ts';
import { actionOf } from './actions.ts';
import { frameContent, framePage } from './html-view.ts';
import { look } from './looking.ts';
import { newCasePage, openNewCase } from './new-case.ts';
import { casePage, live } from './page.ts';
import { pageWords } from './page-words.ts';
import { nameOf, say } from './parts.ts';
import { perform } from './perform.ts';
import { createPresence, type Presence } from './presence.ts';

/** Adds the page of a case, what can be done on it, and what belongs to its messages. */
export function addCasePage(app: App): void {
  const presence = createPresence();
  app.get('/cases/new', requireRole('staff'), (c) => newCasePage(c, null, null));
  app.post('/cases/new', requireRole('staff'), openNewCase);
  app.get('/cases/:reference', (c) => page(c, null));
  app.get('/live/cases/:reference', (c) => whatChanged(c, presence));
  app.get('/cases/:reference/messages/:message/original', original);
  app.get('/cases/:reference/messages/:message/files/:index', attachment);
  app.get('/cases/:reference/letters/:letter/files/:index', letterFile);
  app.get('/cases/:reference/messages/:message/html', async (c) => {
    const reference = referenceOf(c);
    return send(c, { title: reference, body: framePage(c, reference, idOf(c, 'message')), at: 'queue' });
  });
  app.get('/cases/:reference/messages/:message/html/content', htmlContent);
  app.post('/cases/:reference/settle', settle);
  app.post('/cases/:reference/:action', act);
}

function referenceOf(c: Request): string {
  const given = c.req.param('reference') ?? '';
  return normaliseReference(given) ?? given;
}

/** An id as we make them; anything else names nothing. */
function idOf(c: Request, name: string): string {
  const given = c.req.param(name) ?? '';
  return /^[0-9a-f-]{36}$/.test(given) ? given : '00000000-0000-0000-0000-000000000000';
}

async function page(c: Request, failed: Failed | null): Promise<Response> {
  const view = await showCaseView(c.var.context, referenceOf(c));
  if (view === null) return problem(c, 'notFound');
  return send(c, { title: view.state.reference, body: await casePage(look(c, view, failed)), at: 'queue' }, failed === null ? 200 : 409);
}

/** After what was done the page is asked for anew, so that reloading it does nothing again. */
async function act(c: Request): Promise<Response> {
  const reference = referenceOf(c);
  const action = actionOf(c.req.param('action') ?? '');
  if (action === null) return problem(c, 'notFound');
  if (!c.var.viewer.roles.has(action.role)) return problem(c, 'forbidden');
  const sent = await readForm(c);
  const performed = await perform(c, reference, action, sent);
  if (performed.done) return c.redirect((await mayStay(c, reference)) ? `/cases/${reference}` : '/', 303);
  if (performed.refusal === null) return problem(c, 'notFound');
  return page(c, { action: action.id, refusal: performed.refusal, values: (name) => valuesOf(sent, name) });
}

/** Not where it has just turned out to be a demand, for whoever is not named for those. */
async function mayStay(c: Request, reference: string): Promise<boolean> {
  return !(await isDemand(c, reference)) || knowsDemands(c);
}

function valuesOf(sent: Sent, name: string): readonly string[] {
  return sent.all(name);
}

async function settle(c: Request): Promise<Response> {
  const reference = referenceOf(c);
  if (!c.var.viewer.roles.has('staff')) return problem(c, 'forbidden');
  const left = (await readForm(c)).text('left');
  if (left !== 'yes' && left !== 'no') return page(c, null);
  await sayWhetherItLeft(c.var.context, reference, c.var.viewer.member.id, left === 'yes');
  return c.redirect(`/cases/${reference}`, 303);
}

/** A line when the case moved on since the page was made, and who else has it open. */
async function whatChanged(c: Request, presence: Presence): Promise<Response> {
  const reference = referenceOf(c);
  const { context, viewer } = c.var;
  const version = await caseVersion(context, reference);
  if (version === null) return c.body(null, 404);
  const now = context.clock.now();
  presence.see(reference, viewer.member.id, now);
  const others = presence.others(reference, viewer.member.id, now);
  const shown = Number.parseInt(c.req.query('version') ?? '', 10);
  const moved =
    version === shown
      ? ''
      : html`<p class="moved">${say(c, pageWords.changed)} <a href="/cases/${reference}">${say(c, pageWords.reload)}</a></p>`;
  const names = others.map((id) => nameOf(c, id)).join(', ');
  const seen =
    others.length === 0
      ? ''
      : html`<p class="seen">${names} ${say(c, others.length === 1 ? pageWords.looking : pageWords.lookingMany)}</p>`;
  return c.html(live(reference, Number.isNaN(shown) ? version : shown, html`${moved}${seen}`));
}

/** Bytes a browser saves and never opens, whatever they are. */
function download(c: Request, content: Uint8Array, name: string): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return c.body(new Uint8Array(content), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escapeCharacter)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

async function original(c: Request): Promise<Response> {
  const reference = referenceOf(c);
  const raw = await showOriginal(c.var.context, reference, idOf(c, 'message'));
  return raw === null ? problem(c, 'notFound') : download(c, raw, `${reference}.eml`);
}

async function attachment(c: Request): Promise<Response> {
  const { part } = await showAttachment(c.var.context, referenceOf(c), idOf(c, 'message'), Number(c.req.param('index')));
  return part === null ? problem(c, 'notFound') : download(c, part.content, part.name);
}

async function letterFile(c: Request): Promise<Response> {
  const file = await showLetterFile(c.var.context, referenceOf(c), idOf(c, 'letter'), Number(c.req.param('index')));
  return file === null ? problem(c, 'notFound') : download(c, file.content, file.name);
}

async function htmlContent(c: Request): Promise<Response> {
  const shown = await showHtml(c.var.context, referenceOf(c), idOf(c, 'message'));
  if (shown.part !== null) return frameContent(c, shown.part);
  const why = shown.because === 'missing' ? pageWords.noHtml : pageWords.htmlTooMuch;
  return frameContent(c, `<p>${say(c, why)}</p>`);
}
