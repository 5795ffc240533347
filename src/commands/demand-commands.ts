import type { Command } from 'commander';
import { type DisclosedCategory, type DisclosureGround, disclosedCategories, disclosureGrounds } from '../case/demand.ts';
import { dayOf } from '../worker/context.ts';
import { commandCase } from '../worker/staff-commands.ts';
import type { Surroundings } from './io.ts';
import { choice, parseDay } from './options.ts';
import { type TurnOptions, turns } from './turn.ts';

const heading = 'Demands of public bodies:';

type Disclosure = TurnOptions & {
  readonly ground?: DisclosureGround;
  readonly what?: readonly DisclosedCategory[];
  readonly nothing?: boolean;
  readonly on?: Temporal.PlainDate;
  readonly words: string;
};

/** `term`, `disclosure`. Only for whoever is named for demands (`--as`). */
export function addDemandCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const { command, act } = turns(program, here, exit, heading);
  command(
    'term <reference>',
    'The last day that the order of a public body itself names; it takes the place of our eight hours.',
    'tijdig term T-4827-3915-1 2026-12-04 --words "Order 26-1187, page 2" --as privacy@example.nl',
  )
    .argument('<day>', 'the last day, such as 2026-12-04', parseDay)
    .option('--words <text>', 'where it says so; kept sealed as a note')
    .action((reference: string, day: Temporal.PlainDate, options: TurnOptions & { readonly words?: string }) =>
      act(reference, options, (context, of, { id: by }) =>
        commandCase(context, of, () => ({ type: 'set-term', dueOn: day.toString(), by }), noteOf(by, options.words)),
      ),
    );
  command(
    'disclosure <reference>',
    'Record what a public body got, on which ground; or that it got nothing.',
    'tijdig disclosure T-4827-3915-1 --ground prosecutor --what numbers name-and-address --words "Order 26-1187, to officer 4411 by courier" --as privacy@example.nl',
  )
    .addOption(choice('--ground <ground>', 'the legal ground', disclosureGrounds))
    .addOption(choice('--what <kind...>', 'the kinds of data', disclosedCategories))
    .option('--nothing', 'nothing was disclosed')
    .option('--on <day>', 'the day; default: today', parseDay)
    .requiredOption('--words <text>', "the order's number, who received it and by which way, or why nothing went; kept sealed as a note")
    .action((reference: string, options: Disclosure) => {
      const { ground = null, what = [], nothing = false, words } = options;
      if (nothing ? ground !== null || what.length > 0 : ground === null || what.length === 0) {
        here.err('Say what was disclosed, with --ground and --what; or --nothing, alone.\n');
        return exit(2);
      }
      return act(reference, options, (context, of, { id: by }) => {
        const on = (options.on ?? dayOf(context, context.clock.now())).toString();
        return commandCase(context, of, () => ({ type: 'record-disclosure', ground, what, on, by }), noteOf(by, words));
      });
    });
}

function noteOf(by: string, text: string | undefined) {
  return text === undefined ? {} : { note: { by, text } };
}
