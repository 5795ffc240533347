import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, writtenAt } from './columns.ts';

/** Facts of this installation: `go-live` and `begun-at` are written once, `holidays` whenever the table of days off changed. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: jsonb('value').$type<string>().notNull(),
  writtenAt: writtenAt('written_at'),
});

/** One wrapped key per message, letter, case and staff member. Deleting the row erases the content. */
export const dataKeys = pgTable('data_keys', {
  id: uuid('id').primaryKey(),
  wrapped: bytea('wrapped').notNull(),
  writtenAt: writtenAt('written_at'),
});

/** Wrapped keys that are never rotated: `fingerprint`. */
export const siteKeys = pgTable('site_keys', {
  purpose: text('purpose').primaryKey(),
  wrapped: bytea('wrapped').notNull(),
  writtenAt: writtenAt('written_at'),
});

/** Workers that live, and when each last completed a round. */
export const workers = pgTable('workers', {
  id: text('id').primaryKey(),
  startedAt: writtenAt('started_at'),
  roundAt: instant('round_at'),
});
