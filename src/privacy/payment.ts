import { placesOfSeen, seenText } from './seen-text.ts';
import { apartFrom, type Stretch } from './stretch.ts';

export interface PaymentStretch extends Stretch {
  readonly type: 'card' | 'iban';
}

/** Lengths of IBANs by country (ISO 13616 registry). */
const ibanLengths: Readonly<Record<string, number>> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26
  IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 VG24 XK20`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Where payment data stands in a text: IBANs (mod 97) and card numbers (known prefix and length, Luhn). Linear. */
export function findPaymentData(text: string): PaymentStretch[] {
  if (seenText(text).length === text.length) return findIn(text);
  // A character that nobody sees must not save a number from being found.
  const { seen, places } = placesOfSeen(text);
  return findIn(seen).map(({ type, start, end }) => ({ type, start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 }));
}

function findIn(text: string): PaymentStretch[] {
  const ibans = findIbans(text);
  const cards = apartFrom(findCards(text), ibans);
  return [...ibans, ...cards].sort((one, other) => one.start - other.start);
}

function findIbans(text: string): PaymentStretch[] {
  const found: PaymentStretch[] = [];
  let free = 0;
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])[A-Za-z]{2}[ -]?\d/gu)) {
    if (match.index < free) continue;
    const length = ibanLengths[match[0].slice(0, 2).toUpperCase()];
    const stretch = length === undefined ? null : readIban(text, match.index, length);
    if (stretch === null) continue;
    found.push(stretch);
    free = stretch.end;
  }
  return found;
}

/** Reads `length` letters and digits from `start`, single separators between them, and checks the sum. */
function readIban(text: string, start: number, length: number): PaymentStretch | null {
  let read = '';
  let at = start;
  while (read.length < length) {
    const character = text[at] ?? '';
    if (/[A-Za-z0-9]/.test(character)) read += character;
    else if (!/[ \u00a0.-]/.test(character) || !/[A-Za-z0-9]/.test(text[at + 1] ?? '')) return null;
    at += 1;
  }
  if (/[\p{L}\p{N}]/u.test(text[at] ?? '') || mod97(read.toUpperCase()) !== 1) return null;
  return { type: 'iban', start, end: at };
}

function mod97(iban: string): number {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of Number.parseInt(character, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}

interface DigitGroup extends Stretch {
  readonly digits: string;
}

const longestCard = 19;

function findCards(text: string): PaymentStretch[] {
  const found: PaymentStretch[] = [];
  for (const groups of digitRuns(text)) {
    for (let first = 0; first < groups.length; first += 1) {
      const last = cardEnd(text, groups, first);
      const start = groups[first]?.start;
      const end = groups[last]?.end;
      if (start === undefined || end === undefined) continue;
      found.push({ type: 'card', start, end });
      first = last;
    }
  }
  return found;
}

/** Groups of digits with one space, dot or dash between them; what is glued to letters is no card number. */
function digitRuns(text: string): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  let run: DigitGroup[] = [];
  let end = -2;
  for (const match of text.matchAll(/\d+/g)) {
    const joined = run.length > 0 && match.index === end + 1 && /[ \u00a0.-]/.test(text[end] ?? '');
    if (!joined) {
      run = [];
      runs.push(run);
    }
    end = match.index + match[0].length;
    run.push({ digits: match[0], start: match.index, end });
  }
  return runs;
}

/** Index of the last group of a card number that begins at group `first`, or -1. The longest reading wins. */
function cardEnd(text: string, groups: readonly DigitGroup[], first: number): number {
  const start = groups[first]?.start ?? 0;
  const printed = (groups[first]?.digits.length ?? 0) >= 4;
  if ((!printed && (first > 0 || groups.length > longestCard)) || /[\p{L}+_#]/u.test(text[start - 1] ?? '')) return -1;
  let digits = '';
  let end = -1;
  for (let last = first; last < groups.length; last += 1) {
    digits += groups[last]?.digits ?? '';
    if (digits.length > longestCard) break;
    const glued = /[\p{L}_]/u.test(text[groups[last]?.end ?? 0] ?? '');
    if (!glued && isCard(digits) && looksGrouped(groups, first, last) && !isLabelled(text, start, first === last)) end = last;
  }
  return end;
}

/** The whole run may be grouped in any way; a part of a longer run only as cards are printed, so that two phone numbers in a row are none. */
function looksGrouped(groups: readonly DigitGroup[], first: number, last: number): boolean {
  if (first === 0 && last === groups.length - 1) return true;
  const part = groups.slice(first, last + 1);
  return part.length === 1 || (part[0]?.digits.length === 4 && part.every((group) => group.digits.length >= 3));
}

const orderLabel =
  /(?:order|bestel\p{L}{0,12}|factuur\p{L}{0,8}|invoice|ticket|klant\p{L}{0,8}|customer|rechnung\p{L}{0,10}|bestell\p{L}{0,10}|commande|facture|referentie|reference|imei|iccid|tracking)[\s:#.]{0,3}(?:id|nr|no|num|number|nummer|num[eé]ro)?[\s:#.]{0,4}$/iu;

/** An unbroken number that stands behind the word "order number" is that, even when its digits could be a card's. */
function isLabelled(text: string, start: number, unbroken: boolean): boolean {
  return unbroken && orderLabel.test(text.slice(Math.max(0, start - 40), start));
}

function isCard(digits: string): boolean {
  return hasCardPrefix(digits) && luhn(digits);
}

function hasCardPrefix(digits: string): boolean {
  const { length } = digits;
  const four = Number(digits.slice(0, 4));
  const two = Math.floor(four / 100);
  if (digits.startsWith('4')) return length === 16 || length === 19;
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16;
  if (two === 34 || two === 37) return length === 15;
  if (two === 36 || two === 38 || two === 39 || (four >= 3000 && four <= 3059)) return length === 14 || length === 16 || length === 19;
  if (four >= 3528 && four <= 3589) return length >= 16;
  if (four === 6011 || (four >= 6440 && four <= 6599) || two === 62) return length >= 16;
  return (two === 50 || (two >= 56 && two <= 58) || two === 63 || two === 67) && length >= 16;
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 1 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}
