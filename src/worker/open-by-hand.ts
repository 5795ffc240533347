/**
 * A request that came by telephone, by post or in a form we do not read: a colleague writes it down, and it is a case like
 * any other. Its clock runs from when it reached us, and the requester gets the acknowledgement where an address is known.
 * Written down twice it is two cases, the second marked as a possible repeat: a person decides, nothing is refused for it.
 */
import { randomUUID } from 'node:crypto';
import type { Attention, Case } from '../case/case.ts';
import type { Refusal } from '../case/command.ts';
import type { CaseKind, LetterLanguage } from '../case/kind.ts';
import { receiptInFuture } from '../case/refusal.ts';
import type { Classification } from '../classify/classification.ts';
import { normalAddress } from '../intake/address.ts';
import { fingerprint } from '../intake/fingerprint.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import { maskPaymentData } from '../privacy/mask.ts';
import { findPhoneNumbers } from '../privacy/phone.ts';
import { insertNew } from '../store/insert-new.ts';
import { createKey } from '../store/keys.ts';
import { insertMemo, isMemoKnown, type NewMemo } from '../store/memos.ts';
import { senderHistory } from '../store/senders.ts';
import { type Context, dayOf } from './context.ts';
import { type ByHandChannel, type Memo, writeMemo } from './memo.ts';
import { isOurs } from './note-outside-answer.ts';
import { openCases } from './open-cases.ts';
import { ibansIn } from './payment.ts';
import { beginWork, openedIn, writeAlarms } from './work.ts';

export interface ByHand {
  /** One case each, linked. */
  readonly kinds: readonly CaseKind[];
  readonly requester: { readonly address: string | null; readonly name: string };
  readonly receivedAt: Temporal.Instant;
  readonly channel: ByHandChannel;
  /** What was said or written. */
  readonly words: string;
  readonly orderNumber: string | null;
  readonly phoneNumbers: readonly string[];
  /** Null: as the words are. */
  readonly language: LetterLanguage | null;
  /** False: the acknowledgement is written and kept back. */
  readonly acknowledge: boolean;
  /** Staff id. */
  readonly by: string;
}

export type OpenedByHand =
  | {
      readonly done: true;
      readonly cases: readonly Case[];
      /** `none`: there is nobody to write to. */
      readonly acknowledgement: 'leaves' | 'withheld' | 'none';
      readonly possibleRepeat: boolean;
    }
  | { readonly done: false; readonly refusal: Refusal };

const mostWords = 20_000;

export async function openByHand(context: Context, typed: ByHand): Promise<OpenedByHand> {
  // Masked before it is written down anywhere; an account for a refund is kept apart.
  const given = { ...typed, words: maskPaymentData(typed.words).text };
  const refusal = refusalOf(context, given);
  if (refusal !== null) return { done: false, refusal };
  const facts = { ...given, requester: { ...given.requester, address: normalAddress(given.requester.address ?? '') } };
  const notedBy = context.people.find((one) => one.id === facts.by)?.address ?? '';
  const memo = writeMemo(context, { ...facts, receivedAt: facts.receivedAt.toString(), notedBy });
  const stored = storedMemo(context, facts, memo);
  const { possibleRepeat, tooMany } = await historyOf(context, facts, stored);
  const known = facts.requester.address !== null;
  const withheldBecause = !known ? null : facts.acknowledge ? (tooMany ? 'too-many' : null) : 'by-hand';
  const attention: readonly Attention[] = [
    ...facts.kinds.filter((kind) => kind === 'undetermined' || kind === 'authority'),
    ...(possibleRepeat ? (['possible-repeat'] as const) : []),
    ...(withheldBecause === null ? [] : (['acknowledgement-withheld'] as const)),
  ];
  const work = beginWork();
  await openCases(context, work, asMessage(facts), await read(context, facts), {
    messageId: stored.id,
    receivedAt: facts.receivedAt,
    kinds: facts.kinds,
    attention,
    continues: [],
    requesterIndex: stored.fromIndex,
    acknowledgement: facts.kinds.includes('authority') || !known ? 'none' : withheldBecause === null ? 'send' : 'withhold',
    withheldBecause,
    channel: facts.channel,
    openedBy: facts.by,
    payout: ibansIn(typed.words),
  });
  const opened = openedIn(work, context.subKeys);
  await context.db.transaction(async (tx) => {
    await insertMemo(tx, stored, context.clock.now().toString());
    await insertNew(tx, { triage: null, cases: opened, letters: work.letters });
    await writeAlarms(tx, work);
  });
  const letter = work.letters.find(({ kind }) => kind === 'acknowledgement');
  const acknowledgement = letter === undefined ? 'none' : letter.withheld ? 'withheld' : 'leaves';
  return { done: true, cases: opened.map(({ state }) => state), acknowledgement, possibleRepeat };
}

function refusalOf(context: Context, { receivedAt, words, kinds, requester }: ByHand): Refusal | null {
  if (Temporal.Instant.compare(receivedAt, context.clock.now()) > 0) return receiptInFuture();
  if (kinds.length === 0 || words.trim() === '' || words.length > mostWords) return noWords;
  if (requester.address === null) return null;
  return normalAddress(requester.address) === null || isOurs(context, requester.address) ? noCustomer : null;
}

function storedMemo(context: Context, { requester, words, receivedAt, channel }: ByHand, memo: Memo): NewMemo {
  return {
    id: randomUUID(),
    fingerprint: fingerprint(memo.raw, context.indexKey),
    receivedAt: receivedAt.toString(),
    raw: memo.raw,
    summary: {
      messageId: memo.messageId,
      from: requester.address,
      name: requester.name,
      subject: memo.subject,
      text: memo.text,
      ownText: words,
      attachments: [],
    },
    fromIndex: requester.address === null ? null : blindIndex(context.indexKey, 'address', requester.address),
    messageIdIndex: blindIndex(context.indexKey, 'message-id', memo.messageId),
    reasons: [channel],
    key: createKey(context.subKeys),
  };
}

async function historyOf(
  context: Context,
  { kinds }: ByHand,
  memo: NewMemo,
): Promise<{ readonly possibleRepeat: boolean; readonly tooMany: boolean }> {
  const isKnown = await isMemoKnown(context.db.query, memo.messageIdIndex);
  if (memo.fromIndex === null) return { possibleRepeat: isKnown, tooMany: false };
  const { openKinds, acknowledgements } = await senderHistory(context.db.query, {
    fromIndex: memo.fromIndex,
    messageId: memo.id,
    messageIdIndex: memo.messageIdIndex,
    since: context.clock.now().subtract({ hours: 24 }).toString(),
  });
  const tooMany = acknowledgements >= context.policy.acknowledgement.perAddressPerDay;
  return { possibleRepeat: isKnown || kinds.some((kind) => openKinds.includes(kind)), tooMany };
}

/** What the words say besides: language, dates, what is to change. What the colleague said of it counts more. */
async function read(context: Context, facts: ByHand): Promise<Classification> {
  const { requester, words, kinds, orderNumber, phoneNumbers } = facts;
  const content = await context.classify({
    subject: '',
    ownText: words,
    receivedOn: dayOf(context, facts.receivedAt).toString(),
    addresses: requester.address === null ? [] : [requester.address],
    names: requester.name === '' ? [] : [requester.name],
  });
  const given = phoneNumbers.flatMap((number) => findPhoneNumbers(`tel ${number.slice(0, 100)}`).map(({ e164 }) => e164));
  return {
    ...content,
    disposition: kinds.includes('authority') ? 'authority' : 'request',
    requests: content.requests.filter(({ kind }) => kinds.includes(kind)),
    language: facts.language ?? content.language,
    person: true,
    acknowledge: facts.acknowledge,
    evidence: content.evidence.filter(({ fact, value }) => fact !== 'orderNumber' || orderNumber === null || value === orderNumber),
    entities: {
      ...content.entities,
      orderNumber: orderNumber ?? content.entities.orderNumber,
      phoneNumbers: [...new Set([...given, ...content.entities.phoneNumbers])],
    },
  };
}

/** The request as a message of the customer's, sent when it was said; there is nothing of theirs to answer. */
function asMessage({ requester: { address, name }, receivedAt, words }: ByHand): ParsedMessage {
  return {
    headers: [],
    from: address === null ? { status: 'doubtful', reason: 'none' } : { status: 'one', address, name },
    sender: null,
    replyTo: [],
    to: [],
    cc: [],
    subject: '',
    messageId: null,
    inReplyTo: [],
    references: [],
    sentAt: receivedAt.toString(),
    text: words,
    ownText: words,
    attachments: [],
    decodingDoubtful: false,
    truncated: false,
    report: null,
  };
}

const noWords: Refusal = {
  code: 'words-missing',
  text: {
    nl: `Noteer wat er gevraagd is, in hoogstens ${mostWords} tekens, en ten minste één soort verzoek.`,
    en: `Write down what was asked, in ${mostWords} characters at most, and at least one kind of request.`,
  },
};

const noCustomer: Refusal = {
  code: 'words-missing',
  text: {
    nl: 'Dit is geen adres van een klant. Geef het adres van de aanvrager, of geen als hij er geen heeft.',
    en: 'This is no address of a customer. Give that of the requester, or none where there is none.',
  },
};
