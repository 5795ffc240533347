// A second calculation of the due dates, by other means: day numbers from Date.UTC, Easter by the computus of
// Meeus, Jones and Butcher, holidays written by hand. It shares no line with src/.

export const kinds = ['change', 'deletion', 'copy', 'refund', 'objection', 'undetermined', 'authority'] as const;

const dayLength = 86_400_000;

export function dayNumber(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / dayLength;
}

export function dayText(number: number): string {
  return new Date(number * dayLength).toISOString().slice(0, 10);
}

function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / dayLength;
}

function weekday(number: number): number {
  return new Date(number * dayLength).getUTCDay();
}

const ours = new Set<number>();
const customersOnly = new Set<number>();
for (let year = 2024; year <= 2031; year += 1) {
  const sunday = easter(year);
  for (const offset of [0, 1, 39, 49, 50]) ours.add(sunday + offset);
  const kingsDay = dayNumber(`${year}-04-27`);
  ours.add(weekday(kingsDay) === 0 ? kingsDay - 1 : kingsDay);
  for (const fixed of ['01-01', '05-05', '12-25', '12-26']) ours.add(dayNumber(`${year}-${fixed}`));
  customersOnly.add(sunday - 2);
}
for (const number of ours) {
  if (weekday(number) === 4 && !ours.has(number + 1)) customersOnly.add(number + 1);
  if (weekday(number) === 2 && !ours.has(number - 1)) customersOnly.add(number - 1);
}

export const handWrittenHolidays = { ours, customersOnly };

function works(number: number): boolean {
  return weekday(number) !== 0 && weekday(number) !== 6 && !ours.has(number);
}

function monthsLater(text: string, months: number): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const lastOfThat = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  let end = Date.UTC(year, month - 1 + months, Math.min(day, lastOfThat)) / dayLength;
  while (!works(end)) end += 1;
  return end;
}

function workingDaysBefore(number: number, count: number): number {
  let at = number;
  for (let left = count; left > 0; left -= works(at) ? 1 : 0) at -= 1;
  return at;
}

export interface Turns {
  readonly extended?: boolean;
  /** Calendar days the term stood still, and how many of those a manager accepted. */
  readonly paused?: number;
  readonly accepted?: number;
}

/** What the dates of a case received at noon on that day must be. */
export function expectedDates(kind: (typeof kinds)[number], received: string, { extended = false, paused = 0, accepted = 0 }: Turns = {}) {
  const first = dayNumber(received);
  const promised = kind === 'change' || kind === 'deletion' || kind === 'undetermined' ? first + 30 : null;
  const month = monthsLater(received, extended ? 3 : 1);
  const legal = kind === 'refund' ? first + 14 : kind === 'authority' ? first : month;
  const running = promised !== null && !extended && promised < legal ? promised : legal;
  const due = running + accepted;
  let actBy = due;
  while (actBy > first && !works(actBy)) actBy -= 1;
  const short = due - first <= 14;
  return {
    policyOn: promised === null ? null : dayText(promised),
    legalOn: dayText(legal),
    dueOn: dayText(due),
    actByOn: dayText(actBy),
    warnOn: dayText(Math.max(first, workingDaysBefore(due, short ? 4 : 7))),
    escalateOn: dayText(Math.max(first, workingDaysBefore(due, short ? 1 : 2))),
    pausedDueOn: paused === 0 ? null : dayText(running + paused),
  };
}

/** The last day of a window of two working days, as a customer counts them. */
export function expectedWindow(serviceDay: string): string {
  let at = dayNumber(serviceDay);
  for (let left = 2; left > 0; left -= works(at) && !customersOnly.has(at) ? 1 : 0) at += 1;
  return dayText(at);
}
