import { randomUUID } from 'node:crypto';
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

/** What fingerprints and blind indexes are made with, and what we sign with. */
export interface SiteKeys {
  readonly subKeys: SubKeys;
  readonly indexKey: Uint8Array;
}

type SiteRow = Pick<typeof siteKeys.$inferSelect, 'purpose' | 'wrapped'>;

/**
 * The keys of this site, made once by whoever comes first, and never changed. @throws ExpectedError `secret-key` when
 * SECRET_KEY is not that of the database
 */
export async function openSiteKeys({ query }: Pick<Db, 'query'>, secrets: SecretKeys): Promise<SiteKeys> {
  const wrapping = deriveWrapping(secrets);
  const all = () => query.select().from(siteKeys);
  const found = await all();
  if (found.length === 2) return openSiteRows(secrets, found);
  // Before it is first asked for: a database that signed with SECRET_KEY itself goes on doing so, a new one never begins.
  const isNew = (await query.select({ id: dataKeys.id }).from(dataKeys).limit(1)).length === 0;
  const index = { purpose: 'fingerprint', wrapped: wrapKey(wrapping, createDataKey()) };
  await query.insert(siteKeys).values(index).onConflictDoNothing();
  const by = whoWrapped(wrapping, rowOf(await all(), 'fingerprint').wrapped);
  if (by === null) throw wrongKey();
  const signing = createSigningKey(isNew ? null : (secrets.others[by - 1] ?? secrets.present));
  await query
    .insert(siteKeys)
    .values({ purpose: 'signing', wrapped: wrapKey(wrapping, signing) })
    .onConflictDoNothing();
  return openSiteRows(secrets, await all());
}

/** The same from rows of `site_keys` that lie elsewhere, as in a backup. @throws ExpectedError `secret-key` */
export function openSiteRows(secrets: SecretKeys, found: readonly SiteRow[]): SiteKeys {
  const wrapping = deriveWrapping(secrets);
  const open = (purpose: string) => {
    const { wrapped } = rowOf(found, purpose);
    if (whoWrapped(wrapping, wrapped) === null) throw wrongKey();
    return openKey(wrapping, wrapped);
  };
  return { subKeys: deriveSubKeys(wrapping, open('signing')), indexKey: open('fingerprint') };
}

function rowOf(found: readonly SiteRow[], purpose: string): SiteRow {
  const row = found.find((one) => one.purpose === purpose);
  if (row === undefined) throw new Error('a site key is missing');
  return row;
}

function wrongKey(): ExpectedError {
  return new ExpectedError(
    'secret-key',
    'SECRET_KEY (embedded: DATA_DIR/secret.key) is not the key this database was sealed with. Set the right one; nothing was changed.',
    { retry: 'never' },
  );
}
