import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { ExpectedError } from '../errors.ts';
import { type BackedUp, backUp, keysFileName, newestDataFile } from '../worker/backup.ts';
import { type Files, type Restored, restore } from '../worker/restore.ts';
import { secretKeys } from '../worker/secret-keys.ts';
import { configure } from './configure.ts';
import { pathFrom, printJson, type Surroundings } from './io.ts';

/** `backup` and `restore`. */
export function addBackupCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('backup <folder>')
    .description('Write data and keys as two files, also while the worker runs. Of the keys only the newest are kept.')
    .option('--keys', 'the keys alone: quick, and worth doing after every erasing')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig backup /mnt/backup/tijdig')
    .action((folder: string, options: { readonly keys?: boolean; readonly json?: boolean }) =>
      here.withHouse(async ({ context }) => {
        const done = await backUp(context, pathFrom(here, folder), options.keys ? 'keys' : 'all');
        if (options.json) printJson(here, done);
        else here.out(backedUpWords(done, context.config, folder));
      }),
    );
  program
    .command('restore <backup>')
    .description(
      'Put a backup back: the newest data of a folder, or the file named, opened by the newest keys. What was erased since stays erased.',
    )
    .option('--keys <file>', `the file of keys; default: ${keysFileName} beside the data`)
    .option('--replace', 'also where the database holds something: that goes')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig restore /mnt/backup/tijdig')
    .action(async (backup: string, options: { readonly keys?: string; readonly replace?: boolean; readonly json?: boolean }) => {
      const config = configure(here);
      if (config === null) return exit(2);
      const files = findFiles(pathFrom(here, backup), options.keys === undefined ? null : pathFrom(here, options.keys));
      const done = await restore(config, systemClock, presentKeys(config), files, options.replace === true);
      if (options.json) printJson(here, { ...files, ...done });
      else here.out(restoredWords(done));
      if (done.keysAt < done.dataAt && !options.json)
        here.err(
          'The keys are older than the data: what was written between the two cannot be read. Restore again with newer keys if there are any.\n',
        );
    });
}

function backedUpWords({ data, keys }: BackedUp, config: Config, folder: string): string {
  const key = config.secretKey === null ? join(config.dataDir, 'secret.key') : 'SECRET_KEY';
  const lines = [
    ...(data === null ? [] : [`${data.path}: ${data.rows} rows, ${megabytes(data.bytes)} MB`]),
    `${keys.path}: ${keys.rows} rows, ${megabytes(keys.bytes)} MB; it took the place of older keys`,
    `Neither holds ${key}, without which nothing in them can be read: keep that in another place.`,
    `To put it back: tijdig restore ${folder}`,
  ];
  return `${lines.join('\n')}\n`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function restoredWords(done: Restored): string {
  const lines = [
    `Restored: ${done.rows} rows as they were at ${done.dataAt}, with the keys of ${done.keysAt}.`,
    `Erased again: ${done.erased}. Known as erased, though younger than the data: ${done.stubs}.`,
    ...(done.auditLost === 0
      ? []
      : [`Events and approvals that came after, and are gone: ${done.auditLost}. The chain of the audit keeps that they were there.`]),
    ...(done.lettersInDoubt === 0
      ? []
      : [`Letters that may have left since: ${done.lettersInDoubt}. They are looked for in the Sent folder, and not sent by themselves.`]),
    'Messages that came in since are read again from the mailbox, and acknowledged by nobody but you: they may have had their answer.',
    'Next: tijdig start, then tijdig cases --status needs-a-person, tijdig ledger and tijdig audit verify',
  ];
  return `${lines.join('\n')}\n`;
}

function findFiles(path: string, keys: string | null): Files {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const newest = isFolder ? newestDataFile(readdirSync(path)) : null;
  if (isFolder && newest === null) throw new ExpectedError('backup-missing', `There is no backup in ${path}.`, { retry: 'never' });
  const data = newest === null ? path : join(path, newest);
  return { data, keys: keys ?? join(dirname(data), keysFileName) };
}

/** The key must be there: one made now would open nothing. */
function presentKeys(config: Config) {
  if (config.secretKey !== null || existsSync(join(config.dataDir, 'secret.key'))) return secretKeys(config);
  const message = `The secret key is missing: put the one that the backup was written with into ${join(config.dataDir, 'secret.key')}, or set SECRET_KEY.`;
  throw new ExpectedError('secret-key', message, { retry: 'never' });
}
