import type { CaseKind, LetterLanguage } from '../case/kind.ts';
import type { AnsweredWeek, DigestFacts, DigestRow, SummaryFacts } from './digest-facts.ts';
import { sampleCompany } from './sample-facts.ts';

const on = '2026-11-30';
const consoleUrl = 'https://support.belvoorbeeld.example';

const nothing: DigestFacts['lists'] = {
  'past-law': [],
  'past-promise': [],
  'act-by': [],
  'to-read': [],
  approval: [],
  unreachable: [],
  withheld: [],
  'hold-review': [],
  'to-notice': [],
};

const why = {
  promise: { rule: 'promise', source: 'Policy §4' },
  law: { rule: 'law', source: 'GDPR art. 12(3)' },
  refund: { rule: 'law', source: 'Directive 2011/83/EU art. 13(1); BW 6:230r' },
  extension: { rule: 'extension', source: 'GDPR art. 12(3)' },
} as const;

const kinds: readonly CaseKind[] = ['deletion', 'copy', 'change', 'refund', 'objection'];

/** A case `number`, due in `daysLeft` days, with what differs. */
function row(number: number, daysLeft: number, other: Partial<DigestRow> = {}): DigestRow {
  const due = Temporal.PlainDate.from(on).add({ days: daysLeft });
  const kind = kinds[number % kinds.length] ?? 'deletion';
  return {
    reference: `T-${4100 + number * 37}-${1203 + number * 91}-${(number * 7) % 10}`,
    kind,
    status: 'in-progress',
    dueOn: due.toString(),
    actByOn: due.subtract({ days: Math.max(0, due.dayOfWeek - 5) }).toString(),
    daysLeft,
    why: kind === 'refund' ? why.refund : kind === 'copy' || kind === 'objection' ? why.law : why.promise,
    waitsFor: [],
    attention: [],
    ...other,
  };
}

const weekly: readonly (readonly [inTime: number, promise: number, law: number])[] = [
  [9, 0, 0],
  [12, 1, 0],
  [11, 0, 0],
  [15, 0, 0],
  [10, 2, 0],
  [13, 0, 0],
  [17, 1, 1],
  [14, 0, 0],
  [12, 0, 0],
  [16, 0, 0],
  [18, 1, 0],
  [4, 0, 0],
];

const weeks: readonly AnsweredWeek[] = weekly.map(([inTime, promiseMissed, legalMissed], index) => ({
  week: Temporal.PlainDate.from(on)
    .subtract({ weeks: weekly.length - 1 - index })
    .toString(),
  inTime,
  promiseMissed,
  legalMissed,
}));

/** Thirty days with so many due on each. */
function daysOf(due: readonly number[]): DigestFacts['days'] {
  const total = due.reduce((sum, value) => sum + value, 0);
  let past = 0;
  return Array.from({ length: 30 }, (_, index) => {
    const value = due[index] ?? 0;
    const day = { on: Temporal.PlainDate.from(on).add({ days: index }).toString(), open: total - past, due: value };
    past += value;
    return day;
  });
}

/** A day on which nothing is to be decided. */
export function quietDigest(language: LetterLanguage): DigestFacts {
  return {
    language,
    company: sampleCompany,
    timeZone: 'Europe/Amsterdam',
    consoleUrl,
    on,
    lists: nothing,
    moved: [],
    waiting: [{ forWhom: 'staff', count: 3 }],
    yesterday: { since: '2026-11-29', received: 4, opened: 0, acknowledged: 0, completed: 0 },
    openCases: 3,
    answerDays: { count: 31, median: 6, longest: 21 },
    classifier: { read: 402, toPeople: 11, estimatedMissed: 0.4 },
    days: daysOf([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]),
    weeks,
    ledger: { seen: 412, accounted: 412, pending: 0, difference: 0 },
    workers: { alive: 2, longestGapMinutes: 3 },
    alarms: [],
    erased: { cases: 0, messages: 12, letters: 0 },
    audit: { link: 12_045, head: '3f9a2c1e77b0d45a' },
  };
}

/** A Monday as most are. */
export function ordinaryDigest(language: LetterLanguage): DigestFacts {
  return {
    ...quietDigest(language),
    lists: {
      ...nothing,
      'past-law': [row(6, -2, { status: 'awaiting-approval', waitsFor: ['anna', 'joost'] })],
      'past-promise': [
        row(10, -4, {
          status: 'awaiting-identity',
          dueOn: '2027-01-26',
          actByOn: '2027-01-26',
          why: why.extension,
          attention: ['new-message'],
        }),
      ],
      'act-by': [
        row(3, 0, { status: 'awaiting-approval', waitsFor: ['marit'] }),
        row(1, 1, { waitsFor: ['joost'] }),
        row(2, 5, { status: 'awaiting-clarification' }),
      ],
      'to-read': [row(7, 24, { kind: 'undetermined', status: 'needs-a-person', why: why.promise })],
      approval: [row(6, -2), row(3, 0), row(11, 16, { status: 'awaiting-approval', waitsFor: ['anna'] })],
      unreachable: [row(8, 9, { attention: ['requester-unreachable'], waitsFor: ['anna'] })],
      withheld: [row(9, 28, { attention: ['acknowledgement-withheld'] })],
    },
    waiting: [
      { forWhom: 'person', count: 1 },
      { forWhom: 'identity', count: 3 },
      { forWhom: 'clarification', count: 1 },
      { forWhom: 'staff', count: 9 },
      { forWhom: 'approval', count: 3 },
    ],
    yesterday: { since: '2026-11-27', received: 31, opened: 6, acknowledged: 6, completed: 4 },
    openCases: 17,
    days: daysOf([1, 1, 0, 0, 0, 1, 0, 0, 2, 1, 0, 1, 0, 0, 3, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0]),
    erased: { cases: 3, messages: 41, letters: 12 },
  };
}

/** A Monday after everything went wrong: forty cases and more, the count is off, the mailbox is away. */
export function terribleDigest(language: LetterLanguage): DigestFacts {
  const many = (count: number, from: number, make: (index: number) => DigestRow) =>
    Array.from({ length: count }, (_, index) => make(from + index));
  return {
    ...ordinaryDigest(language),
    lists: {
      'past-law': many(11, 20, (index) => row(index, index - 38, { waitsFor: index % 3 === 0 ? ['anna', 'joost', 'marit', 'noor'] : [] })),
      'past-promise': many(8, 40, (index) => row(index, index - 49)),
      'act-by': many(14, 60, (index) => row(index, Math.floor((index - 60) / 3))),
      'to-read': many(9, 80, (index) => row(index, 20, { kind: 'undetermined', status: 'needs-a-person' })),
      approval: many(6, 100, (index) => row(index, 12, { status: 'awaiting-approval', waitsFor: ['anna'] })),
      unreachable: many(3, 110, (index) => row(index, 15, { attention: ['requester-unreachable'] })),
      withheld: many(2, 120, (index) => row(index, 27, { attention: ['acknowledgement-withheld'] })),
      'hold-review': many(1, 130, (index) => row(index, 27, { attention: ['hold-review-due'] })),
      'to-notice': many(4, 140, (index) => row(index, 22, { attention: ['possible-repeat', 'sender-doubtful'] })),
    },
    moved: [{ reference: 'T-9001-2345-6', what: 'due', from: '2026-12-24', to: '2026-12-23' }],
    waiting: [
      { forWhom: 'person', count: 9 },
      { forWhom: 'identity', count: 4 },
      { forWhom: 'staff', count: 1_231 },
      { forWhom: 'approval', count: 6 },
    ],
    yesterday: { since: '2026-11-27', received: 1_318, opened: 64, acknowledged: 62, completed: 0 },
    openCases: 1_250,
    answerDays: { count: 31, median: 19.5, longest: 61 },
    classifier: { read: 1_318, toPeople: 214, estimatedMissed: 2.6 },
    days: daysOf([4, 9, 3, 0, 5, 12, 2, 0, 8, 4, 6, 7, 1, 2, 14, 3, 9, 5, 6, 0, 1, 8, 9, 4, 3, 0, 0, 6, 11, 5]),
    weeks: weeks.map((week, index) => ({
      ...week,
      promiseMissed: week.promiseMissed + (index > 8 ? 6 : 0),
      legalMissed: index > 8 ? 4 : 0,
    })),
    ledger: { seen: 1_412, accounted: 1_409, pending: 2, difference: 1 },
    workers: { alive: 0, longestGapMinutes: 187 },
    alarms: [
      { code: 'mailbox-emptied', at: '2026-11-28T21:05:00Z', endedAt: '2026-11-28T23:20:00Z' },
      { code: 'mailbox-away', at: '2026-11-30T03:53:00Z', endedAt: null },
    ],
  };
}

export function weekSummary(language: LetterLanguage): SummaryFacts {
  const { company, timeZone, classifier, ledger, audit, erased } = ordinaryDigest(language);
  return {
    language,
    company,
    timeZone,
    consoleUrl,
    classifier,
    ledger,
    alarms: [],
    erased,
    audit,
    weeks: weeks.slice(0, -1),
    period: 'week',
    from: '2026-11-23',
    to: '2026-11-29',
    numbers: { received: 214, opened: 21, acknowledged: 21, answered: 18, inTime: 18, promiseMissed: 0, legalMissed: 0 },
    before: { received: 198, opened: 17, acknowledged: 17, answered: 19, inTime: 18, promiseMissed: 1, legalMissed: 0 },
    answerDays: { count: 18, median: 5, longest: 19 },
    kinds: [
      { kind: 'deletion', opened: 9, answered: 8, promiseMissed: 0, legalMissed: 0, medianDays: 7 },
      { kind: 'copy', opened: 5, answered: 3, promiseMissed: 0, legalMissed: 0, medianDays: 11.5 },
      { kind: 'refund', opened: 7, answered: 7, promiseMissed: 0, legalMissed: 0, medianDays: 2 },
    ],
    openCases: 17,
    overdueCases: 0,
  };
}

export function monthSummary(language: LetterLanguage): SummaryFacts {
  return {
    ...weekSummary(language),
    weeks,
    period: 'month',
    from: '2026-11-01',
    to: '2026-11-30',
    numbers: { received: 1_204, opened: 88, acknowledged: 86, answered: 91, inTime: 87, promiseMissed: 3, legalMissed: 1 },
    before: null,
    answerDays: { count: 91, median: 6.5, longest: 42 },
    kinds: [
      { kind: 'deletion', opened: 41, answered: 44, promiseMissed: 3, legalMissed: 0, medianDays: 8 },
      { kind: 'copy', opened: 18, answered: 16, promiseMissed: 0, legalMissed: 1, medianDays: 14 },
      { kind: 'change', opened: 6, answered: 8, promiseMissed: 0, legalMissed: 0, medianDays: 3 },
      { kind: 'refund', opened: 21, answered: 23, promiseMissed: 0, legalMissed: 0, medianDays: 2 },
      { kind: 'objection', opened: 2, answered: 0, promiseMissed: 0, legalMissed: 0, medianDays: null },
    ],
    overdueCases: 2,
    alarms: [{ code: 'mailbox-away', at: '2026-11-12T01:10:00Z', endedAt: '2026-11-12T01:48:00Z' }],
  };
}
