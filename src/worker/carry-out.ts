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
import { react } from '../case/react.ts';
import { loadLetter } from '../store/letters.ts';
import { type Context, policyOf } from './context.ts';
import { type Completion, writeCompletionNotice } from './customer-letters.ts';
import { writeReviewRequest } from './staff-letters.ts';
import type { Work } from './work.ts';
import { composeRaw } from './write-letter.ts';

export interface Extras {
  /** Staff's words and files for the next completion notice; absent: those of the draft it replaces. */
  readonly completion?: Completion;
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
  const decision = decide(command, current.state, { policy: policyOf(context, current.state.policyHash), holidays: context.holidays });
  if ('refusal' in decision) return decision.refusal;
  noteApprovals(work, decision.events);
  const after = applyEvents(work, caseId, decision.events);
  for (const effect of react(decision.events, [after])) await follow(context, work, effect, command, decision.events, extras);
  return null;
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
      // Only opening a case asks for it, and `triage` writes that letter: it alone knows whether it is withheld.
      return;
    case 'draft':
      return draft(context, work, effect.caseId, events, extras);
    case 'ask-review':
      return askReview(context, work, effect.caseId, effect.letterId, effect.hash);
    case 'release':
      return release(context, work, effect.letterId);
    case 'void':
      work.voids.push({ letterId: effect.letterId, mustStop: command.type === 'join-message' });
      return;
    default:
      return effect satisfies never;
  }
}

async function draft(context: Context, work: Work, caseId: string, events: readonly CaseEvent[], extras: Extras): Promise<void> {
  const { state, person } = caseIn(work, caseId);
  const completion = extras.completion ?? (await formerCompletion(context, events));
  const letter = await writeCompletionNotice(context, state, person, completion);
  if (letter === null) return;
  work.letters.push(letter);
  const refusal = await carryOut(context, work, caseId, {
    type: 'record-draft',
    letterId: letter.id,
    letterKind: 'completion-notice',
    hash: letter.hash,
    editedBy: null,
  });
  if (refusal !== null) throw new Error(`a draft could not be recorded: ${refusal.code}`);
}

/** What the voided draft carried of staff's own, so that a new message does not lose their words. */
async function formerCompletion(context: Context, events: readonly CaseEvent[]): Promise<Completion> {
  const voided = events.find((event) => event.type === 'draft-voided');
  const former = voided === undefined ? null : await loadLetter(context.db.query, context.subKeys, voided.letterId);
  return { done: former?.content.done ?? null, attachments: former?.content.attachments ?? [] };
}

async function askReview(context: Context, work: Work, caseId: string, letterId: string, hash: string): Promise<void> {
  const { state } = caseIn(work, caseId);
  const letter = work.letters.find((one) => one.id === letterId);
  if (letter === undefined) throw new Error('a review was asked for a draft that is not in this work');
  const subject = { letterId, kind: letter.kind, hash, content: letter.content, given: 0 };
  for (const member of context.people.filter((one) => one.isStaff))
    work.letters.push(await writeReviewRequest(context, member, state, subject));
}

async function release(context: Context, work: Work, letterId: string): Promise<void> {
  const now = context.clock.now();
  const fresh = work.letters.find((one) => one.id === letterId);
  if (fresh !== undefined) {
    const raw = await composeRaw(context, fresh, fresh.content, now);
    work.letters.splice(work.letters.indexOf(fresh), 1, { ...fresh, status: 'queued', raw, nextAttemptAt: now.toString() });
    return;
  }
  const stored = await loadLetter(context.db.query, context.subKeys, letterId);
  if (stored === null) throw new Error('an approved letter has no content');
  const raw = await composeRaw(context, stored.row, stored.content, now);
  work.releases.push({ letterId, raw, key: stored.key, at: now.toString() });
}
