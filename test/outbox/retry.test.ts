import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextAttempt } from '../../src/outbox/retry.ts';

const first = Temporal.Instant.from('2026-11-23T08:00:00Z');

it.each([
  [1, 1],
  [2, 5],
  [3, 15],
  [4, 60],
  [5, 60],
  [50, 60],
])('waits after attempt %i for %i minutes', (attempt, minutes) => {
  expect(nextAttempt(attempt, first, first).toString()).toBe(first.add({ minutes }).toString());
});

it('tries for three days to the minute, then gives up', () => {
  const last = first.add({ hours: 71 });
  expect(nextAttempt(75, first, last).toString()).toBe(first.add({ hours: 72 }).toString());
  expect(nextAttempt(75, first, last.add({ nanoseconds: 1 }))).toBe('give-up');
});

it('always comes to an end, after the same number of attempts when each is made in time', () => {
  let at: Temporal.Instant | 'give-up' = first;
  let attempts = 0;
  while (at !== 'give-up') {
    attempts += 1;
    at = nextAttempt(attempts, first, at);
  }
  // 5 in the first 81 minutes, then one an hour within 72 hours.
  expect(attempts).toBe(75);
});

it('is always later than now', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 300 * 3600 }), (attempt, seconds) => {
      const now = first.add({ seconds });
      const next = nextAttempt(attempt, first, now);
      return next === 'give-up' ? seconds > 71 * 3600 - 60 : Temporal.Instant.compare(next, now) > 0;
    }),
  );
});
