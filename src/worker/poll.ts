/**
 * Reads the mailbox into the database: transaction 1 is a fetched batch with its cursor. Changes nothing in the mailbox:
 * no flag, no move. A folder is read by one worker at a time, by lease. When the mailbox is away the cursor has not moved.
 */
import { randomUUID } from 'node:crypto';
import { fingerprint } from '../intake/fingerprint.ts';
import type { FetchedMessage, Folder, Mailbox } from '../intake/mailbox.ts';
import {
  beginEpoch,
  type FolderRow,
  findFolder,
  knownUids,
  lastRead,
  leaseFolder,
  markSwept,
  sealArrival,
  storeBatch,
} from '../store/folders.ts';
import type { Context } from './context.ts';

/** How far back a new epoch is read, in days: what a mailbox migration may have moved under our feet. */
const windowDays = 35;
const batchSize = 200;
/** A sweep at start, then once a night. */
const sweepEveryHours = 24;

/** One round over all folders. Returns how many new messages came in. */
export async function poll(context: Context, mailbox: Mailbox, sweepNow: boolean): Promise<number> {
  let fresh = 0;
  for (const folder of await mailbox.folders()) {
    const row = await enter(context, mailbox, folder);
    if (!(await leaseFolder(context.db, row.id, context.lease))) continue;
    const current = (await findFolder(context.db, mailbox.name, folder)) ?? row;
    fresh += await readNew(context, mailbox, folder, current);
    if (sweepNow || isSweepDue(context, current)) fresh += await sweep(context, mailbox, folder, current);
  }
  return fresh;
}

function isSweepDue(context: Context, row: FolderRow): boolean {
  if (row.sweptAt === null) return true;
  return Temporal.Instant.compare(Temporal.Instant.from(row.sweptAt).add({ hours: sweepEveryHours }), context.clock.now()) <= 0;
}

/** The row of the folder's present epoch; a new UIDVALIDITY begins a new one. */
async function enter(context: Context, mailbox: Mailbox, folder: Folder): Promise<FolderRow> {
  const known = await findFolder(context.db, mailbox.name, folder);
  if (known !== null) return known;
  const windowStart = await startOfWindow(context, mailbox, folder);
  const listed = await mailbox.list(folder.path, windowStart);
  const inWindow = listed.filter((message) => message.uid < folder.uidNext).length;
  await beginEpoch(context.db, mailbox.name, folder, windowStart.toString(), Math.max(0, folder.messages - inWindow));
  context.log.info('reading a folder for the first time', { role: folder.role, inWindow, older: Math.max(0, folder.messages - inWindow) });
  const row = await findFolder(context.db, mailbox.name, folder);
  if (row === null) throw new Error('a folder row was not written');
  return row;
}

/**
 * The last 35 days; longer when go-live is further back (the first epoch) or we were away for longer (a later one).
 * Without a go-live (our own embedded mailbox) everything.
 */
async function startOfWindow(context: Context, mailbox: Mailbox, folder: Folder): Promise<Temporal.Instant> {
  if (context.goLive === null) return Temporal.Instant.fromEpochMilliseconds(0);
  const before = await lastRead(context.db, mailbox.name, folder.path);
  // What we sent before go-live answers no case of ours.
  if (folder.role === 'sent' && before === null) return context.goLive;
  const usual = context.clock.now().subtract({ hours: 24 * windowDays });
  const needed = before === null ? context.goLive : Temporal.Instant.from(before).subtract({ hours: 24 });
  return Temporal.Instant.compare(needed, usual) < 0 ? needed : usual;
}

/** From the cursor to the newest, a batch at a time. */
async function readNew(context: Context, mailbox: Mailbox, folder: Folder, row: FolderRow): Promise<number> {
  let fresh = 0;
  let next = row.nextUid;
  while (next < folder.uidNext) {
    const fetched = await mailbox.fetch(folder.path, { from: next, to: folder.uidNext - 1 }, batchSize);
    const last = fetched.at(-1)?.uid ?? folder.uidNext - 1;
    const stored = await store(context, row, fetched, last + 1, last + 1 - next - fetched.length);
    if (stored === null) return fresh;
    fresh += stored;
    next = last + 1;
  }
  return fresh;
}

/** Lists the window and fetches what has no place yet: what a migration, a restored backup or a crash left out. */
async function sweep(context: Context, mailbox: Mailbox, folder: Folder, row: FolderRow): Promise<number> {
  let fresh = 0;
  const since = sweepStart(context, row);
  const listed = (await mailbox.list(folder.path, since))
    .map((message) => message.uid)
    .filter((uid) => uid < Math.max(row.nextUid, folder.uidNext));
  const known = await knownUids(context.db, row.id, listed);
  const missing = listed.filter((uid) => !known.has(uid)).sort((a, b) => a - b);
  for (let start = 0; start < missing.length; start += batchSize) {
    const fetched = await mailbox.fetchUids(folder.path, missing.slice(start, start + batchSize));
    const stored = await store(context, row, fetched, null, 0);
    if (stored === null) return fresh;
    fresh += stored;
  }
  await markSwept(context.db, row.id, context.clock.now().toString());
  return fresh;
}

/** The first sweep of an epoch covers its whole window, later ones the last 35 days of it. */
function sweepStart(context: Context, row: FolderRow): Temporal.Instant {
  const start = Temporal.Instant.from(row.windowStart);
  if (row.sweptAt === null) return start;
  const recent = context.clock.now().subtract({ hours: 24 * windowDays });
  return Temporal.Instant.compare(start, recent) > 0 ? start : recent;
}

async function store(
  context: Context,
  folder: FolderRow,
  fetched: readonly FetchedMessage[],
  nextUid: number | null,
  vanished: number,
): Promise<number | null> {
  const arrivals = fetched.map((message) =>
    sealArrival(
      message,
      randomUUID(),
      fingerprint(message.raw, context.indexKey),
      context.goLive !== null && Temporal.Instant.compare(message.receivedAt, context.goLive) < 0,
      context.subKeys,
    ),
  );
  if (vanished > 0) context.log.warn('messages were gone before we looked: does another program empty this mailbox?', { count: vanished });
  const fresh = await storeBatch(context.db, { folder, arrivals, nextUid, vanished, at: context.clock.now().toString() }, context.lease);
  if (fresh === null) context.log.warn('the reading lease of a folder was lost: another worker goes on', { folderId: folder.id });
  return fresh;
}
