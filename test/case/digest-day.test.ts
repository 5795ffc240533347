// Which days have a digest, and which spans are summed up when.
import { describe, expect, it } from 'vitest';
import { cannotWait, isDigestDay, spanBefore, summariesDue } from '../../src/case/digest-day.ts';
import type { HolidayTable } from '../../src/case/policy.ts';

const day = (on: string) => Temporal.PlainDate.from(on);
const easterMonday = { on: '2026-04-06', name: { nl: 'Tweede paasdag', en: 'Easter Monday' }, ours: true };
const goodFriday = { on: '2026-04-03', name: { nl: 'Goede Vrijdag', en: 'Good Friday' }, ours: false };
const holidays: HolidayTable = [goodFriday, easterMonday];
const week = { days: [1, 2, 3, 4, 5] };

describe('a day of the digest', () => {
  it.each([
    ['2026-04-02', true],
    // A working day of ours, though not of our customers.
    ['2026-04-03', true],
    ['2026-04-04', false],
    ['2026-04-05', false],
    ['2026-04-06', false],
    ['2026-04-07', true],
  ])('%s: %s', (on, has) => expect(isDigestDay(day(on), week, holidays)).toBe(has));

  it('is one of the policy', () => {
    expect(isDigestDay(day('2026-04-02'), { days: [6] }, holidays)).toBe(false);
    expect(isDigestDay(day('2026-04-04'), { days: [6] }, holidays)).toBe(true);
  });
});

describe('what cannot wait', () => {
  const dates = (dueOn: string, actByOn = dueOn) => [{ dueOn, actByOn }];

  it('is what should have been acted on yesterday, and not what is for today', () => {
    expect(cannotWait(dates('2026-04-04', '2026-04-03'), day('2026-04-04'), week, holidays)).toBe(true);
    expect(cannotWait(dates('2026-04-07'), day('2026-04-04'), week, holidays)).toBe(false);
    expect(cannotWait([], day('2026-04-04'), week, holidays)).toBe(false);
  });

  it('is what is due before the next digest, over the weekend and its holidays', () => {
    // Only on Fridays: on Saturday the next is six days off.
    const fridays = { days: [5] };
    expect(cannotWait(dates('2026-04-09'), day('2026-04-04'), fridays, holidays)).toBe(true);
    expect(cannotWait(dates('2026-04-10'), day('2026-04-04'), fridays, holidays)).toBe(false);
    // Easter Monday has none either: the next is on Tuesday.
    expect(cannotWait(dates('2026-04-06'), day('2026-04-05'), week, holidays)).toBe(true);
    expect(cannotWait(dates('2026-04-07'), day('2026-04-05'), week, holidays)).toBe(false);
  });
});

describe('summaries', () => {
  const spans = (on: string, policy = { weekly: 1 as number | null, monthly: true }) =>
    summariesDue(day(on), policy, holidays).map(({ period, from, to }) => `${period} ${from} ${to}`);

  it('span the week from Monday to Sunday, and the month to its last day', () => {
    expect(spanBefore(day('2026-03-01'), 'week')).toEqual({ period: 'week', from: day('2026-02-16'), to: day('2026-02-22') });
    expect(spanBefore(day('2026-03-02'), 'week')).toEqual({ period: 'week', from: day('2026-02-23'), to: day('2026-03-01') });
    expect(spanBefore(day('2026-01-01'), 'month')).toEqual({ period: 'month', from: day('2025-12-01'), to: day('2025-12-31') });
    expect(spanBefore(day('2024-03-31'), 'month')).toEqual({ period: 'month', from: day('2024-02-01'), to: day('2024-02-29') });
  });

  it('are due from their day on, never on a day off, and not long after', () => {
    expect(spans('2026-03-02')).toEqual(['week 2026-02-23 2026-03-01', 'month 2026-02-01 2026-02-28']);
    expect(spans('2026-03-01')).toEqual([]);
    // Easter Monday passes both to Tuesday.
    expect(spans('2026-04-06')).toEqual([]);
    expect(spans('2026-04-07')).toEqual(['week 2026-03-30 2026-04-05', 'month 2026-03-01 2026-03-31']);
    expect(spans('2026-04-10')).toHaveLength(2);
    expect(spans('2026-04-13')).toEqual(['week 2026-04-06 2026-04-12']);
  });

  it('are those of the policy', () => {
    expect(spans('2026-03-10', { weekly: 3, monthly: false })).toEqual([]);
    expect(spans('2026-03-11', { weekly: 3, monthly: false })).toEqual(['week 2026-03-02 2026-03-08']);
    expect(spans('2026-03-02', { weekly: null, monthly: false })).toEqual([]);
  });
});
