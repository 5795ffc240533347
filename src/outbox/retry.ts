/** Minutes after the first, second, third and fourth attempt; afterwards hourly. */
const firstMinutes: readonly number[] = [1, 5, 15, 60];
const giveUpAfter = Temporal.Duration.from({ hours: 72 });

/**
 * When a letter that was refused for now is tried again: after 1, 5, 15 and 60 minutes, then hourly, for three days
 * (RFC 5321 §4.5.4.1 asks for 30 minutes and four to five days in a relay; a person is told sooner here).
 *
 * @param attempt How many attempts were made, at least 1.
 * @param firstAttemptAt When the first one was made.
 */
export function nextAttempt(attempt: number, firstAttemptAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | 'give-up' {
  const next = now.add({ minutes: firstMinutes[attempt - 1] ?? 60 });
  return Temporal.Instant.compare(next, firstAttemptAt.add(giveUpAfter)) > 0 ? 'give-up' : next;
}
