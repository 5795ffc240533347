import { fileURLToPath } from 'node:url';
import { isLoopback } from './server-url.ts';
import type { Source } from './source.ts';

/** Where the customers are listed. */
export type DirectorySettings =
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'http';
      readonly url: string;
      /** Sent as a bearer token; null: none. */
      readonly token: string | null;
    };

/** `DIRECTORY_URL`, a CSV file or an HTTP endpoint, and `DIRECTORY_TOKEN`; null when there is no directory. */
export function readDirectory(source: Source): DirectorySettings | null {
  const value = source.text('DIRECTORY_URL');
  const token = source.text('DIRECTORY_TOKEN');
  const settings = value === null ? null : readPlace(source, value, token);
  if (token !== null && settings?.kind !== 'http' && source.problems().length === 0)
    source.warn('DIRECTORY_TOKEN has no effect, because DIRECTORY_URL is not an HTTP address.');
  return settings;
}

function readPlace(source: Source, value: string, token: string | null): DirectorySettings | null {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:/.test(value)) return { kind: 'file', path: value };
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol === 'file:') return readFile(source, url);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return source.problem('DIRECTORY_URL', 'must be a path, or begin with file:/// or https://');
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    return source.problem('DIRECTORY_URL', 'must be an address without user name and password; DIRECTORY_TOKEN is for what lets us in');
  if (url.protocol === 'http:' && !isLoopback(url.hostname.replace(/^\[|\]$/g, '')))
    return source.problem('DIRECTORY_URL', 'must be https: customers’ addresses would cross the network unencrypted');
  if (token !== null && !/^[\x21-\x7e]{1,4096}$/.test(token)) return source.problem('DIRECTORY_TOKEN', 'must be one word');
  return { kind: 'http', url: value, token };
}

function readFile(source: Source, url: URL): DirectorySettings | null {
  try {
    return { kind: 'file', path: fileURLToPath(url) };
  } catch {
    return source.problem('DIRECTORY_URL', 'must name a file by its whole path after three slashes');
  }
}
