// Numbers of the digest and the summaries against rows that are planted: alike on both databases.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { answeredIn, classifiedIn, erasedIn, openAt, openedIn } from '../../src/store/overview-figures.ts';
import { aliveSince, lastRound, longestGap, noteRound } from '../../src/store/workers.ts';
import { onEveryDatabase, plantMessage, type TestStore } from '../support/stores.ts';

const span = { from: '2026-01-11T23:00:00Z', to: '2026-01-18T23:00:00Z', timeZone: 'Europe/Amsterdam' };

interface Planted {
  readonly kind?: string;
  readonly receivedAt: string;
  readonly closedAt?: string;
  readonly status?: string;
  readonly policyOn?: string | null;
  readonly legalOn?: string;
}

onEveryDatabase((databases) => {
  // Cases begin open; what became of these is not lived through.
  const opened = async () => {
    const store = await databases.open();
    const unguard = 'alter table cases disable trigger user';
    if (databases.kind === 'PGlite') await store.run(unguard);
    else await databases.asOwner(store.config, unguard);
    return store;
  };

  test('answered: by kind and together, in time or after which date, by local days, without demands of public bodies', async () => {
    const store = await opened();
    const [receivedAt, legalOn] = ['2026-01-05T12:00:00Z', '2026-01-14'];
    // 23:30 in Amsterdam on the last day in time; half an hour later it is the day after.
    await plant(store, { kind: 'refund', receivedAt, legalOn, closedAt: '2026-01-14T22:30:00Z' });
    await plant(store, { kind: 'refund', receivedAt, legalOn, closedAt: '2026-01-14T23:00:00Z', status: 'refused' });
    await plant(store, { kind: 'change', receivedAt, policyOn: '2026-01-10', legalOn: '2026-02-05', closedAt: '2026-01-12T11:00:00Z' });
    for (const status of ['withdrawn', 'not-a-request']) await plant(store, { receivedAt, closedAt: '2026-01-13T11:00:00Z', status });
    await plant(store, { kind: 'authority', receivedAt, legalOn: '2026-01-06', closedAt: '2026-01-13T11:00:00Z' });
    await plant(store, { kind: 'refund', receivedAt, closedAt: '2026-01-11T22:59:59Z' });
    await plant(store, { kind: 'refund', receivedAt, closedAt: span.to });
    expect(await answeredIn(store.db.query, span)).toEqual([
      { kind: 'change', count: 1, median: 7, longest: 7, promiseMissed: 1, legalMissed: 0 },
      { kind: 'refund', count: 2, median: 9.5, longest: 10, promiseMissed: 0, legalMissed: 1 },
      { kind: null, count: 3, median: 9, longest: 10, promiseMissed: 1, legalMissed: 1 },
    ]);
    expect(await answeredIn(store.db.query, { ...span, from: span.to, to: '2026-01-18T23:00:00Z' })).toEqual([]);
  });

  test('opened in a span, and open and overdue at an instant', async () => {
    const store = await opened();
    await plant(store, { kind: 'copy', receivedAt: span.from, legalOn: '2026-01-17' });
    await plant(store, { kind: 'copy', receivedAt: '2026-01-18T22:59:59Z' });
    await plant(store, { kind: 'authority', receivedAt: span.from });
    await plant(store, { kind: 'refund', receivedAt: span.to });
    await plant(store, { kind: 'refund', receivedAt: '2026-01-01T12:00:00Z', closedAt: span.to });
    expect(await openedIn(store.db.query, span)).toEqual([{ kind: 'copy', count: 2 }]);
    expect(await openAt(store.db.query, span.to, span.timeZone)).toEqual({ open: 3, overdue: 1 });
  });

  test('what the classifier handed to people, and the requests that were in its messages', async () => {
    const store = await opened();
    const read = async (disposition: string, kinds: readonly (readonly [string, string, string])[] = []) => {
      const opening = await plantMessage(store);
      const received = '2026-01-13T12:00:00Z';
      await store.run(sql`update messages set disposition = ${disposition} where id = ${opening}`);
      for (const [taken, kind, status] of kinds) {
        const id = await plant(
          store,
          { kind, status, receivedAt: received, ...(status === 'not-a-request' ? { closedAt: received } : {}) },
          opening,
        );
        const event = { type: 'case-opened', kind: taken };
        await store.run(
          sql`insert into case_events (case_id, version, type, data) values (${id}, 1, 'case-opened', ${JSON.stringify(event)}) on conflict do nothing`,
        );
      }
    };
    await read('request', [['deletion', 'deletion', 'in-progress']]);
    await read('request', [['undetermined', 'refund', 'in-progress']]);
    await read('request', [['undetermined', 'undetermined', 'needs-a-person']]);
    await read('none');
    await read('automatic');
    await read('unreadable');
    const now = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z', timeZone: 'UTC' };
    expect(await classifiedIn(store.db.query, now)).toEqual({ read: 4, toPeople: 2, requests: 2 });
    expect(await classifiedIn(store.db.query, span)).toEqual({ read: 0, toPeople: 0, requests: 0 });
  });

  test('what was erased in a span', async () => {
    const store = await opened();
    for (const [subject, at] of [
      ['message', span.from],
      ['message', '2026-01-18T22:59:59Z'],
      ['case', span.from],
      ['letter', span.to],
    ])
      await store.run(sql`insert into erasures (id, subject, subject_id, because, rule, due_on, at) values (${randomUUID()}, ${subject},
        ${randomUUID()}, 'retention', 'mail.none', '2026-01-12', ${at})`);
    expect(await erasedIn(store.db.query, span)).toEqual({ message: 2, letter: 0, case: 1 });
  });

  test('rounds: the longest time without one, of any worker, by day; days long past are forgotten', async () => {
    const { db } = await databases.open();
    expect(await lastRound(db.query)).toBeNull();
    const round = (worker: string, time: string) => noteRound(db, worker, `${time}:00Z`, time.slice(0, 10));
    await round('one', '2026-01-12T08:00');
    await round('two', '2026-01-12T08:07');
    await round('one', '2026-01-12T08:09');
    await round('one', '2026-01-13T08:09');
    await round('one', '2026-01-13T08:19');
    expect(await lastRound(db.query)).toBe('2026-01-13T08:19:00Z');
    const longest = (from: string, to = from) => longestGap(db.query, from, to);
    expect([await longest('2026-01-12'), await longest('2026-01-13'), await longest('2026-01-14')]).toEqual([7, 1440, 0]);
    expect(await longest('2026-01-12', '2026-01-13')).toBe(1440);
    expect([await aliveSince(db.query, '2026-01-13T08:19:00Z'), await aliveSince(db.query, '2026-01-12T08:07:00Z')]).toEqual([1, 2]);
    await round('one', '2026-02-22T08:19');
    expect([await longest('2026-01-12'), await longest('2026-01-13')]).toEqual([0, 1440]);
  });
});

async function plant(store: TestStore, wish: Planted, opening?: string): Promise<string> {
  const closed = wish.closedAt === undefined ? null : wish.closedAt;
  const status = wish.status ?? (closed === null ? 'in-progress' : 'completed');
  const { kind = 'refund', receivedAt, policyOn = null, legalOn = '2027-01-01' } = wish;
  const id = randomUUID();
  const state = JSON.stringify({ identity: { needed: kind === 'deletion' || kind === 'copy' } });
  await store.run(sql`insert into cases (id, reference, kind, status, language, received_at, policy_on, legal_on, due_on, act_by_on, warn_on,
      escalate_on, policy_hash, version, state, opening_message_id, key_id, closed_at)
    values (${id}, ${id}, ${kind}, ${status}, 'nl', ${receivedAt}, ${policyOn}, ${legalOn}, ${policyOn ?? legalOn}, now(), now(), now(),
      ${store.context.policy.hash}, 0, ${state}, ${opening ?? (await plantMessage(store))}, ${randomUUID()}, ${closed})`);
  return id;
}
