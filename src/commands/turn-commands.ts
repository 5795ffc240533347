import type { Command } from 'commander';
import type { CaseCommand } from '../case/command.ts';
import { type DeterminedKind, determinedKinds } from '../case/kind.ts';
import { identityTask } from '../case/requirements.ts';
import { commandCase, determine, type Situation, tickTask } from '../worker/staff-commands.ts';
import type { Role } from './actor.ts';
import type { Surroundings } from './io.ts';
import { choice, parseDay } from './options.ts';
import { type TurnOptions, turns } from './turn.ts';

type Reason = TurnOptions & { readonly reason?: string };

/** `task`, `untick`, `verify`; the term and its pauses; holds; how a case ends without a letter, and begins again. */
export function addTurnCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  addTasks(program, here, exit);
  addTerm(program, here, exit);
  addEndings(program, here, exit);
}

const why = ['--reason <text>', 'why, for your colleagues'] as const;

/** A command of the core with the reason, if one is given, as a note. */
function plainTurns(program: Command, here: Surroundings, exit: (status: number) => void, heading: string) {
  const { command, act } = turns(program, here, exit, heading);
  const does = <Options extends Reason>(
    made: Command,
    make: (by: string, situation: Situation, options: Options) => CaseCommand,
    role?: Role,
  ) =>
    made.action((reference: string, options: Options) =>
      act(
        reference,
        options,
        (context, of, { id: by }) => {
          const note = options.reason === undefined ? {} : { note: { by, text: options.reason } };
          return commandCase(context, of, (_, situation) => make(by, situation, options), note);
        },
        role,
      ),
    );
  return { command, act, does };
}

function addTasks(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const { command, act } = plainTurns(program, here, exit, 'Tasks:');
  command(
    'task <reference> <task>',
    'Tick a task of a case. The last one writes the draft of the completion notice.',
    'tijdig task T-4827-3915-1 data-erased',
  )
    .addOption(
      choice('--kind <kind>', 'with message-read, on any open case: what the message asks for; none: no request after all', [
        ...determinedKinds,
        'none',
      ]),
    )
    .action((reference: string, task: string, options: TurnOptions & { kind?: DeterminedKind | 'none' }) => {
      const { kind } = options;
      if ((task === 'message-read') !== (kind !== undefined)) {
        here.err(kind === undefined ? 'Say what the message asks for: --kind deletion, or another kind, or none.\n' : kindElsewhere);
        return exit(2);
      }
      return act(reference, options, (context, of, { id }) =>
        kind === undefined ? tickTask(context, of, task, id) : determine(context, of, kind, id),
      );
    });
  command('untick <reference> <task>', 'Take a tick back: it was not done after all.', 'tijdig untick T-4827-3915-1 data-erased').action(
    (reference: string, task: string, options: TurnOptions) =>
      act(reference, options, (context, of, { id: by }) => commandCase(context, of, () => ({ type: 'untick-task', task, by }))),
  );
  command(
    'verify <reference>',
    'You verified the requester yourself, for example against the account.',
    'tijdig verify T-4827-3915-1',
  ).action((reference: string, options: TurnOptions) =>
    act(reference, options, (context, of, { id }) => tickTask(context, of, identityTask, id)),
  );
}

const kindElsewhere = '--kind goes with the task message-read, which every open case takes.\n';

function addTerm(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const { command, does } = plainTurns(program, here, exit, 'The term:');
  does<Reason & { because: 'identity-doubt' | 'clarification' }>(
    command(
      'pause <reference>',
      'The term waits for the customer. Alarms go on until a manager accepts it.',
      'tijdig pause T-4827-3915-1 --because identity-doubt --reason "Two accounts carry this name."',
    )
      .addOption(
        choice('--because <ground>', 'a reasonable doubt who asks, or a copy of very much', [
          'identity-doubt',
          'clarification',
        ]).makeOptionMandatory(),
      )
      .requiredOption(...why),
    (by, _, { because }) => ({ type: 'pause', because, by }),
  );
  does(command('resume <reference>', 'The term runs on.', 'tijdig resume T-4827-3915-1'), (by) => ({ type: 'resume', by }));
  does(
    command('accept-pause <reference>', 'A manager accepts a pause: the dates move.', 'tijdig accept-pause T-4827-3915-1'),
    (by) => ({ type: 'accept-pause', by }),
    'manager',
  );
  does(
    command(
      'accept-breach <reference>',
      'A manager accepts that our own promise is broken within the law.',
      'tijdig accept-breach T-4827-3915-1 --reason "Four systems."',
    ).option(...why),
    (by) => ({ type: 'accept-breach', by }),
    'manager',
  );
}

function addEndings(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const { command, does } = plainTurns(program, here, exit, 'Holds and ends:');
  does<Reason & { until: Temporal.PlainDate }>(
    command(
      'hold <reference>',
      'A legal hold: nothing of this case may be deleted until it is lifted.',
      'tijdig hold T-4827-3915-1 --until 2027-03-01 --reason "Preservation order."',
    )
      .requiredOption('--until <day>', 'when it is to be looked at again', parseDay)
      .requiredOption(...why),
    (by, { letterOnItsWay }, { until }) => ({ type: 'place-hold', reviewOn: until.toString(), letterOnItsWay, by }),
  );
  does(
    command('lift <reference>', 'Lift a legal hold.', 'tijdig lift T-4827-3915-1 --reason "The dispute is settled."').option(...why),
    (by) => ({ type: 'lift-hold', by }),
  );
  does(
    command(
      'withdraw <reference>',
      'The customer takes the request back.',
      'tijdig withdraw T-4827-3915-1 --reason "Called on Monday."',
    ).option(...why),
    (by) => ({ type: 'withdraw', by }),
  );
  does(
    command(
      'reopen <reference>',
      'Answered wrongly: the case is open again, its dates as they were.',
      'tijdig reopen T-4827-3915-1 --reason "The wrong number was released."',
    ).option(...why),
    (by) => ({ type: 'reopen', by }),
  );
}
