/**
 * Parsing at arm's length: messages are parsed in worker threads that can be killed, because 0.3 MB of hostile mail
 * freezes a parser for half a minute. At most two threads, started when first needed, each with 512 MB and 5 s a
 * message. A thread that breaks is replaced; the message it was on gets a strike, those behind it start again.
 * Never keeps the process alive while nothing is being parsed. Logs codes only.
 */
import { Worker } from 'node:worker_threads';
import { ExpectedError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { MaskedRaw } from './mask-raw.ts';
import type { ParsedMessage } from './message.ts';

export type StrikeReason = 'time-out' | 'limit' | 'threw' | 'memory';

export type ParseAnswer =
  | {
      readonly status: 'parsed';
      readonly message: ParsedMessage;
      /** The bytes without payment data; null where nobody asked for them, or the message holds none. */
      readonly masked: MaskedRaw | null;
    }
  /** The parser failed on this message; two strikes make it unreadable. */
  | { readonly status: 'strike'; readonly reason: StrikeReason };

/** One part of a message, asked for on its own. */
export type WantedPart =
  | { readonly type: 'html' }
  | { readonly type: 'attachment' /** From 0, in the order of `attachments`. */; readonly index: number }
  /** The first message inside the message, as a forward carries it. */
  | { readonly type: 'message' };

/** A part as it may be handed on: HTML made harmless, or the bytes of an attachment. */
export type MessagePart =
  | { readonly type: 'html'; readonly html: string }
  | { readonly type: 'attachment'; readonly filename: string | null; readonly content: Uint8Array }
  | { readonly type: 'message'; readonly content: Uint8Array };

export type PartAnswer =
  | { readonly status: 'part' /** Null: the message has no such part. */; readonly part: MessagePart | null }
  | { readonly status: 'strike'; readonly reason: StrikeReason };

/** What a parser thread is sent. */
export interface ParseQuestion {
  readonly raw: Uint8Array;
  readonly truncated: boolean;
  /** Payment data is looked for in the bytes. */
  readonly mask: boolean;
  /** Null: the message as a whole. */
  readonly part: WantedPart | null;
}

export interface ParseWish {
  readonly truncated: boolean;
  /** Also the bytes with payment data masked; default: no. */
  readonly mask?: boolean;
}

export interface Parser {
  /**
   * Never throws because of what a message contains. Rejects with `parser-closed` after `close`, and with
   * `parser-unavailable` when no thread can be started.
   */
  parse(raw: Uint8Array, options: ParseWish): Promise<ParseAnswer>;
  /** One part of a message, in the same thread under the same limits. Rejects as `parse` does. */
  parsePart(raw: Uint8Array, part: WantedPart): Promise<PartAnswer>;
  close(): Promise<void>;
}

export interface ParserOptions {
  readonly log?: Log;
  /** Milliseconds a message may take; 5,000. */
  readonly timeout?: number;
}

const mostThreads = 2;
// Enough that a thread never waits for its next message, few enough that little starts again when it is killed.
const mostInFlight = 4;
const startTimeout = 60_000;
const threadFile = import.meta.url.endsWith('.ts') ? './parse-thread.ts' : './parse-thread.js';
const resourceLimits = { maxOldGenerationSizeMb: 448, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

interface Job extends ParseQuestion {
  resolve(answer: ParseAnswer | PartAnswer): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  /** The first one is being parsed. */
  readonly jobs: Job[];
  ready: boolean;
  timer: NodeJS.Timeout | null;
}

interface Pool {
  readonly waiting: Job[];
  readonly threads: Set<Thread>;
  readonly timeout: number;
  readonly log: Log | null;
  closed: boolean;
}

/** Starts nothing until the first message comes. */
export function createParser(options: ParserOptions = {}): Parser {
  const pool: Pool = { waiting: [], threads: new Set(), timeout: options.timeout ?? 5000, log: options.log ?? null, closed: false };
  return {
    parse: (raw, { truncated, mask = false }) => ask(pool, { raw, truncated, mask, part: null }) as Promise<ParseAnswer>,
    parsePart: (raw, part) => ask(pool, { raw, truncated: false, mask: false, part }) as Promise<PartAnswer>,
    close: () => close(pool),
  };
}

function ask(pool: Pool, question: ParseQuestion): Promise<ParseAnswer | PartAnswer> {
  return new Promise((resolve, reject) => {
    if (pool.closed) return reject(closedError());
    pool.waiting.push({ ...question, resolve, reject });
    distribute(pool);
  });
}

function distribute(pool: Pool): void {
  for (const thread of pool.threads) if (thread.jobs.length === 0) feed(pool, thread);
  while (pool.waiting.length > 0 && pool.threads.size < mostThreads) feed(pool, startThread(pool));
  for (const thread of pool.threads) feed(pool, thread);
}

function startThread(pool: Pool): Thread {
  // No environment: what reads hostile mail has no use for our secrets.
  const worker = new Worker(new URL(threadFile, import.meta.url), { resourceLimits, env: {} });
  const thread: Thread = { worker, jobs: [], ready: false, timer: null };
  pool.threads.add(thread);
  worker.on('message', (answer: ParseAnswer | PartAnswer | 'ready') => {
    if (!pool.threads.has(thread)) return;
    if (answer === 'ready') thread.ready = true;
    else thread.jobs.shift()?.resolve(answer);
    feed(pool, thread);
    watch(pool, thread);
  });
  worker.on('error', (error: Error & { code?: string }) => {
    lose(pool, thread, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'threw');
  });
  worker.on('exit', () => lose(pool, thread, 'threw'));
  return thread;
}

function feed(pool: Pool, thread: Thread): void {
  const wasIdle = thread.jobs.length === 0;
  while (thread.jobs.length < mostInFlight) {
    const job = pool.waiting.shift();
    if (job === undefined) break;
    thread.jobs.push(job);
    // A copy of our own: the caller keeps the bytes, and so do we in case the thread is lost.
    const raw = new Uint8Array(job.raw);
    const { truncated, mask, part } = job;
    thread.worker.postMessage({ raw, truncated, mask, part } satisfies ParseQuestion, [raw.buffer]);
  }
  if (wasIdle && thread.jobs.length > 0) watch(pool, thread);
}

/** The time of the message that is first now; called only when another one became first. */
function watch(pool: Pool, thread: Thread): void {
  if (thread.timer !== null) clearTimeout(thread.timer);
  thread.timer = null;
  if (thread.jobs.length === 0) {
    thread.worker.unref();
    return;
  }
  thread.worker.ref();
  const timer = setTimeout(
    () => {
      // One turn of the event loop later, lest an answer that lies ready be taken for none.
      setImmediate(() => thread.timer === timer && lose(pool, thread, 'time-out'));
    },
    thread.ready ? pool.timeout : startTimeout,
  );
  thread.timer = timer;
}

function lose(pool: Pool, thread: Thread, reason: StrikeReason): void {
  if (!pool.threads.delete(thread)) return;
  if (thread.timer !== null) clearTimeout(thread.timer);
  thread.worker.terminate().catch(() => {});
  const [struck, ...behind] = thread.jobs.splice(0);
  pool.waiting.unshift(...behind);
  if (thread.ready) {
    pool.log?.warn('parser thread lost', { reason });
    struck?.resolve({ status: 'strike', reason });
  } else {
    pool.log?.error('parser thread did not start');
    struck?.reject(new ExpectedError('parser-unavailable', 'No parser thread could be started.', { retry: 'later' }));
  }
  distribute(pool);
}

async function close(pool: Pool): Promise<void> {
  pool.closed = true;
  const threads = [...pool.threads];
  pool.threads.clear();
  for (const job of [...threads.flatMap(({ jobs }) => jobs), ...pool.waiting.splice(0)]) job.reject(closedError());
  for (const { timer } of threads) if (timer !== null) clearTimeout(timer);
  await Promise.all(threads.map(({ worker }) => worker.terminate()));
}

function closedError(): Error {
  return new ExpectedError('parser-closed', 'The parser is closed.', { retry: 'later' });
}
