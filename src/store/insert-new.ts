/**
 * Everything a decision makes new (cases with their events, letters, the keys of both) and the end of a message's triage,
 * in one statement: one round trip, and where nothing else is written a transaction by itself. All rows travel as one
 * JSON document, so that the statement is always the same and is planned once a connection.
 */
import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Case } from '../case/case.ts';
import { seal, sealJson } from '../privacy/seal.ts';
import type { SearchKey } from '../privacy/search-key.ts';
import { caseEvents, caseMessages, caseSearchKeys, cases } from '../schema/case.ts';
import { messages } from '../schema/intake.ts';
import { letterCases, letters, reviews } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import { type CasePerson, caseColumns } from './cases.ts';
import { rows, type Tx } from './db.ts';
import type { eventRows } from './event-marks.ts';
import type { NewKey } from './keys.ts';
import type { NewLetter } from './letters.ts';
import type { TriageResult } from './messages.ts';

/** A case being opened, with the rows of its first events (`eventRows`). */
export interface NewCase {
  readonly state: Case;
  readonly events: ReturnType<typeof eventRows>;
  readonly person: CasePerson;
  readonly requesterIndex: Uint8Array | null;
  readonly key: NewKey;
  /** What the case is found by. */
  readonly searchKeys?: readonly SearchKey[];
}

export interface New {
  /** The message these come from; null when they come from no message. */
  readonly triage: { readonly result: TriageResult; readonly worker: string } | null;
  readonly cases: readonly NewCase[];
  readonly letters: readonly NewLetter[];
}

/** False, and nothing is written: another worker triaged the message, or took its lease. */
export async function insertNew(tx: Tx, fresh: New): Promise<boolean> {
  const document = JSON.stringify({
    triage: fresh.triage === null ? null : triageRow(fresh.triage.result, fresh.triage.worker),
    keys: [...fresh.cases, ...fresh.letters].map(({ key }) => rowOf(dataKeys, { id: key.id, wrapped: key.wrapped })),
    cases: fresh.cases.map(caseRow),
    events: fresh.cases.flatMap(eventsOf),
    search: fresh.cases.flatMap(searchRows),
    messages: fresh.cases.map(({ state }) => rowOf(caseMessages, { caseId: state.id, messageId: state.openingMessageId, role: 'opening' })),
    letters: fresh.letters.map(letterRow),
    about: fresh.letters.flatMap(({ id, caseIds }) => caseIds.map((caseId) => rowOf(letterCases, { letterId: id, caseId }))),
    reviews: fresh.letters.flatMap(reviewRows),
  });
  const [written] = await rows<{ go: number }>(tx, sql`${sql.raw(before)}${document}${sql.raw(after)}`);
  return written !== undefined;
}

function triageRow(result: TriageResult, worker: string) {
  const { messageId, key, summary, reasons, masked, ...row } = result;
  return rowOf(messages, {
    ...row,
    id: messageId,
    reasons: [...reasons],
    summary: summary === null ? null : sealJson(summary, key),
    raw: masked === null ? null : seal(masked.raw, key),
    digestBefore: masked?.before ?? null,
    digestAfter: masked?.after ?? null,
    leaseOwner: worker,
  });
}

function caseRow({ state, person, requesterIndex, key }: NewCase) {
  const { id, reference, openingMessageId } = state;
  return rowOf(cases, {
    ...caseColumns(state),
    id,
    reference,
    openingMessageId,
    requesterIndex,
    keyId: key.id,
    person: sealJson(person, key.key),
  });
}

function eventsOf({ events }: NewCase) {
  return events.map((event) => rowOf(caseEvents, event));
}

function searchRows({ state, searchKeys = [] }: NewCase) {
  return searchKeys.map((key) => rowOf(caseSearchKeys, { caseId: state.id, ...key }));
}

function letterRow({ key, content, raw, caseIds: _cases, review: _review, ...row }: NewLetter) {
  return rowOf(letters, {
    ...row,
    keyId: key.id,
    content: sealJson(content, key.key),
    raw: raw === null ? null : seal(raw, key.key),
  });
}

function reviewRows({ id, review, staffId }: NewLetter) {
  return review === null || staffId === null ? [] : [rowOf(reviews, { reviewLetterId: id, ...review, staffId })];
}

/** A row with the table's own column names; bytes as the hexadecimal text PostgreSQL reads. */
function rowOf<T extends PgTable>(table: T, row: Partial<T['$inferInsert']>): Readonly<Record<string, unknown>> {
  const columns = namesOf(table);
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [columns.get(key), value instanceof Uint8Array ? `\\x${hex(value)}` : value]),
  );
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

const names = new Map<PgTable, ReadonlyMap<string, string>>();

function namesOf(table: PgTable): ReadonlyMap<string, string> {
  const known = names.get(table) ?? new Map(Object.entries(getTableColumns(table)).map(([key, { name }]) => [key, name]));
  names.set(table, known);
  return known;
}

/** Columns the database computes, or has a default for, are left to it, all but these. */
function insertion(part: string, table: string, from: PgTable, given: readonly string[] = []): string {
  const columns = Object.values(getTableColumns(from)).filter(
    ({ name, hasDefault, generated }) => given.includes(name) || !(hasDefault || generated !== undefined),
  );
  const list = columns.map(({ name }) => `"${name}"`).join(', ');
  return `new_${part} as (insert into ${table} (${list}) select ${list} from go, input, jsonb_populate_recordset(null::${table}, d->'${part}'))`;
}

const before = 'with input as materialized (select ';
const after = `::text::jsonb as d),
  ended as (
    update messages m set disposition = t.disposition, reasons = t.reasons, from_index = t.from_index,
      message_id_index = t.message_id_index, summary = t.summary, raw = coalesce(t.raw, m.raw),
      digest_before = t.digest_before, digest_after = t.digest_after, triaged_at = now(), interruptions = 0, lease_owner = null, lease_until = null
    from input, jsonb_populate_record(null::messages, nullif(d->'triage', 'null'::jsonb)) t
    where m.id = t.id and m.disposition is null and m.lease_owner = t.lease_owner
    returning m.id),
  go as materialized (select 1 as go from input where d->'triage' = 'null'::jsonb or exists (select from ended)),
  ${[
    insertion('keys', 'data_keys', dataKeys),
    insertion('cases', 'cases', cases),
    insertion('events', 'case_events', caseEvents),
    insertion('search', 'case_search_keys', caseSearchKeys),
    insertion('messages', 'case_messages', caseMessages),
    insertion('letters', 'letters', letters, ['withheld']),
    insertion('about', 'letter_cases', letterCases),
    insertion('reviews', 'reviews', reviews),
  ].join(',\n  ')}
  select go from go`;
