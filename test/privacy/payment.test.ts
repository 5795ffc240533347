import { describe, expect, test } from 'vitest';
import { maskPaymentData } from '../../src/privacy/mask.ts';
import { findPaymentData } from '../../src/privacy/payment.ts';
import { otherNumbers, paymentVariants } from './payment-variants.ts';

const count = 2000;
/** The seed of the figures in docs/payment.md, and others, lest one roll of the dice be taken for a measurement. */
const seeds = [2026, 7, 123_456, 99];

describe('as people write it', () => {
  test.each(seeds)('every card number and IBAN of 2,000 is found whole, seed %i', (seed) => {
    const missed = paymentVariants(count, seed).filter(({ text, number }) => {
      const found = findPaymentData(text);
      return found.length !== 1 || found[0]?.value !== number;
    });
    console.log(`recall ${(100 * (count - missed.length)) / count} % of ${count}, seed ${seed}`);
    expect(missed).toEqual([]);
  });

  test.each(seeds)('of 2,000 order, telephone and virtual numbers no more than ten are masked, seed %i', (seed) => {
    const masked = otherNumbers(count, seed).filter(({ text }) => maskPaymentData(text).masked > 0);
    console.log(`false masks ${(100 * masked.length) / count} % of ${count}, seed ${seed}`, masked.map(({ sort }) => sort).join(', '));
    expect(masked.length / count).toBeLessThanOrEqual(0.005);
  });

  test('every second of the numbers that are none has ten to fifteen digits and no word before it', () => {
    const hard = otherNumbers(count, seeds[0] ?? 0).filter((_, at) => at % 2 === 0);
    expect(hard).toHaveLength(count / 2);
    expect(hard.filter(({ number }) => number.length < 10 || number.length > 15)).toEqual([]);
  });
});
