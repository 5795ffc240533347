import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/event.ts';
import type { SubKeys } from '../privacy/seal.ts';
import { CaseMoved, type CasePerson, insertCase, joinMessage, type LoadedCase, updateCase } from '../store/cases.ts';
import type { Tx } from '../store/db.ts';
import type { NewKey } from '../store/keys.ts';
import {
  insertApproval,
  insertLetter,
  type NewLetter,
  releaseLetter,
  type Settlement,
  settleLetters,
  useReview,
  voidLetter,
} from '../store/letters.ts';
import { finishTriage, type TriageResult } from '../store/messages.ts';
import { insertNote } from '../store/notes.ts';

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
}

/** Everything one decision changes: gathered outside, written in one transaction, all or nothing. */
export interface Work {
  readonly cases: Map<string, CaseWork>;
  readonly letters: NewLetter[];
  readonly voids: { readonly letterId: string; readonly mustStop: boolean }[];
  readonly approvals: { readonly letterId: string; readonly hash: string; readonly staffId: string }[];
  readonly releases: { readonly letterId: string; readonly raw: Uint8Array; readonly key: Uint8Array; readonly at: string }[];
  readonly joins: { readonly caseId: string; readonly messageId: string; readonly role: 'follow-up' | 'report' }[];
  readonly settlements: Settlement[];
  /** Sealed when written. */
  readonly notes: { readonly caseId: string; readonly by: string; readonly text: string }[];
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
export async function writeWork(tx: Tx, work: Work, subKeys: SubKeys): Promise<void> {
  if (work.triage !== null && !(await finishTriage(tx, work.triage.result, work.triage.worker))) throw new WorkOvertaken();
  for (const one of work.usedReviews) if (!(await useReview(tx, one.reviewLetterId, one.at))) throw new WorkOvertaken();
  for (const one of work.cases.values()) {
    if (one.events.length === 0) continue;
    if (one.key !== null) await insertCase(tx, one.state, one.events, one.person, one.requesterIndex, one.key);
    else await updateCase(tx, one.version, one.state, one.events);
  }
  for (const one of work.joins) await joinMessage(tx, one.caseId, one.messageId, one.role);
  for (const one of work.notes) await insertNote(tx, subKeys, one.caseId, one.by, one.text);
  for (const one of work.voids) if (!(await voidLetter(tx, one.letterId)) && one.mustStop) throw new WorkOvertaken();
  for (const letter of work.letters) await insertLetter(tx, letter);
  for (const one of work.approvals) await insertApproval(tx, one.letterId, one.hash, one.staffId);
  for (const one of work.releases) if (!(await releaseLetter(tx, one.letterId, one.raw, one.key, one.at))) throw new WorkOvertaken();
  if (work.settlements.length > 0) {
    const written = await settleLetters(tx, work.settlements);
    if (work.settlements.some((one) => !written.has(one.id))) throw new WorkOvertaken();
  }
}

/** Whether the same decision should simply be taken again on fresh rows. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof CaseMoved || error instanceof WorkOvertaken;
}
