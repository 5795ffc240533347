import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { ExpectedError } from '../errors.ts';
import { databaseTrouble } from '../store/db.ts';
import { packageFile } from '../worker/assemble.ts';
import { faultOf } from '../worker/station.ts';
import { addAudit } from './audit.ts';
import { addBackupCommands } from './backup.ts';
import { addCaseCommands } from './case-commands.ts';
import { addClassify } from './classify.ts';
import { addDemandCommands } from './demand-commands.ts';
import { addDemo } from './demo.ts';
import { addDigest } from './digest.ts';
import { addDraftCommands } from './draft-commands.ts';
import { addEval } from './eval.ts';
import { addHolidays } from './holidays.ts';
import { addInfoCommands } from './info-commands.ts';
import { addIntakeCommands } from './intake-commands.ts';
import { type Surroundings, Told } from './io.ts';
import { addKeysCommands } from './keys.ts';
import { addLetter } from './letter.ts';
import { addLetterCommands } from './letter-commands.ts';
import { addPerson } from './person.ts';
import { addReplay } from './replay.ts';
import { addReport } from './report.ts';
import { addRetention } from './retention.ts';
import { addReview } from './review.ts';
import { addRunCommands } from './run-commands.ts';
import { addSignInCommand } from './sign-in.ts';
import { addStaffCommands } from './staff.ts';
import { addSubjectCommands } from './subject-commands.ts';
import { addTurnCommands } from './turn-commands.ts';

/** Runs one command line. Returns the exit status: 0 done, 1 not done, 2 misunderstood. Never throws. */
export async function runCommand(argv: readonly string[], here: Surroundings): Promise<number> {
  let status = 0;
  const exit = (given: number) => {
    status = given;
  };
  const program = new Command('tijdig')
    .description('Watches a support mailbox, opens a case with an explained due date for every written request, and loses nothing.')
    .version(version())
    // What stands after a subcommand is its own.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput(outputOf(here))
    .showHelpAfterError('(tijdig COMMAND --help explains it)')
    .addHelpText(
      'after',
      '\nFirst steps:\n  tijdig demo      see it work, on this machine alone\n  tijdig start     run it; with nothing configured everything stays in ./data',
    );
  addCommands(program, here, exit);
  for (const command of program.commands) command.exitOverride().configureOutput(outputOf(here));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    return explain(here, error);
  }
}

/** A mistyped command is told without the words it was given too many of, and without addresses: somebody keeps what a program says. */
function outputOf(here: Surroundings) {
  return {
    writeOut: here.out,
    writeErr: here.err,
    outputError: (text: string, write: (text: string) => void) =>
      write(text.replace(/(but got \d+): [^\n]*/, '$1.').replace(/[^\s']+@[^\s']+/g, '…')),
  };
}

/** In the order of the help, each under its heading. */
function addCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program.commandsGroup('Running:');
  addDemo(program, here, exit);
  addRunCommands(program, here, exit);
  addCaseCommands(program, here, exit);
  addIntakeCommands(program, here, exit);
  addTurnCommands(program, here, exit);
  addLetterCommands(program, here, exit);
  addDraftCommands(program, here, exit);
  program.commandsGroup('The letter that waits:');
  addReview(program, here, exit);
  addSubjectCommands(program, here, exit);
  addDemandCommands(program, here, exit);
  program.commandsGroup('Overviews and our own people:');
  addDigest(program, here);
  addInfoCommands(program, here, exit);
  addAudit(program, here, exit);
  addHolidays(program, here);
  addReport(program, here);
  addReplay(program, here);
  addStaffCommands(program, here, exit);
  addSignInCommand(program, here, exit);
  program.commandsGroup('What is kept:');
  addBackupCommands(program, here, exit);
  addRetention(program, here, exit);
  addPerson(program, here, exit);
  addKeysCommands(program, here, exit);
  program.commandsGroup('Asking without a database:');
  addClassify(program, here);
  addEval(program, here);
  addLetter(program, here);
}

function version(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
}

function explain(here: Surroundings, error: unknown): number {
  if (error instanceof Told) return 2;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const trouble = error instanceof ExpectedError ? error : databaseTrouble(error);
  if (trouble !== null) here.err(`${trouble.message}\n`);
  else here.err(`This is a fault of Tijdig (${faultOf(error)}). Nothing half done was kept. Please report that line.\n`);
  return 1;
}
