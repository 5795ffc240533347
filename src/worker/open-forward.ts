/**
 * What a colleague forwards becomes a draft case: who asks and when it reached us are proposed from the message inside,
 * and staff confirm them. Until then nothing leaves, so it is enough that our boundary does not call the sender forged: a
 * stranger who writes a colleague's address into From gains a question to staff, no letter and no case of anybody else.
 * A forward is never the colleague's own request.
 */
import type { Attention } from '../case/case.ts';
import { type CaseKind, isConfidential, requestKinds } from '../case/kind.ts';
import { findReferences } from '../case/reference.ts';
import type { ContentClassification } from '../classify/classification.ts';
import { asCustomer, readForm } from '../intake/form.ts';
import { type Forwarded, readForward } from '../intake/forward.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import { headsByLetter, headsByReference } from '../store/cases.ts';
import { senderHistory } from '../store/senders.ts';
import { type Context, dayOf } from './context.ts';
import { isOurs } from './note-outside-answer.ts';
import { openCases } from './open-cases.ts';
import { withoutPayment } from './payment.ts';
import { addressesIn, namesIn, type Read } from './read.ts';
import type { Work } from './work.ts';

/** What a message inside may claim about its age: older than this, it is dated from the forward until a person says otherwise. */
const oldestDays = 400;

/** What the forward is in the ledger, and why; null: it is none. */
export async function openForward(
  context: Context,
  work: Work,
  read: Read,
): Promise<{ readonly disposition: 'request' | 'authority'; readonly reasons: readonly string[] } | null> {
  if (!isFromColleague(context, read)) return null;
  const inner = await innerMessage(context, read);
  const forwarded = readForward(read.message, inner, { timeZone: context.timeZone, isOurs: (address) => isOurs(context, address) });
  if (forwarded === null) return null;
  const content = await context.classify({
    subject: forwarded.subject,
    ownText: forwarded.ownText,
    receivedOn: dayOf(context, read.receivedAt).toString(),
    addresses: [...addressesIn(read.message), ...(forwarded.sender === null ? [] : [forwarded.sender.address])],
    names: [...namesIn(read.message), forwarded.sender?.name ?? ''].filter((name) => name !== ''),
  });
  if (!forwarded.certain && content.disposition === 'none') return null;
  const kinds = kindsOf(content);
  const found = { ...content, disposition: content.disposition === 'authority' ? 'authority' : 'request', acknowledge: false } as const;
  await openCases(context, work, asForwarded(read.message, inner, forwarded), found, {
    messageId: read.claimed.id,
    receivedAt: proposedReceipt(forwarded, read.receivedAt),
    kinds,
    attention: await attentionOf(context, read, forwarded, kinds),
    continues: await namedCases(context, read, kinds),
    requesterIndex: null,
    acknowledgement: 'none',
    channel: 'forward',
    intakeConfirmed: false,
    payout: read.payment.all,
  });
  return { disposition: found.disposition, reasons: ['forward', ...content.reasons] };
}

/** One of our people, in a mail that answers none of the letters we write to them. */
function isFromColleague(context: Context, { channel, message, authentication, thread }: Read): boolean {
  if (channel !== 'mail' || authentication === 'fail' || message.from.status !== 'one') return false;
  const from = message.from.address.toLowerCase();
  return (
    context.people.some((one) => one.address.toLowerCase() === from) && !thread.letters.some(({ audience }) => audience === 'internal')
  );
}

/** The message attached, if there is one that can be read; what one of our forms sent is its customer's. */
async function innerMessage(context: Context, { claimed, message }: Read): Promise<ParsedMessage | null> {
  const isMultipart = message.headers.some(({ name, value }) => name === 'content-type' && /^\s*multipart\//i.test(value));
  if (!isMultipart || claimed.truncated) return null;
  const answer = await context.parsePart(claimed.raw, { type: 'message' });
  if (answer.status !== 'part' || answer.part?.type !== 'message') return null;
  const parsed = await context.parse(answer.part.content, { truncated: false });
  if (parsed.status !== 'parsed') return null;
  const inner = withoutPayment(parsed.message);
  const { from } = inner;
  if (from.status !== 'one' || !context.config.formSenders.includes(from.address.toLowerCase())) return inner;
  const filled = readForm(inner, (address) => isOurs(context, address));
  return { ...asCustomer(inner, filled), subject: filled.subject, ownText: filled.words };
}

function kindsOf({ disposition, requests }: ContentClassification): readonly CaseKind[] {
  if (disposition === 'authority') return ['authority'];
  const kinds = [...new Set(requests.map(({ kind }): CaseKind => kind))];
  return kinds.length > 0 ? kinds : ['undetermined'];
}

/** The message as it would have reached us from its sender. */
function asForwarded(
  message: ParsedMessage,
  inner: ParsedMessage | null,
  { sender, receivedAt, subject, ownText }: Forwarded,
): ParsedMessage {
  return {
    ...message,
    headers: inner?.headers ?? [],
    from: sender === null ? { status: 'doubtful', reason: 'none' } : { status: 'one', ...sender },
    messageId: inner?.messageId ?? null,
    references: inner?.references ?? [],
    sentAt: inner === null ? (receivedAt?.toString() ?? null) : inner.sentAt,
    subject,
    ownText,
  };
}

/** By the words of the message inside, where they can be: not after it was forwarded, and not long before. */
function proposedReceipt({ receivedAt }: Forwarded, forwardedAt: Temporal.Instant): Temporal.Instant {
  if (receivedAt === null || Temporal.Instant.compare(receivedAt, forwardedAt) > 0) return forwardedAt;
  const oldest = forwardedAt.subtract({ hours: 24 * oldestDays });
  return Temporal.Instant.compare(receivedAt, oldest) < 0 ? forwardedAt : receivedAt;
}

async function attentionOf(
  context: Context,
  { claimed, message }: Read,
  { sender }: Forwarded,
  kinds: readonly CaseKind[],
): Promise<readonly Attention[]> {
  const history =
    sender === null
      ? null
      : await senderHistory(context.db.query, {
          fromIndex: blindIndex(context.indexKey, 'address', sender.address),
          messageId: claimed.id,
          messageIdIndex: null,
          since: context.clock.now().toString(),
        });
  const repeats = requestKinds.some((kind) => kinds.includes(kind) && history?.openKinds.includes(kind));
  return [
    'intake-to-confirm',
    ...kinds.filter((kind) => kind === 'undetermined' || kind === 'authority'),
    ...(message.truncated ? (['too-large'] as const) : []),
    ...(repeats ? (['possible-repeat'] as const) : []),
    ...(claimed.beforeGoLive ? (['before-go-live'] as const) : []),
  ];
}

/** Cases that the forward names, by a letter of ours further down or by a reference in its subject: linked, never joined. */
async function namedCases(context: Context, { message, thread }: Read, kinds: readonly CaseKind[]): Promise<readonly string[]> {
  const heads = await Promise.all([
    headsByLetter(
      context.db.query,
      thread.letters.map(({ id }) => id),
    ),
    headsByReference(context.db.query, findReferences(message.subject).slice(0, 5)),
  ]);
  const alike = heads.flat().filter((one) => isConfidential(one.kind) === kinds.some(isConfidential));
  return [...new Set(alike.map(({ id }) => id))];
}
