import type { Attention, CaseStatus } from '../case/case.ts';
import type { CaseKind, LetterLanguage } from '../case/kind.ts';
import type { Day, Instant } from '../case/policy.ts';

/**
 * What a manager must decide, the most urgent first. A case may stand in several lists: the digest names it in the first
 * of them alone. Cases of kinds that only named people may know (`authority`) stand in none.
 */
export const digestLists = [
  /** Open, and past the legal date. */
  'past-law',
  /** Open, past our own promise and within the law; also after an extension. */
  'past-promise',
  /** To be acted on within five calendar days, today among them: `actByOn` ≤ today + 5, and not past due. */
  'act-by',
  /** Status `needs-a-person`: nobody has read it yet. */
  'to-read',
  /** Status `awaiting-approval`; `waitsFor` says whose approval. */
  'approval',
  /** Attention `requester-unreachable`, also on cases closed in the last days. */
  'unreachable',
  /** Attention `acknowledgement-withheld`. */
  'withheld',
  /** Attention `hold-review-due`: the day has come on which a legal hold is looked at again. */
  'hold-review',
  /** Any other attention that is not said by the lists above. */
  'to-notice',
] as const;
export type DigestList = (typeof digestLists)[number];

/** A case as managers read of it: nothing personal beyond reference, kind and days. */
export interface DigestRow {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly dueOn: Day;
  readonly actByOn: Day;
  /** Calendar days from `on` to the due date; negative: past it. In `past-promise` of an extended case: to the promise. */
  readonly daysLeft: number;
  /** What fixed the due date, with its clause or article (`Policy §4`, `GDPR art. 12(3)`); the words are added here. */
  readonly why: { readonly rule: 'promise' | 'law' | 'extension' | 'pause'; readonly source: string };
  /** Whose move it is, of our own people: what stands before the `@` of their addresses. Empty: nobody's in particular. */
  readonly waitsFor: readonly string[];
  readonly attention: readonly Attention[];
}

/** A date that changed holidays moved: the due date, or else the last working day to act. */
export interface MovedRow {
  readonly reference: string;
  readonly what: 'due' | 'act-by';
  readonly from: Day;
  readonly to: Day;
}

/** Answered cases of one week, by how they stood to their dates. */
export interface AnsweredWeek {
  /** Its Monday. */
  readonly week: Day;
  readonly inTime: number;
  /** After our own promise, within the law. */
  readonly promiseMissed: number;
  /** After the legal date. */
  readonly legalMissed: number;
}

/** Calendar days from receipt to answer; null where nothing was answered. */
export type AnswerDays = { readonly count: number; readonly median: number; readonly longest: number } | null;

export interface ClassifierFigures {
  /** Messages it read. */
  readonly read: number;
  /** Of those, handed to a person because it was not sure. */
  readonly toPeople: number;
  /** Requests it probably missed, by the measured rate (docs/classification.md); a fraction. Null: not estimated. */
  readonly estimatedMissed: number | null;
}

export interface LedgerFigures {
  readonly seen: number;
  readonly accounted: number;
  readonly pending: number;
  /** Must be 0. */
  readonly difference: number;
}

/** Something of the house that was told by the second channel; `code` as in the table `alarms`, without what only named people may know. */
export interface AlarmLine {
  readonly code: string;
  readonly at: Instant;
  /** Null: it lasts. */
  readonly endedAt: Instant | null;
}

/** The newest link of the chain over the audit, as `tijdig audit head` shows it. */
export interface AuditHead {
  readonly link: number;
  /** Hex, as people compare it. */
  readonly head: string;
}

/** What was erased by schedule or on request in a span. */
export interface ErasedFigures {
  readonly cases: number;
  readonly messages: number;
  readonly letters: number;
}

/** What every overview for managers knows. */
interface OverviewFacts {
  readonly language: LetterLanguage;
  readonly company: string;
  readonly timeZone: string;
  /** Where the staff pages are, as a browser reaches them (`https://support.example.com`, no slash at the end); null: nothing is linked. */
  readonly consoleUrl: string | null;
  readonly classifier: ClassifierFigures | null;
  readonly ledger: LedgerFigures;
  /** Alarms of the span, and those that last; oldest first. */
  readonly alarms: readonly AlarmLine[];
  readonly erased: ErasedFigures | null;
  readonly audit: AuditHead | null;
  /** The last twelve weeks, oldest first, the present one last; weeks without answers are there with zeros. */
  readonly weeks: readonly AnsweredWeek[];
}

/** One morning, for one manager. */
export interface DigestFacts extends OverviewFacts {
  readonly on: Day;
  readonly lists: Readonly<Record<DigestList, readonly DigestRow[]>>;
  readonly moved: readonly MovedRow[];
  readonly openCases: number;
  /** How many open cases wait for whom. */
  readonly waiting: readonly { readonly forWhom: 'person' | 'identity' | 'clarification' | 'staff' | 'approval'; readonly count: number }[];
  /** Numbers from the first moment of `since` (yesterday, or the last day that had a digest) up to `on`. */
  readonly yesterday: {
    readonly since: Day;
    readonly received: number;
    readonly opened: number;
    readonly acknowledged: number;
    readonly completed: number;
  };
  /** Of the last thirty days. */
  readonly answerDays: AnswerDays;
  /**
   * Each of the next thirty days, `on` first: cases due that day, and cases open now that are not past due on it
   * (what would be left if each were answered on its last day). Cases that are late already stand in the lists.
   */
  readonly days: readonly { readonly on: Day; readonly open: number; readonly due: number }[];
  /** Since the last digest: how many workers run now, and the longest time in which no round was finished. */
  readonly workers: { readonly alive: number; readonly longestGapMinutes: number } | null;
}

/** Numbers of a span: a week or a month. */
export interface SpanNumbers {
  readonly received: number;
  readonly opened: number;
  readonly acknowledged: number;
  readonly answered: number;
  readonly inTime: number;
  readonly promiseMissed: number;
  readonly legalMissed: number;
}

/** A week or a month, for one manager. */
export interface SummaryFacts extends OverviewFacts {
  readonly period: 'week' | 'month';
  /** First and last day. */
  readonly from: Day;
  readonly to: Day;
  readonly numbers: SpanNumbers;
  /** The span before of the same kind; null: there was none with us. */
  readonly before: SpanNumbers | null;
  readonly answerDays: AnswerDays;
  /** By kind, only those with a number in them; without the kinds that only named people may know. */
  readonly kinds: readonly {
    readonly kind: CaseKind;
    readonly opened: number;
    readonly answered: number;
    readonly promiseMissed: number;
    readonly legalMissed: number;
    readonly medianDays: number | null;
  }[];
  /** At the end of the span: open, and of those past due. */
  readonly openCases: number;
  readonly overdueCases: number;
}
