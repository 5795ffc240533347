/**
 * A customer's HTML, when somebody asks to see it: made harmless (intake/safe-html), then shown by an empty-handed page in
 * a frame with nothing allowed. Its policy forbids scripts, forms, frames, fonts and everything from outside.
 */
import { html, raw } from 'hono/html';
import type { Html, Request } from '../page.ts';
import { pageWords } from './page-words.ts';
import { say } from './parts.ts';

export const framePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

/** The page inside the frame. `content` was made harmless before: the one place where markup is taken as it is. */
export async function frameContent(c: Request, content: string): Promise<Response> {
  const page =
    await html`<!doctype html><html lang="und"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>.</title></head><body style="margin:16px;background:#fff;color:#111;font-family:sans-serif;overflow-wrap:anywhere">${raw(content)}</body></html>`;
  return c.html(page, 200, {
    'content-security-policy': framePolicy,
    'x-frame-options': 'SAMEORIGIN',
    'cache-control': 'no-store',
  });
}

/** Our own page around the frame. */
export function framePage(c: Request, reference: string, messageId: string): Html {
  return html`<link rel="stylesheet" href="${c.var.staticPath('case.css')}"><div class="case"><p class="eyebrow"><a href="/cases/${reference}#message-${messageId}">${say(c, pageWords.backToText)}</a></p>
<h1>${say(c, pageWords.sealedFrame)}</h1><p class="hint">${say(c, pageWords.asSentHint)}</p>
<iframe class="sealed" sandbox="" referrerpolicy="no-referrer" loading="lazy" title="${say(c, pageWords.sealedFrame)}" src="/cases/${reference}/messages/${messageId}/html/content"></iframe></div>`;
}
