import type { Holiday, HolidayTable } from './policy.ts';

/**
 * Whose working days are counted. `ours`: our own duty, which public holidays alone interrupt (earlier end).
 * `customer`: the customer's window, which Good Friday and bridge days interrupt too (later end).
 */
export type WorkingCalendar = 'ours' | 'customer';

/** Saturday or Sunday. */
export function isWeekend(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek >= 6;
}

/** The calendar row that makes `day` a day off, or null. */
export function holidayOn(day: Temporal.PlainDate, holidays: HolidayTable, whose: WorkingCalendar = 'ours'): Holiday | null {
  const on = day.toString();
  return holidays.find((holiday) => holiday.on === on && (holiday.ours || whose === 'customer')) ?? null;
}

export function isWorkingDay(day: Temporal.PlainDate, holidays: HolidayTable, whose: WorkingCalendar = 'ours'): boolean {
  return !isWeekend(day) && holidayOn(day, holidays, whose) === null;
}

/** `day` itself when it is a working day, else the nearest one before it. */
export function lastWorkingDayOnOrBefore(day: Temporal.PlainDate, holidays: HolidayTable): Temporal.PlainDate {
  let candidate = day;
  while (!isWorkingDay(candidate, holidays)) candidate = candidate.subtract({ days: 1 });
  return candidate;
}

/** `day` itself when it is a working day, else the nearest one after it. */
export function firstWorkingDayOnOrAfter(day: Temporal.PlainDate, holidays: HolidayTable): Temporal.PlainDate {
  let candidate = day;
  while (!isWorkingDay(candidate, holidays)) candidate = candidate.add({ days: 1 });
  return candidate;
}

/** The `count`th working day after `day`; `day` itself is not counted. */
export function addWorkingDays(
  day: Temporal.PlainDate,
  count: number,
  holidays: HolidayTable,
  whose: WorkingCalendar = 'ours',
): Temporal.PlainDate {
  return stepWorkingDays(day, count, 1, holidays, whose);
}

/** The `count`th working day before `day`; `day` itself is not counted. */
export function subtractWorkingDays(day: Temporal.PlainDate, count: number, holidays: HolidayTable): Temporal.PlainDate {
  return stepWorkingDays(day, count, -1, holidays, 'ours');
}

function stepWorkingDays(
  day: Temporal.PlainDate,
  count: number,
  direction: 1 | -1,
  holidays: HolidayTable,
  whose: WorkingCalendar,
): Temporal.PlainDate {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = reached.add({ days: direction });
    if (isWorkingDay(reached, holidays, whose)) left -= 1;
  }
  return reached;
}
