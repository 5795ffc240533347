/** What must be done to data that were read back, before anybody works on them: in the same transaction, with the guards off. */
import { asc, gt, sql } from 'drizzle-orm';
import type { SecretKeys, SubKeys } from '../privacy/seal.ts';
import { erasures, siteKeys } from '../schema/site.ts';
import { rows, type Tx } from './db.ts';
import { isOwnErasure } from './erasure-marks.ts';
import { openSiteRows, type SiteKeys } from './keys.ts';
import { type Applied, applyTombstones } from './tombstones.ts';

/** Whether there is anything that a restore would remove. */
export async function holdsCases(tx: Tx): Promise<boolean> {
  return (await rows(tx, sql`select 1 from cases limit 1`)).length > 0 || (await rows(tx, sql`select 1 from messages limit 1`)).length > 0;
}

/**
 * Sets aside what the present database knows better than a file of keys that is older: tombstones, and the chain of the audit
 * where it goes on from the file's. Nothing, when it is another site's or cannot be opened.
 * @param last the last link of the file; null: it has none
 */
export async function keepNewer(tx: Tx, secrets: SecretKeys, site: SiteKeys, last: { link: number; head: string } | null): Promise<Kept> {
  if (!(await isSameSite(tx, secrets, site))) return { tombstones: false, chain: false };
  await tx.execute(sql`create temporary table kept_erasures on commit drop as select * from erasures`);
  const goesOn =
    last === null || (await rows(tx, sql`select 1 from audit_chain where link = ${last.link} and head = ${last.head}`)).length > 0;
  if (goesOn) await tx.execute(sql`create temporary table kept_chain on commit drop as select * from audit_chain`);
  return { tombstones: true, chain: goesOn };
}

export interface Kept {
  readonly tombstones: boolean;
  readonly chain: boolean;
}

async function isSameSite(tx: Tx, secrets: SecretKeys, site: SiteKeys): Promise<boolean> {
  const found = await tx.select().from(siteKeys);
  try {
    return found.length === 2 && Buffer.from(openSiteRows(secrets, found).indexKey).equals(Buffer.from(site.indexKey));
  } catch {
    return false;
  }
}

/** Puts back what was set aside. */
export async function bringBack(tx: Tx, kept: Kept): Promise<void> {
  if (kept.tombstones) await tx.execute(sql`insert into erasures select * from kept_erasures on conflict do nothing`);
  if (kept.chain) await tx.execute(sql`insert into audit_chain select * from kept_chain`);
}

/** Erases again whatever has a tombstone of our own; one that somebody put there erases nothing. */
export async function applyAllTombstones(tx: Tx, subKeys: Pick<SubKeys, 'audit'>): Promise<Applied> {
  let [erased, stubs, last] = [0, 0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const some = await tx.select().from(erasures).where(gt(erasures.id, last)).orderBy(asc(erasures.id)).limit(2_000);
    if (some.length === 0) return { erased, stubs };
    const applied = await applyTombstones(
      tx,
      some.filter((one) => isOwnErasure(subKeys, one)),
    );
    erased += applied.erased;
    stubs += applied.stubs;
    last = some.at(-1)?.id ?? last;
  }
}

/** Removes data keys that no row names: those of what came after the backup. How many. */
export async function dropUnusedKeys(tx: Tx): Promise<number> {
  const tables = await rows<{ name: string }>(
    tx,
    sql`select table_name::text as name from information_schema.columns where table_schema = 'public' and column_name = 'key_id'`,
  );
  const named = tables.map(({ name }) => sql`not exists (select from ${sql.identifier(name)} t where t.key_id = k.id)`);
  const dropped = await rows<{ id: string }>(tx, sql`delete from data_keys k where ${sql.join(named, sql` and `)} returning k.id`);
  return dropped.length;
}

/**
 * Nobody holds anything any more; and no letter to a customer leaves twice. What waited to leave when the backup was made may
 * have left since: it is now one whose outcome nobody knows, to be looked for in the Sent folder or by a person, and not sent
 * by itself. Sign-in codes are void. How many letters that were.
 * @param at until when a message that is read now may have been acknowledged already
 */
export async function settleRestored(tx: Tx, at: string): Promise<number> {
  await tx.execute(sql`update folders set lease_owner = null, lease_until = null`);
  await tx.execute(sql`update messages set lease_owner = null, lease_until = null where lease_owner is not null`);
  await tx.execute(sql`update letters set lease_owner = null, lease_until = null where lease_owner is not null`);
  await tx.execute(sql`update letters set status = 'void', next_attempt_at = null where kind = 'sign-in-code' and status = 'queued'`);
  const doubtful = await rows<{ id: string }>(
    tx,
    sql`update letters set status = 'unknown', code = 'restored', unknown_at = now(), attempts = greatest(attempts, 2),
          first_attempt_at = ${at}, last_attempt_at = ${at}, next_attempt_at = null
        where audience = 'customer' and status in ('queued', 'sending', 'unknown') and not withheld returning id`,
  );
  await tx.execute(sql`insert into settings (name, value) values ('restored-at', to_jsonb(${at}::text))
    on conflict (name) do update set value = excluded.value`);
  return doubtful.length;
}

/** Whether a worker did anything within that many seconds. */
export async function isWorkerAlive(tx: Tx, seconds: number): Promise<boolean> {
  const found = await rows(
    tx,
    sql`select 1 from workers where coalesce(round_at, started_at) > now() - make_interval(secs => ${seconds}) limit 1`,
  );
  return found.length > 0;
}
