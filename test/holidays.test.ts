import { describe, expect, it } from 'vitest';
import { type HolidayRules, holidayTable } from '../src/holidays.ts';
import { holidayRules as rules } from './case/fixtures.ts';
import { dayNumber, dayText, handWrittenHolidays } from './case/independent-dates.ts';

function daysOf(table: ReturnType<typeof holidayTable>, ours: boolean): string[] {
  return table.filter((holiday) => holiday.ours === ours).map((holiday) => holiday.on);
}

function within(days: Set<number>, from: string, to: string): string[] {
  return [...days]
    .sort((one, other) => one - other)
    .filter((day) => day >= dayNumber(from) && day <= dayNumber(to))
    .map(dayText);
}

describe('the Dutch holidays', () => {
  it('of 2025 to 2030 are those written by hand, ours and the customer’s', () => {
    const table = holidayTable(rules, 2025, 2030);
    expect(daysOf(table, true)).toEqual(within(handWrittenHolidays.ours, '2025-01-01', '2030-12-31'));
    expect(daysOf(table, false)).toEqual(within(handWrittenHolidays.customersOnly, '2025-01-01', '2030-12-31'));
  });

  it('of 2026 by name, in both languages', () => {
    expect(holidayTable(rules, 2026, 2026).map(({ on, name, ours }) => [on, name.nl, name.en, ours])).toEqual([
      ['2026-01-01', 'Nieuwjaar', "New Year's Day", true],
      ['2026-01-02', 'brugdag bij Nieuwjaar', "bridge day next to New Year's Day", false],
      ['2026-04-03', 'Goede Vrijdag', 'Good Friday', false],
      ['2026-04-05', 'Pasen', 'Easter Sunday', true],
      ['2026-04-06', 'Tweede paasdag', 'Easter Monday', true],
      ['2026-04-27', 'Koningsdag', "King's Day", true],
      ['2026-05-04', 'brugdag bij Bevrijdingsdag', 'bridge day next to Liberation Day', false],
      ['2026-05-05', 'Bevrijdingsdag', 'Liberation Day', true],
      ['2026-05-14', 'Hemelvaartsdag', 'Ascension Day', true],
      ['2026-05-15', 'brugdag bij Hemelvaartsdag', 'bridge day next to Ascension Day', false],
      ['2026-05-24', 'Pinksteren', 'Pentecost', true],
      ['2026-05-25', 'Tweede pinksterdag', 'Whit Monday', true],
      ['2026-12-25', 'Kerstmis', 'Christmas Day', true],
      ['2026-12-26', 'Tweede kerstdag', 'Boxing Day', true],
    ]);
  });

  it('hold King’s Day on 26 April when the 27th is a Sunday, and 5 May every year', () => {
    expect(daysOf(holidayTable(rules, 2025, 2025), true)).toContain('2025-04-26');
    expect(daysOf(holidayTable(rules, 2025, 2025), true)).not.toContain('2025-04-27');
    for (let year = 2025; year <= 2035; year += 1) expect(daysOf(holidayTable(rules, year, year), true)).toContain(`${year}-05-05`);
  });

  it('bridge the end of one year to the first day of the next', () => {
    // 1 January 2030 is a Tuesday.
    expect(daysOf(holidayTable(rules, 2029, 2029), false)).toContain('2029-12-31');
  });

  it('are the same however wide the table is asked for', () => {
    const wide = holidayTable(rules, 2024, 2031);
    expect(wide.filter(({ on }) => on.startsWith('2027'))).toEqual(holidayTable(rules, 2027, 2027));
  });
});

describe('overrides', () => {
  const name = { nl: 'Sluitingsdag', en: 'Closing day' };

  it('add one day, rename one, and take one out', () => {
    const changed: HolidayRules = {
      country: 'NL',
      overrides: [
        { rule: '2026-08-14', holiday: true, ours: true, name, source: 'own' },
        { rule: '04-27', holiday: false, source: 'own' },
        { rule: '12-26', holiday: true, ours: true, name, source: 'own' },
      ],
    };
    const table = holidayTable(changed, 2026, 2026);
    expect(table.find(({ on }) => on === '2026-08-14')).toEqual({ on: '2026-08-14', name, ours: true });
    expect(table.find(({ on }) => on === '2026-04-27')).toBeUndefined();
    expect(table.filter(({ on }) => on === '2026-12-26')).toEqual([{ on: '2026-12-26', name, ours: true }]);
    expect(holidayTable(changed, 2027, 2027).some(({ on }) => on.endsWith('08-14'))).toBe(false);
  });

  it('cannot make a public holiday a working day of ours by calling it the customer’s', () => {
    const changed: HolidayRules = { country: 'DE', overrides: [{ rule: 'easter -2', holiday: true, ours: false, name, source: 'own' }] };
    expect(holidayTable(changed, 2026, 2026).find(({ on }) => on === '2026-04-03')?.ours).toBe(true);
  });

  it('of a country nobody knows are refused with a line that names it', () => {
    expect(() => holidayTable({ country: 'XX', overrides: [] }, 2026, 2026)).toThrow(
      expect.objectContaining({ code: 'policy-invalid', retry: 'never' }),
    );
  });
});
