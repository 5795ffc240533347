/** What the rows say of the mailbox: how long nothing has come in, and what was gone before it was read. */
import { sql } from 'drizzle-orm';
import { type Db, rows, type Tx } from './db.ts';

/** Arrivals of a span: how many, the newest, and the longest pause between two of them, minutes. */
export interface Arrivals {
  readonly count: number;
  readonly newestAt: string | null;
  readonly longestPause: number;
}

/** Mail that came to us in any folder but that of sent mail. */
export async function arrivalsSince(tx: Tx, since: string): Promise<Arrivals> {
  const [row] = await rows<{ count: string | number; newest: string | null; pause: string | number | null }>(
    tx,
    sql`select count(*) as count, to_char(max(received_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as newest,
          max(extract(epoch from received_at - before) / 60) as pause
        from (select received_at, lag(received_at) over (order by received_at) as before from messages
              where received_at >= ${since}::timestamptz and folder_role not in ('sent', 'none')) arrivals`,
  );
  return { count: Number(row?.count), newestAt: row?.newest ?? null, longestPause: Number(row?.pause ?? 0) };
}

/**
 * How many messages were gone before we looked since the day began; what was counted then is kept with the day.
 * @param on the local day
 */
export async function vanishedOn(db: Db, on: string): Promise<number> {
  await db.query.execute(
    sql`insert into settings (name, value)
        select 'vanished', jsonb_build_object('on', ${on}::text, 'count', coalesce(sum(vanished_count), 0)) from folders
        on conflict (name) do update set value = excluded.value where settings.value->>'on' < ${on}::text`,
  );
  const [row] = await rows<{ count: string | number | null }>(
    db.query,
    sql`select (select coalesce(sum(vanished_count), 0) from folders) - (value->>'count')::int as count from settings where name = 'vanished'`,
  );
  return Number(row?.count ?? 0);
}
