// What is kept of a copy that waits on a page, and when it goes.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eraseDownloads, filesOfDownload, findDownload, insertDownload, renewCode, takeTry, useCode } from '../../src/store/downloads.ts';
import { createKey } from '../../src/store/keys.ts';
import { onEveryDatabase, plantCase, plantLetter, type TestStore } from '../support/stores.ts';

const files = [{ filename: 'a.csv', contentType: 'text/csv', content: 'YQ==' }];

async function plantDownload(
  store: TestStore,
  wish: { readonly until?: string; readonly letter?: string; readonly hold?: boolean } = {},
): Promise<{ id: string; token: string; letterId: string }> {
  const { until = '2026-01-20', hold = false } = wish;
  const caseId = await plantCase(store, { kind: 'copy' });
  if (hold)
    await store.run(
      sql`insert into case_events (case_id, version, type, data) values (${caseId}, 1, 'hold-placed', '{"type": "hold-placed"}')`,
    );
  if (hold) await store.run(sql`update cases set version = 1, state = state || '{"hold": {"by": "x"}}'::jsonb where id = ${caseId}`);
  // Any letter will do, and one that needs nobody's approval is the simplest.
  const letterId = await plantLetter(store, { kind: 'acknowledgement', approvals_needed: 0 });
  const [id, token] = [randomUUID(), randomUUID()];
  await insertDownload(store.db.query, {
    id,
    caseId,
    letterId,
    key: createKey(store.context.subKeys),
    files,
    tokenDigest: token,
    untilOn: until,
  });
  return { id, token, letterId };
}

onEveryDatabase((databases) => {
  test('a page opens when its letter has left, until the end of its last day', async () => {
    const store = await databases.shared();
    const { id, token, letterId } = await plantDownload(store);
    const open = async (day: string) => (await findDownload(store.db.query, token, day))?.id ?? null;
    expect(await open('2026-01-12')).toBeNull();
    for (const status of ['queued', 'sending']) await store.run(sql`update letters set status = ${status} where id = ${letterId}`);
    expect(await open('2026-01-20')).toBe(id);
    expect(await open('2026-01-21')).toBeNull();
    expect(await findDownload(store.db.query, `${token}x`, '2026-01-20')).toBeNull();
  });

  test('what has ended is erased, key first; a hold keeps it', async () => {
    const store = await databases.open();
    const { query } = store.db;
    const [ended, waiting, held, unsent] = [
      await plantDownload(store),
      await plantDownload(store, { until: '2026-02-20' }),
      await plantDownload(store, { hold: true }),
      await plantDownload(store, { until: '2026-02-20' }),
    ];
    await store.run(sql`update letters set status = 'void' where id = ${unsent.letterId}`);
    expect(await eraseDownloads(store.db, '2026-01-20')).toBe(1);
    expect(await eraseDownloads(store.db, '2026-01-21')).toBe(1);
    expect(await eraseDownloads(store.db, '2026-01-21')).toBe(0);
    const left = async (id: string) => (await filesOfDownload(query, store.context.subKeys, id))?.length ?? null;
    expect([await left(ended.id), await left(waiting.id), await left(held.id), await left(unsent.id)]).toEqual([null, 1, 1, null]);
    const [keys] = await store.run<{ left: number }>(
      sql`select count(*)::int as left from data_keys k join downloads d on d.key_id = k.id`,
    );
    expect(Number(keys?.left)).toBe(2);
  });

  test('codes and tries are counted by the database, ten at once and all', async () => {
    const store = await databases.shared();
    const { query } = store.db;
    const { id } = await plantDownload(store);
    const renew = (on: string) => renewCode(query, id, { digest: 'abc', until: '2026-01-12T10:30:00Z', tries: 5, on, most: 3 });
    expect((await Promise.all(Array.from({ length: 10 }, () => renew('2026-01-12')))).filter(Boolean)).toHaveLength(3);
    expect(await renew('2026-01-13')).toBe(true);
    const taken = await Promise.all(Array.from({ length: 10 }, () => takeTry(query, id, '2026-01-12T10:00:00Z')));
    expect(
      taken
        .filter((one) => one !== null)
        .map((one) => one.triesLeft)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4]);
    expect(await renew('2026-01-13')).toBe(true);
    expect(await takeTry(query, id, '2026-01-12T10:30:00Z')).toBeNull();
    expect((await Promise.all(Array.from({ length: 5 }, () => useCode(query, id, 'abc')))).filter(Boolean)).toHaveLength(1);
    expect(await takeTry(query, id, '2026-01-12T10:00:00Z')).toBeNull();
  });
});
