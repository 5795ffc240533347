// Workers are killed with SIGKILL at random moments while messages come in; then what is left is finished in peace and
// counted. Messages arrive in bursts, a burst a kill. A third of the kills come at any moment, so that they also find a
// worker that starts or waits for a dead one's lease; the others wait until a worker has something in hand.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Db, rows } from '../../src/store/db.ts';
import { type GeneratedMessage, generateMessages } from '../support/generate.ts';
import { random } from '../support/random.ts';
import { hurryLetters, type Outcome, readOutcome, readProgress } from './outcome.ts';
import { type Site, startSite, user, type WorkerProcess } from './site.ts';

export interface KillPlan {
  readonly database: 'server' | 'embedded';
  readonly messages: number;
  readonly kills: number;
  /** How many run side by side; the embedded database allows one. */
  readonly workers: number;
  /** Milliseconds from a burst to its kill, at most. */
  readonly longestLife: number;
  readonly seed?: number;
}

export interface KillReport {
  readonly outcome: Outcome;
  readonly messages: number;
  readonly kills: number;
  /** What the killed workers held at their death (PostgreSQL only; the embedded database cannot be asked). */
  readonly held: { readonly kills: number; readonly folders: number; readonly messages: number; readonly letters: number } | null;
  /** Letters as the sink saw them. */
  readonly sink: { readonly accepted: number; readonly replyDropped: number; readonly refused: number; readonly lost: number };
  /** Lines at the level of an error, of all workers. */
  readonly errors: readonly string[];
  readonly seconds: number;
}

/** 5 % refused for now, 5 % accepted without a reply, 2 % neither accepted nor answered. */
const faults = { refuse: 0.05, dropReply: 0.05, lose: 0.02 };
const patience = 300_000;
/** Longer than a dead worker's leases last. Milliseconds. */
const longestWait = 10_000;

export async function runKills(plan: KillPlan): Promise<KillReport> {
  const site = await startSite({ database: plan.database, faults: { ...faults, seed: plan.seed ?? 1 } });
  try {
    return await killAndCount(site, plan);
  } finally {
    await site.stop();
  }
}

async function killAndCount(site: Site, plan: KillPlan): Promise<KillReport> {
  const begun = performance.now();
  const messages = generateMessages({ count: plan.messages, seed: plan.seed ?? 1 });
  const crew: Crew = { site, all: [], alive: [] };
  for (let at = 0; at < plan.workers; at += 1) await join(crew);
  const observer = plan.database === 'server' ? await site.openDb() : null;
  try {
    const held = await killAgainAndAgain(crew, plan, messages, observer);
    const { outcome } = await finish(crew, messages, observer);
    const count = (what: string) => site.sink.rows().filter((row) => row.what === what).length;
    return {
      outcome,
      messages: plan.messages,
      kills: plan.kills,
      held: observer === null ? null : held,
      sink: { accepted: count('accepted'), replyDropped: count('reply-dropped'), refused: count('refused'), lost: count('lost') },
      errors: crew.all.flatMap((worker) => worker.errors),
      seconds: Math.round((performance.now() - begun) / 1_000),
    };
  } finally {
    await observer?.close();
  }
}

interface Crew {
  readonly site: Site;
  readonly all: WorkerProcess[];
  readonly alive: { readonly worker: WorkerProcess; readonly place: number }[];
}

async function join(crew: Crew): Promise<void> {
  const taken = crew.alive.map((one) => one.place);
  const place = [0, 1, 2, 3, 4, 5, 6, 7].find((one) => !taken.includes(one)) ?? 8;
  const worker = crew.site.startWorker(place);
  crew.all.push(worker);
  crew.alive.push({ worker, place });
  // Only the first is waited for: it makes the tables. The others may be killed while they start.
  if (crew.all.length === 1) await worker.started;
}

async function killAgainAndAgain(
  crew: Crew,
  plan: KillPlan,
  messages: readonly GeneratedMessage[],
  observer: Db | null,
): Promise<NonNullable<KillReport['held']>> {
  const chance = random((plan.seed ?? 1) * 7_919);
  const held = { kills: 0, folders: 0, messages: 0, letters: 0 };
  const waiting = [...messages];
  for (let kill = 1; kill <= plan.kills; kill += 1) {
    const burst = waiting.splice(0, Math.ceil(waiting.length / (plan.kills - kill + 1)));
    const arrival = crew.site.dovecot.deliver(
      burst.flatMap((message) => message.deliveries),
      [user],
    );
    const busy = chance() < 1 / 3 ? await pause(chance() * plan.longestLife, null) : await someoneAtWork(crew, observer);
    await pause(chance() * 30);
    const any = crew.alive[Math.floor(chance() * crew.alive.length)];
    const victim = crew.alive.find(({ worker }) => worker.pid === busy) ?? any;
    if (victim === undefined) throw new Error('nobody is left to kill');
    victim.worker.kill('SIGKILL');
    crew.alive.splice(crew.alive.indexOf(victim), 1);
    await victim.worker.ended;
    if (observer !== null) await note(observer, victim.worker.pid, held);
    await join(crew);
    await arrival;
  }
  return held;
}

/** Waits until a living worker has a message or a letter in hand. On the embedded database: until a letter leaves. */
async function someoneAtWork({ site, alive }: Crew, observer: Db | null): Promise<number | null> {
  const deadline = performance.now() + longestWait;
  const before = site.sink.rows().length;
  while (performance.now() < deadline) {
    if (observer === null && site.sink.rows().length > before) return null;
    const owners = observer === null ? [] : await ownersOfWork(observer);
    const found = alive.find(({ worker }) => owners.includes(worker.pid));
    if (found !== undefined) return found.worker.pid;
    await pause(3);
  }
  return null;
}

/** Process ids, of the dead as well. */
async function ownersOfWork(db: Db): Promise<readonly number[]> {
  const found = await rows<{ owner: string }>(
    db.query,
    sql`select lease_owner as owner from messages where disposition is null and lease_owner is not null
        union select lease_owner from letters where status = 'sending'`,
  );
  return found.map((row) => Number(row.owner.split('-').at(-2)));
}

async function note(db: Db, pid: number, held: { kills: number; folders: number; messages: number; letters: number }): Promise<void> {
  const mine = sql`lease_owner like ${`%-${pid}-%`}`;
  const [row] = await rows<Record<'folders' | 'messages' | 'letters', string>>(
    db.query,
    sql`select (select count(*) from folders where ${mine}) as folders,
      (select count(*) from messages where ${mine} and disposition is null) as messages,
      (select count(*) from letters where ${mine} and status = 'sending') as letters`,
  );
  const [folders, messages, letters] = [Number(row?.folders), Number(row?.messages), Number(row?.letters)];
  held.folders += folders;
  held.messages += messages;
  held.letters += letters;
  if (messages + letters > 0) held.kills += 1;
}

/** Lets the workers go on until nothing is left to do, and reads what came of it. Refused letters are tried at once. */
async function finish(crew: Crew, messages: readonly GeneratedMessage[], observer: Db | null): Promise<{ readonly outcome: Outcome }> {
  const deliveries = messages.reduce((sum, message) => sum + message.deliveries.length, 0);
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const done = observer === null ? await pauseAndLook(crew, deliveries) : await look(observer, deliveries);
    if (done) break;
    if (observer !== null) await pause(500);
  }
  for (const { worker } of crew.alive) worker.kill('SIGTERM');
  await Promise.all(crew.alive.map(({ worker }) => worker.ended));
  const db = observer ?? (await crew.site.openDb());
  try {
    return { outcome: await readOutcome(crew.site, db, messages) };
  } finally {
    if (observer === null) await db.close();
  }
}

async function look(db: Db, deliveries: number): Promise<boolean> {
  await hurryLetters(db);
  const { places, open } = await readProgress(db);
  return places >= deliveries && open === 0;
}

/** The embedded database belongs to its process: the worker is stopped in good order, and started again if there is more. */
async function pauseAndLook(crew: Crew, deliveries: number): Promise<boolean> {
  await crew.alive[0]?.worker.started;
  for (let before = -1, now = 0; before !== now; now = crew.site.sink.rows().length) {
    before = now;
    await pause(4_000);
  }
  for (const { worker } of crew.alive.splice(0)) {
    worker.kill('SIGTERM');
    await worker.ended;
  }
  const db = await crew.site.openDb();
  let done = false;
  try {
    done = await look(db, deliveries);
  } finally {
    await db.close();
  }
  if (!done) await join(crew);
  return done;
}
