/** Whether a request comes from our own pages. The first guard; the token of the session is the second. */
import type { Middleware, Request } from './page.ts';
import { problem } from './problem.ts';

/** Bytes a form may have; one with files may have more. */
const largest = { plain: 1_000_000, files: 30_000_000 };

/** @param origins where browsers reach us: `http://127.0.0.1:8425` */
export function requireOwnOrigin(origins: readonly string[]): Middleware {
  const hosts = origins.map((origin) => new URL(origin).host);
  return async (c, next) => {
    // Another name that was made to lead here (DNS rebinding) is not us.
    if (!hosts.includes(c.req.header('host') ?? new URL(c.req.url).host)) return problem(c, 'foreign');
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (c.req.method !== 'POST') return problem(c, 'method');
    if (!isFromHere(c, origins)) return problem(c, 'foreign');
    if (isTooLarge(c)) return problem(c, 'tooLarge');
    return next();
  };
}

/**
 * Browsers say where a form stood: over https and on loopback with `Sec-Fetch-Site`, everywhere with `Origin`, which is
 * `null` for our own pages too, because they give no referrer. Whoever says neither is no browser.
 */
function isFromHere(c: Request, origins: readonly string[]): boolean {
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')];
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  return origins.includes(origin);
}

function isTooLarge(c: Request): boolean {
  const length = Number(c.req.header('content-length') ?? Number.NaN);
  const files = c.req.header('content-type')?.startsWith('multipart/form-data') ?? false;
  // A form of unknown length is not one that a browser sends.
  return !(length <= (files ? largest.files : largest.plain));
}
