// Reading messages over an open IMAP connection: range fetches with BODY.PEEK in a folder opened by EXAMINE, so that
// nothing on the server changes. Sizes come first; a large message is taken without its end.
import { ExpectedError } from '../errors.ts';
import { chooseBatch, keptOfLarge, largestMessage, type SizedMessage } from './batch.ts';
import type { FetchedMessage, ListedMessage, UidRange } from './mailbox.ts';

/** The part of the library's client that is used here; the door hands it in. */
export interface ImapClient {
  readonly usable: boolean;
  readonly mailbox: false | OpenFolder;
  mailboxOpen(path: string, options: { readonly readOnly: true }): Promise<OpenFolder | undefined>;
  fetch(range: string, query: FetchQuery, options: { uid: true }): AsyncGenerator<RawFetch, unknown, undefined>;
  search(query: SearchQuery, options: { uid: true }): Promise<number[] | false | undefined>;
}

export interface OpenFolder {
  readonly path: string;
  readonly uidValidity: bigint;
  readonly uidNext: number;
  readonly exists: number;
}

interface FetchQuery {
  readonly uid: true;
  readonly size?: true;
  readonly internalDate: true;
  readonly source?: true;
  readonly bodyParts?: { key: string; start: number; maxLength: number }[];
}

interface RawFetch {
  readonly uid: number;
  readonly size?: number | undefined;
  readonly internalDate?: Date | string | undefined;
  readonly source?: Buffer | undefined;
  /** Where the library puts the part `header`. */
  readonly headers?: Buffer | undefined;
  readonly bodyParts?: Map<string, Buffer | null | undefined> | undefined;
}

interface SearchQuery {
  readonly since?: Date;
  readonly header?: Record<string, string>;
}

/** Waits at most the connection's time-out; a late answer ends the connection. */
export type Within = <T>(work: Promise<T>) => Promise<T>;

export interface Session {
  readonly client: ImapClient;
  readonly within: Within;
}

/** After a drop the library answers "nothing" without an error: nothing is believed before this was asked. */
export function assertUsable(client: ImapClient): void {
  if (!client.usable) throw Object.assign(new Error('connection lost'), { code: 'NoConnection' });
}

/** Opens a folder read-only. `fresh`: even when it is open, so that the server looks again. */
export async function openFolder({ client, within }: Session, path: string, fresh: boolean): Promise<OpenFolder> {
  if (!fresh && client.mailbox && client.mailbox.path === path) return client.mailbox;
  const opened = await within(client.mailboxOpen(path, { readOnly: true }));
  assertUsable(client);
  if (opened === undefined) throw Object.assign(new Error('not opened'), { code: 'NoConnection' });
  return opened;
}

/** One batch of the range, ascending. */
export async function fetchRange(session: Session, range: UidRange, limit: number): Promise<readonly FetchedMessage[]> {
  return fetchBodies(session, chooseBatch(await sizesFrom(session, range, limit), limit));
}

/** These messages, those that still exist, whatever their size together. */
export async function fetchUids(session: Session, uids: readonly number[]): Promise<readonly FetchedMessage[]> {
  const wanted = [...new Set(uids)].sort((a, b) => a - b);
  const fetched: FetchedMessage[] = [];
  for (let at = 0; at < wanted.length; at += 200) {
    const some = wanted.slice(at, at + 200);
    fetched.push(...(await fetchBodies(session, await sizes(session, some.join(',')))));
  }
  return fetched;
}

/** UID and arrival since; SEARCH knows days only, so one more day is asked for and the rest is left out here. */
export async function listSince(session: Session, since: Temporal.Instant): Promise<readonly ListedMessage[]> {
  const dayBefore = new Date(since.subtract({ hours: 24 }).epochMilliseconds);
  const found = await search(session, { since: dayBefore });
  const [first, last] = [found.at(0), found.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await collect(session, `${first}:${last}`, { uid: true, internalDate: true });
  return rows
    .map(({ uid, internalDate }) => ({ uid, receivedAt: instant(internalDate) }))
    .filter((row) => Temporal.Instant.compare(row.receivedAt, since) >= 0)
    .sort((a, b) => a.uid - b.uid);
}

/** UIDs that match, ascending. */
export async function search({ client, within }: Session, query: SearchQuery): Promise<readonly number[]> {
  const found = await within(client.search(query, { uid: true }));
  assertUsable(client);
  if (!Array.isArray(found)) throw Object.assign(new Error('search refused'), { code: 'SearchRefused' });
  return found;
}

// UIDs may lie far apart, so the span grows until `limit` messages are seen or the end is reached.
async function sizesFrom(session: Session, range: UidRange, limit: number): Promise<readonly SizedMessage[]> {
  const { mailbox } = session.client;
  const newest = mailbox ? mailbox.uidNext - 1 : 0;
  const to = Math.min(range.to ?? newest, newest);
  const seen: SizedMessage[] = [];
  let span = Math.max(limit, 100);
  for (let from = Math.max(range.from, 1); from <= to && seen.length < limit; from += span, span *= 4) {
    seen.push(...(await sizes(session, `${from}:${Math.min(from + span - 1, to)}`)));
  }
  return seen;
}

async function sizes(session: Session, range: string): Promise<readonly SizedMessage[]> {
  const rows = await collect(session, range, { uid: true, size: true, internalDate: true });
  return rows
    .map(({ uid, size, internalDate }) => ({ uid, size: size ?? 0, receivedAt: instant(internalDate) }))
    .sort((a, b) => a.uid - b.uid);
}

async function fetchBodies(session: Session, sized: readonly SizedMessage[]): Promise<readonly FetchedMessage[]> {
  const bytes = new Map<number, Uint8Array>();
  const whole = sized.filter((message) => message.size <= largestMessage);
  if (whole.length > 0) {
    for (const row of await collect(session, runs(sized, whole), { uid: true, internalDate: true, source: true })) {
      if (row.source) bytes.set(row.uid, row.source);
    }
  }
  for (const large of sized.filter((message) => message.size > largestMessage)) {
    const raw = await beginning(session, large.uid);
    if (raw !== null) bytes.set(large.uid, raw);
  }
  return sized.flatMap((message) => {
    const raw = bytes.get(message.uid);
    return raw === undefined ? [] : [{ ...message, raw, truncated: message.size > largestMessage }];
  });
}

async function beginning(session: Session, uid: number): Promise<Uint8Array | null> {
  const bodyParts = ['header', 'text'].map((key) => ({ key, start: 0, maxLength: keptOfLarge }));
  const [row] = await collect(session, String(uid), { uid: true, internalDate: true, bodyParts });
  return row?.headers ? Buffer.concat([row.headers, row.bodyParts?.get('text') ?? Buffer.alloc(0)]) : null;
}

// A sequence set of runs without the messages in `all` that are not in `wanted`: `4:90,92:110`.
function runs(all: readonly SizedMessage[], wanted: readonly SizedMessage[]): string {
  const include = new Set(wanted);
  const parts: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | null = null;
  for (const message of all) {
    if (!include.has(message)) {
      open = null;
      continue;
    }
    if (open === null) {
      open = { from: message.uid, to: message.uid };
      parts.push(open);
    }
    open.to = message.uid;
  }
  return parts.map(({ from, to }) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}

async function collect({ client, within }: Session, range: string, query: FetchQuery): Promise<readonly RawFetch[]> {
  const rows: RawFetch[] = [];
  const answers = client.fetch(range, query, { uid: true });
  for (let next = await within(answers.next()); next.done !== true; next = await within(answers.next())) rows.push(next.value);
  assertUsable(client);
  return rows;
}

function instant(internalDate: Date | string | undefined): Temporal.Instant {
  const milliseconds = internalDate instanceof Date ? internalDate.getTime() : Number.NaN;
  if (!Number.isNaN(milliseconds)) return Temporal.Instant.fromEpochMilliseconds(milliseconds);
  throw new ExpectedError('mailbox-unreachable', 'MAILBOX_URL: the server gave a message without an arrival time (INTERNALDATE).', {
    retry: 'later',
  });
}
