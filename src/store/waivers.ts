import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { openKey, type SubKeys, seal, unseal } from '../privacy/seal.ts';
import { waivers } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import type { Db, Tx } from './db.ts';
import { createKey, insertKeys } from './keys.ts';

/** An office of one took the second pair of eyes out of force. */
export interface Waiver {
  /** Staff id. */
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** False: one is in force already. */
export async function recordWaiver(db: Db, subKeys: SubKeys, waiver: Waiver): Promise<boolean> {
  const key = createKey(subKeys);
  return db.transaction(async (tx) => {
    const added = await tx
      .insert(waivers)
      .values({ id: randomUUID(), by: waiver.by, at: waiver.at, keyId: key.id, reason: seal(waiver.reason, key.key), inForce: true })
      .onConflictDoNothing()
      .returning({ id: waivers.id });
    if (added.length > 0) await insertKeys(tx, [key]);
    return added.length > 0;
  });
}

/** Ends the waiver in force; false: there is none. Its row stays, with who ended it. */
export async function endWaiver(db: Db, by: string, at: string): Promise<boolean> {
  const ended = await db.query
    .update(waivers)
    .set({ inForce: false, endedBy: by, endedAt: at })
    .where(eq(waivers.inForce, true))
    .returning({ id: waivers.id });
  return ended.length > 0;
}

/** The waiver in force, or null. */
export async function findWaiver(tx: Tx, subKeys: SubKeys): Promise<Waiver | null> {
  const [found] = await tx
    .select({ waiver: waivers, wrapped: dataKeys.wrapped })
    .from(waivers)
    .innerJoin(dataKeys, eq(dataKeys.id, waivers.keyId))
    .where(eq(waivers.inForce, true));
  if (found === undefined) return null;
  const { by, at, reason } = found.waiver;
  return { by, at, reason: unseal(reason, openKey(subKeys, found.wrapped)).toString('utf8') };
}
