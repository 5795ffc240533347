import { sql } from 'drizzle-orm';
import { ExpectedError } from '../errors.ts';
import { openKey, type Wrapping, whoWrapped, wrapKey } from '../privacy/seal.ts';
import { type Db, rows, sqlState, type Tx } from './db.ts';

/** How many keys each secret key wraps, in the order of `wrapping`, and how many none of them does. */
export interface WrappedCounts {
  readonly by: readonly number[];
  readonly unknown: number;
}

interface Row {
  readonly id: string;
  readonly wrapped: Uint8Array;
}

const batch = 1_000;

export async function countWrapped(tx: Tx, wrapping: Wrapping): Promise<WrappedCounts> {
  const by = wrapping.wrapping.map(() => 0);
  let unknown = 0;
  const note = async (found: readonly Row[]) => {
    for (const { wrapped } of found) {
      const index = whoWrapped(wrapping, wrapped);
      if (index === null) unknown += 1;
      else by[index] = (by[index] ?? 0) + 1;
    }
  };
  await inBatches(tx, note);
  await note(await siteRows(tx));
  return { by, unknown };
}

/**
 * Wraps every key that another secret key wraps by the present one, beside running workers: batch by batch, so it may be
 * stopped at any moment and started again. Keys that no secret key opens stay as they are.
 * @param owner with the rights of the tables' owner: the limited role changes no key
 * @param tell hears how many were wrapped anew so far, after each batch
 * @throws ExpectedError `rewrap-rights`
 */
export async function rewrapKeys(owner: Db, wrapping: Wrapping, tell: (done: number) => void): Promise<number> {
  let done = 0;
  const wrapAll = async (table: 'data_keys' | 'site_keys', found: readonly Row[]) => {
    done += await wrapAnew(owner.query, wrapping, table, found);
    if (found.length > 0) tell(done);
  };
  try {
    await wrapAll('site_keys', await siteRows(owner.query));
    // A worker that had not been restarted yet may have written behind us.
    for (let before = -1; before !== done; ) {
      before = done;
      await inBatches(owner.query, (found) => wrapAll('data_keys', found));
    }
    return done;
  } catch (cause) {
    if (sqlState(cause) !== '42501') throw cause;
    const message = 'The database role may not wrap keys anew. Set MIGRATE_DATABASE_URL to the role that owns the tables.';
    throw new ExpectedError('rewrap-rights', message, { retry: 'never', cause });
  }
}

async function wrapAnew(tx: Tx, wrapping: Wrapping, table: 'data_keys' | 'site_keys', found: readonly Row[]): Promise<number> {
  const others = found.filter(({ wrapped }) => (whoWrapped(wrapping, wrapped) ?? 0) > 0);
  if (others.length === 0) return 0;
  const list = others.map(({ id, wrapped }) => ({ id, was: hex(wrapped), now: hex(wrapKey(wrapping, openKey(wrapping, wrapped))) }));
  const name = sql.raw(table === 'data_keys' ? 'id::text' : 'purpose');
  const changed = await rows<{ name: string }>(
    tx,
    sql`update ${sql.identifier(table)} k set wrapped = decode(n.now, 'hex')
        from jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) as n(id text, was text, now text)
        where k.${name} = n.id and k.wrapped = decode(n.was, 'hex') returning n.id as name`,
  );
  return changed.length;
}

async function inBatches(tx: Tx, visit: (found: readonly Row[]) => Promise<void>): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const found = await rows<Row>(
      tx,
      sql`select id::text as id, wrapped from data_keys where id > ${last}::uuid order by data_keys.id limit ${batch}`,
    );
    await visit(found);
    if (found.length < batch) return;
    last = found.at(-1)?.id ?? last;
  }
}

function siteRows(tx: Tx): Promise<readonly Row[]> {
  return rows<Row>(tx, sql`select purpose as id, wrapped from site_keys order by purpose`);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
