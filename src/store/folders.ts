import { and, eq, inArray, sql } from 'drizzle-orm';
import type { FetchedMessage, Folder } from '../intake/mailbox.ts';
import type { SubKeys } from '../privacy/seal.ts';
import { seal } from '../privacy/seal.ts';
import { folders, messages, places } from '../schema/intake.ts';
import { type Db, rows } from './db.ts';
import { createKey, insertKeys, type NewKey } from './keys.ts';

export type FolderRow = typeof folders.$inferSelect;

/** Who reads, and how long (seconds, by the database's clock) nobody else may. */
export interface Lease {
  readonly worker: string;
  readonly seconds: number;
}

/** The row of a folder in its present epoch, and whether it is new; null when never seen. */
export async function findFolder(db: Db, mailbox: string, folder: Folder): Promise<FolderRow | null> {
  const [row] = await db.query
    .select()
    .from(folders)
    .where(and(eq(folders.mailbox, mailbox), eq(folders.path, folder.path), eq(folders.uidValidity, folder.uidValidity)));
  return row ?? null;
}

/** When any epoch of this folder was last read; null for a folder never read. */
export async function lastRead(db: Db, mailbox: string, path: string): Promise<string | null> {
  const [row] = await db.query
    .select({ at: sql<string | null>`max(${folders.readAt})`.mapWith(folders.readAt) })
    .from(folders)
    .where(and(eq(folders.mailbox, mailbox), eq(folders.path, path)));
  return row?.at ?? null;
}

/** Begins an epoch: the cursor stands at what the server will hand out next; the sweep brings in the window before it. */
export async function beginEpoch(db: Db, mailbox: string, folder: Folder, windowStart: string, older: number): Promise<void> {
  await db.query
    .insert(folders)
    .values({
      mailbox,
      path: folder.path,
      role: folder.role,
      uidValidity: folder.uidValidity,
      nextUid: folder.uidNext,
      windowStart,
      olderCount: older,
      seenCount: older,
    })
    .onConflictDoNothing();
}

/** Takes or renews the reading lease of a folder; false when another living worker holds it. */
export async function leaseFolder(db: Db, folderId: number, lease: Lease): Promise<boolean> {
  const taken = await rows(
    db.query,
    sql`update folders set lease_owner = ${lease.worker}, lease_until = now() + make_interval(secs => ${lease.seconds})
        where id = ${folderId} and (lease_owner = ${lease.worker} or lease_until is null or lease_until < now()) returning id`,
  );
  return taken.length === 1;
}

/** The folder of a mailbox that was read last: whoever holds its lease reads the mailbox. Null: none was read yet. */
export async function newestFolder(db: Db, mailbox: string): Promise<number | null> {
  const [row] = await rows<{ id: number }>(
    db.query,
    sql`select id from folders where mailbox = ${mailbox} order by read_at desc nulls last, id limit 1`,
  );
  return row?.id ?? null;
}

export async function releaseFolders(db: Db, worker: string): Promise<void> {
  await db.query.execute(sql`update folders set lease_owner = null, lease_until = null where lease_owner = ${worker}`);
}

/** Which of these UIDs have a place already. */
export async function knownUids(db: Db, folderId: number, uids: readonly number[]): Promise<ReadonlySet<number>> {
  const known = new Set<number>();
  for (let start = 0; start < uids.length; start += 5_000) {
    const part = await db.query
      .select({ uid: places.uid })
      .from(places)
      .where(and(eq(places.folderId, folderId), inArray(places.uid, uids.slice(start, start + 5_000))));
    for (const row of part) known.add(row.uid);
  }
  return known;
}

export async function markSwept(db: Db, folderId: number, at: string): Promise<void> {
  await db.query.update(folders).set({ sweptAt: at }).where(eq(folders.id, folderId));
}

/** One fetched batch, sealed outside the transaction. */
export interface Batch {
  readonly folder: FolderRow;
  readonly arrivals: readonly Arrival[];
  /** The cursor after this batch; null leaves it (a sweep). */
  readonly nextUid: number | null;
  /** UIDs below the new cursor that were gone before we looked. */
  readonly vanished: number;
  readonly at: string;
}

export interface Arrival {
  readonly fetched: FetchedMessage;
  readonly id: string;
  readonly fingerprint: Uint8Array;
  readonly key: NewKey;
  readonly sealed: Uint8Array;
  readonly beforeGoLive: boolean;
}

export function sealArrival(
  fetched: FetchedMessage,
  id: string,
  fingerprint: Uint8Array,
  beforeGoLive: boolean,
  subKeys: SubKeys,
): Arrival {
  const key = createKey(subKeys);
  return { fetched, id, fingerprint, key, sealed: seal(fetched.raw, key.key), beforeGoLive };
}

/**
 * Transaction 1: raw messages, their places and the cursor, all or nothing. A fingerprint that is known makes a
 * duplicate place and no message. Returns how many messages are new, or null when the lease was lost meanwhile
 * (nothing is written then).
 */
export async function storeBatch(db: Db, batch: Batch, lease: Lease): Promise<number | null> {
  return db
    .transaction(async (tx) => {
      const fresh = await insertMessages(tx, batch);
      const placed = await insertPlaces(tx, batch, fresh);
      const counted = placed + batch.vanished;
      const held = await rows(
        tx,
        sql`update folders set next_uid = coalesce(${batch.nextUid}::bigint, next_uid), seen_count = seen_count + ${counted},
          vanished_count = vanished_count + ${batch.vanished}, read_at = ${batch.at}::timestamptz,
          lease_until = now() + make_interval(secs => ${lease.seconds})
          where id = ${batch.folder.id} and lease_owner = ${lease.worker} and lease_until > now() returning id`,
      );
      if (held.length === 0) throw new LeaseLost();
      return fresh.size;
    })
    .catch((error: unknown) => {
      if (error instanceof LeaseLost) return null;
      throw error;
    });
}

class LeaseLost extends Error {}

async function insertMessages(tx: Parameters<typeof insertKeys>[0], batch: Batch): Promise<ReadonlySet<string>> {
  if (batch.arrivals.length === 0) return new Set();
  const written = await tx
    .insert(messages)
    .values(
      batch.arrivals.map((arrival) => ({
        id: arrival.id,
        fingerprint: arrival.fingerprint,
        receivedAt: arrival.fetched.receivedAt.toString(),
        size: arrival.fetched.size,
        truncated: arrival.fetched.truncated,
        folderRole: batch.folder.role,
        beforeGoLive: arrival.beforeGoLive,
        keyId: arrival.key.id,
        raw: arrival.sealed,
      })),
    )
    .onConflictDoNothing({ target: messages.fingerprint })
    .returning({ id: messages.id });
  const fresh = new Set(written.map((row) => row.id));
  await insertKeys(
    tx,
    batch.arrivals.filter((arrival) => fresh.has(arrival.id)).map((arrival) => arrival.key),
  );
  return fresh;
}

async function insertPlaces(tx: Parameters<typeof insertKeys>[0], batch: Batch, fresh: ReadonlySet<string>): Promise<number> {
  if (batch.arrivals.length === 0) return 0;
  const repeated = batch.arrivals.filter((arrival) => !fresh.has(arrival.id)).map((arrival) => arrival.fingerprint);
  const known =
    repeated.length === 0
      ? []
      : await tx
          .select({ id: messages.id, fingerprint: messages.fingerprint })
          .from(messages)
          .where(inArray(messages.fingerprint, repeated));
  const ids = new Map(known.map((row) => [Buffer.from(row.fingerprint).toString('hex'), row.id]));
  const placed = await tx
    .insert(places)
    .values(
      batch.arrivals.map((arrival) => {
        const isFresh = fresh.has(arrival.id);
        const messageId = isFresh ? arrival.id : ids.get(Buffer.from(arrival.fingerprint).toString('hex'));
        if (messageId === undefined) throw new Error('a known fingerprint has no message');
        return {
          folderId: batch.folder.id,
          uid: arrival.fetched.uid,
          messageId,
          class: isFresh ? null : ('duplicate' as const),
          receivedAt: arrival.fetched.receivedAt.toString(),
        };
      }),
    )
    .onConflictDoNothing()
    .returning({ uid: places.uid });
  return placed.length;
}
