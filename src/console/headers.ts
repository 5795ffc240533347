import type { Middleware } from './page.ts';

/** What a browser may do with our pages: nothing but show them, with our own style, script and forms (W3C CSP 3). */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-store',
};

/** Puts them on every answer, whatever it is. A route that set one of them itself keeps its own. */
export function secureHeaders(https: boolean): Middleware {
  const all = https ? { ...headers, 'strict-transport-security': 'max-age=31536000' } : headers;
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(all)) if (!c.res.headers.has(name)) c.header(name, value);
  };
}
