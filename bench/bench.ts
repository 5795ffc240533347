// `npm run bench`: Tijdig beside the bare libraries, in one run on the same servers. Each gets a Dovecot mailbox (mdbox)
// and a PostgreSQL database (fsync on) of its own, is warmed up with 1,000 messages, and is then given 5,000 at once: the
// clock runs from the moment they are copied into its INBOX until the SMTP server has accepted the last
// acknowledgement. `--messages N`, `--json`, `--profile FOLDER` (CPU profiles of the worker, see profile.ts), `--statements`
// (what PostgreSQL spends its time on).
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ImapFlow } from 'imapflow';
import postgres from 'postgres';
import { startWorker } from '../test/crash/site.ts';
import { startDovecot, type TestDovecot } from '../test/support/dovecot.ts';
import { generateMessages } from '../test/support/generate.ts';
import { startPostgres, type TestPostgres } from '../test/support/postgres.ts';
import { type SmtpSink, startSmtpSink } from '../test/support/smtp-sink.ts';
import type { BaselineOptions } from './baseline.ts';
import { cpuOf, peakMemory } from './processes.ts';

const { values: options } = parseArgs({
  options: {
    messages: { type: 'string', default: '5000' },
    warm: { type: 'string', default: '1000' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    profile: { type: 'string' },
    statements: { type: 'boolean', default: false },
  },
});
const measured = Number(options.messages);
const warm = Number(options.warm);

interface Site {
  readonly folder: string;
  readonly dovecot: TestDovecot;
  readonly postgres: TestPostgres;
}

/** Someone who reads a mailbox and answers. `go`: new messages are there. */
interface Contestant {
  readonly pid: number;
  go(): void;
  stop(): Promise<void>;
}

interface Result {
  readonly perSecond: number;
  readonly seconds: number;
  /** CPU milliseconds a message: the program itself, and the servers it drives. */
  readonly cpu: { readonly program: number; readonly postgres: number; readonly dovecot: number; readonly total: number };
  readonly peakMemoryMib: number;
}

/** Counts accepted letters, and tells when there are enough. */
async function startCounter(): Promise<{ readonly sink: SmtpSink; reach(count: number): Promise<void> }> {
  let accepted = 0;
  let wanted = Number.POSITIVE_INFINITY;
  let tell: () => void = () => {};
  const onRow = () => {
    accepted += 1;
    if (accepted >= wanted) tell();
  };
  const sink = await startSmtpSink({}, { onRow });
  return {
    sink,
    reach: (count) =>
      new Promise((resolve) => {
        [wanted, tell] = [count, resolve];
        if (accepted >= wanted) resolve();
      }),
  };
}

async function measure(site: Site, user: string, begin: (smtp: SmtpSink) => Promise<Contestant>): Promise<Result> {
  await fill(site.dovecot, user);
  if (options.statements) await countStatements(site);
  const counter = await startCounter();
  const contestant = await begin(counter.sink);
  const roots = { program: [contestant.pid], postgres: [site.postgres.pid], dovecot: [site.dovecot.pid] };
  const used = () => ({ program: cpuOf(roots.program), postgres: cpuOf(roots.postgres), dovecot: cpuOf(roots.dovecot) });
  try {
    await copyToInbox(site.dovecot, user, `1:${warm}`);
    contestant.go();
    await counter.reach(warm);
    await quiet(() => used().program);
    const [before, begun] = [used(), performance.now()];
    await copyToInbox(site.dovecot, user, `${warm + 1}:*`);
    contestant.go();
    await counter.reach(warm + measured);
    const seconds = (performance.now() - begun) / 1_000;
    const after = used();
    const each = (what: keyof typeof before) => (after[what] - before[what]) / measured;
    const cpu = { program: each('program'), postgres: each('postgres'), dovecot: each('dovecot') };
    return {
      perSecond: measured / seconds,
      seconds,
      cpu: { ...cpu, total: cpu.program + cpu.postgres + cpu.dovecot },
      peakMemoryMib: peakMemory(contestant.pid),
    };
  } finally {
    await contestant.stop();
    await counter.sink.stop();
  }
}

/** Waits until the program does next to nothing for a second, so that no warming up is left over. */
async function quiet(cpu: () => number): Promise<void> {
  for (let before = cpu(), calm = 0; calm < 1; ) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = cpu();
    calm = now - before < 60 ? calm + 1 : 0;
    before = now;
  }
}

async function fill(dovecot: TestDovecot, user: string): Promise<void> {
  const messages = generateMessages({ count: warm + measured, plain: true });
  await withMailbox(dovecot, user, (client) => client.mailboxCreate('Stage'));
  await dovecot.appendMany(
    user,
    messages.flatMap((message) => message.deliveries.map((raw) => ({ raw }))),
    'Stage',
  );
}

/** One command, and on mdbox nearly no work: all of them are there at once. */
async function copyToInbox(dovecot: TestDovecot, user: string, range: string): Promise<void> {
  await withMailbox(dovecot, user, async (client) => {
    await client.mailboxOpen('Stage', { readOnly: true });
    await client.messageCopy(range, 'INBOX');
  });
}

async function withMailbox(dovecot: TestDovecot, user: string, work: (client: ImapFlow) => Promise<unknown>): Promise<void> {
  const auth = { user, pass: dovecot.password };
  const client = new ImapFlow({ host: '127.0.0.1', port: dovecot.imapPort, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  await work(client);
  await client.logout();
}

async function beginBaseline(site: Site, smtp: SmtpSink): Promise<Contestant> {
  const { imapPort, password } = site.dovecot;
  const given: BaselineOptions = { imapPort, user: 'baseline', password, databaseUrl: site.postgres.createDatabase(), smtpPort: smtp.port };
  const program = join(import.meta.dirname, 'baseline.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(given)], { stdio: ['pipe', 'pipe', 'inherit'] });
  await firstLine(child);
  return {
    pid: child.pid ?? 0,
    go: () => void child.stdin.write('go\n'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.stdin.end();
      }),
  };
}

function firstLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the baseline ended')));
    if (child.stdout !== null) createInterface({ input: child.stdout }).once('line', () => resolve());
  });
}

async function beginTijdig(site: Site, smtp: SmtpSink): Promise<Contestant> {
  const profile = options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
  const worker = startWorker(
    {
      PATH: process.env.PATH ?? '',
      DATA_DIR: site.folder,
      DATABASE_URL: site.postgres.createDatabase(),
      SECRET_KEY: 'a key of thirty-two characters at least, for tests',
      MAILBOX_URL: site.dovecot.url('tijdig'),
      SMTP_URL: smtp.url,
      SENT_COPY: 'server',
      MAIL_FROM: 'Support <support@bedrijf.example>',
      SEND_PER_MINUTE: '0',
      SEND_PER_DAY: '0',
      GO_LIVE: '2026-01-01T00:00:00Z',
      LOG_LEVEL: 'warn',
    },
    profile,
  );
  await worker.started;
  return {
    pid: worker.pid,
    // It waits in IDLE as it always does.
    go: () => {},
    async stop() {
      worker.kill('SIGTERM');
      await worker.ended;
      for (const line of worker.errors) console.error(line);
    },
  };
}

async function countStatements({ postgres: { url } }: Site): Promise<void> {
  const sql = postgres(url('postgres'), { max: 1, onnotice: () => {} });
  await sql`create extension if not exists pg_stat_statements`;
  await sql`select pg_stat_statements_reset()`;
  await sql.end();
}

/** The statements that took longest, warming up included. */
async function printStatements({ postgres: { url } }: Site): Promise<void> {
  const sql = postgres(url('postgres'), { max: 1 });
  const all = measured + warm;
  console.table(
    await sql`select round((total_exec_time / ${all})::numeric, 3)::float as "ms/message", round((calls::numeric / ${all}), 2)::float as "calls/message",
      regexp_replace(left(query, 110), '\\s+', ' ', 'g') as statement from pg_stat_statements order by total_exec_time desc limit 16`,
  );
  await sql.end();
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-bench-'));
  const dovecot = await startDovecot({ format: 'mdbox' });
  const database = await startPostgres({
    durable: true,
    extra: options.statements ? { shared_preload_libraries: 'pg_stat_statements' } : {},
  });
  const site: Site = { folder, dovecot, postgres: database };
  try {
    const baseline = options.only === 'tijdig' ? null : await measure(site, 'baseline', (smtp) => beginBaseline(site, smtp));
    const tijdig = options.only === 'baseline' ? null : await measure(site, 'tijdig', (smtp) => beginTijdig(site, smtp));
    if (options.statements) await printStatements(site);
    const ratio = baseline === null || tijdig === null ? null : tijdig.perSecond / baseline.perSecond;
    if (options.json) console.log(JSON.stringify({ messages: measured, warmUp: warm, baseline, tijdig, ratio }));
    else print({ ...(baseline && { 'bare libraries': baseline }), ...(tijdig && { Tijdig: tijdig }) }, ratio);
  } finally {
    await Promise.all([dovecot.stop(), database.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(results: Readonly<Record<string, Result>>, ratio: number | null): void {
  const rounded = (value: number) => Number(value.toFixed(2));
  const rows = Object.entries(results).map(([name, { perSecond, cpu, peakMemoryMib }]) => [
    name,
    {
      'messages/s': Math.round(perSecond),
      'CPU ms/message': rounded(cpu.total),
      'of which itself': rounded(cpu.program),
      PostgreSQL: rounded(cpu.postgres),
      Dovecot: rounded(cpu.dovecot),
      'peak MiB': peakMemoryMib,
    },
  ]);
  console.table(Object.fromEntries(rows));
  if (ratio !== null)
    console.log(`${measured} messages after ${warm} to warm up. Tijdig does ${ratio.toFixed(2)} of the bare libraries' messages/s.`);
}

await main();
