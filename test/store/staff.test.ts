// Our own people: what STAFF and MANAGERS say, what a command said, and who acts for whom.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addStaff, changeStaff, listStaff, roleNames, seedStaff } from '../../src/store/staff.ts';
import { endWaiver, findWaiver, recordWaiver } from '../../src/store/waivers.ts';
import { onEveryDatabase, type TestStore } from '../support/stores.ts';

const [anna, berend, cato] = ['anna@winkel.example', 'berend@winkel.example', 'cato@winkel.example'];

function seed(
  { context }: TestStore,
  staff: readonly string[],
  managers: readonly string[] = [],
  authority: readonly string[] = [],
): Promise<void> {
  return seedStaff(context.db, context.subKeys, context.indexKey, { staff, managers, authority });
}

async function table({ context }: TestStore): Promise<Readonly<Record<string, string>>> {
  const people = await listStaff(context.db.query, context.subKeys, context.indexKey);
  return Object.fromEntries(people.map((one) => [one.address, roleNames(one).join(' ')]));
}

async function idOf({ context }: TestStore, address: string): Promise<string> {
  const people = await listStaff(context.db.query, context.subKeys, context.indexKey);
  return people.find((one) => one.address === address)?.id ?? 'nobody';
}

onEveryDatabase((databases) => {
  test('the table says what the environment says, and who left keeps the row', async () => {
    const store = await databases.open();
    expect(await table(store)).toEqual({ [anna]: 'staff approver manager', [berend]: 'staff approver' });
    const before = await idOf(store, berend);
    await seed(store, [' ANNA@winkel.example', cato], [cato]);
    expect(await table(store)).toEqual({ [anna]: 'staff approver', [cato]: 'staff approver manager' });
    await seed(store, [anna, berend]);
    expect(await table(store)).toEqual({ [anna]: 'staff approver', [berend]: 'staff approver' });
    expect(await idOf(store, berend)).toBe(before);
  });

  test('who handles demands is said by AUTHORITY, alone or besides other roles', async () => {
    const store = await databases.open();
    await seed(store, [anna], [], [' CATO@winkel.example', anna]);
    expect(await table(store)).toEqual({ [anna]: 'staff approver authority', [cato]: 'authority' });
    await seed(store, [anna]);
    expect(await table(store)).toEqual({ [anna]: 'staff approver' });
  });

  test('what a command said is kept over the environment: added, other roles, removed', async () => {
    const store = await databases.open();
    const { context } = store;
    await addStaff(context.db, context.subKeys, context.indexKey, 'Cato@Winkel.example', { roles: ['auditor'], language: 'en' });
    await changeStaff(context.db, await idOf(store, anna), { roles: ['manager'] });
    await changeStaff(context.db, await idOf(store, berend), { roles: [] });
    for (const staff of [[anna, berend], [cato, berend], []]) {
      await seed(store, staff);
      expect(await table(store)).toEqual({ [anna]: 'manager', [cato]: 'auditor' });
    }
    expect(await listStaff(context.db.query, context.subKeys, context.indexKey)).toMatchObject([
      { source: 'command' },
      { source: 'command', language: 'en' },
    ]);
    await addStaff(context.db, context.subKeys, context.indexKey, berend, { roles: ['approver'] });
    expect(await table(store)).toMatchObject({ [berend]: 'staff approver' });
  });

  test('an absence is not a role: the environment goes on saying who works here', async () => {
    const store = await databases.open();
    const standInId = await idOf(store, anna);
    await changeStaff(store.db, await idOf(store, berend), { awayUntil: '2026-02-01', standInId });
    await seed(store, [anna, berend]);
    const people = await listStaff(store.db.query, store.context.subKeys, store.context.indexKey);
    expect(people.find((one) => one.address === berend)).toMatchObject({ source: 'environment', awayUntil: '2026-02-01', standInId });
    await changeStaff(store.db, standInId, { roles: [] });
    expect(await listStaff(store.db.query, store.context.subKeys, store.context.indexKey)).toMatchObject([
      { address: berend, awayUntil: null, standInId: null },
    ]);
  });

  test('a running worker sees a change when it reads its people again', async () => {
    const store = await databases.open();
    const { people } = store.context;
    await changeStaff(store.db, await idOf(store, berend), { roles: [] });
    expect(people).toHaveLength(2);
    await store.context.refreshPeople();
    expect(people.map(({ address }) => address)).toEqual([anna]);
  });

  test('no address stands in a column', async () => {
    const store = await databases.open();
    const rows = await store.run<{ row: string }>(sql`select staff::text as row from staff union all select waivers::text from waivers`);
    expect(rows).toHaveLength(2);
    const hexadecimal = Buffer.from('winkel').toString('hex');
    for (const { row } of rows) expect([row.includes('winkel'), row.includes(hexadecimal)]).toEqual([false, false]);
  });

  test('one waiver at a time, with who, when and why; an ended one stays on record', async () => {
    const store = await databases.open();
    const { db, subKeys } = store.context;
    const waiver = { by: await idOf(store, anna), at: '2026-01-12T09:00:00Z', reason: 'Ik werk alleen' };
    expect(await findWaiver(db.query, subKeys)).toBeNull();
    const recorded = await Promise.all(Array.from({ length: 5 }, () => recordWaiver(db, subKeys, waiver)));
    expect(recorded.filter(Boolean)).toHaveLength(1);
    expect(await findWaiver(db.query, subKeys)).toEqual(waiver);
    expect(await endWaiver(db, waiver.by, '2026-02-01T09:00:00Z')).toBe(true);
    expect(await endWaiver(db, waiver.by, '2026-02-01T09:00:00Z')).toBe(false);
    expect(await findWaiver(db.query, subKeys)).toBeNull();
    expect(await recordWaiver(db, subKeys, { ...waiver, at: '2026-03-01T09:00:00Z' })).toBe(true);
    const [count] = await store.run<{ all: number; why: boolean }>(
      sql`select count(*)::int as all, bool_or(position('alleen'::bytea in reason) > 0) as why from waivers`,
    );
    expect(count).toEqual({ all: 2, why: false });
  });
});
