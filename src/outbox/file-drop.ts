// The way out when no mail server is set: every letter becomes one `.eml` file, whole or not at all. It sends nothing.
// The letter's id is the file's name, so that dropping it twice leaves one file. A full or missing disk is a refusal
// for now.
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ExpectedError } from '../errors.ts';
import type { SendOutcome, Transport } from './transport.ts';

const harmlessId = /^[A-Za-z0-9_-]{1,100}$/;

export function createFileDrop(settings: { readonly path: string }): Transport {
  const { path } = settings;
  return {
    name: `file://${path}`,
    concurrency: 4,
    async send(id, _envelope, raw): Promise<SendOutcome> {
      if (!harmlessId.test(id)) return { outcome: 'refused', retry: 'never', code: 'unusable-id' };
      try {
        await mkdir(path, { recursive: true, mode: 0o700 });
        await writeWhole(path, `${id}.eml`, raw);
        return { outcome: 'accepted' };
      } catch (error) {
        return { outcome: 'refused', retry: 'later', code: diskCode(error) };
      }
    },
    async verify() {
      await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
        throw new ExpectedError('outbox-unwritable', `SMTP_URL: the folder for letters cannot be made (${diskCode(error)}).`, {
          retry: 'later',
        });
      });
    },
    async forget(id) {
      if (!harmlessId.test(id)) return;
      // The second is there when the process died while writing the first.
      const files = [`${id}.eml`, `.${id}.eml.part`].map((name) => rm(join(path, name), { force: true }));
      await Promise.all(files).catch((error: unknown) => {
        throw new ExpectedError('outbox-unwritable', `SMTP_URL: a letter's file cannot be removed (${diskCode(error)}).`, {
          retry: 'later',
        });
      });
    },
    async close() {},
  };
}

async function writeWhole(folder: string, name: string, raw: Uint8Array): Promise<void> {
  const unfinished = join(folder, `.${name}.part`);
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(raw);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, name));
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}

function diskCode(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  return typeof code === 'string' && /^E[A-Z]{2,12}$/.test(code) ? `disk-${code.toLowerCase()}` : 'disk';
}
