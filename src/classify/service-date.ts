import type { Sentence } from './sentence.ts';

const months: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january', 'januar', 'janvier', 'janner'],
  ['feb', 'februari', 'february', 'februar', 'fevrier'],
  ['mrt', 'maart', 'mar', 'march', 'marz', 'maerz', 'mars'],
  ['apr', 'april', 'avril'],
  ['mei', 'may', 'mai'],
  ['jun', 'juni', 'june', 'juin'],
  ['jul', 'juli', 'july', 'juillet'],
  ['aug', 'augustus', 'august', 'aout'],
  ['sep', 'sept', 'september', 'septembre'],
  ['okt', 'oct', 'oktober', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'dez', 'december', 'dezember', 'decembre'],
];
const monthOf = new Map(months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

const daysAgo = new Map([
  ['vandaag', 0],
  ['today', 0],
  ['heute', 0],
  ['gisteren', 1],
  ['yesterday', 1],
  ['gestern', 1],
  ['hier', 1],
  ['eergisteren', 2],
  ['vorgestern', 2],
]);

/** Words that tell a service's day from any other day, by how they begin. */
const serviceStems =
  'bestel geleverd lever activ geactiv actief aangeschaft gekocht aankoop afgesloten opgeleverd order purchas bought deliver provid servic start placed bestell gekauft geliefert freigeschaltet aktivier kauf command achat achet livr activ souscri order dienst'.split(
    ' ',
  );
const otherDays = new Set(['geboren', 'born', 'geboortedatum', 'birthday', 'birth', 'geburtsdatum', 'geboren', 'naissance']);

/**
 * The day the service was provided, as a sentence about an order or a delivery names it; ISO 8601, or null.
 * Numbers are read day first, as Europe writes them. A day without a year is the last such day up to the day of receipt;
 * a day after receipt is no day of service.
 */
export function findServiceDate(sentences: readonly Sentence[], receivedOn: string | null): string | null {
  const today = receivedOn === null ? null : Temporal.PlainDate.from(receivedOn);
  for (const { words } of sentences) {
    const texts = words.map((word) => word.text);
    if (!texts.some((text) => serviceStems.some((stem) => text.startsWith(stem))) || texts.some((text) => otherDays.has(text))) continue;
    for (let at = 0; at < texts.length; at += 1) {
      const day = readDay(texts, at, today);
      if (day !== null && (today === null || Temporal.PlainDate.compare(day, today) <= 0)) return day.toString();
    }
  }
  return null;
}

function readDay(texts: readonly string[], at: number, today: Temporal.PlainDate | null): Temporal.PlainDate | null {
  const [first = '', second = '', third = ''] = texts.slice(at, at + 3);
  const ago = daysAgo.get(first);
  // "hier" is yesterday in French and "here" in Dutch and German: it counts only beside a French word.
  if (ago !== undefined && today !== null && (first !== 'hier' || texts.includes('ai') || texts.includes('commande')))
    return today.subtract({ days: ago });
  if (/^\d{4}$/.test(first)) return plainDate(first, second, third);
  const named = monthOf.get(second);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er|e)?$/.exec(first)?.[1];
  const offset = second === 'of' || second === 'de' ? 1 : 0;
  const month = offset === 1 ? monthOf.get(third) : named;
  if (dayFirst !== undefined && month !== undefined) return withYear(texts[at + 2 + offset], month, dayFirst, today);
  if (dayFirst !== undefined && /^\d{1,2}$/.test(second) && /^(?:20)?\d\d$/.test(third))
    return plainDate(third.padStart(4, '20'), second, dayFirst);
  const monthFirst = monthOf.get(first);
  const dayAfter = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(second)?.[1];
  return monthFirst !== undefined && dayAfter !== undefined ? withYear(third, monthFirst, dayAfter, today) : null;
}

function withYear(written: string | undefined, month: number, day: string, today: Temporal.PlainDate | null): Temporal.PlainDate | null {
  if (written !== undefined && /^20\d\d$/.test(written)) return plainDate(written, String(month), day);
  if (today === null) return null;
  const thisYear = plainDate(String(today.year), String(month), day);
  const late = thisYear !== null && Temporal.PlainDate.compare(thisYear, today) > 0;
  return late ? plainDate(String(today.year - 1), String(month), day) : thisYear;
}

function plainDate(year: string, month: string, day: string): Temporal.PlainDate | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y >= 2000 && y < 2100 && m >= 1 && m <= 12 && d >= 1 && d <= 31)) return null;
  const date = Temporal.PlainDate.from({ year: y, month: m, day: d });
  return date.day === d ? date : null;
}
