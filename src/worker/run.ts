/**
 * The worker: its stations side by side, each with its own pace, until told to stop. An orderly stop gives back what was
 * claimed; a killed worker's claims end by themselves within LEASE_SECONDS.
 */
import { ExpectedError } from '../errors.ts';
import type { Mailbox } from '../intake/mailbox.ts';
import type { TellAlert } from '../outbox/alert.ts';
import type { Transport } from '../outbox/transport.ts';
import { releaseFolders } from '../store/folders.ts';
import { releaseMessages, renewMessages } from '../store/messages.ts';
import { renewLetters } from '../store/outgoing.ts';
import { noteRound } from '../store/workers.ts';
import { remindOfDemands } from './authority-alert.ts';
import { beginDay } from './begin-day.ts';
import { type Bell, createBell } from './bell.ts';
import { type Context, dayOf } from './context.ts';
import { deliver, settleUnknown } from './deliver.ts';
import { poll } from './poll.ts';
import { retain } from './retain.ts';
import { scheduleDaily } from './schedule.ts';
import { createSealer, sealAudit } from './seal-audit.ts';
import { runStation, type Station } from './station.ts';
import { sweepDownloads } from './sweep-downloads.ts';
import { tellAlarms } from './tell-alarms.ts';
import { tellReplies } from './tell-replies.ts';
import { triage } from './triage.ts';
import { createHouseWatch } from './watch-house.ts';

/** The ways in and out. */
export interface Doors {
  readonly mailbox: Mailbox;
  readonly transport: Transport;
  /** The second channel; null: none. */
  readonly alert: TellAlert | null;
}

/** Messages in hand at once: enough that commits group, few enough that a lease is plenty. */
const triageBatch = 16;
/** Milliseconds an orderly stop waits for work in hand. */
const stopPatience = 15_000;
/** How long a station rests when nothing rings, milliseconds: other workers' work and retries are found then. */
const idle = 1_000;
/** How often we look whether the day owes something still, milliseconds: a machine that slept at its hour missed the bell. */
const dayEvery = 600_000;
/** How often we look for replies to tell of, milliseconds. */
const tellEvery = 20_000;
/** How often we look whether something is wrong, milliseconds. */
const alarmEvery = 60_000;

/** How often is erased what has been kept long enough: copies whose page has ended, and what retention says. Milliseconds. */
const sweepEvery = 3_600_000;
/** How often the audit gets its links, milliseconds. */
const sealEvery = 30_000;

export interface Running {
  /** Resolves when every station has stopped. Rejects with `watchdog` when no round was completed for too long. */
  readonly finished: Promise<void>;
  stop(): Promise<void>;
}

export function runWorker(context: Context, doors: Doors): Running {
  const stopping = new AbortController();
  const [arrived, written, dawn] = [createBell(), createBell(), createBell()];
  let lastRound = context.clock.now();
  const onRound = () => {
    lastRound = context.clock.now();
  };
  const stations = stationsOf(context, doors, { arrived, written, dawn });
  const endDays = scheduleDaily({ ...context.policy.digest, timeZone: context.timeZone }, async () => dawn.ring());
  const all = Promise.all(
    stations.map((station) => runStation(station, context.log, stopping.signal, station.name === 'read' ? onRound : () => {})),
  );
  const watchdog = watch(context, () => lastRound, stopping.signal);
  const finished = Promise.race([all.then(() => {}), watchdog]).finally(() => endDays());
  return {
    finished,
    async stop() {
      stopping.abort();
      // A station that hangs must not keep us: its claims end by themselves.
      const patience = new AbortController();
      await Promise.race([Promise.allSettled([all, finished]), createBell().wait(stopPatience, patience.signal)]);
      patience.abort();
      await giveBack(context);
    },
  };
}

function stationsOf(
  context: Context,
  { mailbox, transport, alert }: Doors,
  { arrived, written, dawn }: Readonly<Record<'arrived' | 'written' | 'dawn', Bell>>,
): readonly Station[] {
  let sweepAtStart = true;
  const house = createHouseWatch(context);
  const seal = createSealer(context);
  return [
    {
      name: 'read',
      async step() {
        // Another process may have changed who works here.
        await context.refreshPeople();
        if ((await poll(context, mailbox, sweepAtStart)) > 0) arrived.ring();
        sweepAtStart = false;
        const now = context.clock.now();
        await noteRound(context.db, context.lease.worker, now.toString(), dayOf(context, now).toString());
        return false;
      },
      rest: (signal) => mailbox.wait(context.config.pollSeconds * 1_000, signal),
    },
    {
      name: 'triage',
      async step() {
        const handled = await triage(context, triageBatch);
        if (handled > 0) written.ring();
        return handled > 0;
      },
      rest: (signal) => arrived.wait(idle, signal),
    },
    {
      name: 'deliver',
      step: async () => (await deliver(context, transport, mailbox)).attempted > 0,
      rest: (signal) => written.wait(idle, signal),
    },
    {
      name: 'settle',
      step: async () => (await settleUnknown(context, mailbox, transport)) > 0,
      rest: (signal) => createBell().wait(idle, signal),
    },
    {
      name: 'day',
      async step() {
        await beginDay(context);
        written.ring();
        return false;
      },
      rest: (signal) => dawn.wait(dayEvery, signal),
    },
    {
      name: 'tell',
      async step() {
        if ((await tellReplies(context)) + (await remindOfDemands(context)) > 0) written.ring();
        return false;
      },
      rest: (signal) => createBell().wait(tellEvery, signal),
    },
    {
      name: 'alarms',
      async step() {
        await house.look();
        await tellAlarms(context, alert);
        return false;
      },
      rest: (signal) => createBell().wait(alarmEvery, signal),
    },
    {
      name: 'downloads',
      async step() {
        await sweepDownloads(context);
        return false;
      },
      rest: (signal) => createBell().wait(sweepEvery, signal),
    },
    {
      name: 'retain',
      async step() {
        await retain(context, { mailbox, transport });
        return false;
      },
      rest: (signal) => createBell().wait(sweepEvery, signal),
    },
    {
      name: 'audit',
      async step() {
        await seal();
        return false;
      },
      rest: (signal) => createBell().wait(sealEvery, signal),
    },
    {
      name: 'renew',
      async step() {
        await Promise.all([renewMessages(context.db, context.lease), renewLetters(context.db, context.lease)]);
        return false;
      },
      rest: (signal) => createBell().wait((context.lease.seconds * 1_000) / 3, signal),
    },
  ];
}

/** Everything there is to do now, once; for `tijdig poll`. Throws what stopped it. */
export async function runOnce(
  context: Context,
  { mailbox, transport, alert }: Doors,
): Promise<{ read: number; triaged: number; attempted: number; failed: number }> {
  const counts = { read: await poll(context, mailbox, true), triaged: 0, attempted: 0, failed: 0 };
  for (let handled = -1; handled !== 0; counts.triaged += handled) handled = await triage(context, triageBatch);
  for (let more = true; more; ) {
    const { attempted, failed } = await deliver(context, transport, mailbox);
    counts.attempted += attempted;
    counts.failed += failed;
    more = attempted > 0;
  }
  await settleUnknown(context, mailbox, transport);
  await tellAlarms(context, alert);
  await sweepDownloads(context);
  await giveBack(context);
  await sealAudit(context);
  return counts;
}

async function giveBack(context: Context): Promise<void> {
  await Promise.all([releaseMessages(context.db, context.lease.worker), releaseFolders(context.db, context.lease.worker)]);
}

/** Three poll periods, and never under three minutes, without one completed round: something hangs that no time-out caught. */
async function watch(context: Context, lastRound: () => Temporal.Instant, signal: AbortSignal): Promise<void> {
  const patience = Math.max(180, context.config.pollSeconds * 3);
  while (!signal.aborted) {
    await createBell().wait(10_000, signal);
    const silent = lastRound().until(context.clock.now()).total('seconds');
    if (silent > patience)
      throw new ExpectedError('watchdog', `The mailbox was not read for ${Math.round(silent)} seconds: something hangs. Restart Tijdig.`, {
        retry: 'later',
      });
  }
}
