/** The rows of a backup, as lines of JSON: a head for each table, then its rows. Read in one snapshot, a few rows at a time. */
import { sql } from 'drizzle-orm';
import { type Db, rows, type Tx } from './db.ts';

/** `keys`: what opens the rest, and what proves what was erased; only the newest is ever kept. `data`: everything else. */
export type Part = 'data' | 'keys';

/** Stands before the rows of its table. */
export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

const keyTables = ['site_keys', 'data_keys', 'erasures', 'audit_chain'];
/** Of this moment alone: who works, who is signed in. */
const passing = ['workers', 'sign_in_sessions', 'sign_in_codes'];
/** Tables whose rows may be megabytes. */
const heavy = new Set(['messages', 'letters', 'downloads']);

/** Runs `work` on what is in the database at one instant, while others go on writing (embedded: they wait). */
export function inSnapshot<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read, read only`);
    return work(tx);
  });
}

/** Lines without their ends; tables come after those they refer to. */
export async function* dumpLines(tx: Tx, part: Part): AsyncGenerator<string> {
  for (const table of await tablesOf(tx, part)) {
    const columns = await columnsOf(tx, table);
    const [count] = await rows<{ rows: string }>(tx, sql`select count(*)::text as rows from ${sql.identifier(table)}`);
    yield JSON.stringify({ table, columns, rows: Number(count?.rows) } satisfies TableHead);
    const list = sql.join(
      columns.map((name) => sql.identifier(name)),
      sql`, `,
    );
    await tx.execute(
      sql`declare backup no scroll cursor for select row_to_json(t)::text as line from (select ${list} from ${sql.identifier(table)}) t`,
    );
    const size = sql.raw(heavy.has(table) ? '4' : '1000');
    for (let found = await fetch(tx, size); found.length > 0; found = await fetch(tx, size)) for (const { line } of found) yield line;
    await tx.execute(sql`close backup`);
  }
}

function fetch(tx: Tx, size: ReturnType<typeof sql.raw>): Promise<readonly { readonly line: string }[]> {
  return rows<{ line: string }>(tx, sql`fetch ${size} from backup`);
}

/** Tables of a part, each after those it refers to. */
async function tablesOf(tx: Tx, part: Part): Promise<readonly string[]> {
  const all = await rows<{ table: string }>(
    tx,
    sql`select tablename::text as "table" from pg_tables where schemaname = 'public' order by 1`,
  );
  if (part === 'keys') return keyTables;
  const references = await rows<{ from: string; to: string }>(
    tx,
    sql`select distinct c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to"
        from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conrelid <> c.confrelid`,
  );
  const left = new Set(all.map(({ table }) => table).filter((table) => !keyTables.includes(table) && !passing.includes(table)));
  const ordered: string[] = [];
  while (left.size > 0) {
    const next = [...left].filter((table) => !references.some(({ from, to }) => from === table && left.has(to)));
    if (next.length === 0) throw new Error('tables refer to one another in a circle');
    for (const table of next) left.delete(table);
    ordered.push(...next);
  }
  return ordered;
}

/** Columns the database does not compute by itself. */
async function columnsOf(tx: Tx, table: string): Promise<readonly string[]> {
  const found = await rows<{ name: string }>(
    tx,
    sql`select column_name::text as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`,
  );
  return found.map(({ name }) => name);
}
