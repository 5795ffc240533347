import type { Case } from '../case/case.ts';
import { type StaffLanguage, workingLanguage } from '../case/kind.ts';
import type { AnsweredMessage } from '../responders/headers.ts';
import { signInCode } from '../responders/internal-letter.ts';
import type { InternalLetterKind, LetterKind, LetterText, ReviewReceiptFacts } from '../responders/letter.ts';
import { reviewReceipt } from '../responders/review-receipt.ts';
import { reviewRequest } from '../responders/review-request.ts';
import type { CasePerson } from '../store/cases.ts';
import { attachmentSize, type LetterContent, type NewLetter } from '../store/letters.ts';
import type { StaffMember } from '../store/staff.ts';
import type { Context } from './context.ts';
import { factLines } from './show-facts.ts';
import { writeLetter } from './write-letter.ts';

/** What one staff member is asked about a draft. */
export async function writeReviewRequest(
  context: Context,
  member: StaffMember,
  { state, person }: { readonly state: Case; readonly person: CasePerson },
  draft: {
    readonly letterId: string;
    readonly kind: LetterKind;
    readonly hash: string;
    readonly content: LetterContent;
    readonly needed: number;
    readonly given: number;
  },
): Promise<NewLetter> {
  const language = staffLanguage(context, member);
  const text = reviewRequest(context.templates, {
    language,
    reference: state.reference,
    kind: state.kind,
    letterKind: draft.kind,
    recipient: draft.content.to,
    subject: draft.content.subject,
    text: draft.content.text,
    attachments: draft.content.attachments.map((one) => ({
      filename: one.filename,
      contentType: one.contentType,
      size: attachmentSize(one),
    })),
    dueOn: state.dates.dueOn,
    actByOn: state.dates.actByOn,
    why: state.dates.why.map((step) => step.text[language]),
    approvals: { needed: draft.needed, given: draft.given },
    byMail: context.config.authservId !== null,
    facts: factLines(person, language),
  });
  return writeStaffLetter(context, member, 'review-request', text, [state.id], null, {
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
  const text = reviewReceipt(context.templates, { language: staffLanguage(context, member), reference, ...outcome });
  return writeStaffLetter(context, member, 'review-receipt', text, [], answered);
}

/** A letter of the day, or of a week or month, for one person; its row is written with it. */
export async function writeDaily(
  context: Context,
  member: StaffMember,
  kind: 'digest' | 'morning' | 'summary',
  text: LetterText,
): Promise<NewLetter & { readonly staffId: string }> {
  return { ...(await writeStaffLetter(context, member, kind, text)), staffId: member.id };
}

/** The code with which somebody signs in to the console, for that many minutes. */
export function writeSignInCode(context: Context, member: StaffMember, code: string, minutes: number): Promise<NewLetter> {
  const language = staffLanguage(context, member);
  const text = signInCode(context.templates, { language, company: context.company.name, code, minutes });
  return writeStaffLetter(context, member, 'sign-in-code', text);
}

/** A letter to one of our own people, which may leave at once. */
export function writeStaffLetter(
  context: Context,
  member: StaffMember,
  kind: InternalLetterKind,
  text: LetterText,
  caseIds: readonly string[] = [],
  answered: AnsweredMessage | null = null,
  review: NewLetter['review'] = null,
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

/** The language one of our own people is written in. */
export function staffLanguage(context: Context, member: Pick<StaffMember, 'language'> | null = null): StaffLanguage {
  return workingLanguage(member?.language ?? context.policy.languages.staff);
}
