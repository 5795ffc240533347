import type { Clock } from '../clock.ts';

/** Counts what somebody did of late, in this process's memory. */
export interface Limit {
  /** Notes one more, and says whether it is still within the limit. */
  take(key: string): boolean;
}

/** Keys remembered at most; the one longest quiet goes first. */
const mostKeys = 10_000;

export function createLimit(clock: Clock, { most, minutes }: { readonly most: number; readonly minutes: number }): Limit {
  const taken = new Map<string, readonly Temporal.Instant[]>();
  return {
    take(key) {
      const now = clock.now();
      const since = now.subtract({ minutes });
      const recent = (taken.get(key) ?? []).filter((at) => Temporal.Instant.compare(at, since) > 0);
      taken.delete(key);
      const allowed = recent.length < most;
      taken.set(key, allowed ? [...recent, now] : recent);
      const [oldest] = taken.keys();
      if (taken.size > mostKeys && oldest !== undefined) taken.delete(oldest);
      return allowed;
    },
  };
}
