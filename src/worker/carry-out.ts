/**
 * From a command to everything that follows: decide, evolve, react, and the letters that react asks for. Gathers it
 * all in `Work`; writes nothing, sends nothing. A refusal changes nothing.
 */
import type { Case } from '../case/case.ts';
import type { CaseCommand, Refusal } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import type { Effect } from '../case/effect.ts';
import type { CaseEvent } from '../case/event.ts';
import { evolve } from '../case/evolve.ts';
import { type CaseLetterKind, isConfidential } from '../case/kind.ts';
import { react } from '../case/react.ts';
import { loadCases } from '../store/cases.ts';
import { type Attachment, type LetterInput, loadLetter } from '../store/letters.ts';
import { acknowledgeConfirmed } from './acknowledge-confirmed.ts';
import { askStaff } from './ask-staff.ts';
import { acceptFiles } from './attachments.ts';
import { alertToDemand, noteDemandTaken } from './authority-alert.ts';
import { type Context, policyOf } from './context.ts';
import { type Draft, type Making, writeCaseLetter } from './customer-letters.ts';
import { writeDueAlerts } from './due-alert.ts';
import { handsOff } from './hands-off.ts';
import { addressForCode, changePerson, codeRefusal, noteAddressOnFile } from './identity-code.ts';
import { missingInput, noInput } from './letter-input.ts';
import { filesOf } from './prepare-download.ts';
import { findOnFile } from './recognise.ts';
import { reviewNow, writeReviewRequests } from './review.ts';
import { addLoaded, type CaseWork, type Work } from './work.ts';
import { composeRaw } from './write-letter.ts';

export interface Extras {
  /** What staff give for the letter they ask for; what is absent is as in the draft it replaces. */
  readonly input?: Partial<LetterInput>;
  readonly attachments?: readonly Attachment[];
}

/** Carries out a command on a case in `work`. */
export async function carryOut(
  context: Context,
  work: Work,
  caseId: string,
  command: CaseCommand,
  extras: Extras = {},
): Promise<Refusal | null> {
  const current = caseIn(work, caseId);
  const { kind } = current.state;
  const hands = handsOff(context.people, command, kind);
  if (hands !== null) return hands;
  const decision = decide(command, current.state, {
    policy: policyOf(context, current.state.policyHash),
    holidays: context.holidays,
    now: context.clock.now().toString(),
  });
  if ('refusal' in decision) return decision.refusal;
  const wish =
    command.type === 'request-letter' ? await checkWish(context, work, current, command.letterKind, decision.events, extras) : extras;
  if ('code' in wish) return wish;
  noteApprovals(work, decision.events);
  const after = applyEvents(work, caseId, decision.events);
  await tellLinked(context, work, after, decision.events);
  if (isConfidential(kind)) noteDemandTaken(context, work, after, decision.events);
  if (!isConfidential(kind) && isConfidential(after.kind)) await untie(context, work, current.state, decision.events);
  for (const effect of react(decision.events, [after])) await follow(context, work, effect, command, decision.events, wish);
  return null;
}

/** What staff give for a letter, its files as they may go; or why it cannot be written from that. */
async function checkWish(
  context: Context,
  work: Work,
  { state, person }: Pick<CaseWork, 'state' | 'person'>,
  letterKind: CaseLetterKind,
  events: readonly CaseEvent[],
  extras: Extras,
): Promise<Extras | Refusal> {
  const { input } = await makingOf(context, events, extras);
  const missing = missingInput(letterKind, input);
  if (missing !== null) return missing;
  if (letterKind === 'identity-request') {
    const known = input.to === null ? await findOnFile(context, state.id, person) : null;
    if (known !== null) changePerson(work, state.id, known);
    const refusal = await codeRefusal(context, input.to ?? addressForCode(known ?? person));
    if (refusal !== null) return refusal;
  }
  if (extras.attachments === undefined) return extras;
  const attachments = acceptFiles(context, state, letterKind, extras.attachments);
  return 'code' in attachments ? attachments : { ...extras, attachments };
}

/** A case that ends may be what another one of the same message waits for. */
async function tellLinked(context: Context, work: Work, { id, linked }: Case, events: readonly CaseEvent[]): Promise<void> {
  if (linked.length === 0 || !events.some((event) => event.type === 'case-closed')) return;
  for (const loaded of await loadCases(context.db.query, context.subKeys, linked)) {
    const waiting = (work.cases.get(loaded.state.id) ?? loaded).state;
    if (!waiting.waitsFor.includes(id)) continue;
    addLoaded(work, loaded);
    await carryOut(context, work, waiting.id, { type: 'note-earlier-ended', caseId: id });
  }
}

/** What turns out to be a demand is tied to no other case any more, from either side. */
async function untie(context: Context, work: Work, { id, linked }: Case, events: readonly CaseEvent[]): Promise<void> {
  const by = events.flatMap((event) => (event.type === 'kind-determined' ? [event.by] : []))[0];
  if (by === undefined || linked.length === 0) return;
  for (const loaded of await loadCases(context.db.query, context.subKeys, linked)) {
    const other = (work.cases.get(loaded.state.id) ?? loaded).state;
    if (!other.linked.includes(id)) continue;
    addLoaded(work, loaded);
    await carryOut(context, work, other.id, { type: 'unlink-case', caseId: id, by });
  }
}

/** Evolves a case in `work` by events already decided. */
export function applyEvents(work: Work, caseId: string, events: readonly CaseEvent[]): Case {
  const current = caseIn(work, caseId);
  const state = events.reduce<Case>((before, event) => evolve(before, event), current.state);
  work.cases.set(caseId, { ...current, state, events: [...current.events, ...events] });
  return state;
}

function caseIn(work: Work, caseId: string) {
  const found = work.cases.get(caseId);
  if (found === undefined) throw new Error('the case was not loaded into this work');
  return found;
}

function noteApprovals(work: Work, events: readonly CaseEvent[]): void {
  for (const event of events) {
    if (event.type === 'draft-approved') work.approvals.push({ letterId: event.letterId, hash: event.hash, staffId: event.by });
    if (event.type === 'draft-prepared' && event.editedBy !== null)
      work.approvals.push({ letterId: event.letterId, hash: event.hash, staffId: event.editedBy });
  }
}

async function follow(
  context: Context,
  work: Work,
  effect: Effect,
  command: CaseCommand,
  events: readonly CaseEvent[],
  extras: Extras,
): Promise<void> {
  switch (effect.type) {
    case 'acknowledge':
      // Opening a case asks for it too, and `triage` writes that letter: it alone knows whether it is withheld.
      if (command.type === 'confirm-intake') await acknowledgeConfirmed(context, work, effect.caseIds[0] ?? '');
      return;
    case 'draft':
      return draft(context, work, effect, await makingOf(context, events, extras));
    case 'ask-review':
      return askReview(context, work, effect.caseId, effect.letterId);
    case 'release':
      return release(context, work, effect.letterId, effect.undoable);
    case 'void':
      work.voids.push({ letterId: effect.letterId, mustStop: command.type !== 'retry-letter' });
      return;
    case 'alert':
      return writeDueAlerts(context, work, caseIn(work, effect.caseId).state, effect.level);
    case 'alert-to-demand':
      return alertToDemand(context, work, caseIn(work, effect.caseId).state);
    case 'ask-staff':
      return askStaff(context, work, caseIn(work, effect.caseId).state, effect.question);
    default:
      return effect satisfies never;
  }
}

/** Writes a draft and has the case record it. Without an address to write to there is none. */
async function draft(context: Context, work: Work, effect: Extract<Effect, { type: 'draft' }>, making: Making): Promise<void> {
  const { state, person } = caseIn(work, effect.caseId);
  const written = await writeCaseLetter(context, state, person, effect.letterKind, making);
  if (written === null) return;
  if (effect.letterKind === 'identity-request') noteAddressOnFile(context, work, state.id, making.input.to);
  const refusal = await recordDraft(context, work, state.id, effect.letterKind, written, null);
  if (refusal !== null) throw new Error(`a draft could not be recorded: ${refusal.code}`);
}

/** Puts a written draft into the work and tells the case. */
export async function recordDraft(
  context: Context,
  work: Work,
  caseId: string,
  letterKind: CaseLetterKind,
  { letter, codeDigest, download }: Draft,
  editedBy: string | null,
): Promise<Refusal | null> {
  work.letters.push(letter);
  if (download !== null) work.downloads.push(download);
  // Only an approver's edit counts as one of the approvals; a colleague's is still on record.
  const counts = context.people.some((one) => one.id === editedBy && one.isApprover);
  if (editedBy !== null && !counts) {
    const text = context.policy.languages.staff === 'nl' ? 'Heeft het concept herschreven.' : 'Rewrote the draft.';
    work.notes.push({ caseId, by: editedBy, text });
  }
  return carryOut(context, work, caseId, {
    type: 'record-draft',
    letterId: letter.id,
    letterKind,
    hash: letter.hash,
    codeDigest,
    editedBy: counts ? editedBy : null,
  });
}

/** What staff give now over what the voided draft of the same letter carried, so that a new message loses none of their words. */
async function makingOf(context: Context, events: readonly CaseEvent[], extras: Extras): Promise<Making> {
  const voided = events.find((event) => event.type === 'draft-voided');
  const requested = events.find((event) => event.type === 'draft-requested');
  const stored = voided === undefined ? null : await loadLetter(context.db.query, context.subKeys, voided.letterId);
  const former = stored !== null && stored.row.kind === requested?.letterKind ? stored.content : null;
  return {
    input: { ...noInput, ...former?.input, ...extras.input },
    attachments: extras.attachments ?? (stored === null ? [] : await filesOf(context, stored.row.id, former?.attachments ?? [])),
  };
}

async function askReview(context: Context, work: Work, caseId: string, letterId: string): Promise<void> {
  const { state, person } = caseIn(work, caseId);
  const letter = work.letters.find((one) => one.id === letterId);
  if (letter === undefined) throw new Error('a review was asked for a draft that is not in this work');
  if (!reviewNow(context, state)) return;
  work.letters.push(...(await writeReviewRequests(context, { state, person }, letter)));
}

/** What people approved waits a moment, so that they can take it back. */
async function release(context: Context, work: Work, letterId: string, undoable: boolean): Promise<void> {
  const now = context.clock.now();
  const at = (undoable ? now.add({ seconds: context.policy.undoSeconds }) : now).toString();
  const fresh = work.letters.find((one) => one.id === letterId);
  if (fresh !== undefined) {
    const raw = await composeRaw(context, fresh, fresh.content, now);
    work.letters.splice(work.letters.indexOf(fresh), 1, { ...fresh, status: 'queued', raw, nextAttemptAt: at });
    return;
  }
  const stored = await loadLetter(context.db.query, context.subKeys, letterId);
  if (stored === null) throw new Error('an approved letter has no content');
  const raw = await composeRaw(context, stored.row, stored.content, now);
  work.releases.push({ letterId, raw, key: stored.key, at });
}
