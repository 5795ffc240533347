import type { Case, CaseDates } from '../case/case.ts';
import { datesOf } from '../case/dates-of.ts';
import type { CaseLetterKind } from '../case/kind.ts';
import type { Day } from '../case/policy.ts';
import { approvalsFor } from '../case/requirements.ts';
import { maskPaymentData } from '../privacy/mask.ts';
import { acknowledgement } from '../responders/acknowledgement.ts';
import { caseLetter, editedLetter } from '../responders/case-letter.ts';
import type { AnsweredMessage } from '../responders/headers.ts';
import type { CaseLetterExtras, CaseLetterFacts, EditableLetter } from '../responders/letter.ts';
import type { CasePerson } from '../store/cases.ts';
import type { NewDownload } from '../store/downloads.ts';
import type { Attachment, LetterInput, NewLetter } from '../store/letters.ts';
import { type Context, dayOf, policyOf } from './context.ts';
import { addressForCode, identityCode } from './identity-code.ts';
import { prepareDownload } from './prepare-download.ts';
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
    input: null,
    attachments: [],
    review: null,
    leaves: !withheld,
    withheld,
  });
}

/** A draft about one case, with what is recorded of it. */
export interface Draft {
  readonly letter: NewLetter;
  /** What staff may edit, and what nobody can. */
  readonly editable: EditableLetter;
  readonly codeDigest: string | null;
  /** The page its files wait on; null: they go with it, or there are none. */
  readonly download: NewDownload | null;
}

/** What a letter is made from besides the case. */
export interface Making {
  readonly input: LetterInput;
  readonly attachments: readonly Attachment[];
}

/** The draft of a letter about one case; null when there is nobody to write to. */
export async function writeCaseLetter(
  context: Context,
  state: Case,
  person: CasePerson,
  kind: CaseLetterKind,
  { input: given, attachments }: Making,
): Promise<Draft | null> {
  const to = recipientOf(kind, person, given);
  if (to === null) return null;
  const code = kind === 'identity-request' ? identityCode(context, state.id, given.code) : null;
  const page = prepareDownload(context, state, kind, attachments);
  const waits = attachments.some((one) => one.waits !== undefined) ? given.download : null;
  const download = page === null ? waits : { url: page.url, until: page.until };
  const input: LetterInput = { ...withoutPayment(given), code: code?.code ?? null, download };
  const common: CaseLetterFacts = {
    language: state.language,
    company: context.company.name,
    complaints: context.company.complaints,
    timeZone: context.timeZone,
    reference: state.reference,
    kind: state.kind,
    receivedAt: state.receivedAt,
  };
  const extras = extrasOf(context, state, person, kind, input, to);
  const editable =
    input.body === null
      ? caseLetter(context.templates, kind, common, extras)
      : editedLetter(context.templates, kind, common, extras, input.body);
  const letter = await writeLetter(context, {
    kind,
    to,
    text: { subject: editable.subject, text: editable.text, html: editable.html },
    answered: answeredBy(person),
    openingMessageId: state.openingMessageId,
    staffId: null,
    caseIds: [state.id],
    caseVersion: state.version,
    approvalsNeeded: approvalsFor(kind, state, policyOf(context, state.policyHash)),
    input,
    attachments: page?.listed ?? attachments,
    review: null,
    leaves: false,
    withheld: false,
  });
  return { letter, editable, codeDigest: code?.digest ?? null, download: page === null ? null : { ...page.row, letterId: letter.id } };
}

/** What staff write in a letter: an account or a card is no more in it than in what customers write. */
function withoutPayment(given: LetterInput): LetterInput {
  const masked = (words: string | null) => (words === null ? null : maskPaymentData(words).text);
  const { words, reasons, recipientsTold, body } = given;
  return {
    ...given,
    words: masked(words),
    reasons: masked(reasons),
    recipientsTold: recipientsTold?.map((one) => maskPaymentData(one).text) ?? null,
    body: masked(body),
  };
}

/** A code goes to the address on file, every other letter to who asked. */
function recipientOf(kind: CaseLetterKind, person: CasePerson, input: LetterInput): string | null {
  if (kind !== 'identity-request') return person.requester?.address ?? null;
  return input.to ?? addressForCode(person);
}

/** What each letter says besides the case, from what staff gave and what the case knows. */
function extrasOf<K extends CaseLetterKind>(
  context: Context,
  state: Case,
  person: CasePerson,
  kind: K,
  input: LetterInput,
  to: string,
): CaseLetterExtras[K] {
  const today = dayOf(context, context.clock.now());
  const doneOn = today.toString();
  const told = input.recipientsTold === null ? {} : { recipientsTold: input.recipientsTold };
  const changed = state.kind === 'change' ? person.entities.changes.map(({ field }) => field) : [];
  const all: { readonly [Kind in CaseLetterKind]: () => CaseLetterExtras[Kind] } = {
    'completion-notice': () => ({ doneOn, done: input.words, ...told, download: input.download, fields: changed }),
    'partial-completion': () => ({ doneOn, done: input.words ?? '', reasons: input.reasons ?? '', ...told, download: input.download }),
    refusal: () => ({ reasons: input.reasons ?? '' }),
    'identity-request': () => ({
      code: input.code ?? '',
      codeUntil: today.add({ days: policyOf(context, state.policyHash).identityCode.days }).toString(),
      otherAddress: to.toLowerCase() !== person.requester?.address.toLowerCase(),
    }),
    clarification: () => ({ question: input.words ?? '', pauses: state.kind === 'copy' && input.because.includes('pause') }),
    extension: () => ({
      because: (['complexity', 'number-of-requests'] as const).filter((one) => input.because.includes(one)),
      reasons: input.words ?? '',
      firstDueOn: state.dates.legalOn,
      newDueOn: extendedDates(context, state).dueOn,
      promisedOn: state.dates.policyOn,
    }),
    'refund-window': () => ({
      serviceOn: state.basis.serviceDate,
      windowEndsOn: state.dates.refundWindowEndsOn,
      sentOn: dayOf(context, Temporal.Instant.from(state.basis.sentAt ?? state.receivedAt)).toString(),
    }),
    'fee-notice': () => ({
      amount: input.amount ?? '',
      because: input.because.includes('excessive') ? 'excessive' : 'further-copy',
      reasons: input.reasons ?? '',
    }),
    correction: () => ({ words: input.words ?? '' }),
    reminder: () => ({
      waitingFor: state.askedOn === null ? 'identity' : 'clarification',
      askedOn: state.askedOn ?? codeAskedOn(context, state) ?? doneOn,
      question: input.words,
    }),
  };
  return all[kind]() as CaseLetterExtras[K];
}

/** The day the outstanding code was sent. */
function codeAskedOn(context: Context, { identity, policyHash }: Case): Day | null {
  const { days } = policyOf(context, policyHash).identityCode;
  const untilOn = identity.challenge?.untilOn;
  return untilOn === undefined ? null : Temporal.PlainDate.from(untilOn).subtract({ days }).toString();
}

function extendedDates(context: Context, state: Case): CaseDates {
  const today = dayOf(context, context.clock.now());
  return datesOf({ ...state, extended: true }, policyOf(context, state.policyHash), context.holidays, today);
}
