import type { Case } from '../case/case.ts';
import type { AnsweredMessage } from '../responders/headers.ts';
import { signInCode } from '../responders/internal-letter.ts';
import type { LetterKind, LetterText, ReviewReceiptFacts } from '../responders/letter.ts';
import { reviewReceipt } from '../responders/review-receipt.ts';
import { reviewRequest } from '../responders/review-request.ts';
import type { LetterContent, NewLetter } from '../store/letters.ts';
import type { StaffMember } from '../store/staff.ts';
import type { Context } from './context.ts';
import { writeLetter } from './write-letter.ts';

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
    readonly needed: number;
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
    attachments: draft.content.attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      size: Buffer.byteLength(content, 'base64'),
    })),
    dueOn: state.dates.dueOn,
    actByOn: state.dates.actByOn,
    why: state.dates.why.map((step) => step.text[language]),
    approvals: { needed: draft.needed, given: draft.given },
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

/** The code with which somebody signs in to the console, for that many minutes. */
export function writeSignInCode(context: Context, member: StaffMember, code: string, minutes: number): Promise<NewLetter> {
  const language = member.language ?? staffLanguage(context);
  const text = signInCode(context.templates, { language, company: context.company.name, code, minutes });
  return writeInternal(context, member, 'sign-in-code', text, [], null, null);
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
    input: null,
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
