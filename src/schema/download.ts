import { sql } from 'drizzle-orm';
import { date, index, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { cases } from './case.ts';
import { bytea, instant, writtenAt } from './columns.ts';
import { letters } from './letter.ts';

/** A copy that waits on a page: its files, sealed with a key of their own, until the page ends. */
export const downloads = pgTable(
  'downloads',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    /** The letter that tells where it is: the page opens when that has left. */
    letterId: uuid('letter_id')
      .notNull()
      .references(() => letters.id),
    keyId: uuid('key_id').notNull(),
    /** Sealed JSON: names, types and content. Null when erased. */
    content: bytea('content'),
    /** SHA-256 of the token in the address of the page; the token itself is kept nowhere but in the letter. */
    tokenDigest: text('token_digest').notNull().unique(),
    /** Last day on which the page opens. */
    untilOn: date('until_on', { mode: 'string' }).notNull(),
    /** Keyed digest of the code that was mailed last; null when there is none, or it was used up. */
    codeDigest: text('code_digest'),
    codeUntil: instant('code_until'),
    triesLeft: smallint('tries_left').notNull().default(0),
    /** The day of the last code, and how many were sent on it. */
    codesOn: date('codes_on', { mode: 'string' }),
    codesSent: smallint('codes_sent').notNull().default(0),
    downloadedAt: instant('downloaded_at'),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [
    index().on(table.letterId),
    index().on(table.caseId),
    index('downloads_to_erase').on(table.untilOn).where(sql`content is not null`),
  ],
);
