// DOOR node-cron: wakes us at a wall-clock time in the business time zone. It never decides what is due, and may fire in
// ten processes at once: the rows of the day decide who writes (see send-digest).
import cron from 'node-cron';

export interface WallClock {
  readonly hour: number;
  readonly minute: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** Runs `task` every day at that time; the returned function ends it. Errors of `task` are the task's own to handle. */
export function scheduleDaily(at: WallClock, task: () => Promise<void>): () => void {
  const job = cron.schedule(`${at.minute} ${at.hour} * * *`, task, { timezone: at.timeZone, noOverlap: true });
  return () => void job.destroy();
}
