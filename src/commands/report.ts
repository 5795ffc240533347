import type { Command } from 'commander';
import { ExpectedError } from '../errors.ts';
import { dayOf } from '../worker/context.ts';
import { type RegisterRow, registerOf, statisticsOf } from '../worker/show-register.ts';
import { csv } from './csv.ts';
import { printJson, type Surroundings, writeGiven } from './io.ts';
import { parseDay } from './options.ts';
import { table } from './table.ts';

interface ReportOptions {
  readonly from?: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate;
  readonly csv?: string;
  readonly statistics?: boolean;
  readonly json?: boolean;
}

/** Columns of the register, in the order of the file: the names of the fields, which are its contract. */
const columns = [
  'reference',
  'kind',
  'receivedOn',
  'channel',
  'promisedOn',
  'legalOn',
  'dueOn',
  'extended',
  'pausedDays',
  'verified',
  'outcome',
  'endedOn',
  'inTimeByLaw',
  'inTimeByPromise',
] as const satisfies readonly (keyof RegisterRow)[];

/** `report`: the register of requests, and counts that may leave the company. */
export function addReport(program: Command, here: Surroundings): void {
  program
    .command('report')
    .description('Show the register of requests received in a span: dates, outcomes, in time or not, and nobody’s data.')
    .option('--from <day>', 'the first day of receipt, default the first of this year', parseDay)
    .option('--to <day>', 'the last day of receipt, default today', parseDay)
    .option('--csv <file>', 'write it as CSV to this file')
    .option('--statistics', 'counts by kind and outcome instead, those under 10 withheld')
    .option('--json', 'as JSON: one line for each request, or one of counts')
    .addHelpText('after', '\nExample:\n  tijdig report --from 2026-01-01 --to 2026-12-31 --csv register-2026.csv')
    .action((options: ReportOptions) =>
      here.withHouse(async ({ context }) => {
        const today = dayOf(context, context.clock.now());
        const { from = today.with({ month: 1, day: 1 }), to = today } = options;
        if (Temporal.PlainDate.compare(from, to) > 0)
          throw new ExpectedError('report-span', `The span is empty: ${from} comes after ${to}. Give --from a day before --to.`, {
            retry: 'never',
          });
        const rows = await registerOf(context, from, to);
        if (options.statistics) tellStatistics(here, rows, `${from} to ${to}`, options);
        else tellRegister(here, rows, `${from} to ${to}`, options);
      }),
    );
}

const shown: readonly (keyof RegisterRow)[] = [
  'reference',
  'kind',
  'receivedOn',
  'dueOn',
  'outcome',
  'endedOn',
  'inTimeByLaw',
  'inTimeByPromise',
];

function tellRegister(here: Surroundings, rows: readonly RegisterRow[], span: string, options: ReportOptions): void {
  const cells = rows.map((row) => columns.map((column) => row[column]));
  if (options.csv !== undefined) writeGiven(here, options.csv, Buffer.from(csv(columns, cells)));
  if (options.json) for (const row of rows) printJson(here, row);
  else if (options.csv !== undefined) here.out(`Written to ${options.csv}: ${rows.length} request(s) received from ${span}.\n`);
  else if (rows.length === 0) here.out(`No request was received from ${span}.\n`);
  else {
    const body = rows.map((row) => shown.map((column) => wordOf(row[column])));
    here.out(table(['reference', 'kind', 'received', 'due', 'outcome', 'ended', 'by law', 'by promise'], body));
    here.out(`\n${rows.length} request(s) received from ${span}. Next, every column as a file: tijdig report --csv register.csv\n`);
  }
}

function wordOf(value: RegisterRow[keyof RegisterRow]): string {
  if (typeof value === 'boolean') return value ? 'in time' : 'late';
  return value === null ? '–' : String(value);
}

function tellStatistics(here: Surroundings, rows: readonly RegisterRow[], span: string, options: ReportOptions): void {
  const { total, counts } = statisticsOf(rows);
  const told = (count: number | null) => (count === null ? 'withheld' : String(count));
  const cells = [...counts.map(({ kind, outcome, count }) => [kind, outcome, told(count)]), ['all', 'all', told(total)]];
  const head = ['kind', 'outcome', 'requests'];
  if (options.csv !== undefined) writeGiven(here, options.csv, Buffer.from(csv(head, cells)));
  if (options.json) printJson(here, { total, counts });
  else if (options.csv !== undefined) here.out(`Written to ${options.csv}: counts of requests received from ${span}.\n`);
  else here.out(`${table(head, cells)}\nReceived from ${span}. Counts under 10, and what would give them away, are withheld.\n`);
}
