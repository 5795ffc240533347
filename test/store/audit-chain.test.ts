// The chain of the audit on both databases: every row gets one link, whoever makes it and however many make it at once.
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditHead, sealRows } from '../../src/store/audit-chain.ts';
import { createSealer } from '../../src/worker/seal-audit.ts';
import { failureOf, onEveryDatabase, openStore, plantCase, plantEvent, type TestStore } from '../support/stores.ts';

interface LinkOf {
  readonly link: string;
  readonly entry: string;
}

const links = (store: TestStore) => store.run<LinkOf>('select link::text as link, entry from audit_chain order by audit_chain.link');
const seal = (store: TestStore) => sealRows(store.db, store.context.subKeys);

async function plantEvents(store: TestStore, count: number): Promise<string> {
  const caseId = await plantCase(store);
  await store.run(sql`insert into case_events (case_id, version, type, data)
    select ${caseId}, n, 'due-warned', jsonb_build_object('type', 'due-warned', 'on', '2026-01-12') from generate_series(1, ${count}::int) n`);
  return caseId;
}

onEveryDatabase((databases) => {
  async function asOwner(store: TestStore, statements: string): Promise<void> {
    for (const statement of statements.split('; ')) {
      if (databases.kind === 'PostgreSQL') await databases.asOwner(store.config, statement);
      else await store.run(statement);
    }
  }

  test('an empty audit has no head; the first sealing begins the chain', async () => {
    const store = await databases.open();
    expect(await auditHead(store.db)).toBeNull();
    expect((await seal(store)).appended).toBe(0);
    expect(await auditHead(store.db)).toEqual({ link: 1, head: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(await links(store)).toEqual([{ link: '1', entry: 'begun' }]);
  });

  test('each row is linked once, the ones from before the chain first', async () => {
    const store = await databases.open();
    const caseId = await plantCase(store);
    await plantEvent(store, caseId, 1, { type: 'due-warned' });
    const first = await seal(store);
    await plantEvent(store, caseId, 2, { type: 'due-passed' });
    const second = await seal(store);
    expect([first.appended, second.appended, (await seal(store)).appended]).toEqual([1, 1, 0]);
    expect((await links(store)).map(({ entry }) => entry)).toEqual(['begun', `event ${caseId} 1`, `event ${caseId} 2`]);
    const [begun] = await store.run<{ digest: string }>("select digest from audit_chain where entry = 'begun'");
    expect(begun?.digest).toBe('1');
  });

  test('5,000 events are linked in a few seconds', async () => {
    const store = await databases.open();
    await plantEvents(store, 5_000);
    const began = performance.now();
    expect((await seal(store)).appended).toBe(5_000);
    expect(performance.now() - began).toBeLessThan(30_000);
    const found = await links(store);
    expect(found.map(({ link }) => Number(link))).toEqual(Array.from({ length: 5_001 }, (_, at) => at + 1));
  }, 60_000);

  test('what a sealer remembers is missed when it is taken off the end', async () => {
    const store = await databases.open();
    await plantEvents(store, 3);
    const sealer = createSealer(store.context);
    await sealer();
    await asOwner(store, 'alter table audit_chain disable trigger all; delete from audit_chain where link = 4');
    const failure = await failureOf(sealer());
    expect(failure.code).toBe('audit-chain-cut');
    expect(await links(store)).toHaveLength(3);
    const alarms = () => store.run('select code, ended_at is null as lasts from alarms');
    expect(await alarms()).toEqual([{ code: 'audit-cut', lasts: true }]);
    // A worker that starts later remembers nothing: only a head kept elsewhere tells.
    await createSealer(store.context)();
    expect(await alarms()).toEqual([{ code: 'audit-cut', lasts: false }]);
  });

  test('nothing is linked to a link that somebody put at the end', async () => {
    const store = await databases.open();
    await plantEvents(store, 2);
    await seal(store);
    await store.run("insert into audit_chain (link, entry, digest, head, at) values (4, 'event x', 'x', 'x', now())");
    expect((await failureOf(seal(store))).code).toBe('audit-chain-cut');
  });

  describe('ten workers', () => {
    test('make one chain', async () => {
      const store = await databases.open();
      const others = databases.kind === 'PGlite' ? [] : await Promise.all(Array.from({ length: 9 }, () => openStore(store.config)));
      const workers = [store.context, ...others];
      await plantEvents(store, 500);
      const rounds = Array.from({ length: 3 }, () => workers).flat();
      const counts = await Promise.all(rounds.map(({ db, subKeys }) => sealRows(db, subKeys)));
      expect(counts.reduce((sum, { appended }) => sum + appended, 0)).toBe(500);
      expect((await links(store)).map(({ link }) => Number(link))).toEqual(Array.from({ length: 501 }, (_, at) => at + 1));
    }, 120_000);
  });
});
