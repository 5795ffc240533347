import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Word, wordsOf } from '../../src/classify/sentence.ts';
import { createFinder } from '../../src/classify/word-finder.ts';

/** Where an entry stands in a text, as "start-end", each once. */
function spans(entries: string, text: string): readonly string[] {
  return spansIn(entries, wordsOf(text));
}

function spansIn(entries: string, words: readonly Word[]): readonly string[] {
  const found = createFinder([{ it: entries }])(words).get('it') ?? [];
  return [...new Set(found.map(({ start, end }) => `${start}-${end}`))].sort();
}

describe('an entry', () => {
  test('is found wherever it stands, whole words only', () => {
    expect(spans('account', 'Account? Mijn account, geen accountant.')).toEqual(['0-1', '2-3']);
    expect(spans('mijn account', 'mijn mijn account')).toEqual(['1-3']);
  });

  test('may be one of several, with blanks around it or not', () => {
    expect(spans('wis|  gooi weg |', 'wis of gooi weg')).toEqual(['0-1', '2-4']);
  });

  test('of a beginning is that word too, of an ending is not', () => {
    expect(spans('wijzig*', 'wijzig wijziging gewijzigd')).toEqual(['0-1', '1-2']);
    expect(spans('*adres', 'adres mailadres adresboek')).toEqual(['1-2']);
  });

  test('with a gap is found over none to seven words, not eight', () => {
    const apart = (many: number) => spans('wis ~ account', `wis ${'a '.repeat(many)}account`);
    expect(apart(0)).toEqual(['0-2']);
    expect(apart(7)).toEqual(['0-9']);
    expect(apart(8)).toEqual([]);
  });

  test('may have all of these at once, and each way through it counts', () => {
    expect(spans('verwijder* ~ *account', 'verwijdert u mijn klantaccount of testaccount')).toEqual(['0-4', '0-6']);
  });
});

test('one word may mean several things, and lists of several languages are one', () => {
  const find = createFinder<'erase' | 'deed'>([{ erase: 'wis', deed: 'wis|doe' }, { erase: 'delete' }]);
  expect([...find(wordsOf('delete of wis')).entries()]).toEqual([
    [
      'erase',
      [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
      ],
    ],
    ['deed', [{ start: 2, end: 3 }]],
  ]);
});

test('no words, or no entries, are nothing', () => {
  expect(spans('wis', '')).toEqual([]);
  expect(spans(' | ', 'wis dit')).toEqual([]);
});

describe('as the notation says, for any entries and words', () => {
  const alphabet = ['a', 'ab', 'abc', 'b', 'ba', 'c'];
  const part = fc.constantFrom(...alphabet, ...alphabet.map((word) => `${word}*`), ...alphabet.map((word) => `*${word}`));
  /** Gaps stand between words. */
  const entry = fc
    .tuple(part, fc.array(fc.tuple(fc.boolean(), part), { maxLength: 2 }))
    .map(([first, more]) => [first, ...more.flatMap(([gap, one]) => (gap ? ['~', one] : [one]))]);
  const words = fc.array(fc.constantFrom(...alphabet), { maxLength: 14 }).map((all) => all.map((text) => ({ text, clause: 0 })));

  test('every place is found, and no other', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), words, (entries, given) => {
        const expected = entries.flatMap((parts) =>
          given.flatMap((_, start) => endsOf(parts, given, start).map((end) => `${start}-${end}`)),
        );
        expect(spansIn(entries.map((parts) => parts.join(' ')).join('|'), given)).toEqual([...new Set(expected)].sort());
      }),
      { numRuns: 1000 },
    );
  });

  /** The same by trying everything. */
  function endsOf([part, ...rest]: readonly string[], given: readonly Word[], at: number): readonly number[] {
    if (part === undefined) return [at];
    if (part === '~') return [0, 1, 2, 3, 4, 5, 6, 7].flatMap((skip) => endsOf(rest, given, at + skip));
    const word = given[at]?.text;
    if (word === undefined || !fits(part, word)) return [];
    return endsOf(rest, given, at + 1);
  }

  function fits(part: string, word: string): boolean {
    if (part.endsWith('*')) return word.startsWith(part.slice(0, -1));
    if (part.startsWith('*')) return word.endsWith(part.slice(1)) && word.length > part.length - 1;
    return word === part;
  }
});
