import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { deriveWrapping, secretKeyId, type Wrapping } from '../privacy/seal.ts';
import { type Db, openDb } from '../store/db.ts';
import { countWrapped, rewrapKeys, type WrappedCounts } from '../store/wrapped-keys.ts';
import type { Context } from '../worker/context.ts';
import { keepSecretKeys, secretKeys } from '../worker/secret-keys.ts';
import { printJson, type Surroundings } from './io.ts';
import { table } from './table.ts';

interface Json {
  readonly json?: boolean;
}

/** `keys`, `keys rewrap`, `keys new`: changing SECRET_KEY. */
export function addKeysCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const keys = program
    .command('keys')
    .description('Say which secret key wraps how many keys: none but the present one, unless SECRET_KEY is being changed.')
    .option('--json', 'as JSON, a line per secret key')
    .addHelpText('after', '\nExample:\n  tijdig keys\n  tijdig keys rewrap')
    .action((options: Json) =>
      here.withHouse(async ({ context }) => {
        const counts = await countWrapped(context.db.query, context.subKeys);
        report(here, context, counts, options);
        if (counts.unknown > 0) exit(1);
      }),
    );
  keys
    .command('rewrap')
    .description('Wrap by SECRET_KEY what the keys of SECRET_KEY_OTHERS wrap, beside running workers. It may be stopped and started again.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig keys rewrap')
    .action((options: Json) => here.withHouse(async ({ context }) => exit(await rewrap(here, context, options))));
  keys
    .command('new')
    .description('Replace the secret key of the embedded database (DATA_DIR/secret.key) by a new one. The worker must not run.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig keys new')
    .action((options: Json) => here.withHouse(async ({ context }) => exit(await replace(here, context, options))));
}

function report(here: Surroundings, context: Context, { by, unknown }: WrappedCounts, { json }: Json): void {
  const lines = context.subKeys.wrapping.map((key, index) => ({ key: secretKeyId(key), wraps: by[index] ?? 0, present: index === 0 }));
  if (json) {
    for (const line of lines) printJson(here, line);
    if (unknown > 0) printJson(here, { key: null, wraps: unknown, present: false });
    return;
  }
  const source = context.config.secretKey === null ? 'DATA_DIR/secret.key' : 'SECRET_KEY';
  const others = context.config.secretKey === null ? 'an older line of it' : 'SECRET_KEY_OTHERS';
  here.out(
    `${table(
      ['key', 'wraps', 'from'],
      lines.map((line) => [line.key, String(line.wraps), line.present ? source : others]),
    )}`,
  );
  if (unknown > 0)
    here.err(
      `${unknown} key(s) are wrapped by a secret key that is not here: what they seal cannot be read. Add it to SECRET_KEY_OTHERS.\n`,
    );
  here.out(next(by));
}

function next(by: readonly number[]): string {
  if (by.slice(1).some((count) => count > 0)) return 'Next, once every worker has the new SECRET_KEY: tijdig keys rewrap\n';
  return by.length > 1 ? 'No other key is needed any more. Next: tijdig backup FOLDER, then take it out of SECRET_KEY_OTHERS.\n' : '';
}

async function rewrap(here: Surroundings, context: Context, { json }: Json): Promise<number> {
  const { database } = context.config;
  const owner = database.kind === 'embedded' ? null : await openDb(database, 'owner');
  try {
    const after = (by: readonly number[]) => next(by) || 'There was no other secret key.\n';
    return await wrapAll(here, owner ?? context.db, context.subKeys, json === true, after);
  } finally {
    await owner?.close();
  }
}

async function wrapAll(
  here: Surroundings,
  owner: Db,
  wrapping: Wrapping,
  json: boolean,
  after: (by: readonly number[]) => string,
): Promise<number> {
  let told = 0;
  const rewrapped = await rewrapKeys(owner, wrapping, (done) => {
    if (json || done - told < 10_000) return;
    told = done;
    here.err(`${done} so far\n`);
  });
  const counts = await countWrapped(owner.query, wrapping);
  if (json) printJson(here, { rewrapped, ...counts });
  else here.out(`${rewrapped} key(s) wrapped anew. ${after(counts.by)}`);
  if (counts.unknown > 0 && !json) here.err(`${counts.unknown} key(s) could not be opened by any secret key. Next: tijdig keys\n`);
  return counts.unknown > 0 ? 1 : 0;
}

const newKeyWords =
  'DATA_DIR/secret.key is a new one; backups made before are opened by the old one only. Next: tijdig backup FOLDER, then tijdig start\n';

/** The file holds both keys until the last of the old one's is wrapped anew: it may be stopped at any moment. */
async function replace(here: Surroundings, { db, config }: Context, { json }: Json): Promise<number> {
  if (config.secretKey !== null || db.kind === 'server') {
    here.err(
      'SECRET_KEY is yours to change, without stopping anything: put a new one (openssl rand -base64 32) into SECRET_KEY_OTHERS everywhere, ' +
        'swap the two everywhere, then: tijdig keys rewrap (docs/operations.md).\n',
    );
    return 1;
  }
  const { present: old, others } = secretKeys(config);
  const secrets = { present: randomBytes(32), others: [old, ...others] };
  keepSecretKeys(config.dataDir, secrets);
  const status = await wrapAll(here, db, deriveWrapping(secrets), json === true, () => newKeyWords);
  if (status === 0) keepSecretKeys(config.dataDir, { ...secrets, others: [] });
  return status;
}
