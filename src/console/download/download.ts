/**
 * The page on which a copy waits: public, behind nobody's sign-in, without a script or a cookie. Its address says nothing
 * of anybody, and looking at it changes nothing: a code is mailed, and a file handed out, for a form alone. A token that
 * never was and one that has ended get the same answer.
 */
import { html } from 'hono/html';
import type { LetterLanguage } from '../../case/kind.ts';
import {
  answerDownloadCode,
  downloadFile,
  type ListedFile,
  type ShownDownload,
  sendDownloadCode,
  showDownload,
} from '../../worker/download-commands.ts';
import { readForm } from '../form.ts';
import type { App, Html, Request } from '../page.ts';
import { type DownloadWords, downloadWords } from './words.ts';

/** Adds `/d/…`: before the gate, since a customer is nobody's colleague. */
export function addDownload(app: App): void {
  app.get('/d/:token', async (c) => withPage(c, (shown) => ask(c, shown)));
  app.post('/d/:token/code', async (c) =>
    withPage(c, async (shown) => {
      const sent = await sendDownloadCode(c.var.context, token(c));
      return sent === null
        ? gone(c)
        : enterCode(c, shown, sent === 'sent' ? null : downloadWords[shown.language].tooMany, sent === 'sent' ? 200 : 429);
    }),
  );
  app.post('/d/:token/open', async (c) =>
    withPage(c, async (shown) => {
      const words = downloadWords[shown.language];
      const outcome = await answerDownloadCode(c.var.context, token(c), (await readForm(c)).text('code'));
      if (outcome === null) return gone(c);
      if (outcome.result === 'right') return listFiles(c, shown, outcome.files, outcome.grant);
      return enterCode(c, shown, outcome.result === 'wrong' ? words.wrong(outcome.triesLeft) : words.noCode, 403);
    }),
  );
  app.post('/d/:token/file', async (c) => {
    const form = await readForm(c);
    const nth = /^\d{1,3}$/.test(form.text('file')) ? Number(form.text('file')) : -1;
    const file = await downloadFile(c.var.context, token(c), form.text('grant'), nth);
    if (file === null) return withPage(c, (shown) => enterCode(c, shown, downloadWords[shown.language].noCode, 403));
    return c.body(Uint8Array.from(file.content), 200, {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${asciiName(file.filename)}"; filename*=UTF-8''${encodeName(file.filename)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
}

function token(c: Request): string {
  return c.req.param('token') ?? '';
}

async function withPage(c: Request, answer: (shown: ShownDownload) => Response | Promise<Response>): Promise<Response> {
  const shown = await showDownload(c.var.context, token(c));
  return shown === null ? gone(c) : answer(shown);
}

function ask(c: Request, shown: ShownDownload): Response | Promise<Response> {
  const words = downloadWords[shown.language];
  return sendPage(
    c,
    shown.language,
    words.title,
    html`<p class="hint">${shown.company}</p><h1>${words.title}</h1><p>${words.lead}</p>
<form method="post" action="/d/${token(c)}/code"><button class="primary">${words.askCode}</button></form>`,
  );
}

function enterCode(c: Request, shown: ShownDownload, problem: string | null, status: 200 | 403 | 429): Response | Promise<Response> {
  const words = downloadWords[shown.language];
  return sendPage(
    c,
    shown.language,
    words.sentTitle,
    html`<p class="hint">${shown.company}</p><h1>${words.sentTitle}</h1>
${problem === null ? html`<p role="status">${words.sent}</p>` : html`<p class="alert" role="alert">${problem}</p>`}
<form method="post" action="/d/${token(c)}/open">
<label for="code">${words.code}</label>
<input id="code" class="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="20" autofocus aria-describedby="code-hint">
<p class="hint" id="code-hint">${words.hint}</p>
<button class="primary">${words.open}</button>
</form>
<form method="post" action="/d/${token(c)}/code"><button class="quiet">${words.again}</button></form>`,
    status,
  );
}

function listFiles(c: Request, shown: ShownDownload, files: readonly ListedFile[], grant: string): Response | Promise<Response> {
  const words = downloadWords[shown.language];
  const line = (file: ListedFile, nth: number) => html`<li><form method="post" action="/d/${token(c)}/file">
<input type="hidden" name="grant" value="${grant}"><input type="hidden" name="file" value="${nth}">
<p>${file.filename} <span class="hint">(${kilobytes(file.size, shown.language)})</span></p>
<button class="primary" aria-label="${words.download}: ${file.filename}">${words.download}</button></form></li>`;
  return sendPage(
    c,
    shown.language,
    words.filesTitle,
    html`<p class="hint">${shown.company}</p><h1>${words.filesTitle}</h1><p>${words.filesLead}</p><ul class="files">${files.map(line)}</ul>`,
  );
}

/** In every language: nobody knows who looks. */
function gone(c: Request): Response | Promise<Response> {
  const all: readonly (readonly [string, DownloadWords])[] = Object.entries(downloadWords);
  const parts = all.map(
    ([language, { goneTitle, gone: words }]) => html`<section lang="${language}"><h2>${goneTitle}</h2><p>${words}</p></section>`,
  );
  return sendPage(c, 'en', downloadWords.en.goneTitle, html`<h1 class="hidden">${downloadWords.en.goneTitle}</h1>${parts}`, 404);
}

/** A frame without a script and without a way to anywhere else. */
function sendPage(
  c: Request,
  language: LetterLanguage,
  title: string,
  body: Html,
  status: 200 | 403 | 404 | 429 = 200,
): Response | Promise<Response> {
  return c.html(
    html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<link rel="icon" href="${c.var.staticPath('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${c.var.staticPath('style.css')}">
</head>
<body>
<main id="content"><section class="card sign-in">${body}</section></main>
</body>
</html>`,
    status,
  );
}

function kilobytes(size: number, language: LetterLanguage): string {
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(size / 1024)} kB`;
}

/** For programs that know no other: everything else becomes an underscore. */
function asciiName(name: string): string {
  return name.replace(/[^\w. -]/g, '_');
}

/** RFC 8187 §3.2.1. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
