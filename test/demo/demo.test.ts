import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { samples } from '../../src/demo/messages/samples.ts';

const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');
const run = promisify(execFile);

// What the demo puts into the machine's temporary folder must be gone afterwards: here it has that folder to itself.
let temporary = '';
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'tijdig-demo-test-'));
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Settings of whoever starts the demo, which must play no part in it. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TMPDIR: temporary, MAILBOX_URL: 'imaps://nobody', STAFF: 'no address' };
}

function startDemo(): { child: ChildProcess; shows(text: string): Promise<string>; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [cli, 'demo'], { cwd: temporary, env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let shown = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const shows = (text: string) =>
    new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        shown += chunk.toString();
        if (shown.includes(text)) resolve(shown);
      });
      child.once('exit', () => reject(new Error(`the demo ended before it showed "${text}":\n${shown}`)));
    });
  return { child, shows, ended };
}

test('the demo goes as it should; --json says how, a line each', async () => {
  const { stdout, stderr } = await run(process.execPath, [cli, 'demo', '--exit', '--json'], { cwd: temporary, env: environment() });
  expect(stderr).toBe('');
  expect(readdirSync(temporary)).toEqual([]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly type: string; readonly disposition?: string });
  const count = (type: string) => lines.filter((line) => line.type === type).length;
  expect(count('message')).toBe(samples.length);
  expect([count('completion'), count('digest'), count('ledger'), count('result')]).toEqual([1, 1, 2, 1]);
  expect(lines.find((line) => line.type === 'completion')).toMatchObject({ status: 'completed', letters: [{ to: expect.any(String) }] });
  expect(lines.at(-1)).toMatchObject({ type: 'result', ok: true, broken: [] });
  const found = new Set(lines.flatMap((line) => line.disposition ?? []));
  expect([...found].sort()).toEqual(['authority', 'automatic', 'bounce', 'follow_up', 'none', 'request', 'unreadable']);
});

/** What a first-time visitor reads. */
function expectStory(shown: string): void {
  expect(shown).toMatch(/All \d{3} checks hold\./);
  expect(shown).toMatch(/^ {2}nl {2}Account opheffen +deletion +T-\d{4}-\d{4}-\d +\d+ \w{3,4} \d{4} +acknowledged$/m);
  expect(shown).toMatch(/^ {2}en {2}Phone numbers for the stands +undetermined +T-/m);
  expect(shown).toMatch(/^ {2}en {2}Undelivered Mail Returned to Sender +bounce +T-/m);
  expect(shown).toMatch(/Subject: Uw verzoek is afgehandeld \(T-/);
  expect(shown).toMatch(/Subject: Dagoverzicht /);
  expect(shown).toMatch(/^ {2}difference 0$/m);
  expect(shown).toContain('What to try next');
  // Whatever the name of the temporary folder.
  for (const line of shown.replaceAll(temporary, '/tmp').split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
}

test('it tells its story, then stays up to be looked at, until Ctrl-C', async () => {
  const { child, shows, ended } = startDemo();
  const shown = await shows('Ctrl-C ends it');
  expectStory(shown);
  const folder = /export DATA_DIR=(.+)/.exec(shown)?.[1] ?? '';
  expect(readdirSync(temporary)).toEqual([folder.slice(temporary.length + 1)]);
  const look = (...args: readonly string[]) =>
    run(process.execPath, [cli, ...args], { cwd: temporary, env: { PATH: process.env.PATH, DATA_DIR: folder } });
  expect((await look('cases')).stdout).toContain('authority');
  const reference = /tijdig case (\S+)/.exec(shown)?.[1] ?? '';
  expect((await look('case', reference)).stdout).toContain('Geen reclame meer');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
});

test('Ctrl-C in the middle ends it in good order, with another status', async () => {
  const { child, shows, ended } = startDemo();
  await shows('Mail arrives');
  expect(readdirSync(temporary)).toHaveLength(1);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(readdirSync(temporary)).toEqual([]);
});

test('an impatient second Ctrl-C leaves nothing behind either', async () => {
  const { child, shows, ended } = startDemo();
  await shows('Starting');
  await expect.poll(() => readdirSync(temporary), { interval: 10, timeout: 20_000 }).toHaveLength(1);
  child.kill('SIGINT');
  setTimeout(() => child.kill('SIGINT'), 200);
  expect(await ended).toBe(130);
  expect(readdirSync(temporary)).toEqual([]);
});
