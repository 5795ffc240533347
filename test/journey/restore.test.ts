// What was erased stays erased when an older backup is put back, and nobody is written to twice for it.
import { randomBytes } from 'node:crypto';
import { copyFileSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import type { Config } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { openKey, unseal, type Wrapping } from '../../src/privacy/seal.ts';
import { auditHead } from '../../src/store/audit-chain.ts';
import { rows } from '../../src/store/db.ts';
import { dumpLines, inSnapshot } from '../../src/store/dump.ts';
import { readLedger } from '../../src/store/ledger.ts';
import { verifyAudit } from '../../src/store/read-audit.ts';
import { acknowledgeAnyway } from '../../src/worker/acknowledge-anyway.ts';
import { openHouse } from '../../src/worker/assemble.ts';
import { backUp, keysFileName, newestDataFile } from '../../src/worker/backup.ts';
import type { Context } from '../../src/worker/context.ts';
import { restore } from '../../src/worker/restore.ts';
import { retain } from '../../src/worker/retain.ts';
import { runOnce } from '../../src/worker/run.ts';
import { sealAudit } from '../../src/worker/seal-audit.ts';
import { caseLines, showCase } from '../../src/worker/show-case.ts';
import { approve, tickTask } from '../../src/worker/staff-commands.ts';
import { asOwner, copyEmptyDatabase } from '../support/databases.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { readable } from '../support/keepsakes.ts';
import { mail } from '../support/mail.ts';
import { awaitingApproval, doTheWork, newest, staffId, theCase, write } from './steps.ts';

interface Person {
  readonly address: string;
  readonly canaries: readonly string[];
  readonly text: string;
}

/** Somebody with a name, an address, a telephone number, an order number and a word that nobody else has. */
function person(nth: number): Person {
  const letters = (length: number) => Array.from(randomBytes(length), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
  const [name, word] = [`Zw${letters(9)}`, `qx${letters(12)}`];
  const address = `${letters(10)}.${nth}@klanten.example`;
  const phone = `06${String(10_000_000 + nth * 7919 + 13).padStart(8, '0')}`;
  const order = `ORD-${700_000 + nth * 37}`;
  const text = `Ik verzoek u mijn account en al mijn gegevens te verwijderen. Mijn bestelling is ${order}, mijn telefoonnummer ${phone}. ${word}\n\n${name}`;
  return { address, canaries: [name, address, phone, order, word], text };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-restore-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A machine that has nothing yet but the secret key and the same mail servers. */
async function elsewhere({ config }: Journey): Promise<Config> {
  const dataDir = newFolder();
  const { database } = config;
  if (database.kind === 'embedded') {
    await copyEmptyDatabase(dataDir);
    return { ...config, dataDir, database: { kind: 'embedded', folder: join(dataDir, 'database') } };
  }
  const name = `restored_${randomBytes(6).toString('hex')}`;
  await asOwner(database.migrateUrl ?? '', `create database ${name}`);
  const there = (url: string) => url.replace(/\/[^/]+$/, `/${name}`);
  return { ...config, dataDir, database: { ...database, url: there(database.url), migrateUrl: there(database.migrateUrl ?? '') } };
}

function putBack(journey: Journey, config: Config, folder: string) {
  const files = { data: join(folder, newestDataFile(readdirSync(folder)) ?? ''), keys: join(folder, keysFileName) };
  return restore(config, journey.clock, { present: config.secretKey ?? new Uint8Array(), others: [] }, files, false);
}

async function openAgain(journey: Journey, config: Config): Promise<Context> {
  const house = await openHouse(config, journey.clock, silentLog);
  onTestFinished(() => house.close());
  return house.context;
}

async function settle(journey: Journey, context: Context): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const { read, triaged, attempted } = await runOnce(context, journey.doors);
    if (read + triaged + attempted === 0) return;
  }
  throw new Error('the house does not come to rest');
}

/** Every column of every row, and everything sealed in them that any key there opens. */
async function everything(context: Context): Promise<string> {
  const lines: string[] = [];
  await inSnapshot(context.db, async (tx) => {
    for (const part of ['data', 'keys'] as const) for await (const line of dumpLines(tx, part)) lines.push(line);
  });
  return [...lines, ...(await readable(context)).map(({ said }) => said)].join('\n');
}

/** What somebody reads who has the files of a backup and the secret key. */
function readBackup(dataFile: string, keysFile: string, wrapping: Wrapping): string {
  const keys = new Map(
    linesOf(keysFile).flatMap((line) => {
      const { id, wrapped } = JSON.parse(line) as { id?: string; wrapped?: string };
      return id === undefined || wrapped === undefined ? [] : [[id, openKey(wrapping, Buffer.from(wrapped.slice(2), 'hex'))] as const];
    }),
  );
  const opened = linesOf(dataFile).flatMap((line) => {
    const row = JSON.parse(line) as Record<string, unknown>;
    const key = keys.get(String(row.key_id));
    if (key === undefined) return [];
    return Object.values(row).flatMap((value) => (typeof value === 'string' && value.startsWith('\\x') ? tryToOpen(value, key) : []));
  });
  return [...linesOf(dataFile), ...linesOf(keysFile), ...opened].join('\n');
}

function linesOf(file: string): readonly string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
}

function tryToOpen(value: string, key: Uint8Array): readonly string[] {
  try {
    return [unseal(Buffer.from(value.slice(2), 'hex'), key).toString('utf8')];
  } catch {
    return [];
  }
}

/** What every canary looks like: one walk through a text finds them all. */
const canaryShapes = /Zw[a-z]{9}|[a-z]{10}\.\d+@klanten\.example|06\d{8}|ORD-\d{6}|qx[a-z]{12}/g;

/** How many of the canaries stand in a text, as they are or as bytes that the database writes in hexadecimal. */
function found(canaries: readonly string[], text: string): number {
  const bytes = (text.match(/\\x[0-9a-f]{10,}/g) ?? []).map((one) => Buffer.from(one.slice(2), 'hex').toString('latin1'));
  const hits = new Set([text, ...bytes].flatMap((one) => one.match(canaryShapes) ?? []));
  return canaries.filter((canary) => hits.has(canary)).length;
}

async function inMailbox({ doors }: Journey): Promise<string> {
  const raws: Uint8Array[] = [];
  for (const folder of ['INBOX', 'Junk', 'Sent', 'Trash'])
    for (let from = 1; ; ) {
      const some = await doors.mailbox.fetch(folder, { from, to: null }, 200);
      raws.push(...some.map(({ raw }) => raw));
      if (some.length === 0) break;
      from = Math.max(...some.map(({ uid }) => uid)) + 1;
    }
  return raws.map((raw) => Buffer.from(raw).toString('latin1')).join('\n');
}

function filesUnder(folder: string): string {
  const files = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
  return files.map((name) => readFileSync(join(folder, name), 'latin1')).join('\n');
}

atEveryPlace((house) => {
  test('a hundred people are erased, yesterday’s backup is put back: of 500 canaries none is readable', { timeout: 900_000 }, async () => {
    const journey = await house.open({ environment: { MAILBOX_CLEANUP: 'on' } });
    const people = Array.from({ length: 100 }, (_, nth) => person(nth));
    const canaries = people.flatMap((one) => one.canaries);
    for (const { address, text } of people)
      await journey.arrive(mail({ from: address, subject: 'Verwijderen', text, date: journey.clock.now() }));
    await journey.settle();
    const opened = await journey.cases();
    expect(opened).toHaveLength(100);
    const by = staffId(journey);
    for (const { reference } of opened) {
      const { tasks } = await journey.show(reference);
      for (const task of tasks.filter(({ required }) => required)) await tickTask(journey.context, reference, task.id, by);
    }
    await journey.settle();
    for (const { reference } of opened) expect(await approve(journey.context, reference, by)).toMatchObject({ done: true });
    await journey.settle();
    const completed = await Promise.all(opened.map(({ reference }) => journey.show(reference)));
    expect(completed.every(({ status }) => status === 'completed')).toBe(true);

    // Yesterday: everything is there, and a backup is made.
    journey.clock.forward({ hours: 24 * 90 });
    const [folder, aside] = [newFolder(), newFolder()];
    await sealAudit(journey.context);
    await backUp(journey.context, folder, 'all');
    const data = join(folder, newestDataFile(readdirSync(folder)) ?? '');
    copyFileSync(join(folder, keysFileName), join(aside, keysFileName));
    expect(found(canaries, readBackup(data, join(aside, keysFileName), journey.context.subKeys))).toBe(500);
    expect(found(canaries, await everything(journey.context))).toBe(500);

    // Today: their days are over. The newest keys take the place of yesterday's.
    journey.clock.forward({ hours: 24 });
    expect(await retain(journey.context, journey.doors)).toMatchObject({ cases: 100, waiting: 0, kept: 0, copiesLeft: 0 });
    await sealAudit(journey.context);
    const head = await auditHead(journey.context.db);
    await backUp(journey.context, folder, 'keys');
    expect(found(canaries, readBackup(data, join(folder, keysFileName), journey.context.subKeys))).toBe(0);

    // The machine is lost; another gets the backup.
    const config = await elsewhere(journey);
    const began = performance.now();
    const done = await putBack(journey, config, folder);
    const seconds = (performance.now() - began) / 1_000;
    expect(done.erased).toBeGreaterThanOrEqual(300);
    expect(seconds).toBeLessThan(60);
    const context = await openAgain(journey, config);
    const offered = journey.offered().length;
    await settle(journey, context);
    expect(journey.offered()).toHaveLength(offered);
    expect(found(canaries, await everything(context))).toBe(0);
    expect(found(canaries, await inMailbox(journey))).toBe(0);
    expect(found(canaries, filesUnder(config.dataDir) + filesUnder(folder))).toBe(0);
    expect(found(canaries, journey.logged.join('\n'))).toBe(0);
    expect((await readLedger(context.db.query)).reduce((sum, { difference }) => sum + Math.abs(difference), 0)).toBe(0);

    // And still: each erasure, and each date met. The head of today's chain is in it, and nothing is missing that was linked.
    const audit = await verifyAudit(context.db, context.subKeys, head);
    expect(audit).toMatchObject({ found: 0, lostByRestore: 0, counts: { case: 100 } });
    expect(audit.counts.erasure).toBeGreaterThanOrEqual(300);
    const erasures = await rows<{ rule: string; count: string }>(
      context.db.query,
      sql`select rule, count(*)::text as count from erasures where subject = 'case' group by 1`,
    );
    expect(erasures).toEqual([{ rule: 'cases.deletion', count: '100' }]);
    for (const { reference, events, dueOn } of completed) {
      const shown = await showCase(context, reference);
      expect(shown).toMatchObject({ status: 'completed', requester: null, erased: { rule: 'cases.deletion' }, dueOn });
      expect(shown?.events).toEqual(events);
    }
    const late = await rows(context.db.query, sql`select 1 from cases where closed_at is null or closed_at::date > due_on`);
    expect(late).toEqual([]);
  });

  test('nobody is written to twice: what came in since waits for a person, what left since is found in the Sent folder', async () => {
    const journey = await house.open();
    const [left, kept, since] = ['vertrokken@post.example', 'gebleven@post.example', 'sindsdien@post.example'];
    const drafted = await awaitingApproval(journey, 'concept@post.example');
    const references = new Map<string, string>();
    journey.onLetter(({ to, raw }) => ([left, kept].some((one) => to.includes(one)) && isCompletion(raw) ? { code: 451 } : 'accept'));
    for (const from of [left, kept]) {
      await write(journey, from, 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
      const { reference } = await theCase(journey, from);
      references.set(from, reference);
      await doTheWork(journey, reference);
      await approve(journey.context, reference, staffId(journey));
      await journey.settle();
      expect(newest((await journey.show(reference)).letters.filter(({ kind }) => kind === 'completion-notice')).status).toBe('queued');
    }
    const folder = newFolder();
    await backUp(journey.context, folder, 'all');

    // After the backup one of the two letters leaves, and somebody new is acknowledged.
    journey.onLetter(({ to }) => (to.includes(kept) ? { code: 451 } : 'accept'));
    expect(await approve(journey.context, drafted, staffId(journey))).toMatchObject({ done: true });
    journey.clock.forward({ hours: 1 });
    await journey.settle();
    await write(journey, since, 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
    expect([journey.lettersTo(left).length, journey.lettersTo(kept).length, journey.lettersTo(since).length]).toEqual([2, 1, 1]);
    expect(journey.lettersTo('concept@post.example')).toHaveLength(2);

    journey.onLetter(() => 'accept');
    await sealAudit(journey.context);
    await backUp(journey.context, folder, 'keys');
    const config = await elsewhere(journey);
    const done = await putBack(journey, config, folder);
    expect(done).toMatchObject({ lettersInDoubt: 2 });
    expect(done.auditLost).toBeGreaterThan(0);
    const context = await openAgain(journey, config);
    expect(await verifyAudit(context.db, context.subKeys)).toMatchObject({ found: 0, lostByRestore: done.auditLost });
    await settle(journey, context);
    journey.clock.forward({ minutes: 10 });
    await settle(journey, context);
    expect([journey.lettersTo(left).length, journey.lettersTo(kept).length, journey.lettersTo(since).length]).toEqual([2, 2, 1]);
    for (const from of [left, kept]) expect((await showCase(context, references.get(from) ?? ''))?.status).toBe('completed');
    // What was a draft then and has left since is a draft again, and its case says that the customer was answered.
    expect(await showCase(context, drafted)).toMatchObject({
      status: 'awaiting-approval',
      attention: expect.arrayContaining(['answered-outside']),
    });
    expect(journey.lettersTo('concept@post.example')).toHaveLength(2);
    const [again] = (await caseLines(context, {})).filter(({ requester }) => requester === since);
    const shown = await showCase(context, again?.reference ?? '');
    expect(shown?.attention).toContain('acknowledgement-withheld');
    expect(shown?.letters).toMatchObject([{ kind: 'acknowledgement', withheld: true, withheldBecause: 'restored' }]);
    // A person who looked lets it leave; and what comes in from now on is acknowledged as ever.
    expect(await acknowledgeAnyway(context, again?.reference ?? '', staffId(journey))).toMatchObject({ done: true });
    await journey.arrive(
      mail({ from: 'nieuw@post.example', subject: 'Verwijderen', text: 'Verwijder mijn account.', date: journey.clock.now() }),
    );
    await settle(journey, context);
    expect([journey.lettersTo(since).length, journey.lettersTo('nieuw@post.example').length]).toEqual([2, 1]);
    expect((await readLedger(context.db.query)).reduce((sum, { difference }) => sum + Math.abs(difference), 0)).toBe(0);
  });
});

/** Acknowledgements carry their own mark of an automatic answer. */
function isCompletion(raw: Uint8Array): boolean {
  return !/^auto-submitted: auto-replied/im.test(Buffer.from(raw).toString('latin1'));
}
