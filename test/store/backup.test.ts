// A backup put back is what it was, less what was erased since; whatever is wrong with it is found before anything changes.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import type { Config } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { openDb, rows } from '../../src/store/db.ts';
import { dumpLines, inSnapshot, type Part } from '../../src/store/dump.ts';
import { erase } from '../../src/store/erase.ts';
import { verifyAudit } from '../../src/store/read-audit.ts';
import { openHouse } from '../../src/worker/assemble.ts';
import { backUp, newestDataFile } from '../../src/worker/backup.ts';
import type { Context } from '../../src/worker/context.ts';
import { restore } from '../../src/worker/restore.ts';
import { sealAudit } from '../../src/worker/seal-audit.ts';
import { copyEmptyDatabase } from '../support/databases.ts';
import { testClock } from '../support/journey.ts';
import { closeCase, plantLetterAbout, plantOpenCase, plantReadMessage } from '../support/keepsakes.ts';
import { failureOf, onEveryDatabase, stateOf } from '../support/stores.ts';

const clock = testClock('2026-03-01T09:00:00+01:00');

async function visit<T>(config: Config, work: (context: Context) => Promise<T>): Promise<T> {
  const house = await openHouse(config, clock, silentLog);
  return work(house.context).finally(() => house.close());
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function filesIn(folder: string) {
  return { data: join(folder, newestDataFile(readdirSync(folder)) ?? 'none'), keys: join(folder, 'tijdig-keys.jsonl.gz') };
}

function secretsOf({ secretKey }: Config) {
  if (secretKey === null) throw new Error('the store has no key');
  return { present: secretKey, others: [] };
}

function putBack(config: Config, folder: string, replace = true) {
  return restore(config, clock, secretsOf(config), filesIn(folder), replace);
}

/** Everything that is stored, table by table, whatever the order of its rows. */
async function contents(context: Context, part: Part): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = new Map<string, string[]>();
  let current: string[] = [];
  await inSnapshot(context.db, async (tx) => {
    for await (const line of dumpLines(tx, part)) {
      if (!line.startsWith('{"table":')) current.push(line);
      else {
        current = [];
        tables.set((JSON.parse(line) as { table: string }).table, current);
      }
    }
  });
  for (const lines of tables.values()) lines.sort();
  return tables;
}

/** A closed case with a message and letters, and mail without a case. */
async function plantSome(context: Context): Promise<{ readonly message: string; readonly id: string; readonly mail: string }> {
  const message = await plantReadMessage(context, { receivedAt: '2026-02-01T12:00:00Z', disposition: 'request' });
  const id = await plantOpenCase(context, { kind: 'deletion', messages: [message] });
  await plantLetterAbout(context, { cases: [id], writtenAt: '2026-02-01T12:00:00Z', download: { untilOn: '2026-03-01' } });
  await closeCase(context, id, '2026-02-10T12:00:00Z');
  return { message, id, mail: await plantReadMessage(context, { receivedAt: '2026-02-02T12:00:00Z', disposition: 'none' }) };
}

onEveryDatabase((databases) => {
  /** A configuration for a database without rows. */
  const aStore = async () => {
    const config = await databases.empty();
    if (databases.kind === 'PGlite') await copyEmptyDatabase(config.dataDir);
    return config;
  };

  test('what is put back is what was there, to the last column; guards and rights are as before', async () => {
    const config = await aStore();
    const folder = newFolder();
    const [data, keys] = await visit(config, async (context) => {
      for (let nth = 0; nth < 20; nth += 1) await plantSome(context);
      const done = await backUp(context, folder, 'all');
      expect(done.data?.rows).toBeGreaterThan(100);
      return [await contents(context, 'data'), await contents(context, 'keys')];
    });
    expect(readdirSync(folder).toSorted()).toEqual(['tijdig-20260301T080000Z-data.jsonl.gz', 'tijdig-keys.jsonl.gz']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);

    const other = databases.kind === 'PGlite' ? await aStore() : await databases.empty();
    expect(await putBack(other, folder, false)).toMatchObject({ erased: 0, stubs: 0, keysDropped: 0, lettersInDoubt: 0 });
    await visit(other, async (context) => {
      const settings = (all: typeof data) => new Map([...all].filter(([table]) => table !== 'settings'));
      expect(settings(await contents(context, 'data'))).toEqual(settings(data));
      const again = await contents(context, 'keys');
      expect(again.get('data_keys')).toEqual(keys.get('data_keys'));
      expect(again.get('site_keys')).toEqual(keys.get('site_keys'));
      expect(context.restoredAt?.toString()).toBe(clock.now().toString());
      // Guards: the audit is append-only again, for everybody.
      expect(await stateOf(context.db.query.execute(sql`update case_events set version = 99`))).not.toBeNull();
      await plantSome(context);
    });
  });

  test('what was erased since is erased again, and keys of what came after the data go', async () => {
    const config = await aStore();
    const folder = newFolder();
    const first = await visit(config, async (context) => {
      const planted = await plantSome(context);
      await plantSome(context);
      await backUp(context, folder, 'all');
      return planted;
    });
    const late = await visit(config, async (context) => {
      const planted = await plantSome(context);
      const why = { because: 'person', at: '2026-03-01T10:00:00Z', by: null } as const;
      const item = (id: string, subject: 'message' | 'case' = 'message') => ({
        subject,
        id,
        rule: 'person',
        dueOn: '2026-03-01',
        mailboxCopies: null,
      });
      await erase(context, 'message', [item(first.message), item(planted.mail)], why);
      await erase(context, 'case', [item(first.id, 'case')], why);
      await sealAudit(context);
      await backUp(context, folder, 'keys');
      return planted;
    });
    const done = await putBack(config, folder);
    expect(done).toMatchObject({ erased: 2, stubs: 1 });
    await visit(config, async ({ db, subKeys }) => {
      const report = await verifyAudit(db, subKeys);
      // Planted cases count no events.
      expect(report.findings.filter(({ code }) => code !== 'versions')).toEqual([]);
      expect(report.counts.erasure).toBe(3);
      expect(report.lostByRestore).toBe(done.auditLost);
    });
    expect(done.keysDropped).toBeGreaterThan(2);
    await visit(config, async ({ db }) => {
      const state = await rows(
        db.query,
        sql`select raw is null and summary is null as gone, exists (select from data_keys k where k.id = key_id) as opens
            from messages where id in (${first.message}, ${late.mail})`,
      );
      expect(state).toEqual([
        { gone: true, opens: false },
        { gone: true, opens: false },
      ]);
      const [person] = await rows<{ person: unknown }>(db.query, sql`select person from cases where id = ${first.id}`);
      expect(person?.person).toBeNull();
      expect(await rows(db.query, sql`select 1 from cases where id = ${late.id}`)).toEqual([]);
    });
  });

  test('what was erased after the newest keys were written stays erased where the database is still there', async () => {
    const config = await aStore();
    const folder = newFolder();
    const message = await visit(config, async (context) => {
      const { mail } = await plantSome(context);
      await backUp(context, folder, 'all');
      await erase(context, 'message', [{ subject: 'message', id: mail, rule: 'person', dueOn: '2026-03-01', mailboxCopies: 2 }], {
        because: 'person',
        at: '2026-03-01T10:00:00Z',
        by: null,
      });
      return mail;
    });
    expect(await putBack(config, folder)).toMatchObject({ erased: 1 });
    await visit(config, async ({ db }) => {
      expect(
        await rows(
          db.query,
          sql`select raw, mailbox_copies from messages m join erasures e on e.subject_id = m.id where m.id = ${message}`,
        ),
      ).toEqual([{ raw: null, mailbox_copies: 2 }]);
    });
  });

  test('whatever is wrong with a backup is found before anything changes', async () => {
    const config = await aStore();
    const folder = newFolder();
    await visit(config, async (context) => {
      await plantSome(context);
      await backUp(context, folder, 'all');
    });
    const files = filesIn(folder);
    const [data, keys] = [readFileSync(files.data), readFileSync(files.keys)];
    const lines = gunzipSync(data).toString().split('\n');
    const changed = (index: number, line: string) => gzipSync(lines.map((one, at) => (at === index ? line : one)).join('\n'));
    const wrongs: readonly (readonly [string, Buffer, Buffer])[] = [
      ['backup-damaged', data.subarray(0, data.length - 40), keys],
      ['backup-damaged', gzipSync(lines.slice(0, -3).join('\n')), keys],
      ['backup-damaged', changed(5, lines[6] ?? ''), keys],
      ['backup-damaged', Buffer.from('no backup at all'), keys],
      ['backup-damaged', data, gzipSync('{"backup":"other"}\n')],
      ['backup-part', keys, keys],
      ['backup-part', data, data],
      ['backup-newer', changed(0, (lines[0] ?? '').replace('"format":1', '"format":2')), keys],
      ['backup-mark', forged(lines), keys],
    ];
    for (const [code, badData, badKeys] of wrongs) {
      writeFileSync(files.data, badData);
      writeFileSync(files.keys, badKeys);
      expect([code, (await failureOf(putBack(config, folder))).code]).toEqual([code, code]);
    }
    writeFileSync(files.data, data);
    writeFileSync(files.keys, keys);
    const none = { data: join(folder, 'none'), keys: files.keys };
    expect(await failureOf(restore(config, clock, secretsOf(config), none, true))).toMatchObject({ code: 'backup-missing' });
    const other = { present: Buffer.from('a sentence that nobody has ever written down before'), others: [] };
    expect(await failureOf(restore(config, clock, other, files, true))).toMatchObject({ code: 'secret-key' });
    expect(await failureOf(putBack(config, folder, false))).toMatchObject({ code: 'database-not-empty' });
    const db = await openDb(config.database, 'owner');
    await db.query.execute(sql`insert into workers (id) values ('one that lives')`).finally(() => db.close());
    if (databases.kind === 'PostgreSQL') expect(await failureOf(putBack(config, folder))).toMatchObject({ code: 'worker-runs' });
    await visit(config, async (context) => {
      const [count] = await rows<{ count: string }>(context.db.query, sql`select count(*) from cases`);
      expect(Number(count?.count)).toBe(1);
      expect(context.restoredAt).toBeNull();
    });
  });

  test('a backup of a database that is being written to is of one instant', async () => {
    const config = await aStore();
    const folder = newFolder();
    await visit(config, async (context) => {
      for (let nth = 0; nth < 5; nth += 1) await plantSome(context);
      let writing = true;
      const writer = (async () => {
        while (writing) await plantSome(context);
      })();
      await backUp(context, folder, 'all').finally(() => {
        writing = false;
      });
      await writer;
    });
    const other = await aStore();
    // Foreign keys hold, and every key that was in use is there.
    await putBack(other, folder, false);
    await visit(other, async ({ db }) => {
      expect(
        await rows(
          db.query,
          sql`select 1 from messages m where raw is not null and not exists (select from data_keys k where k.id = m.key_id)`,
        ),
      ).toEqual([]);
    });
  });

  test('a letter that waited to leave is one whose outcome nobody knows; sign-in codes are void', async () => {
    const config = await aStore();
    const folder = newFolder();
    const letter = await visit(config, async (context) => {
      const { id } = await plantSome(context);
      const about = await plantLetterAbout(context, { cases: [id], writtenAt: '2026-02-01T12:00:00Z' });
      return about;
    });
    const owner = await openDb(config.database, 'owner');
    await owner.query.execute(sql`alter table letters disable trigger user`);
    await owner.query.execute(sql`update letters set status = 'queued', next_attempt_at = now(), attempts = 0 where id = ${letter}`);
    await owner.query.execute(sql`alter table letters enable trigger user`).finally(() => owner.close());
    await visit(config, (context) => backUp(context, folder, 'all'));
    expect(await putBack(config, folder)).toMatchObject({ lettersInDoubt: 1 });
    await visit(config, async ({ db }) => {
      expect(await rows(db.query, sql`select status, code, attempts from letters where id = ${letter}`)).toEqual([
        { status: 'unknown', code: 'restored', attempts: 2 },
      ]);
    });
  });

  test('the newest keys alone are kept, and the data as often as they were written', async () => {
    const config = await aStore();
    const folder = newFolder();
    await visit(config, async (context) => {
      await backUp(context, folder, 'all');
      const before = readFileSync(join(folder, 'tijdig-keys.jsonl.gz'));
      await plantSome(context);
      const later = { ...context, clock: testClock('2026-03-02T09:00:00+01:00') };
      await backUp(later, folder, 'all');
      expect(readFileSync(join(folder, 'tijdig-keys.jsonl.gz')).equals(before)).toBe(false);
    });
    expect(readdirSync(folder)).toHaveLength(3);
    expect(filesIn(folder).data).toContain('20260302');
  });
});

/** A whole file whose content was changed and whose checksum was made anew by somebody without our key. */
function forged(lines: readonly string[]): Buffer {
  const body = lines.slice(0, -2).map((line) => `${line.replace('"in-progress"', '"completed"').replace('"inbox"', '"other"')}\n`);
  const end = JSON.parse(lines.at(-2) ?? '{}') as { sha256: string };
  const sha256 = createHash('sha256').update(body.join('')).digest('hex');
  return gzipSync(`${body.join('')}${JSON.stringify({ ...end, sha256 })}\n`);
}
