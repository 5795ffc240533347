// The store alone, on both databases: embedded, and on PostgreSQL as the limited role. Nothing but the database runs.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, onTestFinished } from 'vitest';
import type { Config } from '../../src/config.ts';
import { ExpectedError } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { type Db, rows, sqlState } from '../../src/store/db.ts';
import { openHouse } from '../../src/worker/assemble.ts';
import type { Context } from '../../src/worker/context.ts';
import { asOwner, copyEmptyDatabase, emptyDatabase, newDatabase, startDatabases } from './databases.ts';
import { configOf, testClock } from './journey.ts';
import { findPostgres, type TestPostgres } from './postgres.ts';
import { skipOrFail } from './servers.ts';

export interface TestStore {
  readonly context: Context;
  readonly db: Db;
  readonly config: Config;
  /** Runs a statement as the worker may. */
  run<T = Record<string, unknown>>(statement: SQL | string): Promise<readonly T[]>;
}

export interface Databases {
  readonly kind: 'PGlite' | 'PostgreSQL';
  /** One database for all tests of its kind that keep apart by themselves. */
  shared(): Promise<TestStore>;
  /** A database of its own for one test. */
  open(): Promise<TestStore>;
  /** A configuration for a database without any table. */
  empty(): Promise<Config>;
  /** Runs a statement with every right on the database of a configuration (PostgreSQL only). */
  asOwner(config: Config, statement: string): Promise<void>;
}

/** The same tests on both databases; without PostgreSQL its half is skipped aloud. */
export function onEveryDatabase(tests: (databases: Databases) => void): void {
  describe.each(['PGlite', 'PostgreSQL'] as const)('%s', (kind) => {
    const missing = kind === 'PostgreSQL' && findPostgres() === null ? 'PostgreSQL is not installed' : null;
    let postgres: TestPostgres | null = null;
    let shared: { readonly store: TestStore; close(): Promise<void> } | null = null;
    beforeAll(async () => {
      if (kind === 'PostgreSQL' && missing === null) postgres = await startDatabases();
    });
    beforeEach((context) => {
      if (missing !== null) skipOrFail(context, missing);
    });
    afterAll(async () => {
      await shared?.close();
      await postgres?.stop();
    });
    async function begin() {
      const { config, remove } = configFor(postgres === null ? {} : newDatabase(postgres));
      if (postgres === null) await copyEmptyDatabase(config.dataDir);
      const house = await openHouse(config, testClock(start), silentLog);
      const close = () => house.close().finally(remove);
      return { store: storeOf(house.context, config), close };
    }
    tests({
      kind,
      async shared() {
        shared ??= await begin();
        return shared.store;
      },
      async open() {
        const { store, close } = await begin();
        onTestFinished(close);
        return store;
      },
      async empty() {
        const { config, remove } = configFor(postgres === null ? {} : emptyDatabase(postgres));
        onTestFinished(remove);
        return config;
      },
      asOwner: (config, statement) => asOwner(ownerUrl(config), statement),
    });
  });
}

const start = '2026-01-12T10:00:00+01:00';

function storeOf(context: Context, config: Config): TestStore {
  return {
    context,
    db: context.db,
    config,
    run: (statement) => rows(context.db.query, typeof statement === 'string' ? sql.raw(statement) : statement),
  };
}

function configFor(database: Readonly<Record<string, string>>): { readonly config: Config; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'tijdig-store-'));
  const key = { SECRET_KEY: '0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0' };
  const people = { STAFF: 'anna@winkel.example,berend@winkel.example', MANAGERS: 'anna@winkel.example' };
  return {
    config: configOf({ ...key, ...people, ...database, DATA_DIR: dataDir }),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** A worker on these tables until the test ends. */
export async function openStore(config: Config): Promise<Context> {
  const house = await openHouse(config, testClock(start), silentLog);
  onTestFinished(() => house.close());
  return house.context;
}

/** A worker that comes and goes. */
export async function visitStore(config: Config, visit: (context: Context) => Promise<unknown> = async () => {}): Promise<void> {
  const house = await openHouse(config, testClock(start), silentLog);
  await visit(house.context).finally(() => house.close());
}

function ownerUrl({ database }: Config): string {
  if (database.kind !== 'server' || database.migrateUrl === null) throw new Error('only a server has an owner');
  return database.migrateUrl;
}

/** SQLSTATE of a statement that must fail; null when it does not. */
export function stateOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => sqlState(error) ?? 'an error without SQLSTATE',
  );
}

/** The expected failure of some work; anything else throws. */
export async function failureOf(work: Promise<unknown>): Promise<ExpectedError> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof ExpectedError) return error;
  throw error;
}

/** Writes a letter as it stands in its row, without content. */
export async function plantLetter(store: TestStore, wish: Partial<Record<string, string | number | null>> = {}): Promise<string> {
  const id = randomUUID();
  const row = {
    id,
    kind: 'completion-notice',
    status: 'draft',
    audience: 'customer',
    message_id: `<${id}@winkel.example>`,
    key_id: randomUUID(),
    hash: 'abc',
    approvals_needed: 1,
    ...wish,
  };
  const values = Object.values(row).map((value) => sql`${value}`);
  const columns = sql.raw(Object.keys(row).join(', '));
  await store.run(sql`insert into letters (${columns}, recipient_index) values (${sql.join(values, sql`, `)}, decode('01', 'hex'))`);
  return id;
}

/** A case as it stands in its row, with its opening message; its state says only whether somebody must be verified. */
export async function plantCase(
  store: TestStore,
  wish: {
    readonly kind?: string;
    readonly reference?: string;
    readonly opening?: string;
    readonly identityNeeded?: boolean;
    readonly status?: string;
  } = {},
): Promise<string> {
  const id = randomUUID();
  const { kind = 'deletion', reference = id, identityNeeded = true, status = 'in-progress' } = wish;
  const opening = wish.opening ?? (await plantMessage(store));
  const state = JSON.stringify({ identity: { needed: identityNeeded } });
  await store.run(sql`insert into cases (id, reference, kind, status, language, received_at, legal_on, due_on, act_by_on, warn_on, escalate_on,
      policy_hash, version, state, opening_message_id, key_id)
    values (${id}, ${reference}, ${kind}, ${status}, 'nl', now(), now(), now(), now(), now(), now(),
      ${store.context.policy.hash}, 0, ${state}, ${opening}, ${randomUUID()})`);
  return id;
}

export async function plantMessage(store: TestStore): Promise<string> {
  const id = randomUUID();
  await store.run(sql`insert into messages (id, fingerprint, received_at, size, truncated, folder_role, before_go_live, key_id)
    values (${id}, decode(${id.replaceAll('-', '')}, 'hex'), now(), 1, false, 'inbox', false, ${randomUUID()})`);
  return id;
}

/** What happened to a planted case, with the version its row must then have. */
export async function plantEvent(store: TestStore, caseId: string, version: number, event: { readonly type: string }): Promise<void> {
  await store.run(
    sql`insert into case_events (case_id, version, type, data) values (${caseId}, ${version}, ${event.type}, ${JSON.stringify(event)})`,
  );
}
