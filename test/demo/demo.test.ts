import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../../src/demo/browser.ts';
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
  child.stdout?.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const shows = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => shown.includes(text) && resolve(shown);
      child.stdout?.on('data', look);
      look();
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
    .map((line) => JSON.parse(line) as { readonly type: string; readonly disposition?: string; readonly status?: string });
  const count = (type: string) => lines.filter((line) => line.type === type).length;
  expect(count('message')).toBe(samples.length);
  expect(['completion', 'left', 'digest', 'ledger', 'result', 'running'].map(count)).toEqual([2, 7, 1, 3, 1, 0]);
  expect(lines.filter((line) => line.type === 'completion')).toMatchObject([
    { where: 'pages', status: 'completed', letters: [{ to: expect.any(String) }] },
    { where: 'mail', status: 'completed', letters: [{ to: expect.any(String) }] },
  ]);
  const states = lines.flatMap((line) => (line.type === 'left' ? line.status : []));
  expect(new Set(states)).toEqual(new Set(['awaiting-approval', 'awaiting-identity', 'needs-a-person', 'in-progress']));
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
  expect(shown).toMatch(/^ {2}Bilal Amrani +approves the completion notice$/m);
  expect(shown).toMatch(/Anna de Wit answers by mail: “akkoord”/);
  expect(shown.match(/Subject: Uw verzoek is afgehandeld \(T-/g)).toHaveLength(2);
  expect(shown).toMatch(/│ Subject: [\s\S]*?Dagoverzicht /);
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
  expect((await look('cases')).stdout).not.toContain('authority');
  expect((await look('cases', '--authority', '--as', 'karin@havenlijn.example')).stdout).toContain('authority');
  const reference = /tijdig case (\S+)/.exec(shown)?.[1] ?? '';
  expect((await look('case', reference)).stdout).toContain('Geen reclame meer');
  await expectVisit(shown, folder);
  await shows('→ priya@ramandesign.example: “Your request has been dealt with');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
});

function filesWith(folder: string, text: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name)).filter((file) => readFileSync(file).includes(text));
}

/** The code on the terminal signs in once; then there is everything to look at and something to approve. */
async function expectVisit(shown: string, folder: string): Promise<void> {
  const [, url = '', address = '', code = ''] = /^ {2}open +(\S+)\n {2}address +(\S+)\n {2}code +((?:\d{4} ){3})/m.exec(shown) ?? [];
  expect(filesWith(folder, code.replaceAll(' ', ''))).toEqual([]);
  const signedIn = openBrowser(url);
  expect((await signedIn.open('/')).status).toBe(401);
  await signedIn.send('/sign-in', { address });
  const queue = await signedIn.send('/sign-in/code', { code });
  expect(queue.status).toBe(200);
  expect(new Set(queue.html.match(/\/cases\/T-[\d-]+/g)).size).toBeGreaterThan(12);
  expect((await signedIn.open('/manager')).status).toBe(200);
  const half = /(T-\S+) +deletion +\S+ \S+ +one of two approvals/.exec(shown)?.[1] ?? '';
  await signedIn.open(`/cases/${half}`);
  await signedIn.send(`/cases/${half}/approve`);
  expect(signedIn.offers(`/cases/${half}/approve`)).toBe(false);
  const another = openBrowser(url);
  await another.open('/');
  await another.send('/sign-in', { address });
  expect((await another.send('/sign-in/code', { code })).status).toBe(403);
}

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
