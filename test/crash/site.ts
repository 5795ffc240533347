// A whole site for volume, crash and speed runs: a Dovecot mailbox, a database, an SMTP sink that files what it takes in
// into Sent as a provider does, and worker processes. What came of the messages is read from the outside: cases from the
// database, letters from what the sink took in.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Config, readConfig } from '../../src/config.ts';
import { type Db, openDb } from '../../src/store/db.ts';
import { packageFile } from '../../src/worker/assemble.ts';
import { startDovecot, type TestDovecot } from '../support/dovecot.ts';
import { startPostgres } from '../support/postgres.ts';
import { type SinkFaults, type SmtpSink, startSmtpSinkProcess } from '../support/smtp-sink.ts';

export const user = 'support';

export interface SiteOptions {
  readonly database: 'server' | 'embedded';
  readonly faults?: SinkFaults;
  /** PostgreSQL writes to disk as in production. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Site {
  readonly dovecot: TestDovecot;
  readonly sink: SmtpSink;
  readonly database: 'server' | 'embedded';
  /** What the nth worker is started with; each has a folder of its own, and they share the database. */
  environment(worker: number): Readonly<Record<string, string>>;
  config(): Config;
  openDb(): Promise<Db>;
  startWorker(worker: number, options?: readonly string[]): WorkerProcess;
  stop(): Promise<void>;
}

export interface WorkerProcess {
  readonly pid: number;
  /** Resolves when the worker says that it runs; rejects when it ends before. */
  readonly started: Promise<void>;
  readonly ended: Promise<void>;
  /** What it logged at the level of an error. */
  readonly errors: readonly string[];
  kill(signal: NodeJS.Signals): void;
}

export async function startSite(options: SiteOptions): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-site-'));
  const dovecot = await startDovecot({ format: 'mdbox' });
  const postgres = options.database === 'server' ? await startPostgres({ durable: options.durable ?? false }) : null;
  const databaseUrl = postgres?.createDatabase() ?? null;
  const sink = await startSmtpSinkProcess({
    ...options.faults,
    record: join(folder, 'letters.jsonl'),
    fileInto: dovecot.url(user).replace('/INBOX', '/Sent'),
  });
  const workers = new Set<WorkerProcess>();
  const policyFile = join(folder, 'policy.yaml');
  writeFileSync(policyFile, plainPolicy());
  const environment = (worker: number) => ({
    PATH: process.env.PATH ?? '',
    DATA_DIR: join(folder, options.database === 'embedded' ? 'data' : `data-${worker}`),
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    SECRET_KEY: 'a key of thirty-two characters at least, for tests',
    MAILBOX_URL: dovecot.url(user),
    SMTP_URL: sink.url,
    SENT_COPY: 'server',
    POLICY_FILE: policyFile,
    MAIL_FROM: 'Support <support@bedrijf.example>',
    UNKNOWN_WAIT_SECONDS: '2',
    LEASE_SECONDS: '3',
    POLL_SECONDS: '1',
    SEND_PER_MINUTE: '0',
    SEND_PER_DAY: '0',
    GO_LIVE: '2026-01-01T00:00:00Z',
    LOG_LEVEL: 'warn',
    ...options.settings,
  });
  const config = () => {
    const read = readConfig(environment(0));
    if ('problems' in read) throw new Error(read.problems.join('\n'));
    mkdirSync(read.config.dataDir, { recursive: true });
    return read.config;
  };
  return {
    dovecot,
    sink,
    database: options.database,
    environment,
    config,
    openDb: () => openDb(config().database),
    startWorker(worker, nodeOptions = []) {
      const started = startWorker(environment(worker), nodeOptions);
      workers.add(started);
      return started;
    },
    async stop() {
      for (const worker of workers) worker.kill('SIGKILL');
      await Promise.all([...workers].map((worker) => worker.ended));
      await Promise.all([sink.stop(), dovecot.stop(), postgres?.stop()]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** A worker of its own process; `options` are Node's. */
/**
 * The policy that comes with the program, which doubts less: here is counted what becomes of messages, all of them plainly
 * a request or plainly none. How often ordinary mail is doubted is measured by `tijdig eval`.
 */
function plainPolicy(): string {
  const shipped = readFileSync(packageFile('policy.yaml'), 'utf8');
  const plain = shipped.replace(/doubt: 0\.\d+/, 'doubt: 0.3');
  if (plain === shipped) throw new Error('the policy says nothing of doubt');
  return plain;
}

export function startWorker(environment: Readonly<Record<string, string>>, options: readonly string[]): WorkerProcess {
  const child = spawn(process.execPath, [...options, main, '--json'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (isError(line)) errors.push(line);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const started = Promise.race([
    firstLine(child),
    ended.then(() => {
      throw new Error(`a worker ended before it began: ${errors.join('\n')}`);
    }),
  ]);
  started.catch(() => undefined);
  return { pid: child.pid ?? 0, started, ended, errors, kill: (signal) => void child.kill(signal) };
}

function firstLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.stdout?.once('data', () => resolve()));
}

/** An error, or something that is no line of the log at all. */
function isError(line: string): boolean {
  try {
    return JSON.parse(line).level >= 50;
  } catch {
    return !/ExperimentalWarning|--trace-warnings/.test(line);
  }
}
