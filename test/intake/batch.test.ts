import { expect, it } from 'vitest';
import { chooseBatch, keepBeginning, keptOfLarge, largestMessage, uidsWithin } from '../../src/intake/batch.ts';

const MiB = 1024 * 1024;
const sizes = (...all: number[]) => all.map((size) => ({ size }));

it.each([
  ['up to the limit', sizes(1, 1, 1), 2, 2],
  ['up to 16 MiB', sizes(8 * MiB, 8 * MiB, 1), 10, 2],
  ['one that is larger than a batch, alone', sizes(20 * MiB, 1), 10, 1],
  ['too large ones counted as what is kept of them', sizes(100 * MiB, 100 * MiB, 14 * MiB), 10, 3],
  ['the largest that is kept whole, counted whole', sizes(1, largestMessage), 10, 1],
  ['nothing of nothing', [], 10, 0],
  ['at least one, whatever the limit', sizes(1, 1), 0, 1],
])('takes %s', (_what, sized, limit, taken) => {
  expect(chooseBatch(sized, limit)).toEqual(sized.slice(0, taken));
});

it('sorts UIDs and keeps both ends of the range', () => {
  expect(uidsWithin([9, 3, 5, 1], { from: 3, to: 5 })).toEqual([3, 5]);
  expect(uidsWithin([9, 3, 5, 1], { from: 4, to: null })).toEqual([5, 9]);
});

it.each(['\n', '\r\n'])('keeps headers and 256 KB after them (line end %j)', (end) => {
  const headers = `A: b${end}C: d${end}${end}`;
  const kept = keepBeginning(Buffer.from(headers + 'x'.repeat(keptOfLarge + 10)));
  expect(kept.length).toBe(headers.length + keptOfLarge);
});

it('keeps no more of endless headers than of a body', () => {
  expect(keepBeginning(Buffer.alloc(2 * keptOfLarge + 10, 'x')).length).toBe(2 * keptOfLarge);
  expect(keepBeginning(Buffer.from(`${'x'.repeat(keptOfLarge + 5)}\n\ny`)).length).toBe(keptOfLarge + 8);
});
