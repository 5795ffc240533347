// The numbers we give to the files of a Maildir, kept in the Maildir itself: a first line with the epoch, then one
// line a message: UID, first seen (milliseconds), base name. Lines are only ever added; a number is never used twice.
// The epoch stands in the same file, so that losing the file can only mean a new epoch, never old numbers for new
// messages. A line cut short by a crash is cut off again when the file is next read.
import { type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';

export interface IndexEntry {
  readonly uid: number;
  readonly base: string;
  readonly firstSeen: Temporal.Instant;
}

export interface MaildirIndex {
  /** What IMAP calls UIDVALIDITY. */
  readonly epoch: bigint;
  readonly uidNext: number;
  readonly byUid: ReadonlyMap<number, IndexEntry>;
  readonly byBase: ReadonlyMap<string, IndexEntry>;
}

const indexName = '.tijdig-uids';
const heading = /^tijdig-uids (\d{1,19})$/;
const line = /^(\d{1,15}) (\d{1,15}) ([^\n]{1,255})$/;

/** Reads the index, making it with `now` as epoch when there is none. Errors of the file system pass through. */
export async function readIndex(maildir: string, now: Temporal.Instant): Promise<MaildirIndex> {
  const path = join(maildir, indexName);
  const file = await openExisting(path);
  if (file === null) return createIndex(path, now);
  try {
    const text = await file.readFile('utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) await file.truncate(Buffer.byteLength(whole));
    const [first = '', ...rest] = whole.split('\n');
    const epoch = heading.exec(first)?.[1];
    return epoch === undefined ? await createIndex(path, now) : indexOf(BigInt(epoch), rest.flatMap(parseLine));
  } finally {
    await file.close();
  }
}

/** Numbers these files, in this order, and keeps that before anyone learns of it. */
export async function addToIndex(
  maildir: string,
  index: MaildirIndex,
  bases: readonly string[],
  now: Temporal.Instant,
): Promise<MaildirIndex> {
  if (bases.length === 0) return index;
  const added = bases.map((base, at) => ({ uid: index.uidNext + at, base, firstSeen: now }));
  const file = await open(join(maildir, indexName), 'a');
  try {
    await file.write(added.map(({ uid, base }) => `${uid} ${now.epochMilliseconds} ${base}\n`).join(''));
    await file.datasync();
  } finally {
    await file.close();
  }
  return indexOf(index.epoch, [...index.byUid.values(), ...added]);
}

async function openExisting(path: string): Promise<FileHandle | null> {
  return open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

async function createIndex(path: string, now: Temporal.Instant): Promise<MaildirIndex> {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.write(`tijdig-uids ${now.epochMilliseconds}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  return indexOf(BigInt(now.epochMilliseconds), []);
}

function parseLine(text: string): readonly IndexEntry[] {
  const [, uid, seen, base] = line.exec(text) ?? [];
  if (uid === undefined || seen === undefined || base === undefined) return [];
  return [{ uid: Number(uid), base, firstSeen: Temporal.Instant.fromEpochMilliseconds(Number(seen)) }];
}

function indexOf(epoch: bigint, entries: readonly IndexEntry[]): MaildirIndex {
  const byUid = new Map(entries.map((entry) => [entry.uid, entry]));
  const byBase = new Map(entries.map((entry) => [entry.base, entry]));
  const uidNext = entries.reduce((highest, { uid }) => Math.max(highest, uid), 0) + 1;
  return { epoch, uidNext, byUid, byBase };
}
