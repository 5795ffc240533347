import type { Command } from 'commander';
import { type CaseKind, caseKinds, type LetterLanguage, letterLanguages } from '../case/kind.ts';
import { acknowledgeAnyway } from '../worker/acknowledge-anyway.ts';
import { confirmIntake } from '../worker/confirm-intake.ts';
import type { Context } from '../worker/context.ts';
import { readGivenReceipt } from '../worker/given-receipt.ts';
import type { ByHandChannel } from '../worker/memo.ts';
import { type OpenedByHand, openByHand } from '../worker/open-by-hand.ts';
import { commandCase } from '../worker/staff-commands.ts';
import { actor } from './actor.ts';
import { printJson, type Surroundings } from './io.ts';
import { nextCommand } from './next.ts';
import { choice } from './options.ts';
import { type TurnOptions, turns } from './turn.ts';

const heading = 'Ways in:';

interface OpenOptions extends TurnOptions {
  readonly kind: readonly CaseKind[];
  readonly received: string;
  readonly channel: ByHandChannel;
  readonly words: string;
  readonly from?: string;
  readonly name?: string;
  readonly order?: string;
  readonly phone?: readonly string[];
  readonly language?: LetterLanguage;
  readonly acknowledgement: boolean;
}

/** `open`, `confirm`, `acknowledge`, `outside`. */
export function addIntakeCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  addOpen(program, here, exit);
  const { command, act } = turns(program, here, exit, heading);
  command(
    'confirm <reference>',
    'Confirm who asks and when it reached us, for a message that a colleague forwarded; then the acknowledgement leaves.',
    'tijdig confirm T-4827-3915-1 --from j.devries@example.com --received 2026-11-20T14:05',
  )
    .option('--from <address>', 'the requester; default: as proposed')
    .option('--name <name>', 'their name; default: as proposed')
    .option('--received <moment>', 'when it reached us, in our time zone unless it has an offset; default: as proposed')
    .action((reference: string, options: TurnOptions & { from?: string; name?: string; received?: string }) =>
      act(reference, options, async (context, of, { id }) => {
        const { from, name, received } = options;
        const at = received === undefined ? null : receiptOf(context, here, received);
        if (at === 'misunderstood') return at;
        return confirmIntake(context, of, { address: from ?? null, name: name ?? null, receivedAt: at?.toString() ?? null }, id);
      }),
    );
  command(
    'acknowledge <reference>',
    'Send an acknowledgement that was withheld: tijdig case says why it was.',
    'tijdig acknowledge T-4827-3915-1',
  ).action((reference: string, options: TurnOptions) =>
    act(reference, options, (context, of, { id }) => acknowledgeAnyway(context, of, id)),
  );
  command(
    'outside <reference>',
    'Say whether an answer that a colleague sent from another mail program finished the case.',
    'tijdig outside T-4827-3915-1 --finished no',
  )
    .addOption(
      choice('--finished <answer>', 'yes closes the case, if it could be completed here as well', ['yes', 'no']).makeOptionMandatory(),
    )
    .action((reference: string, options: TurnOptions & { finished: 'yes' | 'no' }) =>
      act(reference, options, (context, of, { id: by }) =>
        commandCase(context, of, () => ({ type: 'settle-outside-answer', finished: options.finished === 'yes', by })),
      ),
    );
}

function addOpen(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('open')
    .helpGroup(heading)
    .description('Open a case by hand: a request that came by telephone, by letter or in a form. Its clock runs from when it reached us.')
    .addOption(choice('--kind <kind...>', 'what is asked; one case each', caseKinds).makeOptionMandatory())
    .requiredOption('--received <moment>', 'when it reached us: 2026-11-20T14:05 in our time zone, or with an offset')
    .addOption(choice('--channel <channel>', 'how it reached us', ['telephone', 'letter', 'form']).makeOptionMandatory())
    .requiredOption('--words <text>', 'what was said or written')
    .option('--from <address>', 'the requester’s e-mail address, where there is one')
    .option('--name <name>', 'the requester’s name')
    .option('--order <number>', 'the order it is about')
    .option('--phone <number...>', 'telephone numbers it is about')
    .addOption(choice('--language <language>', 'of our letters; default: that of the words', letterLanguages))
    .option('--no-acknowledgement', 'write the acknowledgement and keep it back: tijdig acknowledge sends it')
    .option('--as <address>', 'who you are, when several people are in STAFF')
    .option('--json', 'as JSON, a line per case')
    .addHelpText(
      'after',
      '\nExample:\n  tijdig open --kind deletion --from j.devries@example.com --received 2026-11-20T14:05 --channel telephone --words "Wants the account removed."',
    )
    .action((options: OpenOptions) =>
      here.withHouse(async ({ context }) => {
        const member = actor(context, here, options.as);
        const receivedAt = receiptOf(context, here, options.received);
        if (member === null || receivedAt === 'misunderstood') return exit(2);
        exit(tell(here, options, await openByHand(context, { ...wishOf(options), receivedAt, by: member.id })));
      }),
    );
}

function wishOf({ kind, channel, words, from, name, order, phone, language, acknowledgement }: OpenOptions) {
  return {
    kinds: [...new Set(kind)],
    requester: { address: from ?? null, name: name ?? '' },
    channel,
    words,
    orderNumber: order ?? null,
    phoneNumbers: phone ?? [],
    language: language ?? null,
    acknowledge: acknowledgement,
  };
}

function receiptOf(context: Context, here: Surroundings, text: string): Temporal.Instant | 'misunderstood' {
  const at = readGivenReceipt(text, context.timeZone);
  if (at !== null) return at;
  here.err('--received takes a moment such as 2026-11-20T14:05, in our time zone unless it has an offset.\n');
  return 'misunderstood';
}

const acknowledged = {
  leaves: 'The acknowledgement may leave: a running worker sends it at once; without one: tijdig poll',
  withheld: 'The acknowledgement is kept back: tijdig acknowledge sends it.',
  none: 'No acknowledgement is sent: no address is known, or a public body asks.',
} as const;

function tell(here: Surroundings, { json }: OpenOptions, outcome: OpenedByHand): number {
  if (!outcome.done) {
    if (json) printJson(here, { done: false, code: outcome.refusal.code, text: outcome.refusal.text });
    else here.err(`${outcome.refusal.text.en}\n`);
    return 1;
  }
  const { cases, acknowledgement, possibleRepeat } = outcome;
  for (const { reference, kind, status, dates } of cases) {
    if (json)
      printJson(here, { done: true, reference, kind, status, dueOn: dates.dueOn, actByOn: dates.actByOn, acknowledgement, possibleRepeat });
    else here.out(`${reference}  ${kind}  due ${dates.dueOn}, act by ${dates.actByOn}\n`);
  }
  if (json) return 0;
  here.out(`${acknowledged[acknowledgement]}\n`);
  if (possibleRepeat) here.out('The same was asked before, or written down before: it is marked as a possible repeat.\n');
  for (const state of cases.slice(0, 1)) here.out(`Next: ${nextCommand(state)}\n`);
  return 0;
}
