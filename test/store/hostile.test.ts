// Somebody who may write to the tables as the program may, and does not have its key. After every statement an oracle of
// its own reads what it led to. The rights of the owner are another matter: see docs/security.md.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Db, openDb, rows, sqlState, type Tx } from '../../src/store/db.ts';
import { startDatabases } from '../support/databases.ts';
import { type HostileHouse, named, openHostileHouse, ownerOf } from '../support/hostile-house.ts';
import { believed, type Hostile, harmless, refused } from '../support/hostile-statements.ts';
import { findPostgres, type TestPostgres } from '../support/postgres.ts';
import { skipOrFail } from '../support/servers.ts';

let postgres: TestPostgres | undefined;
let house: HostileHouse;
let attacker: Db;
let before: Snapshot;

beforeAll(async () => {
  if (findPostgres() === null) return;
  postgres = await startDatabases();
  house = await openHostileHouse(postgres);
  attacker = await openDb(house.journey.config.database);
  before = await read(attacker.query);
}, 120_000);
beforeEach((context) => {
  if (postgres === undefined) skipOrFail(context, 'PostgreSQL is not installed');
});
afterAll(async () => {
  await attacker?.close();
  await house?.journey.stop();
  await postgres?.stop();
});

interface LetterRow {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly audience: string;
  readonly what: string;
  readonly raw: string | null;
  readonly hash: string;
  readonly key: string;
  readonly about: readonly string[];
}

interface Snapshot {
  readonly letters: ReadonlyMap<string, LetterRow>;
  readonly approvals: readonly { letter: string; hash: string; staff: string; row: string }[];
  readonly approvers: readonly string[];
  readonly events: readonly { caseId: string; version: number; type: string; task: string | null; row: string }[];
  readonly cases: ReadonlyMap<
    string,
    { id: string; kind: string; status: string; needed: boolean; dates: string; key: string; open: boolean }
  >;
  readonly messages: readonly string[];
  readonly keys: ReadonlySet<string>;
}

/** Everything the oracle judges by, read with full names. */
async function read(tx: Tx): Promise<Snapshot> {
  const all = <T>(statement: string) => rows<T>(tx, sql.raw(statement));
  const letters = await all<LetterRow>(`select id, kind, status, audience, hash, key_id as key, md5(raw) as raw,
    md5(concat(kind, audience, hash, approvals_needed, message_id, key_id, encode(recipient_index, 'hex'), md5(content))) as what,
    (select coalesce(json_agg(case_id), '[]') from public.letter_cases j where j.letter_id = l.id) as about from public.letters l`);
  const cases = await all<{ id: string; kind: string; status: string; needed: boolean; dates: string; key: string; open: boolean }>(
    `select id, kind, status, identity_needed as needed, key_id as key, closed_at is null as open,
      concat_ws(' ', received_at, legal_on, due_on, act_by_on) as dates from public.cases`,
  );
  return {
    letters: new Map(letters.map((one) => [one.id, one])),
    approvals: await all(`select letter_id as letter, hash, staff_id as staff, md5(a::text) as row from public.approvals a order by 4`),
    approvers: (await all<{ id: string }>('select id from public.staff where is_approver')).map(({ id }) => id),
    events: await all(
      `select case_id as "caseId", version, type, data->>'task' as task, md5(e::text) as row from public.case_events e order by 1, 2`,
    ),
    cases: new Map(cases.map((one) => [one.id, one])),
    messages: (
      await all<{ line: string }>(`select concat_ws(' ', m.id, disposition, m.received_at, count(p)) as line
      from public.messages m left join public.places p on p.message_id = m.id group by m.id order by 1`)
    ).map(({ line }) => line),
    keys: new Set((await all<{ id: string }>('select id from public.data_keys')).map(({ id }) => id)),
  };
}

const released = ['queued', 'sending', 'accepted', 'unknown'];
const free = ['acknowledgement', 'download-code'];

function isVerified(caseId: string): boolean {
  const said = before.events.filter(
    (one) =>
      one.caseId === caseId && (one.type === 'identity-verified' || (one.type === 'task-unticked' && one.task === 'identity-verified')),
  );
  return said.at(-1)?.type === 'identity-verified';
}

/** What must never be, as sentences; empty when all is well. Judged by what was true before, so that no forged row counts. */
function breaches(now: Snapshot): readonly string[] {
  const found: string[] = [];
  for (const letter of now.letters.values()) {
    const old = before.letters.get(letter.id);
    const newly = released.includes(letter.status) && !released.includes(old?.status ?? '');
    if (letter.audience === 'customer' && newly && !free.includes(letter.kind)) {
      const about = (old ?? letter).about.map((id) => before.cases.get(id)?.kind ?? '');
      const needed =
        ['refusal', 'partial-completion'].includes(letter.kind) || about.some((kind) => kind === 'deletion' || kind === 'copy') ? 2 : 1;
      const people = before.approvals.filter(
        (one) => one.letter === letter.id && one.hash === old?.hash && before.approvers.includes(one.staff),
      );
      if (new Set(people.map(({ staff }) => staff)).size < (letter.kind === 'extension' ? 1 : needed))
        found.push('released without approvals');
    }
    if (newly && [...before.letters.values()].some((one) => one.id !== letter.id && one.key === letter.key))
      found.push('released under another name');
    if (newly && /completion/.test(letter.kind) && letter.about.some((id) => before.cases.get(id)?.needed && !isVerified(id)))
      found.push('released for nobody verified');
  }
  for (const old of before.letters.values()) {
    const letter = now.letters.get(old.id);
    if (letter === undefined) found.push('a letter is gone');
    else if (letter.what !== old.what) found.push('a letter says something else');
    else if (old.raw !== null && letter.raw !== old.raw) found.push('other bytes would leave');
    else if (JSON.stringify([...letter.about].sort()) !== JSON.stringify([...old.about].sort()))
      found.push('a letter is about another case');
    else if (['accepted', 'void', 'refused'].includes(old.status) && letter.status !== old.status) found.push('a letter came back');
  }
  for (const [name, rowsOf] of [
    ['approval', 'approvals'],
    ['event', 'events'],
  ] as const) {
    const left = new Set(now[rowsOf].map(({ row }) => row));
    if (before[rowsOf].some(({ row }) => !left.has(row))) found.push(`an ${name} is changed or gone`);
  }
  for (const old of before.cases.values()) {
    const one = now.cases.get(old.id);
    if (one === undefined) found.push('a case is gone');
    else if (['completed', 'partly-completed'].includes(one.status) && old.status !== one.status && old.needed && !isVerified(old.id))
      found.push('completed for nobody verified');
    else if (one.dates !== old.dates) found.push('other dates');
    else if (old.open && !one.open) found.push('closed by hand');
    else if (!old.open && one.open) found.push('opened by hand');
    if (old.open && !now.keys.has(old.key)) found.push('an open case cannot be read any more');
  }
  if (now.messages.length < before.messages.length || before.messages.some((line) => !now.messages.includes(line)))
    found.push('a message is gone from the ledger');
  return found;
}

interface Outcome {
  /** SQLSTATE; null: it was carried out. */
  readonly state: string | null;
  readonly why: string;
  readonly breaches: readonly string[];
}

class Back extends Error {}

/** Carries statements out to where they would be committed, reads what came of it, and takes them back. */
async function attack(hostile: Hostile): Promise<Outcome> {
  let outcome: Outcome = { state: null, why: '', breaches: [] };
  await attacker
    .transaction(async (tx) => {
      for (const statement of typeof hostile === 'string' ? [hostile] : hostile) await tx.execute(sql.raw(named(house, statement)));
      await tx.execute(sql.raw('set constraints all immediate'));
      await tx.execute(sql.raw('set local search_path = pg_catalog, public'));
      outcome = { state: null, why: '', breaches: breaches(await read(tx)) };
      throw new Back();
    })
    .catch((error: unknown) => {
      if (error instanceof Back) return;
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      outcome = { state: sqlState(error) ?? 'no SQLSTATE', why: String(cause), breaches: [] };
    });
  return outcome;
}

/** What said no; null for an error that says nothing about a guard, a mistake in a statement for one. */
function sayer(state: string | null): 'right' | 'trigger' | 'constraint' | null {
  if (state === '42501' || state === '0LP01') return 'right';
  if (state?.startsWith('TJ')) return 'trigger';
  return state?.startsWith('23') || state === '428C9' ? 'constraint' : null;
}

describe('hostile statements as the limited role', () => {
  test('are refused', async () => {
    const counted = { right: 0, trigger: 0, constraint: 0 };
    const wrong: unknown[] = [];
    for (const statement of refused) {
      const outcome = await attack(statement);
      const by = sayer(outcome.state);
      if (by === null) wrong.push([statement, outcome]);
      else counted[by] += 1;
    }
    console.log(
      `${refused.length} hostile statements refused: ${JSON.stringify(counted)}; ${harmless.length} carried out without harm, ${believed.length} believed`,
    );
    expect(wrong).toEqual([]);
    expect(new Set(refused.map((one) => JSON.stringify(one))).size).toBe(refused.length);
    expect(refused.length).toBeGreaterThanOrEqual(200);
  }, 120_000);

  test('are harmless where the program may do the same', async () => {
    const outcomes = [];
    for (const statement of harmless) outcomes.push([statement, await attack(statement)]);
    expect(outcomes).toEqual(harmless.map((statement) => [statement, { state: null, why: '', breaches: [] }]));
  });

  test('are believed where nothing but a key could tell: each is known', async () => {
    const outcomes = [];
    for (const [statement] of believed) outcomes.push([statement, await attack(statement)]);
    expect(outcomes).toEqual(believed.map(([statement, breach]) => [statement, { state: null, why: '', breaches: [breach] }]));
  });

  test('and the oracle sees what must not be', async () => {
    const owner = await ownerOf(house);
    try {
      for (const [statement, breach] of seen) {
        let found: readonly string[] = [];
        await owner
          .transaction(async (tx) => {
            await tx.execute(sql.raw("set local session_replication_role = 'replica'"));
            await tx.execute(sql.raw(named(house, statement)));
            found = breaches(await read(tx));
            throw new Back();
          })
          .catch((error: unknown) => {
            if (!(error instanceof Back)) throw error;
          });
        expect([statement, found]).toEqual([statement, expect.arrayContaining([breach])]);
      }
    } finally {
      await owner.close();
    }
  });
});

/** As the owner, every guard off. */
const seen: readonly (readonly [string, string])[] = [
  ["update letters set status = 'queued' where id = {l.half}", 'released without approvals'],
  ["update letters set status = 'accepted' where id = {l.refund}", 'released without approvals'],
  ["update letters set status = 'queued' where id = {l.undone}", 'a letter came back'],
  ["update letters set content = '\\x00' where id = {l.queued}", 'a letter says something else'],
  ["update letters set recipient_index = '\\x00' where id = {l.queued}", 'a letter says something else'],
  ["update letters set raw = '\\x00' where id = {l.queued}", 'other bytes would leave'],
  ['delete from letter_cases where letter_id = {l.queued}', 'a letter is about another case'],
  ["update cases set status = 'completed', closed_at = now() where id = {c.unverified}", 'completed for nobody verified'],
  ["update cases set due_on = '2099-01-01' where id = {c.unverified}", 'other dates'],
  ["update cases set status = 'withdrawn', closed_at = now() where id = {c.draft}", 'closed by hand'],
  ['delete from approvals where letter_id = {l.half}', 'an approval is changed or gone'],
  ["update case_events set type = 'x' where case_id = {c.half}", 'an event is changed or gone'],
  ["update messages set disposition = 'none' where id = {m.draft}", 'a message is gone from the ledger'],
  ['delete from data_keys where id = (select key_id from cases where id = {c.draft})', 'an open case cannot be read any more'],
];
