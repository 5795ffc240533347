import { addWorkingDays, firstWorkingDayOnOrAfter, isWorkingDay, lastWorkingDayOnOrBefore, subtractWorkingDays } from './calendar.ts';
import type { CaseDates, Why } from './case.ts';
import type { Demand } from './demand.ts';
import * as derivation from './derivation.ts';
import type { CaseKind } from './kind.ts';
import type { Day, HolidayTable, Instant, Policy, Term } from './policy.ts';
import { refundWindow } from './refund-window.ts';
import { termSet } from './term-set.ts';

export interface DueDateFacts {
  readonly kind: CaseKind;
  /** When the message reached the mailbox (the server's time). */
  readonly receivedAt: Instant;
  /** The day the cancelled service was provided; null when unknown or of no account. */
  readonly serviceDate: Day | null;
  /** When the customer sent it; only the refund window is judged by it. */
  readonly sentAt: Instant | null;
  /** The legal term was extended (art. 12(3)); absent: not. */
  readonly extended?: boolean;
  /** The last day that a public body's order itself gives; absent or null: nobody has read it there yet. */
  readonly setTerm?: Demand['term'];
  /** Calendar days for which the term stood still: all of them, and those a manager accepted. Absent: none. */
  readonly paused?: { readonly days: number; readonly acceptedDays: number };
}

/**
 * Every date of a case, with its derivation in words. Pure: the same facts, policy and holidays give the same dates.
 * Sources: Regulation (EEC, Euratom) 1182/71 art. 3; GDPR art. 12(3); Directive 2011/83/EU art. 13; docs/due-dates.md.
 * @param holidays must cover the year of receipt, the one before and the one after
 * @throws RangeError when an instant or day is not ISO 8601, or the policy's time zone is unknown
 */
export function computeDates(facts: DueDateFacts, policy: Policy, holidays: HolidayTable): CaseDates {
  const received = Temporal.Instant.from(facts.receivedAt).toZonedDateTimeISO(policy.timeZone);
  const receivedOn = received.toPlainDate();
  const { promise, legal } = policy.kinds[facts.kind];

  const promised = promise === null ? null : endOf(promise, 'promise', received, holidays);
  const extended = facts.extended ?? false;
  const given = extended ? endOf(policy.extension, 'extension', received, holidays) : endOf(legal, 'legal-term', received, holidays);
  const lawful = facts.kind === 'authority' && facts.setTerm ? bySetTerm(given, facts.setTerm) : given;
  const unpausedOn = promised === null || extended ? lawful.on : earlier(promised.on, lawful.on);
  const paused = facts.paused ?? { days: 0, acceptedDays: 0 };
  const dueOn = unpausedOn.add({ days: paused.acceptedDays });
  const pausedDueOn = paused.days === 0 ? null : unpausedOn.add({ days: paused.days });
  const actByOn = notBefore(receivedOn, lastWorkingDayOnOrBefore(dueOn, holidays));
  const pair = warningPair(receivedOn, dueOn, policy);
  const warnOn = notBefore(receivedOn, subtractWorkingDays(dueOn, pair.warn, holidays));
  const escalateOn = notBefore(receivedOn, subtractWorkingDays(dueOn, pair.escalate, holidays));
  const window = facts.kind === 'refund' ? refundWindow(facts, policy, holidays) : null;

  return {
    policyOn: promised?.on.toString() ?? null,
    legalOn: lawful.on.toString(),
    dueOn: dueOn.toString(),
    actByOn: actByOn.toString(),
    warnOn: warnOn.toString(),
    escalateOn: escalateOn.toString(),
    pausedDueOn: pausedDueOn?.toString() ?? null,
    refundWindowEndsOn: window?.endsOn?.toString() ?? null,
    why: [
      derivation.receipt(received, legal),
      ...(facts.kind === 'undetermined' ? [derivation.kindUnknown()] : []),
      ...(promised?.why ?? []),
      ...lawful.why,
      ...(extended ? [derivation.promiseStays(promised?.on ?? null, lawful.on)] : [derivation.choice(promised?.on ?? null, lawful.on)]),
      ...(pausedDueOn === null ? [] : [derivation.pause(paused, dueOn, pausedDueOn)]),
      derivation.actBy(dueOn, actByOn, holidays),
      derivation.warnings(warnOn, escalateOn, pair),
      ...(window?.why ?? []),
    ],
  };
}

interface End {
  readonly on: Temporal.PlainDate;
  readonly why: readonly Why[];
}

/** The order's own day takes the place of ours, sooner or later; the steps that led to ours stay to be seen. */
function bySetTerm(given: End, { on, by }: NonNullable<Demand['term']>): End {
  const day = Temporal.PlainDate.from(on);
  return { on: day, why: [...given.why, termSet(day, by)] };
}

/** Where a term ends, and how it came there. */
function endOf(term: Term, rule: 'promise' | 'legal-term' | 'extension', received: Temporal.ZonedDateTime, holidays: HolidayTable): End {
  const receivedOn = received.toPlainDate();
  const on = unrolledEnd(term, received, holidays);
  const why: Why[] = [derivation.term(rule, term, received, on)];
  if (term.unit === 'months' && on.day !== receivedOn.day) why.push(derivation.clamp(receivedOn.day, on));
  if (!term.rolls || isWorkingDay(on, holidays)) return { on, why };
  const rolled = firstWorkingDayOnOrAfter(on, holidays);
  return { on: rolled, why: [...why, derivation.rollOver(on, rolled, holidays)] };
}

/** The last day before any roll-over. The day of receipt is not counted (art. 3(1)); hours run from the moment itself. */
function unrolledEnd(term: Term, received: Temporal.ZonedDateTime, holidays: HolidayTable): Temporal.PlainDate {
  const receivedOn = received.toPlainDate();
  switch (term.unit) {
    case 'calendar-days':
      return receivedOn.add({ days: term.count });
    case 'months':
      // 'constrain' takes the last day of a month in which the date does not exist: art. 3(2)(c).
      return receivedOn.add({ months: term.count }, { overflow: 'constrain' });
    case 'working-days':
      return addWorkingDays(receivedOn, term.count, holidays);
    case 'hours':
      return received.add({ hours: term.count }).toPlainDate();
    default:
      return term.unit satisfies never;
  }
}

function warningPair(receivedOn: Temporal.PlainDate, dueOn: Temporal.PlainDate, policy: Policy): derivation.WarningPair {
  const { warnings } = policy;
  return receivedOn.until(dueOn).days <= warnings.shortTermDays
    ? { warn: warnings.shortWarnWorkingDays, escalate: warnings.shortEscalateWorkingDays }
    : { warn: warnings.warnWorkingDays, escalate: warnings.escalateWorkingDays };
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}

/** A term in hours that ends in a weekend has no working day left: act on the day of receipt rather than on one gone by. */
function notBefore(receivedOn: Temporal.PlainDate, day: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(day, receivedOn) < 0 ? receivedOn : day;
}
