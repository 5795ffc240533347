/**
 * The demo's own world: a mailbox and an SMTP server on loopback, a folder that is thrown away, and the real house with
 * its real worker between them. Nothing leaves this machine. The environment of whoever starts the demo plays no part.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../clock.ts';
import { listen } from '../commands/control.ts';
import type { Surroundings } from '../commands/io.ts';
import { readConfig } from '../config.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { silentLog } from '../log.ts';
import { openDoors, openHouse } from '../worker/assemble.ts';
import type { Context } from '../worker/context.ts';
import { runWorker } from '../worker/run.ts';
import { startImapServer } from './imap-server.ts';
import { boundary, support } from './messages/write-message.ts';
import { startSmtpServer } from './smtp-server.ts';

export const staff = { name: 'Anna de Wit', address: 'anna@havenlijn.example' } as const;
export const manager = 'directie@havenlijn.example';

/** A letter the SMTP server took. */
export interface Letter {
  readonly to: string;
  readonly message: ParsedMessage;
}

export interface Stage {
  /** DATA_DIR. */
  readonly folder: string;
  readonly context: Context;
  /** Oldest first; grows while the worker runs. */
  readonly letters: readonly Letter[];
  /** Puts a message into the mailbox as if it arrived then; its UID. */
  deliver(raw: Uint8Array, folder: string, receivedAt: Temporal.Instant): number;
  /**
   * Looks until there is something to see. Rejects with `GivenUp` after Ctrl-C, and with `NothingCame` after a minute.
   */
  until<T>(what: string, look: () => Promise<T | null> | T | null): Promise<T>;
  /** Waits so many milliseconds. Rejects with `GivenUp` after Ctrl-C. */
  pause(milliseconds: number): Promise<void>;
  /** Rejects when the worker falls over; never resolves while it runs. */
  readonly fallen: Promise<void>;
  close(): Promise<void>;
}

/** The user has seen enough. */
export class GivenUp extends Error {}
/** What the demo waited for did not happen; the message names it. */
export class NothingCame extends Error {}

/** Milliseconds. */
const betweenLooks = 60;
const patience = 60_000;

/** Starts everything; what was started ends with `close`, or at once when the start fails. */
export async function setStage(here: Surroundings): Promise<Stage> {
  const closing = new AsyncDisposableStack();
  try {
    return await setUp(here, closing);
  } catch (error) {
    await closing.disposeAsync();
    throw error;
  }
}

async function setUp(here: Surroundings, closing: AsyncDisposableStack): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-demo-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', remove);
  closing.defer(() => {
    remove();
    process.off('exit', remove);
  });
  const letters: Letter[] = [];
  const imap = await startImapServer({ user: 'support', password: 'demo' });
  closing.defer(() => imap.stop());
  const smtp = await startSmtpServer({
    async onLetter({ to, raw }) {
      // As large providers do: what is submitted is filed in the Sent folder.
      imap.deliver(raw, { folder: 'Sent', flags: ['\\Seen'] });
      const read = await house.context.parse(raw, { truncated: false });
      if (read.status === 'parsed') letters.push({ to: to.join(', '), message: read.message });
      return 'accept' as const;
    },
  });
  closing.defer(() => smtp.stop());
  const config = configure(folder, imap.url, smtp.url);
  const house = await openHouse(config, systemClock, silentLog);
  closing.defer(() => house.close());
  await pause(0, here.signal);
  const doors = openDoors(config, systemClock, silentLog);
  closing.defer(() => doors.close());
  const control = await listen(folder, house, here);
  closing.defer(() => control.close());
  const worker = runWorker(house.context, doors);
  closing.defer(() => worker.stop());
  return {
    folder,
    context: house.context,
    letters,
    deliver: (raw, path, receivedAt) => imap.deliver(raw, { folder: path, receivedAt }),
    until: (what, look) => until(what, look, here.signal),
    pause: (milliseconds) => pause(milliseconds, here.signal),
    fallen: worker.finished,
    close: () => closing.disposeAsync(),
  };
}

function configure(folder: string, mailboxUrl: string, smtpUrl: string) {
  const read = readConfig({
    DATA_DIR: folder,
    MAILBOX_URL: mailboxUrl,
    SMTP_URL: smtpUrl,
    MAIL_FROM: `Havenlijn <${support}>`,
    STAFF: staff.address,
    MANAGERS: manager,
    AUTHSERV_ID: boundary,
    SENT_COPY: 'server',
    SEND_PER_MINUTE: '0',
    POLL_SECONDS: '1',
    // Yesterday: what is older was there before Tijdig, and gets a case but no letter.
    GO_LIVE: systemClock.now().subtract({ hours: 24 }).toString(),
  });
  if ('problems' in read) throw new Error(`the demo's own settings are wrong: ${read.problems.join(' ')}`);
  return read.config;
}

async function until<T>(what: string, look: () => Promise<T | null> | T | null, signal: AbortSignal): Promise<T> {
  const late = AbortSignal.timeout(patience);
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    if (late.aborted) throw new NothingCame(what);
    await pause(betweenLooks, signal);
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {
    throw new GivenUp();
  });
}
