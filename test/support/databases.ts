// Empty databases for tests: embedded ones in a folder, or on a PostgreSQL with an owner and a limited role.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { digestOf } from '../../src/privacy/fingerprint.ts';
import { openDb } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { madeOnce } from './made-once.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

const applicationRole = 'tijdig_app';

/** Where the tables are made once, to be copied. */
const migrated = 'tijdig_migrated';

/** A PostgreSQL on which `newDatabase` can be asked. */
export async function startDatabases(): Promise<TestPostgres> {
  const postgres = await startPostgres();
  await asOwner(postgres.url('postgres'), `create role ${applicationRole} login`);
  await asOwner(postgres.url('postgres'), `create database ${migrated}`);
  const url = postgres.url(migrated);
  const db = await openDb({ kind: 'server', url, migrateUrl: null }, 'owner');
  await migrate(db, asApplication(url)).finally(() => db.close());
  return postgres;
}

/** A database with its tables: its owner made them, a limited role works. */
export function newDatabase(postgres: TestPostgres): { readonly DATABASE_URL: string; readonly MIGRATE_DATABASE_URL: string } {
  return settingsOf(postgres.createDatabase(migrated));
}

/** A database without any table. */
export function emptyDatabase(postgres: TestPostgres): { readonly DATABASE_URL: string; readonly MIGRATE_DATABASE_URL: string } {
  return settingsOf(postgres.createDatabase());
}

function settingsOf(owner: string) {
  return { DATABASE_URL: asApplication(owner), MIGRATE_DATABASE_URL: owner };
}

function asApplication(owner: string): string {
  return owner.replace('postgres@', `${applicationRole}@`);
}

/** Runs a statement with every right, behind the program's back. */
export async function asOwner(url: string, statement: string): Promise<void> {
  const db = await openDb({ kind: 'server', url, migrateUrl: null }, 'owner');
  await db.query.execute(sql.raw(statement)).finally(() => db.close());
}

/** Puts a migrated, empty embedded database into a data folder. Making one takes seconds, copying it a tenth of one. */
export async function copyEmptyDatabase(dataDir: string): Promise<void> {
  const made = await madeOnce('empty', migrationsDigest(), makeEmptyDatabase);
  cpSync(join(made, 'database'), join(dataDir, 'database'), { recursive: true });
}

function migrationsDigest(): string {
  const source = join(import.meta.dirname, '../../src');
  const files = readdirSync(join(source, 'schema/migrations')).filter((name) => name.endsWith('.sql'));
  const contents = [...files.sort().map((name) => `schema/migrations/${name}`), 'store/migrate.ts', '../package.json'];
  return digestOf(...contents.map((name) => readFileSync(join(source, name)))).slice(0, 16);
}

async function makeEmptyDatabase(folder: string): Promise<void> {
  const db = await openDb({ kind: 'embedded', folder: join(folder, 'database') });
  await migrate(db, null);
  await db.close();
}
