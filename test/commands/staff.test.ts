// `tijdig staff` as a user meets it, with and without a running worker, and what a start says about who can approve.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { type House, openHouse } from '../../src/worker/assemble.ts';
import { linesOf, runIn, type Said } from '../support/command-line.ts';
import { copyEmptyDatabase } from '../support/databases.ts';
import { configOf, testClock, writePolicy } from '../support/journey.ts';
import { failureOf } from '../support/stores.ts';
import { startTijdig, tijdig } from '../support/tijdig.ts';

const [anna, bo, cato] = ['anna@example.com', 'bo@example.com', 'cato@example.com'];

let folder = '';
let house: House | null = null;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tijdig-staff-'));
  await copyEmptyDatabase(join(folder, 'data'));
});
afterEach(async () => {
  await house?.close();
  house = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A start: closes what was open before. */
async function open(staff: readonly string[], purpose: 'work' | 'look' = 'work', fourEyes = false): Promise<House> {
  await house?.close();
  house = null;
  const policy = writePolicy(folder, fourEyes ? { kinds: { deletion: { completion: 'four-eyes' } } } : {});
  const config = configOf({ DATA_DIR: join(folder, 'data'), POLICY_FILE: policy, ...(staff.length > 0 ? { STAFF: staff.join() } : {}) });
  house = await openHouse(config, testClock('2026-01-12T10:00:00+01:00'), silentLog, purpose);
  return house;
}

async function run(args: string): Promise<Said> {
  return runIn((house ?? (await open([]))).context, args);
}

async function listed(): Promise<readonly Record<string, unknown>[]> {
  return linesOf(await run('staff --json'));
}

test('people are added, changed, sent away, welcomed back and removed', async () => {
  await open([]);
  expect((await run('staff')).out).toContain('There is nobody. Next: tijdig staff add');
  expect(await run(`staff add ${anna}`)).toMatchObject({ status: 0, err: '' });
  expect(await run('staff add Bo@Example.com --role manager auditor --language nl --json')).toEqual({
    status: 0,
    out: '{"done":true}\n',
    err: '',
  });
  expect(await listed()).toEqual([
    { address: anna, roles: ['staff', 'approver'], language: null, awayUntil: null, standIn: null, source: 'command' },
    { address: bo, roles: ['manager', 'auditor'], language: 'nl', awayUntil: null, standIn: null, source: 'command' },
  ]);
  expect((await run(`staff role ${bo} approver`)).out).toContain('The roles are now approver');
  expect((await run(`staff away ${bo} --until 2026-02-01 --to ${anna}`)).out).toContain('that day included');
  await open([anna, cato]);
  const { out } = await run('staff');
  expect(out).toMatch(/bo@example\.com\s+staff, approver\s+until 2026-02-01: anna@example\.com\s+nl\s+tijdig staff/);
  expect(out).toMatch(/cato@example\.com\s+staff, approver\s+STAFF, MANAGERS/);
  expect(out).toContain('are kept, whatever STAFF, MANAGERS and AUTHORITY say');
  expect((await run(`staff back ${bo}`)).out).toContain('Welcome back');
  expect((await listed())[1]).toMatchObject({ address: bo, awayUntil: null, standIn: null });
  expect((await run(`staff remove ${bo}`)).status).toBe(0);
  await open([anna, bo]);
  expect((await listed()).map(({ address }) => address)).toEqual([anna]);
});

test('a change counts at once', async () => {
  await open([anna]);
  expect((await run(`approve T-0000-0000-0 --as ${bo}`)).status).toBe(2);
  await run(`staff add ${bo}`);
  expect(await run(`approve T-0000-0000-0 --as ${bo}`)).toMatchObject({ status: 1, err: expect.stringContaining('no case') });
  await run(`staff remove ${anna}`);
  expect((await run(`approve T-0000-0000-0 --as ${anna}`)).status).toBe(2);
});

test('what cannot be is refused in a line', async () => {
  await open([anna]);
  await run(`staff add ${bo} --role staff`);
  for (const [args, line] of [
    ['add nobody', /^This is not a plain address/],
    [`role ${bo} boss`, /^The roles are staff, approver, manager, auditor/],
    [`remove ${cato}`, /^Nobody with this address/],
    [`away ${bo} --until 2026-12-01 --to ${cato}`, /^--to: nobody with this address/],
    [`away ${bo} --until 2026-12-01 --to ${bo}`, /^--to: somebody else/],
    [`away ${bo} --until 2026-01-11 --to ${anna}`, /^--until: this day has passed/],
    [`waive-four-eyes --reason alone --as ${bo}`, /^--as: only an approver or a manager/],
    [`unwaive-four-eyes --as ${anna}`, /^There is no waiver/],
  ] as const) {
    const { status, out, err } = await run(`staff ${args}`);
    expect({ args, status, out }).toEqual({ args, status: 1, out: '' });
    expect(err).toMatch(line);
  }
  for (const args of [
    `away ${bo} --until tomorrow --to ${anna}`,
    `away ${bo}`,
    'waive-four-eyes --reason x',
    'nonsense',
    `add ${bo} --role boss`,
  ])
    expect([args, (await run(`staff ${args}`)).status]).toEqual([args, 2]);
});

test('a policy that wants two where there is one: an error with what to do; looking goes on; a waiver or a colleague ends it', async () => {
  const failure = await failureOf(open([anna], 'work', true));
  expect(failure).toMatchObject({ code: 'too-few-approvers', retry: 'never' });
  expect(failure.message).toMatch(/2 different people .* there is 1\. Add a colleague to STAFF .*tijdig staff waive-four-eyes/);

  const looking = await open([anna], 'look', true);
  expect(looking.context.policy.kinds.deletion.completion).toBe('four-eyes');
  expect((await run('cases')).status).toBe(0);
  expect((await run('staff')).out).toContain('The next start will be refused.');
  expect((await run(`staff waive-four-eyes --reason alleen --as ${anna}`)).status).toBe(0);
  expect((await run(`staff waive-four-eyes --reason alleen --as ${anna}`)).err).toContain('waived already');
  expect((await listed()).at(-1)).toEqual({ waiver: { by: anna, at: '2026-01-12T09:00:00Z', reason: 'alleen' } });

  const { context, notices } = await open([anna], 'work', true);
  expect(notices).toEqual([expect.stringMatching(/^four eyes are waived/)]);
  const { hash } = looking.context.policy;
  for (const policy of [context.policy, context.policies.get(hash)]) {
    expect(policy?.hash).toBe(hash);
    expect(policy?.kinds.deletion.completion).toBe('approval');
  }
  expect((await run(`staff add ${bo}`)).err).toContain('unwaive-four-eyes');
  expect((await open([anna], 'work', true)).context.policy.kinds.deletion.completion).toBe('approval');

  await run(`staff unwaive-four-eyes --as ${anna}`);
  const two = await open([anna], 'work', true);
  expect([two.notices, two.context.policy.kinds.deletion.completion]).toEqual([[], 'four-eyes']);
  expect((await run(`staff remove ${bo}`)).err).toContain('The next start will be refused.');
  expect(await failureOf(open([anna], 'work', true))).toMatchObject({ code: 'too-few-approvers' });
});

test('as processes: start and poll are refused in one line, and a running worker is told', async () => {
  const settings = { STAFF: anna };
  for (const command of ['start', 'poll']) {
    const { status, out, err } = await tijdig(folder, [command], settings);
    expect({ command, status, out }).toEqual({ command, status: 1, out: '' });
    expect(err.trimEnd()).toMatch(/^The policy wants four eyes[^\n]*$/);
  }
  expect((await tijdig(folder, ['staff', 'add', bo], settings)).status).toBe(0);
  const worker = await startTijdig(folder, settings);
  const told = await tijdig(folder, ['staff', 'waive-four-eyes', '--reason', 'Vakantie van Bo', '--as', anna], settings);
  expect(await worker.interrupt()).toBe(0);
  expect(told).toMatchObject({ status: 0, out: expect.stringContaining('Recorded') });
  expect(worker.out()).not.toContain('nobody can approve');
});

test('with nothing configured it starts, and says that nobody can approve', async () => {
  const { notices } = await open([]);
  expect(notices).toEqual([expect.stringMatching(/^nobody can approve a letter/)]);
});
