/**
 * DOOR to PostgreSQL (postgres.js) and to its embedded sibling (PGlite). The rest of the store speaks to `Db` and
 * cannot tell them apart. Never logs a value. A database that is away is `ExpectedError('database-away')`.
 *
 * PGlite has one connection: inside `transaction(tx)` use only `tx`, or it waits for ever. It does not lock its
 * folder either, which is what `lock` is for.
 */
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import type { Config } from '../config.ts';
import { ExpectedError } from '../errors.ts';

export type Tx = PgDatabase<PgQueryResultHKT> | PgTransaction<PgQueryResultHKT>;

export interface Db {
  readonly kind: 'embedded' | 'server';
  /** Statements outside a transaction. */
  readonly query: PgDatabase<PgQueryResultHKT>;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs the migrations in a folder; see `migrate`. */
  runMigrations(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** Rows of a hand-written statement, alike on both databases. The caller names their shape. */
export async function rows<T>(tx: Tx, statement: SQL): Promise<readonly T[]> {
  const result = (await tx.execute(statement)) as unknown;
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as readonly T[];
}

/** SQLSTATE of a database error, wherever the driver put it; null for any other error. */
export function sqlState(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return null;
}

/** True when the statement met a row that another transaction wrote first. */
export function isConflict(error: unknown): boolean {
  return ['23505', '40001', '40P01'].includes(sqlState(error) ?? '');
}

const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
]);

/** A database that is away, full or shutting down, as an expected failure; null for any other error. */
export function databaseTrouble(error: unknown): ExpectedError | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code;
    if (typeof code !== 'string') continue;
    if (code === '53100' || code === 'ENOSPC') {
      return new ExpectedError('disk-full', 'The disk of the database is full. Nothing was lost: what waits is done when there is room.', {
        retry: 'later',
        cause: error,
      });
    }
    if (away.has(code) || code.startsWith('08') || code.startsWith('57P') || code === '53300') {
      return new ExpectedError(
        'database-away',
        'DATABASE_URL: the database cannot be reached. Nothing was lost: what waits is done when it is back.',
        { retry: 'later', cause: error },
      );
    }
  }
  return null;
}

/** Opens the configured database; `role` says whose rights are wanted. */
export function openDb(settings: Config['database'], role: 'application' | 'owner' = 'application'): Promise<Db> {
  if (settings.kind === 'embedded') return openEmbedded(settings.folder);
  return role === 'owner' ? openServer(settings.migrateUrl ?? settings.url, 1) : openServer(settings.url, 12);
}

async function openServer(url: string, connections: number): Promise<Db> {
  const client = postgres(url, {
    max: connections,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'tijdig', TimeZone: 'UTC' },
  });
  try {
    await client`select 1`;
  } catch (cause) {
    await client.end({ timeout: 1 });
    throw databaseError(cause);
  }
  const query = drizzlePostgres(preparing(client));
  return {
    kind: 'server',
    query,
    transaction: (work) => query.transaction((tx) => work(tx).catch(waitForTheEnd)),
    runMigrations: (folder) => migratePostgres(query, { migrationsFolder: folder }),
    close: () => client.end({ timeout: 5 }),
  };
}

/** Statements with more values than this differ in length nearly every time: preparing them would only fill the server. */
const mostPrepared = 60;

/**
 * Drizzle asks for every statement to be planned anew, which costs a second round trip and most of the server's time.
 * Here statements are prepared once a connection; `?prepare=false` in the URL, for poolers that cannot, still holds.
 */
function preparing<C extends postgres.Sql | postgres.TransactionSql>(client: C): C {
  const unsafe = client.unsafe.bind(client) as C['unsafe'];
  client.unsafe = ((text: string, values: postgres.ParameterOrJSON<never>[] = [], options: postgres.UnsafeQueryOptions = {}) =>
    unsafe(text, values, { ...options, prepare: values.length > 0 && values.length <= mostPrepared })) as C['unsafe'];
  if ('begin' in client) {
    const begin = client.begin.bind(client) as (work: (tx: postgres.TransactionSql) => Promise<unknown>) => Promise<unknown>;
    client.begin = ((work: (tx: postgres.TransactionSql) => Promise<unknown>) => begin((tx) => work(preparing(tx)))) as typeof client.begin;
  }
  return client;
}

const connectionGone = new Set(['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'ECONNRESET', 'EPIPE', '57P01', '57P02']);

/**
 * A transaction whose connection is gone must not answer: postgres.js 3.4.9 would then write `rollback` to a socket that
 * is no more and bring the process down (porsager/postgres#1208). It rejects the transaction by itself when the
 * connection closes.
 */
function waitForTheEnd(error: unknown): Promise<never> {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code;
    if (typeof code === 'string' && connectionGone.has(code)) return new Promise(() => {});
  }
  throw error;
}

function databaseError(cause: unknown): ExpectedError {
  const state = sqlState(cause);
  if (state === '28P01' || state === '28000') {
    return new ExpectedError('database-sign-in', 'DATABASE_URL: the server refused the user name or password.', { retry: 'later', cause });
  }
  if (state === '3D000')
    return new ExpectedError('database-missing', 'DATABASE_URL: there is no such database on the server.', { retry: 'never', cause });
  return new ExpectedError('database-away', 'DATABASE_URL: the database server cannot be reached.', { retry: 'later', cause });
}

async function openEmbedded(folder: string): Promise<Db> {
  // PGlite writes its files readable by everybody: the folder must not let anybody in.
  makePrivate(folder);
  const unlock = lock(join(dirname(folder), 'database.lock'));
  let client: PGlite;
  try {
    client = await PGlite.create(folder);
    await client.exec("set time zone 'UTC'");
  } catch (cause) {
    unlock();
    throw new ExpectedError(
      'database-damaged',
      'The embedded database in DATA_DIR cannot be opened. Is the disk full or the folder read-only?',
      { retry: 'never', cause },
    );
  }
  const query = drizzlePglite(client);
  return {
    kind: 'embedded',
    query,
    transaction: (work) => query.transaction((tx) => work(tx)),
    runMigrations: (migrations) => migratePglite(query, { migrationsFolder: migrations }),
    close: async () => {
      await client.close();
      unlock();
    },
  };
}

function makePrivate(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  } catch (cause) {
    throw new ExpectedError('data-folder', 'DATA_DIR cannot be written to.', { retry: 'never', cause });
  }
}

/** One process at a time; a lock left behind by a process that no longer lives is taken over. */
function lock(file: string): () => void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new ExpectedError('data-folder', 'DATA_DIR cannot be written to.', { retry: 'never', cause });
      }
      if (isAlive(Number(readFileSync(file, 'utf8')))) break;
      rmSync(file, { force: true });
    }
  }
  throw new ExpectedError(
    'database-in-use',
    'Another Tijdig process uses the embedded database in DATA_DIR. Stop it, or set DATABASE_URL to share one PostgreSQL.',
    { retry: 'later' },
  );
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
