import type { Bilingual, Term } from './policy.ts';

const weekdays = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const months = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;

/**
 * A day as people write it: "zaterdag 28 februari 2026". Written by hand rather than by Intl, so that a derivation
 * stored today reads the same after an update of the language data.
 */
export function dayName(day: Temporal.PlainDate): Bilingual {
  const date = dateName(day.day, day.month, day.year);
  return { nl: `${weekdays.nl[day.dayOfWeek - 1]} ${date.nl}`, en: `${weekdays.en[day.dayOfWeek - 1]} ${date.en}` };
}

/** A date without its weekday, which may not exist: "30 februari 2026". `month` is 1 to 12. */
export function dateName(day: number, month: number, year: number): Bilingual {
  return { nl: `${day} ${months.nl[month - 1]} ${year}`, en: `${day} ${months.en[month - 1]} ${year}` };
}

/** A moment's time of day: "23:59". */
export function clockTime(moment: Temporal.ZonedDateTime): string {
  return `${String(moment.hour).padStart(2, '0')}:${String(moment.minute).padStart(2, '0')}`;
}

/** A length of time: "één maand", "30 calendar days". */
export function lengthName(count: number, unit: Term['unit']): Bilingual {
  const [nl, en] = units[unit];
  const plural = count === 1 ? 0 : 1;
  const countNl = count === 1 ? 'één' : String(count);
  return { nl: `${countNl} ${nl[plural]}`, en: `${count === 1 ? 'one' : count} ${en[plural]}` };
}

const units = {
  'calendar-days': [
    ['kalenderdag', 'kalenderdagen'],
    ['calendar day', 'calendar days'],
  ],
  'working-days': [
    ['werkdag', 'werkdagen'],
    ['working day', 'working days'],
  ],
  months: [
    ['maand', 'maanden'],
    ['month', 'months'],
  ],
  hours: [
    ['uur', 'uur'],
    ['hour', 'hours'],
  ],
} as const;

/** "a, b en c". */
export function enumeration(names: readonly string[], and: 'en' | 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
