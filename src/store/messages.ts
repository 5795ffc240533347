import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { openKey, type SubKeys, unseal, unsealJson } from '../privacy/seal.ts';
import { folders, messages, places } from '../schema/intake.ts';
import { dataKeys } from '../schema/site.ts';
import { type Db, rows, type Tx } from './db.ts';
import type { Lease } from './folders.ts';

/** Interruptions after which a message is handled alone, and after which its own deaths count as a strike. */
export const aloneAfter = 3;
export const strikeAfter = 8;

/** A message claimed for triage: nobody else handles it while the lease lasts. */
export interface ClaimedMessage {
  readonly id: string;
  readonly receivedAt: string;
  readonly size: number;
  readonly truncated: boolean;
  readonly folderRole: (typeof messages.$inferSelect)['folderRole'];
  readonly beforeGoLive: boolean;
  readonly strikes: number;
  /** Handle it with nothing beside it: processes died while holding it. */
  readonly alone: boolean;
  readonly key: Uint8Array;
  readonly raw: Uint8Array;
}

/** What people read of a message; sealed, payment data masked. */
export interface MessageSummary {
  /** RFC 5322 Message-ID, with angle brackets; null when it has none. */
  readonly messageId: string | null;
  readonly from: string | null;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly ownText: string;
  readonly attachments: readonly string[];
}

/**
 * Claims up to `limit` messages, oldest first. The claim is counted as an interruption until triage ends, so that a
 * message which kills its process is noticed. One that did so often enough comes alone; see `aloneAfter`, `strikeAfter`.
 */
export async function claimMessages(db: Db, subKeys: SubKeys, lease: Lease, limit: number): Promise<readonly ClaimedMessage[]> {
  const taken = await rows<{ id: string }>(
    db.query,
    sql`with suspects as (
          select id from messages where disposition is null and interruptions >= ${aloneAfter} and (lease_until is null or lease_until < now())
          order by first_seen_at limit 1 for update skip locked
        ), healthy as (
          select id from messages where disposition is null and interruptions < ${aloneAfter} and (lease_until is null or lease_until < now())
          order by first_seen_at limit ${limit} for update skip locked
        ), chosen as (
          select id from healthy union all select id from suspects where not exists (select 1 from healthy)
        )
        update messages m set lease_owner = ${lease.worker}, lease_until = now() + make_interval(secs => ${lease.seconds}),
          strikes = strikes + case when interruptions >= ${strikeAfter} then 1 else 0 end,
          interruptions = case when interruptions >= ${strikeAfter} then ${aloneAfter + 1} else interruptions + 1 end
        from chosen where m.id = chosen.id returning m.id`,
  );
  if (taken.length === 0) return [];
  const found = await db.query
    .select({
      id: messages.id,
      receivedAt: messages.receivedAt,
      size: messages.size,
      truncated: messages.truncated,
      folderRole: messages.folderRole,
      beforeGoLive: messages.beforeGoLive,
      strikes: messages.strikes,
      interruptions: messages.interruptions,
      raw: messages.raw,
      wrapped: dataKeys.wrapped,
    })
    .from(messages)
    .innerJoin(dataKeys, eq(dataKeys.id, messages.keyId))
    .where(
      and(
        inArray(
          messages.id,
          taken.map((row) => row.id),
        ),
        isNull(messages.disposition),
      ),
    )
    .orderBy(messages.firstSeenAt);
  return found.map(({ wrapped, raw, interruptions, ...row }) => {
    const key = openKey(subKeys, wrapped);
    return { ...row, alone: interruptions > aloneAfter, key, raw: raw === null ? new Uint8Array() : unseal(raw, key) };
  });
}

/** Renews the leases of messages still in hand. */
export async function renewMessages(db: Db, lease: Lease): Promise<void> {
  await db.query.execute(
    sql`update messages set lease_until = now() + make_interval(secs => ${lease.seconds}) where disposition is null and lease_owner = ${lease.worker}`,
  );
}

/** Gives claimed messages back untouched (an orderly stop, or a database conflict): not an interruption. */
export async function releaseMessages(db: Db, worker: string): Promise<void> {
  await db.query.execute(
    sql`update messages set lease_owner = null, lease_until = null, interruptions = greatest(interruptions - 1, 0)
        where disposition is null and lease_owner = ${worker}`,
  );
}

/** Writes a strike down and gives the message back. */
export async function strikeMessage(db: Db, id: string, worker: string): Promise<void> {
  await db.query.execute(
    sql`update messages set strikes = strikes + 1, interruptions = greatest(interruptions - 1, 0), lease_owner = null, lease_until = null
        where id = ${id} and disposition is null and lease_owner = ${worker}`,
  );
}

/** What triage found; written in transaction 2. */
export interface TriageResult {
  readonly messageId: string;
  readonly disposition: NonNullable<(typeof messages.$inferSelect)['disposition']>;
  readonly reasons: readonly string[];
  readonly fromIndex: Uint8Array | null;
  readonly messageIdIndex: Uint8Array | null;
  readonly summary: MessageSummary | null;
  /** The raw bytes with payment data masked; null: they stay as they came. */
  readonly masked: MaskedBytes | null;
  readonly key: Uint8Array;
}

/** Raw bytes without payment data, with keyed digests of them before and after, hex. */
export interface MaskedBytes {
  readonly raw: Uint8Array;
  readonly before: string;
  readonly after: string;
}

/** Summaries of messages, unsealed; those that were erased or never read are missing. */
export async function loadSummaries(tx: Tx, subKeys: SubKeys, ids: readonly string[]): Promise<ReadonlyMap<string, MessageSummary>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ id: messages.id, summary: messages.summary, wrapped: dataKeys.wrapped })
    .from(messages)
    .innerJoin(dataKeys, eq(dataKeys.id, messages.keyId))
    .where(inArray(messages.id, [...ids]));
  return new Map(
    found.flatMap((row) =>
      row.summary === null ? [] : [[row.id, unsealJson<MessageSummary>(row.summary, openKey(subKeys, row.wrapped))]],
    ),
  );
}

/** Where a message lies and what it was taken for. */
export interface Place {
  /** Path of the folder. */
  readonly folder: string;
  readonly uid: number;
  readonly messageId: string;
  /** Null: not triaged yet. */
  readonly disposition: TriageResult['disposition'] | null;
  readonly reasons: readonly string[];
}

/** Every place of a small mailbox. */
export async function listPlaces(tx: Tx): Promise<readonly Place[]> {
  return tx
    .select({
      folder: folders.path,
      uid: places.uid,
      messageId: places.messageId,
      disposition: messages.disposition,
      reasons: messages.reasons,
    })
    .from(places)
    .innerJoin(folders, eq(folders.id, places.folderId))
    .innerJoin(messages, eq(messages.id, places.messageId))
    .orderBy(places.folderId, places.uid);
}

/** Messages as they came in, unsealed; erased ones are missing. */
export async function loadRaw(tx: Tx, subKeys: SubKeys, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ id: messages.id, raw: messages.raw, wrapped: dataKeys.wrapped })
    .from(messages)
    .innerJoin(dataKeys, eq(dataKeys.id, messages.keyId))
    .where(inArray(messages.id, [...ids]));
  return new Map(found.flatMap((row) => (row.raw === null ? [] : [[row.id, unseal(row.raw, openKey(subKeys, row.wrapped))]])));
}

/** When a message reached the mailbox; null when we do not have it. */
export async function receivedAtOf(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.select({ receivedAt: messages.receivedAt }).from(messages).where(eq(messages.id, id));
  return row?.receivedAt ?? null;
}
