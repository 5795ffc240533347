import { sql } from 'drizzle-orm';
import { bigint, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, writtenAt } from './columns.ts';
import type { FolderRole } from './intake.ts';

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

/** Keys that stay what they are and are only ever wrapped anew: `fingerprint`, and `signing`, from which marks and ids are made. */
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

/** What was erased: a message's or letter's content, or what a case holds of people. */
export type ErasedSubject = 'message' | 'letter' | 'case';

/**
 * Tombstones: append-only, kept with the keys and applied again after a restore. What stands here is dates, classes and a
 * keyed fingerprint: enough to know an erased message when it is seen again, and to prove when it went and why.
 */
export const erasures = pgTable(
  'erasures',
  {
    id: uuid('id').primaryKey(),
    subject: text('subject').$type<ErasedSubject>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    because: text('because').$type<'retention' | 'person'>().notNull(),
    /** The rule of the policy that was applied: `mail.none`, `cases.deletion`; `person` for one by request. */
    rule: text('rule').notNull(),
    /** Local day on which the rule let it go. */
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    at: instant('at').notNull(),
    /** Staff id; null: the clock. */
    by: uuid('by'),
    /** Messages only: what the row says of it, so that a restored mailbox never takes it in again. */
    fingerprint: bytea('fingerprint'),
    receivedAt: instant('received_at'),
    size: integer('size'),
    folderRole: text('folder_role').$type<FolderRole | 'none'>(),
    disposition: text('disposition'),
    /** Copies removed from folders of the mailbox; null: the mailbox was not to be cleaned. */
    mailboxCopies: integer('mailbox_copies'),
  },
  (table) => [
    uniqueIndex('erasures_once').on(table.subject, table.subjectId),
    index('erasures_fingerprints').on(table.fingerprint).where(sql`fingerprint is not null`),
  ],
);

/**
 * The chain of the audit: one link per event, approval and erasure, in the order they were found, each made of the one before.
 * `head` is keyed: who may write rows but has no key cannot make it again.
 */
export const auditChain = pgTable('audit_chain', {
  /** 1, 2, 3 … without gaps. */
  link: bigint('link', { mode: 'number' }).primaryKey(),
  /**
   * Names the row: `event CASE VERSION`, `approval LETTER HASH STAFF`, `erasure ID`; ` r1` behind it once a backup was restored.
   * Two kinds name none: `begun`, the first, and `restored 1`, where everything that is there is linked anew.
   */
  entry: text('entry').notNull().unique(),
  /** SHA-256, hex, of the row's content; for an entry that names no row, counts (`store/audit-chain`). */
  digest: text('digest').notNull(),
  /** Keyed, over the head before and the rest of this row. */
  head: text('head').notNull(),
  at: instant('at').notNull(),
});

/** Something the second channel was told, or is to be told: one row per trouble, so that ten workers tell it once. */
export const alarms = pgTable(
  'alarms',
  {
    id: uuid('id').primaryKey(),
    /** A short code: `mailbox-silent`, `mailbox-away`, `mailbox-emptied`, `digest-missing`, `authority`. */
    code: text('code').notNull(),
    /** What it is about, where it is about something of which there are several: a case id, a day. Empty: itself alone. */
    about: text('about').notNull(),
    since: instant('since').notNull(),
    /** When the second channel took it; null: not yet. */
    toldAt: instant('told_at'),
    /** When it was over; null: it lasts. */
    endedAt: instant('ended_at'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at'),
  },
  (table) => [uniqueIndex('alarms_one_at_a_time').on(table.code, table.about).where(sql`ended_at is null`)],
);
