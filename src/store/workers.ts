import { sql } from 'drizzle-orm';
import { workers } from '../schema/site.ts';
import { type Db, rows, type Tx } from './db.ts';

/**
 * Notes that a worker completed a round, and the longest time of each day in which no worker had; rows of workers not heard
 * of for a week are dropped, and gaps of days older than the digest looks back.
 * @param on the local day
 */
export async function noteRound(db: Db, worker: string, at: string, on: string): Promise<void> {
  await db.query.execute(
    sql`insert into settings (name, value)
        select 'longest-gaps', jsonb_build_object(${on}::text, gap) from
          (select floor(extract(epoch from ${at}::timestamptz - max(round_at)) / 60)::int as gap from workers) before where gap > 0
        on conflict (name) do update set value = excluded.value || (select coalesce(jsonb_object_agg(gap.day, gap.minutes), '{}'::jsonb)
            from jsonb_each(settings.value) gap(day, minutes) where gap.day >= (${on}::date - 40)::text and gap.day <> ${on}::text)
          where coalesce((settings.value->>${on}::text)::int, 0) < (excluded.value->>${on}::text)::int`,
  );
  await db.query
    .insert(workers)
    .values({ id: worker, roundAt: at })
    .onConflictDoUpdate({ target: workers.id, set: { roundAt: at } });
  await db.query.execute(sql`delete from workers where coalesce(round_at, started_at) < ${at}::timestamptz - interval '7 days'`);
}

/** When any worker last completed a round; null: none of the last week did. */
export async function lastRound(tx: Tx): Promise<string | null> {
  const [row] = await tx.select({ at: sql<string | null>`max(${workers.roundAt})`.mapWith(workers.roundAt) }).from(workers);
  return row?.at ?? null;
}

/** How many workers completed a round since an instant. */
export async function aliveSince(tx: Tx, since: string): Promise<number> {
  const [row] = await rows<{ count: string | number }>(
    tx,
    sql`select count(*) as count from workers where round_at >= ${since}::timestamptz`,
  );
  return Number(row?.count);
}

/** The longest time without a round, minutes, of the days from one to another. */
export async function longestGap(tx: Tx, from: string, to: string): Promise<number> {
  const [row] = await rows<{ minutes: string | number | null }>(
    tx,
    sql`select max(gap.minutes::int) as minutes
        from (select value from settings where name = 'longest-gaps') kept, jsonb_each_text(kept.value) gap(day, minutes)
        where gap.day >= ${from} and gap.day <= ${to}`,
  );
  return Number(row?.minutes ?? 0);
}
