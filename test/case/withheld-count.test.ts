import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withheldCount, withheldParts } from '../../src/case/withheld-count.ts';

describe('a count that leaves the company', () => {
  test.each([
    [0, null],
    [1, null],
    [9, null],
    [10, 10],
    [11, 11],
  ])('%i is shown as %s', (count, shown) => {
    expect(withheldCount(count)).toBe(shown);
  });
});

describe('the parts of a total', () => {
  test.each([
    ['all large: all shown', [10, 20, 30], [10, 20, 30]],
    ['one small: it would follow from the total, so the next smallest is withheld too', [3, 40, 20], [null, 40, null]],
    ['two small ones whose sum is small: the sum would follow', [3, 4, 40, 20], [null, null, 40, null]],
    ['two small ones whose sum is 10: nothing follows', [4, 6, 40], [null, null, 40]],
    ['one part alone', [4], [null]],
    ['no parts', [], []],
  ])('%s', (_, parts, shown) => {
    expect(withheldParts(parts)).toEqual(shown);
  });

  test('the difference between the total and what is shown is nought, or at least 10 over two parts or more, unless all is withheld', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (parts) => {
        const shown = withheldParts(parts);
        const hidden = parts.filter((_, at) => shown[at] === null);
        const sum = hidden.reduce((before, count) => before + count, 0);
        expect(parts.every((count, at) => shown[at] === null || (shown[at] === count && count >= 10))).toBe(true);
        expect(hidden.length === 0 || hidden.length === parts.length || (hidden.length > 1 && sum >= 10)).toBe(true);
      }),
    );
  });
});
