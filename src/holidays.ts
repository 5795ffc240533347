/**
 * Door of date-holidays: the public holidays of a country, with the policy's overrides, as a table of days.
 * Never decides what a holiday does to a date (src/case/calendar.ts does), and never reads the time.
 * Holidays that take part of a day are left out: they leave a working day. A country it does not know is an ExpectedError.
 * The data of date-holidays are CC BY-SA 3.0.
 */
import Holidays from 'date-holidays';
import type { Bilingual, Day, Holiday, HolidayTable } from './case/policy.ts';
import { ExpectedError } from './errors.ts';

/** A day the policy adds, renames or (`holiday: false`) takes out. `rule`: `MM-DD`, `YYYY-MM-DD`, `easter` or `easter -2`. */
export type HolidayOverride =
  | { readonly rule: string; readonly holiday: true; readonly ours: boolean; readonly name: Bilingual; readonly source: string }
  | { readonly rule: string; readonly holiday: false; readonly source: string };

export interface HolidayRules {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly overrides: readonly HolidayOverride[];
}

/** Days off of one year under one set of rules: date-holidays is slow (milliseconds), and asked again for every case. */
const years = new Map<string, readonly Holiday[]>();

/**
 * The holidays of the years `fromYear` to `toYear`, both included, in order. Besides public holidays it holds the days that are
 * working days for us and not for a customer (`ours: false`): those of the policy, and bridge days.
 * @throws ExpectedError `policy-invalid` for a country or rule that date-holidays does not know
 */
export function holidayTable(rules: HolidayRules, fromYear: number, toYear: number): HolidayTable {
  // One year more at both ends, so that 31 December can be the bridge to 1 January.
  const daysOff: Holiday[] = [];
  for (let year = fromYear - 1; year <= toYear + 1; year += 1) daysOff.push(...daysOffIn(year, rules));
  const within = ({ on }: Holiday) => yearOf(on) >= fromYear && yearOf(on) <= toYear;
  return [...daysOff, ...bridgeDays(daysOff)].filter(within).sort((one, other) => (one.on < other.on ? -1 : 1));
}

function daysOffIn(year: number, rules: HolidayRules): readonly Holiday[] {
  const key = JSON.stringify([rules, year]);
  const known = years.get(key) ?? computeDaysOff(year, rules);
  years.set(key, known);
  return known;
}

function computeDaysOff(year: number, { country, overrides }: HolidayRules): readonly Holiday[] {
  const byDay = new Map<Day, Holiday>();
  for (const holiday of publicHolidays(country, year)) byDay.set(holiday.on, merged(byDay.get(holiday.on), holiday));
  for (const override of overrides) {
    for (const on of daysOfRule(override.rule, year)) {
      if (!override.holiday) byDay.delete(on);
      else if (override.ours || byDay.get(on)?.ours !== true) byDay.set(on, { on, name: override.name, ours: override.ours });
    }
  }
  return [...byDay.values()];
}

/** Two holidays on one day (Ascension Day on 5 May 2016) are one day off with both names. */
function merged(before: Holiday | undefined, { on, name, ours }: Holiday): Holiday {
  if (before === undefined) return { on, name, ours };
  return { on, ours, name: { nl: `${before.name.nl} / ${name.nl}`, en: `${before.name.en} / ${name.en}` } };
}

function publicHolidays(country: string, year: number): Holiday[] {
  const calendar = new Holidays(country, { types: ['public'] });
  if (calendar.getRules().length === 0) throw invalid(`holidays.country: "${country}" is not a country date-holidays knows`);
  const english = calendar.getHolidays(year, 'en');
  return calendar.getHolidays(year, 'nl').flatMap((holiday, index) => {
    const name = { nl: holiday.name, en: english[index]?.name ?? holiday.name };
    return wholeDays(holiday).map((on): Holiday => ({ on, name, ours: true }));
  });
}

function daysOfRule(rule: string, year: number): Day[] {
  const calendar = new Holidays();
  if (!calendar.setHoliday(rule, { name: { en: rule }, type: 'public' })) throw invalid(`holidays.overrides: "${rule}" is not a rule`);
  return calendar.getHolidays(year).flatMap(wholeDays);
}

/** The days a holiday takes whole. `date` begins with the local day and time at which it starts. */
function wholeDays({ date, start, end }: { date: string; start: Date; end: Date }): Day[] {
  if (date.slice(11, 19) !== '00:00:00') return [];
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const count = Math.round((end.getTime() - start.getTime()) / 86_400_000);
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}

/** A working day alone between one of our holidays and a weekend: the Friday after Ascension Day, the Monday before 5 May 2026. */
function bridgeDays(daysOff: readonly Holiday[]): Holiday[] {
  const taken = new Set(daysOff.map(({ on }) => on));
  const bridges: Holiday[] = [];
  for (const holiday of daysOff) {
    if (!holiday.ours) continue;
    const day = Temporal.PlainDate.from(holiday.on);
    const bridge = day.dayOfWeek === 4 ? day.add({ days: 1 }) : day.dayOfWeek === 2 ? day.subtract({ days: 1 }) : null;
    if (bridge === null || taken.has(bridge.toString())) continue;
    const { name } = holiday;
    bridges.push({ on: bridge.toString(), name: { nl: `brugdag bij ${name.nl}`, en: `bridge day next to ${name.en}` }, ours: false });
  }
  return bridges;
}

function yearOf(on: Day): number {
  return Number(on.slice(0, 4));
}

function invalid(message: string): ExpectedError {
  return new ExpectedError('policy-invalid', message, { retry: 'never' });
}
