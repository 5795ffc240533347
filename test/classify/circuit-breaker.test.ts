import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterFailure,
  type Breaker,
  beforeAsking,
  closedBreaker,
  failuresToOpen,
  openMinutes,
} from '../../src/classify/circuit-breaker.ts';

const start = Temporal.Instant.from('2026-01-12T09:00:00Z');
const after = (minutes: number, seconds = 0) => start.add({ seconds: minutes * 60 + seconds });

function broken(): Breaker {
  let breaker = closedBreaker;
  for (let time = 0; time < failuresToOpen; time += 1) breaker = afterFailure(breaker, start);
  return breaker;
}

test('it opens at the fifth failure in a row, not before', () => {
  let breaker = closedBreaker;
  for (let time = 1; time < failuresToOpen; time += 1) {
    breaker = afterFailure(breaker, start);
    expect(beforeAsking(breaker, start)).toEqual(breaker);
  }
  expect(beforeAsking(afterFailure(breaker, start), start)).toBeNull();
});

test('it stays open for its minutes; then one may try, and the others wait for it', () => {
  expect(beforeAsking(broken(), after(openMinutes, -1))).toBeNull();
  const trying = beforeAsking(broken(), after(openMinutes));
  if (trying === null) throw new Error('nobody may try');
  expect(beforeAsking(trying, after(openMinutes, 1))).toBeNull();
  // A trial of which nothing is heard is followed by another one.
  expect(beforeAsking(trying, after(2 * openMinutes))).not.toBeNull();
  expect(beforeAsking(afterFailure(trying, after(openMinutes, 10)), after(2 * openMinutes))).toBeNull();
});

test('whatever happens, an open one lets one question through in its minutes, and a success closes it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.boolean()), { maxLength: 60 }), (steps) => {
      let breaker = closedBreaker;
      let now = start;
      let lastTry: Temporal.Instant | null = null;
      for (const [seconds, works] of steps) {
        now = now.add({ seconds });
        const wasOpen = breaker.openUntil !== null;
        const asking = beforeAsking(breaker, now);
        if (asking === null) {
          expect(wasOpen).toBe(true);
          continue;
        }
        if (wasOpen && lastTry !== null) expect(now.since(lastTry).total('minutes')).toBeGreaterThanOrEqual(openMinutes);
        lastTry = now;
        breaker = works ? closedBreaker : afterFailure(asking, now);
        expect(breaker.openUntil !== null).toBe(breaker.failures >= failuresToOpen);
      }
    }),
  );
});
