import { longDay, shortDay } from './dates.ts';
import type { DigestFacts, DigestRow, LetterText } from './letter.ts';
import type { Row } from './letter-facts.ts';
import { render } from './render.ts';
import type { Templates } from './templates.ts';
import { attentionInWords, daysLeftInWords, kindWords, spanInWords, statusInWords, waitingInWords } from './words.ts';

/** One screen: what does not fit is counted. */
const maxRows = 15;

/** The managers' view of the day: what is late, what is near, what waits, and whether the counts add up. */
export function digest(templates: Templates, facts: DigestFacts): LetterText {
  const { language, ledger } = facts;
  const overdue = facts.overdue.slice(0, maxRows);
  const dueSoon = facts.dueSoon.slice(0, maxRows - overdue.length);
  const attention = facts.attention.slice(0, maxRows - overdue.length - dueSoon.length);
  return render(templates, 'digest', language, {
    company: facts.company,
    on: longDay(language, facts.on),
    overdue: overdue.map((row) => caseRow(facts, row)),
    overdueCount: facts.overdue.length,
    overdueMore: facts.overdue.length - overdue.length,
    dueSoon: dueSoon.map((row) => caseRow(facts, row)),
    dueSoonCount: facts.dueSoon.length,
    dueSoonMore: facts.dueSoon.length - dueSoon.length,
    attention: attention.map(({ reference, what }) => ({ reference, what: attentionInWords(language, what) })),
    attentionCount: facts.attention.length,
    attentionMore: facts.attention.length - attention.length,
    waiting: waitingInWords(language, facts.waiting),
    quiet: facts.overdue.length + facts.dueSoon.length + facts.attention.length === 0,
    ...numbers(facts),
    openCases: facts.openCases,
    seen: ledger.seen,
    accounted: ledger.accounted,
    pending: ledger.pending,
    difference: ledger.difference,
  });
}

function numbers({ language, on, yesterday: { since, ...counts } }: DigestFacts) {
  return { span: spanInWords(language, since, on), ...counts };
}

function caseRow({ language }: DigestFacts, row: DigestRow): Row<'digest'> {
  return {
    reference: row.reference,
    kind: kindWords[row.kind][language],
    status: statusInWords(language, row.status),
    dueOn: shortDay(language, row.dueOn),
    actByOn: shortDay(language, row.actByOn),
    left: daysLeftInWords(language, row.daysLeft),
    why: row.why,
  };
}
