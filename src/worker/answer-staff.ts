/**
 * Approval by mail. A reply to a review mail decides about exactly the content that mail showed, once, and only when it
 * comes from the staff member it was sent to and our own boundary vouches for the sender (DMARC). Anything else changes
 * nothing; the staff member on file is told.
 */
import { readStaffReply } from '../intake/staff-reply.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import type { ReviewReceiptFacts } from '../responders/letter.ts';
import { loadCases } from '../store/cases.ts';
import { loadReview, type Review } from '../store/letters.ts';
import type { StaffMember } from '../store/staff.ts';
import { answerMorning } from './answer-morning.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import type { Read } from './read.ts';
import { staffLanguage, writeReviewReceipt } from './staff-letters.ts';
import { addLoaded, type Work } from './work.ts';

/** Handles a reply to a review mail or a morning mail; a short code of what came of it, or null when the message is neither. */
export async function answerStaff(context: Context, work: Work, read: Read): Promise<string | null> {
  const answered = read.thread.letters.filter((one) => isFrom(read, one.recipientIndex));
  const letter = answered.find((one) => one.kind === 'review-request') ?? answered.find((one) => one.kind === 'morning');
  if (letter === undefined || isAutomatic(read)) return null;
  // Who was removed a moment ago, by another process, approves nothing.
  await context.refreshPeople();
  if (letter.kind === 'morning') return answerMorning(context, work, read, letter);
  const review = await loadReview(context.db.query, letter.id);
  if (review === null) return null;
  const outcome = await decideReview(context, work, read, review);
  await tell(context, work, read, review, outcome);
  return `staff-${outcome.result}`;
}

type Outcome = Pick<ReviewReceiptFacts, 'result' | 'reason'>;

async function decideReview(context: Context, work: Work, read: Read, review: Review): Promise<Outcome> {
  const member = context.people.find((one) => one.id === review.staffId && one.isApprover);
  // The mail went to the sender; that the sender is the member it asks is read from the member's own sealed address.
  if (member === undefined || !isFrom(read, blindIndex(context.indexKey, 'address', member.address)))
    return refused(context, null, 'U mag geen brieven (meer) goedkeuren.', 'You may not (or no longer) approve letters.');
  if (read.authentication !== 'pass') return refused(context, member, notVouchedNl, notVouchedEn);
  if (review.usedAt !== null) return refused(context, member, 'Op deze mail is al eerder beslist.', 'This mail has been answered before.');
  const reply = readStaffReply(read.message.ownText);
  if (reply.decision === 'unclear') return { result: 'not-understood', reason: null };

  const [loaded] = await loadCases(context.db.query, context.subKeys, [review.caseId]);
  if (loaded === undefined) throw new Error('the case of a review is gone');
  addLoaded(work, loaded);
  const by = { letterId: review.letterId, by: member.id };
  const command =
    reply.decision === 'approve' ? ({ type: 'approve', hash: review.hash, ...by } as const) : ({ type: 'reject', ...by } as const);
  const refusal = await carryOut(context, work, review.caseId, command);
  if (refusal !== null) return { result: 'refused', reason: refusal.text[staffLanguage(context, member)] };
  work.usedReviews.push({ reviewLetterId: review.reviewLetterId, at: context.clock.now().toString() });
  if (reply.decision === 'reject') {
    if (reply.reason !== '') work.notes.push({ caseId: review.caseId, by: member.id, text: reply.reason });
    return { result: 'rejected', reason: null };
  }
  const after = work.cases.get(review.caseId)?.state;
  return { result: after?.status === 'awaiting-approval' ? 'approved-waiting-for-second' : 'approved', reason: null };
}

const notVouchedNl = 'De mailserver kon niet vaststellen dat dit antwoord echt van u kwam.';
const notVouchedEn = 'The mail server could not establish that this answer really came from you.';

function refused(context: Context, member: StaffMember | null, nl: string, en: string): Outcome {
  return { result: 'refused', reason: staffLanguage(context, member) === 'nl' ? nl : en };
}

async function tell(context: Context, work: Work, { message }: Read, review: Review, outcome: Outcome): Promise<void> {
  const member = context.people.find((one) => one.id === review.staffId);
  const [loaded] = await loadCases(context.db.query, context.subKeys, [review.caseId]);
  if (member === undefined || loaded === undefined) return;
  const answered = { messageId: message.messageId, references: message.references };
  work.letters.push(await writeReviewReceipt(context, member, loaded.state.reference, outcome, answered));
}

/** A machine wrote it. That the sender is not vouched for says nothing of the kind: the member is told of that. */
function isAutomatic({ verdict }: Read): boolean {
  return verdict.reasons.some((reason) => reason !== 'dmarc-fail');
}

function isFrom(read: Read, index: Uint8Array): boolean {
  return read.fromIndex !== null && Buffer.from(index).equals(Buffer.from(read.fromIndex));
}
