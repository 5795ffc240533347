import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { LetterLanguage } from '../case/kind.ts';
import type { LetterKind } from '../responders/letter.ts';
import { cases } from './case.ts';
import { bytea, instant, writtenAt } from './columns.ts';
import { messages } from './intake.ts';

/** Kinds that need nobody's approval, and kinds for our own people: what `LetterKind` says, for the database to hold to. */
const freeKinds = sql.raw("'acknowledgement', 'download-code'");
const internalKinds = sql.raw(
  "'review-request', 'review-receipt', 'digest', 'morning', 'due-alert', 'reply-notice', 'staff-question', 'sign-in-code', 'authority-alert', 'summary'",
);

/**
 * Why an acknowledgement waits for a person: a machine sign, Junk, a forged sender, nobody to be sure of, a case of somebody
 * else, too many to one address, a colleague's wish, or a backup that was put back after the message came in.
 */
export type WithheldBecause =
  | ('screen' | 'junk' | 'sender-authentication' | 'sender-doubtful')
  | ('other-sender' | 'too-many' | 'by-hand' | 'restored');

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
    /** Why it was: a short code, which stays when it was sent after all. */
    withheldBecause: text('withheld_because').$type<WithheldBecause>(),
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
    index('letters_codes').on(table.recipientIndex, table.writtenAt).where(sql`kind in ('identity-request', 'download-code')`),
    index('letters_recent').on(table.audience, table.lastAttemptAt),
    check(
      'letters_audience_by_kind',
      sql`${table.audience} = case when ${table.kind} in (${internalKinds}) then 'internal' else 'customer' end`,
    ),
    // A completion may go by itself where the policy says so; nothing else about a case does.
    check(
      'letters_approvals_by_kind',
      sql`${table.approvalsNeeded} >= 1 or ${table.audience} = 'internal' or ${table.kind} in (${freeKinds}, 'completion-notice')`,
    ),
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
    /** Keyed digest of the rest of the row: who may write rows but has no key cannot approve. */
    mark: text('mark').notNull(),
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

/** One row per working day, kind of mail and person: ten schedulers at the same second write one. */
export const digests = pgTable(
  'digests',
  {
    on: date('on', { mode: 'string' }).notNull(),
    /** The whole for a manager, one person's own morning, or the summary of the week or month that has ended. */
    kind: text('kind').$type<'digest' | 'morning' | 'week' | 'month'>().notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    letterId: uuid('letter_id')
      .notNull()
      .references(() => letters.id),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [primaryKey({ columns: [table.on, table.kind, table.staffId] })],
);

/** Our own people, seeded from STAFF and MANAGERS, changed by `tijdig staff`. Events name them by id, so nobody is ever removed. */
export const staff = pgTable('staff', {
  id: uuid('id').primaryKey(),
  addressIndex: bytea('address_index').notNull().unique(),
  keyId: uuid('key_id').notNull(),
  /** Sealed address. */
  address: bytea('address').notNull(),
  isStaff: boolean('is_staff').notNull(),
  isApprover: boolean('is_approver').notNull(),
  isManager: boolean('is_manager').notNull(),
  isAuditor: boolean('is_auditor').notNull(),
  /** Sees and handles demands of public bodies; where nobody does, managers do. */
  isForAuthority: boolean('is_for_authority').notNull().default(false),
  /** Null: that of the policy. */
  language: text('language').$type<LetterLanguage>(),
  /** Last day of an absence. */
  awayUntil: date('away_until', { mode: 'string' }),
  /** Who gets what would go to somebody who is away. */
  standInId: uuid('stand_in_id'),
  /** Who said what the roles are; a command is kept over the environment. */
  source: text('source').$type<'environment' | 'command'>().notNull(),
  writtenAt: writtenAt('written_at'),
});

/** An office of one works without a second pair of eyes: who said so, when and why (sealed). At most one is in force. */
export const waivers = pgTable(
  'waivers',
  {
    id: uuid('id').primaryKey(),
    by: uuid('by')
      .notNull()
      .references(() => staff.id),
    at: instant('at').notNull(),
    keyId: uuid('key_id').notNull(),
    reason: bytea('reason').notNull(),
    inForce: boolean('in_force').notNull(),
    endedBy: uuid('ended_by').references(() => staff.id),
    endedAt: instant('ended_at'),
  },
  (table) => [uniqueIndex('waivers_one_in_force').on(table.inForce).where(sql`in_force`)],
);
