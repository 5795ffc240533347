/**
 * A moment as mail programs write it above an older message: "donderdag 12 november 2026 10:12", "Nov 12, 2026, 9:05 PM",
 * "12.11.2026 10:12", "Thu, 12 Nov 2026 10:12:00 +0100"; in Dutch, English, German and French. Only ever a proposal for a
 * person to confirm: anyone can type such a line. Null when it cannot be read, or could be read in two ways.
 */

const longestDate = 120;
const usableYears = { from: 2000, to: 2099 } as const;

const months: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'januari', 'january', 'januar', 'jänner', 'janv', 'janvier'],
    ['feb', 'februari', 'february', 'februar', 'févr', 'fév', 'février', 'fevrier'],
    ['mrt', 'maart', 'mar', 'march', 'märz', 'mär', 'mars'],
    ['apr', 'april', 'avr', 'avril'],
    ['mei', 'may', 'mai'],
    ['jun', 'juni', 'june', 'juin'],
    ['jul', 'juli', 'july', 'juil', 'juillet'],
    ['aug', 'augustus', 'august', 'août', 'aout'],
    ['sep', 'sept', 'september', 'septembre'],
    ['okt', 'oktober', 'oct', 'october', 'octobre'],
    ['nov', 'november', 'novembre'],
    ['dec', 'december', 'dez', 'dezember', 'déc', 'décembre', 'decembre'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * @param timeZone in which a moment without an offset is meant
 * @param monthFirst whether 11/12/2026 may mean 12 November, as an American program writes it: then it is not guessed
 */
export function readWrittenDate(written: string, timeZone: string, monthFirst: boolean): Temporal.Instant | null {
  const text = written.slice(0, longestDate).normalize('NFC').toLowerCase();
  const day = isoDay(text) ?? namedDay(text) ?? numericDay(text, monthFirst);
  if (day === null || day.year < usableYears.from || day.year > usableYears.to) return null;
  try {
    const local = Temporal.PlainDateTime.from({ ...day, ...timeOf(text) }, { overflow: 'reject' });
    return local.toZonedDateTime(offsetOf(text) ?? timeZone).toInstant();
  } catch {
    return null;
  }
}

function isoDay(text: string): Day | null {
  const [, year, month, day] = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text) ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

/** A month by its name, with the day before it or, as Americans write, behind it. */
function namedDay(text: string): Day | null {
  const words = text.split(/[^\p{L}\d:]+/u).filter((word) => word !== '');
  const at = words.findIndex((word) => months.has(word));
  const month = months.get(words[at] ?? '');
  if (month === undefined) return null;
  const [before, after, next] = [words[at - 1], words[at + 1], words[at + 2]].map(numberOf);
  if (isDay(before) && isYear(after)) return { year: after, month, day: before };
  return isDay(after) && isYear(next) ? { year: next, month, day: after } : null;
}

/** "12", "1st", "1er", "3e"; NaN for what is no number. */
function numberOf(word: string | undefined): number {
  const [, digits] = /^(\d{1,4})(?:st|nd|rd|th|er|e)?$/.exec(word ?? '') ?? [];
  return Number(digits ?? Number.NaN);
}

function isDay(number: number | undefined): number is number {
  return number !== undefined && number >= 1 && number <= 31;
}

function isYear(number: number | undefined): number is number {
  return number !== undefined && number >= usableYears.from && number <= usableYears.to;
}

function numericDay(text: string, monthFirst: boolean): Day | null {
  const [, first, separator, second, year] = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text) ?? [];
  if (first === undefined) return null;
  const [one, two] = [Number(first), Number(second)];
  const isAmerican = two > 12;
  // 11/12 by a program that may be American: a guess could be a month off.
  if (monthFirst && separator === '/' && !isAmerican && one <= 12 && one !== two) return null;
  return { year: Number(year), month: isAmerican ? one : two, day: isAmerican ? two : one };
}

function timeOf(text: string): { readonly hour: number; readonly minute: number; readonly second: number } {
  const [, hours, minutes, seconds, half] =
    /(?<![\d+:-])(\d{1,2})(?::|\s?h\s?|u)(\d{2})(?::(\d{2}))?(?:\s{0,2}([ap])\.?\s?m\b)?/.exec(text) ?? [];
  const hour = Number(hours ?? 0);
  const moved = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return { hour: moved, minute: Number(minutes ?? 0), second: Number(seconds ?? 0) };
}

/** `+01:00` of an offset ("+0100", "UTC+1"), or of UTC by name; null: none is written. */
function offsetOf(text: string): string | null {
  const [, sign, hours, minutes] = /(?<=\s|gmt|utc)([+-])(\d{2}):?(\d{2})(?!\d)/.exec(text) ?? [];
  if (sign !== undefined) return `${sign}${hours}:${minutes}`;
  const [name, direction, number] = /\b(?:utc|gmt)(?:\s?([+-])(\d{1,2}))?(?!\d)/.exec(text) ?? [];
  if (direction !== undefined) return `${direction}${number?.padStart(2, '0')}:00`;
  return name !== undefined || /\d{2}z(?![\p{L}\d])/u.test(text) ? '+00:00' : null;
}
