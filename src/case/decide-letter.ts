import { type Case, type Draft, isClosed, type OpenCase } from './case.ts';
import { completionAsked, pauseEnded } from './consequence.ts';
import { datesOf } from './dates-of.ts';
import {
  type Decision,
  type DecisionContext,
  draftRequested,
  gateContext,
  happened,
  leaving,
  letterOf,
  refused,
  todayOf,
  voided,
  type Wish,
} from './decision.ts';
import type { CaseEvent } from './event.ts';
import { evolveAll } from './evolve.ts';
import { gate } from './gate.ts';
import { closes, isConfidential } from './kind.ts';
import * as refusal from './refusal.ts';
import { neverAcknowledged } from './refusal-demand.ts';
import { approvalsFor } from './requirements.ts';

export function requestLetter({ letterKind, by }: Wish<'request-letter'>, current: OpenCase, context: DecisionContext): Decision {
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  const shut = gate(letterKind, current, gateContext(context));
  if (shut !== null) return refused(shut);
  const letter = letterOf(current);
  return happened(...(letter === null ? [] : [voided(letter, 'edited', by)]), draftRequested(letterKind, by));
}

/** A draft of another letter, or the same letter with other content, takes the place of the one that waits. */
export function recordDraft(command: Wish<'record-draft'>, current: OpenCase, context: DecisionContext): Decision {
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  const { letterId, letterKind, hash, codeDigest, editedBy } = command;
  const shut = gate(letterKind, current, gateContext(context));
  if (shut !== null) return refused(shut);
  const before = letterOf(current);
  if (before?.letterId === letterId && before.hash === hash) return happened();
  const approvalsNeeded = approvalsFor(letterKind, current, context.policy);
  const prepared: CaseEvent[] = [];
  if (before !== null && before.letterId !== letterId) prepared.push(voided(before, 'edited', editedBy));
  prepared.push({ type: 'draft-prepared', letterId, letterKind, hash, approvalsNeeded, codeDigest, editedBy });
  if (approvalsNeeded === 0) prepared.push({ type: 'letter-released', letterId, hash });
  return happened(...prepared);
}

/** Nothing leaves by an edit alone: the editor counts as one person, and somebody still has to approve. */
export function approve(command: Wish<'approve'>, current: OpenCase, context: DecisionContext): Decision {
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  if (current.status !== 'awaiting-approval') return refused(refusal.noDraft());
  const { draft } = current;
  const shut = gate(draft.letterKind, current, gateContext(context));
  if (shut !== null) return refused(shut);
  const { letterId, hash, by } = command;
  if (draft.letterId !== letterId || draft.hash !== hash) return refused(refusal.draftChanged());
  if (draft.approvalsNeeded < approvalsFor(draft.letterKind, current, context.policy)) return refused(refusal.draftOutdated());
  const people = new Set([...draft.approvals, ...(draft.editedBy === null ? [] : [draft.editedBy]), by]);
  const enough = people.size >= draft.approvalsNeeded;
  if (draft.approvals.includes(by) || (draft.editedBy === by && !enough)) return refused(refusal.alreadyApproved());
  const approved: CaseEvent = { type: 'draft-approved', letterId, hash, by };
  return enough ? happened(approved, { type: 'letter-released', letterId, hash }) : happened(approved);
}

export function reject(command: Wish<'reject'>, current: OpenCase): Decision {
  const draft = waiting(command.letterId, current);
  return 'code' in draft ? refused(draft) : happened({ type: 'draft-rejected', letterId: draft.letterId, by: command.by });
}

export function sendBack(command: Wish<'send-back'>, current: OpenCase, context: DecisionContext): Decision {
  const draft = waiting(command.letterId, current);
  return 'code' in draft ? refused(draft) : happened(...redrafted(draft, 'sent-back', command.by, [], current, context));
}

/** The draft that waits for approval, if it is this one. */
function waiting(letterId: string, current: OpenCase) {
  if (leaving(current)) return refusal.letterOnItsWay();
  if (current.status !== 'awaiting-approval') return refusal.noDraft();
  return current.draft.letterId === letterId ? current.draft : refusal.draftChanged();
}

/** The approved letter has not left yet: it is stopped, and its text waits for approval anew. */
export function undoApproval({ letterOnItsWay, by }: Wish<'undo-approval'>, current: OpenCase, context: DecisionContext): Decision {
  const letter = letterOf(current);
  if (!leaving(current) || letter === null) return refused(refusal.noDraft());
  return letterOnItsWay ? refused(refusal.undoTooLate()) : happened(...redrafted(letter, 'undone', by, [], current, context));
}

/**
 * The letter is void, and the same one is written anew if it may still be: after `already`, which happened first.
 */
export function redrafted(
  letter: Draft,
  because: 'new-message' | 'sent-back' | 'undone',
  by: string | null,
  already: readonly CaseEvent[],
  current: OpenCase,
  context: DecisionContext,
): readonly CaseEvent[] {
  const events = [voided(letter, because, by), ...already];
  const again = gate(letter.letterKind, evolveAll(current, events), gateContext(context)) === null;
  return again ? [...events, draftRequested(letter.letterKind, by)] : events;
}

export function sendAcknowledgement({ letterId, by }: Wish<'send-acknowledgement'>, current: OpenCase): Decision {
  if (!current.intakeConfirmed) return refused(refusal.intakeUnconfirmed());
  if (isConfidential(current.kind)) return refused(neverAcknowledged());
  if (!current.attention.includes('acknowledgement-withheld')) return refused(refusal.nothingWithheld());
  return happened({ type: 'acknowledgement-released', letterId, by });
}

/** What became of a letter. Only the one that was released can move its case, by what it is and not by what it is called. */
export function settleLetter(command: Wish<'settle-letter'>, current: Case, context: DecisionContext): Decision {
  if (command.letterKind === 'acknowledgement' || command.letterKind === 'download-code') return happened(outcomeOf(command, context));
  if (isClosed(current)) return refused(refusal.caseClosed());
  if (current.status !== 'in-progress' || current.leaving?.letterId !== command.letterId) return refused(refusal.noDraft());
  const { leaving: letter } = current;
  const outcome = outcomeOf({ ...command, letterKind: letter.letterKind }, context);
  if (command.outcome !== 'accepted') return happened(outcome);
  const status = closes(letter.letterKind);
  if (status === null) return happened(outcome, ...consequences(letter, outcome, current, context));
  // A hold that came while it was on its way: what was said stays on record, and a person decides what is to be done.
  if (gate(letter.letterKind, current, gateContext(context)) !== null) return happened(outcome);
  const closed: CaseEvent = { type: 'case-closed', status, by: null, at: context.now };
  return happened(outcome, ...pauseEnded('any', null, current, context), closed);
}

function outcomeOf({ letterId, letterKind, outcome }: Wish<'settle-letter'>, context: DecisionContext): CaseEvent {
  if (outcome === 'accepted') return { type: 'letter-accepted', letterId, letterKind, at: context.now };
  return { type: outcome === 'refused' ? 'letter-refused' : 'letter-outcome-unknown', letterId, letterKind };
}

/** What an accepted letter that leaves the case open brings about. */
function consequences(letter: Draft, accepted: CaseEvent, current: OpenCase, context: DecisionContext): readonly CaseEvent[] {
  const today = todayOf(context);
  switch (letter.letterKind) {
    case 'identity-request': {
      const { days, tries } = context.policy.identityCode;
      const wanted = letter.codeDigest !== null && current.identity.verified === null;
      return wanted
        ? [{ type: 'identity-asked', digest: letter.codeDigest, untilOn: today.add({ days }).toString(), tries }]
        : completionAfter(accepted, current);
    }
    case 'clarification':
      return [{ type: 'clarification-asked', on: today.toString() }];
    case 'extension': {
      const late = gate('extension', current, gateContext(context)) !== null;
      if (late) return [{ type: 'extension-too-late' }, ...completionAfter(accepted, current)];
      const dates = datesOf({ ...current, extended: true }, context.policy, context.holidays, today);
      return [{ type: 'term-extended', dates, on: today.toString() }, ...completionAfter(accepted, current)];
    }
    default:
      return completionAfter(accepted, current);
  }
}

/** What was ready to be completed, and only waited for the other letter to be gone. */
function completionAfter(accepted: CaseEvent, current: OpenCase): readonly CaseEvent[] {
  return current.askedOn === null ? completionAsked(null, current, [accepted]) : [];
}

/** A message that came in while the letter was being sent could not stop it then; now that it did not leave, it does. */
export function retryLetter({ letterId }: Wish<'retry-letter'>, current: OpenCase, context: DecisionContext): Decision {
  const letter = letterOf(current);
  if (!leaving(current) || letter?.letterId !== letterId) return refused(refusal.noDraft());
  if (current.attention.includes('message-after-release')) return happened(...redrafted(letter, 'new-message', null, [], current, context));
  if (gate(letter.letterKind, current, gateContext(context)) === null) return happened();
  const stopped = voided(letter, 'case-changed');
  return happened(stopped, ...completionAsked(null, current, [stopped]));
}
