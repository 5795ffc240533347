import { createHmac } from 'node:crypto';
import type { ParsedMessage } from '../intake/message.ts';
import type { ParseAnswer } from '../intake/parse.ts';
import { maskPaymentData } from '../privacy/mask.ts';
import { findPaymentData } from '../privacy/payment.ts';
import type { ClaimedMessage, MaskedBytes } from '../store/messages.ts';
import type { Context } from './context.ts';

/** Payment data of a message, taken out of it before anything else reads it. */
export interface Payment {
  /** IBANs that its sender wrote now, and all in it, without blanks. They leave this process only sealed. */
  readonly own: readonly string[];
  readonly all: readonly string[];
  readonly masked: MaskedBytes | null;
  /** Why some of it is still in the raw bytes. */
  readonly reasons: readonly string[];
}

export const noPayment: Payment = { own: [], all: [], masked: null, reasons: [] };

/** More accounts than this in one message are nobody's own. */
const mostIbans = 3;

export function paymentOf(context: Context, claimed: ClaimedMessage, answer: ParseAnswer | null): Payment {
  if (answer?.status !== 'parsed') return noPayment;
  const { message, masked } = answer;
  const found = { own: ibansIn(`${message.subject}\n\n${message.ownText}`), all: ibansIn(`${message.subject}\n\n${message.text}`) };
  if (masked === null) return { ...noPayment, ...found };
  const { raw, left } = masked;
  const bytes = raw === null ? null : { raw, before: digest(context, claimed.raw), after: digest(context, raw) };
  return { ...found, masked: bytes, reasons: left };
}

export function ibansIn(text: string): readonly string[] {
  const found = findPaymentData(text).flatMap(({ type, value }) => (type === 'iban' ? [value] : []));
  return [...new Set(found)].slice(0, mostIbans);
}

/** What is read, shown and kept of a message from here on. */
export function withoutPayment(message: ParsedMessage): ParsedMessage {
  const masked = (text: string) => maskPaymentData(text).text;
  const { from, attachments } = message;
  return {
    ...message,
    from: from.status === 'one' ? { ...from, name: masked(from.name) } : from,
    subject: masked(message.subject),
    text: masked(message.text),
    ownText: masked(message.ownText),
    attachments: attachments.map((one) => ({ ...one, filename: one.filename === null ? null : masked(one.filename) })),
  };
}

/** HMAC-SHA-256 under the site's key: a card number has too few digits to be hidden by a digest anyone can make. */
function digest({ indexKey }: Context, bytes: Uint8Array): string {
  return createHmac('sha256', indexKey).update('raw\0').update(bytes).digest('hex');
}
