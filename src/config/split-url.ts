/** A URL taken apart, credentials decoded. */
export interface SplitUrl {
  /** Lower case, without the colon. */
  readonly scheme: string;
  readonly user: string | null;
  readonly password: string | null;
  /** As written, lower case, without port and without the brackets of IPv6; several stay separated by commas. */
  readonly host: string;
  readonly port: number | null;
  /** Decoded, without its leading slash. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
}

const encoded: Readonly<Record<string, string>> = { '@': '%40', '/': '%2F', '#': '%23', '?': '%3F', ':': '%3A', '%': '%25' };

function mustBeEncoded(character: string): string {
  return `has a bare "${character}" in its user name or password, which must be written ${encoded[character]}`;
}

/**
 * Takes a URL apart ourselves, because the platform's parser guesses where we must explain: it takes
 * `imaps://user:12/34@host` for the host `user`. Answers the URL, or in words what is wrong with it,
 * without any part of it (RFC 3986 §3.2.1 is what the words rest on).
 */
export function splitUrl(value: string): SplitUrl | string {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]{0,20}):\/\//.exec(value)?.[1];
  if (scheme === undefined) return 'does not begin with a scheme such as imaps://';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\s\u0000-\u001f\u007f]/.test(value)) return 'has a space or control character in it, which must be written %20 or the like';
  const rest = value.slice(scheme.length + 3);
  const end = rest.search(/[/?#]/);
  const authority = end === -1 ? rest : rest.slice(0, end);
  const tail = end === -1 ? '' : rest.slice(end);
  const bare = bareCharacter(authority, tail);
  if (bare !== null) return mustBeEncoded(bare);
  if (tail.includes('#')) return 'has a "#" in it; in a password it is written %23';
  const at = authority.indexOf('@');
  const credentials = at === -1 ? null : readCredentials(authority.slice(0, at));
  if (typeof credentials === 'string') return credentials;
  const place = readHost(authority.slice(at + 1));
  if (typeof place === 'string') return place;
  const [path = '', query = ''] = tail.split('?', 2);
  const decodedPath = decode(path.replace(/^\//, ''));
  if (decodedPath === null) return 'has a "%" in its path that is not followed by two hexadecimal digits; write it %25';
  const parameters = new Map(new URLSearchParams(query));
  return { scheme: scheme.toLowerCase(), user: null, password: null, ...credentials, ...place, path: decodedPath, query: parameters };
}

/** The character that cut the credentials short, when one did. */
function bareCharacter(authority: string, tail: string): string | null {
  if (authority.indexOf('@') !== authority.lastIndexOf('@')) return '@';
  if (!tail.includes('@')) return null;
  return authority.includes('@') ? '@' : tail.charAt(0);
}

function readCredentials(text: string): { readonly user: string | null; readonly password: string | null } | string {
  const colon = text.indexOf(':');
  const user = colon === -1 ? text : text.slice(0, colon);
  const password = colon === -1 ? '' : text.slice(colon + 1);
  if (password.includes(':')) return mustBeEncoded(':');
  const [plainUser, plainPassword] = [decode(user), decode(password)];
  if (plainUser === null || plainPassword === null) return mustBeEncoded('%');
  return { user: plainUser === '' ? null : plainUser, password: plainPassword === '' ? null : plainPassword };
}

function readHost(text: string): { readonly host: string; readonly port: number | null } | string {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]]*))(?::(\d{0,9}))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) {
    return text.includes(',') ? { host: text.toLowerCase(), port: null } : 'has a host or port that cannot be read; the port is a number';
  }
  const number = port === undefined || port === '' ? null : Number(port);
  if (number !== null && (number < 1 || number > 65_535)) return 'has a port outside 1 to 65535';
  return { host: host.toLowerCase(), port: number };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
