// The chain of the audit after a backup was read back: what was lost by that is told, and what follows is chained as before.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditHead, sealRows } from '../../src/store/audit-chain.ts';
import { eventRows } from '../../src/store/event-marks.ts';
import { verifyAudit } from '../../src/store/read-audit.ts';
import { relink } from '../../src/store/relink-audit.ts';
import { onEveryDatabase, plantCase, plantEvent, type TestStore } from '../support/stores.ts';

/** An event as the program writes it, and the case counts it. */
async function happen(store: TestStore, caseId: string, version: number, on: string): Promise<void> {
  const [row] = eventRows(store.context.subKeys, caseId, version - 1, [{ type: 'due-warned', on }]);
  await store.run(sql`insert into case_events (case_id, version, type, data, mark)
    values (${caseId}, ${version}, ${row?.type}, ${JSON.stringify(row?.data)}, ${row?.mark})`);
}

onEveryDatabase((databases) => {
  const verify = async (store: TestStore, held: { link: number; head: string } | null = null) => {
    const report = await verifyAudit(store.db, store.context.subKeys, held);
    // The planted cases count no events; everything else must be as it should.
    return { ...report, findings: report.findings.filter(({ code }) => code !== 'versions').map(({ code, about }) => `${code} ${about}`) };
  };
  const asOwner = async (store: TestStore, statements: readonly string[]) => {
    for (const statement of statements) {
      if (databases.kind === 'PostgreSQL') await databases.asOwner(store.config, statement);
      else await store.run(statement);
    }
  };

  test('lost rows are counted, those that take their names are linked, and an older head is still in the chain', async () => {
    const store = await databases.open();
    const { subKeys } = store.context;
    const caseId = await plantCase(store);
    await plantEvent(store, caseId, 1, { type: 'due-warned' });
    await sealRows(store.db, subKeys);
    for (const version of [2, 3, 4]) await happen(store, caseId, version, '2026-01-12');
    await sealRows(store.db, subKeys);
    const held = await auditHead(store.db);
    // The backup is of after the second event.
    await asOwner(store, [
      'alter table case_events disable trigger all',
      'delete from case_events where version > 2',
      'alter table case_events enable trigger all',
    ]);
    expect((await verify(store)).findings).toEqual([`row-missing event ${caseId} 3`, `row-missing event ${caseId} 4`]);
    expect(await store.db.transaction((tx) => relink(tx, subKeys))).toEqual({ lost: 2, changed: 0 });
    expect(await verify(store, held)).toMatchObject({ findings: [], lostByRestore: 2, unmarked: 1 });
    // Another third event than the one that was lost.
    await happen(store, caseId, 3, '2026-02-20');
    expect((await sealRows(store.db, subKeys)).appended).toBe(1);
    expect(await verify(store, held)).toMatchObject({ findings: [], lostByRestore: 2 });
    // And once more.
    expect(await store.db.transaction((tx) => relink(tx, subKeys))).toEqual({ lost: 0, changed: 0 });
    await happen(store, caseId, 4, '2026-02-21');
    await sealRows(store.db, subKeys);
    expect(await verify(store, held)).toMatchObject({ findings: [], lostByRestore: 2, unmarked: 1 });
    await asOwner(store, [
      'alter table case_events disable trigger all',
      `update case_events set data = '{"type": "due-warned", "on": "2026-02-22"}' where version = 4`,
    ]);
    expect((await verify(store, held)).findings).toEqual([`row-changed event ${caseId} 4 r2`, `mark-wrong event ${caseId} 4 r2`]);
  });

  test('a row that is not as it was linked is never forgotten', async () => {
    const store = await databases.open();
    const { subKeys } = store.context;
    const caseId = await plantCase(store);
    await happen(store, caseId, 1, '2026-01-12');
    await sealRows(store.db, subKeys);
    await asOwner(store, ['alter table case_events disable trigger all', "update case_events set at = '2025-01-01'"]);
    expect(await store.db.transaction((tx) => relink(tx, subKeys))).toEqual({ lost: 0, changed: 1 });
    expect((await verify(store)).findings).toEqual(['restored-changed null']);
  });
});
