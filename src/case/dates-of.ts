import type { CaseDates, CaseFacts, Pause } from './case.ts';
import { computeDates } from './due-date.ts';
import { isPrivacyKind } from './kind.ts';
import type { HolidayTable, Policy } from './policy.ts';

/** What decides the dates of a case that exists. */
type DatedFacts = Pick<CaseFacts, 'kind' | 'receivedAt' | 'basis' | 'extended' | 'pauses' | 'demand'>;

/**
 * The dates of a case as it stands on `today`: those of its kind and receipt, moved by an extension, by the term a public body's
 * order itself gives, and by pauses. A pause
 * that lasts counts up to today. One that its kind does not allow, because it was taken for another then, counts for nothing.
 */
export function datesOf(current: DatedFacts, policy: Policy, holidays: HolidayTable, today: Temporal.PlainDate): CaseDates {
  const { kind, receivedAt, basis, extended } = current;
  const pauses = current.pauses.filter(({ because }) => (because === 'clarification' ? kind === 'copy' : isPrivacyKind(kind)));
  const accepted = pauses.filter((pause) => pause.acceptedBy !== null);
  const paused = { days: daysOf(pauses, today), acceptedDays: daysOf(accepted, today) };
  return computeDates({ kind, receivedAt, ...basis, extended, paused, setTerm: current.demand?.term ?? null }, policy, holidays);
}

/** Calendar days: from the day a pause begins to the day it ends, that one not counted. */
export function daysOf(pauses: readonly Pause[], today: Temporal.PlainDate): number {
  return pauses.reduce((sum, { sinceOn, untilOn }) => {
    const since = Temporal.PlainDate.from(sinceOn);
    const until = untilOn === null ? today : Temporal.PlainDate.from(untilOn);
    return sum + Math.max(0, since.until(until).days);
  }, 0);
}

/** The pause that lasts, or null. */
export function openPause({ pauses }: Pick<CaseFacts, 'pauses'>): Pause | null {
  return pauses.find((pause) => pause.untilOn === null) ?? null;
}
