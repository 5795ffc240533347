import { describe, expect, test } from 'vitest';
import type { Disposition, FoundRequest } from '../../../src/classify/classification.ts';
import { type Measured, measure } from '../../../src/classify/evaluation/measure.ts';
import { rateOf } from '../../../src/classify/evaluation/rate.ts';

interface Given {
  readonly asked: readonly string[];
  /** What it is, for rows that ask nothing. */
  readonly is?: Disposition;
  readonly said: Readonly<Partial<Record<FoundRequest['kind'], number>>>;
  readonly taken?: Disposition;
  readonly person?: boolean;
}

function measured(given: Given): Measured {
  const requests = Object.entries(given.said).map(([kind, confidence]) => ({ kind: kind as FoundRequest['kind'], confidence, quote: '' }));
  const { is: disposition, taken = requests.length > 0 ? 'request' : 'none', person = false } = given;
  const row = { id: '', lang: 'nl', subject: '', text: '', kinds: [...given.asked], utterance: false, debatable: false };
  return { row: disposition === undefined ? row : { ...row, disposition }, answer: { disposition: taken, requests, person } };
}

/** Each figure below is counted by hand from these. */
const ten: readonly Given[] = [
  { asked: ['deletion'], said: { deletion: 0.95 } },
  { asked: ['copy'], said: { deletion: 0.85 } },
  { asked: ['refund'], said: {} },
  { asked: ['deletion', 'copy'], said: { copy: 0.7, deletion: 0.9 } },
  { asked: [], is: 'none', said: {} },
  { asked: [], said: { undetermined: 0.2 }, person: true },
  { asked: [], is: 'none', said: { refund: 0.65 } },
  { asked: [], is: 'automatic', said: {}, taken: 'automatic' },
  { asked: [], is: 'follow_up', said: {}, taken: 'automatic' },
  { asked: ['change'], said: {}, taken: 'request', person: true },
];

describe('ten messages', () => {
  const figures = measure(ten.map(measured));

  test('found, missed and exactly understood', () => {
    expect(figures.rows).toBe(10);
    expect(figures.found).toEqual(rateOf(4, 5));
    expect(figures.missed).toEqual(rateOf(1, 5));
    expect(figures.exact).toEqual(rateOf(6, 10));
  });

  test('what people read, what ordinary mail opened, and people taken for machines', () => {
    expect(figures.toPerson).toEqual(rateOf(2, 10));
    expect(figures.ordinaryToPerson).toEqual(rateOf(1, 3));
    expect(figures.ordinaryOpened).toEqual(rateOf(1, 3));
    expect(figures.peopleAsMachines).toEqual(rateOf(1, 9));
  });

  test('kind by kind, those that occur', () => {
    expect(figures.perKind).toEqual({
      change: { rows: 1, precision: rateOf(0, 0), recall: rateOf(0, 1), f1: 0 },
      deletion: { rows: 2, precision: rateOf(2, 3), recall: rateOf(2, 2), f1: 4 / 5 },
      copy: { rows: 2, precision: rateOf(1, 1), recall: rateOf(1, 2), f1: 2 / 3 },
      refund: { rows: 1, precision: rateOf(0, 1), recall: rateOf(0, 1), f1: 0 },
    });
    expect(figures.macroF1).toBeCloseTo((0 + 4 / 5 + 2 / 3 + 0) / 4, 12);
    expect(figures.macroF1Of20).toBe(0);
  });

  test('confusion, of rows that ask one thing or nothing', () => {
    expect(figures.confusion).toEqual({
      deletion: { deletion: 1 },
      copy: { deletion: 1 },
      refund: { none: 1 },
      none: { none: 1, undetermined: 1, refund: 1 },
      automatic: { automatic: 1 },
      follow_up: { automatic: 1 },
      change: { undetermined: 1 },
    });
  });

  test('calibration, of kinds that were said', () => {
    const rounded = figures.calibration.map((bin) => ({ ...bin, meanConfidence: Number(bin.meanConfidence.toFixed(9)) }));
    expect(rounded).toEqual([
      { from: 0.6, said: 1, meanConfidence: 0.65, right: 0 },
      { from: 0.7, said: 1, meanConfidence: 0.7, right: 1 },
      { from: 0.8, said: 1, meanConfidence: 0.85, right: 0 },
      { from: 0.9, said: 2, meanConfidence: 0.925, right: 2 },
    ]);
    expect(figures.calibrationError).toBeCloseTo((0.65 + 0.3 + 0.85 + 0.15) / 5, 12);
  });
});

test('a kind counts among the large ones from twenty rows on', () => {
  const asking = (kind: FoundRequest['kind'], times: number, seen: number) =>
    Array.from({ length: times }, (_, at) => measured({ asked: [kind], said: at < seen ? { [kind]: 1 } : {} }));
  const figures = measure([...asking('deletion', 20, 10), ...asking('copy', 19, 19)]);
  expect(figures.macroF1Of20).toBeCloseTo(2 / 3, 12);
  expect(figures.macroF1).toBeCloseTo((2 / 3 + 1) / 2, 12);
  // What is said for certain stands in the last bin.
  expect(figures.calibration).toEqual([{ from: 0.9, said: 29, meanConfidence: 1, right: 29 }]);
});

test('of no messages nothing is known', () => {
  const figures = measure([]);
  expect(figures).toMatchObject({ rows: 0, macroF1: 0, perKind: {}, confusion: {}, calibration: [], calibrationError: 0 });
  expect(figures.missed).toEqual({ count: 0, of: 0, rate: 0, from: 0, to: 1 });
});
