import { randomUUID } from 'node:crypto';
import type { LetterBody, LetterEnvelope } from '../outbox/letter.ts';
import { blindIndex, digestOf, sign } from '../privacy/fingerprint.ts';
import { type AnsweredMessage, letterHeaders, replyAddress } from '../responders/headers.ts';
import { isInternal, type LetterImage, type LetterKind, type LetterText } from '../responders/letter.ts';
import { createKey } from '../store/keys.ts';
import type { LetterContent, LetterInput, NewLetter } from '../store/letters.ts';
import type { Context } from './context.ts';
import { letterToken, loopHeader } from './marks.ts';

type LetterAttachments = LetterContent['attachments'];

/** Everything that differs from letter to letter. */
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
  readonly input: LetterInput | null;
  readonly attachments: LetterAttachments;
  readonly review: NewLetter['review'];
  /** False: it stays a draft (a review, or a withheld acknowledgement). */
  readonly leaves: boolean;
  readonly withheld: boolean;
}

/** What an approval is bound to. */
export function contentHash(content: LetterContent, caseVersion: number | null): string {
  const attachments = content.attachments.flatMap((one) => [
    one.filename,
    one.contentType,
    one.waits?.digest ?? digestOf(one.content),
    ...(one.cid === undefined ? [] : [one.cid]),
  ]);
  return digestOf(content.to, content.subject, content.text, content.html, String(caseVersion), ...attachments);
}

interface LetterIdentity {
  readonly id: string;
  readonly kind: LetterKind;
  readonly to: string;
  readonly approvalsNeeded: number;
}

function letterSignature({ subKeys }: Pick<Context, 'subKeys'>, { id, kind, to, approvalsNeeded }: LetterIdentity): string {
  return sign(subKeys.messageId, id, kind, to.toLowerCase(), String(approvalsNeeded));
}

/** Whether a Message-ID was made by us for exactly this letter: what it is, to whom, and how many people must approve it. */
export function isOwnMessageId(context: Pick<Context, 'subKeys'>, messageId: string, letter: LetterIdentity): boolean {
  return messageId.startsWith(`<${letter.id}.${letterSignature(context, letter)}@`);
}

function inline({ cid, filename, png }: LetterImage): LetterAttachments[number] {
  return { filename, contentType: 'image/png', content: Buffer.from(png).toString('base64'), cid };
}

/** A letter with its identity, its sealed-to-be content and, when it may leave, its bytes. */
export async function writeLetter(context: Context, plan: Plan): Promise<NewLetter> {
  const id = randomUUID();
  const headers = letterHeaders(plan.kind, plan.answered);
  const { subject, text, html, images = [] } = plan.text;
  const content: LetterContent = {
    to: plan.to,
    subject,
    text,
    html,
    inReplyTo: headers.inReplyTo,
    references: headers.references,
    input: plan.input,
    attachments: [...plan.attachments, ...images.map(inline)],
  };
  const domain = context.config.mailFrom.address.split('@')[1] ?? 'localhost';
  const messageId = `<${id}.${letterSignature(context, { id, ...plan })}@${domain}>`;
  const now = context.clock.now();
  return {
    id,
    kind: plan.kind,
    status: plan.leaves ? 'queued' : 'draft',
    audience: isInternal(plan.kind) ? 'internal' : 'customer',
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
  const customer = !isInternal(letter.kind);
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
    attachments: content.attachments
      .filter((one) => one.waits === undefined)
      .map((one) => ({ ...one, content: Buffer.from(one.content, 'base64') })),
  };
  return context.compose(envelope, body);
}
