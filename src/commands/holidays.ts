import type { Command } from 'commander';
import { recomputeDates } from '../worker/recompute-dates.ts';
import { printJson, type Surroundings } from './io.ts';
import { table } from './table.ts';

interface HolidaysOptions {
  readonly recompute?: boolean;
  readonly json?: boolean;
}

/** `holidays`. */
export function addHolidays(program: Command, here: Surroundings): void {
  program
    .command('holidays')
    .description('Show the public holidays of this year and the next; --recompute computes the dates of open cases by them.')
    .option('--recompute', 'compute the dates of every open case again, and say which moved')
    .option('--json', 'one line of JSON per day, or per case whose dates moved')
    .addHelpText('after', '\nExample:\n  tijdig holidays --recompute')
    .action((options: HolidaysOptions) =>
      here.withHouse(async ({ context }) => {
        if (options.recompute) return sayMoved(here, await recomputeDates(context), options);
        const { year } = context.clock.now().toZonedDateTimeISO(context.timeZone);
        const shown = context.holidays.filter(({ on }) => [year, year + 1].includes(Number(on.slice(0, 4))));
        if (options.json) for (const one of shown) printJson(here, one);
        else
          here.out(
            table(
              ['day', 'name', 'counts for'],
              shown.map(({ on, name, ours }) => [on, name.en, ours ? 'everybody' : 'the customer’s window only']),
            ),
          );
      }),
    );
}

type Moved = Awaited<ReturnType<typeof recomputeDates>>;

function sayMoved(here: Surroundings, moved: Moved, { json }: HolidaysOptions): void {
  if (json) {
    for (const { reference, from, to } of moved) printJson(here, { reference, from: daysOf(from), to: daysOf(to) });
    return;
  }
  if (moved.length === 0) {
    here.out('No date moved.\n');
    return;
  }
  const rows = moved.map(({ reference, from, to }) => [
    reference,
    was(from.dueOn, to.dueOn),
    was(from.actByOn, to.actByOn),
    was(from.legalOn, to.legalOn),
  ]);
  here.out(table(['reference', 'due', 'act by', 'demanded by law'], rows));
}

function daysOf({ dueOn, actByOn, legalOn, warnOn, escalateOn }: Moved[number]['from']) {
  return { dueOn, actByOn, legalOn, warnOn, escalateOn };
}

function was(from: string, to: string): string {
  return from === to ? to : `${to} (was ${from})`;
}
