/**
 * Backing up: one snapshot of the database as two files. The data are kept as often as they were made; of the keys only the
 * newest, so that what was erased since cannot be opened by any older data either. SECRET_KEY is in neither.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedError } from '../errors.ts';
import { sign } from '../privacy/fingerprint.ts';
import type { SubKeys } from '../privacy/seal.ts';
import { dumpLines, inSnapshot, type Part } from '../store/dump.ts';
import { schemaState } from '../store/migrate.ts';
import { packageFile } from './assemble.ts';
import { type Written, writeBackupFile } from './backup-file.ts';
import type { Context } from './context.ts';

export const keysFileName = 'tijdig-keys.jsonl.gz';
const dataFile = /^tijdig-\d{8}T\d{6}Z-data\.jsonl\.gz$/;

export interface BackedUp {
  /** Null: the keys alone were wanted. */
  readonly data: (Written & { readonly path: string }) | null;
  readonly keys: Written & { readonly path: string };
}

/** @param folder where the files go; it is made, for its owner only, where there is none */
export async function backUp(context: Pick<Context, 'db' | 'subKeys' | 'clock'>, folder: string, what: 'all' | 'keys'): Promise<BackedUp> {
  const { db, subKeys, clock } = context;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new ExpectedError('backup-folder', 'The folder for the backup cannot be made.', { retry: 'never', cause });
  }
  const at = clock.now();
  const { applied } = await schemaState(db);
  return inSnapshot(db, async (tx) => {
    const write = async (part: Part, name: string) => {
      const head = { backup: 'tijdig', format: 1, part, program: programVersion(), migrations: applied, at: at.toString() } as const;
      const path = join(folder, name);
      return { path, ...(await writeBackupFile(path, head, dumpLines(tx, part), (sha256) => backupMark(subKeys, part, sha256))) };
    };
    const data = what === 'keys' ? null : await write('data', dataFileName(at));
    return { data, keys: await write('keys', keysFileName) };
  });
}

/** What says that a file is a backup of this site, and as it was written. */
export function backupMark({ audit }: Pick<SubKeys, 'audit'>, part: Part, sha256: string): string {
  return sign(audit, 'backup', part, sha256);
}

function dataFileName(at: Temporal.Instant): string {
  const stamp = at.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().replaceAll(/[-:]/g, '');
  return `tijdig-${stamp}-data.jsonl.gz`;
}

/** The newest file of data among the names in a folder; null: there is none. */
export function newestDataFile(names: readonly string[]): string | null {
  return (
    names
      .filter((name) => dataFile.test(name))
      .toSorted()
      .at(-1) ?? null
  );
}

function programVersion(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
}
