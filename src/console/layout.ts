/** The frame around every page, and the way a page is sent. No script and no style stands in it: both are files. */
import { html } from 'hono/html';
import type { Html, Page, Request } from './page.ts';

/** `hx-…` attributes never evaluate anything, ask this origin alone, and bring no style of their own. */
const htmxConfig = JSON.stringify({
  mode: 'same-origin',
  includeIndicatorCSS: false,
  extensions: 'none',
  history: false,
  // What went wrong is not put into the middle of a page.
  noSwap: ['204', '304', '4xx', '5xx'],
});

type Status = 200 | 400 | 401 | 403 | 404 | 405 | 409 | 413 | 421 | 429 | 500 | 503;

/** Answers with a whole page. */
export async function send(c: Request, page: Page, status: Status = 200): Promise<Response> {
  return c.html(await layout(c, page), status);
}

/** A page with its frame: navigation and search for whoever is signed in, the language switch for everybody. */
export function layout(c: Request, page: Page): Html {
  const { words, language } = c.var;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="htmx-config" content="${htmxConfig}">
<title>${page.title} · Tijdig</title>
<link rel="icon" href="${c.var.staticPath('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${c.var.staticPath('style.css')}">
<script src="${c.var.staticPath('htmx.js')}" defer></script>
<script src="${c.var.staticPath('keys.js')}" defer></script>
</head>
<body>
<a class="skip" href="#content">${words.navigation.skip}</a>
${header(c, page)}
<main id="content" tabindex="-1">
${page.body}
</main>
${signedIn(c) ? html`<p class="offline" role="status" hidden>${words.offline}</p>${keysHelp(c)}` : ''}
</body>
</html>`;
}

function signedIn(c: Request): boolean {
  return c.get('viewer') !== undefined;
}

function header(c: Request, page: Page): Html {
  const { words } = c.var;
  if (!signedIn(c))
    return html`<header class="bar"><span class="brand">Tijdig</span><div class="bar-end">${languageSwitch(c)}</div></header>`;
  const link = (at: Page['at'], path: string, label: string) =>
    html`<a href="${path}"${page.at === at ? html` aria-current="page"` : ''}>${label}</a>`;
  return html`<header class="bar">
<a class="brand" href="/">Tijdig</a>
<nav aria-label="${words.navigation.label}">
${link('queue', '/', words.navigation.queue)}
${link('search', '/search', words.navigation.search)}
${figuresFor(c) ? link('manager', '/manager', words.navigation.manager) : ''}
</nav>
<form class="find" action="/search" method="post" role="search">${csrfField(c)}
<input type="search" name="q" aria-label="${words.searchBox.label}" placeholder="${words.searchBox.placeholder}" maxlength="254" autocomplete="off" data-key-search>
</form>
<div class="bar-end">
<button class="quiet keys-button" type="button" title="${words.keys.open}" aria-label="${words.keys.open}" data-keys-open>?</button>
${languageSwitch(c)}
<form method="post" action="/sign-out">${csrfField(c)}<button class="quiet">${words.navigation.signOut}</button></form>
</div>
</header>`;
}

/** Whether the figures are for whoever looks. */
function figuresFor(c: Request): boolean {
  const { roles } = c.var.viewer;
  return roles.has('manager') || roles.has('auditor');
}

function languageSwitch(c: Request): Html {
  const other = c.var.language === 'nl' ? 'en' : 'nl';
  return html`<form method="post" action="/language"><input type="hidden" name="back" value="${c.req.path}"><button class="quiet" name="language" value="${other}" lang="${other}">${c.var.words.switchTo}</button></form>`;
}

/** The session's token as a hidden field; `form` puts it into every form. */
export function csrfField(c: Request): Html {
  return html`<input type="hidden" name="csrf" value="${c.var.viewer.csrf}">`;
}

function keysHelp(c: Request): Html {
  const { keys } = c.var.words;
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['/'], keys.search],
    [['j'], keys.next],
    [['k'], keys.previous],
    [['Enter'], keys.enter],
    [['g', 'q'], keys.queue],
    ...(figuresFor(c) ? [[['g', 'm'], keys.manager] as const] : []),
    [['g', 's'], keys.toSearch],
    [['?'], keys.help],
  ];
  return html`<dialog id="keys" aria-labelledby="keys-title">
<h2 id="keys-title">${keys.title}</h2>
<dl class="keys">${rows.map(([pressed, meaning]) => html`<div><dt>${pressed.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${meaning}</dd></div>`)}</dl>
<form method="dialog"><button>${keys.close}</button></form>
</dialog>`;
}
