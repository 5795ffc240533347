import { holidayOn, isWorkingDay } from './calendar.ts';
import type { CaseDates } from './case.ts';
import type { DigestPolicy, HolidayTable } from './policy.ts';

/** Whether managers get a digest on this day whatever there is in it. */
export function isDigestDay(day: Temporal.PlainDate, { days }: Pick<DigestPolicy, 'days'>, holidays: HolidayTable): boolean {
  return days.includes(day.dayOfWeek) && holidayOn(day, holidays) === null;
}

/**
 * Whether a day without a digest needs one all the same: the last day to act on something has passed, or something is due
 * before the next digest comes.
 */
export function cannotWait(
  open: readonly Pick<CaseDates, 'dueOn' | 'actByOn'>[],
  day: Temporal.PlainDate,
  policy: Pick<DigestPolicy, 'days'>,
  holidays: HolidayTable,
): boolean {
  const [today, next] = [day.toString(), nextDigestDay(day, policy, holidays).toString()];
  return open.some(({ dueOn, actByOn }) => actByOn < today || dueOn < next);
}

function nextDigestDay(day: Temporal.PlainDate, policy: Pick<DigestPolicy, 'days'>, holidays: HolidayTable): Temporal.PlainDate {
  let candidate = day.add({ days: 1 });
  // A company may work on one weekday alone, and that may be a holiday for some weeks; never for as long as this.
  for (let left = 60; left > 0 && !isDigestDay(candidate, policy, holidays); left--) candidate = candidate.add({ days: 1 });
  return candidate;
}

/** The span a summary covers, its last day in it, and the name of its row: its first day. */
export interface SummarySpan {
  readonly period: 'week' | 'month';
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** The week or month before the one `day` is in. */
export function spanBefore(day: Temporal.PlainDate, period: SummarySpan['period']): SummarySpan {
  const first = period === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
  const from = period === 'week' ? first.subtract({ weeks: 1 }) : first.subtract({ months: 1 });
  return { period, from, to: first.subtract({ days: 1 }) };
}

/** How many days into a month its summary is still written, where nobody was there to do it on the first working day. */
const monthlyDays = 10;

/** The summaries that are to be there by this working day: of last week from the day of the policy on, of last month in its first days. */
export function summariesDue(
  day: Temporal.PlainDate,
  { weekly, monthly }: Pick<DigestPolicy, 'weekly' | 'monthly'>,
  holidays: HolidayTable,
): readonly SummarySpan[] {
  if (!isWorkingDay(day, holidays)) return [];
  return [
    ...(weekly !== null && day.dayOfWeek >= weekly ? [spanBefore(day, 'week')] : []),
    ...(monthly && day.day <= monthlyDays ? [spanBefore(day, 'month')] : []),
  ];
}
