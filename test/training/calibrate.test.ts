import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, type Outcome } from '../../training/calibrate.ts';
import { random } from '../support/random.ts';

const outcome = fc.record({ logit: fc.double({ min: -30, max: 30, noNaN: true }), asked: fc.boolean() });

function chance([slope, offset]: readonly [number, number], logit: number): number {
  return 1 / (1 + Math.exp(-(slope * logit + offset)));
}

/** Outcomes that came about by these odds. */
function drawn(slope: number, offset: number, many: number): readonly Outcome[] {
  const next = random(7);
  return Array.from({ length: many }, () => {
    const logit = next() * 12 - 6;
    return { logit, asked: next() < chance([slope, offset], logit) };
  });
}

test.each([
  [1.7, -0.6],
  [0.4, -2],
  [3, 1],
])('finds the line %f, %f by which outcomes came about', (slope, offset) => {
  const found = calibrate(drawn(slope, offset, 20_000));
  expect(Math.abs(found[0] - slope)).toBeLessThan(0.1);
  expect(Math.abs(found[1] - offset)).toBeLessThan(0.1);
});

test('its probabilities are asked as often as they say', () => {
  const outcomes = drawn(0.8, -1.2, 5000);
  const line = calibrate(outcomes);
  const said = outcomes.reduce((sum, { logit }) => sum + chance(line, logit), 0);
  expect(Math.abs(said - outcomes.filter(({ asked }) => asked).length)).toBeLessThan(5);
});

test('what the network finds likelier stays likelier, whatever came of it', () => {
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 40 }), (outcomes) => {
      const [slope, offset] = calibrate(outcomes);
      expect(slope).toBeGreaterThan(0);
      expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true);
    }),
  );
});

describe('few outcomes', () => {
  test('without any it changes nothing', () => {
    expect(calibrate([])).toEqual([1, 0]);
  });

  // Of one outcome Platt's rule makes 2 to 1, of four 5 to 1.
  test.each([
    [1, 2 / 3],
    [4, 5 / 6],
  ])('%i of the same kind prove no more than %f', (many, most) => {
    for (const asked of [true, false]) {
      const line = calibrate(Array.from({ length: many }, () => ({ logit: 2, asked })));
      expect(chance(line, 2)).toBeCloseTo(asked ? most : 1 - most, 3);
    }
  });

  test('all together are believed as far as that rule goes, and no further', () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 6 }), (outcomes) => {
        const line = calibrate(outcomes);
        const said = outcomes.reduce((sum, { logit }) => sum + chance(line, logit), 0);
        const yes = outcomes.filter(({ asked }) => asked).length;
        const no = outcomes.length - yes;
        expect(said).toBeCloseTo((yes * (yes + 1)) / (yes + 2) + no / (no + 2), 2);
      }),
      { numRuns: 500 },
    );
  });
});
