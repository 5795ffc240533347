// Every turn of a case as somebody at a terminal gives it: who may, what comes of it, and what to do next.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { type House, openHouse } from '../../src/worker/assemble.ts';
import { linesOf, runIn, type Said } from '../support/command-line.ts';
import { copyEmptyDatabase } from '../support/databases.ts';
import { configOf, testClock, writePolicy } from '../support/journey.ts';

const [anna, bo, marit] = ['anna@example.com', 'bo@example.com', 'marit@example.com'];
let folder = '';
let house: House;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tijdig-turns-'));
  await copyEmptyDatabase(join(folder, 'data'));
  const people = { STAFF: `${anna},${bo}`, MANAGERS: marit };
  const config = configOf({ DATA_DIR: join(folder, 'data'), POLICY_FILE: writePolicy(folder, {}), ...people });
  house = await openHouse(config, testClock('2026-01-12T10:00:00+01:00'), silentLog);
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As Anna, unless somebody is named. */
function run(args: string, ...words: readonly string[]): Promise<Said> {
  return runIn(house.context, args.includes('--as') ? args : args.replace(/^\S+/, `$& --as ${anna}`), ...words);
}

async function opened(kind: string, from = `klant-${kind}@example.net`): Promise<string> {
  const said = await run(
    `open --kind ${kind} --from ${from} --received 2026-01-09T14:05 --channel telephone --json --words`,
    'Belde erover.',
  );
  const [line] = linesOf(said);
  return String(line?.reference);
}

async function shown(reference: string): Promise<Readonly<Record<string, unknown>>> {
  const [line] = linesOf(await runIn(house.context, `case ${reference} --json`));
  return line ?? {};
}

test('open says the dates, the acknowledgement and the next step, and asks about a repeat', async () => {
  const args = 'open --kind deletion refund --from open@example.net --received 2026-01-09T14:05 --channel letter --words';
  const first = await run(args, 'Schreef een brief.');
  expect(first).toMatchObject({ status: 0, err: '' });
  expect(first.out).toMatch(/^T-\d{4}-\d{4}-\d {2}refund {2}due 2026-01-23, act by 2026-01-23\nT-\S+ {2}deletion {2}due 2026-02-0\d/);
  expect(first.out).toContain('The acknowledgement may leave');
  expect(first.out).toContain('Next: tijdig task T-');
  expect((await run(args, 'Schreef een brief.')).out).toContain('possible repeat');
  expect(await run(args.replace('2026-01-09T14:05', 'gisteren'), 'x')).toMatchObject({
    status: 2,
    err: expect.stringContaining('2026-11-20T14:05'),
  });
  expect(await run(args.replace('2026-01-09', '2027-01-09'), 'x')).toMatchObject({ status: 1, err: expect.stringMatching(/future/) });
});

test('who may: several staff are asked who they are, managers alone accept, nobody else', async () => {
  const reference = await opened('deletion', 'wie@example.net');
  expect(await runIn(house.context, `verify ${reference}`)).toMatchObject({ status: 2, err: expect.stringContaining('--as ADDRESS') });
  expect(await run(`verify ${reference} --as nobody@example.com`)).toMatchObject({
    status: 2,
    err: expect.stringContaining('not in STAFF'),
  });
  const pause = `pause ${reference} --because identity-doubt --reason`;
  expect(await run(pause, 'Twee accounts.')).toMatchObject({ status: 0 });
  expect(await run(`accept-pause ${reference}`)).toMatchObject({ status: 2, err: expect.stringContaining('takes a manager') });
  expect(await run(`accept-pause ${reference} --as ${marit}`)).toMatchObject({ status: 0 });
  expect(await run(`resume ${reference}`)).toMatchObject({ status: 0 });
  expect(await run(`resume ${reference} --json`)).toMatchObject({ status: 1, out: expect.stringContaining('"code":"not-paused"') });
  expect(await run(`accept-breach ${reference} --as ${marit}`)).toMatchObject({ status: 1 });
  expect((await shown(reference)).notes).toMatchObject([{ text: 'Twee accounts.' }]);
});

test('tasks: verified, ticked, unticked; the next step is said each time', async () => {
  const reference = await opened('deletion', 'taken@example.net');
  expect((await run(`verify ${reference}`)).out).toMatch(/Open tasks: .*Next: tijdig task T-/);
  const [, task = ''] = /Next: tijdig task \S+ (\S+)/.exec((await run(`untick ${reference} identity-verified`)).out) ?? [
    '',
    'identity-verified',
  ];
  expect(task).not.toBe('');
  expect(await run(`untick ${reference} identity-verified`)).toMatchObject({ status: 1, err: expect.stringMatching(/\S/) });
  expect(await run('verify T-0000-0000-0')).toMatchObject({ status: 1, err: expect.stringContaining('tijdig cases') });
});

test('a letter is asked for, read, rewritten, sent back, approved and taken back', async () => {
  const reference = await opened('change', 'brief@example.net');
  expect(await run(`ask ${reference} --question`, 'Welk adres bedoelt u?')).toMatchObject({
    status: 0,
    out: expect.stringContaining('waits for approval'),
  });
  const body = await run(`edit ${reference}`);
  expect(body.out).toContain('Welk adres bedoelt u?');
  writeFileSync(join(folder, 'body.txt'), body.out.replace('Welk adres', 'Welk nieuwe adres'));
  expect(await run(`edit ${reference} --body-file ${join(folder, 'body.txt')}`)).toMatchObject({ status: 0 });
  expect((await run(`edit ${reference}`)).out).toContain('Welk nieuwe adres bedoelt u?');
  expect(await run(`send-back ${reference} --reason`, 'Te kort.')).toMatchObject({ status: 0 });
  expect(await run(`approve ${reference} --as ${bo}`)).toMatchObject({ status: 0, out: expect.stringContaining('may leave') });
  expect(await run(`undo ${reference}`)).toMatchObject({ status: 0, out: expect.stringContaining('waits for approval') });
  expect(await run(`reject ${reference} --reason`, 'Toch niet.')).toMatchObject({ status: 0 });
  expect(await run(`edit ${reference}`)).toMatchObject({ status: 1 });
});

test.each([
  ['refuse', 'deletion', '--reasons', 'Zo is het.'],
  ['correct', 'deletion', '--words', 'Het is anders.'],
  ['fee', 'copy', '--amount', '€ 7,50', '--because', 'further-copy', '--reasons', 'De tweede dit jaar.'],
  ['extend', 'copy', '--because', 'complexity', '--words', 'Vier systemen.'],
  ['refund-window', 'refund'],
] as const)('%s: a draft that waits for approval', async (name, kind, ...given) => {
  const reference = await opened(kind, `${name}@example.net`);
  const [line] = linesOf(await run(`${name} ${reference} --json`, ...given));
  expect(line).toEqual({ done: true, reference, status: 'awaiting-approval', released: false, drafted: true });
});

test('what may not be written yet is refused with what would make it possible', async () => {
  const reference = await opened('deletion', 'nog-niet@example.net');
  const words = ['--done', 'Dit is gedaan.', '--reasons', 'Dat niet.'] as const;
  expect(linesOf(await run(`partly ${reference} --json`, ...words))).toMatchObject([{ done: false, code: 'identity-not-verified' }]);
  expect(await run(`partly ${reference}`, ...words)).toMatchObject({ status: 1, err: expect.stringContaining('verify') });
});

test('holds, hands and subjects', async () => {
  const [reference, other] = [await opened('deletion', 'een@example.net'), await opened('deletion', 'ander@example.net')];
  expect(await run(`hold ${reference} --until 2026-06-01 --reason`, 'Geschil.')).toMatchObject({ status: 0 });
  expect(await run(`hold ${reference} --until 2026-06-01 --reason`, 'Geschil.')).toMatchObject({ status: 1 });
  expect(await run(`lift ${reference}`)).toMatchObject({ status: 0 });
  expect(await run(`assign ${reference} ${bo}`)).toMatchObject({ status: 0 });
  expect(await run(`assign ${reference} nobody`)).toMatchObject({ status: 0 });
  expect(await run(`assign ${reference} stranger@example.com`)).toMatchObject({ status: 2 });
  expect(await run(`note ${reference}`, 'Teruggebeld.')).toMatchObject({ status: 0, out: 'Noted.\n' });
  expect(await run(`represent ${reference} --by lawyer`)).toMatchObject({ status: 0 });
  expect(await run(`link ${reference} ${other}`)).toMatchObject({ status: 0 });
  expect(await run(`unlink ${reference} ${other.replaceAll('-', '').toLowerCase()}`)).toMatchObject({ status: 0 });
  const split = await run(`split ${reference} --kind copy`);
  expect(split.out).toMatch(/^Opened T-\S+: copy, due /);
  expect(await run(`reclassify ${reference} --kind copy`)).toMatchObject({ status: 1 });
  expect(await run(`reclassify ${reference} --kind objection`)).toMatchObject({ status: 0 });
  expect(await run(`withdraw ${reference} --reason`, 'Belde.')).toMatchObject({ status: 0, out: expect.stringContaining('closed') });
  expect(await run(`reopen ${reference}`)).toMatchObject({ status: 0 });
  expect(await run(`outside ${reference} --finished no`)).toMatchObject({ status: 1 });
  expect(await run(`confirm ${reference}`)).toMatchObject({ status: 1 });
  expect(await run(`acknowledge ${reference}`)).toMatchObject({ status: 1 });
});

test('what is kept back says why, and how it is sent', async () => {
  const from = 'later@example.net';
  const open = `open --kind deletion --from ${from} --received 2026-01-09 --channel form --no-acknowledgement --json --words`;
  const [line] = linesOf(await run(open, 'Via het formulier.'));
  expect(line).toMatchObject({ acknowledgement: 'withheld' });
  const page = await runIn(house.context, `case ${line?.reference}`);
  expect(page.out).toContain(
    `Not acknowledged because whoever opened the case kept it back. Send it anyway: tijdig acknowledge ${line?.reference}`,
  );
  expect(await run(`acknowledge ${line?.reference}`)).toMatchObject({ status: 0, out: expect.stringContaining('may leave') });
});
