import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { ExpectedError } from '../errors.ts';
import { type Db, rows, sqlState } from './db.ts';

/** Found beside this file both in `src/` and in `dist/`. */
const folder = fileURLToPath(new URL('../schema/migrations', import.meta.url));

interface Journal {
  readonly entries: readonly { readonly when: number; readonly tag: string }[];
}

/** What the tables are at and what the program knows; times are the migrations' own, milliseconds. */
export interface SchemaState {
  readonly applied: number;
  readonly known: number;
  readonly newer: boolean;
}

export async function schemaState(db: Db): Promise<SchemaState> {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as Journal;
  const newestKnown = Math.max(...journal.entries.map((entry) => entry.when));
  const [table] = await rows<{ found: string | null }>(db.query, sql`select to_regclass('drizzle.__drizzle_migrations')::text as found`);
  if (!table?.found) return { applied: 0, known: journal.entries.length, newer: false };
  const applied = await rows<{ created_at: string | number }>(db.query, sql`select created_at from drizzle.__drizzle_migrations`);
  return {
    applied: applied.length,
    known: journal.entries.length,
    newer: applied.some((row) => Number(row.created_at) > newestKnown),
  };
}

/**
 * Brings the tables up to date and gives the limited role what it needs: read and write everywhere, except that
 * `case_events` and `approvals` can only be added to. Refuses tables newer than the program.
 */
export async function migrate(owner: Db, applicationUrl: string | null): Promise<SchemaState> {
  if (!existsSync(folder))
    throw new ExpectedError('migrations-missing', 'The program is incomplete: its migrations are missing. Install it again.', {
      retry: 'never',
    });
  const before = await schemaState(owner);
  refuseNewer(before);
  // Workers that start together take turns; the owner's pool is one connection, so the lock is its session's.
  if (owner.kind === 'server') await owner.query.execute(sql`select pg_advisory_lock(7483)`);
  try {
    await owner.runMigrations(folder);
    const role = applicationUrl === null ? '' : decodeURIComponent(new URL(applicationUrl).username);
    if (role !== '') await grant(owner, role);
  } catch (cause) {
    throw sqlState(cause) === '42501' ? noRights(cause) : cause;
  } finally {
    if (owner.kind === 'server') await owner.query.execute(sql`select pg_advisory_unlock(7483)`);
  }
  return schemaState(owner);
}

export function refuseNewer(state: SchemaState): void {
  if (!state.newer) return;
  throw new ExpectedError(
    'schema-newer',
    'The tables were made by a newer Tijdig than this one. Install that version or a later one; nothing was changed.',
    { retry: 'never' },
  );
}

function noRights(cause: unknown): ExpectedError {
  return new ExpectedError(
    'migrate-rights',
    'The database role may not make or change tables. Set MIGRATE_DATABASE_URL to the role that owns them.',
    { retry: 'never', cause },
  );
}

async function grant(owner: Db, role: string): Promise<void> {
  const [self] = await rows<{ me: string }>(owner.query, sql`select current_user as me`);
  if (self?.me === role) return;
  const name = sql.identifier(role);
  await owner.query.execute(sql`grant usage on schema public, drizzle to ${name}`);
  await owner.query.execute(sql`grant select on all tables in schema drizzle to ${name}`);
  await owner.query.execute(sql`grant select, insert, update, delete on all tables in schema public to ${name}`);
  await owner.query.execute(sql`grant usage, select on all sequences in schema public to ${name}`);
  await owner.query.execute(sql`revoke update, delete, truncate on case_events, approvals from ${name}`);
}
