import { isIP } from 'node:net';
import { readAddress, readNamedAddress } from './address.ts';
import { isLoopback, type MailboxSettings, type SmtpSettings } from './server-url.ts';
import { readList, readNumber, type Source } from './source.ts';
import { splitUrl } from './split-url.ts';

export type SentCopy = 'server' | 'append' | 'bcc';

export type DatabaseSettings =
  | { readonly kind: 'embedded'; readonly folder: string }
  | {
      readonly kind: 'server';
      readonly url: string;
      /** Owner of the tables; null: the same role. */
      readonly migrateUrl: string | null;
    };

export interface ModelSettings {
  readonly apiKey: string;
  readonly baseUrl: string | null;
  readonly model: string;
  /** 0: no limit. */
  readonly dailyTokens: number;
}

/** `DATABASE_URL` and `MIGRATE_DATABASE_URL`; the embedded one in `folder` when the first is not set. */
export function readDatabase(source: Source, folder: string): DatabaseSettings {
  const url = readDatabaseUrl(source, 'DATABASE_URL');
  const migrateUrl = readDatabaseUrl(source, 'MIGRATE_DATABASE_URL');
  if (migrateUrl !== null && !source.has('DATABASE_URL')) source.problem('DATABASE_URL', 'is missing, while MIGRATE_DATABASE_URL is set');
  return url === null ? { kind: 'embedded', folder } : { kind: 'server', url, migrateUrl };
}

function readDatabaseUrl(source: Source, name: string): string | null {
  const value = source.text(name);
  if (value === null) return null;
  const url = splitUrl(value);
  if (typeof url === 'string') return source.problem(name, url);
  if (url.scheme !== 'postgres' && url.scheme !== 'postgresql') return source.problem(name, 'must begin with postgres://');
  if (url.host === '' && !url.query.has('host')) return source.problem(name, 'has no host');
  return url.path === '' ? source.problem(name, 'names no database behind the host') : value;
}

/** `MAIL_FROM`; required as soon as a real mail server is involved, since bounces must come back to somebody. */
export function readMailFrom(source: Source): { readonly address: string; readonly name: string | null } {
  const embedded = { address: 'support@localhost', name: 'Tijdig' };
  const value = source.text('MAIL_FROM');
  if (value !== null)
    return readNamedAddress(value) ?? source.problem('MAIL_FROM', 'is not an address, alone or as Name <address>') ?? embedded;
  const own = ['MAILBOX_URL', 'SMTP_URL'].filter((name) => source.has(name) && !/^(?:maildir|file):/i.test(source.text(name) ?? ''));
  if (own.length > 0) source.problem('MAIL_FROM', `is missing, while ${own[0]} is set: letters need a sender`);
  return embedded;
}

/** `REPLY_ADDRESS`, with `{token}` once in its local part. */
export function readReplyAddress(source: Source): string | null {
  const value = source.text('REPLY_ADDRESS');
  if (value === null) return null;
  const parts = value.split('{token}');
  const fits = parts.length === 2 && parts[1]?.includes('@') && readAddress(parts.join('t')) !== null;
  return fits ? value : source.problem('REPLY_ADDRESS', 'must be an address with {token} once before its @');
}

/** `AUTHSERV_ID`: one word, as at the head of Authentication-Results (RFC 8601 §2.5). */
export function readAuthservId(source: Source): string | null {
  const value = source.text('AUTHSERV_ID');
  if (value === null || /^[A-Za-z0-9._:-]{1,253}$/.test(value)) return value;
  return source.problem('AUTHSERV_ID', 'must be one name, as it stands before the first semicolon of Authentication-Results');
}

/** `STAFF`, `MANAGERS` or `AUTHORITY`, domains in ASCII. */
export function readPeople(source: Source, name: string, ownAddress: string): readonly string[] {
  const entries = readList(source, name);
  const addresses = entries.map(readAddress);
  const wrong = addresses.flatMap((address, index) => (address === null ? [index + 1] : []));
  if (wrong.length > 0)
    source.problem(name, `must be plain addresses between commas; not one: number ${wrong.join(', ')} of ${entries.length}`);
  const people = [...new Set(addresses.filter((address) => address !== null))];
  if (people.some((address) => address.toLowerCase() === ownAddress.toLowerCase())) {
    source.warn(`${name} contains the address of MAIL_FROM: mail to it comes back to Tijdig and is read by nobody.`);
  }
  return people;
}

/** `FORM_SENDERS`, in lower case. */
export function readFormSenders(source: Source): readonly string[] {
  const entries = readList(source, 'FORM_SENDERS');
  const addresses = entries.map(readAddress);
  const wrong = addresses.flatMap((address, index) => (address === null ? [index + 1] : []));
  if (wrong.length > 0)
    source.problem('FORM_SENDERS', `must be plain addresses between commas; not one: number ${wrong.join(', ')} of ${entries.length}`);
  return [...new Set(addresses.flatMap((address) => address?.toLowerCase() ?? []))];
}

export interface ConsoleSettings {
  /** 0: any free one; null: the usual one, or any free one where that is taken. */
  readonly port: number | null;
  readonly host: string;
}

/** `CONSOLE_PORT` and `CONSOLE_HOST`; null: off. @param usually whether there are pages when nothing is said */
export function readConsole(source: Source, usually: boolean): ConsoleSettings | null {
  const host = source.text('CONSOLE_HOST') ?? '127.0.0.1';
  if (isIP(host) === 0 && host !== 'localhost') source.problem('CONSOLE_HOST', 'must be an address of this machine, as numbers');
  const port = source.text('CONSOLE_PORT');
  if (port === null) return usually ? { port: null, host } : null;
  if (port.toLowerCase() === 'off') return null;
  return { port: readNumber(source, 'CONSOLE_PORT', { least: 0, most: 65_535, fallback: 8425 }), host };
}

/** `PUBLIC_URL`: an origin, since the pages stand at its top. */
export function readPublicUrl(source: Source): string | null {
  const value = readWebUrl(source, 'PUBLIC_URL');
  if (value === null || new URL(value).pathname === '/') return value;
  return source.problem('PUBLIC_URL', 'must be an address without a path: the staff pages stand at its top');
}

/** `ALERT_URL`: where alarms go; null: nowhere. Its path and query may be what lets us in. */
export function readAlertUrl(source: Source): string | null {
  const value = source.text('ALERT_URL');
  if (value === null || value.toLowerCase() === 'off') return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return source.problem('ALERT_URL', 'must begin with https://, or be off');
  if (url.username !== '' || url.password !== '') return source.problem('ALERT_URL', 'must be an address without user name and password');
  if (url.protocol === 'http:' && !isLoopback(url.hostname.replace(/^\[|\]$/g, '')))
    return source.problem('ALERT_URL', 'must be https: whoever reads the address on the way can write there');
  return value;
}

/** A web address without credentials; without a slash at its end. */
export function readWebUrl(source: Source, name: string): string | null {
  const value = source.text(name);
  if (value === null) return null;
  const url = splitUrl(value);
  if (typeof url === 'string') return source.problem(name, url);
  const plain = url.user === null && url.password === null && url.query.size === 0 && URL.canParse(value);
  if (!['http', 'https'].includes(url.scheme) || url.host === '') return source.problem(name, 'must begin with https:// and a host');
  if (!plain) return source.problem(name, 'must be an address without user name, password and query');
  if (url.scheme === 'http' && !isLoopback(url.host)) source.warn(`${name} is not https: what is sent there can be read on the way.`);
  return value.endsWith('/') ? value.slice(0, -1) : value;
}

/** `SECRET_KEY` as bytes: hex when it is all hex, else base64 of 32 bytes or more, else the text itself. */
export function readSecretKey(source: Source): Uint8Array | null {
  const value = source.text('SECRET_KEY');
  if (value === null) return source.has('DATABASE_URL') ? source.problem('SECRET_KEY', 'is missing, while DATABASE_URL is set') : null;
  const bytes = decodeKey(value);
  const wrong = weakness(bytes);
  return wrong === null ? bytes : source.problem('SECRET_KEY', wrong);
}

/** `SECRET_KEY_OTHERS`: keys that open what they once sealed. */
export function readOtherKeys(source: Source): readonly Uint8Array[] {
  const keys = readList(source, 'SECRET_KEY_OTHERS').map(decodeKey);
  const wrong = keys.map(weakness).find((one) => one !== null);
  if (wrong !== undefined) source.problem('SECRET_KEY_OTHERS', `must be keys between commas; one of them ${wrong}`);
  if (keys.length > 0 && !source.has('SECRET_KEY')) source.problem('SECRET_KEY', 'is missing, while SECRET_KEY_OTHERS is set');
  return wrong === undefined ? keys : [];
}

function weakness(key: Uint8Array): string | null {
  if (key.length < 32) return 'is shorter than 32 bytes';
  return new Set(key).size < 8 ? 'repeats a few characters' : null;
}

function decodeKey(value: string): Uint8Array {
  if (/^[0-9a-fA-F]+$/.test(value) && value.length >= 64 && value.length % 2 === 0) return Buffer.from(value, 'hex');
  const decoded = /^[A-Za-z0-9+/_-]+={0,2}$/.test(value) ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  return decoded.length >= 32 ? decoded : Buffer.from(value, 'utf8');
}

/** `TIME_ZONE`, a named one: an offset knows no summer time. */
export function readTimeZone(source: Source): string | null {
  const value = source.text('TIME_ZONE');
  if (value === null) return null;
  try {
    const zone = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value).timeZoneId;
    if (/^[A-Za-z]/.test(zone)) return zone;
  } catch {
    // Not a time zone: the same answer as for an offset.
  }
  return source.problem('TIME_ZONE', 'is not the name of a time zone');
}

/** `GO_LIVE`: a moment, with its offset. */
export function readGoLive(source: Source): Temporal.Instant | null {
  const value = source.text('GO_LIVE');
  if (value === null) return null;
  try {
    return Temporal.Instant.from(value);
  } catch {
    return source.problem('GO_LIVE', 'is not a date and time with an offset');
  }
}

/**
 * Google and Microsoft file what is submitted to them; the relay of Google does not. Only a mailbox at the
 * same provider shows that copy: elsewhere "not found" would mean nothing, and a letter would leave twice.
 */
export function usualSentCopy(mailbox: MailboxSettings, smtp: SmtpSettings): SentCopy {
  if (mailbox.kind !== 'imap' || smtp.kind !== 'smtp' || smtp.host === 'smtp-relay.gmail.com') return 'append';
  const provider = providerOf(smtp.host);
  return provider !== null && provider === providerOf(mailbox.host) ? 'server' : 'append';
}

function providerOf(host: string): 'google' | 'microsoft' | null {
  const domain = host.split('.').slice(-2).join('.');
  if (['gmail.com', 'googlemail.com'].includes(domain)) return 'google';
  return ['office365.com', 'outlook.com', 'hotmail.com'].includes(domain) ? 'microsoft' : null;
}

/**
 * On only when `OPENAI_MODEL` is set: an API key that happens to stand in the environment must not be enough
 * to send customers' words away.
 */
export function readModel(source: Source): ModelSettings | null {
  const model = source.text('OPENAI_MODEL');
  const apiKey = source.text('OPENAI_API_KEY');
  const baseUrl = readWebUrl(source, 'OPENAI_BASE_URL');
  const dailyTokens = readNumber(source, 'OPENAI_DAILY_TOKENS', { least: 0, most: 999_999_999, fallback: 2_000_000 });
  if (model === null) return null;
  if (apiKey !== null) return { apiKey, baseUrl, model, dailyTokens };
  // A server of one's own often wants no key, but the client insists on one.
  if (source.has('OPENAI_BASE_URL')) return { apiKey: 'none', baseUrl, model, dailyTokens };
  return source.problem('OPENAI_API_KEY', 'is missing, while OPENAI_MODEL is set');
}
