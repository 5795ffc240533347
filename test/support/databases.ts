// Empty databases for tests: embedded ones in a folder, or on a PostgreSQL with an owner and a limited role.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { openDb } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

const applicationRole = 'tijdig_app';

/** A PostgreSQL on which `newDatabase` can be asked. */
export async function startDatabases(): Promise<TestPostgres> {
  const postgres = await startPostgres();
  await asOwner(postgres.url('postgres'), `create role ${applicationRole} login`);
  return postgres;
}

/** An empty database: its owner migrates, a limited role works. */
export function newDatabase(postgres: TestPostgres): { readonly DATABASE_URL: string; readonly MIGRATE_DATABASE_URL: string } {
  const owner = postgres.createDatabase();
  return { DATABASE_URL: owner.replace('postgres@', `${applicationRole}@`), MIGRATE_DATABASE_URL: owner };
}

/** Runs a statement with every right, behind the program's back. */
export async function asOwner(url: string, statement: string): Promise<void> {
  const db = await openDb({ kind: 'server', url, migrateUrl: null }, 'owner');
  await db.query.execute(sql.raw(statement)).finally(() => db.close());
}

// Creating an embedded database takes three seconds, copying an empty one a tenth of one.
let emptyDatabase: Promise<string> | null = null;

/** Puts a migrated, empty embedded database into a data folder. */
export async function copyEmptyDatabase(dataDir: string): Promise<void> {
  emptyDatabase ??= makeEmptyDatabase();
  cpSync(join(await emptyDatabase, 'database'), join(dataDir, 'database'), { recursive: true });
}

/** For the end of the tests that copied it. */
export async function forgetEmptyDatabase(): Promise<void> {
  if (emptyDatabase !== null) rmSync(await emptyDatabase, { recursive: true, force: true });
  emptyDatabase = null;
}

async function makeEmptyDatabase(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-empty-'));
  const db = await openDb({ kind: 'embedded', folder: join(folder, 'database') });
  await migrate(db, null);
  await db.close();
  return folder;
}
