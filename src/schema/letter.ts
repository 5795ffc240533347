import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { LetterKind } from '../responders/letter.ts';
import { cases } from './case.ts';
import { bytea, instant, writtenAt } from './columns.ts';
import { messages } from './intake.ts';

export type LetterStatus = 'draft' | 'approved' | 'queued' | 'sending' | 'accepted' | 'refused' | 'unknown' | 'void';

/** A letter from draft to acceptance. `content` is what was reviewed, `raw` the RFC 5322 bytes that leave; both sealed. */
export const letters = pgTable(
  'letters',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<LetterKind>().notNull(),
    status: text('status').$type<LetterStatus>().notNull(),
    /** To a customer (needs approval unless an acknowledgement) or to our own people. */
    audience: text('audience').$type<'customer' | 'internal'>().notNull(),
    messageId: text('message_id').notNull().unique(),
    openingMessageId: uuid('opening_message_id').references(() => messages.id),
    recipientIndex: bytea('recipient_index').notNull(),
    staffId: uuid('staff_id').references(() => staff.id),
    keyId: uuid('key_id').notNull(),
    content: bytea('content'),
    raw: bytea('raw'),
    /** SHA-256 over recipient, subject, text, attachments and case version: what an approval is bound to. */
    hash: text('hash').notNull(),
    caseVersion: integer('case_version'),
    approvalsNeeded: integer('approvals_needed').notNull(),
    /** An acknowledgement held back (a machine wrote, Junk, before go-live, limits): a person may send it. */
    withheld: boolean('withheld').notNull().default(false),
    attempts: integer('attempts').notNull().default(0),
    firstAttemptAt: instant('first_attempt_at'),
    lastAttemptAt: instant('last_attempt_at'),
    nextAttemptAt: instant('next_attempt_at'),
    unknownAt: instant('unknown_at'),
    leaseOwner: text('lease_owner'),
    leaseUntil: instant('lease_until'),
    /** Last SMTP reply code or short word; never text from the other side. */
    code: text('code'),
    sentAt: instant('sent_at'),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [
    uniqueIndex('letters_one_acknowledgement').on(table.openingMessageId).where(sql`kind = 'acknowledgement'`),
    index('letters_waiting').on(table.nextAttemptAt).where(sql`status in ('queued', 'sending', 'unknown')`),
    index('letters_acknowledged').on(table.recipientIndex, table.writtenAt).where(sql`kind = 'acknowledgement'`),
    index('letters_recent').on(table.audience, table.lastAttemptAt),
  ],
);

/** Letters and cases are many-to-many: one acknowledgement names all cases of a message. */
export const letterCases = pgTable(
  'letter_cases',
  {
    letterId: uuid('letter_id')
      .notNull()
      .references(() => letters.id),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.caseId] }), index().on(table.caseId)],
);

/** Append-only: who approved exactly which content. */
export const approvals = pgTable(
  'approvals',
  {
    letterId: uuid('letter_id')
      .notNull()
      .references(() => letters.id),
    hash: text('hash').notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    at: writtenAt('at'),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.hash, table.staffId] })],
);

/** One review mail: a token that one staff member may use once for one content. */
export const reviews = pgTable(
  'reviews',
  {
    reviewLetterId: uuid('review_letter_id')
      .primaryKey()
      .references(() => letters.id),
    letterId: uuid('letter_id')
      .notNull()
      .references(() => letters.id),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    hash: text('hash').notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    usedAt: instant('used_at'),
  },
  (table) => [index().on(table.letterId)],
);

/** One row per working day and manager: ten schedulers at the same second write one. */
export const digests = pgTable(
  'digests',
  {
    on: date('on', { mode: 'string' }).notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    letterId: uuid('letter_id')
      .notNull()
      .references(() => letters.id),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [primaryKey({ columns: [table.on, table.staffId] })],
);

/** Our own people, seeded from STAFF and MANAGERS. Events name them by id. */
export const staff = pgTable('staff', {
  id: uuid('id').primaryKey(),
  addressIndex: bytea('address_index').notNull().unique(),
  keyId: uuid('key_id').notNull(),
  /** Sealed address. */
  address: bytea('address').notNull(),
  isStaff: boolean('is_staff').notNull(),
  isManager: boolean('is_manager').notNull(),
  writtenAt: writtenAt('written_at'),
});
