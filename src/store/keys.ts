import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { createDataKey, type SubKeys, seal, unseal } from '../privacy/seal.ts';
import { dataKeys, siteKeys } from '../schema/site.ts';
import type { Db, Tx } from './db.ts';

/** A fresh data key: the row to write with what it seals, and the key itself. */
export interface NewKey {
  readonly id: string;
  readonly key: Uint8Array;
  readonly wrapped: Uint8Array;
}

export function createKey(subKeys: SubKeys): NewKey {
  const key = createDataKey();
  return { id: randomUUID(), key, wrapped: seal(key, subKeys.wrap) };
}

export async function insertKeys(tx: Tx, keys: readonly NewKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .insert(dataKeys)
    .values(keys.map(({ id, wrapped }) => ({ id, wrapped })))
    .execute();
}

/** The site's fingerprint key, made once by whoever comes first and never rotated. */
export async function fingerprintKey(db: Db, subKeys: SubKeys): Promise<Uint8Array> {
  await db.query
    .insert(siteKeys)
    .values({ purpose: 'fingerprint', wrapped: seal(createDataKey(), subKeys.wrap) })
    .onConflictDoNothing();
  const [row] = await db.query.select().from(siteKeys).where(eq(siteKeys.purpose, 'fingerprint'));
  if (row === undefined) throw new Error('the fingerprint key was not written');
  return unseal(row.wrapped, subKeys.wrap);
}
