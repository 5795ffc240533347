import { workingLanguage } from '../case/kind.ts';
import { longDay, shortDay } from './dates.ts';
import type { DigestFacts, DigestList, DigestRow } from './digest-facts.ts';
import type { LetterText } from './letter.ts';
import type { Row } from './letter-facts.ts';
import { render } from './render.ts';
import type { Templates } from './templates.ts';
import { attentionInWords, daysLeftInWords, kindWords, spanInWords, statusInWords, waitingInWords } from './words.ts';

/** One screen: what does not fit is counted. */
const maxRows = 15;

/** The managers' view of the day: what is late, what is near, what waits, and whether the counts add up. */
export function digest(templates: Templates, facts: DigestFacts): LetterText {
  const language = workingLanguage(facts.language);
  const { ledger } = facts;
  const all = rowsOf(facts, ['past-law', 'past-promise']);
  const near = rowsOf(facts, ['act-by']);
  const noticed = noticesOf(facts);
  const overdue = all.slice(0, maxRows);
  const dueSoon = near.slice(0, maxRows - overdue.length);
  const attention = noticed.slice(0, maxRows - overdue.length - dueSoon.length);
  return render(templates, 'digest', language, {
    company: facts.company,
    on: longDay(language, facts.on),
    overdue: overdue.map((row) => caseRow(facts, row)),
    overdueCount: all.length,
    overdueMore: all.length - overdue.length,
    dueSoon: dueSoon.map((row) => caseRow(facts, row)),
    dueSoonCount: near.length,
    dueSoonMore: near.length - dueSoon.length,
    attention,
    attentionCount: noticed.length,
    attentionMore: noticed.length - attention.length,
    waiting: waitingInWords(language, facts.waiting),
    quiet: all.length + near.length + noticed.length === 0,
    ...numbers(facts),
    openCases: facts.openCases,
    seen: ledger.seen,
    accounted: ledger.accounted,
    pending: ledger.pending,
    difference: ledger.difference,
  });
}

function rowsOf({ lists }: DigestFacts, names: readonly DigestList[]): readonly DigestRow[] {
  return names.flatMap((name) => lists[name]);
}

function noticesOf(facts: DigestFacts): readonly Row<'digest'>[] {
  const language = workingLanguage(facts.language);
  const rows = rowsOf(facts, ['unreachable', 'withheld', 'hold-review', 'to-notice']);
  const once = rows.filter((row, index) => rows.findIndex(({ reference }) => reference === row.reference) === index);
  return [
    ...once.flatMap(({ reference, attention }) => attention.map((what) => ({ reference, what: attentionInWords(language, what) }))),
    ...facts.moved.map((row) => ({ reference: row.reference, what: movedInWords(facts, row) })),
  ];
}

/** The due date where that moved, else the last working day to act. */
function movedInWords(facts: DigestFacts, { what, from, to }: DigestFacts['moved'][number]): string {
  const language = workingLanguage(facts.language);
  const [was, is] = [from, to].map((day) => shortDay(language, day));
  if (language === 'nl') return `feestdagen gewijzigd: ${what === 'due' ? 'uiterlijk' : 'laatste werkdag'} ${is} (was ${was})`;
  return `public holidays changed: ${what === 'due' ? 'due' : 'last working day'} ${is} (was ${was})`;
}

function numbers({ language, on, yesterday: { since, ...counts } }: DigestFacts) {
  return { span: spanInWords(workingLanguage(language), since, on), ...counts };
}

function caseRow(facts: DigestFacts, row: DigestRow): Row<'digest'> {
  const language = workingLanguage(facts.language);
  return {
    reference: row.reference,
    kind: kindWords[row.kind][language],
    status: statusInWords(language, row.status),
    dueOn: shortDay(language, row.dueOn),
    actByOn: shortDay(language, row.actByOn),
    left: daysLeftInWords(language, row.daysLeft),
    why: row.why.source,
  };
}
