import type { CaseKind, LetterLanguage, StaffLanguage } from '../case/kind.ts';
import { caseKinds } from '../case/kind.ts';
import { caseLetter } from './case-letter.ts';
import type { MorningFacts, StaffRow } from './internal-letter.ts';
import type { AcknowledgementFacts, CaseLetterExtras, CaseLetterFacts, ReviewRequestFacts } from './letter.ts';
import { sampleStaffWords, sampleWords } from './sample-words.ts';
import type { Templates } from './templates.ts';

export const sampleReference = 'T-4827-3915-1';
export const sampleCompany = 'Belvoorbeeld B.V.';

export function acknowledgementSample(language: LetterLanguage): AcknowledgementFacts {
  return {
    language,
    company: sampleCompany,
    timeZone: 'Europe/Amsterdam',
    receivedAt: '2026-11-30T13:05:41Z',
    cases: [{ reference: sampleReference, kind: 'deletion', dueOn: '2026-12-30' }],
    orderNumber: null,
  };
}

export function commonSample(language: LetterLanguage, kind: CaseKind): CaseLetterFacts {
  return {
    language,
    company: sampleCompany,
    complaints: 'klachten@belvoorbeeld.example',
    timeZone: 'Europe/Amsterdam',
    reference: sampleReference,
    kind,
    receivedAt: '2026-11-30T13:05:41Z',
  };
}

/** What every letter about a case says besides, for one kind. */
export function extrasSample(language: LetterLanguage, kind: CaseKind): CaseLetterExtras {
  const words = sampleWords[language];
  const question = kind === 'copy' ? words.copyQuestion : kind === 'refund' ? words.refundQuestion : words.question;
  const part =
    kind === 'refund'
      ? { done: words.refundPartDone, reasons: words.refundPartReasons }
      : { done: words.partDone, reasons: words.partReasons };
  return {
    'completion-notice': { doneOn: '2026-12-10', done: null, download: null, fields: [] },
    'partial-completion': { doneOn: '2026-12-10', ...part, download: null },
    refusal: { reasons: kind === 'refund' ? words.refundRefusal : words.refusal },
    'identity-request': { code: '48210937', codeUntil: '2026-12-07', otherAddress: false },
    clarification: { question, pauses: kind === 'copy' },
    extension: {
      because: ['complexity'],
      reasons: words.extension,
      firstDueOn: '2026-12-30',
      newDueOn: '2027-03-01',
      promisedOn: kind === 'change' || kind === 'deletion' ? '2026-12-30' : null,
    },
    'refund-window': { serviceOn: '2026-11-23', windowEndsOn: '2026-11-25', sentOn: '2026-11-30' },
    'fee-notice':
      kind === 'copy'
        ? { amount: words.amount, because: 'further-copy', reasons: words.furtherCopy }
        : { amount: words.amount, because: 'excessive', reasons: words.excessive },
    correction: { words: words.correction },
    reminder: { waitingFor: 'identity', askedOn: '2026-12-01', question: null },
  };
}

export function reviewRequestSample(language: StaffLanguage, templates: Templates): ReviewRequestFacts {
  const letter = caseLetter(
    templates,
    'completion-notice',
    commonSample(language, 'change'),
    extrasSample(language, 'change')['completion-notice'],
  );
  return {
    language,
    reference: sampleReference,
    kind: 'change',
    letterKind: 'completion-notice',
    recipient: 'klant@voorbeeld.example',
    subject: letter.subject,
    text: letter.text,
    attachments: [],
    dueOn: '2026-12-30',
    actByOn: '2026-12-30',
    why: sampleStaffWords[language].why,
    approvals: { needed: 1, given: 0 },
    byMail: true,
    facts: [sampleStaffWords[language].fact],
  };
}

/** A case `number`, due in `daysLeft` days from 30 November 2026. */
export function rowSample(number: number, daysLeft: number): StaffRow {
  const on = Temporal.PlainDate.from('2026-11-30').add({ days: daysLeft });
  return {
    reference: `T-${1000 + number}-4321-${number % 10}`,
    kind: caseKinds[number % caseKinds.length] ?? 'change',
    status: (['in-progress', 'awaiting-identity', 'awaiting-approval', 'needs-a-person'] as const)[number % 4] ?? 'in-progress',
    dueOn: on.toString(),
    actByOn: on.subtract({ days: Math.max(0, on.dayOfWeek - 5) }).toString(),
    daysLeft,
    what: null,
  };
}

function rows(from: number, days: readonly number[]): StaffRow[] {
  return days.map((left, index) => rowSample(from + index, left));
}

export function morningSample(language: StaffLanguage): MorningFacts {
  return { language, on: '2026-11-30', overdue: [], approvals: [], tasks: [], warnings: [], waiting: [], byMail: true };
}

export function busyMorning(language: StaffLanguage): MorningFacts {
  const status = { approvals: 'awaiting-approval', tasks: 'in-progress', waiting: 'awaiting-identity' };
  return {
    ...morningSample(language),
    overdue: rows(0, [-1]),
    approvals: rows(1, [0, 4]).map((row) => ({ ...row, status: status.approvals })),
    tasks: rows(3, [2, 6]).map((row) => ({ ...row, status: status.tasks, what: sampleStaffWords[language].task })),
    warnings: rows(8, [8]),
    waiting: rows(9, [22]).map((row) => ({ ...row, status: status.waiting })),
  };
}

export function crowdedMorning(language: StaffLanguage): MorningFacts {
  return {
    ...busyMorning(language),
    tasks: Array.from({ length: 14 }, (_, index) => ({
      ...rowSample(index + 20, index + 1),
      what: sampleStaffWords[language].task,
    })),
    byMail: false,
  };
}
