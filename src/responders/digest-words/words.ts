import type { Attention, CaseStatus } from '../../case/case.ts';
import type { CaseKind } from '../../case/kind.ts';
import type { DigestFacts, DigestList, DigestRow, MovedRow, SummaryFacts } from '../digest-facts.ts';
import type { ChartSeries } from '../overview.ts';

type Say<T extends readonly unknown[] = [count: string]> = (...given: T) => string;

/**
 * The words of digest and summary in one language. Numbers come in as written (`1.204`); where a word depends on one,
 * `one` says whether it is exactly 1. Days come in as written too.
 */
export interface OverviewWords {
  /** Between a label and its value. */
  readonly colon: string;
  /** Between clauses. */
  readonly semicolon: string;
  readonly kinds: Readonly<Record<CaseKind, string>>;
  readonly statuses: Readonly<Record<CaseStatus, string>>;
  readonly attention: Readonly<Record<Attention, string>>;
  readonly names: Readonly<Record<'digest' | SummaryFacts['period'], string>>;
  /** Titles of the lists, and of what changed holidays moved. */
  readonly lists: Readonly<Record<DigestList | 'moved', string>>;
  /** Title of the lists that are told together. */
  readonly others: string;
  /** What matters, in the subject and the headline, each a part of a list. */
  readonly headline: {
    readonly law: Say;
    readonly promise: Say;
    readonly near: Say;
    readonly other: Say<[count: string, one: boolean]>;
    readonly countOff: string;
    readonly trouble: string;
    readonly none: string;
  };
  readonly tiles: Readonly<Record<'law' | 'promise' | 'near' | 'approval' | 'opened' | 'answered' | 'in-time' | 'open', string>>;
  readonly daysLate: Say<[count: string, one: boolean]>;
  readonly daysLeft: Say<[count: string, one: boolean]>;
  readonly today: string;
  readonly due: Say<[day: string]>;
  readonly lastWorkingDay: Say<[day: string]>;
  readonly why: Readonly<Record<DigestRow['why']['rule'], string>>;
  /** What the general data protection regulation, directives and articles are called. */
  readonly sources: readonly (readonly [RegExp, string])[];
  readonly approvalOf: Say<[names: string]>;
  readonly with: Say<[names: string]>;
  readonly moved: Readonly<Record<MovedRow['what'], Say<[from: string, to: string]>>>;
  readonly more: Say;
  readonly openConsole: string;
  /** The whole of a day on which nothing is to be decided. */
  readonly quiet: Say<[open: string, one: boolean, next: string | null]>;
  readonly charts: {
    readonly days: string;
    readonly weeks: string;
    readonly series: Readonly<Record<ChartSeries, string>>;
    readonly daysCaption: Say<
      [open: string, week: string, month: string, busiest: { readonly day: string; readonly count: string } | null]
    >;
    readonly daysAlternative: Say<[due: string, open: string]>;
    readonly weeksCaption: Say<[inTime: string, all: string, percent: string, promise: string, law: string]>;
    readonly weeksNone: string;
    /** `each`: `14 Sept (9)`, with what came late. */
    readonly weeksAlternative: Say<[each: string]>;
    readonly promiseMissed: Say;
    readonly legalMissed: Say;
  };
  readonly numbers: {
    /** `Yesterday`, or `Since Fri 27 Nov`; null: yesterday. */
    readonly span: Say<[since: string | null]>;
    readonly messages: string;
    readonly messagesValue: Say<[received: string]>;
    readonly cases: string;
    readonly casesValue: Say<[opened: string, acknowledged: string, completed: string]>;
    readonly received: string;
    readonly opened: string;
    readonly acknowledged: string;
    readonly open: string;
    readonly waiting: Readonly<Record<DigestFacts['waiting'][number]['forWhom'], string>>;
    /** After the number of open cases. */
    readonly waitingFor: Say<[list: string]>;
    readonly answerDays: string;
    readonly answerDaysValue: Say<[median: string, longest: string, count: string, one: boolean]>;
    readonly classifier: string;
    readonly classifierValue: Say<[toPeople: string, read: string, percent: string]>;
    readonly missed: Say<[count: string]>;
  };
  readonly house: {
    readonly title: string;
    readonly ledger: string;
    readonly ledgerValue: Say<[seen: string, accounted: string]>;
    readonly pending: Say;
    readonly difference: Say;
    readonly workers: string;
    readonly workersValue: Say<[alive: string, one: boolean, minutes: string]>;
    readonly noWorkers: Say<[minutes: string]>;
    readonly alarms: string;
    readonly noAlarms: string;
    /** Codes of the table `alarms`; one that is not here is shown as it is. */
    readonly alarmCodes: Readonly<Record<string, string>>;
    readonly lasts: Say<[from: string]>;
    readonly lasted: Say<[from: string, to: string]>;
    readonly erased: string;
    readonly erasedValue: Say<[cases: string, messages: string, letters: string]>;
    readonly audit: string;
    /** `head`: as `tijdig audit verify --head` takes it. */
    readonly auditValue: Say<[head: string]>;
  };
  readonly countOffText: Say<[difference: string, one: boolean]>;
  readonly workersGoneText: string;
  readonly foot: string;
  readonly summary: {
    readonly allInTime: Say<[count: string, one: boolean]>;
    readonly inTime: Say<[inTime: string, all: string]>;
    readonly promiseMissed: Say;
    readonly legalMissed: Say;
    readonly nothing: string;
    /** First and last day of a week, written out; a month has its name. */
    readonly span: Say<[from: string, to: string]>;
    readonly before: Say<[value: string]>;
    readonly overdue: Say;
    readonly byKind: string;
    readonly columns: readonly [kind: string, opened: string, answered: string, inTime: string, median: string];
    readonly numbers: string;
    readonly answered: string;
    readonly answerDays: string;
  };
}
