import type { LetterLanguage } from '../case/kind.ts';
import type { Day, Instant } from '../case/policy.ts';

const locales: Readonly<Record<LetterLanguage, string>> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE', fr: 'fr-FR' };
const dutchTime: Readonly<Record<LetterLanguage, string>> = {
  nl: 'Nederlandse tijd',
  en: 'Dutch time',
  de: 'niederländische Zeit',
  fr: 'heure des Pays-Bas',
};
type DayFormat = Readonly<Record<LetterLanguage, Intl.DateTimeFormat>>;
// Made once: making a formatter costs more than writing the rest of a letter.
const long = dayFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const month = dayFormat({ month: 'long', year: 'numeric' });
const short = dayFormat({ weekday: 'short', day: 'numeric', month: 'short' });

/** `maandag 30 november 2026`, `Monday 30 November 2026`, `Montag, 30. November 2026`, `lundi 30 novembre 2026`. */
export function longDay(language: LetterLanguage, day: Day): string {
  return dayWords(language, long[language], day);
}

/** `november 2026`. */
export function monthName(language: LetterLanguage, day: Day): string {
  return dayWords(language, month[language], day);
}

/** `ma 30 nov`, `Mon 30 Nov`, `Mo., 30. Nov.`, `lun 30 nov`. For our own people. */
export function shortDay(language: LetterLanguage, day: Day): string {
  return dayWords(language, short[language], day);
}

/** An instant as people in the business time zone say it. */
interface Moment {
  readonly day: string;
  /** `14:05`, in French `14 h 05`. */
  readonly time: string;
  readonly zone: string;
}

export function moment(language: LetterLanguage, instant: Instant, timeZone: string): Moment {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return {
    day: longDay(language, local.toPlainDate().toString()),
    time: clockTime(language, local.toPlainTime()),
    zone: zoneName(language, local),
  };
}

function dayFormat(options: Intl.DateTimeFormatOptions): DayFormat {
  const format = (language: LetterLanguage) => new Intl.DateTimeFormat(locales[language], options);
  return { nl: format('nl'), en: format('en'), de: format('de'), fr: format('fr') };
}

/** Days come back all the time, and formatting one costs as much as rendering a template. */
const written = new Map<Intl.DateTimeFormat, Map<Day, string>>();
const mostDays = 2_000;

function dayWords(language: LetterLanguage, format: Intl.DateTimeFormat, day: Day): string {
  const days = written.get(format) ?? new Map<Day, string>();
  const words = days.get(day) ?? writeDay(language, format, day);
  if (days.size >= mostDays) days.clear();
  written.set(format, days.set(day, words));
  return words;
}

/** As the language writes it; Dutch and English without the commas and dots that Intl adds, French with its `1er`. */
function writeDay(language: LetterLanguage, format: Intl.DateTimeFormat, day: Day): string {
  const date = Temporal.PlainDate.from(day);
  if (language === 'de') return format.format(date);
  return format
    .formatToParts(date)
    .filter((part) => part.type !== 'literal')
    .map((part) => (language === 'fr' && part.type === 'day' && part.value === '1' ? '1er' : part.value.replace(/\.$/, '')))
    .join(' ');
}

/** No-break spaces keep a French hour on one line. */
function clockTime(language: LetterLanguage, time: Temporal.PlainTime): string {
  const written = time.toString({ smallestUnit: 'minute' });
  return language === 'fr' ? `${time.hour}\u{a0}h\u{a0}${written.slice(-2)}` : written;
}

function zoneName(language: LetterLanguage, local: Temporal.ZonedDateTime): string {
  if (local.timeZoneId === 'Europe/Amsterdam') return dutchTime[language];
  const format = new Intl.DateTimeFormat(locales[language], { timeZone: local.timeZoneId, timeZoneName: 'longGeneric' });
  const name = format.formatToParts(local.epochMilliseconds).find((part) => part.type === 'timeZoneName');
  return name?.value ?? local.timeZoneId;
}
