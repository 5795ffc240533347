/**
 * When a service that fails is left alone: after some failures in a row nobody asks for some minutes, then one does, and
 * only a success lets the others in again. Pure: the state is a value, the time is passed in.
 */
export interface Breaker {
  /** In a row. */
  readonly failures: number;
  /** Null: everybody may ask. */
  readonly openUntil: Temporal.Instant | null;
}

export const closedBreaker: Breaker = { failures: 0, openUntil: null };

export const failuresToOpen = 5;
export const openMinutes = 5;

/**
 * The state while a question is under way; null: do not ask. When the time is up one question may try and the others
 * wait as long again, so that a trial nobody hears of any more blocks nothing for good.
 */
export function beforeAsking(breaker: Breaker, now: Temporal.Instant): Breaker | null {
  if (breaker.openUntil === null) return breaker;
  if (Temporal.Instant.compare(now, breaker.openUntil) < 0) return null;
  return { ...breaker, openUntil: now.add({ minutes: openMinutes }) };
}

export function afterFailure({ failures: before }: Breaker, now: Temporal.Instant): Breaker {
  const failures = before + 1;
  return { failures, openUntil: failures < failuresToOpen ? null : now.add({ minutes: openMinutes }) };
}
