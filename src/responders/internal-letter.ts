import type { CaseKind, StaffLanguage } from '../case/kind.ts';
import type { Day, Instant } from '../case/policy.ts';
import { longDay, moment, shortDay } from './dates.ts';
import type { LetterText } from './letter.ts';
import type { Row } from './letter-facts.ts';
import { render } from './render.ts';
import type { Templates } from './templates.ts';
import { daysLeftInWords, kindWords, statusInWords } from './words.ts';

/** One screen: what does not fit is counted. */
const maxRows = 15;

/** A case as our own people read of it in a mail: nothing personal. */
export interface StaffRow {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly status: string;
  readonly dueOn: Day;
  readonly actByOn: Day;
  /** Calendar days from today to the due date; negative: overdue. */
  readonly daysLeft: number;
  /** The one next step, in `language`: a task's title or our own words. Null: the status says it. */
  readonly what: string | null;
}

export interface MorningFacts {
  readonly language: StaffLanguage;
  readonly on: Day;
  /** Each most urgent first; a case stands in one list only. */
  readonly overdue: readonly StaffRow[];
  /** Drafts that wait for this person's approval. */
  readonly approvals: readonly StaffRow[];
  readonly tasks: readonly StaffRow[];
  readonly warnings: readonly StaffRow[];
  /** Waiting for the customer. */
  readonly waiting: readonly StaffRow[];
  /** Whether a draft can be asked for by answering. */
  readonly byMail: boolean;
}

/** What one member of staff has to do today. An empty day is one line. */
export function morning(templates: Templates, facts: MorningFacts): LetterText {
  const { language, overdue, approvals, tasks, warnings, waiting } = facts;
  let room = maxRows;
  const shown = (rows: readonly StaffRow[]) => {
    const some = rows.slice(0, room).map((row) => staffRow(language, row));
    room -= some.length;
    return some;
  };
  const rows = {
    overdue: shown(overdue),
    approvals: shown(approvals),
    tasks: shown(tasks),
    warnings: shown(warnings),
    waiting: shown(waiting),
  };
  const total = [overdue, approvals, tasks, warnings, waiting].reduce((sum, list) => sum + list.length, 0);
  return render(templates, 'morning', language, {
    on: longDay(language, facts.on),
    quiet: total === 0,
    total,
    ...rows,
    overdueCount: overdue.length,
    overdueMore: overdue.length - rows.overdue.length,
    approvalsCount: approvals.length,
    approvalsMore: approvals.length - rows.approvals.length,
    tasksCount: tasks.length,
    tasksMore: tasks.length - rows.tasks.length,
    warningsCount: warnings.length,
    warningsMore: warnings.length - rows.warnings.length,
    waitingCount: waiting.length,
    waitingMore: waiting.length - rows.waiting.length,
    byMail: facts.byMail,
  });
}

function staffRow(language: StaffLanguage, row: StaffRow): Row<'morning'> {
  const status = statusInWords(language, row.status);
  return {
    reference: row.reference,
    kind: kindWords[row.kind][language],
    status,
    dueOn: shortDay(language, row.dueOn),
    actByOn: shortDay(language, row.actByOn),
    left: daysLeftInWords(language, row.daysLeft),
    what: row.what ?? status,
  };
}

export interface DueAlertFacts extends Omit<StaffRow, 'status' | 'what'> {
  readonly language: StaffLanguage;
  readonly level: 'warn' | 'escalate' | 'overdue';
  /** The one next step, in `language`, as an imperative without a full stop. */
  readonly nextStep: string;
}

/** Says that the date of one case comes near, is very near or has passed. To staff, later to managers. */
export function dueAlert(templates: Templates, facts: DueAlertFacts): LetterText {
  const { language, level, reference, nextStep } = facts;
  return render(templates, 'due-alert', language, {
    level,
    reference,
    kind: kindWords[facts.kind][language],
    dueOn: longDay(language, facts.dueOn),
    actByOn: longDay(language, facts.actByOn),
    left: daysLeftInWords(language, facts.daysLeft),
    nextStep,
  });
}

export interface AuthorityAlertFacts {
  readonly language: StaffLanguage;
  readonly timeZone: string;
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly dueOn: Day;
  /** To the hour, while our own term counts; null: until the end of `dueOn`. */
  readonly dueAt: Instant | null;
  /** An hour has passed and nobody has taken it. */
  readonly again: boolean;
}

/** Says that a public body demands something, to whom it concerns alone: nothing of who asks or what. */
export function authorityAlert(templates: Templates, facts: AuthorityAlertFacts): LetterText {
  const { language, timeZone, reference, again } = facts;
  const received = moment(language, facts.receivedAt, timeZone);
  const due = facts.dueAt === null ? { day: longDay(language, facts.dueOn), time: null } : moment(language, facts.dueAt, timeZone);
  return render(templates, 'authority-alert', language, {
    again,
    reference,
    receivedOn: received.day,
    receivedAt: received.time,
    dueOn: due.day,
    dueAt: due.time,
  });
}

export interface ReplyNoticeFacts {
  readonly language: StaffLanguage;
  readonly replies: readonly Pick<StaffRow, 'reference' | 'kind' | 'status'>[];
}

/** Customers' replies of the last minutes in one mail. Throws when there is none. */
export function replyNotice(templates: Templates, { language, replies }: ReplyNoticeFacts): LetterText {
  if (replies.length === 0) throw new Error('A reply notice needs a reply.');
  const shown = replies.slice(0, maxRows);
  return render(templates, 'reply-notice', language, {
    count: replies.length,
    replies: shown.map(({ reference, kind, status }) => ({
      reference,
      kind: kindWords[kind][language],
      status: statusInWords(language, status),
    })),
    more: replies.length - shown.length,
  });
}

export interface StaffQuestionFacts {
  readonly language: StaffLanguage;
  readonly timeZone: string;
  /**
   * `answered-outside`: a mail to the requester was seen in the Sent folder; did it finish the case?
   * `confirm-intake`: a colleague forwarded a message; who asked, and when did it reach us?
   */
  readonly question: 'answered-outside' | 'confirm-intake';
  readonly reference: string;
  readonly kind: CaseKind;
  /** When the mail in the Sent folder was sent, or the forward came in. */
  readonly seenAt: Instant;
  /** The command line that answers, without `tijdig`. */
  readonly command: string;
}

/** Asks staff what only they can know. */
export function staffQuestion(templates: Templates, facts: StaffQuestionFacts): LetterText {
  const { language, question, reference, command } = facts;
  const seen = moment(language, facts.seenAt, facts.timeZone);
  return render(templates, 'staff-question', language, {
    question,
    reference,
    kind: kindWords[facts.kind][language],
    seenOn: seen.day,
    seenAt: seen.time,
    command,
  });
}

export interface SignInCodeFacts {
  readonly language: StaffLanguage;
  readonly company: string;
  /** Eight digits. */
  readonly code: string;
  readonly minutes: number;
}

/** The code with which a member of staff signs in to the console. */
export function signInCode(templates: Templates, { language, company, code, minutes }: SignInCodeFacts): LetterText {
  return render(templates, 'sign-in-code', language, { company, code, minutes });
}
