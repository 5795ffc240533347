import type { Command } from 'commander';
import { createClassifier } from '../classify/classify.ts';
import { ExpectedError } from '../errors.ts';
import { openModel, siteModel } from '../worker/assemble.ts';
import type { Context } from '../worker/context.ts';
import { type Replayed, replay } from '../worker/replay.ts';
import { printJson, type Surroundings } from './io.ts';
import { parseDay } from './options.ts';
import { table } from './table.ts';

interface ReplayOptions {
  readonly since: Temporal.PlainDate;
  readonly model?: boolean;
  readonly json?: boolean;
}

/** `replay`: what the classifier as it is now would make of past messages. */
export function addReplay(program: Command, here: Surroundings): void {
  program
    .command('replay')
    .description('Classify past messages again with this version and show what would differ. Changes nothing.')
    .requiredOption('--since <day>', 'from messages received on this day on', parseDay)
    .option('--model', 'ask the optional model as well (OPENAI_API_KEY); it sees masked text only')
    .option('--json', 'one line of JSON per message')
    .addHelpText('after', '\nExample:\n  tijdig replay --since 2026-11-01')
    .action((options: ReplayOptions) =>
      here.withHouse(async ({ context }) => {
        const since = options.since.toZonedDateTime(context.timeZone).toInstant().toString();
        const all = await replay(context, since, classifierOf(context, options), progress(here));
        if (options.json) for (const one of all) printJson(here, one);
        else here.out(asText(all, context.timeZone));
      }),
    );
}

function classifierOf(context: Context, { model }: ReplayOptions): Context['classify'] {
  const second = model ? openModel(context.config, context.timeZone, context.clock, context.log) : null;
  if (model && second === null)
    throw new ExpectedError('model-missing', 'OPENAI_API_KEY is not set, so there is no model to ask. Leave --model out, or set it.', {
      retry: 'never',
    });
  const classifier = createClassifier({
    ...context.policy.classification,
    localModel: siteModel(context.config),
    model: second,
    log: context.log,
  });
  return (input) => classifier.classify(input);
}

function progress(here: Surroundings): (done: number, of: number) => void {
  if (!here.terminal) return () => {};
  return (done, of) => {
    if (done % 50 === 0 || done === of) here.err(`\r${done} of ${of}${done === of ? '\n' : ''}`);
  };
}

function asText(all: readonly Replayed[], timeZone: string): string {
  const other = all.filter(({ differs }) => differs);
  if (other.length === 0) return `${all.length} messages, none would be taken for anything else.\n`;
  const minute = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  const words = ({ disposition, kinds }: Replayed['was']) => (kinds.length > 0 ? kinds.join(' + ') : disposition);
  return [
    table(
      ['received', 'message', 'was taken for', 'would be', 'staff said'],
      other.map((one) => [minute(one.receivedAt), one.messageId.slice(0, 8), words(one.was), words(one.now), one.staff.join(' + ')]),
    ),
    `\n${all.length} messages, ${other.length} would be taken for something else. Nothing was changed.\n`,
  ].join('');
}
