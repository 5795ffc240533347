import { countedBack, monthOf } from './named-days.ts';
import type { FoundFact, PlacedText } from './placed.ts';

/** Words that tell a service's day from any other day, by how they begin. */
const serviceStems =
  'bestel geleverd lever activ geactiv actief aangeschaft gekocht aankoop afgesloten opgeleverd ingegaan aangesloten order purchas bought deliver provid start placed subscribed bestell gekauft geliefert freigeschaltet aktivier kauf abgeschlossen command achat achet livr souscri pedid compr entreg contrat ordin acquist consegn attiv zamow zamaw kupil dostarcz aktyw uruchom encomend ativ'.split(
    ' ',
  );
/** The same, but people also call a service desk, or write to one. */
const weakStems = 'servic dienst uslug'.split(' ');
const otherDays = new Set(
  'geboren born geboortedatum birthday birth geburtsdatum naissance nacimiento nascita urodzenia nascimento verhuisd moved umgezogen demenage'.split(
    ' ',
  ),
);
const contact = new Set(
  'gebeld belde gemaild mailde schreef geschreven called phoned wrote written emailed spoke angerufen geschrieben appele ecrit telephone llame escribi chiamato scritto dzwonilem pisalem liguei escrevi'.split(
    ' ',
  ),
);
const of = new Set('of from dated van vom du de del dello z'.split(' '));
/** Before a day: that is when it ended or was paid. */
const ended =
  /^(?:cancel|geannul|annul|opgezeg|opgez|beeindig|ended|terminat|storn|gekuendigt|gekundigt|resili|cancelad|annull|anulow|paid|betaald|bezahlt|paye|pagad|pagat|pago|zaplac|refund|terugbetaal)/;

/**
 * The day the service was provided, as a sentence about an order or a delivery names it; ISO 8601, or null.
 * Numbers are read day first, as Europe writes them. A day without a year is the last such day up to the day of receipt;
 * a day after receipt is no day of service.
 */
export function findServiceDate({ sentences }: PlacedText, receivedOn: string | null): FoundFact | null {
  const today = receivedOn === null ? null : Temporal.PlainDate.from(receivedOn);
  for (const { sentence, start, end } of sentences) {
    const texts = sentence.words.map((word) => word.text);
    if (!isAboutService(texts)) continue;
    for (let at = 0; at < texts.length; at += 1) {
      const day = readDay(texts, at, today);
      if (day === null || isWhenItEnded(texts, at)) continue;
      if (today === null || Temporal.PlainDate.compare(day, today) <= 0) return { value: day.toString(), start, end };
    }
  }
  return null;
}

/** "I cancelled it on": of another thing's day, unless it says "the order of". */
function isWhenItEnded(texts: readonly string[], at: number): boolean {
  return !of.has(texts[at - 1] ?? '') && texts.slice(Math.max(0, at - 6), at).some((text) => ended.test(text));
}

function isAboutService(texts: readonly string[]): boolean {
  if (texts.some((text) => otherDays.has(text))) return false;
  const begins = (stems: readonly string[]) => texts.some((text) => stems.some((stem) => text.startsWith(stem)));
  return begins(serviceStems) || (begins(weakStems) && !texts.some((text) => contact.has(text)));
}

function readDay(texts: readonly string[], at: number, today: Temporal.PlainDate | null): Temporal.PlainDate | null {
  const counted = today === null ? null : countedBack(texts, at, today);
  if (counted !== null) return counted;
  const [first = '', second = '', third = ''] = texts.slice(at, at + 3);
  if (/^\d{4}$/.test(first)) return plainDate(first, second, third);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er|e)?$/.exec(first)?.[1];
  const offset = second === 'of' || second === 'de' ? 1 : 0;
  const month = monthOf.get(offset === 1 ? third : second);
  if (dayFirst !== undefined && month !== undefined) {
    const year = texts[at + 2 + offset];
    return withYear(year === 'de' || year === 'del' ? texts[at + 3 + offset] : year, month, dayFirst, today);
  }
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
