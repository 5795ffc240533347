import { findCards } from './card.ts';
import { foldText } from './folded-text.ts';
import { findIbans } from './iban.ts';
import { apartFrom, type Stretch } from './stretch.ts';

export interface PaymentStretch extends Stretch {
  readonly type: 'card' | 'iban';
  /** Its digits, and for an IBAN its letters in capitals, without what stands between them. */
  readonly value: string;
}

/** Digits without which a text holds neither: an IBAN may be letters for the greater part. */
const fewestDigits = 8;

/**
 * Where payment data stands in a text, in any script, grouping and spelling: IBANs (known country and structure, mod 97)
 * and card numbers (known prefix and length, Luhn). Telephone and order numbers are none. Linear.
 */
export function findPaymentData(text: string): PaymentStretch[] {
  if (!hasDigits(text)) return [];
  const { folded, startOf, endOf } = foldText(text);
  const ibans = findIbans(folded).map((found) => ({ ...found, type: 'iban' as const }));
  const cards = apartFrom(findCards(folded), ibans).map((found) => ({ ...found, type: 'card' as const }));
  return [...ibans, ...cards]
    .sort((one, other) => one.start - other.start)
    .map((found) => ({ ...found, start: startOf(found.start), end: endOf(found.end - 1) }));
}

function hasDigits(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(/\p{N}/gu)) {
    count += 1;
    if (count >= fewestDigits) return true;
  }
  return false;
}
