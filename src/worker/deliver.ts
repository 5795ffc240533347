/**
 * Sends letters. `sending` is committed before the SMTP server hears of a letter (transaction 3), its outcome after
 * (transaction 4), both grouped. What may not leave is checked once more here: the recipient must be a requester of the
 * letter's cases (a code: an address they have on file), the content the one that was hashed, and the letter, its bytes and
 * its approvals made by us and not by a hand in the tables. An outcome nobody knows is settled by looking, not by guessing.
 */
import { isCaseLetter } from '../case/kind.ts';
import type { Mailbox } from '../intake/mailbox.ts';
import { nextAttempt } from '../outbox/retry.ts';
import type { SendOutcome, Transport } from '../outbox/transport.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import { isInternal } from '../responders/letter.ts';
import { loadCases } from '../store/cases.ts';
import { isConflict } from '../store/db.ts';
import { isVerifiedByUs } from '../store/event-marks.ts';
import {
  claimLetters,
  claimUnknown,
  countAttempts,
  expireSending,
  type OutgoingLetter,
  type Settlement,
  type UnknownLetter,
} from '../store/outgoing.ts';
import type { Context } from './context.ts';
import { settle } from './settle.ts';
import { beginWork, commitWork, isOvertaken } from './work.ts';
import { contentHash, isOwnMessageId } from './write-letter.ts';

/** Sends what is due, up to the limits. Returns how many letters were attempted, and how many of those were not accepted. */
export async function deliver(context: Context, transport: Transport, mailbox: Mailbox): Promise<{ attempted: number; failed: number }> {
  const now = context.clock.now().toString();
  const letters = await claimLetters(context.db, context.subKeys, context.lease, await allowance(context, transport.concurrency), now);
  const settlements = await Promise.all(letters.map(async (letter) => ({ letter, settlement: await attempt(context, transport, letter) })));
  await writeSettlements(context, settlements);
  await fileCopies(context, mailbox, settlements);
  return { attempted: letters.length, failed: settlements.filter(({ settlement }) => settlement.status !== 'accepted').length };
}

/** `SENT_COPY=append`: we file what was accepted ourselves. The letter has left, so a failure here is only told. */
async function fileCopies(
  context: Context,
  mailbox: Mailbox,
  settled: readonly { letter: OutgoingLetter; settlement: Settlement }[],
): Promise<void> {
  if (context.config.sentCopy !== 'append' || context.config.smtp.kind === 'folder' || context.config.mailbox.kind !== 'imap') return;
  for (const { letter, settlement } of settled) {
    if (letter.audience !== 'customer' || settlement.status !== 'accepted') continue;
    try {
      await mailbox.fileSent(letter.raw);
    } catch {
      context.log.warn('a copy could not be filed in the Sent folder', { letterId: letter.id });
    }
  }
}

/** Customers' and our own people's letters have a share each, so that neither can use up the other's. */
async function allowance(context: Context, concurrency: number): Promise<{ customer: number; internal: number }> {
  const { sendPerMinute, sendPerDay } = context.config;
  const share = concurrency * 4;
  if (sendPerMinute === 0 && sendPerDay === 0) return { customer: share, internal: share };
  const [minute, day] = await Promise.all([countAttempts(context.db, 60), countAttempts(context.db, 86_400)]);
  const left = (audience: 'customer' | 'internal') =>
    Math.max(
      0,
      Math.min(
        share,
        sendPerMinute === 0 ? share : sendPerMinute - minute[audience],
        sendPerDay === 0 ? share : sendPerDay - day[audience],
      ),
    );
  return { customer: left('customer'), internal: left('internal') };
}

async function attempt(context: Context, transport: Transport, letter: OutgoingLetter): Promise<Settlement> {
  const objection = await objectionTo(context, letter);
  if (objection !== null) {
    context.log.error('a letter was stopped at the door', { letterId: letter.id, reason: objection });
    return { id: letter.id, by: context.lease.worker, status: 'void', code: objection };
  }
  const { config } = context;
  // Trying again later is what lets the case void it and ask anew (see settle).
  if (letter.overtaken)
    return { id: letter.id, by: context.lease.worker, status: 'queued', again: context.clock.now().toString(), code: 'new-message' };
  const copy = letter.audience === 'customer' && config.sentCopy === 'bcc' ? [config.mailFrom.address] : [];
  const outcome = await transport.send(letter.id, { from: config.mailFrom.address, to: [letter.content.to, ...copy] }, letter.raw);
  if (outcome.outcome !== 'accepted')
    context.log.warn('a letter was not accepted', { letterId: letter.id, outcome: outcome.outcome, code: outcome.code });
  return settlementOf(context, letter, outcome);
}

/** The last look before a letter leaves. */
async function objectionTo(context: Context, letter: OutgoingLetter): Promise<string | null> {
  if (contentHash(letter.content, letter.caseVersion) !== letter.hash) return 'content-changed';
  // The key that makes these is not in the database: rows that somebody else wrote are not letters of ours.
  if (!isOwnMessageId(context, letter.messageId, { ...letter, to: letter.content.to }) || !bears(letter.raw, letter.messageId))
    return 'not-our-letter';
  if (letter.approvers < letter.approvalsNeeded) return 'not-approved';
  if (!(await isForSomebodyVerified(context, letter))) return 'not-verified';
  if (isInternal(letter.kind) || isToRequester(letter) || (await isToAddressOnFile(context, letter))) return null;
  return 'recipient-is-not-the-requester';
}

/** Bytes in which a letter's own header ends, and more. */
const headBytes = 16_384;

function bears(raw: Uint8Array, messageId: string): boolean {
  return Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, headBytes)).includes(messageId, 0, 'latin1');
}

function isToRequester({ recipientIndex, requesterIndexes }: OutgoingLetter): boolean {
  const recipient = Buffer.from(recipientIndex);
  return requesterIndexes.length > 0 && requesterIndexes.every((index) => index !== null && recipient.equals(Buffer.from(index)));
}

/** A letter that says something was done is for people whom we verified, where they had to be. */
async function isForSomebodyVerified(context: Context, { kind, caseIds }: OutgoingLetter): Promise<boolean> {
  if (kind !== 'completion-notice' && kind !== 'partial-completion') return true;
  const about = await loadCases(context.db.query, context.subKeys, caseIds);
  const needed = about.filter(({ state }) => state.identity.needed);
  const verified = await Promise.all(needed.map(({ state }) => isVerifiedByUs(context.db.query, context.subKeys, state.id)));
  return verified.every((one) => one);
}

/** A code goes to an address its case has on file, wherever the request came from. Nothing else may. */
async function isToAddressOnFile(context: Context, { kind, recipientIndex, caseIds }: OutgoingLetter): Promise<boolean> {
  if (kind !== 'identity-request' || caseIds.length === 0) return false;
  const recipient = Buffer.from(recipientIndex);
  const loaded = await loadCases(context.db.query, context.subKeys, caseIds);
  return loaded.every(({ person }) => person.addressesOnFile.some((one) => recipient.equals(blindIndex(context.indexKey, 'address', one))));
}

function settlementOf(context: Context, letter: OutgoingLetter, outcome: SendOutcome): Settlement {
  const now = context.clock.now();
  const ours = { id: letter.id, by: context.lease.worker };
  if (outcome.outcome === 'accepted') return { id: letter.id, status: 'accepted', at: now.toString() };
  if (outcome.outcome === 'unknown') return { ...ours, status: 'unknown', at: now.toString(), code: outcome.code };
  if (outcome.retry === 'never') return { ...ours, status: 'refused', code: outcome.code };
  const again = nextAttempt(letter.attempts, Temporal.Instant.from(letter.firstAttemptAt), now);
  if (again === 'give-up') return { ...ours, status: 'refused', code: outcome.code };
  return { ...ours, status: 'queued', again: again.toString(), code: outcome.code };
}

type Settled = { readonly letter: Pick<OutgoingLetter, 'id' | 'kind'>; readonly settlement: Settlement };

/** Letters that move no case are settled together where they were accepted; each of the others in a transaction with its case. */
async function writeSettlements(context: Context, all: readonly Settled[]): Promise<void> {
  const simple = all.filter(({ letter, settlement }) => !isCaseLetter(letter.kind) && settlement.status === 'accepted');
  const together = beginWork();
  together.settlements.push(...simple.map((one) => one.settlement));
  const written = simple.length > 0 && (await write(context, async () => together));
  // One of them that somebody else settled meanwhile must not keep the others from being written.
  for (const { letter, settlement } of all.filter((one) => !written || !simple.includes(one))) {
    await write(context, async () => {
      const work = beginWork();
      await settle(context, work, letter, settlement);
      return work;
    });
  }
}

/** False: overtaken for good, since another settled it meanwhile. */
async function write(context: Context, prepare: () => Promise<ReturnType<typeof beginWork>>): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      const work = await prepare();
      await commitWork(context.db, work, context.subKeys);
      return true;
    } catch (error) {
      if (tries >= 5 && isOvertaken(error)) return false;
      if (!(isOvertaken(error) || isConflict(error)) || tries >= 5) throw error;
    }
  }
}

/**
 * Letters whose outcome is unknown. The Sent folder decides where the provider files what it accepts (`SENT_COPY=server`);
 * our own copy decides with `bcc` (see `triage`). With `append` nothing can: an acknowledgement goes once more,
 * byte-identical; anything weightier, and an acknowledgement whose second outcome nobody knows either, waits for a person.
 */
export async function settleUnknown(context: Context, mailbox: Mailbox, transport: Transport): Promise<number> {
  const expired = await expireSending(context.db);
  if (expired > 0) context.log.warn('letters of a worker that is gone: their outcome is unknown', { count: expired });
  const letters = await claimUnknown(context.db, context.lease, context.config.unknownWaitSeconds, 50);
  const settled: Settled[] = [];
  for (const letter of letters) settled.push({ letter, settlement: await settlementOfUnknown(context, mailbox, transport, letter) });
  await writeSettlements(context, settled);
  return letters.length;
}

/** How often an outcome may stay unknown before the usual pauses, and their end, hold for that letter too. */
const promptAgain = 3;

function sendAgain(letter: UnknownLetter, ours: { readonly id: string; readonly by: string }, now: Temporal.Instant): Settlement {
  const paused = nextAttempt(letter.attempts, Temporal.Instant.from(letter.firstAttemptAt), now);
  if (paused === 'give-up') return { ...ours, status: 'refused', code: 'never-answered' };
  const again = letter.attempts <= promptAgain ? now : paused;
  return { ...ours, status: 'queued', again: again.toString(), code: 'sent-again' };
}

async function settlementOfUnknown(context: Context, mailbox: Mailbox, transport: Transport, letter: UnknownLetter): Promise<Settlement> {
  const now = context.clock.now().toString();
  const ours = { id: letter.id, by: context.lease.worker };
  const again = sendAgain(letter, ours, context.clock.now());
  // Writing the same file twice leaves one file: nothing to ask.
  if (context.config.smtp.kind === 'folder') return again;
  const { sentCopy } = context.config;
  const found = sentCopy === 'append' ? null : await mailbox.findSent(letter.messageId);
  if (found === true) return { id: letter.id, status: 'accepted', at: now };
  if (found === false && sentCopy === 'server') return again;
  if (sentCopy === 'bcc' || (!isCaseLetter(letter.kind) && letter.attempts < 2)) return again;
  context.log.warn('nobody knows whether a letter left: a person must look', { letterId: letter.id, door: transport.name });
  return { ...ours, status: 'unknown', at: now, code: 'asked-a-person' };
}
