// Words that can be read in a database as it lies there.
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { rows } from '../../src/store/db.ts';
import type { Journey } from './journey.ts';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Where a word can be read: every column of every table, text and bytes alike, whatever its case. */
export async function placesOf(journey: Journey, words: readonly string[]): Promise<readonly string[]> {
  const { query } = journey.context.db;
  const columns = await rows<Column>(
    query,
    sql`select table_name as table, column_name as column, data_type as type from information_schema.columns where table_schema = 'public'`,
  );
  expect(columns.length).toBeGreaterThan(80);
  const found: string[] = [];
  for (const { table, column, type } of columns) {
    const [from, name] = [sql.identifier(table), sql.identifier(column)];
    const text = type === 'bytea' ? sql`encode(${name}, 'escape')` : sql`${name}::text`;
    const values = await rows<{ text: string | null }>(query, sql`select ${text} as text from ${from}`);
    const all = values
      .map((value) => value.text ?? '')
      .join('\n')
      .toLowerCase();
    found.push(...words.filter((word) => all.includes(word.toLowerCase())).map((word) => `${table}.${column}: ${word}`));
  }
  return found;
}
