/** What a case is found by besides its reference and its requester: telephone and order numbers, as keyed blind indexes. */
import { blindIndex } from './fingerprint.ts';
import { findPhoneNumbers } from './phone.ts';

export interface SearchKey {
  readonly kind: 'phone' | 'order';
  readonly value: Buffer;
}

/** The keys of what a message plainly names. @param phoneNumbers E.164 */
export function searchKeys(
  indexKey: Uint8Array,
  { phoneNumbers, orderNumber }: { readonly phoneNumbers: readonly string[]; readonly orderNumber: string | null },
): readonly SearchKey[] {
  const phones = [...new Set(phoneNumbers)].map((number) => ({ kind: 'phone' as const, value: blindIndex(indexKey, 'phone', number) }));
  const order = orderNumber === null ? null : normalOrder(orderNumber);
  return order === null ? phones : [...phones, { kind: 'order', value: blindIndex(indexKey, 'order', order) }];
}

/** The keys of what somebody typed to search for: it may be a telephone number, an order number, or either. */
export function typedKeys(indexKey: Uint8Array, typed: string): readonly SearchKey[] {
  // The word makes a number without its leading zero or plus one too.
  const phoneNumbers = findPhoneNumbers(`tel ${typed.slice(0, 100)}`).map(({ e164 }) => e164);
  return searchKeys(indexKey, { phoneNumbers, orderNumber: typed });
}

/** Letters and digits alone, upper case; null for what cannot be an order number. */
function normalOrder(text: string): string | null {
  const order = text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  return order.length >= 3 && order.length <= 40 && /\d/.test(order) ? order : null;
}
