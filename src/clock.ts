/** The only place that reads the time. Everything else is given a clock, or an instant. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };
