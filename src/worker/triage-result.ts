import type { ParsedMessage } from '../intake/message.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import type { ClaimedMessage, TriageResult } from '../store/messages.ts';
import type { Context } from './context.ts';
import { noPayment, type Payment } from './payment.ts';

export function messageIdIndexOf(context: Context, message: ParsedMessage): Uint8Array | null {
  return message.messageId === null ? null : blindIndex(context.indexKey, 'message-id', message.messageId);
}

/** What is kept of a message once it was triaged. `message`: without payment data. */
export function resultOf(
  claimed: ClaimedMessage,
  disposition: TriageResult['disposition'],
  reasons: readonly string[],
  message: ParsedMessage | null,
  fromIndex: Uint8Array | null,
  context: Context,
  payment: Payment = noPayment,
): TriageResult {
  return {
    messageId: claimed.id,
    disposition,
    reasons: [...new Set([...reasons, ...payment.reasons])],
    masked: payment.masked,
    fromIndex,
    messageIdIndex: message === null ? null : messageIdIndexOf(context, message),
    key: claimed.key,
    summary:
      message === null
        ? null
        : {
            messageId: message.messageId,
            from: message.from.status === 'one' ? message.from.address : null,
            name: message.from.status === 'one' ? message.from.name : '',
            subject: message.subject,
            text: message.text,
            ownText: message.ownText,
            attachments: message.attachments.map((one) => `${one.filename ?? 'unnamed'} (${one.contentType}, ${one.size} bytes)`),
          },
  };
}
