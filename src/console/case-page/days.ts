import type { StaffLanguage } from '../../case/kind.ts';
import type { Day, Instant } from '../../case/policy.ts';

const locales: Readonly<Record<StaffLanguage, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** `ma 12 januari`, `Mon 12 January`; with the year where it is not this year's. */
export function dayWords(language: StaffLanguage, day: Day, today?: Day): string {
  const year = today === undefined || today.slice(0, 4) !== day.slice(0, 4) ? ({ year: 'numeric' } as const) : {};
  return write(language, { weekday: 'short', day: 'numeric', month: 'long', ...year }, Temporal.PlainDate.from(day));
}

/** `ma 12 januari 2026, 10:05`: a moment in the business time zone. */
export function momentWords(language: StaffLanguage, instant: Instant, timeZone: string): string {
  return `${dayWords(language, dayIn(instant, timeZone))}, ${timeWords(instant, timeZone)}`;
}

/** `10:05`, or `10:05:30`. */
export function timeWords(instant: Instant, timeZone: string, smallestUnit: 'minute' | 'second' = 'minute'): string {
  return local(instant, timeZone).toPlainTime().toString({ smallestUnit });
}

export function dayIn(instant: Instant, timeZone: string): Day {
  return local(instant, timeZone).toPlainDate().toString();
}

/** Calendar days from today; negative: it has passed. */
export function daysUntil(today: Day, day: Day): number {
  return Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(day)).days;
}

/** `nog 3 dagen`, `vandaag`, `1 dag te laat`. */
export function daysLeftWords(language: StaffLanguage, days: number): string {
  if (days === 0) return language === 'nl' ? 'vandaag' : 'today';
  const count = Math.abs(days);
  if (language === 'nl') {
    const words = count === 1 ? '1 dag' : `${count} dagen`;
    return days < 0 ? `${words} te laat` : `nog ${words}`;
  }
  const words = count === 1 ? '1 day' : `${count} days`;
  return days < 0 ? `${words} late` : `${words} left`;
}

/** `3,4 kB`. */
export function sizeWords(language: StaffLanguage, bytes: number): string {
  const [unit, count] = bytes < 1_000 ? ['byte', bytes] : bytes < 1_000_000 ? ['kB', bytes / 1_000] : ['MB', bytes / 1_000_000];
  return `${new Intl.NumberFormat(locales[language], { maximumFractionDigits: unit === 'MB' ? 1 : 0 }).format(count)} ${unit}`;
}

function local(instant: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
}

function write(language: StaffLanguage, options: Intl.DateTimeFormatOptions, day: Temporal.PlainDate): string {
  return new Intl.DateTimeFormat(locales[language], options)
    .formatToParts(day)
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value.replace(/\.$/, ''))
    .join(' ');
}
