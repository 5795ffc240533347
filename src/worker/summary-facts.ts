/** What the summary of a week or a month says. */
import { type SummarySpan, spanBefore } from '../case/digest-day.ts';
import type { LetterLanguage } from '../case/kind.ts';
import type { SpanNumbers, SummaryFacts } from '../responders/digest-facts.ts';
import { numbersBetween } from '../store/digests.ts';
import { type Answered, answeredIn, openAt, openedIn } from '../store/overview-figures.ts';
import { type Context, dayOf } from './context.ts';
import { allOf, daysOf, midnight, overviewFacts, spanOf } from './overview-facts.ts';

export async function summaryFacts(context: Context, span: SummarySpan, language: LetterLanguage): Promise<SummaryFacts> {
  const { query } = context.db;
  const [from, until] = [span.from, span.to.add({ days: 1 })];
  const former = spanBefore(span.from, span.period);
  const overview = await overviewFacts(context, language, { from, until, alarmsUntil: midnight(context, until) });
  const answered = await answeredIn(query, spanOf(context, from, until));
  const opened = await openedIn(query, spanOf(context, from, until));
  const atEnd = await openAt(query, midnight(context, until), context.timeZone);
  return {
    ...overview,
    period: span.period,
    from: from.toString(),
    to: span.to.toString(),
    numbers: await numbersOf(context, from, until, answered),
    before: wasThere(context, former) ? await numbersOf(context, former.from, from) : null,
    answerDays: daysOf(allOf(answered)),
    kinds: kindsOf(opened, answered),
    openCases: atEnd.open,
    overdueCases: atEnd.overdue,
  };
}

/** The span before says nothing where Tijdig was not there for the whole of it. */
function wasThere(context: Context, { from }: SummarySpan): boolean {
  return Temporal.PlainDate.compare(dayOf(context, context.begunAt), from) <= 0;
}

async function numbersOf(
  context: Context,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
  known: readonly Answered[] | null = null,
): Promise<SpanNumbers> {
  const { query } = context.db;
  const { received, opened, acknowledged } = await numbersBetween(query, midnight(context, from), midnight(context, until));
  const all = allOf(known ?? (await answeredIn(query, spanOf(context, from, until))));
  const { count: answered, promiseMissed, legalMissed } = all ?? { count: 0, promiseMissed: 0, legalMissed: 0 };
  return { received, opened, acknowledged, answered, inTime: answered - promiseMissed - legalMissed, promiseMissed, legalMissed };
}

function kindsOf(opened: Awaited<ReturnType<typeof openedIn>>, answered: readonly Answered[]): SummaryFacts['kinds'] {
  const kinds = new Set([...opened.map(({ kind }) => kind), ...answered.flatMap(({ kind }) => kind ?? [])]);
  return [...kinds].map((kind) => {
    const of = answered.find((one) => one.kind === kind);
    return {
      kind,
      opened: opened.find((one) => one.kind === kind)?.count ?? 0,
      answered: of?.count ?? 0,
      promiseMissed: of?.promiseMissed ?? 0,
      legalMissed: of?.legalMissed ?? 0,
      medianDays: of?.median ?? null,
    };
  });
}
