import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percent, rateOf } from '../../../src/classify/evaluation/rate.ts';

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies between %f and %f', (count, of, from, to) => {
  const rate = rateOf(count, of);
  expect(rate.rate).toBe(count / of);
  expect(rate.from).toBeCloseTo(from, 4);
  expect(rate.to).toBeCloseTo(to, 4);
});

test('a share lies in its interval, which is as far from 0 as that of the others is from 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (of, some) => {
      const count = some % (of + 1);
      const { rate, from, to } = rateOf(count, of);
      const others = rateOf(of - count, of);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(1);
      expect(from).toBeLessThanOrEqual(rate + 1e-12);
      expect(to).toBeGreaterThanOrEqual(rate - 1e-12);
      expect(from).toBeCloseTo(1 - others.to, 10);
    }),
  );
});

test('more of the same is known better', () => {
  const width = (of: number) => rateOf(of / 10, of).to - rateOf(of / 10, of).from;
  expect(width(100)).toBeLessThan(width(10));
  expect(width(1000)).toBeLessThan(width(100));
});

test('of none, any share is possible', () => {
  expect(rateOf(0, 0)).toEqual({ count: 0, of: 0, rate: 0, from: 0, to: 1 });
});

test('is told with its count and interval', () => {
  expect(percent(rateOf(75, 76))).toBe('98.7 % (75/76, 95 %: 92.9-99.8)');
});
