import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/event.ts';
import type { CaseKind } from '../case/kind.ts';
import type { Policy } from '../case/policy.ts';
import { bytea, instant, writtenAt } from './columns.ts';
import { messages } from './intake.ts';

/** Every policy version a case was bound to. */
export const policies = pgTable('policies', {
  hash: text('hash').primaryKey(),
  content: jsonb('content').$type<Policy>().notNull(),
  writtenAt: writtenAt('written_at'),
});

/** The case as queries read it. `state` is the folded case, free of personal data; `person` is sealed. */
export const cases = pgTable(
  'cases',
  {
    id: uuid('id').primaryKey(),
    reference: text('reference').notNull().unique(),
    kind: text('kind').$type<CaseKind>().notNull(),
    status: text('status').$type<Case['status']>().notNull(),
    language: text('language').notNull(),
    receivedAt: instant('received_at').notNull(),
    policyOn: date('policy_on', { mode: 'string' }),
    legalOn: date('legal_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    actByOn: date('act_by_on', { mode: 'string' }).notNull(),
    warnOn: date('warn_on', { mode: 'string' }).notNull(),
    escalateOn: date('escalate_on', { mode: 'string' }).notNull(),
    policyHash: text('policy_hash')
      .notNull()
      .references(() => policies.hash),
    version: integer('version').notNull(),
    state: jsonb('state').$type<Case>().notNull(),
    /** Whether it can only be completed for somebody verified. Read from `state`, so that the two never differ. */
    identityNeeded: boolean('identity_needed').generatedAlwaysAs(sql`(state->'identity'->>'needed')::boolean`).notNull(),
    openingMessageId: uuid('opening_message_id')
      .notNull()
      .references(() => messages.id),
    /** Keyed blind index of the requester's address; null when nobody could be named. */
    requesterIndex: bytea('requester_index'),
    keyId: uuid('key_id').notNull(),
    /** Sealed JSON: requester, quotes, entities. */
    person: bytea('person'),
    openedAt: writtenAt('opened_at'),
    closedAt: instant('closed_at'),
  },
  (table) => [
    unique('cases_one_per_message_and_kind').on(table.openingMessageId, table.kind),
    index().on(table.status, table.actByOn),
    index().on(table.requesterIndex, table.receivedAt),
    check(
      'cases_closed_by_status',
      sql`(${table.closedAt} is not null) = (${table.status} in ('completed', 'partly-completed', 'refused', 'withdrawn', 'not-a-request'))`,
    ),
    check('cases_identity_by_kind', sql`${table.kind} not in ('deletion', 'copy') or ${table.identityNeeded}`),
  ],
);

/** Append-only audit: ids, kinds, dates, staff ids and digests only. */
export const caseEvents = pgTable(
  'case_events',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    version: integer('version').notNull(),
    type: text('type').$type<CaseEvent['type']>().notNull(),
    data: jsonb('data').$type<CaseEvent>().notNull(),
    /** Keyed digest of case, version, type and data (`store/event-marks`). Null: written before all events had one. */
    mark: text('mark'),
    at: writtenAt('at'),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.version] })],
);

/** `outside`: a mail of ours to the requester that did not leave from here. */
export type MessageRole = 'opening' | 'follow-up' | 'report' | 'outside';

/** Which messages belong to a case. */
export const caseMessages = pgTable(
  'case_messages',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    messageId: uuid('message_id')
      .notNull()
      .references(() => messages.id),
    role: text('role').$type<MessageRole>().notNull(),
    /** When staff were told of a customer's reply; null: not yet. */
    toldAt: instant('told_at'),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.messageId] }),
    index().on(table.messageId),
    index('case_messages_untold').on(table.caseId).where(sql`role = 'follow-up' and told_at is null`),
  ],
);

/** What our own people wrote down about a case, sealed: why a draft was rejected. */
export const notes = pgTable(
  'notes',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    /** A staff id. */
    by: uuid('by').notNull(),
    keyId: uuid('key_id').notNull(),
    /** Null: erased. */
    text: bytea('text'),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [index().on(table.caseId)],
);

/** Telephone and order numbers a case names, as keyed blind indexes: found when typed in full, read by nobody. */
export const caseSearchKeys = pgTable(
  'case_search_keys',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text('kind').$type<'phone' | 'order'>().notNull(),
    value: bytea('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.kind, table.value] }), index().on(table.value)],
);
