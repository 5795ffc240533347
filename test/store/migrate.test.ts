import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { openDb, rows } from '../../src/store/db.ts';
import { migrate, schemaState } from '../../src/store/migrate.ts';
import { openHouse } from '../../src/worker/assemble.ts';
import { copyEmptyDatabase } from '../support/databases.ts';
import { testClock } from '../support/journey.ts';
import { failureOf, onEveryDatabase, openStore, visitStore } from '../support/stores.ts';

const tables = ['approvals', 'case_events', 'cases', 'folders', 'letters', 'messages', 'places', 'policies', 'staff'];

onEveryDatabase((databases) => {
  test('an empty database gets every table, once', async () => {
    const config = await databases.empty();
    await visitStore(config);
    const context = await openStore(config);
    const found = await rows<{ name: string }>(
      context.db.query,
      sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    );
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(tables));
    const { applied, known, newer } = await schemaState(context.db);
    expect({ applied, newer }).toEqual({ applied: known, newer: false });
  });

  test('tables of a newer program are refused in plain words, and nothing is changed', async () => {
    const config = await databases.empty();
    if (databases.kind === 'PGlite') await copyEmptyDatabase(config.dataDir);
    const future = "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)";
    await visitStore(config, async ({ db }) => {
      if (databases.kind === 'PostgreSQL') await databases.asOwner(config, future);
      else await db.query.execute(sql.raw(future));
    });
    const failure = await failureOf(openHouse(config, testClock('2026-01-12T10:00:00Z'), silentLog));
    expect(failure).toMatchObject({ code: 'schema-newer', retry: 'never' });
    expect(failure.message).toMatch(/newer Tijdig/);
    const owner = await openDb(config.database, 'owner');
    expect(await failureOf(migrate(owner, null))).toMatchObject({ code: 'schema-newer' });
    expect(await schemaState(owner)).toMatchObject({ newer: true });
    await owner.close();
  });

  if (databases.kind === 'PostgreSQL') {
    test('ten workers start at once on an empty database and agree on everything', async () => {
      const config = await databases.empty();
      const all = await Promise.all(Array.from({ length: 10 }, () => openStore(config)));
      expect(new Set(all.map(({ indexKey }) => Buffer.from(indexKey).toString('hex'))).size).toBe(1);
      expect(new Set(all.map(({ goLive, begunAt }) => `${goLive} ${begunAt}`)).size).toBe(1);
      expect(
        new Set(
          all.map(({ people }) =>
            people
              .map(({ id }) => id)
              .sort()
              .join(),
          ),
        ).size,
      ).toBe(1);
    });

    test('a role that may not make tables is told what to set', async () => {
      const config = await databases.empty();
      if (config.database.kind !== 'server') throw new Error('not a server');
      const limited = { ...config, database: { ...config.database, migrateUrl: null } };
      const failure = await failureOf(openHouse(limited, testClock('2026-01-12T10:00:00Z'), silentLog));
      expect(failure).toMatchObject({ code: 'migrate-rights', retry: 'never' });
      expect(failure.message).toMatch(/MIGRATE_DATABASE_URL/);
    });
  }
});
