import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { ExpectedError } from '../errors.ts';
import {
  createDataKey,
  createSigningKey,
  deriveSubKeys,
  deriveWrapping,
  openKey,
  type SecretKeys,
  type SubKeys,
  type Wrapping,
  whoWrapped,
  wrapKey,
} from '../privacy/seal.ts';
import { dataKeys, siteKeys } from '../schema/site.ts';
import type { Db, Tx } from './db.ts';

/** A fresh data key: the row to write with what it seals, and the key itself. */
export interface NewKey {
  readonly id: string;
  readonly key: Uint8Array;
  readonly wrapped: Uint8Array;
}

export function createKey(subKeys: Wrapping): NewKey {
  const key = createDataKey();
  return { id: randomUUID(), key, wrapped: wrapKey(subKeys, key) };
}

export async function insertKeys(tx: Tx, keys: readonly NewKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .insert(dataKeys)
    .values(keys.map(({ id, wrapped }) => ({ id, wrapped })))
    .execute();
}

/**
 * The keys of this site, made once by whoever comes first, and never changed: what fingerprints and blind indexes are made
 * with, and what we sign with. @throws ExpectedError `secret-key` when SECRET_KEY is not that of the database
 */
export async function openSiteKeys(db: Db, secrets: SecretKeys): Promise<{ readonly subKeys: SubKeys; readonly indexKey: Uint8Array }> {
  const wrapping = deriveWrapping(secrets);
  // Before it is first asked for: a database that signed with SECRET_KEY itself goes on doing so, a new one never begins.
  const isNew = (await db.query.select({ id: dataKeys.id }).from(dataKeys).limit(1)).length === 0;
  const index = await siteKey(db, wrapping, 'fingerprint', createDataKey);
  const signing = await siteKey(db, wrapping, 'signing', () => createSigningKey(isNew ? null : secretOf(secrets, index.by)));
  return { subKeys: deriveSubKeys(wrapping, signing.key), indexKey: index.key };
}

function secretOf({ present, others }: SecretKeys, by: number): Uint8Array {
  return by === 0 ? present : (others[by - 1] ?? present);
}

async function siteKey(
  db: Db,
  wrapping: Wrapping,
  purpose: 'fingerprint' | 'signing',
  make: () => Uint8Array,
): Promise<{ readonly key: Uint8Array; readonly by: number }> {
  const find = () => db.query.select().from(siteKeys).where(eq(siteKeys.purpose, purpose));
  let [row] = await find();
  if (row === undefined) {
    await db.query
      .insert(siteKeys)
      .values({ purpose, wrapped: wrapKey(wrapping, make()) })
      .onConflictDoNothing();
    [row] = await find();
  }
  if (row === undefined) throw new Error('a site key was not written');
  const by = whoWrapped(wrapping, row.wrapped);
  if (by === null)
    throw new ExpectedError(
      'secret-key',
      'SECRET_KEY (embedded: DATA_DIR/secret.key) is not the key this database was sealed with. Set the right one; nothing was changed.',
      { retry: 'never' },
    );
  return { key: openKey(wrapping, row.wrapped), by };
}
