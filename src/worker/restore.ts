/**
 * Restoring: yesterday's data, opened by today's keys. Both files are read to their ends and their marks verified before
 * anything is changed; then everything happens in one transaction, erasing again what was erased since included, so that
 * nobody ever works on data that should be gone. See docs/operations.md.
 */
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { ExpectedError } from '../errors.ts';
import type { SecretKeys } from '../privacy/seal.ts';
import { type Db, openDb, type Tx } from '../store/db.ts';
import { openSiteRows, type SiteKeys } from '../store/keys.ts';
import { emptyTables, loadLines, withoutGuards } from '../store/load.ts';
import { migrate } from '../store/migrate.ts';
import { relink } from '../store/relink-audit.ts';
import { applyAllTombstones, bringBack, dropUnusedKeys, holdsCases, isWorkerAlive, keepNewer, settleRestored } from '../store/restored.ts';
import { backupMark } from './backup.ts';
import { type BackupHead, backupLines, checkBackupFile, isTableHead } from './backup-file.ts';

export interface Restored {
  /** When the data and the keys were written. */
  readonly dataAt: string;
  readonly keysAt: string;
  readonly rows: number;
  /** Things erased again, and messages that are known as erased though the data are older than they. */
  readonly erased: number;
  readonly stubs: number;
  /** Keys of what came after the data. */
  readonly keysDropped: number;
  /** Events and approvals that came after the data: the chain of the audit keeps that they were there. */
  readonly auditLost: number;
  /** Letters to customers of which nobody knows whether they left since. */
  readonly lettersInDoubt: number;
}

export interface Files {
  readonly data: string;
  readonly keys: string;
}

/** @param replace whether a database that holds something may be emptied first */
export async function restore(config: Config, clock: Clock, secrets: SecretKeys, files: Files, replace: boolean): Promise<Restored> {
  const { data, keys, site, last } = await check(files, secrets);
  const db = await openDb(config.database, 'owner');
  try {
    await prepare(db, config, [data, keys], replace);
    const done = await db.transaction((tx) =>
      withoutGuards(tx, async () => {
        const kept = await keepNewer(tx, secrets, site, last);
        await emptyTables(tx);
        await loadLines(tx, backupLines(files.keys), new Set(kept.chain ? ['audit_chain'] : []));
        const rows = await loadLines(tx, backupLines(files.data));
        await bringBack(tx, kept);
        return { rows, ...(await finish(tx, site, clock.now().toString())) };
      }),
    );
    return { dataAt: data.at, keysAt: keys.at, ...done };
  } finally {
    await db.close();
  }
}

async function finish(tx: Tx, { subKeys }: SiteKeys, now: string) {
  const { erased, stubs } = await applyAllTombstones(tx, subKeys);
  const keysDropped = await dropUnusedKeys(tx);
  const { lost } = await relink(tx, subKeys);
  return { erased, stubs, keysDropped, auditLost: lost, lettersInDoubt: await settleRestored(tx, now) };
}

interface Checked {
  readonly data: BackupHead;
  readonly keys: BackupHead;
  readonly site: SiteKeys;
  /** The last link of the audit's chain in the file of keys. */
  readonly last: { readonly link: number; readonly head: string } | null;
}

/** @throws ExpectedError `backup-missing`, `backup-damaged`, `backup-part`, `backup-newer`, `secret-key`, `backup-mark` */
async function check(files: Files, secrets: SecretKeys): Promise<Checked> {
  const [data, keys] = [await checkBackupFile(files.data, 'data'), await checkBackupFile(files.keys, 'keys')];
  const { siteRows, last } = await readKeysFile(files.keys);
  const site = openSiteRows(secrets, siteRows);
  for (const [part, file, path] of [['data', data, files.data] as const, ['keys', keys, files.keys] as const])
    if (backupMark(site.subKeys, part, file.sha256) !== file.mark)
      throw new ExpectedError(
        'backup-mark',
        `${path} was changed since it was written, or is a backup of another Tijdig. Nothing was changed.`,
        {
          retry: 'never',
        },
      );
  return { data: data.head, keys: keys.head, site, last };
}

async function readKeysFile(path: string) {
  const siteRows: { purpose: string; wrapped: Uint8Array }[] = [];
  let [table, last]: [string, Checked['last']] = ['', null];
  for await (const line of backupLines(path)) {
    if (isTableHead(line)) table = (JSON.parse(line) as { table: string }).table;
    else if (table === 'site_keys') {
      const { purpose, wrapped } = JSON.parse(line) as { purpose: string; wrapped: string };
      siteRows.push({ purpose, wrapped: Buffer.from(wrapped.slice(2), 'hex') });
    } else if (table === 'audit_chain') {
      const { link, head } = JSON.parse(line) as { link: number; head: string };
      if (link > (last?.link ?? 0)) last = { link, head };
    }
  }
  return { siteRows, last };
}

/** Tables as the files need them, nobody at work on them, and nothing in them that is not to be lost. */
async function prepare(db: Db, { database, pollSeconds }: Config, heads: readonly BackupHead[], replace: boolean): Promise<void> {
  const state = await migrate(db, database.kind === 'server' && database.migrateUrl !== null ? database.url : null);
  for (const { migrations, program } of heads)
    if (migrations !== state.applied)
      throw new ExpectedError(
        'backup-version',
        `The backup was written by Tijdig ${program}, whose tables are others than this one’s. Restore it with that version, then install this one.`,
        { retry: 'never' },
      );
  // The embedded database belongs to one process, and that is this one.
  if (database.kind === 'server' && (await isWorkerAlive(db.query, Math.max(120, pollSeconds * 3))))
    throw new ExpectedError('worker-runs', 'A worker runs on this database. Stop every one of them and wait two minutes, then restore.', {
      retry: 'later',
    });
  if (!replace && (await holdsCases(db.query)))
    throw new ExpectedError(
      'database-not-empty',
      'The database holds messages and cases. With --replace they go, and the backup takes their place.',
      {
        retry: 'never',
      },
    );
}
