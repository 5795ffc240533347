// Backing up, putting back and a new secret key as somebody at a terminal meets them.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyEmptyDatabase } from '../support/databases.ts';
import { mail } from '../support/mail.ts';
import { type Ended, startTijdig, tijdig } from '../support/tijdig.ts';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tijdig-backup-command-'));
  await copyEmptyDatabase(join(folder, 'data'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = { STAFF: 'anna@example.com,bo@example.com', MANAGERS: 'anna@example.com', CONSOLE_PORT: 'off' };

function run(args: string): Promise<Ended> {
  return tijdig(folder, args.split(' '), settings);
}

async function drop(from: string): Promise<void> {
  const text = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
  writeFileSync(
    join(folder, 'message.eml'),
    mail({ from, to: 'support@localhost', subject: 'Verwijderen', text, date: Temporal.Now.instant() }),
  );
  expect(await run('drop message.eml')).toMatchObject({ status: 0 });
  expect(await run('poll')).toMatchObject({ status: 0 });
}

async function requesters(): Promise<readonly string[]> {
  const { out } = await run('cases --json');
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { requester: string }).requester)
    .toSorted();
}

// A process takes seconds to start on a busy machine.
const patience = { timeout: 600_000 };

test('a backup beside a running worker, put back by hand', patience, async () => {
  await drop('eerste@post.example');
  const worker = await startTijdig(folder, settings);
  const made = await run('backup kopie');
  expect(made).toMatchObject({ status: 0, err: '' });
  expect(made.out).toContain('without which nothing in them can be read');
  expect(made.out).toContain('tijdig restore kopie');
  expect(await run('restore kopie --replace')).toMatchObject({ status: 1, err: expect.stringContaining('Stop it') });
  expect(await worker.interrupt()).toBe(0);
  expect(readdirSync(join(folder, 'kopie'))).toHaveLength(2);

  await drop('tweede@post.example');
  expect(await requesters()).toEqual(['eerste@post.example', 'tweede@post.example']);
  expect(await run('restore kopie')).toMatchObject({ status: 1, err: expect.stringContaining('--replace') });
  const put = await run('restore kopie --replace');
  expect(put).toMatchObject({ status: 0, err: '' });
  expect(put.out).toContain('Next: tijdig start');
  expect(await requesters()).toEqual(['eerste@post.example']);
  // The mailbox still has what came in since: it is read again, and waits for a person.
  expect(await run('poll')).toMatchObject({ status: 0 });
  expect(await requesters()).toEqual(['eerste@post.example', 'tweede@post.example']);

  // On a machine without the secret key nothing is made up.
  const other = mkdtempSync(join(tmpdir(), 'tijdig-backup-command-'));
  cpSync(join(folder, 'kopie'), join(other, 'kopie'), { recursive: true });
  expect(await tijdig(other, ['restore', 'kopie'], settings)).toMatchObject({ status: 1, err: expect.stringContaining('secret.key') });
  expect(existsSync(join(other, 'data', 'secret.key'))).toBe(false);
  rmSync(other, { recursive: true });
});

test('a new secret key for the embedded data, while no worker runs', patience, async () => {
  await drop('sleutel@post.example');
  const before = readFileSync(join(folder, 'data', 'secret.key'), 'utf8');
  const worker = await startTijdig(folder, settings);
  expect(await run('keys new')).toMatchObject({ status: 1, err: expect.stringContaining('Stop it') });
  expect(await worker.interrupt()).toBe(0);
  const changed = await run('keys new');
  expect(changed).toMatchObject({ status: 0, err: '' });
  expect(changed.out).toMatch(/^[1-9]\d* key\(s\) wrapped anew\. .*Next: tijdig backup FOLDER/);
  const after = readFileSync(join(folder, 'data', 'secret.key'), 'utf8');
  expect([after.trim().split('\n').length, after === before]).toEqual([1, false]);
  expect(await requesters()).toEqual(['sleutel@post.example']);
  const counted = (await run('keys --json')).out.trim().split('\n');
  expect(counted.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ present: true, wraps: expect.any(Number) }]);
  // The old key opens nothing any more, and says so in one line.
  writeFileSync(join(folder, 'data', 'secret.key'), before);
  const refused = await run('cases');
  expect(refused).toMatchObject({ status: 1, out: '' });
  expect(refused.err).toMatch(/^SECRET_KEY .* is not the key this database was sealed with\.[^\n]*\n$/);
});
