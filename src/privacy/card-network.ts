/**
 * Which numbers a card can have: the prefixes and lengths that networks give out (ISO/IEC 7812; the networks' own published
 * ranges), and the check digit (ISO/IEC 7812-1 annex B, Luhn). Prefixes are compared on their own number of digits.
 */

interface Range {
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
  /** So many other numbers look like these that only words, or the way they are printed, make a card of them. */
  readonly common?: true;
}

const [sixteen, toNineteen] = [[16], [16, 17, 18, 19]];
/** Of a length that order and telephone numbers have. */
const short = [12, 13, 14, 15];

const ranges: readonly Range[] = [
  // Visa
  { from: '4', to: '4', lengths: [16, 18, 19] },
  { from: '4', to: '4', lengths: [13], common: true },
  // Mastercard, Diners Club in North America
  { from: '51', to: '55', lengths: sixteen },
  { from: '2221', to: '2720', lengths: sixteen },
  // American Express
  { from: '34', to: '34', lengths: [15] },
  { from: '37', to: '37', lengths: [15] },
  // Diners Club
  { from: '300', to: '305', lengths: [14, 16, 17, 18, 19] },
  { from: '3095', to: '3095', lengths: [14, 16, 17, 18, 19] },
  { from: '36', to: '36', lengths: [14, 15, 16, 17, 18, 19] },
  { from: '38', to: '39', lengths: [14, 16, 17, 18, 19] },
  // JCB, LankaPay, RuPay beside them
  { from: '3528', to: '3589', lengths: toNineteen },
  { from: '353', to: '353', lengths: sixteen },
  { from: '356', to: '356', lengths: sixteen },
  // Discover; RuPay, Verve and Troy within it
  { from: '6011', to: '6011', lengths: toNineteen },
  { from: '644', to: '659', lengths: toNineteen },
  // RuPay, Hipercard and others of the sixties
  { from: '60', to: '60', lengths: toNineteen },
  { from: '508', to: '508', lengths: sixteen },
  { from: '81', to: '82', lengths: sixteen },
  // UnionPay
  { from: '62', to: '62', lengths: toNineteen },
  { from: '81', to: '81', lengths: toNineteen },
  // Maestro and the debit cards that became it, Bancontact (17), girocard (19), Dankort, InterPayment
  { from: '50', to: '50', lengths: toNineteen },
  { from: '56', to: '58', lengths: toNineteen },
  { from: '63', to: '63', lengths: toNineteen },
  { from: '67', to: '67', lengths: toNineteen },
  { from: '50', to: '50', lengths: short, common: true },
  { from: '56', to: '58', lengths: short, common: true },
  { from: '6', to: '6', lengths: short, common: true },
  // Mir, BORICA
  { from: '2200', to: '2205', lengths: toNineteen },
  // Troy, Humo, UzCard
  { from: '9792', to: '9792', lengths: sixteen },
  { from: '9860', to: '9860', lengths: sixteen },
  { from: '8600', to: '8600', lengths: sixteen },
  // UATP
  { from: '1', to: '1', lengths: [15], common: true },
];

const byFirstDigit: ReadonlyMap<string, readonly Range[]> = Map.groupBy(ranges, ({ from }) => from[0] ?? '');

/** `card`: a network gives such numbers out and the check digit is right; `perhaps`: so it is, but not by that alone. */
export function readCard(digits: string): 'card' | 'perhaps' | null {
  const near = byFirstDigit.get(digits[0] ?? '');
  if (near === undefined || !luhn(digits)) return null;
  const fitting = near.filter(
    ({ from, to, lengths }) => lengths.includes(digits.length) && digits.slice(0, from.length) >= from && digits.slice(0, to.length) <= to,
  );
  if (fitting.length === 0) return null;
  return fitting.some(({ common }) => common !== true) ? 'card' : 'perhaps';
}

export const shortestCard = 12;
export const longestCard = 19;

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 1 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit;
  }
  // Nobody is given a card of nothing but one digit.
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}
