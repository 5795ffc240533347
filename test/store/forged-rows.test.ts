// Rows that the limited role may write, since the program writes such rows, but without its key: nothing leaves by them and
// nobody is signed in. And what the owner can do to a letter with every guard off is seen at the door.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { evolve } from '../../src/case/evolve.ts';
import { loadCase } from '../../src/store/cases.ts';
import { rows } from '../../src/store/db.ts';
import { listStaff } from '../../src/store/staff.ts';
import { approve } from '../../src/worker/staff-commands.ts';
import { customerLetters, doTheWork, newest, receipts, reviews, staffId } from '../journey/steps.ts';
import { startDatabases } from '../support/databases.ts';
import { berend, type HostileHouse, named, openHostileHouse, ownerOf } from '../support/hostile-house.ts';
import { approval, clone, event } from '../support/hostile-statements.ts';
import { reply } from '../support/mail.ts';
import { findPostgres, type TestPostgres } from '../support/postgres.ts';
import { skipOrFail } from '../support/servers.ts';

let postgres: TestPostgres | undefined;
let house: HostileHouse;
let left: number;

beforeAll(async () => {
  if (findPostgres() === null) return;
  postgres = await startDatabases();
  house = await openHostileHouse(postgres);
}, 120_000);
beforeEach((context) => {
  if (postgres === undefined) skipOrFail(context, 'PostgreSQL is not installed');
  left = toCustomers();
});
afterAll(async () => {
  await house?.journey.stop();
  await postgres?.stop();
});

/** Letters that were offered to the SMTP server for customers. */
function toCustomers(): number {
  return house.journey.offered().filter(({ to }) => to.some((one) => one.endsWith('@post.example'))).length;
}

/** As the limited role, committed. */
async function forge(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await house.journey.context.db.query.execute(sql.raw(named(house, statement)));
}

const own = '00000000-0000-4000-8000-00000000000';
const due = "'2026-01-01'";

async function fateOf(id: string): Promise<string> {
  const [row] = await rows<{ fate: string }>(
    house.journey.context.db.query,
    sql`select concat_ws(' ', status, code) as fate from letters where id = ${id}`,
  );
  return row?.fate ?? 'no such letter';
}

/** The newest letter to the customer of a case. */
async function letterOf(name: string): Promise<string> {
  const [row] = await rows<{ id: string }>(
    house.journey.context.db.query,
    sql`select l.id from letters l join letter_cases j on j.letter_id = l.id where j.case_id = ${house.names[`c.${name}`]}
        and l.audience = 'customer' order by l.written_at desc limit 1`,
  );
  return row?.id ?? '';
}

async function referenceOf(name: string): Promise<string> {
  const [row] = await rows<{ reference: string }>(
    house.journey.context.db.query,
    sql`select reference from cases where id = ${house.names[`c.${name}`]}`,
  );
  return row?.reference ?? '';
}

test('an approval that was taken back, sent once more as an acknowledgement', async () => {
  const values = {
    id: `'${own}1'`,
    kind: "'acknowledgement'",
    // It stands in the bytes too, so that only the signature in it is missing.
    message_id: "'hulp@winkel.example'",
    status: "'queued'",
    approvals_needed: '0',
    raw: 'raw',
    next_attempt_at: due,
  };
  await forge(clone('undone', values), `insert into letter_cases values ('${own}1', {c.taken})`);
  await house.journey.settle();
  expect(await fateOf(`${own}1`)).toBe('void not-our-letter');
  expect(toCustomers()).toBe(left);
});

test('a letter that left, once more, with approvals of its own', async () => {
  await forge(
    clone('sent', { id: `'${own}2'`, status: "'draft'", raw: 'null', message_id: "'<twee@x>'" }),
    `insert into letter_cases values ('${own}2', {c.sent})`,
    `insert into approvals (letter_id, hash, staff_id, mark) select '${own}2', hash, staff_id, mark from approvals where letter_id = {l.sent}`,
    `update letters set status = 'queued', raw = (select raw from letters where id = {l.sent}), next_attempt_at = ${due} where id = '${own}2'`,
  );
  await house.journey.settle();
  expect(await fateOf(`${own}2`)).toBe('void not-our-letter');
  expect(toCustomers()).toBe(left);
});

test('a draft, with two approvals in colleagues\u2019 names and bytes that are at hand', async () => {
  await forge(
    approval('copy', 'anna'),
    approval('copy', 'berend'),
    `update letters set status = 'queued', raw = content, next_attempt_at = ${due} where id = {l.copy}`,
  );
  await house.journey.settle();
  expect(await fateOf(house.names['l.copy'] ?? '')).toBe('void not-our-letter');
  expect(toCustomers()).toBe(left);
});

test('one forged approval beside a real one', async () => {
  const { context, clock } = house.journey;
  const about = event('draft', 1, 'draft-approved');
  await context.db.transaction(async (tx) => {
    for (const statement of [
      approval('draft', 'anna'),
      about,
      `update cases set version = version + 1, state = jsonb_set(jsonb_set(state, '{draft,approvals}', to_jsonb(array[{anna}])),
        '{version}', to_jsonb(version + 1)) where id = {c.draft}`,
    ])
      await tx.execute(sql.raw(named(house, statement)));
  });
  expect(await approve(context, await referenceOf('draft'), staffId(house.journey, berend))).toMatchObject({ done: true, released: true });
  clock.forward({ seconds: 30 });
  await forge(`update letters set next_attempt_at = ${due} where id = {l.draft}`);
  await house.journey.settle();
  expect(await fateOf(house.names['l.draft'] ?? '')).toBe('void not-approved');
  expect(toCustomers()).toBe(left);
});

test('a review mail of one\u2019s own making, answered by an outsider whom our boundary vouches for', async () => {
  const { journey } = house;
  const by = 'objection@post.example';
  await forge(
    `insert into letters (id, kind, status, audience, message_id, recipient_index, staff_id, key_id, content, hash, approvals_needed)
      select '${own}4', kind, 'draft', audience, '<vier@elders.example>', (select requester_index from cases where id = {c.objection}),
      {anna}, key_id, content, hash, 0 from letters where id = {r.refusal}`,
    `insert into reviews select '${own}4', {l.refusal}, {c.refusal}, hash, {anna}, null from letters where id = {l.refusal}`,
  );
  const shown = newest(reviews(journey, await referenceOf('refusal')));
  const answer = { ...shown, messageId: '<vier@elders.example>', references: [] };
  await journey.arrive(reply(answer, { from: by, text: 'akkoord', date: journey.clock.now() }));
  await journey.settle();
  const reference = await referenceOf('refusal');
  expect((await journey.show(reference)).draft).toMatchObject({ approvals: [] });
  expect(receipts(journey, reference)).toEqual(['Niet uitgevoerd']);
  const [used] = await rows<{ used: boolean }>(
    journey.context.db.query,
    sql`select used_at is not null as used from reviews where review_letter_id = ${`${own}4`}`,
  );
  expect(used).toEqual({ used: false });
});

test('a colleague made two people of by a second row', async () => {
  const { context } = house.journey;
  const before = (await listStaff(context.db.query, context.subKeys, context.indexKey)).map(({ id }) => id);
  await forge(`insert into staff (id, address_index, key_id, address, is_staff, is_approver, is_manager, is_auditor, source)
    select gen_random_uuid(), '\\x00', key_id, address, true, true, false, false, source from staff where id = {anna}`);
  expect((await listStaff(context.db.query, context.subKeys, context.indexKey)).map(({ id }) => id)).toEqual(before);
});

test('a session that is made another person\u2019s signs nobody in', async () => {
  const { signIn, cookies } = house;
  expect(await signIn.find(cookies)).toMatchObject({ staffId: staffId(house.journey, berend) });
  await forge('update sign_in_sessions set user_id = (select id from sign_in_users where staff_id = {anna})');
  expect(await signIn.find(cookies)).toBeNull();
});

test('two approved letters whose content was exchanged with every guard off', async () => {
  const owner = await ownerOf(house);
  try {
    await owner.transaction(async (tx) => {
      await tx.execute(sql.raw("set local session_replication_role = 'replica'"));
      const both = `('queued', {l.queued}::uuid, {l.other}::uuid), ('other', {l.other}::uuid, {l.queued}::uuid)`;
      await tx.execute(
        sql.raw(
          named(
            house,
            `update letters a set content = b.content, raw = b.raw, key_id = b.key_id from letters b,
             (values ${both}) v (name, one, two) where a.id = v.one and b.id = v.two`,
          ),
        ),
      );
    });
  } finally {
    await owner.close();
  }
  house.journey.clock.forward({ minutes: 2 });
  await house.journey.settle();
  for (const name of ['queued', 'other']) expect(await fateOf(house.names[`l.${name}`] ?? '')).toBe('void content-changed');
  expect(toCustomers()).toBe(left);
  expect(await customerLetters(house.journey, await referenceOf('queued'))).toEqual(['acknowledgement accepted', 'completion-notice void']);
});

test('somebody whom a row says was verified', async () => {
  const { journey } = house;
  const { context, clock } = journey;
  const reference = await referenceOf('unverified');
  const loaded = await loadCase(context.db.query, context.subKeys, reference);
  if (loaded === null) throw new Error('no case');
  const verified = { type: 'identity-verified', by: staffId(journey), method: 'staff', at: clock.now().toString() } as const;
  const state = evolve(loaded.state, verified);
  await context.db.transaction(async (tx) => {
    await tx.execute(
      sql`update cases set version = ${state.version}, state = ${JSON.stringify(state)}, status = ${state.status} where id = ${state.id}`,
    );
    await tx.execute(sql`insert into case_events (case_id, version, type, data, mark)
      values (${state.id}, ${state.version}, 'identity-verified', ${JSON.stringify(verified)}, (select max(mark) from case_events))`);
  });
  await doTheWork(journey, reference);
  for (const by of [undefined, berend]) expect(await approve(context, reference, staffId(journey, by))).toMatchObject({ done: true });
  clock.forward({ seconds: 61 });
  await journey.settle();
  expect(await fateOf(await letterOf('unverified'))).toBe('void not-verified');
  expect(journey.lettersTo('unverified@post.example')).toHaveLength(1);
});
