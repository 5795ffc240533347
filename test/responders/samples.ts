import { caseKinds, type LetterLanguage } from '../../src/case/kind.ts';
import { acknowledgement } from '../../src/responders/acknowledgement.ts';
import { completionNotice } from '../../src/responders/completion-notice.ts';
import { digest } from '../../src/responders/digest.ts';
import type {
  AcknowledgementFacts,
  CompletionNoticeFacts,
  DigestFacts,
  DigestRow,
  LetterKind,
  LetterText,
  ReviewReceiptFacts,
  ReviewRequestFacts,
} from '../../src/responders/letter.ts';
import { reviewReceipt } from '../../src/responders/review-receipt.ts';
import { reviewRequest } from '../../src/responders/review-request.ts';
import type { Templates } from '../../src/responders/templates.ts';

const company = 'Belvoorbeeld B.V.';
const complaints = 'klachten@belvoorbeeld.example';
const timeZone = 'Europe/Amsterdam';

export function acknowledgementSample(language: LetterLanguage): AcknowledgementFacts {
  return {
    language,
    company,
    timeZone,
    receivedAt: '2026-11-30T13:05:41Z',
    cases: [{ reference: 'T-4827-3915-1', kind: 'deletion', dueOn: '2026-12-30' }],
    orderNumber: null,
  };
}

export function completionSample(language: LetterLanguage): CompletionNoticeFacts {
  return {
    language,
    company,
    complaints,
    timeZone,
    reference: 'T-4827-3915-1',
    kind: 'deletion',
    receivedAt: '2026-11-30T13:05:41Z',
    doneOn: '2026-12-10',
    done: null,
  };
}

export function reviewRequestSample(language: LetterLanguage, templates: Templates): ReviewRequestFacts {
  const letter = completionNotice(templates, { ...completionSample(language), kind: 'change' });
  return {
    language,
    reference: 'T-4827-3915-1',
    kind: 'change',
    letterKind: 'completion-notice',
    recipient: 'klant@voorbeeld.example',
    subject: letter.subject,
    text: letter.text,
    attachments: [],
    dueOn: '2026-12-30',
    actByOn: '2026-12-30',
    why:
      language === 'nl'
        ? ['Ontvangen op 30 november 2026.', 'Onze belofte (§4): 30 kalenderdagen na ontvangst, dus 30 december 2026.']
        : ['Received on 30 November 2026.', 'Our promise (§4): 30 calendar days after receipt, so 30 December 2026.'],
    approvals: { needed: 1, given: 0 },
    byMail: true,
  };
}

export function digestSample(language: LetterLanguage): DigestFacts {
  return {
    language,
    company,
    on: '2026-11-30',
    overdue: [],
    dueSoon: [],
    waiting: [],
    attention: [],
    yesterday: { since: '2026-11-29', received: 0, opened: 0, acknowledged: 0, completed: 0 },
    openCases: 0,
    ledger: { seen: 412, accounted: 412, pending: 0, difference: 0 },
  };
}

function row(language: LetterLanguage, number: number, daysLeft: number): DigestRow {
  const on = Temporal.PlainDate.from('2026-11-30').add({ days: daysLeft });
  return {
    reference: `T-${1000 + number}-4321-${number % 10}`,
    kind: caseKinds[number % caseKinds.length] ?? 'change',
    status: ['in-progress', 'awaiting-identity', 'awaiting-approval', 'needs-a-person'][number % 4] ?? '',
    dueOn: on.toString(),
    actByOn: on.subtract({ days: Math.max(0, on.dayOfWeek - 5) }).toString(),
    daysLeft,
    why: language === 'nl' ? 'Belofte §4: 30 dagen na ontvangst.' : 'Promise §4: 30 days after receipt.',
  };
}

function busyDigest(language: LetterLanguage): DigestFacts {
  return {
    ...digestSample(language),
    overdue: [-9, -1].map((days, index) => row(language, index, days)),
    dueSoon: [0, 1, 2, 6].map((days, index) => row(language, index + 2, days)),
    waiting: [
      { forWhom: 'person', count: 3 },
      { forWhom: 'identity', count: 2 },
      { forWhom: 'clarification', count: 0 },
      { forWhom: 'staff', count: 11 },
      { forWhom: 'approval', count: 1 },
    ],
    attention: [
      { reference: 'T-1020-4321-3', what: 'requester-unreachable' },
      { reference: 'T-1021-4321-4', what: 'possible-repeat' },
    ],
    yesterday: { since: '2026-11-27', received: 31, opened: 6, acknowledged: 6, completed: 4 },
    openCases: 17,
  };
}

function crowdedDigest(language: LetterLanguage): DigestFacts {
  return {
    ...busyDigest(language),
    overdue: Array.from({ length: 12 }, (_, index) => row(language, index, index - 14)),
    dueSoon: Array.from({ length: 9 }, (_, index) => row(language, index + 20, index)),
    ledger: { seen: 412, accounted: 409, pending: 2, difference: 1 },
  };
}

export interface Sample {
  readonly letter: LetterKind;
  readonly variant: string;
  readonly text: LetterText;
}

/** Every letter in every variant that reads differently: what the golden files and docs/letters.md show. */
export function samples(templates: Templates, language: LetterLanguage): readonly Sample[] {
  return [
    ...acknowledgements(templates, language),
    ...completions(templates, language),
    ...reviews(templates, language),
    { letter: 'digest', variant: 'quiet', text: digest(templates, digestSample(language)) },
    { letter: 'digest', variant: 'busy', text: digest(templates, busyDigest(language)) },
    { letter: 'digest', variant: 'crowded', text: digest(templates, crowdedDigest(language)) },
  ];
}

function acknowledgements(templates: Templates, language: LetterLanguage): Sample[] {
  const facts = acknowledgementSample(language);
  const several: AcknowledgementFacts = {
    ...facts,
    orderNumber: '2026/0815',
    cases: [
      { reference: 'T-2075-1146-4', kind: 'refund', dueOn: '2026-12-14' },
      { reference: 'T-7310-2298-1', kind: 'copy', dueOn: '2026-12-30' },
      { reference: 'T-4827-3915-1', kind: 'deletion', dueOn: '2026-12-30' },
    ],
  };
  const single = caseKinds.map((kind): Sample => {
    const cases = [{ reference: 'T-4827-3915-1', kind, dueOn: kind === 'refund' ? '2026-12-14' : '2026-12-30' }];
    return { letter: 'acknowledgement', variant: kind, text: acknowledgement(templates, { ...facts, cases }) };
  });
  return [...single, { letter: 'acknowledgement', variant: 'several', text: acknowledgement(templates, several) }];
}

function completions(templates: Templates, language: LetterLanguage): Sample[] {
  const facts = completionSample(language);
  const words =
    language === 'nl'
      ? 'Uw nieuwe adres staat in uw account.\n\nDe eerstvolgende factuur gaat naar dat adres.'
      : 'Your new address is in your account.\n\nThe next invoice will be sent to it.';
  const variants: Readonly<Record<string, CompletionNoticeFacts>> = {
    ...Object.fromEntries(caseKinds.map((kind) => [kind, { ...facts, kind }])),
    'change-in-own-words': { ...facts, kind: 'change', done: words, recipientsTold: [] },
    'deletion-recipients-told': { ...facts, recipientsTold: ['Voorbeeld Telecom N.V.', 'Betaaldienst B.V.'] },
  };
  return Object.entries(variants).map(([variant, sample]) => ({
    letter: 'completion-notice',
    variant,
    text: completionNotice(templates, sample),
  }));
}

const results: readonly ReviewReceiptFacts['result'][] = [
  'approved',
  'approved-waiting-for-second',
  'rejected',
  'refused',
  'not-understood',
];

function reviews(templates: Templates, language: LetterLanguage): Sample[] {
  const facts = reviewRequestSample(language, templates);
  const fourEyes: ReviewRequestFacts = { ...facts, kind: 'deletion', approvals: { needed: 2, given: 1 }, byMail: false };
  const withFiles: ReviewRequestFacts = {
    ...facts,
    kind: 'copy',
    attachments: [{ filename: 'kopie.pdf', contentType: 'application/pdf', size: 148_200 }],
  };
  const refused = language === 'nl' ? 'Er is intussen een nieuw bericht van de klant.' : 'The customer has written again in the meantime.';
  const receipts = results.map((result): Sample => {
    const reason = result === 'refused' ? refused : null;
    return {
      letter: 'review-receipt',
      variant: result,
      text: reviewReceipt(templates, { language, reference: 'T-4827-3915-1', result, reason }),
    };
  });
  return [
    { letter: 'review-request', variant: 'by-mail', text: reviewRequest(templates, facts) },
    { letter: 'review-request', variant: 'four-eyes', text: reviewRequest(templates, fourEyes) },
    { letter: 'review-request', variant: 'with-files', text: reviewRequest(templates, withFiles) },
    ...receipts,
  ];
}
