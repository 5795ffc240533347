import { longDay, shortDay } from './dates.ts';
import { daysChart, weeksChart } from './digest-charts.ts';
import type { DigestFacts, DigestList } from './digest-facts.ts';
import { digestSections } from './digest-rows.ts';
import { overviewWords } from './digest-words.ts';
import {
  alarmName,
  alarmSpan,
  answerDaysLine,
  auditLine,
  classifierLine,
  houseLines,
  lasts,
  ledgerLine,
  longSilence,
} from './house-lines.ts';
import type { LetterText } from './letter.ts';
import { capitalised, numberIn } from './numbers.ts';
import type { Overview, OverviewFactList } from './overview.ts';
import { writeOverview } from './write-overview.ts';

/** Parts of the headline that the subject has room for. */
const subjectParts = 3;

/** The managers' view of the day: what needs a decision, then the numbers, then whether the house is in order. */
export function digest(facts: DigestFacts): LetterText {
  const { language } = facts;
  const words = overviewWords[language];
  const parts = headlineParts(facts);
  const headline = parts.length === 0 ? words.headline.none : parts.join(', ');
  const when = longDay(language, facts.on);
  const quiet = isQuiet(facts, parts);
  return writeOverview({
    language,
    subject: `${capitalised(parts.length === 0 ? headline : parts.slice(0, subjectParts).join(', '))} · ${words.names.digest} ${when}`,
    name: `${facts.company} · ${words.names.digest}`,
    when,
    headline: capitalised(quiet ? quietLine(facts) : headline),
    lead: null,
    link: facts.consoleUrl === null ? null : { label: words.openConsole, url: `${facts.consoleUrl}/` },
    warnings: warnings(facts),
    ...(quiet ? nothing : rest(facts)),
    facts: quiet ? [] : [dayNumbers(facts), houseLines(facts)],
    foot: quiet ? `${auditWords(facts)}${words.foot}` : words.foot,
  });
}

/** Nothing to decide, and nothing that happened to the house. */
function isQuiet({ alarms, workers }: DigestFacts, parts: readonly string[]): boolean {
  return parts.length === 0 && alarms.length === 0 && (workers === null || workers.longestGapMinutes <= longSilence);
}

/** The head of the audit stands in every digest: who keeps the mails can prove what the audit was on that day. */
function auditWords(facts: DigestFacts): string {
  const line = auditLine(facts);
  return line === null ? '' : `${line.label}${overviewWords[facts.language].colon}${line.value}. `;
}

/** A day without a decision is one line: what is open, and that nothing was lost. */
function quietLine(facts: DigestFacts): string {
  const { language, openCases, days } = facts;
  const words = overviewWords[language];
  const next = days.find(({ due }) => due > 0)?.on ?? null;
  const open = words.quiet(numberIn(language, openCases), openCases === 1, next === null ? null : shortDay(language, next));
  return `${open} ${capitalised(ledgerLine(facts).value)}.`;
}

const nothing = { tiles: [], sections: [], charts: [], tables: [] } as const;

function rest(facts: DigestFacts): Pick<Overview, 'tiles' | 'sections' | 'charts' | 'tables'> {
  const charts = [daysChart(facts.language, facts.days), weeksChart(facts.language, facts.weeks)];
  return { tiles: tiles(facts), sections: digestSections(facts), charts: charts.filter((chart) => chart !== null), tables: [] };
}

function count({ lists }: DigestFacts, ...names: readonly DigestList[]): number {
  return new Set(names.flatMap((name) => lists[name].map(({ reference }) => reference))).size;
}

/** What matters, gravest first; empty on a day without a decision. A case stands in the gravest part it belongs to. */
function headlineParts(facts: DigestFacts): readonly string[] {
  const { headline } = overviewWords[facts.language];
  const say = (value: number) => numberIn(facts.language, value);
  const urgent: readonly DigestList[] = ['past-law', 'past-promise', 'act-by'];
  const [law, promise, near] = [
    count(facts, 'past-law'),
    count(facts, 'past-law', 'past-promise') - count(facts, 'past-law'),
    count(facts, ...urgent) - count(facts, 'past-law', 'past-promise'),
  ];
  const other =
    count(facts, ...urgent, 'to-read', 'approval', 'unreachable', 'withheld', 'hold-review', 'to-notice') -
    count(facts, ...urgent) +
    facts.moved.length;
  return [
    ...(facts.ledger.difference === 0 ? [] : [headline.countOff]),
    ...(facts.alarms.some(lasts) || facts.workers?.alive === 0 ? [headline.trouble] : []),
    ...(law === 0 ? [] : [headline.law(say(law))]),
    ...(promise === 0 ? [] : [headline.promise(say(promise))]),
    ...(near === 0 ? [] : [headline.near(say(near))]),
    ...(other === 0 ? [] : [headline.other(say(other), other === 1)]),
  ];
}

function tiles(facts: DigestFacts): Overview['tiles'] {
  const words = overviewWords[facts.language].tiles;
  const all = [
    { label: words.law, count: count(facts, 'past-law'), tone: 'law' },
    { label: words.promise, count: count(facts, 'past-promise'), tone: 'promise' },
    { label: words.near, count: count(facts, 'act-by'), tone: 'near' },
    { label: words.approval, count: count(facts, 'approval'), tone: 'calm' },
  ] as const;
  return all.map(({ label, count: value, tone }) => ({
    label,
    value: numberIn(facts.language, value),
    note: null,
    tone: value === 0 ? 'calm' : tone,
  }));
}

/** What is wrong with the house itself comes before any case: the rest cannot be trusted until it is mended. */
function warnings(facts: DigestFacts): Overview['warnings'] {
  const { language, ledger } = facts;
  const words = overviewWords[language];
  const { difference } = ledger;
  return [
    ...(difference === 0
      ? []
      : [
          {
            title: capitalised(words.headline.countOff),
            text: words.countOffText(numberIn(language, difference), Math.abs(difference) === 1),
          },
        ]),
    ...(facts.workers?.alive === 0 ? [{ title: capitalised(words.headline.trouble), text: words.workersGoneText }] : []),
    ...facts.alarms
      .filter(lasts)
      .map((alarm) => ({ title: capitalised(alarmName(language, alarm)), text: `${capitalised(alarmSpan(facts, alarm))}.` })),
  ];
}

function dayNumbers(facts: DigestFacts): OverviewFactList {
  const { language, on, yesterday, openCases, waiting } = facts;
  const { numbers, semicolon } = overviewWords[language];
  const { since } = yesterday;
  const day = Temporal.PlainDate.from(since).until(Temporal.PlainDate.from(on)).days === 1 ? null : shortDay(language, since);
  const calm = (label: string, value: string) => ({ label, value, tone: 'calm' as const });
  const say = (value: number) => numberIn(language, value);
  const some = waiting.filter((one) => one.count > 0).map((one) => `${numbers.waiting[one.forWhom]} ${say(one.count)}`);
  const more = [answerDaysLine(facts, numbers.answerDays), classifierLine(facts)].filter((line) => line !== null);
  return {
    title: numbers.span(day),
    lines: [
      calm(numbers.messages, numbers.messagesValue(say(yesterday.received))),
      calm(numbers.cases, numbers.casesValue(say(yesterday.opened), say(yesterday.acknowledged), say(yesterday.completed))),
      calm(numbers.open, some.length === 0 ? say(openCases) : `${say(openCases)}${semicolon}${numbers.waitingFor(some.join(', '))}`),
      ...more,
    ],
  };
}
