// Reads a Maildir (https://cr.yp.to/proto/maildir.html) by the same contract as IMAP. Messages in `new` and `cur` are
// read where they lie: nothing is moved, renamed or marked, and only what retention erases is removed (maildir-removal.ts). A message is its base name before the `:`; its number is
// ours (maildir-index.ts). When the folder cannot be read the caller gets an `ExpectedError` and tries again.
import { randomUUID } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { MailboxSettings } from '../config.ts';
import { ExpectedError } from '../errors.ts';
import { chooseBatch, largestMessage, type SizedMessage, uidsWithin } from './batch.ts';
import type { FetchedMessage, Mailbox } from './mailbox.ts';
import { filesIn, readKept, statOf } from './maildir-files.ts';
import { addToIndex, type MaildirIndex, readIndex } from './maildir-index.ts';
import { removeFromMaildir } from './maildir-removal.ts';

type MaildirSettings = Extract<MailboxSettings, { kind: 'maildir' }>;

interface Scan {
  readonly index: MaildirIndex;
  /** Where each base name lies now. */
  readonly places: ReadonlyMap<string, string>;
}

interface Place extends SizedMessage {
  readonly path: string;
}

/** A mailbox in a folder. For our own one "received" is when we first saw the message, otherwise the file's time. */
export function createMaildirMailbox(settings: MaildirSettings, { clock }: { readonly clock: Clock }): Mailbox {
  const { path, own } = settings;
  let last: Promise<unknown> = Promise.resolve();
  let uidNextReported = 1;

  // One at a time: two scans at once would number the same file twice.
  function inTurn<T>(work: (scan: Scan) => Promise<T>): Promise<T> {
    const turn = last.then(async () => {
      try {
        if (own) await createMaildir(path);
        return await work(await scan(path, clock.now()));
      } catch (error) {
        throw maildirTrouble(error);
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    name: `maildir://${path}`,
    folders: () =>
      inTurn(async ({ index, places }) => {
        uidNextReported = index.uidNext;
        return [{ path: 'INBOX', role: 'inbox', uidValidity: index.epoch, uidNext: index.uidNext, messages: places.size }];
      }),
    fetch: (_folder, range, limit) =>
      inTurn(async (current) => {
        const uids = uidsWithin(current.index.byUid.keys(), range);
        return readAll(chooseBatch(await sized(current, uids, own, limit), limit));
      }),
    list: (_folder, since) =>
      inTurn(async (current) => {
        const all = await sized(current, uidsWithin(current.index.byUid.keys(), { from: 1, to: null }), own, Number.POSITIVE_INFINITY);
        return all
          .filter(({ receivedAt }) => Temporal.Instant.compare(receivedAt, since) >= 0)
          .map(({ uid, receivedAt }) => ({ uid, receivedAt }));
      }),
    fetchUids: (_folder, uids) =>
      inTurn(async (current) => {
        const wanted = [...new Set(uids)].sort((a, b) => a - b);
        return readAll(await sized(current, wanted, own, Number.POSITIVE_INFINITY));
      }),
    remove: (wishes) => inTurn((current) => removeFromMaildir(path, current, wishes)),
    findSent: async () => null,
    fileSent: async (raw) => {
      await dropMessage(join(path, '.Sent'), raw).catch((error) => {
        throw maildirTrouble(error);
      });
    },
    wait: (milliseconds, signal) =>
      untilChanged(path, milliseconds, signal, () => inTurn(async ({ index }) => index.uidNext > uidNextReported)),
    close: async () => {
      await last;
    },
  };
}

/**
 * Puts a message into a Maildir, which is made when it is not there. It appears whole or not at all.
 * Returns its base name. Errors of the file system pass through.
 */
export async function dropMessage(maildir: string, raw: Uint8Array): Promise<string> {
  await createMaildir(maildir);
  const base = `${randomUUID()}.tijdig`;
  const file = await open(join(maildir, 'tmp', base), 'wx', 0o600);
  try {
    await file.write(raw);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(join(maildir, 'tmp', base), join(maildir, 'new', base));
  const folder = await open(join(maildir, 'new'), 'r');
  await folder.sync().finally(() => folder.close());
  return base;
}

async function createMaildir(path: string): Promise<void> {
  for (const folder of ['tmp', 'new', 'cur']) await mkdir(join(path, folder), { recursive: true, mode: 0o700 });
}

async function scan(maildir: string, now: Temporal.Instant): Promise<Scan> {
  const places = await filesIn(maildir);
  const index = await readIndex(maildir, now);
  const fresh = [...places].filter(([base]) => !index.byBase.has(base));
  const dated = await Promise.all(fresh.map(async ([base, path]) => ({ base, time: (await statOf(path))?.mtimeMs ?? 0 })));
  dated.sort((a, b) => a.time - b.time || (a.base < b.base ? -1 : 1));
  return {
    index: await addToIndex(
      maildir,
      index,
      dated.map(({ base }) => base),
      now,
    ),
    places,
  };
}

async function sized({ index, places }: Scan, uids: readonly number[], own: boolean, limit: number): Promise<readonly Place[]> {
  const found: Place[] = [];
  for (const uid of uids) {
    if (found.length >= limit) break;
    const entry = index.byUid.get(uid);
    const path = entry && places.get(entry.base);
    const file = path === undefined ? null : await statOf(path);
    if (!entry || path === undefined || file === null) continue;
    const receivedAt = own ? entry.firstSeen : Temporal.Instant.fromEpochMilliseconds(Math.floor(file.mtimeMs));
    found.push({ uid, receivedAt, size: file.size, path });
  }
  return found;
}

async function readAll(places: readonly Place[]): Promise<readonly FetchedMessage[]> {
  const messages: FetchedMessage[] = [];
  for (const { path, ...message } of places) {
    const raw = await readKept(path, message.size);
    if (raw !== null) messages.push({ ...message, raw, truncated: message.size > largestMessage });
  }
  return messages;
}

/** Never rejects: whoever waits finds the error with the next call. */
function untilChanged(path: string, milliseconds: number, signal: AbortSignal, arrived: () => Promise<boolean>): Promise<void> {
  return new Promise((resolve) => {
    const watchers = ['new', 'cur'].flatMap((folder) => watchFolder(join(path, folder), done));
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
    // What came between the caller's last look and the start of the watch.
    arrived().then(
      (yes) => yes && done(),
      () => undefined,
    );
  });
}

// Where the system cannot watch, the time alone decides.
function watchFolder(folder: string, changed: () => void): readonly FSWatcher[] {
  try {
    return [watch(folder, changed).on('error', () => undefined)];
  } catch {
    return [];
  }
}

function maildirTrouble(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ExpectedError('mailbox-folder', 'MAILBOX_URL: the folder is not a Maildir: it needs `new` and `cur`.', { retry: 'never' });
    case 'EACCES':
    case 'EPERM':
      return new ExpectedError('mailbox-unreachable', 'MAILBOX_URL: the Maildir may not be read and written by this user.', {
        retry: 'later',
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return new ExpectedError('mailbox-unreachable', 'MAILBOX_URL: the disk that holds the Maildir is full.', { retry: 'later' });
    default:
      return error;
  }
}
