import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dropMessage } from '../../src/intake/maildir.ts';
import { silentLog } from '../../src/log.ts';
import { blindIndex } from '../../src/privacy/fingerprint.ts';
import { typedKeys } from '../../src/privacy/search-key.ts';
import { answeredByWeek, openByKind } from '../../src/store/figures.ts';
import { queueCounts, queuePage, queueViews } from '../../src/store/queue.ts';
import { searchCases } from '../../src/store/search.ts';
import { openSignIn } from '../../src/store/sign-in.ts';
import { openDoors } from '../../src/worker/assemble.ts';
import { runOnce } from '../../src/worker/run.ts';
import { mail } from '../support/mail.ts';
import { onEveryDatabase, type TestStore } from '../support/stores.ts';

/** A deletion that names a telephone and an order number, opened as the worker opens it. */
async function openDeletion({ context, config }: TestStore): Promise<void> {
  const text = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen. Mijn nummer is 06 1234 5678, bestelling AB-1234.';
  const message = mail({ from: 'klant@elders.example', subject: 'Verwijderen', text, date: context.clock.now() });
  await dropMessage(join(config.dataDir, 'mailbox'), message);
  const doors = openDoors(config, context.clock, silentLog);
  await runOnce(context, doors).finally(() => doors.close());
}

onEveryDatabase((databases) => {
  test('queue, search and figures read the same on every database', async () => {
    const store = await databases.open();
    const { db, subKeys, indexKey, timeZone, people } = store.context;
    const viewer = people[0]?.id ?? '';
    const filter = { view: 'all', kind: null, status: null, viewer, today: '2026-01-12', demands: false } as const;
    expect((await queuePage(db.query, subKeys, filter, { page: 0, size: 50 })).total).toBe(0);
    await openDeletion(store);
    for (const view of queueViews) {
      const { cases, total } = await queuePage(db.query, subKeys, { ...filter, view }, { page: 0, size: 50 });
      expect([view, cases.length, total]).toEqual([view, ...(['all', 'unassigned'].includes(view) ? [1, 1] : [0, 0])]);
    }
    expect(await queueCounts(db.query, filter)).toEqual({ all: 1, mine: 0, unassigned: 1, overdue: 0, approval: 0 });
    expect((await queueCounts(db.query, { ...filter, today: '2027-01-12' })).overdue).toBe(1);
    expect((await queuePage(db.query, subKeys, filter, { page: 1, size: 50 })).cases).toEqual([]);
    expect(await openByKind(db.query, '2026-01-12')).toEqual([
      { kind: 'deletion', late: 0, soon: 0, calm: 1, unassigned: 1, promisePassed: 0, legalPassed: 0 },
    ]);
    expect(await openByKind(db.query, '2027-01-12')).toMatchObject([{ late: 1, calm: 0, legalPassed: 1, promisePassed: 0 }]);
    expect(await answeredByWeek(db.query, '2025-12-01', timeZone)).toEqual([]);
    const find = async (typed: string) => {
      const address = typed.includes('@') ? blindIndex(indexKey, 'address', typed) : null;
      const keys = typedKeys(indexKey, typed).map(({ value }) => value);
      return (await searchCases(db.query, subKeys, { reference: null, address, keys, demands: false }, 10)).length;
    };
    expect(await Promise.all(['klant@elders.example', '0612345678', 'ab 1234', 'ab 1235'].map(find))).toEqual([1, 1, 1, 0]);
  });

  test('codes and sessions, as the worker’s role may', async () => {
    const { db, context } = await databases.open();
    const [{ id } = { id: '' }, other] = context.people;
    const signIn = openSignIn(db, context.subKeys.console, 'http://127.0.0.1:8425');
    const browser = 'ab'.repeat(16);
    const now = context.clock.now();
    const first = await signIn.makeCode(id, browser);
    const code = await signIn.makeCode(id, browser);
    // The first is void since there is a second.
    if (first !== code) expect(await signIn.redeem(first, { staffId: id, browser }, now)).toBeNull();
    expect(await signIn.redeem(code, { staffId: id, browser: 'cd'.repeat(16) }, now)).toBeNull();
    expect(await signIn.redeem(code, { staffId: other?.id ?? '', browser }, now)).toBeNull();
    // Two at once with the right code: one gets in.
    const both = await Promise.all([1, 2].map(() => signIn.redeem(code, { staffId: id, browser }, now)));
    expect(both.filter((cookies) => cookies !== null)).toHaveLength(1);
    const cookie =
      both
        .flat()
        .map((line) => line?.split(';')[0])
        .find((line) => line !== undefined) ?? '';
    const session = await signIn.find(cookie);
    expect(session).toMatchObject({ staffId: id, beganAt: now.toString(), seenAt: now.toString() });
    await signIn.noteSeen(session?.token ?? '', now.add({ minutes: 5 }));
    expect(await signIn.find(cookie)).toMatchObject({ seenAt: now.add({ minutes: 5 }).toString() });
    await signIn.end(session?.token ?? '');
    expect(await signIn.find(cookie)).toBeNull();
  });
});
