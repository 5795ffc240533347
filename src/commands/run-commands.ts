import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { ExpectedError } from '../errors.ts';
import { dropMessage } from '../intake/maildir.ts';
import { openDb } from '../store/db.ts';
import { releaseFolders } from '../store/folders.ts';
import { migrate } from '../store/migrate.ts';
import { openDoors } from '../worker/assemble.ts';
import { retain } from '../worker/retain.ts';
import { runOnce } from '../worker/run.ts';
import { tellReplies } from '../worker/tell-replies.ts';
import { watchDueDates } from '../worker/watch-due-dates.ts';
import { configure } from './configure.ts';
import { printJson, readGiven, type Surroundings } from './io.ts';
import { start } from './start.ts';

/** `start`, `poll`, `drop`, `migrate`. */
export function addRunCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('start')
    .description('Run the worker until Ctrl-C: read the mailbox, open cases, send letters, write the digest.')
    .option('--json', 'say what was started as one line of JSON')
    .addHelpText('after', '\nExample:\n  tijdig start')
    .action(async (options: { json?: boolean }) => exit(await start(here, options)));
  program
    .command('poll')
    .description('Do everything there is to do now, once, and end. The status is not 0 when something failed.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig poll')
    .action((options: { json?: boolean }) =>
      here.withHouse(async ({ context }) => {
        // A running worker keeps its own leases: this round must not give those back.
        const once = { ...context, lease: { ...context.lease, worker: `${context.lease.worker}-once` } };
        const doors = openDoors(context.config, context.clock, context.log);
        try {
          await watchDueDates(once);
          await tellReplies(once);
          const done = await runOnce(once, doors);
          await retain(once, doors);
          await releaseFolders(once.db, once.lease.worker);
          if (options.json) printJson(here, done);
          else
            here.out(
              `${done.read} new message(s) read, ${done.triaged} handled, ${done.attempted} letter(s) attempted. Next: tijdig cases\n`,
            );
          if (done.failed > 0) {
            here.err(`${done.failed} letter(s) were not accepted; the log says why. They are kept; what may be tried again is, later.\n`);
            exit(1);
          }
        } finally {
          await doors.close();
        }
      }, 'work'),
    );
  program
    .command('drop <file...>')
    .description('Put messages (.eml files) into the embedded mailbox, as if they had arrived.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig drop message.eml')
    .action(async (files: string[], options: { json?: boolean }) => {
      const config = configure(here);
      if (config === null) return exit(2);
      if (config.mailbox.kind !== 'maildir') {
        here.err('MAILBOX_URL is an IMAP mailbox: send the message there instead.\n');
        return exit(1);
      }
      const messages = files.map((file) => readGiven(here, file));
      await dropAll(config.mailbox.path, messages);
      if (options.json) printJson(here, { dropped: files.length });
      else here.out(`${files.length} message(s) put into the mailbox. A running worker takes them up at once; without one: tijdig poll\n`);
    });
  program
    .command('migrate')
    .description('Bring the tables up to date, with the rights of MIGRATE_DATABASE_URL when that is set.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  MIGRATE_DATABASE_URL=postgres://owner@db/tijdig tijdig migrate')
    .action(async (options: { json?: boolean }) => {
      const config = configure(here);
      if (config === null) return exit(2);
      const state = await migrateTables(config);
      if (options.json) printJson(here, state);
      else here.out(`The tables are up to date: ${state.applied} of ${state.known} migrations applied.\n`);
    });
}

async function dropAll(maildir: string, messages: readonly Uint8Array[]): Promise<void> {
  try {
    for (const message of messages) await dropMessage(maildir, message);
  } catch (cause) {
    throw new ExpectedError('mailbox-folder', 'The mailbox folder cannot be written to. Is the disk full, or the folder read-only?', {
      retry: 'never',
      cause,
    });
  }
}

async function migrateTables({ database }: Config) {
  const owner = await openDb(database, 'owner');
  try {
    return await migrate(owner, database.kind === 'server' && database.migrateUrl !== null ? database.url : null);
  } finally {
    await owner.close();
  }
}
