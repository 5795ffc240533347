// What every command about one case shares: who gives it, how its outcome is told, and what to do next.
import type { Command } from 'commander';
import { isClosed } from '../case/case.ts';
import { normaliseReference } from '../case/reference.ts';
import type { StaffMember } from '../store/staff.ts';
import type { Context } from '../worker/context.ts';
import type { StaffOutcome } from '../worker/staff-commands.ts';
import { actorOn, type Role } from './actor.ts';
import { printJson, type Surroundings } from './io.ts';
import { nextCommand } from './next.ts';

export interface TurnOptions {
  readonly as?: string;
  readonly json?: boolean;
}

/** What a turn does. `misunderstood`: said already what was wrong with the arguments; `said`: all there is to say. */
export type Deed = (context: Context, reference: string, member: StaffMember) => Promise<StaffOutcome | 'misunderstood' | 'said'>;

export interface Turns {
  /** A command on one case, in somebody's name. */
  command(name: string, description: string, example: string): Command;
  /** Does it, and tells what came of it. */
  act(reference: string, options: TurnOptions, deed: Deed, role?: Role): Promise<void>;
}

/** @param heading under which the commands stand in the help */
export function turns(program: Command, here: Surroundings, exit: (status: number) => void, heading: string): Turns {
  return {
    command: (name, description, example) =>
      program
        .command(name)
        .helpGroup(heading)
        .description(description)
        .option('--as <address>', 'who you are, when several people are in STAFF')
        .option('--json', 'as JSON')
        .addHelpText('after', `\nExample:\n  ${example}`),
    act: (reference, options, deed, role = 'staff') =>
      here.withHouse(async ({ context }) => {
        const of = normaliseReference(reference) ?? reference;
        const member = await actorOn(context, here, of, options.as, role);
        if (member === null) return exit(2);
        if (member === 'no-case') return exit(noSuchCase(here));
        const outcome = await deed(context, of, member);
        if (outcome === 'said') return;
        exit(outcome === 'misunderstood' ? 2 : report(here, options, outcome));
      }),
  };
}

export function noSuchCase(here: Surroundings): number {
  here.err('There is no case with this reference. Next: tijdig cases\n');
  return 1;
}

/** Tells what came of a command; the exit status. `more`: fields besides, in JSON. */
export function report(here: Surroundings, options: TurnOptions, outcome: StaffOutcome, more: object = {}): number {
  if (!outcome.done) {
    if (outcome.refusal === null) return noSuchCase(here);
    if (options.json) printJson(here, { done: false, code: outcome.refusal.code, text: outcome.refusal.text });
    else here.err(`${outcome.refusal.text.en}\n`);
    return 1;
  }
  const { reference, status } = outcome.case;
  const { released, drafted } = outcome;
  if (options.json) printJson(here, { done: true, reference, status, released, drafted, ...more });
  else here.out(`${reference} is now ${status}. ${afterwards(outcome)}\n`);
  return 0;
}

function afterwards(outcome: Extract<StaffOutcome, { done: true }>): string {
  const { case: state } = outcome;
  if (isClosed(state)) return 'It is closed.';
  if (outcome.released) return 'The letter may leave: a running worker sends it at once; without one: tijdig poll';
  if (outcome.addressless) return 'There is nobody to write to: no draft was made.';
  if (state.status === 'awaiting-approval')
    return `The draft waits for approval. Next: tijdig case ${state.reference}, then tijdig approve ${state.reference}`;
  const open = state.tasks.filter((task) => task.required && task.ticked === null).map((task) => task.id);
  return `${open.length > 0 ? `Open tasks: ${open.join(', ')}. ` : ''}Next: ${nextCommand(state)}`;
}
