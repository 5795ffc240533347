import type { Channel } from '../case/case.ts';
import type { ClassifyInput } from '../classify/classify.ts';
import { asCustomer, readForm } from '../intake/form.ts';
import type { ParsedMessage, SenderAuthentication } from '../intake/message.ts';
import { receiptInstant } from '../intake/receipt.ts';
import { type ScreenVerdict, screen } from '../intake/screen.ts';
import { authenticate } from '../intake/sender.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import type { ClaimedMessage } from '../store/messages.ts';
import { type Context, dayOf } from './context.ts';
import { letterOfLoop } from './marks.ts';
import type { Payment } from './payment.ts';
import { findThread, type Thread } from './thread.ts';

/** A message with everything found out about it before its text is classified. */
export interface Read {
  readonly claimed: ClaimedMessage;
  /** What was taken out of it. */
  readonly payment: Payment;
  /** Without payment data. One of our web forms sent it: the customer stands in its From. */
  readonly message: ParsedMessage;
  readonly channel: Extract<Channel, 'mail' | 'form'>;
  /** What is classified. */
  readonly words: { readonly subject: string; readonly ownText: string };
  readonly fromIndex: Uint8Array | null;
  readonly receivedAt: Temporal.Instant;
  readonly authentication: SenderAuthentication;
  readonly verdict: ScreenVerdict;
  readonly thread: Thread;
}

/** Who sent it, whether a machine did, when it reached us and what of ours it answers. */
export async function look(context: Context, claimed: ClaimedMessage, parsed: ParsedMessage, payment: Payment): Promise<Read> {
  return { ...(await lookAt(context, claimed.receivedAt, parsed)), claimed, payment };
}

/** The same of a message that is not in hand. @param arrived when the server took it, RFC 3339 */
export async function lookAt(context: Context, arrived: string, parsed: ParsedMessage): Promise<Omit<Read, 'claimed' | 'payment'>> {
  const { authservId } = context.config;
  const said = sayWho(context, parsed);
  const { message } = said;
  const fromIndex = message.from.status === 'one' ? blindIndex(context.indexKey, 'address', message.from.address) : null;
  const receivedAt = receiptInstant(message, Temporal.Instant.from(arrived), authservId);
  const thread = await findThread(context, message, fromIndex);
  return { ...said, fromIndex, receivedAt, thread: said.authentication === 'fail' ? distrusted(thread) : thread };
}

/** What the classifier is given: the sender's own words, and what of the header a model must never see. */
export function classifierInput(context: Context, { message, words, receivedAt }: Omit<Read, 'claimed' | 'payment'>): ClassifyInput {
  return { ...words, receivedOn: dayOf(context, receivedAt).toString(), addresses: addressesIn(message), names: namesIn(message) };
}

/** The accounts a refund may go to: those the customer named, who is not always the sender of the message. */
export function payoutOf({ channel, payment }: Pick<Read, 'channel' | 'payment'>): readonly string[] {
  return channel === 'form' ? payment.all : payment.own;
}

type Said = Pick<Read, 'message' | 'channel' | 'words' | 'authentication' | 'verdict'>;

function sayWho(context: Context, message: ParsedMessage): Said {
  const { config } = context;
  const authentication = authenticate(message, config.authservId);
  const verdict = screen(message, {
    ownAddresses: [config.mailFrom.address],
    ownDomain: config.mailFrom.address.split('@')[1] ?? '',
    isOurLoop: (value) => letterOfLoop(context, value) !== null,
    authentication,
  });
  if (isFromForm(context, message, authentication, verdict)) return filledIn(context, message, verdict);
  return { message, channel: 'mail', words: { subject: message.subject, ownText: message.ownText }, authentication, verdict };
}

/** A form answers nothing, reports nothing, and is not sent by who merely writes our address into From. */
function isFromForm({ config }: Context, { from, inReplyTo }: ParsedMessage, vouched: SenderAuthentication, { certain }: ScreenVerdict) {
  if (from.status !== 'one' || !config.formSenders.includes(from.address.toLowerCase())) return false;
  return vouched !== 'fail' && inReplyTo.length === 0 && certain !== 'own-copy' && certain !== 'report';
}

/**
 * A form's message as its customer's. That a program sent it keeps no acknowledgement back. The address is what somebody
 * typed: our boundary vouches for the form, never for them.
 */
function filledIn({ config }: Context, message: ParsedMessage, { reasons: signs }: ScreenVerdict): Said {
  const ours = [config.mailFrom.address.toLowerCase(), ...config.formSenders];
  const filled = readForm(message, (address) => ours.includes(address.toLowerCase()));
  const reasons = signs.filter((sign) => sign === 'spam');
  const machine = reasons.length > 0;
  return {
    message: asCustomer(message, filled),
    channel: 'form',
    words: { subject: filled.subject, ownText: filled.words },
    authentication: 'unverified',
    verdict: {
      certain: null,
      disposition: machine ? 'automatic' : null,
      machine,
      acknowledge: !machine && filled.customer !== null,
      reasons: ['form', ...reasons],
    },
  };
}

/** Header addresses and names, which a model must never see. */
export function addressesIn({ from, sender, to, cc, replyTo }: ParsedMessage): readonly string[] {
  const known = [...to, ...cc, ...replyTo, ...(sender === null ? [] : [sender]), ...(from.status === 'one' ? [from] : [])];
  return known.map((one) => one.address);
}

export function namesIn({ from, sender }: ParsedMessage): readonly string[] {
  return [from.status === 'one' ? from.name : '', sender?.name ?? ''].filter((name) => name !== '');
}

/** Our boundary says that the sender is forged: what it answers is not its own, and a person looks. */
function distrusted(thread: Thread): Thread {
  return thread.belonging === 'own-case' ? { ...thread, belonging: 'case-of-another', cases: [] } : thread;
}
