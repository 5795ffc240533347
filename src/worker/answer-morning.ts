/**
 * A reply to the morning mail: whoever names cases in it is sent their drafts. Asked as an approval is given: by the member
 * the mail went to, vouched for by our own boundary. Nothing is decided by it.
 */
import { findReferences } from '../case/reference.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import type { LetterHead } from '../store/letters.ts';
import type { StaffMember } from '../store/staff.ts';
import type { Context } from './context.ts';
import type { Read } from './read.ts';
import { askForReview } from './review.ts';
import { staffLanguage, writeReviewReceipt } from './staff-letters.ts';
import type { Work } from './work.ts';

/** Cases one reply may ask for. */
const mostReferences = 20;
/** Characters of a reply that are looked at. */
const mostText = 10_000;

/** A short code of what came of it. */
export async function answerMorning(context: Context, work: Work, read: Read, letter: LetterHead): Promise<string> {
  const member = context.people.find((one) => isTo(context, one, letter));
  if (member === undefined) return 'staff-refused';
  const refuse = async (about: string | null, reason: Reason) => {
    const language = staffLanguage(context, member);
    const outcome = { result: 'refused', reason: reasons[reason][language] } as const;
    const answered = { messageId: read.message.messageId, references: read.message.references };
    work.letters.push(await writeReviewReceipt(context, member, about ?? reasons.mail[language], outcome, answered));
    return 'staff-refused';
  };
  if (!member.isApprover) return refuse(null, 'not-approver');
  if (read.authentication !== 'pass') return refuse(null, 'not-vouched');
  const named = [...new Set(findReferences(read.message.ownText.slice(0, mostText)))].slice(0, mostReferences);
  if (named.length === 0) return refuse(null, 'no-reference');
  let asked = 0;
  for (const reference of named) {
    if ((await askForReview(context, work, reference, member)) === 'asked') asked++;
    else await refuse(reference, 'no-draft');
  }
  return asked > 0 ? 'staff-review-asked' : 'staff-refused';
}

function isTo(context: Context, member: StaffMember, letter: LetterHead): boolean {
  return Buffer.from(blindIndex(context.indexKey, 'address', member.address)).equals(Buffer.from(letter.recipientIndex));
}

type Reason = Exclude<keyof typeof reasons, 'mail'>;

const reasons = {
  mail: { nl: 'uw ochtendmail', en: 'your morning mail' },
  'not-approver': { nl: 'U mag geen brieven (meer) goedkeuren.', en: 'You may not (or no longer) approve letters.' },
  'not-vouched': {
    nl: 'De mailserver kon niet vaststellen dat dit antwoord echt van u kwam.',
    en: 'The mail server could not establish that this answer really came from you.',
  },
  'no-reference': {
    nl: 'Er staat geen kenmerk van een dossier in uw antwoord. Zet het kenmerk op een eigen regel.',
    en: 'Your answer names no case. Put the reference on a line of its own.',
  },
  'no-draft': { nl: 'Er ligt geen brief klaar die op akkoord wacht.', en: 'There is no letter waiting for approval.' },
} as const;
