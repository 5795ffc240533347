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
 * Brings the tables up to date and gives the limited role what it needs: to read and add everywhere, to change what the
 * program changes, and to remove hardly anything. Refuses tables newer than the program.
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

/** What the program never changes in a row once it is there; every other column it may. `*`: rows are only added. */
const fixed: Readonly<Record<string, readonly string[] | '*'>> = {
  approvals: '*',
  audit_chain: '*',
  case_events: '*',
  case_search_keys: '*',
  data_keys: '*',
  digests: '*',
  erasures: '*',
  letter_cases: '*',
  places: '*',
  policies: '*',
  site_keys: '*',
  case_messages: ['case_id', 'message_id', 'role'],
  cases: ['id', 'reference', 'opening_message_id', 'key_id', 'opened_at', 'identity_needed'],
  downloads: ['id', 'case_id', 'letter_id', 'key_id', 'token_digest', 'until_on', 'written_at'],
  letters: ['id', 'kind', 'audience', 'message_id', 'opening_message_id', 'recipient_index', 'staff_id', 'key_id', 'hash'],
  messages: ['id', 'fingerprint', 'received_at', 'first_seen_at', 'size', 'truncated', 'folder_role', 'before_go_live', 'key_id'],
  notes: ['id', 'case_id', 'by', 'key_id', 'written_at'],
  alarms: ['id', 'code', 'about', 'since'],
  reviews: ['review_letter_id', 'letter_id', 'case_id', 'hash', 'staff_id'],
  settings: ['name', 'written_at'],
  sign_in_users: ['id', 'staff_id', 'email'],
  staff: ['id', 'address', 'address_index', 'key_id', 'written_at'],
  waivers: ['id', 'by', 'at', 'key_id', 'reason'],
};

/** Tables whose rows end. */
const ending = ['case_search_keys', 'data_keys', 'sign_in_codes', 'sign_in_sessions', 'workers'];

/** All in one transaction: a worker that runs meanwhile never finds a right missing. */
async function grant(owner: Db, role: string): Promise<void> {
  const [self] = await rows<{ me: string }>(owner.query, sql`select current_user as me`);
  if (self?.me === role) return;
  const name = sql.identifier(role);
  const columns = await rows<{ table: string; names: readonly string[] }>(
    owner.query,
    sql`select table_name as "table", json_agg(column_name::text) as names from information_schema.columns
        where table_schema = 'public' group by table_name order by 1`,
  );
  await owner.transaction(async (tx) => {
    await tx.execute(sql`grant usage on schema public, drizzle to ${name}`);
    await tx.execute(sql`grant select on all tables in schema drizzle to ${name}`);
    await tx.execute(sql`revoke all on all tables in schema public from ${name}`);
    await tx.execute(sql`grant select, insert on all tables in schema public to ${name}`);
    await tx.execute(sql`grant usage, select on all sequences in schema public to ${name}`);
    for (const { table, names } of columns) {
      const kept = fixed[table] ?? [];
      const changeable = kept === '*' ? [] : names.filter((one) => !kept.includes(one));
      if (changeable.length === 0) continue;
      const list = sql.join(
        changeable.map((one) => sql.identifier(one)),
        sql`, `,
      );
      await tx.execute(sql`grant update (${list}) on ${sql.identifier(table)} to ${name}`);
    }
    for (const table of ending) await tx.execute(sql`grant delete on ${sql.identifier(table)} to ${name}`);
  });
}
