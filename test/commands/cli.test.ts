// The command line as a user meets it: a process of its own in an empty folder, exit statuses and all.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startImapServer } from '../../src/demo/imap-server.ts';
import { openDb } from '../../src/store/db.ts';
import { packageFile } from '../../src/worker/assemble.ts';
import { copyEmptyDatabase } from '../support/databases.ts';
import { freePort } from '../support/servers.ts';
import { type Ended, startTijdig, tijdig } from '../support/tijdig.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tijdig-cli-'));
  writeFileSync(join(folder, 'deletion.eml'), letter('anna-1', 'Account opzeggen', 'Ik wil graag dat jullie mijn account verwijderen.'));
  writeFileSync(join(folder, 'question.eml'), letter('anna-2', 'Vraag', 'Hoe laat zijn jullie morgen open?'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function letter(id: string, subject: string, text: string): string {
  return [
    'Return-Path: <klant@example.com>',
    'From: Klant <klant@example.com>',
    'To: support@localhost',
    `Subject: ${subject}`,
    `Message-ID: <${id}@example.com>`,
    'Date: Mon, 16 Nov 2026 09:12:00 +0100',
    '',
    text,
    '',
  ].join('\r\n');
}

function run(args: string, settings: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return tijdig(folder, args.split(' '), settings);
}

/** The lines of JSON a command answered with. */
function json(ended: Ended): readonly Record<string, unknown>[] {
  expect(ended).toMatchObject({ status: 0, err: '' });
  return ended.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** One clear line and status 1: no stack, nothing else. */
function oneLine({ status, out, err }: Ended, line: RegExp): void {
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err.trimEnd()).toMatch(line);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
}

/** Any key, for a database we do not get to. */
const key = 'q7Zt0mXw4Kd1Vb8Rj5Ns2Lc9Hf6Gy3Pa';

const lineKeys = ['reference', 'kind', 'status', 'requester', 'language', 'receivedAt', 'dueOn', 'actByOn', 'messageIds', 'linked'];

describe('in an empty folder, with no worker', () => {
  test('a message is dropped, read, shown and accounted for', async () => {
    expect(await run('drop deletion.eml question.eml')).toMatchObject({ status: 0, err: '' });
    expect(json(await run('poll --json'))).toEqual([{ read: 2, triaged: 2, attempted: 1, failed: 0 }]);
    const [line = {}] = json(await run('cases --json'));
    expect(Object.keys(line)).toEqual(lineKeys);
    expect(line).toMatchObject({ kind: 'deletion', status: 'awaiting-identity', messageIds: ['<anna-1@example.com>'], linked: [] });
    const [ledger = {}] = json(await run('ledger --json'));
    expect(Object.keys(ledger)).toEqual([
      ...['mailbox', 'role', 'seen', 'request', 'followUp', 'authority', 'automatic', 'bounce', 'none', 'unreadable', 'ownCopy', 'sent'],
      ...['duplicate', 'vanished', 'beforeGoLive', 'pending', 'difference'],
    ]);
    expect(ledger).toMatchObject({ seen: 2, request: 1, none: 1, difference: 0 });
    const nobody = await run(`task ${line.reference} identity-verified`);
    expect(nobody).toMatchObject({ status: 2, out: '' });
    expect(nobody.err).toContain('STAFF');
  });

  test('what needs no data leaves none', async () => {
    const [answer = {}] = json(await run('classify --json deletion.eml'));
    expect(Object.keys(answer)).toEqual([
      ...['file', 'disposition', 'requests', 'language', 'person', 'acknowledge', 'reasons', 'entities', 'evidence'],
    ]);
    expect(answer).toMatchObject({ file: 'deletion.eml', disposition: 'request', acknowledge: true });
    expect(json(await run('classify --json . missing.eml')).map((one) => one.disposition)).toEqual(['request', 'none', 'unreadable']);
    expect((await run('classify .')).out).toContain('request: deletion');
    const [due = {}] = json(await run('due --kind deletion --received 2026-01-30T10:00:00Z --json'));
    expect(Object.keys(due)).toEqual([
      ...[
        'kind',
        'receivedAt',
        'policyOn',
        'legalOn',
        'dueOn',
        'actByOn',
        'warnOn',
        'escalateOn',
        'pausedDueOn',
        'refundWindowEndsOn',
        'why',
      ],
    ]);
    expect(due).toMatchObject({ policyOn: '2026-03-01', legalOn: '2026-03-02', dueOn: '2026-03-01', actByOn: '2026-02-27' });
    expect(Object.keys((due.why as object[])[0] ?? {})).toEqual(['rule', 'source', 'text']);
    expect((await run('policy')).out).toContain('deletion');
    expect(json(await run('policy --json'))[0]).toHaveProperty('kinds');
    expect(await run('due --kind refund --received 2026-01-30T10:00:00Z', { TIME_ZONE: 'Mars/Olympus' })).toMatchObject({
      status: 2,
      out: '',
    });
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

describe('while the worker runs embedded', () => {
  test('a second one is refused, and Ctrl-C ends it in good order', async () => {
    const worker = await startTijdig(folder);
    try {
      expect(statSync(join(folder, 'data/tijdig.sock')).mode & 0o777).toBe(0o600);
      oneLine(await run('start'), /^Another Tijdig process uses the embedded database/);
      oneLine(await run('migrate'), /^Another Tijdig process/);
    } finally {
      expect(await worker.interrupt()).toBe(0);
    }
    expect(worker.out()).toContain('sending is off: SMTP_URL is not set');
    expect(worker.out()).toContain('Stopped in good order');
    expect(readdirSync(join(folder, 'data')).toSorted()).toEqual(['database', 'mailbox', 'secret.key']);
  });

  test('a deletion is lived to its end by commands that it carries out', async () => {
    await copyEmptyDatabase(join(folder, 'data'));
    // As it comes, four eyes and all; only the minute in which an approval can be taken back is cut.
    const policy = readFileSync(packageFile('policy.yaml'), 'utf8').replace('undoSeconds: 60', 'undoSeconds: 0');
    writeFileSync(join(folder, 'policy.yaml'), policy);
    const staff = 'medewerker@example.com,collega@example.com';
    const worker = await startTijdig(folder, { STAFF: staff, MANAGERS: 'manager@example.com', POLICY_FILE: join(folder, 'policy.yaml') });
    try {
      await liveADeletion();
    } finally {
      await worker.interrupt();
    }
  });

  async function liveADeletion(): Promise<void> {
    const who = 'medewerker@example.com';
    await run('drop deletion.eml');
    await run('poll');
    const [line = {}] = json(await run('cases --json'));
    const reference = String(line.reference);
    expect((await run('cases --from KLANT@example.com')).out).toContain(`${reference}  deletion  awaiting-identity  klant@example.com`);
    expect(await run('cases --status nonsense')).toMatchObject({ status: 2, out: '' });
    oneLine(await run('case T-0000-0000-0'), /no case with this reference/);
    oneLine(await run(`complete ${reference} --as ${who}`), /identity is not verified yet/);
    const refused = await run(`approve ${reference} --json --as ${who}`);
    expect([refused.status, JSON.parse(refused.out)]).toMatchObject([1, { done: false, code: 'no-draft' }]);

    expect((await run(`task ${reference} identity-verified --as ${who}`)).out).toContain(`Next: tijdig task ${reference} data-erased`);
    await run(`task ${reference} data-erased --as ${who}`);
    const [last] = json(await run(`task ${reference} recipients-told --json --as ${who}`));
    expect(last).toEqual({ done: true, reference, status: 'awaiting-approval', released: false, drafted: true });
    expect(json(await run(`reject ${reference} --reason toon --json --as ${who}`))[0]).toMatchObject({ status: 'in-progress' });
    writeFileSync(join(folder, 'question.txt'), 'Wat is er bewaard?\n');
    const again = await tijdig(folder, ['complete', reference, '--done', 'Alles is weg.', '--attach', 'question.txt', '--as', who]);
    expect(again.out).toContain('The draft waits for approval');
    expect((await run(`case ${reference}`)).out).toContain('  | Alles is weg.');
    const first = await run(`approve ${reference} --json --as ${who}`);
    expect(JSON.parse(first.out)).toMatchObject({ status: 'awaiting-approval', released: false });
    const spelled = reference.replaceAll('-', '').toLowerCase();
    expect((await run(`approve ${spelled} --as collega@example.com`)).out).toContain('The letter may leave');

    const shown = await eventually(reference, 'completed');
    expect(Object.keys(shown).slice(0, lineKeys.length)).toEqual(lineKeys);
    expect(shown).toMatchObject({ notes: [{ text: 'toon' }], draft: null });
    const letters = shown.letters as Record<string, unknown>[];
    expect(Object.keys(letters[0] ?? {}).slice(0, 6)).toEqual(['id', 'cases', 'kind', 'to', 'messageId', 'status']);
    expect(letters.filter((one) => one.kind === 'completion-notice').map((one) => one.status)).toEqual(['void', 'accepted']);
    expect((await run('cases')).out).toContain('no open cases');
    expect((await run('ledger')).out).toMatch(/difference\s+0/);
    expect(json(await run('digest --json --date 2026-11-24'))[0]).toHaveProperty('subject');
  }

  /** The worker sends by itself: a moment may pass. */
  async function eventually(reference: string, status: string): Promise<Record<string, unknown>> {
    for (let tries = 1; ; tries += 1) {
      const [shown = {}] = json(await run(`case ${reference} --json`));
      if (shown.status === status) return shown;
      if (tries > 20) throw new Error(`the case is still ${shown.status}`);
    }
  }

  test('its database lets nobody else in', async () => {
    expect((await run('cases')).status).toBe(0);
    for (const path of ['data', 'data/database', 'data/secret.key']) expect(statSync(join(folder, path)).mode & 0o077).toBe(0);
  });
});

describe('what is wrong is said in a line', () => {
  test('all of the configuration at once, and never a value', async () => {
    const wrong = {
      MAILBOX_URL: 'imaps://a@b:geheim@host/INBOX',
      SMTP_URL: 'http://x',
      POLL_SECONDS: 'soon',
      SENT_COPY: 'maybe',
      DATABASE_URL: 'x',
    };
    for (const command of ['start', 'poll', 'cases', 'migrate', 'drop deletion.eml']) {
      const { status, out, err } = await run(command, wrong);
      expect({ command, status, out }).toEqual({ command, status: 2, out: '' });
      const named = err
        .trimEnd()
        .split('\n')
        .map((line) => /^[A-Z_]+/.exec(line)?.[0]);
      expect(named).toEqual(expect.arrayContaining([...Object.keys(wrong), 'MAIL_FROM']));
      expect(new Set(named).size).toBe(named.length);
      expect(err).not.toContain('geheim');
    }
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('a name two letters away is a warning, and .env is read', async () => {
    await copyEmptyDatabase(join(folder, 'data'));
    writeFileSync(join(folder, '.env'), 'MANAGRS=manager@example.com\n');
    const { status, err } = await run('cases');
    expect({ status, lines: err.trimEnd().split('\n').length }).toEqual({ status: 0, lines: 1 });
    expect(err).toContain('MANAGERS');
  });

  test('a mailbox that refuses, is not there, or lacks the folder', async () => {
    await copyEmptyDatabase(join(folder, 'data'));
    const imap = await startImapServer({ user: 'support', password: 'goed' });
    const settings = (url: string) => ({ MAILBOX_URL: url, MAIL_FROM: 'support@example.com' });
    try {
      oneLine(await run('poll', settings(imap.url.replace('goed', 'fout'))), /^MAILBOX_URL: .* refused the user name, password or token/);
      oneLine(await run('poll', { ...settings(imap.url), MAILBOX_FOLDERS: 'Nergens' }), /no such folder/);
      oneLine(await run('drop deletion.eml', settings(imap.url)), /IMAP mailbox/);
      expect((await run('poll', settings(imap.url))).status).toBe(0);
    } finally {
      await imap.stop();
    }
    oneLine(await run('poll', settings(`imap://support:goed@127.0.0.1:${await freePort()}/INBOX`)), /nothing listens there/);
  });

  test('a mail server that takes no letters: poll fails, and nothing is lost', async () => {
    await copyEmptyDatabase(join(folder, 'data'));
    await run('drop deletion.eml');
    const settings = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, MAIL_FROM: 'support@example.com' };
    const { status, err } = await run('poll', settings);
    expect(status).toBe(1);
    expect(err).toContain('1 letter(s) were not accepted');
    const [line = {}] = json(await run('cases --json'));
    const [shown = {}] = json(await run(`case ${line.reference} --json`));
    expect((shown.letters as { status: string }[]).map((one) => one.status)).toEqual(['queued']);
  });

  test('a folder that cannot be written, a file that cannot be read', async () => {
    const inTheWay = { DATA_DIR: 'deletion.eml/data' };
    for (const command of ['start', 'poll', 'cases', 'drop question.eml']) oneLine(await run(command, inTheWay), /cannot be written/);
    oneLine(await run('drop missing.eml'), /^The file missing\.eml cannot be read/);
    oneLine(await run('complete T-4827-3915-1 --attach missing.eml'), /^The file missing\.eml cannot be read/);
    oneLine(await run('policy', { POLICY_FILE: 'missing.yaml' }), /^POLICY_FILE/);
  });

  test('a database that is away', async () => {
    const settings = { DATABASE_URL: `postgres://u:geheim@127.0.0.1:${await freePort()}/x`, SECRET_KEY: key };
    for (const command of ['start', 'poll', 'cases', 'migrate'])
      oneLine(await run(command, settings), /^DATABASE_URL: .*cannot be reached/);
  });

  test('tables of a newer Tijdig', async () => {
    await copyEmptyDatabase(join(folder, 'data'));
    const db = await openDb({ kind: 'embedded', folder: join(folder, 'data/database') });
    await db.query.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)`);
    await db.close();
    for (const command of ['start', 'poll', 'migrate']) oneLine(await run(command), /made by a newer Tijdig/);
  });

  test('another key than the data were sealed with', async () => {
    expect((await run('cases')).status).toBe(0);
    oneLine(await run('cases', { SECRET_KEY: key }), /^SECRET_KEY \(.*\) is not the key/);
  });
});
