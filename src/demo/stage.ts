/**
 * The demo's own world: a mailbox and an SMTP server on loopback, a folder that is thrown away, and the real house with
 * its real worker and its staff pages between them. Nothing leaves this machine. The environment of whoever starts the
 * demo plays no part.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { StaffLanguage } from '../case/kind.ts';
import { systemClock } from '../clock.ts';
import { listen } from '../commands/control.ts';
import type { Surroundings } from '../commands/io.ts';
import { openPages, type Pages } from '../commands/pages.ts';
import { readConfig } from '../config.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { silentLog } from '../log.ts';
import { openDoors, openHouse, packageFile } from '../worker/assemble.ts';
import type { Context } from '../worker/context.ts';
import { runWorker } from '../worker/run.ts';
import { colleagues, karin } from './colleagues.ts';
import { startImapServer } from './imap-server.ts';
import { boundary, support } from './messages/write-message.ts';
import { startSmtpServer } from './smtp-server.ts';

/** A letter the SMTP server took. */
export interface Letter {
  readonly to: string;
  readonly message: ParsedMessage;
}

export interface Stage {
  /** DATA_DIR. */
  readonly folder: string;
  readonly context: Context;
  /** The staff pages, on a free port of loopback. */
  readonly pages: Pages;
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
/** For how many days mail is answered already. */
export const liveDays = 20;
/** Seconds in which an approval may be taken back here: long enough to see, too short to wait for. */
const undoSeconds = 2;

/**
 * Starts everything; what was started ends with `close`, or at once when the start fails.
 * @param language of our own people; null: that of the policy
 */
export async function setStage(here: Surroundings, language: StaffLanguage | null): Promise<Stage> {
  const closing = new AsyncDisposableStack();
  try {
    return await setUp(here, closing, language);
  } catch (error) {
    await closing.disposeAsync();
    throw error;
  }
}

async function setUp(here: Surroundings, closing: AsyncDisposableStack, language: StaffLanguage | null): Promise<Stage> {
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
  const config = configure(folder, writePolicy(folder, language), imap.url, smtp.url);
  const house = await openHouse(config, systemClock, silentLog);
  closing.defer(() => house.close());
  await pause(0, here.signal);
  const doors = openDoors(config, systemClock, silentLog);
  closing.defer(() => doors.close());
  const pages = await openPages(house.context);
  if (pages === null) throw new Error('the demo has no staff pages');
  closing.defer(() => pages.close());
  const control = await listen(folder, house, here);
  closing.defer(() => control.close());
  const worker = runWorker(house.context, doors);
  closing.defer(() => worker.stop());
  return {
    folder,
    context: house.context,
    pages,
    letters,
    deliver: (raw, path, receivedAt) => imap.deliver(raw, { folder: path, receivedAt }),
    until: (what, look) => until(what, look, here.signal),
    pause: (milliseconds) => pause(milliseconds, here.signal),
    fallen: worker.finished,
    close: () => closing.disposeAsync(),
  };
}

/** The policy that ships, with a shorter time to take an approval back, and review mails at once so that they are seen. */
function writePolicy(folder: string, language: StaffLanguage | null): string {
  const shipped = readFileSync(packageFile('policy.yaml'), 'utf8');
  const changed = shipped
    .replace(/^undoSeconds: \d+/m, `undoSeconds: ${undoSeconds}`)
    .replace(/^quiet: \{ reviews: morning/m, 'quiet: { reviews: at-once')
    .replace(/^(languages: .*staff:) \w+/m, language === null ? '$&' : `$1 ${language}`);
  const file = join(folder, 'policy.yaml');
  writeFileSync(file, changed);
  return file;
}

function configure(folder: string, policyFile: string, mailboxUrl: string, smtpUrl: string) {
  const read = readConfig({
    DATA_DIR: folder,
    POLICY_FILE: policyFile,
    CONSOLE_PORT: '0',
    MAILBOX_URL: mailboxUrl,
    SMTP_URL: smtpUrl,
    MAIL_FROM: `Havenlijn <${support}>`,
    STAFF: colleagues.map(({ address }) => address).join(','),
    MANAGERS: karin.address,
    AUTHSERV_ID: boundary,
    SENT_COPY: 'server',
    SEND_PER_MINUTE: '0',
    POLL_SECONDS: '1',
    // What is older was there before Tijdig, and gets a case but no letter.
    GO_LIVE: systemClock
      .now()
      .subtract({ hours: 24 * liveDays })
      .toString(),
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
