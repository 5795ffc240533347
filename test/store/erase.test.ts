import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { RetentionDay } from '../../src/case/retention.ts';
import { beginning, type Due, dueCases, dueLetters, dueMessages } from '../../src/store/due.ts';
import { type Erasing, erase } from '../../src/store/erase.ts';
import { applyTombstones, findTombstone, type Tombstone } from '../../src/store/tombstones.ts';
import {
  closeCase,
  holdCase,
  leftovers,
  liftHold,
  plantLetterAbout,
  plantOpenCase,
  plantReadMessage,
  readable,
  readableNames,
  reopenCase,
} from '../support/keepsakes.ts';
import { onEveryDatabase, stateOf, type TestStore } from '../support/stores.ts';

const noon = (day: string) => `${day}T12:00:00+00:00`;
const byClock: Erasing = { because: 'retention', at: '2026-06-01T03:00:00Z', by: null };

function dayAt(store: TestStore, today: string): RetentionDay {
  return { retention: store.context.policy.retention, today, timeZone: 'Europe/Amsterdam' };
}

async function due(store: TestStore, today: string): Promise<readonly Due[]> {
  const [day, page] = [dayAt(store, today), { after: beginning, most: 500 }];
  const { query } = store.db;
  return [...(await dueMessages(query, day, page)), ...(await dueLetters(query, day, page)), ...(await dueCases(query, day, page))];
}

async function names(store: TestStore, today: string): Promise<readonly string[]> {
  return (await due(store, today)).map(({ subject, id }) => `${subject} ${id}`).sort();
}

/** Erases whatever is due on a day, as the worker does. */
async function sweep(store: TestStore, today: string): Promise<{ gone: readonly string[]; kept: readonly string[] }> {
  const all = await due(store, today);
  const parts = [];
  for (const subject of ['message', 'letter', 'case'] as const) {
    const some = all.filter((one) => one.subject === subject).map((one) => ({ ...one, mailboxCopies: null }));
    parts.push(await erase(store.context, subject, some, byClock));
  }
  return { gone: parts.flatMap(({ gone }) => gone), kept: parts.flatMap(({ kept }) => kept) };
}

/** A case that was closed on 10 February, with a message and letters to both sides, and what each is called. */
async function closedCase(store: TestStore, kind = 'deletion', closedAt = noon('2026-02-10')) {
  const message = await plantReadMessage(store.context, { receivedAt: noon('2026-02-01'), disposition: 'request' });
  const id = await plantOpenCase(store.context, { kind, messages: [message] });
  const letter = await plantLetterAbout(store.context, { cases: [id], writtenAt: noon('2026-02-01'), download: { untilOn: '2026-03-01' } });
  await closeCase(store.context, id, closedAt);
  return { id, message, letter, all: [`message ${message}`, `letter ${letter}`, `case ${id}`].sort() };
}

onEveryDatabase((databases) => {
  describe('what is due', () => {
    it('is there on the last day it is kept, and due on the next, also across a change of the clocks', async () => {
      const store = await databases.open();
      // 23:59:59 on 22 February in Amsterdam, 00:00 on the 23rd; 35 days on lies 29 March, when the clocks change.
      const early = await plantReadMessage(store.context, { receivedAt: '2026-02-22T23:59:59.999+01:00' });
      const late = await plantReadMessage(store.context, { receivedAt: '2026-02-23T00:00:00+01:00' });
      expect(await names(store, '2026-03-29')).toEqual([]);
      expect(await names(store, '2026-03-30')).toEqual([`message ${early}`]);
      expect(await names(store, '2026-03-31')).toEqual([`message ${early}`, `message ${late}`].sort());
      const all = await due(store, '2026-03-31');
      expect(all.map(({ rule, dueOn, id }) => [id === early, rule, dueOn])).toEqual(
        all.map(({ id }) => (id === early ? [true, 'mail.none', '2026-03-30'] : [false, 'mail.none', '2026-03-31'])),
      );
    });

    it('never names mail that was not read yet', async () => {
      const store = await databases.open();
      const id = await plantReadMessage(store.context, { receivedAt: noon('2020-01-01'), disposition: 'none' });
      await store.run(sql`insert into messages (id, fingerprint, received_at, size, truncated, folder_role, before_go_live, key_id, raw)
        values (gen_random_uuid(), '\\x77', ${noon('2020-01-01')}, 1, false, 'inbox', false, gen_random_uuid(), '\\x01')`);
      expect(await names(store, '2026-06-01')).toEqual([`message ${id}`]);
    });

    it('names a case with its message, letter and page after its days, and nothing of an open one', async () => {
      const store = await databases.open();
      const { all } = await closedCase(store);
      const open = await plantReadMessage(store.context, { receivedAt: noon('2020-01-01'), disposition: 'request' });
      const id = await plantOpenCase(store.context, { kind: 'deletion', messages: [open] });
      await plantLetterAbout(store.context, { cases: [id], writtenAt: noon('2020-01-01') });
      expect(await names(store, '2026-05-11')).toEqual([]);
      expect(await names(store, '2026-05-12')).toEqual(all);
      expect((await due(store, '2026-05-12')).map(({ rule, dueOn, ofCase }) => [rule, dueOn, ofCase])).toEqual(
        Array.from({ length: 3 }, () => ['cases.deletion', '2026-05-12', true]),
      );
    });

    it('lets a message and a letter of two cases go with the last of them', async () => {
      const store = await databases.open();
      const first = await closedCase(store);
      const second = await plantOpenCase(store.context, { kind: 'refund', messages: [first.message] });
      const both = await plantLetterAbout(store.context, { cases: [first.id, second], writtenAt: noon('2026-02-01') });
      expect(await names(store, '2027-01-01')).toEqual([`letter ${first.letter}`, `case ${first.id}`].sort());
      await closeCase(store.context, second, noon('2026-02-10'));
      expect(await names(store, '2027-03-17')).toEqual([`letter ${first.letter}`, `case ${first.id}`].sort());
      const last = await due(store, '2027-03-18');
      expect(last.filter(({ id }) => [first.message, both, second].includes(id)).map(({ rule, dueOn }) => [rule, dueOn])).toEqual(
        Array.from({ length: 3 }, () => ['cases.refund', '2027-03-18']),
      );
    });

    it('names mails to our own people after their days though their case is open, or with their case, never one that waits', async () => {
      const store = await databases.open();
      const message = await plantReadMessage(store.context, { receivedAt: noon('2026-02-01'), disposition: 'request' });
      const open = await plantOpenCase(store.context, { kind: 'undetermined', messages: [message] });
      const review = (writtenAt: string, status: 'accepted' | 'queued' | 'unknown' = 'accepted') =>
        plantLetterAbout(store.context, { cases: [open], writtenAt, audience: 'internal', status });
      const old = await review(noon('2026-02-01'));
      await review(noon('2026-02-01'), 'queued');
      await review(noon('2026-02-01'), 'unknown');
      const digest = await plantLetterAbout(store.context, { cases: [], writtenAt: noon('2026-02-01'), audience: 'internal' });
      expect(await names(store, '2026-03-08')).toEqual([]);
      expect(await names(store, '2026-03-09')).toEqual([`letter ${old}`, `letter ${digest}`].sort());
      const young = await review(noon('2026-03-09'));
      await closeCase(store.context, open, noon('2026-02-02'));
      expect(await names(store, '2026-03-10')).toContain(`letter ${young}`);
      await holdCase(store.context, open);
      expect(await names(store, '2027-03-10')).toEqual([`letter ${digest}`]);
    });
  });

  describe('erasing', () => {
    it('takes keys and content, leaves dates and fingerprints, and writes a tombstone for each', async () => {
      const store = await databases.open();
      const { id, message, letter } = await closedCase(store);
      const other = await closedCase(store, 'refund');
      expect((await sweep(store, '2026-05-12')).kept).toEqual([]);
      expect(await readableNames(store.context)).toEqual([...other.all, `download ${other.id}`].sort());
      expect(await leftovers(store.context)).toEqual({ orphans: 0, keys: 0 });
      const [row] =
        await store.run(sql`select disposition, raw, from_index, received_at is not null as dated, fingerprint is not null as known
        from messages where id = ${message}`);
      expect(row).toEqual({ disposition: 'request', raw: null, from_index: null, dated: true, known: true });
      expect(await store.run(sql`select 1 from case_search_keys where case_id = ${id}`)).toEqual([]);
      const stones = await Promise.all([
        findTombstone(store.db.query, 'message', message),
        findTombstone(store.db.query, 'letter', letter),
        findTombstone(store.db.query, 'case', id),
      ]);
      expect(stones.map((one) => [one?.because, one?.rule, one?.dueOn, one?.by, one?.mailboxCopies])).toEqual(
        Array.from({ length: 3 }, () => ['retention', 'cases.deletion', '2026-05-12', null, null]),
      );
      expect(stones[0]).toMatchObject({ size: 1, folderRole: 'inbox', disposition: 'request' });
      expect(stones[1]).toMatchObject({ fingerprint: null, size: null });
      expect(await names(store, '2026-05-12')).toEqual([]);
    });

    it('lets a draft that never left go, as a void one', async () => {
      const store = await databases.open();
      const { id } = await closedCase(store);
      const draft = await plantLetterAbout(store.context, { cases: [id], writtenAt: noon('2026-02-01'), status: 'draft' });
      await sweep(store, '2026-05-12');
      expect(await store.run(sql`select status, content from letters where id = ${draft}`)).toEqual([{ status: 'void', content: null }]);
    });

    it('keeps what came under a hold, or was opened again, since it was found; the others go', async () => {
      const store = await databases.open();
      const [held, reopened, through] = [await closedCase(store), await closedCase(store), await closedCase(store)];
      const found = await due(store, '2026-05-12');
      await holdCase(store.context, held.id);
      await reopenCase(store.context, reopened.id);
      const outcomes = [];
      for (const subject of ['message', 'letter', 'case'] as const) {
        const some = found.filter((one) => one.subject === subject).map((one) => ({ ...one, mailboxCopies: null }));
        outcomes.push(await erase(store.context, subject, some, byClock));
      }
      expect(outcomes.flatMap(({ gone }) => gone).sort()).toEqual([through.message, through.letter, through.id].sort());
      const there = await readableNames(store.context);
      expect(there).toEqual([...held.all, ...reopened.all, `download ${held.id}`, `download ${reopened.id}`].sort());
      expect(await leftovers(store.context)).toEqual({ orphans: 0, keys: 0 });
      await liftHold(store.context, held.id);
      await sweep(store, '2026-05-12');
      expect(await readableNames(store.context)).toEqual([...reopened.all, `download ${reopened.id}`].sort());
    });

    it('is refused by the database itself for a case that is open or held, statement by statement', async () => {
      const store = await databases.open();
      const [open, held] = [await closedCase(store), await closedCase(store)];
      await reopenCase(store.context, open.id);
      await holdCase(store.context, held.id);
      const before = await readableNames(store.context);
      for (const { id, message, letter } of [open, held]) {
        const statements: readonly (readonly [string, string])[] = [
          [`delete from data_keys where id = (select key_id from messages where id = '${message}')`, 'TJ002'],
          [`delete from data_keys where id = (select key_id from letters where id = '${letter}')`, 'TJ002'],
          [`delete from data_keys where id = (select key_id from cases where id = '${id}')`, 'TJ002'],
          [`delete from data_keys where id = (select key_id from notes where case_id = '${id}')`, 'TJ002'],
          [`update messages set raw = null where id = '${message}'`, 'TJ006'],
          [`update messages set summary = null where id = '${message}'`, 'TJ006'],
          [`update letters set content = null where id = '${letter}'`, 'TJ006'],
          [`update cases set person = null where id = '${id}'`, 'TJ006'],
          [`update notes set text = null where case_id = '${id}'`, 'TJ006'],
          [`delete from case_search_keys where case_id = '${id}'`, 'TJ006'],
        ];
        for (const [statement, state] of statements) expect([statement, await stateOf(store.run(statement))]).toEqual([statement, state]);
      }
      const page = `downloads where case_id = '${held.id}'`;
      expect(await stateOf(store.run(`delete from data_keys where id = (select key_id from ${page})`))).toBe('TJ002');
      expect(await stateOf(store.run(`update downloads set content = null where case_id = '${held.id}'`))).toBe('TJ006');
      expect(await readableNames(store.context)).toEqual(before);
    });

    it('is shared by ten who do it at once: each thing goes once', async () => {
      const store = await databases.open();
      for (let nth = 0; nth < 30; nth++) await closedCase(store);
      const all = await Promise.all(Array.from({ length: 10 }, () => sweep(store, '2026-05-12')));
      expect(all.flatMap(({ kept }) => kept)).toEqual([]);
      expect(await readable(store.context)).toEqual([]);
      const [stones] = await store.run<{ count: number }>('select count(*)::int as count from erasures');
      expect(stones?.count).toBe(90);
    });
  });

  it('applies tombstones to older data: what they name goes again, and what is not there is known', async () => {
    const store = await databases.open();
    const { id, message, letter } = await closedCase(store);
    const stay = await closedCase(store);
    const named = {
      because: 'retention',
      rule: 'cases.deletion',
      dueOn: '2026-05-12',
      at: byClock.at,
      by: null,
      mailboxCopies: 2,
    } as const;
    const none = { fingerprint: null, receivedAt: null, size: null, folderRole: null, disposition: null };
    const elsewhere = '0a0a0a0a-0000-4000-8000-000000000001';
    const stones: readonly Tombstone[] = [
      { ...named, ...none, id: '0b0b0b0b-0000-4000-8000-000000000001', subject: 'case', subjectId: id },
      { ...named, ...none, id: '0b0b0b0b-0000-4000-8000-000000000002', subject: 'letter', subjectId: letter },
      { ...named, ...none, id: '0b0b0b0b-0000-4000-8000-000000000003', subject: 'message', subjectId: message },
      {
        ...named,
        id: '0b0b0b0b-0000-4000-8000-000000000004',
        subject: 'message',
        subjectId: elsewhere,
        fingerprint: Buffer.from('0102', 'hex'),
        receivedAt: noon('2026-02-01'),
        size: 7,
        folderRole: 'junk',
        disposition: 'request',
      },
    ];
    const apply = () => store.db.transaction((tx) => applyTombstones(tx, stones));
    expect(await apply()).toEqual({ erased: 3, stubs: 1 });
    expect(await readableNames(store.context)).toEqual([...stay.all, `download ${stay.id}`].sort());
    expect(await store.run(sql`select size, folder_role, disposition, raw from messages where id = ${elsewhere}`)).toEqual([
      { size: 7, folder_role: 'junk', disposition: 'request', raw: null },
    ]);
    // Again: a restore that was cut off is simply done once more.
    expect((await apply()).stubs).toBe(0);
    expect(await store.run('select 1 from erasures')).toHaveLength(4);
  });
});
