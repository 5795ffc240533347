import { ExpectedError } from '../errors.ts';
import type { Log } from '../log.ts';
import { databaseTrouble } from '../store/db.ts';

export interface Station {
  readonly name: string;
  /** One step; true when there may be more to do at once. */
  step(): Promise<boolean>;
  /** Waits for work. */
  rest(signal: AbortSignal): Promise<void>;
}

/** Milliseconds after the n-th failure in a row: 1, 2, 4 … 60 seconds. */
function backoff(failures: number): number {
  return Math.min(60_000, 1_000 * 2 ** Math.min(failures - 1, 6));
}

/**
 * Runs a station until the signal aborts. A failure costs one clear line and a pause, never the worker: nothing was
 * committed, so nothing is lost. `onRound` is told of every step that ended, well or not: what is left is what hangs.
 */
export async function runStation(station: Station, log: Log, signal: AbortSignal, onRound: () => void): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      const more = await station.step();
      failures = 0;
      onRound();
      if (!more) await station.rest(signal);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      onRound();
      tell(log, station.name, error, backoff(failures));
      await pause(backoff(failures), signal);
    }
  }
}

function tell(log: Log, station: string, error: unknown, waitMilliseconds: number): void {
  const seconds = Math.round(waitMilliseconds / 1_000);
  const trouble = error instanceof ExpectedError ? error : databaseTrouble(error);
  if (trouble !== null) log.warn(trouble.message, { station, code: trouble.code, againInSeconds: seconds });
  else log.error('a fault of the program', { station, fault: faultOf(error), againInSeconds: seconds });
}

/** Kind and place of a bug without its message, which may carry somebody's data. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frame = /\/((?:src|dist)\/[^\s)]+)/.exec(error.stack ?? '');
  return frame?.[1] === undefined ? error.name : `${error.name} at ${frame[1]}`;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
