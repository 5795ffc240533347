import { sql } from 'drizzle-orm';
import { workers } from '../schema/site.ts';
import type { Db } from './db.ts';

/** Notes that a worker completed a round; rows of workers not heard of for a week are dropped. */
export async function noteRound(db: Db, worker: string, at: string): Promise<void> {
  await db.query
    .insert(workers)
    .values({ id: worker, roundAt: at })
    .onConflictDoUpdate({ target: workers.id, set: { roundAt: at } });
  await db.query.execute(sql`delete from workers where coalesce(round_at, started_at) < now() - interval '7 days'`);
}
