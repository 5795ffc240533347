import { type Case, type CaseDates, isClosed, type OpenCase, type Pause } from './case.ts';
import { datesOf, openPause } from './dates-of.ts';
import { type DecisionContext, draftRequested, gateContext, letterOf, todayOf, voided } from './decision.ts';
import type { CaseEvent } from './event.ts';
import { evolveAll } from './evolve.ts';
import { completionGate, gate } from './gate.ts';

// What follows by itself from what just happened. `happenedSo` are the events that come first in the same decision.

/** The event that moves the dates, when what happened moves them. */
export function datesChanged(
  because: 'holidays' | 'pause',
  current: OpenCase,
  happenedSo: readonly CaseEvent[],
  context: DecisionContext,
): readonly CaseEvent[] {
  const after = evolveAll(current, happenedSo);
  const today = todayOf(context);
  const dates = datesOf(after, context.policy, context.holidays, today);
  return sameDays(dates, after.dates) ? [] : [{ type: 'dates-changed', because, dates, on: today.toString() }];
}

function sameDays(one: CaseDates, other: CaseDates): boolean {
  const days = ({ why: _, ...rest }: CaseDates) => JSON.stringify(Object.entries(rest).sort());
  return days(one) === days(other);
}

/** A pause that lasts ends, whatever it is for, or when it is for this reason. */
export function pauseEnded(
  because: Pause['because'] | 'any',
  by: string | null,
  current: OpenCase,
  context: DecisionContext,
): readonly CaseEvent[] {
  const pause = openPause(current);
  if (pause === null || (because !== 'any' && pause.because !== because)) return [];
  // It counted up to today already.
  return [{ type: 'pause-ended', on: todayOf(context).toString(), by }, ...datesChanged('pause', current, [], context)];
}

/** The draft that waits is void when what happened shuts its gate: it could not be approved any more. */
export function overtaken(
  by: string | null,
  current: OpenCase,
  happenedSo: readonly CaseEvent[],
  context: DecisionContext,
): readonly CaseEvent[] {
  if (current.status !== 'awaiting-approval') return [];
  const shut = gate(current.draft.letterKind, evolveAll(current, happenedSo), gateContext(context)) !== null;
  return shut ? [voided(current.draft, 'case-changed', by)] : [];
}

/** The completion notice is asked for once nothing is left to be done and no other letter waits or leaves. */
export function completionAsked(by: string | null, current: Case, happenedSo: readonly CaseEvent[]): readonly CaseEvent[] {
  return readyToComplete(evolveAll(current, happenedSo)) && !readyToComplete(current) ? [draftRequested('completion-notice', by)] : [];
}

function readyToComplete(current: Case): boolean {
  return !isClosed(current) && current.intakeConfirmed && letterOf(current) === null && completionGate(current) === null;
}
