import { findPaymentData } from '../privacy/payment.ts';
import { type MaskedRaw, maskRaw } from './mask-raw.ts';
import type { ParsedMessage } from './message.ts';
import { parseMessage } from './parse-message.ts';

/**
 * A message as it came, and its bytes without payment data where that was asked for and there is any. The rewritten bytes
 * are read once more: what the parser still finds in them is said. Runs in a parser thread; throws as `parseMessage` does.
 */
export async function parseMasked(
  raw: Uint8Array,
  { truncated, mask }: { readonly truncated: boolean; readonly mask: boolean },
): Promise<{ readonly message: ParsedMessage; readonly masked: MaskedRaw | null }> {
  const message = await parseMessage(raw, { truncated });
  if (!mask) return { message, masked: null };
  const masked = maskRaw(raw);
  const again = masked.raw === null ? message : await parseMessage(masked.raw, { truncated });
  const left = holdsPaymentData(again) && !masked.left.includes('payment-kept') ? [...masked.left, 'payment-kept' as const] : masked.left;
  return { message, masked: masked.raw === null && left.length === 0 ? null : { raw: masked.raw, left } };
}

function holdsPaymentData({ subject, text }: ParsedMessage): boolean {
  return findPaymentData(subject).length > 0 || findPaymentData(text).length > 0;
}
