import type { Command } from 'commander';
import type { CaseLetterKind } from '../case/kind.ts';
import type { LetterInput } from '../store/letters.ts';
import { requestLetter } from '../worker/staff-commands.ts';
import { type Io, readAttachment, type Surroundings } from './io.ts';
import { choice } from './options.ts';
import { sayWhetherLeft } from './say-whether-left.ts';
import { type TurnOptions, turns } from './turn.ts';

/** Everything a letter may take from the command line; each command offers what its letter needs. */
interface LetterOptions extends TurnOptions {
  readonly done?: string;
  readonly words?: string;
  readonly question?: string;
  readonly reasons?: string;
  readonly because?: readonly string[] | string;
  readonly amount?: string;
  readonly told?: readonly string[];
  readonly to?: string;
  readonly attach?: readonly string[];
  readonly pause?: boolean;
  readonly letterLeft?: 'yes' | 'no';
}

/** Letters that end a case, ask the customer something, or say what changes. Each is a draft that waits for approval. */
export function addLetterCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  addAnswers(program, here, exit);
  addQuestions(program, here, exit);
  addNotices(program, here, exit);
}

type Letter = (kind: CaseLetterKind, name: string, description: string, example: string) => Command;

/** A command whose action asks for that letter with whatever options were given. */
function letters(program: Command, here: Surroundings, exit: (status: number) => void, heading: string): Letter {
  const { command, act } = turns(program, here, exit, heading);
  return (kind, name, description, example) =>
    command(name, description, example).action((reference: string, options: LetterOptions) => {
      if (options.letterLeft !== undefined)
        return sayWhetherLeft(here, exit, reference, { left: options.letterLeft === 'yes', json: options.json ?? false });
      const extras = { input: inputOf(options), ...attachmentsOf(here, options) };
      return act(reference, options, (context, of, { id }) => requestLetter(context, of, kind, id, extras));
    });
}

function inputOf({ done, words, question, reasons, because, amount, told, to, pause }: LetterOptions): Partial<LetterInput> {
  const said = done ?? words ?? question;
  const codes = [because ?? [], pause === true ? ['pause'] : []].flat(2);
  return {
    ...(said === undefined ? {} : { words: said }),
    ...(reasons === undefined ? {} : { reasons }),
    ...(codes.length === 0 ? {} : { because: codes }),
    ...(amount === undefined ? {} : { amount }),
    ...(told === undefined ? {} : { recipientsTold: told }),
    ...(to === undefined ? {} : { to }),
    // Asked for anew: nobody's earlier rewriting stands in for it.
    body: null,
  };
}

function attachmentsOf(io: Io, { attach }: LetterOptions) {
  return attach === undefined ? {} : { attachments: attach.map((file) => readAttachment(io, file)) };
}

const told = ['--told <name...>', 'who was told of it (GDPR art. 19)'] as const;
const attach = ['--attach <file...>', 'files to go with it'] as const;

function addAnswers(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const letter = letters(program, here, exit, 'Letters that answer:');
  letter(
    'completion-notice',
    'complete <reference>',
    'Write the draft of the completion notice, with your own words or files in it.',
    'tijdig complete T-4827-3915-1 --done "Your account was removed on 3 December."',
  )
    .option('--done <text>', 'what was done, in your own words')
    .option(...told)
    .option(...attach)
    .addOption(choice('--letter-left <answer>', 'when nobody knows whether it left: what you found out', ['yes', 'no']));
  letter(
    'partial-completion',
    'partly <reference>',
    'Write the draft that says what was done, and why the rest was not.',
    'tijdig partly T-4827-3915-1 --done "Your profile is gone." --reasons "Invoices stay for seven years."',
  )
    .requiredOption('--done <text>', 'what was done')
    .requiredOption('--reasons <text>', 'what was not, and why')
    .option(...told)
    .option(...attach);
  letter(
    'refusal',
    'refuse <reference>',
    'Write the draft of a refusal; its remedies stand in it whatever you write.',
    'tijdig refuse T-4827-3915-1 --reasons "The service had been used in full."',
  ).requiredOption('--reasons <text>', 'why, in the customer’s language');
  letter(
    'refund-window',
    'refund-window <reference>',
    'Write the draft for a cancellation outside our own two days: the statutory right comes first.',
    'tijdig refund-window T-4827-3915-1',
  );
  letter(
    'correction',
    'correct <reference>',
    'Write the draft that puts right what we wrote before.',
    'tijdig correct T-4827-3915-1 --words "We wrote that your number was released. It is not."',
  ).requiredOption('--words <text>', 'what was wrong, and what is right');
}

function addQuestions(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const letter = letters(program, here, exit, 'Letters that ask:');
  letter(
    'identity-request',
    'ask-identity <reference>',
    'Send a code to an address on file; a reply that carries it verifies the requester.',
    'tijdig ask-identity T-4827-3915-1',
  ).option('--to <address>', 'an address on file, where the case knows none or another');
  letter(
    'clarification',
    'ask <reference>',
    'Ask the customer the one thing that is not clear.',
    'tijdig ask T-4827-3915-1 --question "Which of your two numbers do you mean?"',
  )
    .requiredOption('--question <text>', 'the question, in the customer’s language')
    .option('--pause', 'a copy of very much: say that the term waits for the answer');
  letter(
    'reminder',
    'remind <reference>',
    'Remind the customer of what we asked and still wait for.',
    'tijdig remind T-4827-3915-1',
  ).option('--question <text>', 'the question once more');
}

function addNotices(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const letter = letters(program, here, exit, 'The term:');
  letter(
    'extension',
    'extend <reference>',
    'Extend the legal term once, to three months from receipt, by a letter with reasons.',
    'tijdig extend T-4827-3915-1 --because complexity --words "Your data is in four systems."',
  )
    .addOption(choice('--because <reason...>', 'why the law allows it', ['complexity', 'number-of-requests']).makeOptionMandatory())
    .requiredOption('--words <text>', 'why, in the customer’s language');
  const fee = letters(program, here, exit, 'Letters that answer:');
  fee(
    'fee-notice',
    'fee <reference>',
    'Announce a fee: for a further copy, or a manifestly excessive request.',
    'tijdig fee T-4827-3915-1 --amount "€ 7,50" --because further-copy --reasons "This is your second copy this year."',
  )
    .requiredOption('--amount <amount>', 'as the customer reads it')
    .addOption(choice('--because <ground>', 'on what ground', ['further-copy', 'excessive']).makeOptionMandatory())
    .requiredOption('--reasons <text>', 'why, in the customer’s language');
}
