import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { ExpectedError } from '../errors.ts';
import type { SecretKeys } from '../privacy/seal.ts';

type Where = Pick<Config, 'dataDir' | 'secretKey' | 'otherSecretKeys'>;

/**
 * SECRET_KEY and SECRET_KEY_OTHERS; where they are not set, the lines of `secret.key`, the present one first. That file is
 * made at the first start and kept beside the data, readable by its owner only. @throws ExpectedError `data-folder`
 */
export function secretKeys({ dataDir, secretKey, otherSecretKeys }: Where): SecretKeys {
  if (secretKey !== null) return { present: secretKey, others: otherSecretKeys };
  const file = keyFile(dataDir);
  return inDataDir(() => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) writeFileSync(file, lineOf(randomBytes(32)), { mode: 0o600, flag: 'wx' });
    const [present = '', ...others] = readFileSync(file, 'utf8').trim().split(/\s+/);
    return { present: Buffer.from(present, 'base64'), others: others.map((line) => Buffer.from(line, 'base64')) };
  });
}

/** Writes `secret.key` anew, in one step. @throws ExpectedError `data-folder` */
export function keepSecretKeys(dataDir: string, { present, others }: SecretKeys): void {
  const file = keyFile(dataDir);
  inDataDir(() => {
    writeFileSync(`${file}.part`, [present, ...others].map(lineOf).join(''), { mode: 0o600, flush: true });
    renameSync(`${file}.part`, file);
  });
}

function keyFile(dataDir: string): string {
  return join(dataDir, 'secret.key');
}

function lineOf(key: Uint8Array): string {
  return `${Buffer.from(key).toString('base64')}\n`;
}

function inDataDir<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new ExpectedError(
      'data-folder',
      'DATA_DIR: the folder cannot be written to. Choose another one, for example DATA_DIR=/var/lib/tijdig.',
      { retry: 'never', cause },
    );
  }
}
