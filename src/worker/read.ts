import type { ParsedMessage, SenderAuthentication } from '../intake/message.ts';
import { receiptInstant } from '../intake/receipt.ts';
import { type ScreenVerdict, screen } from '../intake/screen.ts';
import { authenticate } from '../intake/sender.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import type { ClaimedMessage } from '../store/messages.ts';
import type { Context } from './context.ts';
import { letterOfLoop } from './marks.ts';
import { findThread, type Thread } from './thread.ts';

/** A message with everything found out about it before its text is classified. */
export interface Read {
  readonly claimed: ClaimedMessage;
  readonly message: ParsedMessage;
  readonly fromIndex: Uint8Array | null;
  readonly receivedAt: Temporal.Instant;
  readonly authentication: SenderAuthentication;
  readonly verdict: ScreenVerdict;
  readonly thread: Thread;
}

/** Who sent it, whether a machine did, when it reached us and what of ours it answers. */
export async function look(context: Context, claimed: ClaimedMessage, message: ParsedMessage): Promise<Read> {
  const { config } = context;
  const authentication = authenticate(message, config.authservId);
  const fromIndex = message.from.status === 'one' ? blindIndex(context.indexKey, 'address', message.from.address) : null;
  const verdict = screen(message, {
    ownAddresses: [config.mailFrom.address],
    ownDomain: config.mailFrom.address.split('@')[1] ?? '',
    isOurLoop: (value) => letterOfLoop(context, value) !== null,
    authentication,
  });
  const receivedAt = receiptInstant(message, Temporal.Instant.from(claimed.receivedAt), config.authservId);
  const thread = await findThread(context, message, fromIndex);
  return {
    claimed,
    message,
    fromIndex,
    receivedAt,
    authentication,
    verdict,
    thread: authentication === 'fail' ? distrusted(thread) : thread,
  };
}

/** Our boundary says that the sender is forged: what it answers is not its own, and a person looks. */
function distrusted(thread: Thread): Thread {
  return thread.belonging === 'own-case' ? { ...thread, belonging: 'case-of-another', cases: [] } : thread;
}
