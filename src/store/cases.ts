import { and, desc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Case, CaseStatus } from '../case/case.ts';
import type { CaseEvent } from '../case/event.ts';
import { type CaseKind, confidentialKinds } from '../case/kind.ts';
import type { Entities, FactEvidence } from '../classify/classification.ts';
import { openKey, type SubKeys, unsealJson } from '../privacy/seal.ts';
import { caseEvents, caseMessages, cases, type MessageRole } from '../schema/case.ts';
import { letterCases, letters } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import type { Tx } from './db.ts';
import { eventRows } from './event-marks.ts';

/** The sealed part of a case: who asked, and what they said that matters. */
export interface CasePerson {
  readonly requester: { readonly address: string; readonly name: string } | null;
  readonly quotes: readonly { readonly kind: string; readonly quote: string }[];
  readonly entities: Entities;
  /** The sentence that carries each fact. Empty where a case was opened before these were kept. */
  readonly evidence: readonly FactEvidence[];
  readonly openingMessageId: string | null;
  readonly references: readonly string[];
  /** Addresses the customer has with us, as the directory or a colleague gave them: the only ones a code may go to. */
  readonly addressesOnFile: readonly string[];
  /** The customer's number in the directory; null: not looked up, or not known. */
  readonly customerId: string | null;
  /** Accounts (IBAN, without blanks) that the customer named for a refund; gone when the case ends. */
  readonly payout: readonly string[];
}

export interface LoadedCase {
  readonly state: Case;
  readonly person: CasePerson;
  readonly requesterIndex: Uint8Array | null;
}

/** Somebody else wrote the case first: load it again and decide again. */
export class CaseMoved extends Error {}

/** What every change of a case may change in its row. */
export function caseColumns(state: Case) {
  return {
    kind: state.kind,
    status: state.status,
    language: state.language,
    receivedAt: state.receivedAt,
    policyOn: state.dates.policyOn,
    legalOn: state.dates.legalOn,
    dueOn: state.dates.dueOn,
    actByOn: state.dates.actByOn,
    warnOn: state.dates.warnOn,
    escalateOn: state.dates.escalateOn,
    policyHash: state.policyHash,
    version: state.version,
    state,
    closedAt: 'closedAt' in state ? state.closedAt : null,
  };
}

/** Writes what changed, if the case still stands at `version`; throws `CaseMoved` otherwise. */
export async function updateCase(tx: Tx, subKeys: SubKeys, version: number, state: Case, events: readonly CaseEvent[]): Promise<void> {
  const written = await tx
    .update(cases)
    .set(caseColumns(state))
    .where(and(eq(cases.id, state.id), eq(cases.version, version)))
    .returning({ id: cases.id });
  if (written.length === 0) throw new CaseMoved();
  await tx
    .insert(caseEvents)
    .values(eventRows(subKeys, state.id, version, events))
    .execute();
}

/** By whom a case is found, once staff confirmed it: before the case's own row changes, since a confirmed requester stays. */
export async function setRequester(tx: Tx, caseId: string, requesterIndex: Uint8Array): Promise<void> {
  await tx.update(cases).set({ requesterIndex }).where(eq(cases.id, caseId)).execute();
}

export async function joinMessage(tx: Tx, caseId: string, messageId: string, role: MessageRole): Promise<void> {
  await tx.insert(caseMessages).values({ caseId, messageId, role }).onConflictDoNothing();
}

/** Cases by id, in no order. */
export async function loadCases(tx: Tx, subKeys: SubKeys, ids: readonly string[]): Promise<readonly LoadedCase[]> {
  if (ids.length === 0) return [];
  const found = await tx
    .select({ state: cases.state, person: cases.person, requesterIndex: cases.requesterIndex, wrapped: dataKeys.wrapped })
    .from(cases)
    .leftJoin(dataKeys, eq(dataKeys.id, cases.keyId))
    .where(inArray(cases.id, [...ids]));
  return found.map((row) => ({
    state: row.state,
    requesterIndex: row.requesterIndex,
    person: openPerson(row.person, row.wrapped, subKeys),
  }));
}

const erased: CasePerson = {
  requester: null,
  quotes: [],
  entities: { phoneNumbers: [], orderNumber: null, serviceDate: null, accountEmail: null, changes: [] },
  evidence: [],
  openingMessageId: null,
  references: [],
  addressesOnFile: [],
  customerId: null,
  payout: [],
};

function openPerson(sealed: Uint8Array | null, wrapped: Uint8Array | null, subKeys: SubKeys): CasePerson {
  if (sealed === null || wrapped === null) return erased;
  // What later versions keep besides is empty in a case that was opened before.
  return { ...erased, ...unsealJson<CasePerson>(sealed, openKey(subKeys, wrapped)) };
}

/** What a case is about; null: there is none of that reference. */
export async function kindOf(tx: Tx, reference: string): Promise<CaseKind | null> {
  const [row] = await tx.select({ kind: cases.kind }).from(cases).where(eq(cases.reference, reference));
  return row?.kind ?? null;
}

export async function loadCase(tx: Tx, subKeys: SubKeys, reference: string): Promise<LoadedCase | null> {
  const [row] = await tx.select({ id: cases.id }).from(cases).where(eq(cases.reference, reference));
  if (row === undefined) return null;
  return (await loadCases(tx, subKeys, [row.id]))[0] ?? null;
}

/** Kinds of the other cases that the same message opened. */
export async function kindsOfMessage(tx: Tx, openingMessageId: string, except: string): Promise<readonly CaseKind[]> {
  const found = await tx.select({ id: cases.id, kind: cases.kind }).from(cases).where(eq(cases.openingMessageId, openingMessageId));
  return found.filter((one) => one.id !== except).map((one) => one.kind);
}

/** What threading must know of a case. */
export interface CaseHead {
  readonly id: string;
  readonly kind: CaseKind;
  readonly open: boolean;
  readonly requesterIndex: Uint8Array | null;
}

const head = { id: cases.id, kind: cases.kind, closedAt: cases.closedAt, requesterIndex: cases.requesterIndex };

function toHead(row: { id: string; kind: CaseKind; closedAt: string | null; requesterIndex: Uint8Array | null }): CaseHead {
  return { id: row.id, kind: row.kind, open: row.closedAt === null, requesterIndex: row.requesterIndex };
}

export async function headsByReference(tx: Tx, references: readonly string[]): Promise<readonly CaseHead[]> {
  if (references.length === 0) return [];
  return (
    await tx
      .select(head)
      .from(cases)
      .where(inArray(cases.reference, [...references]))
  ).map(toHead);
}

export async function headsByLetter(tx: Tx, letterIds: readonly string[]): Promise<readonly CaseHead[]> {
  if (letterIds.length === 0) return [];
  const found = await tx
    .selectDistinct(head)
    .from(cases)
    .innerJoin(letterCases, eq(letterCases.caseId, cases.id))
    .where(inArray(letterCases.letterId, [...letterIds]));
  return found.map(toHead);
}

/** What lists show of a case. */
export interface CaseRow {
  readonly state: Case;
  readonly requester: string | null;
  readonly messageIds: readonly string[];
}

export interface CaseFilter {
  readonly open?: boolean;
  readonly status?: CaseStatus;
  readonly kind?: CaseKind;
  readonly requesterIndex?: Uint8Array;
  /** Whether demands of public bodies are among them; absent: yes. */
  readonly demands?: boolean;
}

/** Cases by act-by date, the most urgent first. */
export async function listCases(tx: Tx, subKeys: SubKeys, filter: CaseFilter): Promise<readonly CaseRow[]> {
  const found = await tx
    .select({ id: cases.id, state: cases.state, person: cases.person, wrapped: dataKeys.wrapped })
    .from(cases)
    .leftJoin(dataKeys, eq(dataKeys.id, cases.keyId))
    .where(
      and(
        filter.open === undefined ? undefined : filter.open ? isNull(cases.closedAt) : sql`${cases.closedAt} is not null`,
        filter.status === undefined ? undefined : eq(cases.status, filter.status),
        filter.kind === undefined ? undefined : eq(cases.kind, filter.kind),
        filter.demands === false ? notInArray(cases.kind, [...confidentialKinds]) : undefined,
        filter.requesterIndex === undefined ? undefined : eq(cases.requesterIndex, filter.requesterIndex),
      ),
    )
    .orderBy(cases.actByOn, cases.reference);
  const links =
    found.length === 0
      ? []
      : await tx
          .select()
          .from(caseMessages)
          .where(
            inArray(
              caseMessages.caseId,
              found.map((row) => row.id),
            ),
          );
  return found.map((row) => ({
    state: row.state,
    requester: openPerson(row.person, row.wrapped, subKeys).requester?.address ?? null,
    messageIds: links.filter((link) => link.caseId === row.id).map((link) => link.messageId),
  }));
}

export async function listEvents(tx: Tx, caseId: string): Promise<readonly { version: number; at: string; data: CaseEvent }[]> {
  return tx
    .select({ version: caseEvents.version, at: caseEvents.at, data: caseEvents.data })
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(caseEvents.version);
}

export async function listCaseMessages(tx: Tx, caseId: string): Promise<readonly { messageId: string; role: string }[]> {
  return tx
    .select({ messageId: caseMessages.messageId, role: caseMessages.role })
    .from(caseMessages)
    .where(eq(caseMessages.caseId, caseId));
}

/** References of cases by id, for showing links. */
export async function referencesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ id: cases.id, reference: cases.reference })
    .from(cases)
    .where(inArray(cases.id, [...ids]));
  return new Map(found.map((row) => [row.id, row.reference]));
}

/** Status of the newest letter of a case that waits for approval or is leaving; null when there is none. */
export async function newestLetterStatus(tx: Tx, letterId: string): Promise<string | null> {
  const [row] = await tx
    .select({ status: letters.status })
    .from(letters)
    .where(eq(letters.id, letterId))
    .orderBy(desc(letters.writtenAt))
    .limit(1);
  return row?.status ?? null;
}
