import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, writtenAt } from './columns.ts';

export type FolderRole = 'inbox' | 'junk' | 'sent' | 'other';

/** A folder in one UIDVALIDITY epoch, with our cursor in it and the lease of the one worker that reads it. */
export const folders = pgTable(
  'folders',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    /** Mailbox name without credentials. */
    mailbox: text('mailbox').notNull(),
    path: text('path').notNull(),
    role: text('role').$type<FolderRole>().notNull(),
    uidValidity: bigint('uid_validity', { mode: 'bigint' }).notNull(),
    /** The cursor: every UID below it is accounted for. */
    nextUid: bigint('next_uid', { mode: 'number' }).notNull(),
    /** Every UID we took note of, counted as the server listed them: what the ledger must account for. */
    seenCount: integer('seen_count').notNull().default(0),
    /** Messages older than our window: counted, never fetched. */
    olderCount: integer('older_count').notNull().default(0),
    /** UIDs that were gone before we looked. */
    vanishedCount: integer('vanished_count').notNull().default(0),
    /** Start of the window of this epoch: what arrived before it is not ours to fetch. */
    windowStart: instant('window_start').notNull(),
    sweptAt: instant('swept_at'),
    readAt: instant('read_at'),
    leaseOwner: text('lease_owner'),
    leaseUntil: instant('lease_until'),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [unique().on(table.mailbox, table.path, table.uidValidity)],
);

/** Where a message lay. Class null: that of its message. */
export const places = pgTable(
  'places',
  {
    folderId: integer('folder_id')
      .notNull()
      .references(() => folders.id),
    uid: bigint('uid', { mode: 'number' }).notNull(),
    messageId: uuid('message_id')
      .notNull()
      .references(() => messages.id),
    class: text('class').$type<'duplicate'>(),
    receivedAt: instant('received_at').notNull(),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [primaryKey({ columns: [table.folderId, table.uid] }), index().on(table.messageId)],
);

/** A message, once, whatever the number of its places. Content is sealed; what can be read here is ids, times and classes. */
export const messages = pgTable(
  'messages',
  {
    id: uuid('id').primaryKey(),
    /** Keyed fingerprint over the allow-list of headers and the body: the identity of a message. */
    fingerprint: bytea('fingerprint').notNull().unique(),
    receivedAt: instant('received_at').notNull(),
    firstSeenAt: writtenAt('first_seen_at'),
    /** Bytes on the server. */
    size: integer('size').notNull(),
    truncated: boolean('truncated').notNull(),
    /** Where it was first seen; `none`: nowhere, we wrote it down ourselves. */
    folderRole: text('folder_role').$type<FolderRole | 'none'>().notNull(),
    beforeGoLive: boolean('before_go_live').notNull(),
    keyId: uuid('key_id').notNull(),
    /** Sealed raw bytes; null when erased. Payment data in them is masked when the message is triaged. */
    raw: bytea('raw'),
    /** Keyed digests of the raw bytes as they came and as they are kept; null where nothing had to be masked. */
    digestBefore: text('digest_before'),
    digestAfter: text('digest_after'),
    /** Sealed JSON: what people read of it (from, subject, text). */
    summary: bytea('summary'),
    /** Null: not triaged yet. */
    disposition: text('disposition').$type<
      | ('request' | 'follow_up' | 'authority' | 'automatic' | 'bounce' | 'none' | 'unreadable' | 'own_copy')
      /** Mail of ours to others that did not come from here; a memo of what came by telephone or letter. */
      | ('sent' | 'by_hand')
    >(),
    /** Short codes of the screen and the classifier. */
    reasons: text('reasons').array().notNull().default(sql`'{}'`),
    fromIndex: bytea('from_index'),
    messageIdIndex: bytea('message_id_index'),
    strikes: smallint('strikes').notNull().default(0),
    interruptions: smallint('interruptions').notNull().default(0),
    leaseOwner: text('lease_owner'),
    leaseUntil: instant('lease_until'),
    triagedAt: instant('triaged_at'),
  },
  (table) => [
    index('messages_pending').on(table.firstSeenAt).where(sql`disposition is null`),
    index().on(table.messageIdIndex),
    index().on(table.fromIndex, table.receivedAt),
    index().on(table.firstSeenAt),
  ],
);
