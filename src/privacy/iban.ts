import type { Stretch } from './stretch.ts';

/** A stretch of a text with what stands there, without its separators and in capitals. */
export interface NumberStretch extends Stretch {
  readonly value: string;
}

/** What follows country and check digits (ISO 13616 registry): n digits, a capital letters, c either. */
const structures: ReadonlyMap<string, RegExp> = new Map(
  `AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c CH5n12c CR18n CY8n16c CZ20n
  DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n FO14n FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT24c
  HN4a20n HR17n HU24n IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n
  LU3n13c LV4a13c LY21n MC10n11c2n MD20c ME18n MK3n10c2n MN16n MR23n MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n OM3n16c
  PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n
  ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n VG4a16n XK16n YE4a4n18c`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), structureOf(entry.slice(2))]),
);

const lengths: ReadonlyMap<string, number> = new Map(
  [...structures].map(([country, { source }]) => [
    country,
    4 + [...source.matchAll(/\{(\d+)\}/g)].reduce((sum, [, size]) => sum + Number(size), 0),
  ]),
);

function structureOf(parts: string): RegExp {
  const classes: Readonly<Record<string, string>> = { n: '[0-9]', a: '[A-Z]', c: '[A-Z0-9]' };
  return new RegExp(`^${parts.replace(/(\d+)([nac])/g, (_, size: string, kind: string) => `${classes[kind]}{${size}}`)}$`);
}

/** Most separators between two characters: a line break, a mark of quotation, a blank and a dash. */
const mostBetween = 4;
const candidate = /[A-Z][ \n>._|/-]{0,3}[A-Z][ \n>._|/-]{0,3}\d[ \n>._|/-]{0,3}\d/gi;

/**
 * IBANs in a folded text, also glued to words, spaced out, or broken over lines: known country, its length and structure,
 * and the check of ISO 7064 (mod 97-10). Linear.
 */
export function findIbans(folded: string): NumberStretch[] {
  const found: NumberStretch[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(folded); match !== null; match = candidate.exec(folded)) {
    const stretch = readIban(folded, match.index);
    if (stretch !== null) found.push(stretch);
    // The country may begin with the second letter: words are glued to it.
    candidate.lastIndex = stretch?.end ?? match.index + 1;
  }
  return found;
}

/** "Invoice no. 1234567890123": Norway's letters before as many digits as its IBANs have. */
const abbreviation = /(?:no[. ] ?|N[Oo]\. ?)\d{13}/y;

function readIban(folded: string, start: number): NumberStretch | null {
  abbreviation.lastIndex = start;
  if (abbreviation.test(folded)) return null;
  let value = '';
  let between = 0;
  for (let at = start; at < folded.length && between <= mostBetween; at += 1) {
    const character = (folded[at] ?? '').toUpperCase();
    if (/[A-Z0-9]/.test(character)) {
      value += character;
      between = 0;
      if (value.length >= 4 && value.length === lengths.get(value.slice(0, 2))) return checked(value, start, at + 1);
      if (value.length === 2 && !lengths.has(value)) return null;
    } else if (/[ \n>._|/-]/.test(character)) between += 1;
    else return null;
  }
  return null;
}

function checked(value: string, start: number, end: number): NumberStretch | null {
  return structures.get(value.slice(0, 2))?.test(value.slice(4)) === true && mod97(value) === 1 ? { value, start, end } : null;
}

function mod97(iban: string): number {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of Number.parseInt(character, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}
