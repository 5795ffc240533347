import { randomUUID } from 'node:crypto';
import type { Case } from '../case/case.ts';

import type { LetterBody, LetterEnvelope } from '../outbox/letter.ts';
import { blindIndex, digestOf, sign } from '../privacy/fingerprint.ts';
import { acknowledgement } from '../responders/acknowledgement.ts';
import { completionNotice } from '../responders/completion-notice.ts';
import { type AnsweredMessage, letterHeaders, replyAddress } from '../responders/headers.ts';
import type { LetterKind, LetterText, ReviewReceiptFacts } from '../responders/letter.ts';
import { reviewReceipt } from '../responders/review-receipt.ts';
import { reviewRequest } from '../responders/review-request.ts';
import type { CasePerson } from '../store/cases.ts';
import { createKey } from '../store/keys.ts';
import type { LetterContent, NewLetter } from '../store/letters.ts';
import type { StaffMember } from '../store/staff.ts';
import { type Context, dayOf } from './context.ts';
import { letterToken, loopHeader } from './marks.ts';

export type LetterAttachments = LetterContent['attachments'];

/** Order numbers are the one thing an acknowledgement may repeat, and only when they look like one. */
function plainOrderNumber(orderNumber: string | null): string | null {
  return orderNumber !== null && /^[A-Za-z0-9][A-Za-z0-9/-]{1,30}$/.test(orderNumber) ? orderNumber : null;
}

interface Plan {
  readonly kind: LetterKind;
  readonly to: string;
  readonly text: LetterText;
  readonly answered: AnsweredMessage | null;
  readonly openingMessageId: string | null;
  readonly staffId: string | null;
  readonly caseIds: readonly string[];
  readonly caseVersion: number | null;
  readonly approvalsNeeded: number;
  readonly done: string | null;
  readonly attachments: LetterAttachments;
  readonly review: NewLetter['review'];
  /** False: it stays a draft (a review, or a withheld acknowledgement). */
  readonly leaves: boolean;
  readonly withheld: boolean;
}

/** What an approval is bound to. */
export function contentHash(content: LetterContent, caseVersion: number | null): string {
  const attachments = content.attachments.flatMap((one) => [one.filename, one.contentType, digestOf(one.content)]);
  return digestOf(content.to, content.subject, content.text, content.html, String(caseVersion), ...attachments);
}

async function writeLetter(context: Context, plan: Plan): Promise<NewLetter> {
  const id = randomUUID();
  const headers = letterHeaders(plan.kind, plan.answered);
  const content: LetterContent = {
    to: plan.to,
    ...plan.text,
    inReplyTo: headers.inReplyTo,
    references: headers.references,
    done: plan.done,
    attachments: plan.attachments,
  };
  const domain = context.config.mailFrom.address.split('@')[1] ?? 'localhost';
  const messageId = `<${id}.${sign(context.subKeys.messageId, id, plan.to.toLowerCase())}@${domain}>`;
  const now = context.clock.now();
  return {
    id,
    kind: plan.kind,
    status: plan.leaves ? 'queued' : 'draft',
    audience: plan.kind === 'acknowledgement' || plan.kind === 'completion-notice' ? 'customer' : 'internal',
    messageId,
    openingMessageId: plan.openingMessageId,
    recipientIndex: blindIndex(context.indexKey, 'address', plan.to),
    staffId: plan.staffId,
    key: createKey(context.subKeys),
    content,
    raw: plan.leaves ? await composeRaw(context, { id, kind: plan.kind, messageId }, content, now) : null,
    hash: contentHash(content, plan.caseVersion),
    caseVersion: plan.caseVersion,
    approvalsNeeded: plan.approvalsNeeded,
    withheld: plan.withheld,
    caseIds: plan.caseIds,
    review: plan.review,
    nextAttemptAt: plan.leaves ? now.toString() : null,
  };
}

/** The RFC 5322 bytes of a letter: written once, when it may leave, so that sending again is byte-identical. */
export async function composeRaw(
  context: Context,
  letter: { readonly id: string; readonly kind: LetterKind; readonly messageId: string },
  content: LetterContent,
  at: Temporal.Instant,
): Promise<Uint8Array> {
  const { config } = context;
  const customer = letter.kind === 'acknowledgement' || letter.kind === 'completion-notice';
  const from = config.mailFrom.name === null ? config.mailFrom.address : `${config.mailFrom.name} <${config.mailFrom.address}>`;
  const envelope: LetterEnvelope = {
    from,
    to: content.to,
    replyTo: customer && config.replyAddress !== null ? replyAddress(config.replyAddress, letterToken(context, letter.id)) : null,
    copyTo: customer && config.sentCopy === 'bcc' ? config.mailFrom.address : null,
    messageId: letter.messageId,
    sentAt: at,
    timeZone: context.timeZone,
    inReplyTo: content.inReplyTo,
    references: content.references,
    autoSubmitted: letterHeaders(letter.kind, null).autoSubmitted,
    loop: loopHeader(context, letter.id),
  };
  const body: LetterBody = {
    subject: content.subject,
    text: content.text,
    html: content.html,
    attachments: content.attachments.map((one) => ({ ...one, content: Buffer.from(one.content, 'base64') })),
  };
  return context.compose(envelope, body);
}

function answeredBy(person: CasePerson): AnsweredMessage {
  return { messageId: person.openingMessageId, references: person.references };
}

/** One acknowledgement for all cases a message opened; null when there is nobody to write to. */
export async function writeAcknowledgement(
  context: Context,
  opened: readonly Case[],
  person: CasePerson,
  withheld: boolean,
): Promise<NewLetter | null> {
  const [first] = opened;
  if (first === undefined || person.requester === null) return null;
  const refund = opened.some((one) => one.kind === 'refund');
  const text = acknowledgement(context.templates, {
    language: first.language,
    company: context.company.name,
    timeZone: context.timeZone,
    receivedAt: first.receivedAt,
    cases: opened.map((one) => ({ reference: one.reference, kind: one.kind, dueOn: one.dates.dueOn })),
    orderNumber: refund ? plainOrderNumber(person.entities.orderNumber) : null,
  });
  return writeLetter(context, {
    kind: 'acknowledgement',
    to: person.requester.address,
    text,
    answered: answeredBy(person),
    openingMessageId: first.openingMessageId,
    staffId: null,
    caseIds: opened.map((one) => one.id),
    caseVersion: null,
    approvalsNeeded: 0,
    done: null,
    attachments: [],
    review: null,
    leaves: !withheld,
    withheld,
  });
}

/** Staff's own words and files for a completion notice. */
export interface Completion {
  readonly done: string | null;
  readonly attachments: LetterAttachments;
}

/** The draft of a completion notice; null when there is nobody to write to. */
export async function writeCompletionNotice(
  context: Context,
  state: Case,
  person: CasePerson,
  completion: Completion,
): Promise<NewLetter | null> {
  if (person.requester === null) return null;
  const text = completionNotice(context.templates, {
    language: state.language,
    company: context.company.name,
    complaints: context.company.complaints,
    timeZone: context.timeZone,
    reference: state.reference,
    kind: state.kind,
    receivedAt: state.receivedAt,
    doneOn: dayOf(context, context.clock.now()).toString(),
    done: completion.done,
  });
  return writeLetter(context, {
    kind: 'completion-notice',
    to: person.requester.address,
    text,
    answered: answeredBy(person),
    openingMessageId: state.openingMessageId,
    staffId: null,
    caseIds: [state.id],
    caseVersion: state.version,
    approvalsNeeded: state.approvalsNeeded,
    done: completion.done,
    attachments: completion.attachments,
    review: null,
    leaves: false,
    withheld: false,
  });
}

/** What one staff member is asked about a draft. */
export async function writeReviewRequest(
  context: Context,
  member: StaffMember,
  state: Case,
  draft: {
    readonly letterId: string;
    readonly kind: LetterKind;
    readonly hash: string;
    readonly content: LetterContent;
    readonly given: number;
  },
): Promise<NewLetter> {
  const language = staffLanguage(context);
  const text = reviewRequest(context.templates, {
    language,
    reference: state.reference,
    kind: state.kind,
    letterKind: draft.kind,
    recipient: draft.content.to,
    subject: draft.content.subject,
    text: draft.content.text,
    dueOn: state.dates.dueOn,
    actByOn: state.dates.actByOn,
    why: state.dates.why.map((step) => step.text[language]),
    approvals: { needed: state.approvalsNeeded, given: draft.given },
    byMail: context.config.authservId !== null,
  });
  return writeInternal(context, member, 'review-request', text, [state.id], null, {
    letterId: draft.letterId,
    caseId: state.id,
    hash: draft.hash,
  });
}

/** What the bot did with a staff reply. */
export async function writeReviewReceipt(
  context: Context,
  member: StaffMember,
  reference: string,
  outcome: Pick<ReviewReceiptFacts, 'result' | 'reason'>,
  answered: AnsweredMessage,
): Promise<NewLetter> {
  const text = reviewReceipt(context.templates, { language: staffLanguage(context), reference, ...outcome });
  return writeInternal(context, member, 'review-receipt', text, [], answered, null);
}

/** A digest for one manager; its row for the day is written with it. */
export async function writeDigest(
  context: Context,
  member: StaffMember,
  text: LetterText,
): Promise<NewLetter & { readonly staffId: string }> {
  return { ...(await writeInternal(context, member, 'digest', text, [], null, null)), staffId: member.id };
}

function writeInternal(
  context: Context,
  member: StaffMember,
  kind: LetterKind,
  text: LetterText,
  caseIds: readonly string[],
  answered: AnsweredMessage | null,
  review: NewLetter['review'],
): Promise<NewLetter> {
  return writeLetter(context, {
    kind,
    to: member.address,
    text,
    answered,
    openingMessageId: null,
    staffId: member.id,
    caseIds,
    caseVersion: null,
    approvalsNeeded: 0,
    done: null,
    attachments: [],
    review,
    leaves: true,
    withheld: false,
  });
}

/** The language staff and managers are written in. */
export function staffLanguage(context: Context): 'nl' | 'en' {
  return context.policy.languages.staff;
}
