// What PostgreSQL spends its time on, from pg_stat_statements.
import postgres from 'postgres';
import type { Site } from './contestants.ts';

export async function countStatements({ postgres: { url } }: Site): Promise<void> {
  const sql = postgres(url('postgres'), { max: 1, onnotice: () => {} });
  await sql`create extension if not exists pg_stat_statements`;
  await sql`select pg_stat_statements_reset()`;
  await sql.end();
}

/** The statements that took longest, warming up included. */
export async function printStatements({ postgres: { url } }: Site, messages: number): Promise<void> {
  const sql = postgres(url('postgres'), { max: 1 });
  console.table(
    await sql`select round((total_exec_time / ${messages})::numeric, 3)::float as "ms/message", round((calls::numeric / ${messages}), 2)::float as "calls/message",
      regexp_replace(left(query, 110), '\\s+', ' ', 'g') as statement from pg_stat_statements order by total_exec_time desc limit 16`,
  );
  await sql.end();
}
