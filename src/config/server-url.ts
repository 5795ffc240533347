import { domainToASCII } from 'node:url';
import type { Source } from './source.ts';
import { type SplitUrl, splitUrl } from './split-url.ts';

/** How to reach a server: `none` means no TLS, allowed only on loopback or when said explicitly. */
export type Tls = 'implicit' | 'starttls' | 'none';

export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: Tls;
  readonly user: string | null;
  readonly password: string | null;
  /** A shell command that prints an OAuth2 access token (XOAUTH2); null: sign in with the password. */
  readonly tokenCommand: string | null;
}

export interface ImapSettings extends ServerSettings {
  readonly kind: 'imap';
  /** From the URL's path; `INBOX` when absent. */
  readonly folder: string;
}

export interface MaildirSettings {
  readonly kind: 'maildir';
  readonly path: string;
  /** Our own embedded mailbox: received = first seen, no go-live. */
  readonly own: boolean;
}

export type MailboxSettings = ImapSettings | MaildirSettings;

export type SmtpSettings = ({ readonly kind: 'smtp' } & ServerSettings) | { readonly kind: 'folder'; readonly path: string };

/** `MAILBOX_URL` and its token command; `own` when it is not set, or wrong. */
export function readMailbox(source: Source, own: MaildirSettings): MailboxSettings {
  const url = readUrl(source, 'MAILBOX_URL', ['imaps', 'imap', 'maildir']);
  if (url === null) return orphanToken(source, 'MAILBOX_TOKEN_COMMAND', 'MAILBOX_URL') ?? own;
  if (url.scheme === 'maildir') {
    const path = readFolder(source, 'MAILBOX_URL', url, 'maildir:///var/mail/support');
    return path === null ? own : { kind: 'maildir', path, own: false };
  }
  const server = readServer(source, 'MAILBOX_URL', 'MAILBOX_TOKEN_COMMAND', url, url.scheme === 'imaps' ? 993 : 143);
  if (server === null) return own;
  if (server.user === null) source.problem('MAILBOX_URL', 'has no user name');
  return { kind: 'imap', ...server, folder: url.path === '' ? 'INBOX' : url.path };
}

/** `SMTP_URL` and its token command; `drop` when it is not set, or wrong. */
export function readSmtp(source: Source, drop: SmtpSettings): SmtpSettings {
  const url = readUrl(source, 'SMTP_URL', ['smtps', 'smtp', 'file']);
  if (url === null) return orphanToken(source, 'SMTP_TOKEN_COMMAND', 'SMTP_URL') ?? drop;
  if (url.scheme === 'file') {
    const path = readFolder(source, 'SMTP_URL', url, 'file:///var/spool/tijdig');
    return path === null ? drop : { kind: 'folder', path };
  }
  const server = readServer(source, 'SMTP_URL', 'SMTP_TOKEN_COMMAND', url, url.scheme === 'smtps' ? 465 : 587);
  if (server === null) return drop;
  if (url.path !== '') source.problem('SMTP_URL', 'has a path, which means nothing here');
  return { kind: 'smtp', ...server };
}

/** Whether a connection to this host stays inside the machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function readUrl(source: Source, name: string, schemes: readonly string[]): SplitUrl | null {
  const value = source.text(name);
  if (value === null) return null;
  const url = splitUrl(value);
  const list = schemes.map((scheme) => `${scheme}://`).join(', ');
  if (typeof url === 'string') return source.problem(name, url);
  return schemes.includes(url.scheme) ? url : source.problem(name, `must begin with one of ${list}`);
}

function readFolder(source: Source, name: string, url: SplitUrl, example: string): string | null {
  const wellFormed = url.host === '' && url.user === null && url.path !== '' && url.query.size === 0;
  if (wellFormed) return `/${url.path}`;
  return source.problem(name, `must name a folder by its whole path after three slashes, like ${example}`);
}

function readServer(source: Source, name: string, tokenName: string, url: SplitUrl, standardPort: number): ServerSettings | null {
  const host = url.host.includes(':') ? url.host : domainToASCII(url.host);
  if (host === '' || host.includes(',')) return source.problem(name, 'has no host that can be read');
  const tls = readTls(source, name, url, host);
  const tokenCommand = source.text(tokenName);
  if (url.user !== null && url.password === null && tokenCommand === null) {
    source.problem(name, `has a user name but no password; give one, or set ${tokenName}`);
  }
  if (url.user === null && (url.password !== null || tokenCommand !== null)) source.problem(name, 'has no user name');
  if (url.password !== null && tokenCommand !== null) source.warn(`The password in ${name} is not used, because ${tokenName} is set.`);
  return { host, port: url.port ?? standardPort, tls, user: url.user, password: url.password, tokenCommand };
}

function readTls(source: Source, name: string, url: SplitUrl, host: string): Tls {
  const implicit = url.scheme.endsWith('s');
  for (const [key, value] of url.query) {
    if (key !== 'tls' || value !== 'off') source.problem(name, 'may have "?tls=off" behind it and nothing else');
    else if (implicit) source.problem(name, `says both ${url.scheme}:// (with TLS) and "?tls=off"; choose one`);
    else if (!isLoopback(host)) source.warn(`${name} says "?tls=off": passwords and messages cross the network unencrypted.`);
  }
  if (implicit) return 'implicit';
  return url.query.get('tls') === 'off' || isLoopback(host) ? 'none' : 'starttls';
}

function orphanToken(source: Source, tokenName: string, urlName: string): null {
  if (source.text(tokenName) !== null && source.text(urlName) === null) {
    source.warn(`${tokenName} has no effect, because ${urlName} is not set.`);
  }
  return null;
}
