import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/event.ts';
import type { SubKeys } from '../privacy/seal.ts';
import type { SearchKey } from '../privacy/search-key.ts';
import { endAlarm, raiseAlarm } from '../store/alarms.ts';
import { insertApproval } from '../store/approvals.ts';
import { CaseMoved, type CasePerson, joinMessage, type LoadedCase, setRequester, updateCase } from '../store/cases.ts';
import type { Db, Tx } from '../store/db.ts';
import { insertDownload, type NewDownload } from '../store/downloads.ts';
import { eventRows } from '../store/event-marks.ts';
import { insertNew, type NewCase } from '../store/insert-new.ts';
import type { NewKey } from '../store/keys.ts';
import { type NewLetter, releaseLetter, useReview, voidLetter } from '../store/letters.ts';
import type { TriageResult } from '../store/messages.ts';
import { insertNote } from '../store/notes.ts';
import { type Settlement, settleLetters } from '../store/outgoing.ts';
import { updatePerson } from '../store/persons.ts';
import { keepsPayout } from './payout.ts';

/** A case as it was loaded (or is being opened) and as it will be. */
export interface CaseWork {
  /** Version in the database; 0 for a case being opened. */
  readonly version: number;
  readonly state: Case;
  readonly events: readonly CaseEvent[];
  readonly person: CasePerson;
  readonly requesterIndex: Uint8Array | null;
  /** Data key of a case being opened. */
  readonly key: NewKey | null;
  /** What a case being opened will be found by. */
  readonly searchKeys?: readonly SearchKey[];
}

/** Everything one decision changes: gathered outside, written in one transaction, all or nothing. */
export interface Work {
  readonly cases: Map<string, CaseWork>;
  readonly letters: NewLetter[];
  readonly voids: { readonly letterId: string; readonly mustStop: boolean }[];
  readonly approvals: { readonly letterId: string; readonly hash: string; readonly staffId: string }[];
  readonly releases: { readonly letterId: string; readonly raw: Uint8Array; readonly key: Uint8Array; readonly at: string }[];
  readonly joins: { readonly caseId: string; readonly messageId: string; readonly role: 'follow-up' | 'report' | 'outside' }[];
  readonly settlements: Settlement[];
  /** Sealed when written. */
  readonly notes: { readonly caseId: string; readonly by: string; readonly text: string }[];
  /** The sealed part of a case, as it will be. */
  readonly persons: { readonly caseId: string; readonly person: CasePerson }[];
  readonly downloads: NewDownload[];
  /** Who asks, where staff have just confirmed it. */
  readonly identified: { readonly caseId: string; readonly requesterIndex: Uint8Array }[];
  /** What the second channel is to tell: a code and a reference, nothing personal. */
  readonly alarms: {
    readonly code: 'authority' | 'authority-waiting';
    readonly about: string;
    readonly at: string;
    readonly over: boolean;
  }[];
  readonly usedReviews: { readonly reviewLetterId: string; readonly at: string }[];
  triage: { readonly result: TriageResult; readonly worker: string } | null;
}

export function beginWork(): Work {
  return {
    cases: new Map(),
    letters: [],
    voids: [],
    approvals: [],
    releases: [],
    joins: [],
    settlements: [],
    notes: [],
    persons: [],
    downloads: [],
    identified: [],
    alarms: [],
    usedReviews: [],
    triage: null,
  };
}

export function addLoaded(work: Work, loaded: LoadedCase): void {
  if (work.cases.has(loaded.state.id)) return;
  work.cases.set(loaded.state.id, { ...loaded, version: loaded.state.version, events: [], key: null });
}

/** Another worker took the message, or the letter could no longer be stopped, or a token was used: decide again. */
export class WorkOvertaken extends Error {}

/** Transaction 2. Throws `CaseMoved` or `WorkOvertaken` when somebody was quicker; nothing is written then. */
export async function commitWork(db: Db, work: Work, subKeys: SubKeys): Promise<void> {
  forgetPayouts(work);
  if (!changesOld(work)) return writeNew(db.query, work, subKeys);
  await db.transaction(async (tx) => {
    await writeCases(tx, work, subKeys);
    await writeNew(tx, work, subKeys);
    await writeChanges(tx, work, subKeys);
  });
}

/** Whatever ended a case, or showed that it is about no refund: nobody needs the account any more. */
function forgetPayouts(work: Work): void {
  for (const [caseId, one] of [...work.cases]) {
    if (one.person.payout.length === 0 || keepsPayout(one.state)) continue;
    const person = { ...one.person, payout: [] };
    work.cases.set(caseId, { ...one, person });
    // A case being opened is written with it; of several writings the last one stays.
    if (one.key === null) work.persons.push({ caseId, person });
  }
}

/** Whether more is written than rows that did not exist: most messages only open cases, or nothing at all. */
function changesOld(work: Work): boolean {
  const { joins, notes, persons, downloads, voids, approvals, releases, settlements, alarms, usedReviews } = work;
  return (
    [joins, notes, persons, downloads, voids, approvals, releases, settlements, alarms, usedReviews].some((list) => list.length > 0) ||
    changedCases(work).length > 0
  );
}

function changedCases(work: Work): readonly CaseWork[] {
  return [...work.cases.values()].filter((one) => one.key === null && one.events.length > 0);
}

/** The cases that are being opened, as they are written. */
export function openedIn({ cases }: Work, subKeys: SubKeys): readonly NewCase[] {
  return [...cases.values()].flatMap((one) =>
    one.key === null ? [] : [{ ...one, key: one.key, events: eventRows(subKeys, one.state.id, 0, one.events) }],
  );
}

async function writeNew(tx: Tx, work: Work, subKeys: SubKeys): Promise<void> {
  const { triage, letters } = work;
  const opened = openedIn(work, subKeys);
  if (triage === null && opened.length === 0 && letters.length === 0) return;
  if (!(await insertNew(tx, { triage, cases: opened, letters }))) throw new WorkOvertaken();
}

/**
 * First of all, and in one order: whoever changes the same case waits here, before either holds anything the other wants.
 * A letter about a case holds its row too.
 */
async function writeCases(tx: Tx, work: Work, subKeys: SubKeys): Promise<void> {
  for (const one of work.identified) await setRequester(tx, one.caseId, one.requesterIndex);
  const changed = [...changedCases(work)].sort((one, other) => (one.state.id < other.state.id ? -1 : 1));
  for (const one of changed) await updateCase(tx, subKeys, one.version, one.state, one.events);
}

async function writeChanges(tx: Tx, work: Work, subKeys: SubKeys): Promise<void> {
  for (const one of work.usedReviews) if (!(await useReview(tx, one.reviewLetterId, one.at))) throw new WorkOvertaken();
  for (const one of work.joins) await joinMessage(tx, one.caseId, one.messageId, one.role);
  for (const one of work.notes) await insertNote(tx, subKeys, one.caseId, one.by, one.text);
  for (const one of work.persons) await updatePerson(tx, subKeys, one.caseId, one.person);
  await writeAlarms(tx, work);
  for (const one of work.downloads) await insertDownload(tx, one);
  for (const one of work.voids) if (!(await voidLetter(tx, one.letterId)) && one.mustStop) throw new WorkOvertaken();
  for (const one of work.approvals) await insertApproval(tx, subKeys, one);
  for (const one of work.releases) if (!(await releaseLetter(tx, one.letterId, one.raw, one.key, one.at))) throw new WorkOvertaken();
  if (work.settlements.length > 0) {
    const written = await settleLetters(tx, work.settlements);
    if (work.settlements.some((one) => !written.has(one.id))) throw new WorkOvertaken();
  }
}

/** What the second channel is to be told, or that it is over. */
export async function writeAlarms(tx: Tx, { alarms }: Pick<Work, 'alarms'>): Promise<void> {
  for (const { code, about, at, over } of alarms) await (over ? endAlarm : raiseAlarm)(tx, code, about, at);
}

/** Whether the same decision should simply be taken again on fresh rows. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof CaseMoved || error instanceof WorkOvertaken;
}
