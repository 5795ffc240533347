/**
 * The station between the mailbox and the cases: takes a stored message, reads it, and commits what follows from it
 * in one transaction. A message that cannot be read becomes a case a person sees; nothing here drops anything.
 * Never talks to a mail server. When the database moves under it, it decides again; when the process dies, the lease
 * ends and another worker starts over.
 */
import type { Attention } from '../case/case.ts';
import { type CaseKind, isConfidential } from '../case/kind.ts';
import type { Classification } from '../classify/classification.ts';
import { ExpectedError } from '../errors.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { databaseTrouble, isConflict } from '../store/db.ts';
import type { WithheldBecause } from '../store/letters.ts';
import { type ClaimedMessage, claimMessages, strikeMessage, type TriageResult } from '../store/messages.ts';
import { type SenderHistory, senderHistory } from '../store/senders.ts';
import { answerStaff } from './answer-staff.ts';
import type { Context } from './context.ts';
import { followUp } from './follow-up.ts';
import { judge } from './judge.ts';
import { noteOutsideAnswer } from './note-outside-answer.ts';
import { noteOwnCopy, noteReport } from './note-report.ts';
import { openCases } from './open-cases.ts';
import { openForward } from './open-forward.ts';
import { ownCopyOf } from './own-copy.ts';
import { type Payment, paymentOf, withoutPayment } from './payment.ts';
import { classifierInput, look, payoutOf, type Read } from './read.ts';
import { recognise } from './recognise.ts';
import { faultOf } from './station.ts';
import { messageIdIndexOf, resultOf } from './triage-result.ts';
import { createTurns, type Turns } from './turns.ts';
import { beginWork, commitWork, isOvertaken, type Work } from './work.ts';

/** Strikes after which a message is a person's to read. */
const strikesToUnreadable = 2;
const attempts = 6;

/**
 * Handles what waits, a handful at once so that commits group, but those of one sender in turn: each must see the cases
 * and acknowledgements of the one before. Returns how many messages were handled.
 */
export async function triage(context: Context, limit: number): Promise<number> {
  const claimed = await claimMessages(context.db, context.subKeys, context.lease, limit);
  const turns = createTurns();
  // What colleagues sent may answer what came in just before: that is opened first.
  const [sent, received] = [true, false].map((isSent) => claimed.filter((one) => (one.folderRole === 'sent') === isSent));
  const done = await settleAll(context, received ?? [], turns);
  done.push(...(await settleAll(context, sent ?? [], turns)));
  const failed = done.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return claimed.length;
}

function settleAll(context: Context, claimed: readonly ClaimedMessage[], turns: Turns): Promise<PromiseSettledResult<void>[]> {
  return Promise.allSettled(claimed.map((message) => triageOrStrike(context, message, turns)));
}

/** A fault of ours in handling one message is a strike against that message: the next one goes on. */
async function triageOrStrike(context: Context, claimed: ClaimedMessage, turns: Turns): Promise<void> {
  try {
    await triageOne(context, claimed, turns);
  } catch (error) {
    if (error instanceof ExpectedError || databaseTrouble(error) !== null || isOvertaken(error)) throw error;
    context.log.error('a fault of the program, on one message', { messageId: claimed.id, fault: faultOf(error) });
    await strikeMessage(context.db, claimed.id, context.lease.worker);
    if (claimed.strikes >= strikesToUnreadable) throw error;
  }
}

async function triageOne(context: Context, claimed: ClaimedMessage, turns: Turns): Promise<void> {
  const parsed =
    claimed.strikes >= strikesToUnreadable ? null : await context.parse(claimed.raw, { truncated: claimed.truncated, mask: true });
  if (parsed?.status === 'strike') {
    context.log.warn('message could not be read', { messageId: claimed.id, reason: parsed.reason, strikes: claimed.strikes + 1 });
    if (claimed.strikes + 1 < strikesToUnreadable) return strikeMessage(context.db, claimed.id, context.lease.worker);
  }
  // From here on nobody reads what was masked: not the classifier, not a model, not the database.
  const message = parsed?.status === 'parsed' ? withoutPayment(parsed.message) : null;
  const payment = paymentOf(context, claimed, parsed);
  const sender = message?.from.status === 'one' ? message.from.address.toLowerCase() : null;
  await turns.take(sender, () => decideAndCommit(context, claimed, message, payment));
}

async function decideAndCommit(context: Context, claimed: ClaimedMessage, message: ParsedMessage | null, payment: Payment): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const work = message === null ? await unreadable(context, claimed) : await readable(context, claimed, message, payment);
      await commitWork(context.db, work, context.subKeys);
      return;
    } catch (error) {
      if (attempt >= attempts || !(isOvertaken(error) || isConflict(error))) throw error;
    }
  }
}

async function unreadable(context: Context, claimed: ClaimedMessage): Promise<Work> {
  const work = beginWork();
  if (claimed.folderRole === 'sent') {
    work.triage = { worker: context.lease.worker, result: resultOf(claimed, 'sent', ['unreadable'], null, null, context) };
    return work;
  }
  work.triage = { worker: context.lease.worker, result: resultOf(claimed, 'unreadable', ['unreadable'], null, null, context) };
  await openCases(context, work, null, null, {
    messageId: claimed.id,
    receivedAt: Temporal.Instant.from(claimed.receivedAt),
    kinds: ['undetermined'],
    attention: ['unreadable', 'acknowledgement-withheld'],
    continues: [],
    requesterIndex: null,
    acknowledgement: 'none',
  });
  return work;
}

async function readable(context: Context, claimed: ClaimedMessage, parsed: ParsedMessage, payment: Payment): Promise<Work> {
  const read = await look(context, claimed, parsed, payment);
  const { message, verdict, thread } = read;
  const work = beginWork();
  const finish = (disposition: TriageResult['disposition'], reasons: readonly string[], kept: ParsedMessage | null = message) => {
    work.triage = { worker: context.lease.worker, result: resultOf(claimed, disposition, reasons, kept, read.fromIndex, context, payment) };
    return work;
  };
  const ownLetter = ownCopyOf(context, message);
  if (ownLetter !== null) {
    const isNews = await noteOwnCopy(context, work, read, ownLetter);
    return finish('own_copy', isNews ? ['own-copy', 'answered-outside'] : ['own-copy']);
  }
  if (claimed.folderRole === 'sent') {
    const answered = await noteOutsideAnswer(context, work, read);
    return finish('sent', answered ? ['answered-outside'] : [], answered ? message : null);
  }
  if (verdict.certain !== null) {
    await noteReport(context, work, read);
    return finish(verdict.disposition === 'bounce' ? 'bounce' : 'automatic', verdict.reasons);
  }
  const answered = await answerStaff(context, work, read);
  if (answered !== null) return finish('follow_up', [...verdict.reasons, answered]);

  const forward = await openForward(context, work, read);
  if (forward !== null) return finish(forward.disposition, forward.reasons);

  const content = await context.classify(classifierInput(context, read));
  const found = judge(message, verdict, content, thread.belonging);
  const reasons = [...found.reasons];
  const disposition = await act(context, work, read, found, reasons);
  return finish(disposition, reasons);
}

/** Opens, joins or sets aside; returns what the message is in the ledger, and adds to `reasons` what it said. */
async function act(
  context: Context,
  work: Work,
  read: Read,
  found: Classification,
  reasons: string[],
): Promise<TriageResult['disposition']> {
  if (found.disposition === 'authority') {
    await openFor(context, work, read, found, ['authority'], ['authority'], 'authority');
    return 'authority';
  }
  const { remaining, joined, said } = await followUp(context, work, read, found);
  reasons.push(...said);
  if (remaining.length > 0) {
    const history = await historyOf(context, read);
    const held = withheldBecause(context, read, found, history);
    await openFor(context, work, read, found, remaining, attentionOf(read, found, remaining, history), held);
    return joined && remaining.every((kind) => kind === 'undetermined') ? 'follow_up' : 'request';
  }
  if (found.disposition === 'bounce' || found.disposition === 'unreadable') return found.disposition;
  return joined ? 'follow_up' : found.disposition === 'request' ? 'request' : found.disposition;
}

async function openFor(
  context: Context,
  work: Work,
  read: Read,
  found: Classification,
  kinds: readonly CaseKind[],
  attention: readonly Attention[],
  held: WithheldBecause | 'authority' | null,
): Promise<void> {
  const beforeGoLive = read.claimed.beforeGoLive;
  await openCases(context, work, read.message, found, {
    messageId: read.claimed.id,
    receivedAt: read.receivedAt,
    kinds,
    attention: [
      ...attention,
      ...(beforeGoLive ? (['before-go-live'] as const) : held === null ? [] : (['acknowledgement-withheld'] as const)),
    ],
    // A demand is tied to nothing that others read, nor the other way round.
    continues: read.thread.cases.filter((one) => isConfidential(one.kind) === kinds.some(isConfidential)).map((one) => one.id),
    requesterIndex: read.fromIndex,
    payout: payoutOf(read),
    channel: read.channel,
    recognition: kinds.includes('authority') ? null : await recognise(context, read, found.entities),
    withheldBecause: held === 'authority' ? null : held,
    acknowledgement: beforeGoLive || kinds.includes('authority') ? 'none' : held === null ? 'send' : 'withhold',
  });
}

/** What we know of the sender; null when nobody could be named. */
async function historyOf(context: Context, { claimed, message, fromIndex }: Read): Promise<SenderHistory | null> {
  if (fromIndex === null) return null;
  return senderHistory(context.db.query, {
    fromIndex,
    messageId: claimed.id,
    messageIdIndex: messageIdIndexOf(context, message),
    since: context.clock.now().subtract({ hours: 24 }).toString(),
  });
}

/** Why an acknowledgement waits for a person; null when it may go. */
function withheldBecause(context: Context, read: Read, found: Classification, history: SenderHistory | null): WithheldBecause | null {
  if (read.authentication === 'fail') return 'sender-authentication';
  if (read.claimed.folderRole === 'junk') return 'junk';
  if (history === null) return 'sender-doubtful';
  if (read.thread.belonging === 'case-of-another') return 'other-sender';
  if (!found.acknowledge) return 'screen';
  if (isFromBefore(context, read)) return 'restored';
  return history.acknowledgements >= context.policy.acknowledgement.perAddressPerDay ? 'too-many' : null;
}

/** It reached us before a backup was put back: whoever worked on the data that are lost may have acknowledged it. */
function isFromBefore({ restoredAt }: Context, { receivedAt }: Read): boolean {
  return restoredAt !== null && Temporal.Instant.compare(receivedAt, restoredAt) <= 0;
}

function attentionOf(
  { message, thread }: Read,
  found: Classification,
  kinds: readonly CaseKind[],
  history: SenderHistory | null,
): readonly Attention[] {
  return [
    ...(kinds.includes('undetermined') ? (['undetermined'] as const) : []),
    ...(message.truncated ? (['too-large'] as const) : []),
    ...(message.from.status === 'doubtful' ? (['sender-doubtful'] as const) : []),
    ...(thread.belonging === 'case-of-another' ? (['other-sender'] as const) : []),
    ...(history !== null && isRepeat(found, history) ? (['possible-repeat'] as const) : []),
  ];
}

/** The same sender asks the same outside the thread, or sends the same Message-ID with other content. */
function isRepeat(found: Classification, history: SenderHistory): boolean {
  return history.repeatsMessageId || found.requests.some((request) => history.openKinds.includes(request.kind));
}
