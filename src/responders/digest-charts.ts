import type { LetterLanguage } from '../case/kind.ts';
import { digestOf } from '../privacy/fingerprint.ts';
import { type ChartPlan, chartHeight, drawChart } from './chart.ts';
import { shortDay } from './dates.ts';
import type { AnsweredWeek, DigestFacts } from './digest-facts.ts';
import { overviewWords } from './digest-words.ts';
import type { LetterImage } from './letter.ts';
import { numberIn, percentIn } from './numbers.ts';
import type { OverviewChart } from './overview.ts';

/** Pixels as shown: thirty columns of twenty, or twelve of fifty. */
const width = 600;
const saturday = 6;

/** Open and due over the next thirty days; null without days. */
export function daysChart(language: LetterLanguage, days: DigestFacts['days']): OverviewChart | null {
  const { charts } = overviewWords[language];
  const [first] = days;
  if (first === undefined) return null;
  const say = (value: number) => numberIn(language, value);
  const due = (until: number) => days.slice(0, until).reduce((sum, day) => sum + day.due, 0);
  const most = Math.max(...days.map((day) => day.due));
  const busiest = days.find((day) => day.due === most && most > 1);
  const plan: ChartPlan = {
    width,
    shaded: days.flatMap(({ on }, index) => (Temporal.PlainDate.from(on).dayOfWeek >= saturday ? [index] : [])),
    panels: [
      { height: 100, columns: days.map((day) => [{ series: 'open', value: day.open }]) },
      { height: 76, columns: days.map((day) => [{ series: 'due', value: day.due }]) },
    ],
  };
  const dueDays = days.filter((day) => day.due > 0).map((day) => `${dayMark(language, day.on)} (${say(day.due)})`);
  const openDays = days.filter((_, index) => index % 7 === 0).map((day) => `${dayMark(language, day.on)} (${say(day.open)})`);
  return {
    title: charts.days,
    caption: charts.daysCaption(
      say(first.open),
      say(due(7)),
      say(due(days.length)),
      busiest === undefined ? null : { day: shortDay(language, busiest.on), count: say(busiest.due) },
    ),
    alternative: charts.daysAlternative(dueDays.length === 0 ? say(0) : dueDays.join(', '), openDays.join(', ')),
    legend: (['open', 'due'] as const).map((series) => ({ label: charts.series[series], series })),
    axis: weekMarks(language, days),
    ...drawn(plan, 'days'),
  };
}

/** A label at the first day and at each Monday, as wide as the days up to the next; too narrow ones stay empty. */
function weekMarks(language: LetterLanguage, days: DigestFacts['days']): OverviewChart['axis'] {
  const starts = days.flatMap(({ on }, index) => (index === 0 || Temporal.PlainDate.from(on).dayOfWeek === 1 ? [index] : []));
  return starts.map((start, index) => {
    const span = (starts[index + 1] ?? days.length) - start;
    return { span, label: span < 4 ? '' : dayMark(language, days[start]?.on ?? '') };
  });
}

/** `30 nov`: a day without its weekday. */
function dayMark(language: LetterLanguage, day: string): string {
  const [, ...date] = shortDay(language, day).split(' ');
  return date.join(' ');
}

/** Answered in time over twelve weeks; null without weeks. */
export function weeksChart(language: LetterLanguage, weeks: readonly AnsweredWeek[]): OverviewChart | null {
  const { charts } = overviewWords[language];
  if (weeks.length === 0) return null;
  const say = (value: number) => numberIn(language, value);
  const sum = (pick: (week: AnsweredWeek) => number) => weeks.reduce((total, week) => total + pick(week), 0);
  const [inTime, promise, law] = [sum((week) => week.inTime), sum((week) => week.promiseMissed), sum((week) => week.legalMissed)];
  const all = inTime + promise + law;
  const plan: ChartPlan = {
    width,
    shaded: [],
    panels: [
      {
        height: 188,
        columns: weeks.map((week) => [
          { series: 'in-time', value: week.inTime },
          { series: 'promise-missed', value: week.promiseMissed },
          { series: 'legal-missed', value: week.legalMissed },
        ]),
      },
    ],
  };
  const told = weeks.filter((week) => week.inTime + week.promiseMissed + week.legalMissed > 0);
  return {
    title: charts.weeks,
    caption:
      all === 0 ? charts.weeksNone : charts.weeksCaption(say(inTime), say(all), percentIn(language, inTime, all), say(promise), say(law)),
    alternative: all === 0 ? charts.weeksNone : charts.weeksAlternative(told.map((week) => weekInWords(language, week)).join(', ')),
    legend: (['in-time', 'promise-missed', 'legal-missed'] as const).map((series) => ({ label: charts.series[series], series })),
    axis: weekLabels(language, weeks),
    ...drawn(plan, 'weeks'),
  };
}

/** `21 Sept (12, 1 after promise)`. */
function weekInWords(language: LetterLanguage, { week, inTime, promiseMissed, legalMissed }: AnsweredWeek): string {
  const { charts } = overviewWords[language];
  const say = (value: number) => numberIn(language, value);
  const late = [
    ...(promiseMissed === 0 ? [] : [charts.promiseMissed(say(promiseMissed))]),
    ...(legalMissed === 0 ? [] : [charts.legalMissed(say(legalMissed))]),
  ];
  return `${dayMark(language, week)} (${[say(inTime), ...late].join(', ')})`;
}

/** Every third week: twelve labels would not fit on a phone. */
function weekLabels(language: LetterLanguage, weeks: readonly AnsweredWeek[]): OverviewChart['axis'] {
  const starts = weeks.flatMap((week, index) => (index % 3 === 0 ? [{ week, index }] : []));
  return starts.map(({ week, index }) => ({ label: dayMark(language, week.week), span: Math.min(3, weeks.length - index) }));
}

/** The name in the mail comes of the numbers, not of the bytes: another packer may write the same picture otherwise. */
function drawn(plan: ChartPlan, name: 'days' | 'weeks'): { readonly image: LetterImage; readonly width: number; readonly height: number } {
  const cid = `${name}-${digestOf(JSON.stringify(plan)).slice(0, 24)}@tijdig`;
  return { image: { cid, filename: `${name}.png`, png: drawChart(plan) }, width, height: chartHeight(plan) };
}
