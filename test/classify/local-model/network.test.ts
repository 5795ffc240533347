import { describe, expect, test } from 'vitest';
import { hiddenWidth, labels, leak, logits, type Network, sigmoid, width } from '../../../src/classify/local-model/network.ts';

/** Everything 0 but what is said. */
function network(some: Partial<Network> = {}): Network {
  return {
    embedding: new Float32Array(8 * width),
    steps: new Float32Array(width).fill(1),
    hidden: new Float32Array(hiddenWidth * width),
    hiddenBias: new Float32Array(hiddenWidth),
    output: new Float32Array(labels.length * hiddenWidth),
    outputBias: new Float32Array(labels.length),
    ...some,
  };
}

/** Zeros with some numbers in places. */
function sparse(length: number, numbers: Readonly<Record<number, number>>): Float32Array {
  const all = new Float32Array(length);
  for (const [at, number] of Object.entries(numbers)) all[Number(at)] = number;
  return all;
}

const nothing = { rows: new Int32Array(0), values: new Float32Array(0) };

/**
 * Row 5 is 2 in column 0, row 2 is 4 in column 1. With 5 half and 2 once the point is (1, 4).
 * Hidden 0: 3 × 1 - 1 = 2. Hidden 1: -1 × 1 - 0.25 × 4 = -2, of which a leak comes through.
 */
const worked = {
  embedding: sparse(8 * width, { [5 * width]: 2, [2 * width + 1]: 4 }),
  hidden: sparse(hiddenWidth * width, { 0: 3, [width]: -1, [width + 1]: -0.25 }),
  hiddenBias: sparse(hiddenWidth, { 0: -1 }),
  output: sparse(labels.length * hiddenWidth, { 0: 4, 1: 10, [hiddenWidth]: -1 }),
  outputBias: sparse(labels.length, { 0: 0.5, 5: -7 }),
};
const features = { rows: Int32Array.from([5, 2]), values: Float32Array.from([0.5, 1]) };

describe('a network', () => {
  test('worked out by hand', () => {
    const [first, second, third, , , last] = logits([network(worked)], features);
    expect(first).toBeCloseTo(4 * 2 + 10 * leak * -2 + 0.5, 5);
    expect(second).toBeCloseTo(-2, 5);
    expect(third).toBe(0);
    expect(last).toBe(-7);
  });

  test('of whole numbers says the same by its steps', () => {
    const whole = network({
      ...worked,
      embedding: Int8Array.from(worked.embedding, (value) => value * 4),
      steps: new Float32Array(width).fill(0.25),
    });
    expect(logits([whole], features)).toEqual(logits([network(worked)], features));
  });

  test('that sees nothing says its bias', () => {
    expect([...logits([network({ outputBias: Float32Array.from([1, 2, 3, 4, 5, 6]) })], nothing)]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('and others say what they say on average', () => {
    const says = (bias: number) => network({ outputBias: new Float32Array(labels.length).fill(bias) });
    expect([...logits([says(1), says(2), says(6)], nothing)]).toEqual([3, 3, 3, 3, 3, 3]);
  });
});

test.each([
  [0, 0.5],
  [Math.log(3), 0.75],
  [-Math.log(19), 0.05],
  [800, 1],
  [-800, 0],
])('odds of logarithm %f are a probability of %f', (logit, chance) => {
  expect(sigmoid(logit)).toBeCloseTo(chance, 12);
});
