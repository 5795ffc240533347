import { type Case, type ClosedCase, isClosed, type OpenCase } from './case.ts';
import { completionAsked, datesChanged, overtaken, pauseEnded } from './consequence.ts';
import { openPause } from './dates-of.ts';
import {
  type Decision,
  type DecisionContext,
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
import type { Day } from './policy.ts';
import * as refusal from './refusal.ts';

/**
 * A day began: everything about dates that has to be said aloud is said, once. Days are ISO 8601 and compare as text.
 * A case that somebody forgot cannot pass its due date in silence.
 */
export function beginDay({ on }: Wish<'begin-day'>, current: OpenCase, context: DecisionContext): Decision {
  const moved = openPause(current) === null ? [] : datesChanged('pause', current, [], context);
  const { dates, alarms, identity, hold, attention } = evolveAll(current, moved);
  const events: CaseEvent[] = [...moved];
  if (on > dates.dueOn) {
    if (!alarms.overdue) events.push({ type: 'due-passed', on });
  } else if (on >= dates.escalateOn) {
    if (!alarms.escalated) events.push({ type: 'due-escalated', on });
  } else if (on >= dates.warnOn && !alarms.warned) events.push({ type: 'due-warned', on });
  if (dates.policyOn !== null && on > dates.policyOn && !alarms.promisePassed) events.push({ type: 'promise-passed', on });
  if (identity.challenge !== null && on > identity.challenge.untilOn) events.push({ type: 'identity-code-ended', because: 'expired' });
  events.push(...holdReview(on, { hold, attention }));
  return happened(...events, ...overtaken(null, current, events, context));
}

/** Of a closed case only a legal hold still has a day: as long as it lasts, what the case holds stays. */
export function beginDayAfter({ on }: Wish<'begin-day'>, current: ClosedCase): Decision {
  return happened(...holdReview(on, current));
}

function holdReview(on: Day, { hold, attention }: Pick<Case, 'hold' | 'attention'>): readonly CaseEvent[] {
  return hold !== null && on >= hold.reviewOn && !attention.includes('hold-review-due') ? [{ type: 'hold-review-due' }] : [];
}

/** Holidays are live: the one thing that may move the dates of a case that is open. */
export function recomputeDates(current: OpenCase, context: DecisionContext): Decision {
  return happened(...datesChanged('holidays', current, [], context));
}

/** For identity on a reasonable doubt (art. 12(6)); for clarification only for a copy, once we asked (recital 63). */
export function pause({ because, by }: Wish<'pause'>, current: OpenCase, context: DecisionContext): Decision {
  if (openPause(current) !== null) return refused(refusal.alreadyPaused());
  const { identity, kind, askedOn } = current;
  if (because === 'identity-doubt' && (!identity.needed || identity.verified !== null)) return refused(refusal.pauseForIdentity());
  if (because === 'clarification' && (kind !== 'copy' || askedOn === null)) return refused(refusal.pauseForClarification());
  return happened({ type: 'pause-begun', because, on: todayOf(context).toString(), by });
}

export function resume({ by }: Wish<'resume'>, current: OpenCase, context: DecisionContext): Decision {
  return openPause(current) === null ? refused(refusal.notPaused()) : happened(...pauseEnded('any', by, current, context));
}

/** Until then alarms run as if the term did not stand still. */
export function acceptPause({ by }: Wish<'accept-pause'>, current: OpenCase, context: DecisionContext): Decision {
  if (!current.pauses.some((one) => one.acceptedBy === null)) return refused(refusal.notPaused());
  const accepted: CaseEvent = { type: 'pause-accepted', by };
  return happened(accepted, ...datesChanged('pause', current, [accepted], context));
}

/** Within the law and past our promise: a manager takes that on by name. */
export function acceptBreach({ by }: Wish<'accept-breach'>, current: OpenCase): Decision {
  const { dates, breachAcceptedBy } = current;
  const breached = dates.policyOn !== null && dates.policyOn < dates.dueOn;
  return breached && breachAcceptedBy === null ? happened({ type: 'breach-accepted', by }) : refused(refusal.noBreach());
}

/**
 * Stops a deletion at once, also one whose letter is approved and has not left (art. 17(3)(b), (e)). On a closed case it
 * keeps what the case holds from retention and erasure.
 */
export function placeHold(command: Wish<'place-hold'>, current: Case, context: DecisionContext): Decision {
  if (current.hold !== null) return refused(refusal.alreadyOnHold());
  const today = todayOf(context).toString();
  if (command.reviewOn <= today) return refused(refusal.reviewInPast());
  const placed: CaseEvent = { type: 'hold-placed', by: command.by, on: today, reviewOn: command.reviewOn };
  if (isClosed(current)) return happened(placed);
  const letter = letterOf(current);
  // Retry asks the same of a letter on its way that does not get there, and settling of one that does.
  const beyondReach = letter === null || (leaving(current) && command.letterOnItsWay);
  const shut = !beyondReach && gate(letter.letterKind, evolveAll(current, [placed]), gateContext(context)) !== null;
  return happened(placed, ...(shut ? [voided(letter, 'case-changed', command.by)] : []));
}

/** What was ready to be completed goes on. */
export function liftHold({ by }: Wish<'lift-hold'>, current: Case): Decision {
  if (current.hold === null) return refused(refusal.notOnHold());
  const lifted: CaseEvent = { type: 'hold-lifted', by };
  return happened(lifted, ...completionAsked(by, current, [lifted]));
}
