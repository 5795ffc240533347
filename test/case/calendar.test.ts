import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  subtractWorkingDays,
} from '../../src/case/calendar.ts';
import type { HolidayTable } from '../../src/case/policy.ts';

const name = { nl: 'vrij', en: 'off' };
/** Easter 2026, with the Friday a day off for customers only. */
const holidays: HolidayTable = [
  { on: '2026-04-03', name, ours: false },
  { on: '2026-04-05', name, ours: true },
  { on: '2026-04-06', name, ours: true },
];

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

describe('working days', () => {
  it('are not Saturdays, Sundays or holidays; Good Friday is one for us and not for a customer', () => {
    expect(isWorkingDay(day('2026-04-03'), holidays)).toBe(true);
    expect(isWorkingDay(day('2026-04-03'), holidays, 'customer')).toBe(false);
    expect(isWorkingDay(day('2026-04-04'), holidays)).toBe(false);
    expect(isWorkingDay(day('2026-04-06'), holidays)).toBe(false);
    expect(isWorkingDay(day('2026-04-07'), holidays)).toBe(true);
  });

  it('leave a working day where it is and go over a whole run of days off', () => {
    expect(lastWorkingDayOnOrBefore(day('2026-04-07'), holidays).toString()).toBe('2026-04-07');
    expect(lastWorkingDayOnOrBefore(day('2026-04-06'), holidays).toString()).toBe('2026-04-03');
    expect(firstWorkingDayOnOrAfter(day('2026-04-03'), holidays).toString()).toBe('2026-04-03');
    expect(firstWorkingDayOnOrAfter(day('2026-04-04'), holidays).toString()).toBe('2026-04-07');
  });

  it('are counted from the day after, or before, the first', () => {
    expect(addWorkingDays(day('2026-04-02'), 2, holidays).toString()).toBe('2026-04-07');
    expect(addWorkingDays(day('2026-04-02'), 2, holidays, 'customer').toString()).toBe('2026-04-08');
    expect(addWorkingDays(day('2026-04-04'), 0, holidays).toString()).toBe('2026-04-04');
    expect(subtractWorkingDays(day('2026-04-07'), 1, holidays).toString()).toBe('2026-04-03');
    expect(subtractWorkingDays(day('2026-04-05'), 2, holidays).toString()).toBe('2026-04-02');
  });
});
