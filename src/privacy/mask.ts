import { findPaymentData } from './payment.ts';
import { findLongNumbers, findPlaces, findToldNames } from './personal.ts';
import { findPhoneNumbers } from './phone.ts';
import { apartFrom, type Stretch } from './stretch.ts';

/**
 * Takes what must not travel out of a text. Pure and linear. It never touches telephone numbers when it masks payment
 * data: they are what our customers rent.
 */

/** What stands in place of payment data. ASCII, and nothing that HTML or a transfer encoding takes for its own. */
export const paymentWords = { card: '[card number]', iban: '[IBAN]' } as const;

/** What is left of a row of digits when a part of it was taken out may be found only then. */
const mostRounds = 5;

/** Replaces card numbers and IBANs by words that say what stood there. `masked`: how many. Masking again changes nothing. */
export function maskPaymentData(text: string): { readonly text: string; readonly masked: number } {
  let [left, masked] = [text, 0];
  for (let round = 0; round < mostRounds; round += 1) {
    const found = findPaymentData(left);
    if (found.length === 0) break;
    left = replace(left, found, (stretch) => paymentWords[stretch.type]);
    masked += found.length;
  }
  return { text: left, masked };
}

/** The longest part of a text that holds no payment data, word for word; with `keeping`, the part in which those words stand. */
export function withoutPaymentData(text: string, keeping: string | null = null): string {
  let chosen = '';
  let start = 0;
  for (const { start: until, end } of [...findPaymentData(text), { start: text.length, end: text.length }]) {
    const part = text.slice(start, until).trim();
    if (keeping !== null && part.includes(keeping)) return part;
    if (part.length > chosen.length) chosen = part;
    start = end;
  }
  return chosen;
}

/** A text fit for a model, with the way back for what the model quotes of it. Payment data has no way back. */
export interface MaskedText {
  readonly text: string;
  /** Puts the sender's own words back in place of placeholders. */
  restore(quote: string): string;
}

const placeholderTypes = ['email', 'phone', 'name', 'place', 'number'] as const;
const placeholder = `\\[(?:${placeholderTypes.join('|')}) \\d{1,6}\\]`;

/**
 * Masks payment data, then e-mail addresses, telephone numbers, the given names and those the text introduces, streets, and
 * whatever else has four digits or more: each by a typed placeholder with a number (`[phone 2]`), so that a model still sees
 * that there are two numbers, but not which. A name that nothing introduces is not known to be one.
 */
export function maskForModel(
  text: string,
  known: { readonly addresses: readonly string[]; readonly names: readonly string[] },
): MaskedText {
  const originals = new Map<string, string>();
  const said = (type: (typeof placeholderTypes)[number]) => {
    const made = new Map<string, string>();
    return (_: Stretch, original: string): string => {
      const placeholder = made.get(original) ?? `[${type} ${made.size + 1}]`;
      made.set(original, placeholder);
      originals.set(placeholder, original);
      return placeholder;
    };
  };
  let masked = maskPaymentData(text.replace(new RegExp(`\\[(?=(?:${placeholderTypes.join('|')}) \\d)`, 'g'), '(')).text;
  masked = replace(masked, findAddresses(masked, known.addresses), said('email'));
  masked = replace(masked, findPhoneNumbers(masked), said('phone'));
  masked = replace(masked, outside(masked, findNames(masked, known.names)), said('name'));
  masked = replace(masked, outside(masked, findPlaces(masked)), said('place'));
  masked = replace(masked, outside(masked, findToldNames(masked)), said('name'));
  masked = replace(masked, outside(masked, findLongNumbers(masked)), said('number'));
  return { text: masked, restore: (quote) => quote.replace(new RegExp(placeholder, 'g'), (found) => originals.get(found) ?? found) };
}

/** What touches no placeholder that stands there already. */
function outside(text: string, found: readonly Stretch[]): readonly Stretch[] {
  const taken = [...text.matchAll(new RegExp(`${placeholder}|\\[card number\\]|\\[IBAN\\]`, 'g'))].map(({ index, 0: one }) => ({
    start: index,
    end: index + one.length,
  }));
  return apartFrom(found, taken);
}

function replace<T extends Stretch>(text: string, found: readonly T[], by: (stretch: T, original: string) => string): string {
  let result = '';
  let from = 0;
  for (const stretch of found) {
    if (stretch.start < from) continue;
    result += text.slice(from, stretch.start) + by(stretch, text.slice(stretch.start, stretch.end));
    from = stretch.end;
  }
  return result + text.slice(from);
}

function findAddresses(text: string, known: readonly string[]): Stretch[] {
  const written: Stretch[] = [];
  for (const match of text.matchAll(/@/g)) {
    const start = back(text, match.index);
    const end =
      match.index +
      1 +
      (/^[\p{L}\p{N}.-]{1,253}/u.exec(text.slice(match.index + 1, match.index + 255))?.[0].replace(/[.-]+$/, '').length ?? 0);
    if (start < match.index && end > match.index + 1) written.push({ start, end });
  }
  return [...written, ...occurrences(text, known)].sort((one, other) => one.start - other.start);
}

function back(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 64 && /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

function findNames(text: string, names: readonly string[]): readonly Stretch[] {
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/)]).filter((part) => part.trim().length >= 3);
  return occurrences(text, parts);
}

/** Whole-word occurrences, longest needle first where several fit. */
function occurrences(text: string, needles: readonly string[]): Stretch[] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const found: Stretch[] = [];
  for (const needle of new Set(needles.map((one) => one.trim().toLowerCase()).filter((one) => one !== ''))) {
    for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, at + needle.length)) {
      const end = at + needle.length;
      if (!isWordPart(text[at - 1]) && !isWordPart(text[end])) found.push({ start: at, end });
    }
  }
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
