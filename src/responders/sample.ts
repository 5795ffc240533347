import { type CaseKind, type CaseLetterKind, caseKinds, type LetterLanguage, type StaffLanguage, staffLanguages } from '../case/kind.ts';
import { acknowledgement } from './acknowledgement.ts';
import { caseLetter } from './case-letter.ts';
import { digest } from './digest.ts';
import { monthSummary, ordinaryDigest, quietDigest, terribleDigest, weekSummary } from './digest-samples.ts';
import { downloadCode } from './download-code.ts';
import { authorityAlert, dueAlert, morning, replyNotice, signInCode, staffQuestion } from './internal-letter.ts';
import type { CaseLetterExtras, LetterKind, LetterText, ReviewReceiptFacts, ReviewRequestFacts } from './letter.ts';
import { reviewReceipt } from './review-receipt.ts';
import { reviewRequest } from './review-request.ts';
import {
  acknowledgementSample,
  busyMorning,
  commonSample,
  crowdedMorning,
  extrasSample,
  morningSample,
  reviewRequestSample,
  rowSample,
  sampleCompany,
  sampleReference,
} from './sample-facts.ts';
import { sampleStaffWords, sampleWords } from './sample-words.ts';
import { summary } from './summary.ts';
import type { Templates } from './templates.ts';

/** A letter with made-up facts. */
export interface Sample {
  readonly letter: LetterKind;
  /** What is particular about it, unique within its letter. */
  readonly variant: string;
  /** The kind of the case, where the letter reads differently for each. */
  readonly kind: CaseKind | null;
  readonly text: LetterText;
}

/** Every letter in every variant that reads differently: for the preview, the golden files and docs/letters.md. */
export function samples(templates: Templates, language: LetterLanguage): readonly Sample[] {
  const staff = staffLanguages.find((one) => one === language);
  return [
    ...acknowledgements(templates, language),
    { letter: 'download-code', variant: 'code', kind: null, text: downloadCode(templates, { ...codeSample, language }) },
    ...caseLetters(templates, language),
    ...overviews(language),
    ...(staff === undefined ? [] : internalLetters(templates, staff)),
  ];
}

function overviews(language: LetterLanguage): Sample[] {
  const sample = (letter: LetterKind, variant: string, text: LetterText): Sample => ({ letter, variant, kind: null, text });
  return [
    sample('digest', 'quiet', digest(quietDigest(language))),
    sample('digest', 'ordinary', digest(ordinaryDigest(language))),
    sample('digest', 'terrible', digest(terribleDigest(language))),
    sample('summary', 'week', summary(weekSummary(language))),
    sample('summary', 'month', summary(monthSummary(language))),
  ];
}

const codeSample = { company: sampleCompany, reference: sampleReference, code: '60418275', minutes: 15 };

function acknowledgements(templates: Templates, language: LetterLanguage): Sample[] {
  const facts = acknowledgementSample(language);
  const several = {
    ...facts,
    orderNumber: '2026/0815',
    cases: [
      { reference: 'T-2075-1146-4', kind: 'refund', dueOn: '2026-12-14' },
      { reference: 'T-7310-2298-1', kind: 'copy', dueOn: '2026-12-30' },
      { reference: sampleReference, kind: 'deletion', dueOn: '2026-12-30' },
    ],
  } as const;
  const single = caseKinds.map((kind): Sample => {
    const cases = [{ reference: sampleReference, kind, dueOn: kind === 'refund' ? '2026-12-14' : '2026-12-30' }];
    return { letter: 'acknowledgement', variant: kind, kind, text: acknowledgement(templates, { ...facts, cases }) };
  });
  return [...single, { letter: 'acknowledgement', variant: 'several', kind: null, text: acknowledgement(templates, several) }];
}

const privacyKinds: readonly CaseKind[] = ['change', 'deletion', 'copy', 'objection'];
/** The kinds for which each letter makes sense. */
const kindsOf: Readonly<Record<CaseLetterKind, readonly CaseKind[]>> = {
  'completion-notice': caseKinds,
  'partial-completion': caseKinds,
  refusal: caseKinds,
  'identity-request': privacyKinds,
  clarification: ['change', 'deletion', 'copy', 'refund', 'objection', 'undetermined'],
  extension: privacyKinds,
  'refund-window': ['refund'],
  'fee-notice': privacyKinds,
  correction: caseKinds,
  reminder: ['change', 'deletion', 'copy', 'refund', 'objection', 'undetermined'],
};

/** Whom a letter waits for depends on the kind: nobody is asked who they are for a refund. */
function isIdentityKind(kind: CaseKind): boolean {
  return privacyKinds.includes(kind);
}

function caseLetters(templates: Templates, language: LetterLanguage): Sample[] {
  const write = <K extends CaseLetterKind>(letter: K, kind: CaseKind, other: Partial<CaseLetterExtras[K]> = {}, variant: string = kind) => {
    const extras = { ...extrasSample(language, kind)[letter], ...other };
    return { letter, variant, kind, text: caseLetter(templates, letter, commonSample(language, kind), extras) };
  };
  const question = (kind: CaseKind) =>
    ({ waitingFor: 'clarification', question: extrasSample(language, kind).clarification.question }) as const;
  const each = (Object.keys(kindsOf) as CaseLetterKind[]).map((letter) => [
    letter,
    kindsOf[letter].map((kind) =>
      letter === 'reminder' && !isIdentityKind(kind) ? write(letter, kind, question(kind)) : write(letter, kind),
    ),
  ]);
  const plain = Object.fromEntries(each) as Readonly<Record<CaseLetterKind, readonly Sample[]>>;
  const download = { url: 'https://support.belvoorbeeld.example/download/7mK2', until: '2026-12-24' };
  const told = ['Voorbeeld Telecom N.V.', 'Betaaldienst B.V.'];
  const special: readonly Sample[] = [
    write('completion-notice', 'change', { done: sampleWords[language].done, recipientsTold: [] }, 'change-in-own-words'),
    write('completion-notice', 'change', { fields: ['address', 'email'] }, 'change-fields'),
    write('completion-notice', 'deletion', { recipientsTold: told }, 'deletion-recipients-told'),
    write('completion-notice', 'copy', { download }, 'copy-on-a-page'),
    write('partial-completion', 'copy', { download }, 'copy-on-a-page'),
    write('identity-request', 'deletion', { otherAddress: true }, 'deletion-other-address'),
    write('identity-request', 'copy', { otherAddress: true }, 'copy-other-address'),
    write('clarification', 'copy', { pauses: false }, 'copy-without-pause'),
    write('extension', 'copy', { because: ['number-of-requests'] }, 'copy-number-of-requests'),
    write('extension', 'copy', { because: ['complexity', 'number-of-requests'] }, 'copy-both-grounds'),
    write('refund-window', 'refund', { serviceOn: null, windowEndsOn: null }, 'refund-service-unknown'),
    write('fee-notice', 'copy', { because: 'excessive', reasons: sampleWords[language].excessive }, 'copy-excessive'),
    write('reminder', 'copy', question('copy'), 'copy-clarification'),
  ];
  return Object.entries(plain).flatMap(([letter, list]) => [...list, ...special.filter((sample) => sample.letter === letter)]);
}

const results: readonly ReviewReceiptFacts['result'][] = [
  'approved',
  'approved-waiting-for-second',
  'rejected',
  'refused',
  'not-understood',
];

function internalLetters(templates: Templates, language: StaffLanguage): Sample[] {
  const sample = (letter: LetterKind, variant: string, text: LetterText): Sample => ({ letter, variant, kind: null, text });
  const words = sampleStaffWords[language];
  const review = reviewRequestSample(language, templates);
  const fourEyes: ReviewRequestFacts = { ...review, kind: 'deletion', approvals: { needed: 2, given: 1 }, byMail: false };
  const file = { filename: 'kopie.pdf', contentType: 'application/pdf', size: 148_200 };
  const receipt = { language, reference: sampleReference };
  const due = { ...rowSample(1, 9), language, reference: sampleReference, nextStep: words.nextStep };
  const replies = Array.from({ length: 18 }, (_, index) => rowSample(index, index));
  const seen = {
    language,
    timeZone: 'Europe/Amsterdam',
    reference: sampleReference,
    kind: 'copy',
    seenAt: '2026-12-01T09:20:00Z',
  } as const;
  const demanded = {
    language,
    timeZone: 'Europe/Amsterdam',
    reference: sampleReference,
    receivedAt: '2026-11-28T22:50:00Z',
    dueOn: '2026-11-29',
    dueAt: '2026-11-29T06:50:00Z',
  } as const;
  return [
    sample('review-request', 'by-mail', reviewRequest(templates, review)),
    sample('review-request', 'four-eyes', reviewRequest(templates, fourEyes)),
    sample('review-request', 'with-files', reviewRequest(templates, { ...review, kind: 'copy', attachments: [file] })),
    ...results.map((result) =>
      sample(
        'review-receipt',
        result,
        reviewReceipt(templates, { ...receipt, result, reason: result === 'refused' ? words.refused : null }),
      ),
    ),
    sample('morning', 'quiet', morning(templates, morningSample(language))),
    sample('morning', 'busy', morning(templates, busyMorning(language))),
    sample('morning', 'crowded', morning(templates, crowdedMorning(language))),
    sample('due-alert', 'warn', dueAlert(templates, { ...due, level: 'warn' })),
    sample('due-alert', 'escalate', dueAlert(templates, { ...due, ...daysLeft(1), level: 'escalate' })),
    sample('due-alert', 'overdue', dueAlert(templates, { ...due, ...daysLeft(-2), level: 'overdue' })),
    sample('authority-alert', 'new', authorityAlert(templates, { ...demanded, again: false })),
    sample('authority-alert', 'again', authorityAlert(templates, { ...demanded, again: true })),
    sample('authority-alert', 'with-its-own-term', authorityAlert(templates, { ...demanded, dueAt: null, again: false })),
    sample('reply-notice', 'one', replyNotice(templates, { language, replies: replies.slice(0, 1) })),
    sample('reply-notice', 'several', replyNotice(templates, { language, replies: replies.slice(0, 3) })),
    sample('reply-notice', 'crowded', replyNotice(templates, { language, replies })),
    sample(
      'staff-question',
      'answered-outside',
      staffQuestion(templates, { ...seen, question: 'answered-outside', command: `case ${sampleReference}` }),
    ),
    sample(
      'staff-question',
      'confirm-intake',
      staffQuestion(templates, { ...seen, question: 'confirm-intake', command: `case ${sampleReference}` }),
    ),
    sample('sign-in-code', 'code', signInCode(templates, { language, company: sampleCompany, code: '48210937', minutes: 10 })),
  ];
}

function daysLeft(days: number) {
  const { dueOn, actByOn, daysLeft } = rowSample(1, days);
  return { dueOn, actByOn, daysLeft };
}
