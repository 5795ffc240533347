/** What every overview for managers says of the house: ledger, classifier, alarms, what was erased, the audit, twelve weeks. */
import { isConfidential, type LetterLanguage } from '../case/kind.ts';
import { estimatedMissed } from '../classify/measured.ts';
import type { AnswerDays, DigestFacts, SummaryFacts } from '../responders/digest-facts.ts';
import { alarmsIn } from '../store/alarms.ts';
import { auditHead } from '../store/audit-chain.ts';
import { answeredByWeek } from '../store/figures.ts';
import { readLedger } from '../store/ledger.ts';
import { type Answered, answeredIn, classifiedIn, erasedIn, type Span } from '../store/overview-figures.ts';
import type { Context } from './context.ts';

type OverviewFacts = Omit<Pick<DigestFacts, keyof DigestFacts & keyof SummaryFacts>, 'openCases' | 'answerDays'>;

/** Weeks in the chart, the present one among them. */
const weeksShown = 12;

/** The first instant of a day in the business time zone. */
export function midnight(context: Context, day: Temporal.PlainDate): string {
  return day.toZonedDateTime(context.timeZone).toInstant().toString();
}

/** From the first moment of a day to that of another. */
export function spanOf(context: Context, from: Temporal.PlainDate, to: Temporal.PlainDate): Span {
  return { from: midnight(context, from), to: midnight(context, to), timeZone: context.timeZone };
}

/**
 * @param until the day after the last one that counts
 * @param alarms the span of the alarms, which may reach up to now
 */
export async function overviewFacts(
  context: Context,
  language: LetterLanguage,
  { from, until, alarmsUntil }: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate; readonly alarmsUntil: string },
): Promise<OverviewFacts> {
  const { query } = context.db;
  const span = spanOf(context, from, until);
  // One after the other: ten workers do this at the same second, and a server has so many connections.
  const ledger = await readLedger(query);
  const read = await classifiedIn(query, span);
  const alarms = await alarmsIn(query, { from: span.from, to: alarmsUntil });
  const erased = await erasedIn(query, span);
  const head = await auditHead(context.db);
  const weeks = await weeksUpTo(context, until.subtract({ days: 1 }));
  return {
    language,
    company: context.company.name,
    timeZone: context.timeZone,
    consoleUrl: context.config.publicUrl,
    classifier: { read: read.read, toPeople: read.toPeople, estimatedMissed: estimatedMissed(read.requests) },
    ledger: ledgerOf(ledger),
    alarms,
    erased: { cases: erased.case, messages: erased.message, letters: erased.letter },
    audit: head === null ? null : { link: head.link, head: head.head },
    weeks,
  };
}

/** What we sent ourselves was not received; a difference there is told all the same. */
function ledgerOf(lines: Awaited<ReturnType<typeof readLedger>>): OverviewFacts['ledger'] {
  const sum = (pick: (line: (typeof lines)[number]) => number) => lines.reduce((total, line) => total + pick(line), 0);
  const seen = sum((line) => (line.role === 'sent' ? line.difference : line.seen));
  const pending = sum((line) => (line.role === 'sent' ? 0 : line.pending));
  const difference = sum((line) => line.difference);
  return { seen, accounted: seen - pending - difference, pending, difference };
}

async function weeksUpTo(context: Context, last: Temporal.PlainDate): Promise<OverviewFacts['weeks']> {
  const monday = last.subtract({ days: last.dayOfWeek - 1 });
  const mondays = Array.from({ length: weeksShown }, (_, index) => monday.subtract({ weeks: weeksShown - 1 - index }).toString());
  const answered = await answeredByWeek(context.db.query, mondays[0] ?? monday.toString(), context.timeZone);
  return mondays.map((week) => {
    const ours = answered.filter((one) => one.week === week && !isConfidential(one.kind));
    const sum = (pick: (one: (typeof ours)[number]) => number) => ours.reduce((total, one) => total + pick(one), 0);
    const [promiseMissed, legalMissed] = [sum((one) => one.promiseMissed), sum((one) => one.legalMissed)];
    return { week, inTime: sum((one) => one.count) - promiseMissed - legalMissed, promiseMissed, legalMissed };
  });
}

/** Calendar days from receipt to answer. */
export async function answerDaysIn(context: Context, span: Span): Promise<AnswerDays> {
  return daysOf(allOf(await answeredIn(context.db.query, span)));
}

export function daysOf(all: Answered | null): AnswerDays {
  return all === null ? null : { count: all.count, median: all.median, longest: all.longest };
}

/** The line of all kinds together; null: nothing was answered. */
export function allOf(answered: readonly Answered[]): Answered | null {
  return answered.find(({ kind }) => kind === null) ?? null;
}
