import { html } from 'hono/html';
import type { CaseKind } from '../case/kind.ts';
import { type AnsweredInWeek, answeredByWeek, type OpenOfKind, openByKind } from '../store/figures.ts';
import { dayLocales, today } from './case-list.ts';
import { barChart, columnChart } from './chart.ts';
import { send } from './layout.ts';
import type { App, Html, Request } from './page.ts';
import { requireRole } from './problem.ts';

const weeks = 12;

/** Adds `/manager`: the figures, for managers and auditors. */
export function addManager(app: App): void {
  app.get('/manager', requireRole('manager', 'auditor'), async (c) => {
    const { context, words } = c.var;
    const first = mondayOf(today(c)).subtract({ weeks: weeks - 1 });
    const [open, answered] = await Promise.all([
      openByKind(context.db.query, today(c).toString()),
      answeredByWeek(context.db.query, first.toString(), context.timeZone),
    ]);
    const body = html`<h1>${words.manager.title}</h1>
${tiles(c, open)}
<div class="figures">
${openFigure(c, open)}
${breachFigure(c, open, answered)}
${answerFigure(c, answered, first)}
</div>`;
    return send(c, { title: words.manager.title, body, at: 'manager' });
  });
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

function sum<T>(all: readonly T[], pick: (one: T) => number): number {
  return all.reduce((total, one) => total + pick(one), 0);
}

function tiles(c: Request, open: readonly OpenOfKind[]): Html {
  const { manager } = c.var.words;
  const all: readonly (readonly [string, number, string, string])[] = [
    [manager.open, sum(open, ({ late, soon, calm }) => late + soon + calm), '/', 'calm'],
    [manager.dueSoon, sum(open, ({ soon }) => soon), '/', 'soon'],
    [manager.overdue, sum(open, ({ late }) => late), '/?view=overdue', 'late'],
    [manager.unassigned, sum(open, ({ unassigned }) => unassigned), '/?view=unassigned', 'calm'],
  ];
  return html`<ul class="tiles">${all.map(
    ([label, value, path, tone]) =>
      html`<li><a class="tile ${value === 0 ? 'calm' : tone}" href="${path}"><b>${value}</b> <span>${label}</span></a></li>`,
  )}</ul>`;
}

function openFigure(c: Request, open: readonly OpenOfKind[]): Html {
  const { manager, kinds, queue } = c.var.words;
  if (open.length === 0) return html`<section class="figure"><h2>${manager.byKind}</h2><p class="faint">${queue.empty}</p></section>`;
  const bars = open.map(({ kind, late, soon, calm }) => ({
    label: kinds[kind],
    parts: [
      { class: 'late', value: late },
      { class: 'soon', value: soon },
      { class: 'calm', value: calm },
    ],
  }));
  const legend = html`<p class="legend"><span class="late">${manager.late}</span> <span class="soon">${manager.soon}</span> <span class="calm">${manager.onTime}</span></p>`;
  const head = [manager.kind, manager.late, manager.soon, manager.onTime];
  const body = open.map(({ kind, late, soon, calm }) => [kinds[kind], late, soon, calm]);
  return html`<section class="figure"><h2>${manager.byKind}</h2>${legend}${barChart(bars, manager.byKind)}${table(c, head, body)}</section>`;
}

/** Promise and law apart: the first is ours to break, the second is not. */
function breachFigure(c: Request, open: readonly OpenOfKind[], answered: readonly AnsweredInWeek[]): Html {
  const { manager } = c.var.words;
  const body: readonly (readonly [string, number, number])[] = [
    [manager.legal, sum(open, ({ legalPassed }) => legalPassed), sum(answered, ({ legalMissed }) => legalMissed)],
    [manager.promise, sum(open, ({ promisePassed }) => promisePassed), sum(answered, ({ promiseMissed }) => promiseMissed)],
  ];
  const cell = (value: number) => html`<td class="${value === 0 ? 'none' : 'some'}">${value}</td>`;
  return html`<section class="figure"><h2>${manager.breaches}</h2><p class="faint">${manager.breachesLead}</p>
<table class="numbers breaches"><thead><tr><td></td><th scope="col">${manager.openLate}</th><th scope="col">${manager.closedLate}, ${manager.weeks}</th></tr></thead>
<tbody>${body.map(([label, now, then]) => html`<tr><th scope="row">${label}</th>${cell(now)}${cell(then)}</tr>`)}</tbody></table></section>`;
}

function answerFigure(c: Request, answered: readonly AnsweredInWeek[], first: Temporal.PlainDate): Html {
  const { manager, kinds } = c.var.words;
  const title = html`<h2>${manager.answer}</h2><p class="faint">${manager.answerLead}</p>`;
  if (answered.length === 0) return html`<section class="figure wide">${title}<p>${manager.none}</p></section>`;
  const slowest = Math.max(1, ...answered.map(({ median }) => median));
  const mondays = Array.from({ length: weeks }, (_, index) => first.add({ weeks: index }));
  const ofKind = (kind: CaseKind) => {
    const columns = mondays.map((monday) => ({
      label: monday.toLocaleString(dayLocales[c.var.language], { day: 'numeric', month: 'numeric' }),
      value: answered.find((one) => one.kind === kind && one.week === monday.toString())?.median ?? null,
    }));
    return html`<figure><figcaption>${kinds[kind]}</figcaption>${columnChart(columns, slowest, `${manager.answer}: ${kinds[kind]}`)}</figure>`;
  };
  const present = [...new Set(answered.map(({ kind }) => kind))];
  const head = [manager.week, manager.kind, manager.closed, manager.median, manager.slowest];
  const body = answered.map((one) => [one.week, kinds[one.kind], one.count, Math.round(one.median * 10) / 10, one.longest]);
  return html`<section class="figure wide">${title}<div class="small-multiples">${present.map(ofKind)}</div>${table(c, head, body)}</section>`;
}

/** The numbers of a chart, for whoever cannot see it and whoever wants them exactly. */
function table(c: Request, head: readonly string[], body: readonly (readonly (string | number)[])[]): Html {
  return html`<details><summary>${c.var.words.manager.table}</summary><table class="numbers"><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${body.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></details>`;
}
