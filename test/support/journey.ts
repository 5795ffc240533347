// A whole Tijdig between real servers: a mailbox, an SMTP server, a database, and a clock that a test moves. It is driven
// round by round. Letters leave by the database's clock, so a clock that runs ahead of today's keeps them back.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Clock } from '../../src/clock.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { type ReceivedLetter, type Reply, startSmtpServer } from '../../src/demo/smtp-server.ts';
import type { Log } from '../../src/log.ts';
import { type House, openDoors, openHouse, packageFile } from '../../src/worker/assemble.ts';
import type { Context } from '../../src/worker/context.ts';
import { type Doors, runOnce } from '../../src/worker/run.ts';
import { caseLines, showCase } from '../../src/worker/show-case.ts';
import { copyEmptyDatabase } from './databases.ts';
import { boundary, type Letter, readLetter } from './mail.ts';

export interface TestClock extends Clock {
  set(instant: string | Temporal.Instant): void;
  forward(duration: Temporal.DurationLike): void;
}

export function testClock(start: string | Temporal.Instant): TestClock {
  let current = Temporal.Instant.from(start);
  return {
    now: () => current,
    set: (instant) => {
      current = Temporal.Instant.from(instant);
    },
    forward: (duration) => {
      current = current.add(duration);
    },
  };
}

/** As the server's reply, but `drop`: taken without a word; `lose`: neither taken nor answered. */
export type Fate = Reply | 'lose';

export interface Journey {
  readonly context: Context;
  readonly doors: Doors;
  readonly config: Config;
  readonly clock: TestClock;
  /** Every log line so far, as JSON. */
  readonly logged: readonly string[];
  /** Decides what becomes of a letter; default: it is taken. Letters that are taken are filed into Sent. */
  onLetter(decide: (letter: ReceivedLetter) => Fate | Promise<Fate>): void;
  /** A message comes into the mailbox, now by the clock. */
  arrive(raw: Uint8Array, options?: { readonly folder?: string; readonly flags?: readonly string[] }): Promise<void>;
  /** Rounds until nothing happens any more. */
  settle(): Promise<void>;
  /** Letters the SMTP server took for one address, in order. */
  lettersTo(address: string): readonly Letter[];
  /** Every letter offered to it, taken or not. */
  offered(): readonly ReceivedLetter[];
  cases(requester?: string): ReturnType<typeof caseLines>;
  show(reference: string): Promise<NonNullable<Awaited<ReturnType<typeof showCase>>>>;
  /** UIDs and flags of every folder. */
  flags(): Promise<readonly string[]>;
  /** Another program removes the nth message of INBOX, from 1. */
  remove(nth: number): Promise<void>;
  /** Where the mailbox can do it: same messages, another UIDVALIDITY. */
  readonly renumber: ((folder: string) => void) | null;
  /** Another worker on the same servers (server database only). */
  openAnother(): Promise<House>;
  stop(): Promise<void>;
}

export interface JourneyOptions {
  /** When the clock starts; go-live unless GO_LIVE is given. */
  readonly start?: string | Temporal.Instant;
  readonly environment?: Readonly<Record<string, string>>;
  /** What is otherwise than in the policy of a journey, which is `usualPolicy` over the one that comes with the program. */
  readonly policy?: PolicyPatch;
}

/** Parts of a policy file, in the words of the file; what stands under a name is merged, anything else replaced. */
export interface PolicyPatch {
  readonly [name: string]: PolicyPatch | readonly unknown[] | string | number | boolean | null;
}

/** Nothing waits for a morning, a second pair of eyes or a minute: those who want that say so. */
export const usualPolicy: PolicyPatch = {
  undoSeconds: 0,
  quiet: { reviews: 'at-once' },
  refusal: 'approval',
  kinds: { deletion: { completion: 'approval' }, copy: { completion: 'approval' } },
};

const usual = {
  MAIL_FROM: 'Voorbeeldnummers <hulp@winkel.example>',
  AUTHSERV_ID: boundary,
  STAFF: 'anna@winkel.example',
  MANAGERS: 'marit@winkel.example',
  SECRET_KEY: '0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0',
  SENT_COPY: 'server',
  UNKNOWN_WAIT_SECONDS: '0',
  SEND_PER_MINUTE: '0',
  SEND_PER_DAY: '0',
};

/** A Monday morning in Amsterdam, long past: nothing here waits for a real clock. */
const usualStart = '2026-01-12T10:00:00+01:00';

/** What a journey needs of a mail server. */
export interface MailServer {
  readonly url: string;
  deliver(raw: Uint8Array, folder: string, receivedAt: Temporal.Instant, flags: readonly string[]): Promise<void>;
  file(raw: Uint8Array): Promise<void>;
  remove(nth: number): Promise<void>;
  flags(folder: string): Promise<readonly string[]>;
  readonly renumber: ((folder: string) => void) | null;
  stop(): Promise<void>;
}

/** @param database DATABASE_URL and MIGRATE_DATABASE_URL; empty: embedded */
export async function openJourney(
  mailbox: MailServer,
  database: Readonly<Record<string, string>>,
  options: JourneyOptions,
): Promise<Journey> {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-journey-'));
  if (!('DATABASE_URL' in database)) await copyEmptyDatabase(folder);
  const clock = testClock(options.start ?? usualStart);
  const [taken, offered]: [Letter[], ReceivedLetter[]] = [[], []];
  let decide = (_letter: ReceivedLetter): Fate | Promise<Fate> => 'accept';
  const smtp = await startSmtpServer({
    async onLetter(letter) {
      offered.push(letter);
      const answer = await decide(letter);
      if (answer === 'lose') return 'drop';
      if (typeof answer === 'object') return answer;
      await mailbox.file(letter.raw);
      taken.push(await readLetter(letter));
      return answer;
    },
  });
  const config = configOf({
    ...usual,
    ...database,
    DATA_DIR: folder,
    MAILBOX_URL: mailbox.url,
    SMTP_URL: smtp.url,
    POLICY_FILE: writePolicy(folder, options.policy ?? {}),
    ...options.environment,
  });
  const logged: string[] = [];
  const log = recordingLog(logged);
  const houses: House[] = [];
  const open = async () => {
    const house = await openHouse(config, clock, log);
    houses.push(house);
    return house;
  };
  const { context } = await open();
  const doors = openDoors(config, clock, log);
  return {
    context,
    doors,
    config,
    clock,
    logged,
    onLetter: (next) => {
      decide = next;
    },
    arrive: (raw, { folder: into = 'INBOX', flags = [] } = {}) => mailbox.deliver(raw, into, clock.now(), flags),
    settle: () => settle(context, doors),
    lettersTo: (address) => taken.filter((letter) => letter.to.includes(address)),
    offered: () => offered,
    cases: async (requester) => (await caseLines(context, {})).filter((line) => requester === undefined || line.requester === requester),
    async show(reference) {
      const shown = await showCase(context, reference);
      if (shown === null) throw new Error('no case of that reference');
      return shown;
    },
    flags: async () => (await Promise.all(['INBOX', 'Junk', 'Sent'].map(mailbox.flags))).flat(),
    remove: mailbox.remove,
    renumber: mailbox.renumber,
    openAnother: open,
    async stop() {
      await doors.close();
      for (const house of houses) await house.close();
      await smtp.stop();
      await mailbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function settle(context: Context, doors: Doors): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds++) {
    const { read, triaged, attempted } = await runOnce(context, doors);
    if (read + triaged + attempted === 0) return;
  }
  throw new Error('the house does not come to rest');
}

/** Writes the policy of a journey into its folder; the path. */
export function writePolicy(folder: string, patch: PolicyPatch): string {
  const shipped = parse(readFileSync(packageFile('policy.yaml'), 'utf8')) as PolicyPatch;
  const file = join(folder, 'policy.yaml');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(merge(merge(shipped, usualPolicy), patch)));
  return file;
}

function merge(policy: PolicyPatch, patch: PolicyPatch): PolicyPatch {
  const parts = Object.entries(patch).map(([name, part]) => {
    const before = policy[name];
    return [name, isPatch(before) && isPatch(part) ? merge(before, part) : part] as const;
  });
  return { ...policy, ...Object.fromEntries(parts) };
}

function isPatch(part: PolicyPatch[string] | undefined): part is PolicyPatch {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

export function configOf(environment: Readonly<Record<string, string>>): Config {
  const read = readConfig(environment);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.config;
}

function recordingLog(lines: string[]): Log {
  const line = (level: string) => (message: string, fields?: object) => void lines.push(JSON.stringify({ level, message, ...fields }));
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}
