import type { Command } from 'commander';
import { readAddress } from '../config/address.ts';
import { openDoors } from '../worker/assemble.ts';
import type { Context } from '../worker/context.ts';
import { erasePerson, isOwnAddress, type PersonErasure, planErasure, type Stays } from '../worker/erase-person.ts';
import { exportPerson } from '../worker/export-person.ts';
import { actor } from './actor.ts';
import { printJson, type Surroundings, writeGiven } from './io.ts';
import { sayErased } from './retention.ts';

interface PersonOptions {
  readonly export?: string;
  readonly erase?: boolean;
  readonly dryRun?: boolean;
  readonly as?: string;
  readonly json?: boolean;
}

/** `person`. */
export function addPerson(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('person <address>')
    .description('What Tijdig itself holds of one person: write it to a file, or erase it. For managers.')
    .option('--export <file>', 'write everything readable about them to this file, as JSON')
    .option('--erase', 'erase it now: closed cases, and mail that belongs to none')
    .option('--dry-run', 'with --erase: say what would go, and change nothing')
    .option('--as <address>', 'who you are')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  tijdig person jan@example.com --export jan.json --as marit@example.nl\n  tijdig person jan@example.com --erase --dry-run',
    )
    .action((given: string, options: PersonOptions) =>
      here.withHouse(async ({ context }) => {
        const address = readAddress(given.trim());
        const wrong = misuse(context, address, options);
        if (wrong !== null || address === null) {
          here.err(`${wrong}\n`);
          return exit(2);
        }
        const member = actor(context, here, options.as, 'manager');
        if (member === null) return exit(1);
        if (options.export !== undefined) return write(context, here, address, options.export, options, member.id);
        if (!(await erase(context, here, address, options, member.id))) exit(1);
      }),
    );
}

/** Why this cannot be done as it was asked; null: it can. */
function misuse(context: Context, address: string | null, options: PersonOptions): string | null {
  if (address === null) return 'This is not a plain address. Example: tijdig person jan@example.com --export jan.json';
  if ((options.export === undefined) === (options.erase !== true)) return 'Say one of --export FILE and --erase.';
  if (options.dryRun && !options.erase) return '--dry-run goes with --erase.';
  if (isOwnAddress(context, address))
    return 'This is one of our own people: their mail is about others. It goes by the policy: tijdig retention';
  return null;
}

async function write(
  context: Context,
  here: Surroundings,
  address: string,
  file: string,
  { json }: PersonOptions,
  by: string,
): Promise<void> {
  const found = await exportPerson(context, address);
  writeGiven(here, file, Buffer.from(`${JSON.stringify(found, null, 2)}\n`));
  const counts = { cases: found.cases.length, messages: found.otherMessages.length, letters: found.otherLetters.length };
  context.log.info('wrote what is held of a person to a file', { ...counts, by });
  if (json) return printJson(here, counts);
  here.out(
    `${counts.cases} case(s), ${counts.messages} other message(s) and ${counts.letters} other letter(s) were written to ${file}, readable by you alone. Read it before you hand it over: notes and messages may speak of others.\n`,
  );
}

/** False: something stays, or waits. */
async function erase(context: Context, here: Surroundings, address: string, { dryRun, json }: PersonOptions, by: string): Promise<boolean> {
  const plan = await planErasure(context, address);
  if (dryRun) {
    if (json) printJson(here, { ...countsOf(plan), stays: plan.stays });
    else here.out(`${sayPlan(plan)}${sayStays(plan.stays)}`);
    return plan.stays.length === 0;
  }
  const doors = openDoors(context.config, context.clock, context.log);
  try {
    const done = await erasePerson(context, doors, plan, by);
    if (json) printJson(here, { ...done, stays: plan.stays });
    else here.out(`${sayErased(done)}${sayStays(plan.stays)}`);
    return plan.stays.length === 0 && done.waiting === 0 && done.kept === 0;
  } finally {
    await doors.close();
  }
}

function countsOf({ going }: PersonErasure) {
  const count = (subject: string) => going.filter((one) => one.subject === subject).length;
  return { messages: count('message'), letters: count('letter'), cases: count('case') };
}

function sayPlan(plan: PersonErasure): string {
  const { messages, letters, cases } = countsOf(plan);
  if (plan.going.length === 0) return 'There is nothing to erase.\n';
  return `Would erase: the content of ${messages} message(s), ${letters} letter(s) and ${cases} case(s). Nothing was changed.\n`;
}

function sayStays(stays: readonly Stays[]): string {
  const count = (because: Stays['because']) => stays.filter((one) => one.because === because).length;
  const lines = stays.flatMap(({ reference, because }) => {
    if (reference === null) return [];
    return because === 'held'
      ? [`${reference} stays: it is under a legal hold. Lift that first, where it no longer applies: tijdig lift ${reference}`]
      : [`${reference} stays: it is open. Finish it first: tijdig case ${reference}`];
  });
  const elsewhere = count('somebody-else');
  const away = count('on-its-way');
  if (elsewhere > 0) lines.push(`${elsewhere} message(s) or letter(s) belong to somebody else’s case and go with that.`);
  if (away > 0) lines.push(`${away} letter(s) are on their way: do it again when they have left.`);
  return lines.map((line) => `${line}\n`).join('');
}
