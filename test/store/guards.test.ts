// What the database itself refuses, whatever the program does.
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { endWaiver, recordWaiver } from '../../src/store/waivers.ts';
import { onEveryDatabase, plantCase, plantEvent, plantLetter, plantMessage, stateOf, type TestStore } from '../support/stores.ts';

const onlyGrows = 'TJ001';
const staysSo = 'TJ002';
const notApproved = 'TJ003';
const notAllowed = '42501';
const notVerified = 'TJ004';
const notByEvents = 'TJ005';
const byKind = '23514';
const twice = '23505';

function setStatus(store: TestStore, letterId: string, status: string): Promise<unknown> {
  return store.run(sql`update letters set status = ${status} where id = ${letterId}`);
}

/** A letter about a case whose requester, if that must be, is verified. */
async function plantReady(store: TestStore, wish: Parameters<typeof plantLetter>[1] = {}, identityNeeded = false): Promise<string> {
  const [caseId, letterId] = [await plantCase(store, { kind: 'refund', identityNeeded }), await plantLetter(store, wish)];
  await about(store, letterId, caseId);
  return letterId;
}

function about(store: TestStore, letterId: string, caseId: string): Promise<unknown> {
  return store.run(sql`insert into letter_cases (letter_id, case_id) values (${letterId}, ${caseId})`);
}

function approveAs(store: TestStore, letterId: string, hash: string, nth: number): Promise<unknown> {
  const staffId = store.context.people[nth]?.id ?? '';
  return store.run(sql`insert into approvals (letter_id, hash, staff_id, mark) values (${letterId}, ${hash}, ${staffId}, '')`);
}

onEveryDatabase((databases) => {
  test.each(['case_events', 'approvals', 'erasures', 'audit_chain'])('%s can only grow', async (table) => {
    const store = await databases.shared();
    // As the limited role it has no right to; the embedded worker owns its tables, and a trigger says no.
    const expected = databases.kind === 'PostgreSQL' ? notAllowed : onlyGrows;
    const column = { case_events: 'type', approvals: 'hash', erasures: 'rule', audit_chain: 'head' }[table];
    expect(await stateOf(store.run(`update ${table} set ${column} = 'x'`))).toBe(expected);
    expect(await stateOf(store.run(`delete from ${table}`))).toBe(expected);
    expect(await stateOf(store.run(`truncate ${table}`))).toBe(expected);
    if (databases.kind === 'PGlite') return;
    for (const statement of [`update ${table} set ${column} = 'x'`, `delete from ${table}`, `truncate ${table}`])
      expect(await stateOf(databases.asOwner(store.config, statement))).toBe(onlyGrows);
  });

  test('the limited role can change no table, trigger or right', async () => {
    const store = await databases.shared();
    if (databases.kind === 'PGlite') {
      expect(store.config.database.kind).toBe('embedded');
      return;
    }
    for (const statement of [
      'alter table letters disable trigger letters_guard',
      'drop trigger letters_guard on letters',
      'create or replace function tijdig_letter_guard() returns trigger language plpgsql as $$ begin return new; end $$',
      'alter table case_events add column x int',
      'create table x (y int)',
      'truncate letters',
    ])
      expect([statement, await stateOf(store.run(statement))]).toEqual([statement, notAllowed]);
    expect(await stateOf(store.run("set session_replication_role = 'replica'"))).toBe(notAllowed);
  });

  test('a completion notice is neither queued nor sent without its approvals', async () => {
    const store = await databases.shared();
    expect(await stateOf(plantLetter(store, { status: 'queued' }))).toBe(notApproved);
    for (const status of ['sending', 'accepted', 'unknown']) expect(await stateOf(plantLetter(store, { status }))).toBe(staysSo);
    const letter = await plantReady(store);
    expect(await stateOf(setStatus(store, letter, 'queued'))).toBe(notApproved);
    for (const status of ['sending', 'accepted', 'refused', 'unknown'])
      expect([status, await stateOf(setStatus(store, letter, status))]).toEqual([status, staysSo]);
    expect(await stateOf(approveAs(store, letter, 'the hash of other words', 0))).toBe(notApproved);
    expect(await stateOf(setStatus(store, letter, 'queued'))).toBe(notApproved);
    await approveAs(store, letter, 'abc', 0);
    expect(await stateOf(setStatus(store, letter, 'queued'))).toBeNull();
    expect(await stateOf(setStatus(store, letter, 'sending'))).toBeNull();
    expect(await stateOf(approveAs(store, letter, 'abc', 1))).toBe(notApproved);
  });

  test('four eyes are two people, and nobody approves twice', async () => {
    const store = await databases.shared();
    const letter = await plantReady(store, { approvals_needed: 2 });
    await approveAs(store, letter, 'abc', 0);
    expect(await stateOf(approveAs(store, letter, 'abc', 0))).toBe(twice);
    expect(await stateOf(setStatus(store, letter, 'queued'))).toBe(notApproved);
    await approveAs(store, letter, 'abc', 1);
    expect(await stateOf(setStatus(store, letter, 'queued'))).toBeNull();
  });

  test('how many must approve cannot be talked down', async () => {
    const store = await databases.shared();
    const letter = await plantLetter(store, { approvals_needed: 2 });
    expect(await stateOf(store.run(sql`update letters set approvals_needed = 0 where id = ${letter}`))).toBe(staysSo);
  });

  test.each(['hash', 'recipient_index', 'message_id', 'kind', 'audience'])('the %s of a letter does not change', async (column) => {
    const store = await databases.shared();
    const letter = await plantLetter(store);
    const value = column === 'recipient_index' ? "'\\x02'" : column === 'kind' ? "'acknowledgement'" : "'internal'";
    const statement = `update letters set ${column} = ${value} where id = '${letter}'`;
    expect(await stateOf(store.run(statement))).toBe(databases.kind === 'PostgreSQL' ? notAllowed : staysSo);
    if (databases.kind === 'PostgreSQL') expect(await stateOf(databases.asOwner(store.config, statement))).toBe(staysSo);
  });

  test.each(['void', 'accepted', 'refused'])('a letter that is %s stays so', async (status) => {
    const store = await databases.shared();
    const letter = await plantLetter(store, { kind: 'acknowledgement', approvals_needed: 0 });
    const way = status === 'void' ? ['void'] : ['queued', 'sending', status];
    for (const next of way) expect(await stateOf(setStatus(store, letter, next))).toBeNull();
    for (const next of ['draft', 'queued', 'sending', 'unknown', 'accepted', 'void'].filter((one) => one !== status))
      expect([next, await stateOf(setStatus(store, letter, next))]).toEqual([next, staysSo]);
  });

  test('one acknowledgement for an opening message, one case for a message and a kind', async () => {
    const store = await databases.shared();
    const opening = await plantMessage(store);
    const acknowledgement = { kind: 'acknowledgement', opening_message_id: opening, approvals_needed: 0 };
    await plantLetter(store, acknowledgement);
    expect(await stateOf(plantLetter(store, acknowledgement))).toBe(twice);
    await plantLetter(store, { opening_message_id: opening });
    const plant = (reference: string, kind: string) => plantCase(store, { reference, kind, opening });
    await plant('T-1', 'refund');
    expect(await stateOf(plant('T-2', 'refund'))).toBe(twice);
    expect(await stateOf(plant('T-1', 'copy'))).toBe(twice);
    expect(await stateOf(plant('T-2', 'copy'))).toBeNull();
  });

  test('an approval of somebody who is no approver counts for nobody, and a letter once released does not wait for it', async () => {
    const store = await databases.open();
    const [one, other] = store.context.people;
    const letter = await plantReady(store, { approvals_needed: 2 });
    await approveAs(store, letter, 'abc', 0);
    await approveAs(store, letter, 'abc', 1);
    await store.run(sql`update staff set is_approver = false where id = ${other?.id}`);
    expect(await stateOf(setStatus(store, letter, 'queued'))).toBe(notApproved);
    await store.run(sql`update staff set is_approver = true where id = ${other?.id}`);
    expect(await stateOf(setStatus(store, letter, 'queued'))).toBeNull();
    await store.run(sql`update staff set is_approver = false where id = ${one?.id}`);
    expect(await stateOf(setStatus(store, letter, 'sending'))).toBeNull();
  });

  describe('nobody unverified', () => {
    /** As the program writes a change: the row, then its events, in one transaction. */
    const change = (
      store: TestStore,
      caseId: string,
      to: number,
      columns: string,
      events: readonly { readonly type: string; readonly [field: string]: unknown }[],
    ) =>
      stateOf(
        store.db.transaction(async (tx) => {
          await tx.execute(sql`update cases set version = ${to}, ${sql.raw(columns)} where id = ${caseId}`);
          for (const [at, event] of events.entries())
            await tx.execute(sql`insert into case_events (case_id, version, type, data)
              values (${caseId}, ${to - events.length + at + 1}, ${event.type}, ${JSON.stringify(event)})`);
        }),
      );
    const verified = { type: 'identity-verified' };
    const takenBack = { type: 'task-unticked', task: 'identity-verified' };
    const joined = { type: 'message-joined' };

    test.each(['completed', 'partly-completed'])('is answered with a case that is %s', async (status) => {
      const store = await databases.shared();
      const completing = `status = '${status}', closed_at = now()`;
      const closed = { type: 'case-closed', status };
      const caseId = await plantCase(store);
      expect(await change(store, caseId, 1, completing, [closed])).toBe(notVerified);
      expect(await change(store, caseId, 3, completing, [verified, takenBack, closed])).toBe(notVerified);
      expect(await change(store, caseId, 2, completing, [verified, closed])).toBeNull();
      const refund = await plantCase(store, { kind: 'refund', identityNeeded: false });
      expect(await change(store, refund, 1, completing, [closed])).toBeNull();
      const halfway = await plantCase(store, { kind: 'refund', identityNeeded: false });
      expect(await change(store, halfway, 1, `status = '${status}'`, [closed])).toBe(byKind);
      expect(await change(store, halfway, 1, completing, [joined])).toBe(notByEvents);
      expect(await change(store, halfway, 1, completing, [{ type: 'case-closed', status: 'withdrawn' }])).toBe(notByEvents);
      const contact = await plantCase(store, { kind: 'change', identityNeeded: true });
      expect(await change(store, contact, 1, completing, [closed])).toBe(notVerified);
      expect(await stateOf(plantCase(store, { status }))).toBe(notVerified);
    });

    test.each(['completion-notice', 'partial-completion'])('gets a %s', async (kind) => {
      const store = await databases.shared();
      const caseId = await plantCase(store);
      const letter = await plantLetter(store, { kind, approvals_needed: 2 });
      await about(store, letter, caseId);
      for (const nth of [0, 1]) await approveAs(store, letter, 'abc', nth);
      expect(await stateOf(setStatus(store, letter, 'queued'))).toBe(notVerified);
      const other = await plantCase(store, { kind: 'refund', identityNeeded: false });
      await about(store, letter, other);
      expect(await stateOf(setStatus(store, letter, 'queued'))).toBe(notVerified);
      expect(await change(store, caseId, 1, "status = 'in-progress'", [verified])).toBeNull();
      expect(await stateOf(setStatus(store, letter, 'queued'))).toBeNull();
    });

    test('gets a completion notice that is about no case, or about another one than it was', async () => {
      const store = await databases.shared();
      const letter = await plantLetter(store);
      await approveAs(store, letter, 'abc', 0);
      expect(await stateOf(setStatus(store, letter, 'queued'))).toBe(notVerified);
      const fixed = await plantReady(store);
      const elsewhere = await plantCase(store, { kind: 'refund', identityNeeded: false });
      for (const statement of [
        `update letter_cases set case_id = '${elsewhere}' where letter_id = '${fixed}'`,
        `delete from letter_cases where letter_id = '${fixed}'`,
      ])
        expect(await stateOf(store.run(statement))).toBe(databases.kind === 'PostgreSQL' ? notAllowed : onlyGrows);
    });

    test('becomes somebody who need not be: deletions and copies always need it, and kinds change by events', async () => {
      const store = await databases.shared();
      const free = `state = '{"identity": {"needed": false}}'`;
      for (const kind of ['deletion', 'copy']) expect(await stateOf(plantCase(store, { kind, identityNeeded: false }))).toBe(byKind);
      const caseId = await plantCase(store);
      expect(await change(store, caseId, 1, free, [joined])).toBe(byKind);
      expect(await change(store, caseId, 1, `kind = 'refund', ${free}`, [joined])).toBe(notByEvents);
      const toCopy = { type: 'kind-determined', kind: 'copy', identityNeeded: true };
      expect(await change(store, caseId, 1, `kind = 'refund', ${free}`, [toCopy])).toBe(notByEvents);
      const toRefund = { type: 'kind-determined', kind: 'refund', identityNeeded: false };
      expect(await change(store, caseId, 1, `kind = 'refund', ${free}`, [toRefund])).toBeNull();
      // That event is used: it does not carry a second change.
      expect(await change(store, caseId, 2, `kind = 'objection'`, [joined])).toBe(notByEvents);
    });
  });

  test('a letter needs as many approvals as the policy of its case wants, or one while four eyes are waived', async () => {
    const store = await databases.shared();
    const { db, subKeys } = store.context;
    const by = store.context.people[0]?.id ?? '';
    const caseId = await plantCase(store);
    const release = async () => {
      const letter = await plantLetter(store, { kind: 'refusal' });
      await about(store, letter, caseId);
      await approveAs(store, letter, 'abc', 0);
      return stateOf(setStatus(store, letter, 'queued'));
    };
    expect(await release()).toBe(notApproved);
    await recordWaiver(db, subKeys, { by, at: '2026-01-05T09:00:00Z', reason: 'alone' });
    expect(await release()).toBeNull();
    await endWaiver(db, by, '2026-01-06T09:00:00Z');
    expect(await release()).toBe(notApproved);
  });

  test('a case changes by its events alone, and stays the case it was opened as', async () => {
    const store = await databases.shared();
    const caseId = await plantCase(store);
    const elsewhere = await plantMessage(store);
    await plantEvent(store, caseId, 7, { type: 'message-joined' });
    for (const columns of [
      "status = 'refused', closed_at = now()",
      "due_on = '2099-01-01'",
      'version = 5',
      'version = 7',
      `state = '{"identity": {"needed": true, "verified": {"by": null}}}'`,
      `policy_hash = policy_hash, language = 'fr'`,
      "requester_index = decode('05', 'hex')",
    ])
      expect([columns, await stateOf(store.run(`update cases set ${columns} where id = '${caseId}'`))]).toEqual([columns, notByEvents]);
    for (const column of [`opening_message_id = '${elsewhere}'`, "reference = 'T-other'", 'key_id = gen_random_uuid()']) {
      const statement = `update cases set ${column} where id = '${caseId}'`;
      expect([column, await stateOf(store.run(statement))]).toEqual([column, databases.kind === 'PostgreSQL' ? notAllowed : notByEvents]);
      if (databases.kind === 'PostgreSQL') expect(await stateOf(databases.asOwner(store.config, statement))).toBe(notByEvents);
    }
    expect(await stateOf(store.run(`update cases set person = decode('00', 'hex') where id = '${caseId}'`))).toBeNull();
  });
});
