import { requestKinds } from '../case/kind.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { loadRaw } from '../store/messages.ts';
import { listCorrected, type Verdict } from '../store/verdicts.ts';
import type { Context } from './context.ts';
import { withoutPayment } from './payment.ts';
import { lookAt, type Read } from './read.ts';

/** A message that staff corrected, with what they said it asks. */
export interface OwnExample {
  readonly id: string;
  readonly message: ParsedMessage;
  readonly kinds: readonly (typeof requestKinds)[number][];
}

/** Every correction whose message can still be read. Nothing of them leaves this process. */
export async function ownExamples(context: Context): Promise<readonly OwnExample[]> {
  const examples: OwnExample[] = [];
  for (const verdict of await listCorrected(context.db.query)) {
    const read = await readAgain(context, verdict);
    if (read === null) continue;
    // What a form's customer typed, where a form sent it: what is learned and measured is what triage classifies.
    const message = { ...read.message, ...read.words };
    examples.push({ id: verdict.messageId, message, kinds: requestKinds.filter((kind) => verdict.kinds.includes(kind)) });
  }
  return examples;
}

/** A message once more from its sealed bytes, read as triage reads it; null when they are erased or cannot be read. */
export async function readAgain(
  context: Context,
  { messageId, receivedAt }: Pick<Verdict, 'messageId' | 'receivedAt'>,
): Promise<Omit<Read, 'claimed' | 'payment'> | null> {
  const raw = (await loadRaw(context.db.query, context.subKeys, [messageId])).get(messageId);
  if (raw === undefined) return null;
  const answer = await context.parse(raw, { truncated: false });
  return answer.status === 'parsed' ? lookAt(context, receivedAt, withoutPayment(answer.message)) : null;
}
