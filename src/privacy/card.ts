import { longestCard, readCard, shortestCard } from './card-network.ts';
import { isPartOfCode, labelBefore, speaksOfCard } from './card-words.ts';
import type { NumberStretch } from './iban.ts';
import type { Stretch } from './stretch.ts';

/** Digits with nothing between them. */
interface Group extends Stretch {
  readonly digits: string;
  /** A line break, or nothing of the same run, stands before it. */
  readonly beginsLine: boolean;
}

/** Between two groups of one number: blanks, line breaks, marks of quotation, and one dash, dot, stroke or bar. */
const between = /^[ \n>]{0,4}[-./_|]{0,2}[ \n>]{0,4}$/;
const mostBetween = 6;

/**
 * Card numbers in a folded text, however they are grouped: a known prefix, its length and the check digit; no telephone
 * number (E.164), and nothing that is called or built like the number of an order, a parcel or a device. Linear.
 */
export function findCards(folded: string): NumberStretch[] {
  const found: NumberStretch[] = [];
  for (const groups of digitRuns(folded)) {
    for (let first = 0; first < groups.length; first += 1) {
      const last = cardEnd(folded, groups, first);
      if (last < 0) continue;
      const [start, end] = [groups[first]?.start ?? 0, groups[last]?.end ?? 0];
      found.push({ value: digitsOf(groups, first, last), start, end });
      first = last;
    }
  }
  return found;
}

function digitRuns(folded: string): Group[][] {
  const runs: Group[][] = [];
  let run: Group[] = [];
  let end = 0;
  for (const match of folded.matchAll(/\d+/g)) {
    const gap = folded.slice(end, Math.min(match.index, end + mostBetween + 1));
    const joined = run.length > 0 && gap.length <= mostBetween && between.test(gap);
    if (!joined) {
      run = [];
      runs.push(run);
    }
    end = match.index + match[0].length;
    run.push({ digits: match[0], start: match.index, end, beginsLine: !joined || gap.includes('\n') });
  }
  return runs;
}

function digitsOf(groups: readonly Group[], first: number, last: number): string {
  return groups
    .slice(first, last + 1)
    .map(({ digits }) => digits)
    .join('');
}

/** Index of the last group of a card number that begins at group `first`, or -1. The longest reading wins. */
function cardEnd(folded: string, groups: readonly Group[], first: number): number {
  let digits = '';
  let end = -1;
  for (let last = first; last < groups.length; last += 1) {
    digits += groups[last]?.digits ?? '';
    if (digits.length > longestCard) break;
    if (digits.length >= shortestCard && isCard(folded, groups, first, last, digits)) end = last;
  }
  return end;
}

function isCard(folded: string, groups: readonly Group[], first: number, last: number, digits: string): boolean {
  const reading = readCard(digits);
  if (reading === null) return false;
  const start = groups[first]?.start ?? 0;
  const shape = groups.slice(first, last + 1).map((group) => group.digits.length);
  const named = speaksOfCard(folded, start);
  if (reading === 'perhaps' && !named && shape.join('-') !== '4-4-4-1') return false;
  return isOneNumber(groups, first, last, shape, named) && !isOtherNumber(folded, groups, first, shape, named);
}

/** As networks print their cards: a part of a longer run, or of a line, must look like one of these. */
const printedShapes: ReadonlySet<string> = new Set(
  '4-4-4-4 4-6-5 4-6-4 4-4-4-4-3 4-4-4-4-2 4-4-4-4-1 4-4-4-1 4-4-4-3 4-4-4-2 4-4-4 4-4-5 4-5-6 4-4-4-5 6-13'.split(' '),
);

/**
 * Whether these groups belong together: printed as cards are, or all digits of their lines, however they are grouped. What
 * goes over lines is both, or may as well be several numbers under one another.
 */
function isOneNumber(groups: readonly Group[], first: number, last: number, shape: readonly number[], named: boolean): boolean {
  if (shape.length === 1) return true;
  const printed = printedShapes.has(shape.join('-'));
  const whole = standsAlone(groups, first, last);
  if (!groups.slice(first + 1, last + 1).some(({ beginsLine }) => beginsLine)) return printed || whole;
  return whole && (printed || named || isEven(shape));
}

/** One by one, in pairs, in threes: nobody writes telephone numbers under one another like that. */
function isEven(shape: readonly number[]): boolean {
  const [size = 0] = shape;
  return size <= 6 && shape.slice(0, -1).every((other) => other === size) && (shape.at(-1) ?? 0) <= size;
}

/** From the begin of a line to an end, or up to what can be a card's month of expiry and check code. */
function standsAlone(groups: readonly Group[], first: number, last: number): boolean {
  if (groups[first]?.beginsLine !== true) return false;
  const rest: Group[] = [];
  for (let at = last + 1; at < groups.length && rest.length < 4; at += 1) {
    const group = groups[at];
    if (group === undefined || group.beginsLine) break;
    rest.push(group);
  }
  return (
    rest.length <= 3 && /^(?:(?:0?[1-9]|1[0-2])(?: ?(?:20)?\d\d)?(?: \d{3,4})?|\d{3,4})?$/.test(rest.map(({ digits }) => digits).join(' '))
  );
}

/** Most digits of a telephone number with its country (E.164). */
const longestPhone = 15;
/** Most digits of numbers of parcels and SIM cards, which are written in groups of four. */
const longestOwnNumber = 24;

/** Whether it is built, or called, like a number of another kind. */
function isOtherNumber(folded: string, groups: readonly Group[], first: number, shape: readonly number[], named: boolean): boolean {
  const [start, begin] = [groups[first]?.start ?? 0, groups[0]?.start ?? 0];
  const length = shape.reduce((sum, size) => sum + size, 0);
  if (/\+[ (]?$/.test(folded.slice(Math.max(0, start - 2), start)) && (length <= longestPhone || shape[0] !== 4)) return true;
  const label = labelBefore(folded, start);
  if (label === 'telephone' && length <= longestPhone && !named) return true;
  if (label === 'own-number') return true;
  if (begin !== start && labelBefore(folded, begin) === 'own-number' && digitsBefore(groups, first) + length <= longestOwnNumber)
    return true;
  if (shape.length > 1) return shape.length === 2 && isFraction(folded, groups[first], shape);
  return label === 'order' || isPartOfCode(folded, start);
}

function digitsBefore(groups: readonly Group[], first: number): number {
  let sum = 0;
  for (let at = first - 1; at >= 0 && sum <= longestOwnNumber; at -= 1) sum += groups[at]?.digits.length ?? 0;
  return sum;
}

/** A number with decimals, as places on a map are. */
function isFraction(folded: string, whole: Group | undefined, [size = 0]: readonly number[]): boolean {
  return whole !== undefined && size <= 3 && folded[whole.end] === '.';
}
