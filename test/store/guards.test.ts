// What the database itself refuses, whatever the program does.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { onEveryDatabase, plantLetter, stateOf, type TestStore } from '../support/stores.ts';

const onlyGrows = 'TJ001';
const staysSo = 'TJ002';
const notApproved = 'TJ003';
const notAllowed = '42501';
const twice = '23505';

function setStatus(store: TestStore, letterId: string, status: string): Promise<unknown> {
  return store.run(sql`update letters set status = ${status} where id = ${letterId}`);
}

function approveAs(store: TestStore, letterId: string, hash: string, nth: number): Promise<unknown> {
  const staffId = store.context.people[nth]?.id ?? '';
  return store.run(sql`insert into approvals (letter_id, hash, staff_id) values (${letterId}, ${hash}, ${staffId})`);
}

onEveryDatabase((databases) => {
  test.each(['case_events', 'approvals'])('%s can only grow', async (table) => {
    const store = await databases.shared();
    // As the limited role it has no right to; the embedded worker owns its tables, and a trigger says no.
    const expected = databases.kind === 'PostgreSQL' ? notAllowed : onlyGrows;
    const column = table === 'approvals' ? 'hash' : 'type';
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
    for (const status of ['queued', 'sending']) expect(await stateOf(plantLetter(store, { status }))).toBe(notApproved);
    const letter = await plantLetter(store);
    for (const status of ['queued', 'sending']) expect(await stateOf(setStatus(store, letter, status))).toBe(notApproved);
    await approveAs(store, letter, 'the hash of other words', 0);
    expect(await stateOf(setStatus(store, letter, 'queued'))).toBe(notApproved);
    await approveAs(store, letter, 'abc', 0);
    expect(await stateOf(setStatus(store, letter, 'queued'))).toBeNull();
    expect(await stateOf(setStatus(store, letter, 'sending'))).toBeNull();
  });

  test('four eyes are two people, and nobody approves twice', async () => {
    const store = await databases.shared();
    const letter = await plantLetter(store, { approvals_needed: 2 });
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
    expect(await stateOf(store.run(`update letters set ${column} = ${value} where id = '${letter}'`))).toBe(staysSo);
  });

  test.each(['void', 'accepted', 'refused'])('a letter that is %s stays so', async (status) => {
    const store = await databases.shared();
    const letter = await plantLetter(store, { approvals_needed: 0 });
    await setStatus(store, letter, status);
    for (const next of ['draft', 'queued', 'sending', 'unknown', 'accepted', 'void'].filter((one) => one !== status))
      expect([next, await stateOf(setStatus(store, letter, next))]).toEqual([next, staysSo]);
  });

  test('one acknowledgement for an opening message, one case for a message and a kind', async () => {
    const store = await databases.shared();
    const opening = randomUUID();
    await store.run(sql`insert into messages (id, fingerprint, received_at, size, truncated, folder_role, before_go_live, key_id)
      values (${opening}, decode('01', 'hex'), now(), 1, false, 'inbox', false, ${randomUUID()})`);
    const acknowledgement = { kind: 'acknowledgement', opening_message_id: opening, approvals_needed: 0 };
    await plantLetter(store, acknowledgement);
    expect(await stateOf(plantLetter(store, acknowledgement))).toBe(twice);
    await plantLetter(store, { opening_message_id: opening });
    const plantCase = (reference: string, kind: string) =>
      store.run(sql`insert into cases (id, reference, kind, status, language, received_at, legal_on, due_on, act_by_on, warn_on, escalate_on,
          policy_hash, version, state, opening_message_id, key_id)
        values (${randomUUID()}, ${reference}, ${kind}, 'in-progress', 'nl', now(), now(), now(), now(), now(), now(),
          ${store.context.policy.hash}, 1, '{}', ${opening}, ${randomUUID()})`);
    await plantCase('T-1', 'refund');
    expect(await stateOf(plantCase('T-2', 'refund'))).toBe(twice);
    expect(await stateOf(plantCase('T-1', 'copy'))).toBe(twice);
    expect(await stateOf(plantCase('T-2', 'copy'))).toBeNull();
  });
});
