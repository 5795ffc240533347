// Work is claimed by lease on the database's clock. Whoever lost a lease writes nothing any more.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { beginEpoch, findFolder, type Lease, leaseFolder, releaseFolders, sealArrival, storeBatch } from '../../src/store/folders.ts';
import { insertNew } from '../../src/store/insert-new.ts';
import { createKey } from '../../src/store/keys.ts';
import type { NewLetter } from '../../src/store/letters.ts';
import { aloneAfter, claimMessages, releaseMessages, renewMessages, strikeAfter, strikeMessage } from '../../src/store/messages.ts';
import { claimLetters, claimUnknown, expireSending, renewLetters, settleLetters } from '../../src/store/outgoing.ts';
import { onEveryDatabase, type TestStore } from '../support/stores.ts';

const a: Lease = { worker: 'worker-a', seconds: 60 };
const b: Lease = { worker: 'worker-b', seconds: 60 };
const folder = { path: 'INBOX', role: 'inbox', uidValidity: 1n, uidNext: 1, messages: 0 } as const;
const at = '2026-01-12T09:00:00Z';

function arrival(store: TestStore, uid: number, fingerprint = String(uid)) {
  const fetched = { uid, receivedAt: Temporal.Instant.from(at), size: 3, raw: Buffer.from('abc'), truncated: false };
  return sealArrival(fetched, randomUUID(), Buffer.from(fingerprint), false, store.context.subKeys);
}

async function folderOf(store: TestStore) {
  await beginEpoch(store.db, 'test', folder, at, 0);
  const row = await findFolder(store.db, 'test', folder);
  if (row === null) throw new Error('no folder');
  return row;
}

async function putMessages(store: TestStore, uids: readonly number[]): Promise<void> {
  const row = await folderOf(store);
  await leaseFolder(store.db, row.id, a);
  const arrivals = uids.map((uid) => arrival(store, uid));
  await storeBatch(store.db, { folder: row, arrivals, nextUid: Math.max(...uids) + 1, vanished: 0, at }, a);
}

/** A minute and more goes by for whatever is leased. */
async function timePasses(store: TestStore, table: 'folders' | 'messages' | 'letters'): Promise<void> {
  await store.run(`update ${table} set lease_until = now() - interval '1 second' where lease_until is not null`);
}

async function putLetter(store: TestStore): Promise<string> {
  const letter: NewLetter = {
    id: randomUUID(),
    kind: 'review-receipt',
    status: 'queued',
    audience: 'internal',
    messageId: `<${randomUUID()}@winkel.example>`,
    openingMessageId: null,
    recipientIndex: Buffer.from('x'),
    staffId: null,
    key: createKey(store.context.subKeys),
    content: { to: 'a@b.example', subject: '', text: '', html: '', inReplyTo: null, references: [], input: null, attachments: [] },
    raw: Buffer.from('raw'),
    hash: 'abc',
    caseVersion: null,
    approvalsNeeded: 0,
    withheld: false,
    caseIds: [],
    review: null,
    nextAttemptAt: at,
  };
  await insertNew(store.db.query, { triage: null, cases: [], letters: [letter] });
  return letter.id;
}

onEveryDatabase((databases) => {
  test('a folder is read by one worker; one that lost it writes neither messages nor cursor', async () => {
    const store = await databases.open();
    const row = await folderOf(store);
    expect([await leaseFolder(store.db, row.id, a), await leaseFolder(store.db, row.id, b)]).toEqual([true, false]);
    expect(await leaseFolder(store.db, row.id, a)).toBe(true);
    await timePasses(store, 'folders');
    const batch = { folder: row, arrivals: [arrival(store, 1)], nextUid: 2, vanished: 0, at };
    // Expired, though nobody took it yet.
    expect(await storeBatch(store.db, batch, a)).toBeNull();
    expect(await leaseFolder(store.db, row.id, b)).toBe(true);
    expect(await storeBatch(store.db, batch, a)).toBeNull();
    expect(await store.run('select 1 from messages')).toEqual([]);
    expect(await store.run('select 1 from data_keys where id not in (select key_id from staff)')).toEqual([]);
    expect(await findFolder(store.db, 'test', folder)).toMatchObject({ nextUid: 1, seenCount: 0 });
    expect(await storeBatch(store.db, batch, b)).toBe(1);
    expect(await findFolder(store.db, 'test', folder)).toMatchObject({ nextUid: 2, seenCount: 1 });
    await releaseFolders(store.db, b.worker);
    expect(await leaseFolder(store.db, row.id, a)).toBe(true);
  });

  test('a batch that comes twice, and one message at two places, add nothing twice', async () => {
    const store = await databases.open();
    const row = await folderOf(store);
    await leaseFolder(store.db, row.id, a);
    const arrivals = [arrival(store, 1, 'same'), arrival(store, 2, 'same'), arrival(store, 3, 'other')];
    const batch = { folder: row, arrivals, nextUid: 4, vanished: 0, at };
    expect(await storeBatch(store.db, batch, a)).toBe(2);
    const again = { ...batch, arrivals: [arrival(store, 1, 'same'), arrival(store, 2, 'same'), arrival(store, 3, 'other')] };
    expect(await storeBatch(store.db, again, a)).toBe(0);
    expect(await store.run('select uid::int as uid, class from places order by uid')).toEqual([
      { uid: 1, class: null },
      { uid: 2, class: 'duplicate' },
      { uid: 3, class: null },
    ]);
    expect(await findFolder(store.db, 'test', folder)).toMatchObject({ seenCount: 3 });
    expect(await store.run('select 1 from data_keys where id not in (select key_id from staff)')).toHaveLength(2);
  });

  test('a message is handled by one worker; the result of one that lost it is refused', async () => {
    const store = await databases.open();
    await putMessages(store, [1, 2, 3]);
    const { subKeys } = store.context;
    const [first, second] = await claimMessages(store.db, subKeys, a, 2);
    expect(await claimMessages(store.db, subKeys, b, 10)).toHaveLength(1);
    expect(await claimMessages(store.db, subKeys, b, 10)).toHaveLength(0);
    if (first === undefined || second === undefined) throw new Error('nothing was claimed');
    await timePasses(store, 'messages');
    expect((await claimMessages(store.db, subKeys, b, 10)).map(({ id }) => id)).toContain(first.id);
    const result = {
      messageId: first.id,
      disposition: 'none',
      reasons: [],
      fromIndex: null,
      messageIdIndex: null,
      masked: null,
      summary: null,
    } as const;
    const finish = (lease: Lease) =>
      insertNew(store.db.query, { triage: { result: { ...result, key: first.key }, worker: lease.worker }, cases: [], letters: [] });
    expect(await finish(a)).toBe(false);
    expect(await finish(b)).toBe(true);
    expect(await finish(b)).toBe(false);
    await renewMessages(store.db, b);
    await releaseMessages(store.db, b.worker);
    expect(await claimMessages(store.db, subKeys, a, 10)).toHaveLength(2);
  });

  test('workers that claim at the same moment never get the same message', async () => {
    const store = await databases.open();
    await putMessages(
      store,
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
    const workers = Array.from({ length: 6 }, (_, index) => ({ worker: `w${index}`, seconds: 60 }));
    const claimed = await Promise.all(workers.map((lease) => claimMessages(store.db, store.context.subKeys, lease, 10)));
    const ids = claimed.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(60);
    expect(ids.length).toBeGreaterThan(0);
  });

  test('a message whose workers die comes alone after three deaths, and its deaths alone become strikes', async () => {
    const store = await databases.open();
    await putMessages(store, [1, 2]);
    const { subKeys } = store.context;
    const claim = () => claimMessages(store.db, subKeys, a, 10);
    for (let death = 0; death < aloneAfter; death++) {
      expect(await claim()).toHaveLength(2);
      await timePasses(store, 'messages');
    }
    // Both are suspects now: one at a time, and only while nothing healthy waits.
    const [suspect, ...more] = await claim();
    expect(more).toEqual([]);
    expect(suspect?.alone).toBe(true);
    await putMessages(store, [3]);
    expect(await claim()).toMatchObject([{ alone: false }]);
    await store.run(sql`update messages set lease_owner = 'x', lease_until = now() + interval '1 day' where id <> ${suspect?.id ?? ''}`);
    for (let death = aloneAfter + 1; death < strikeAfter; death++) {
      await timePasses(store, 'messages');
      await store.run(sql`update messages set lease_until = now() + interval '1 day' where id <> ${suspect?.id ?? ''}`);
      expect(await claim()).toMatchObject([{ id: suspect?.id, strikes: 0, alone: true }]);
    }
    await timePasses(store, 'messages');
    await store.run(sql`update messages set lease_until = now() + interval '1 day' where id <> ${suspect?.id ?? ''}`);
    expect(await claim()).toMatchObject([{ id: suspect?.id, strikes: 1, alone: true }]);
  });

  test('a strike is written by the worker that holds the message, and gives it back', async () => {
    const store = await databases.open();
    await putMessages(store, [1]);
    const { subKeys } = store.context;
    const [message] = await claimMessages(store.db, subKeys, a, 1);
    await strikeMessage(store.db, message?.id ?? '', b.worker);
    expect(await claimMessages(store.db, subKeys, b, 1)).toEqual([]);
    await strikeMessage(store.db, message?.id ?? '', a.worker);
    expect(await claimMessages(store.db, subKeys, b, 1)).toMatchObject([{ strikes: 1 }]);
  });

  test('a letter is sent by one worker; when that one is gone its outcome is unknown, never queued', async () => {
    const store = await databases.open();
    const id = await putLetter(store);
    const limits = { customer: 10, internal: 10 };
    const claim = (lease: Lease) => claimLetters(store.db, store.context.subKeys, lease, limits, store.context.clock.now().toString());
    expect(await claim(a)).toMatchObject([{ id, attempts: 1 }]);
    expect(await claim(b)).toEqual([]);
    await renewLetters(store.db, a);
    expect(await expireSending(store.db)).toBe(0);
    await timePasses(store, 'letters');
    expect(await claim(b)).toEqual([]);
    expect(await expireSending(store.db)).toBe(1);
    expect(await claim(b)).toEqual([]);
    expect(await claimUnknown(store.db, b, 600, 10)).toEqual([]);
    expect(await claimUnknown(store.db, b, 0, 10)).toMatchObject([{ id, attempts: 1 }]);
    expect(await claimUnknown(store.db, a, 0, 10)).toEqual([]);
  });

  test('a worker that lost a letter may still say that it was accepted, and nothing else', async () => {
    const store = await databases.open();
    const id = await putLetter(store);
    const limits = { customer: 10, internal: 10 };
    const settle = (settlement: Parameters<typeof settleLetters>[1][number]) =>
      store.db.transaction((tx) => settleLetters(tx, [settlement])).then(({ size }) => size);
    const status = async () => (await store.run<{ status: string }>(sql`select status from letters where id = ${id}`))[0]?.status;
    await claimLetters(store.db, store.context.subKeys, a, limits, store.context.clock.now().toString());
    await timePasses(store, 'letters');
    await expireSending(store.db);
    await claimUnknown(store.db, b, 0, 10);
    expect(await settle({ id, by: b.worker, status: 'queued', again: at, code: 'sent-again' })).toBe(1);
    expect(await claimLetters(store.db, store.context.subKeys, b, limits, store.context.clock.now().toString())).toMatchObject([
      { id, attempts: 2 },
    ]);
    // The first worker wakes up while the second is sending: were the letter queued now, a third would send it too.
    expect(await settle({ id, by: a.worker, status: 'queued', again: at, code: '451' })).toBe(0);
    expect(await settle({ id, by: a.worker, status: 'refused', code: '550' })).toBe(0);
    expect(await settle({ id, by: a.worker, status: 'unknown', at, code: 'lost' })).toBe(0);
    expect(await status()).toBe('sending');
    expect(await settle({ id, status: 'accepted', at })).toBe(1);
    expect(await status()).toBe('accepted');
    expect(await settle({ id, by: b.worker, status: 'queued', again: at, code: '451' })).toBe(0);
    expect(await status()).toBe('accepted');
  });
});
