import type { LetterLanguage } from '../case/kind.ts';
import type { Day, Instant } from '../case/policy.ts';

const locales: Readonly<Record<LetterLanguage, string>> = { nl: 'nl-NL', en: 'en-GB' };
type DayFormat = Readonly<Record<LetterLanguage, Intl.DateTimeFormat>>;
// Made once: making a formatter costs more than writing the rest of a letter.
const long = dayFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const short = dayFormat({ weekday: 'short', day: 'numeric', month: 'short' });

/** `maandag 30 november 2026`, `Monday 30 November 2026`. */
export function longDay(language: LetterLanguage, day: Day): string {
  return dayWords(long[language], day);
}

/** `ma 30 nov`, `Mon 30 Nov`. */
export function shortDay(language: LetterLanguage, day: Day): string {
  return dayWords(short[language], day);
}

/** An instant as people in the business time zone say it. */
interface Moment {
  readonly day: string;
  /** `14:05`. */
  readonly time: string;
  readonly zone: string;
}

export function moment(language: LetterLanguage, instant: Instant, timeZone: string): Moment {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return {
    day: longDay(language, local.toPlainDate().toString()),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone: zoneName(language, local),
  };
}

function dayFormat(options: Intl.DateTimeFormatOptions): DayFormat {
  return { nl: new Intl.DateTimeFormat(locales.nl, options), en: new Intl.DateTimeFormat(locales.en, options) };
}

/** Days come back all the time, and formatting one costs as much as rendering a template. */
const written = new Map<Intl.DateTimeFormat, Map<Day, string>>();
const mostDays = 2_000;

function dayWords(format: Intl.DateTimeFormat, day: Day): string {
  const days = written.get(format) ?? new Map<Day, string>();
  const words = days.get(day) ?? writeDay(format, day);
  if (days.size >= mostDays) days.clear();
  written.set(format, days.set(day, words));
  return words;
}

function writeDay(format: Intl.DateTimeFormat, day: Day): string {
  return format
    .formatToParts(Temporal.PlainDate.from(day))
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value.replace(/\.$/, ''))
    .join(' ');
}

function zoneName(language: LetterLanguage, local: Temporal.ZonedDateTime): string {
  if (local.timeZoneId === 'Europe/Amsterdam') return language === 'nl' ? 'Nederlandse tijd' : 'Dutch time';
  const format = new Intl.DateTimeFormat(locales[language], { timeZone: local.timeZoneId, timeZoneName: 'longGeneric' });
  const name = format.formatToParts(local.epochMilliseconds).find((part) => part.type === 'timeZoneName');
  return name?.value ?? local.timeZoneId;
}
