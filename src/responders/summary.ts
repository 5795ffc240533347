import { monthName, shortDay } from './dates.ts';
import { weeksChart } from './digest-charts.ts';
import type { SpanNumbers, SummaryFacts } from './digest-facts.ts';
import { overviewWords } from './digest-words.ts';
import { answerDaysLine, classifierLine, houseLines } from './house-lines.ts';
import type { LetterText } from './letter.ts';
import { capitalised, numberIn, percentIn } from './numbers.ts';
import type { Overview, OverviewFactList, OverviewTable, Tone } from './overview.ts';
import { writeOverview } from './write-overview.ts';

/** A week or a month for managers: answered in time or not, by kind, and against the span before. */
export function summary(facts: SummaryFacts): LetterText {
  const { language, period } = facts;
  const words = overviewWords[language];
  const headline = headlineOf(facts);
  const when =
    period === 'month'
      ? monthName(language, facts.from)
      : `${words.summary.span(shortDay(language, facts.from), shortDay(language, facts.to))} ${facts.to.slice(0, 4)}`;
  const chart = weeksChart(language, facts.weeks);
  return writeOverview({
    language,
    subject: `${capitalised(headline)} · ${words.names[period]} ${when}`,
    name: `${facts.company} · ${words.names[period]}`,
    when,
    headline: capitalised(headline),
    lead: null,
    link: facts.consoleUrl === null ? null : { label: words.openConsole, url: `${facts.consoleUrl}/` },
    warnings: [],
    tiles: tiles(facts),
    sections: [],
    charts: chart === null ? [] : [chart],
    tables: facts.kinds.length === 0 ? [] : [kindTable(facts)],
    facts: [spanNumbers(facts), houseLines(facts)],
    foot: words.foot,
  });
}

function headlineOf({ language, numbers }: SummaryFacts): string {
  const { summary: words } = overviewWords[language];
  const say = (value: number) => numberIn(language, value);
  const { answered, inTime, promiseMissed, legalMissed } = numbers;
  if (answered === 0) return words.nothing;
  if (promiseMissed + legalMissed === 0) return words.allInTime(say(answered), answered === 1);
  return [
    words.inTime(say(inTime), say(answered)),
    ...(promiseMissed === 0 ? [] : [words.promiseMissed(say(promiseMissed))]),
    ...(legalMissed === 0 ? [] : [words.legalMissed(say(legalMissed))]),
  ].join(', ');
}

function tiles(facts: SummaryFacts): Overview['tiles'] {
  const { language, numbers, before, openCases, overdueCases } = facts;
  const words = overviewWords[language];
  const say = (value: number) => numberIn(language, value);
  const share = ({ inTime, answered }: SpanNumbers) => (answered === 0 ? '–' : percentIn(language, inTime, answered));
  const note = (write: (span: SpanNumbers) => string) => (before === null ? null : words.summary.before(write(before)));
  return [
    { label: words.tiles.opened, value: say(numbers.opened), note: note(({ opened }) => say(opened)), tone: 'calm' },
    { label: words.tiles.answered, value: say(numbers.answered), note: note(({ answered }) => say(answered)), tone: 'calm' },
    { label: words.tiles['in-time'], value: share(numbers), note: note(share), tone: spanTone(numbers) },
    {
      label: words.tiles.open,
      value: say(openCases),
      note: overdueCases === 0 ? null : words.summary.overdue(say(overdueCases)),
      tone: overdueCases === 0 ? 'calm' : 'promise',
    },
  ];
}

function spanTone({ answered, promiseMissed, legalMissed }: SpanNumbers): Tone {
  if (legalMissed > 0) return 'law';
  if (promiseMissed > 0) return 'promise';
  return answered === 0 ? 'calm' : 'good';
}

function kindTable({ language, kinds }: SummaryFacts): OverviewTable {
  const words = overviewWords[language];
  const say = (value: number) => numberIn(language, value);
  return {
    title: words.summary.byKind,
    head: words.summary.columns,
    rows: kinds.map(({ kind, opened, answered, promiseMissed, legalMissed, medianDays }) => [
      words.kinds[kind],
      say(opened),
      say(answered),
      answered === 0 ? '–' : percentIn(language, answered - promiseMissed - legalMissed, answered),
      medianDays === null ? '–' : say(medianDays),
    ]),
  };
}

function spanNumbers(facts: SummaryFacts): OverviewFactList {
  const { language, numbers, before } = facts;
  const words = overviewWords[language];
  const say = (value: number) => numberIn(language, value);
  const line = (label: string, pick: (span: SpanNumbers) => number) => ({
    label,
    value: before === null ? say(pick(numbers)) : `${say(pick(numbers))} (${words.summary.before(say(pick(before)))})`,
    tone: 'calm' as const,
  });
  const more = [answerDaysLine(facts, words.summary.answerDays), classifierLine(facts)].filter((one) => one !== null);
  return {
    title: words.summary.numbers,
    lines: [
      line(words.numbers.received, ({ received }) => received),
      line(words.numbers.opened, ({ opened }) => opened),
      line(words.numbers.acknowledged, ({ acknowledged }) => acknowledged),
      line(words.summary.answered, ({ answered }) => answered),
      ...more,
    ],
  };
}
