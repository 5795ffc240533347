import type { Case } from '../case/case.ts';
import { acknowledgement } from '../responders/acknowledgement.ts';
import { caseLetter } from '../responders/case-letter.ts';
import type { AnsweredMessage } from '../responders/headers.ts';
import type { CasePerson } from '../store/cases.ts';
import type { LetterContent, NewLetter } from '../store/letters.ts';
import { type Context, dayOf } from './context.ts';
import { writeLetter } from './write-letter.ts';

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
    orderNumber: refund ? person.entities.orderNumber : null,
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
  readonly attachments: LetterContent['attachments'];
}

/** The draft of a completion notice; null when there is nobody to write to. */
export async function writeCompletionNotice(
  context: Context,
  state: Case,
  person: CasePerson,
  completion: Completion,
): Promise<NewLetter | null> {
  if (person.requester === null) return null;
  const common = {
    language: state.language,
    company: context.company.name,
    complaints: context.company.complaints,
    timeZone: context.timeZone,
    reference: state.reference,
    kind: state.kind,
    receivedAt: state.receivedAt,
  };
  const doneOn = dayOf(context, context.clock.now()).toString();
  const text = caseLetter(context.templates, 'completion-notice', common, { doneOn, done: completion.done, download: null });
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
