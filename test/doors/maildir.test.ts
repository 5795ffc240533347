import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExpectedError } from '../../src/errors.ts';
import { createMaildirMailbox, dropMessage } from '../../src/intake/maildir.ts';
import { letter, type MailboxUnderTest, mailboxContract } from './mailbox-contract.ts';

let folder = '';
let now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const clock = { now: () => now };
const everything = { from: 1, to: null } as const;

beforeEach(async () => {
  now = Temporal.Instant.from('2026-11-23T08:00:00Z');
  folder = await mkdtemp(join(tmpdir(), 'tijdig-maildir-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function files(): Promise<readonly string[]> {
  const names = await Promise.all(
    ['new', 'cur', 'tmp'].map(async (each) => (await readdir(join(folder, each))).map((name) => `${each}/${name}`)),
  );
  const paths = names.flat().sort();
  return Promise.all(paths.map(async (path) => `${path} ${(await stat(join(folder, path))).mtimeMs}`));
}

describe('a Maildir', () => {
  mailboxContract(async () => {
    const mailbox = createMaildirMailbox({ kind: 'maildir', path: folder, own: true }, { clock });
    const bases: string[] = [];
    return {
      mailbox,
      deliver: async (raws) => {
        for (const raw of raws) {
          bases.push(await dropMessage(folder, raw));
          // File times decide the order of what is seen at once; some file systems count in milliseconds.
          await new Promise((resolve) => setTimeout(resolve, 3));
        }
      },
      remove: (nth) => rm(join(folder, 'new', bases[nth] ?? '')),
      state: files,
      mark: async (nth) => rename(join(folder, 'new', bases[nth] ?? ''), join(folder, 'cur', `${bases[nth]}:2,T`)),
      file: async (name, raw) => void (await dropMessage(join(folder, `.${name}`), raw)),
      count: async (name) => (await readdir(join(folder, `.${name}`, 'new'))).length,
      stop: () => mailbox.close(),
    } satisfies MailboxUnderTest;
  });

  it('knows a message again after another program moved and marked it, and after a restart', async () => {
    const base = await dropMessage(folder, letter('een'));
    const settings = { kind: 'maildir', path: folder, own: true } as const;
    const [before] = await createMaildirMailbox(settings, { clock }).fetch('INBOX', everything, 10);
    await rename(join(folder, 'new', base), join(folder, 'cur', `${base}:2,S`));
    now = now.add({ hours: 5 });
    const mailbox = createMaildirMailbox(settings, { clock });
    const [after] = await mailbox.fetch('INBOX', everything, 10);
    expect(after).toEqual(before);
    const [inbox] = await mailbox.folders();
    expect(inbox?.uidNext).toBe(2);
    expect(await readdir(join(folder, 'cur'))).toEqual([`${base}:2,S`]);
  });

  it('was received when first seen in our own mailbox, and at the file time in another', async () => {
    const base = await dropMessage(folder, letter('een'));
    const written = Temporal.Instant.from('2026-11-20T10:00:00Z');
    await utimes(join(folder, 'new', base), written.epochMilliseconds / 1000, written.epochMilliseconds / 1000);
    const [own] = await createMaildirMailbox({ kind: 'maildir', path: folder, own: true }, { clock }).fetch('INBOX', everything, 10);
    const [other] = await createMaildirMailbox({ kind: 'maildir', path: folder, own: false }, { clock }).fetch('INBOX', everything, 10);
    expect(own?.receivedAt.toString()).toBe('2026-11-23T08:00:00Z');
    expect(other?.receivedAt.toString()).toBe('2026-11-20T10:00:00Z');
  });

  it('forgets nothing when a crash cuts the last line of its index', async () => {
    await dropMessage(folder, letter('een'));
    const settings = { kind: 'maildir', path: folder, own: true } as const;
    const mailbox = createMaildirMailbox(settings, { clock });
    const [before] = await mailbox.folders();
    await appendFile(join(folder, '.tijdig-uids'), '2 179');
    await dropMessage(folder, letter('twee'));
    const [after] = await createMaildirMailbox(settings, { clock }).folders();
    expect(after?.uidValidity).toBe(before?.uidValidity);
    expect(after?.uidNext).toBe(3);
    const lines = (await readFile(join(folder, '.tijdig-uids'), 'utf8')).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['tijdig-uids', '1', '2', '']);
  });

  it('starts a new epoch when its index is gone', async () => {
    await dropMessage(folder, letter('een'));
    const mailbox = createMaildirMailbox({ kind: 'maildir', path: folder, own: true }, { clock });
    const [before] = await mailbox.folders();
    await rm(join(folder, '.tijdig-uids'));
    now = now.add({ seconds: 1 });
    const [after] = await mailbox.folders();
    expect(after?.uidValidity).not.toBe(before?.uidValidity);
  });

  it('numbers each message once however many calls run at the same time', async () => {
    for (const subject of ['a', 'b', 'c']) await dropMessage(folder, letter(subject));
    const mailbox = createMaildirMailbox({ kind: 'maildir', path: folder, own: true }, { clock });
    await Promise.all([mailbox.folders(), mailbox.fetch('INBOX', everything, 10), mailbox.folders()]);
    expect((await mailbox.folders())[0]?.uidNext).toBe(4);
  });

  it('leaves half-written and hidden files alone', async () => {
    await dropMessage(folder, letter('een'));
    await writeFile(join(folder, 'tmp', 'half'), 'From: x');
    await writeFile(join(folder, 'new', '.hidden'), 'x');
    await mkdir(join(folder, 'cur', 'folder'));
    const mailbox = createMaildirMailbox({ kind: 'maildir', path: folder, own: false }, { clock });
    expect(await mailbox.fetch('INBOX', everything, 10)).toHaveLength(1);
  });

  it('says that a folder is no Maildir, and makes only our own', async () => {
    const error = await createMaildirMailbox({ kind: 'maildir', path: join(folder, 'none'), own: false }, { clock })
      .folders()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ExpectedError);
    expect(error).toMatchObject({ code: 'mailbox-folder', retry: 'never' });
    const own = createMaildirMailbox({ kind: 'maildir', path: join(folder, 'own'), own: true }, { clock });
    expect((await own.folders())[0]?.messages).toBe(0);
  });
});
