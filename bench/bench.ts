// `npm run bench`: Tijdig beside the bare libraries, in one run on the same servers. Each gets a Dovecot mailbox (mdbox)
// and a PostgreSQL database (fsync on) of its own, is warmed up with 1,000 messages, and is then given 5,000 at once: the
// clock runs from the moment they are copied into its INBOX until the SMTP server has accepted the last
// acknowledgement. `--messages N`, `--json`, `--profile FOLDER` (CPU profiles of the worker, see profile.ts), `--statements`
// (what PostgreSQL spends its time on).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ImapFlow } from 'imapflow';
import { startDovecot, type TestDovecot } from '../test/support/dovecot.ts';
import { type GeneratedMessage, generateMessages } from '../test/support/generate.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { type SmtpSink, startSmtpSink } from '../test/support/smtp-sink.ts';
import { beginBaseline, beginTijdig, type Contestant, type Site } from './contestants.ts';
import { cpuOf, peakMemory } from './processes.ts';
import { countStatements, printStatements } from './statements.ts';

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
/** Messages that come alone, to an idle worker. */
const singles = 25;

interface Result {
  readonly perSecond: number;
  readonly seconds: number;
  /** CPU milliseconds a message: the program itself, and the servers it drives. */
  readonly cpu: { readonly program: number; readonly postgres: number; readonly dovecot: number; readonly total: number };
  readonly peakMemoryMib: number;
  /** Milliseconds from the delivery of a single message to its accepted acknowledgement, while there is nothing else to do. */
  readonly latency: { readonly median: number; readonly p95: number } | null;
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

async function measure(site: Site, user: string, begin: (smtp: SmtpSink) => Promise<Contestant>, singles: number): Promise<Result> {
  const messages = generateMessages({ count: warm + measured + singles, plain: true });
  await fill(site.dovecot, user, messages.slice(0, warm + measured));
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
      latency: await oneByOne(site.dovecot, user, messages.slice(warm + measured), counter.reach),
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

async function oneByOne(
  dovecot: TestDovecot,
  user: string,
  messages: readonly GeneratedMessage[],
  reach: (count: number) => Promise<void>,
): Promise<Result['latency']> {
  const times: number[] = [];
  for (const [at, message] of messages.entries()) {
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const arrived = performance.now();
    await dovecot.deliver(message.deliveries, [user]);
    await reach(warm + measured + at + 1);
    times.push(performance.now() - arrived);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  return times.length === 0 ? null : { median: at(0.5), p95: at(0.95) };
}

async function fill(dovecot: TestDovecot, user: string, messages: readonly GeneratedMessage[]): Promise<void> {
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

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-bench-'));
  const dovecot = await startDovecot({ format: 'mdbox' });
  const database = await startPostgres({
    durable: true,
    extra: options.statements ? { shared_preload_libraries: 'pg_stat_statements' } : {},
  });
  const site: Site = { folder, dovecot, postgres: database };
  try {
    const baseline = options.only === 'tijdig' ? null : await measure(site, 'baseline', (smtp) => beginBaseline(site, smtp), 0);
    const tijdig =
      options.only === 'baseline' ? null : await measure(site, 'tijdig', (smtp) => beginTijdig(site, smtp, options.profile), singles);
    if (options.statements) await printStatements(site, warm + measured);
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
  const latency = results.Tijdig?.latency;
  if (latency) console.log(`A message that comes alone: acknowledged after ${latency.median} ms (median), ${latency.p95} ms (95 %).`);
  if (ratio !== null)
    console.log(`${measured} messages after ${warm} to warm up. Tijdig does ${ratio.toFixed(2)} of the bare libraries' messages/s.`);
}

await main();
