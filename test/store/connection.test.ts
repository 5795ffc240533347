import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { databaseTrouble } from '../../src/store/db.ts';
import { eventually } from '../support/servers.ts';
import { onEveryDatabase } from '../support/stores.ts';

onEveryDatabase((databases) => {
  if (databases.kind === 'PGlite') {
    test('a transaction is all or nothing', async () => {
      const { db, run } = await databases.shared();
      const work = db.transaction(async (tx) => {
        await tx.execute(sql`insert into workers (id) values ('half')`);
        throw new Error('no');
      });
      await expect(work).rejects.toThrow('no');
      expect(await run("select 1 from workers where id = 'half'")).toEqual([]);
    });
    return;
  }

  test('the server ends connections in the middle of transactions: each is all or nothing, and the worker lives on', async () => {
    const { db, run, config } = await databases.open();
    let [committed, stop] = [0, false];
    const errors: unknown[] = [];
    async function writePairs(writer: number): Promise<void> {
      for (let pair = 0; !stop; pair++) {
        try {
          await db.transaction(async (tx) => {
            await tx.execute(sql`insert into workers (id) values (${`${writer} ${pair} a`})`);
            await tx.execute(sql`select pg_sleep(0.002)`);
            await tx.execute(sql`insert into workers (id) values (${`${writer} ${pair} b`})`);
          });
          committed += 1;
        } catch (error) {
          errors.push(error);
        }
      }
    }
    const writers = Promise.all(Array.from({ length: 8 }, (_, writer) => writePairs(writer)));
    for (let blow = 0; blow < 8; blow++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await databases.asOwner(config, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tijdig_app'");
    }
    stop = true;
    await writers;
    // Every place in the pool is usable again.
    const twelve = Array.from({ length: 12 });
    await eventually(() => Promise.all(twelve.map(() => db.transaction((tx) => tx.execute(sql`select pg_sleep(0.05)`)))));
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.filter((error) => databaseTrouble(error)?.code !== 'database-away')).toEqual([]);
    // A commit whose answer was lost may have happened: never half of it, and never one that was reported missing.
    const [{ a, b } = { a: -1, b: -2 }] = await run<{ a: number; b: number }>(
      "select count(*) filter (where id like '% a')::int as a, count(*) filter (where id like '% b')::int as b from workers",
    );
    expect(a).toBe(b);
    expect(a).toBeGreaterThanOrEqual(committed);
  });
});
