/**
 * What a text says of people where no header knows it: names that the text itself introduces, streets with their house
 * number, and long numbers of any kind. For masking alone, so too much is better than too little; dates are numbers too.
 * Linear: every repetition has a small bound.
 */
import type { Stretch } from './stretch.ts';

const label =
  /(?<![\p{L}])(?:(?:voor|achter|bedrijfs|gebruikers)?naam|(?:first |last |full |sur|user)?name|(?:vor|nach)?name|(?:pré)?nom(?: de famille)?|nombre|apellidos?|nome|cognome|imię|nazwisko|jméno|příjmení|navn|namn|nimi|név|nume|ime|prezime|isim|soyad[ıi])[^\S\n]{0,3}(?:[:=][^\S\n]{0,3})([^\n,;]{2,60})/giu;
const introduction =
  /(?<![\p{L}])(?:mijn naam is|ik heet|ik ben|my name is|i am|i'm|this is|ich heiße|ich heisse|mein name ist|ich bin|je m'appelle|je suis|mon nom est|me llamo|soy|mi chiamo|sono|nazywam się|jmenuji se|u spreekt met|namens|on behalf of|im namen von|au nom de|de heer|mevrouw|dhr\.?|mevr\.?|mw\.?|mr\.?|mrs\.?|ms\.?|herrn?|frau|monsieur|madame|m\.|mme|señora?|signora?|t\.n\.v\.|tav|t\.a\.v\.)[^\S\n]{1,3}/giu;
const nameWord =
  /(?<![\p{L}])(?:naam|achternaam|voornaam|name|surname|nachname|vorname|nom|prénom|nombre|apellido|nome|cognome)(?![\p{L}])/iu;
const closing =
  /(?:groet(?:en|jes)?|hoogachtend|regards|sincerely|yours|thanks|thank you|cheers|bedankt|dank(?: u)?|grüßen?|grüsse|mfg|mvg|cordialement|salutations|merci|saludos|atentamente|saluti|cordiali|pozdrawiam|pozdravem|hilsen|hälsningar)[^\n]{0,40}[,.!]?[^\S\n]{0,3}\n/giu;
/** A name as it is written: words with a capital, small words between them. */
const nameAhead =
  /(?:\p{Lu}[\p{L}\p{M}'’.-]{0,30}|(?:van|de|der|den|von|zu|di|da|del|la|le|ter|ten|te|el|al|bin|'t|in|op|aan)(?=\s\p{L}))(?:[^\S\n]{1,2}(?:\p{Lu}[\p{L}\p{M}'’.-]{0,30}|(?:van|de|der|den|von|zu|di|da|del|la|le|ter|ten|te|el|al|bin|'t|in|op|aan)(?=\s\p{L}))){0,5}/uy;
const capitalised = /(?<![\p{L}\p{N}'’])\p{Lu}[\p{L}\p{M}'’-]{1,30}(?:[^\S\n]{1,2}\p{Lu}[\p{L}\p{M}'’-]{1,30}){0,4}/gu;

/** Names, in reading order, some of them twice. */
export function findToldNames(text: string): readonly Stretch[] {
  return [...afterLabels(text), ...afterIntroductions(text), ...inSentencesAboutNames(text), ...signatures(text)].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
}

function afterLabels(text: string): readonly Stretch[] {
  return [...text.matchAll(label)].map(({ index, 0: all, 1: value = '' }) =>
    trimmed(text, index + all.length - value.length, index + all.length),
  );
}

function afterIntroductions(text: string): readonly Stretch[] {
  return [...text.matchAll(introduction)].flatMap(({ index, 0: all }) => {
    nameAhead.lastIndex = index + all.length;
    const name = nameAhead.exec(text);
    return name === null ? [] : [{ start: name.index, end: name.index + name[0].length }];
  });
}

/** "Change my surname from Jansen to De Wit": where a sentence speaks of names, its capitals may be some. The first word is not. */
function inSentencesAboutNames(text: string): readonly Stretch[] {
  return [...text.matchAll(/[^\n.!?]{1,400}/gu)].flatMap(({ index, 0: sentence }) => {
    if (!nameWord.test(sentence)) return [];
    const first = sentence.search(/\S/u);
    return [...sentence.matchAll(capitalised)]
      .filter((found) => found.index > first && !nameWord.test(found[0]))
      .map((found) => ({ start: index + found.index, end: index + found.index + found[0].length }));
  });
}

/** The short lines below the greeting. */
function signatures(text: string): readonly Stretch[] {
  return [...text.matchAll(closing)].flatMap(({ index, 0: greeting }) => {
    const lines: Stretch[] = [];
    let at = index + greeting.length;
    for (let seen = 0; seen < 5 && lines.length < 2 && at < text.length; seen += 1) {
      const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
      const line = trimmed(text, at, end);
      if (line.end > line.start && line.end - line.start <= 60) lines.push(line);
      at = end + 1;
    }
    return lines;
  });
}

const streetWords =
  'straat laan weg plein gracht kade dijk singel steeg park plantsoen straße strasse gasse allee platz street road avenue lane drive close ulica gata vej utca katu'
    .split(' ')
    .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
    .join('|');
const street = new RegExp(
  `(?<![\\p{L}])(?:\\p{Lu}[\\p{L}'’.-]{0,30}[^\\S\\n]{1,2}){0,3}\\p{L}{0,30}(?:${streetWords})[^\\S\\n]{1,2}\\d{1,5}[^\\S\\n]?\\p{L}{0,3}(?![\\p{L}])`,
  'gu',
);
const foreignStreet =
  /(?<![\p{L}\p{N}])\d{1,4}(?:bis|ter)?,?[^\S\n]{1,2}(?:rue|avenue|boulevard|place|chemin|allée|via|calle|plaza|ul\.)[^\S\n]{1,2}[^\n,;.]{2,40}/giu;
const postcode = /(?<![\p{L}\p{N}])\d{4}[^\S\n]?[A-Z]{2}(?:[^\S\n]{1,2}\p{Lu}[\p{L}'’-]{1,30})?(?![\p{L}\p{N}])/gu;

/** Streets with their house number, and Dutch postcodes with their town. */
export function findPlaces(text: string): readonly Stretch[] {
  return [...text.matchAll(street), ...text.matchAll(foreignStreet), ...text.matchAll(postcode)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
    .sort((one, other) => one.start - other.start);
}

/** Order, customer, tax and telephone numbers as they come: anything unbroken with four digits or more. */
export function findLongNumbers(text: string): readonly Stretch[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[\p{L}\p{N}./_-]{0,60}[\p{L}\p{N}])?/gu)]
    .filter(({ 0: token }) => (token.match(/\p{N}/gu) ?? []).length >= 4)
    .map(({ index, 0: token }) => ({ start: index, end: index + token.length }));
}

function trimmed(text: string, from: number, to: number): Stretch {
  const part = text.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  return { start, end: Math.max(start, from + part.trimEnd().length) };
}
