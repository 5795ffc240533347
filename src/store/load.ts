/** Reads the rows of a backup into the tables, with the guards of the database switched off. For the owner of the tables. */
import { sql } from 'drizzle-orm';
import { rows, type Tx } from './db.ts';
import type { TableHead } from './dump.ts';

/** A batch ends at that many rows or characters. */
const [batchRows, batchCharacters] = [500, 4_000_000];

/** Runs `work` with every trigger of the tables off; foreign keys, uniqueness and checks stay on. */
export async function withoutGuards<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const tables = await everyTable(tx);
  for (const table of tables) await tx.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
  const done = await work();
  for (const table of tables) await tx.execute(sql`alter table ${sql.identifier(table)} enable trigger user`);
  return done;
}

async function everyTable(tx: Tx): Promise<readonly string[]> {
  const found = await rows<{ name: string }>(tx, sql`select tablename::text as name from pg_tables where schemaname = 'public' order by 1`);
  return found.map(({ name }) => name);
}

/** Removes every row of every table. */
export async function emptyTables(tx: Tx): Promise<void> {
  const list = (await everyTable(tx)).map((table) => sql.identifier(table));
  await tx.execute(sql`truncate ${sql.join(list, sql`, `)}`);
}

/**
 * Loads the lines of `dumpLines`, all tables but those to be left out. How many rows were written.
 */
export async function loadLines(tx: Tx, lines: AsyncIterable<string>, leaveOut: ReadonlySet<string> = new Set()): Promise<number> {
  let [head, batch, characters, written]: [TableHead | null, string[], number, number] = [null, [], 0, 0];
  const flush = async () => {
    if (head !== null && batch.length > 0 && !leaveOut.has(head.table)) written += await insert(tx, head, batch);
    [batch, characters] = [[], 0];
  };
  for await (const line of lines) {
    if (line.startsWith('{"table":')) {
      await flush();
      head = JSON.parse(line) as TableHead;
      continue;
    }
    batch.push(line);
    characters += line.length;
    if (batch.length >= batchRows || characters >= batchCharacters) await flush();
  }
  await flush();
  await setSequences(tx);
  return written;
}

async function insert(tx: Tx, { table, columns }: TableHead, batch: readonly string[]): Promise<number> {
  const name = sql.identifier(table);
  const list = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  await tx.execute(sql`insert into ${name} (${list}) overriding system value
    select ${list} from json_populate_recordset(null::${name}, ${`[${batch.join(',')}]`}::text::json)`);
  return batch.length;
}

/** Numbers the database hands out go on after the highest that was read. */
async function setSequences(tx: Tx): Promise<void> {
  const found = await rows<{ table: string; column: string }>(
    tx,
    sql`select table_name::text as "table", column_name::text as "column" from information_schema.columns
        where table_schema = 'public' and is_identity = 'YES'`,
  );
  for (const { table, column } of found)
    await tx.execute(sql`select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(max(${sql.identifier(column)}), 0) + 1, false)
      from ${sql.identifier(table)}`);
}
