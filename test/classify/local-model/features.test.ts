import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Features, featuresOf, rows } from '../../../src/classify/local-model/features.ts';
import { readMessage } from '../../../src/classify/read-message.ts';

function read(ownText: string, subject = '') {
  return readMessage(subject, ownText).sentences;
}

/** Of one sentence of a message, the first unless said. */
function of(ownText: string, at = 0): Features {
  return featuresOf(read(ownText), at);
}

/** The weights of the groups in one sum: no vector is longer, whatever the sentence. */
const longestVector = 1 + 1 + 1 + 0.5 + 0.6 + 1.2 + 1 + 0.8;

function lengthOf({ values }: Features): number {
  return Math.hypot(...values);
}

function distance(one: Features, other: Features): number {
  const sums = new Map<number, number>();
  for (const [at, row] of one.rows.entries()) sums.set(row, one.values[at] ?? 0);
  for (const [at, row] of other.rows.entries()) sums.set(row, (sums.get(row) ?? 0) - (other.values[at] ?? 0));
  return Math.hypot(...sums.values());
}

describe('the features of a sentence', () => {
  test('are the same for the same text, and lie within the weights, each row once', () => {
    const words = fc.constantFrom('verwijder', 'mijn', 'niet', 'account', '12', "l'adresse", 'x'.repeat(700), '. ', '?', '\n\n', 'ГДПР');
    const text = fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 30 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, fc.string(), (ownText, subject) => {
        const sentences = read(ownText, subject);
        const again = read(ownText, subject);
        for (const [at] of sentences.entries()) {
          const features = featuresOf(sentences, at);
          expect(features).toEqual(featuresOf(again, at));
          expect(new Set(features.rows).size).toBe(features.rows.length);
          expect(features.values.length).toBe(features.rows.length);
          expect(features.rows.every((row) => row >= 0 && row < rows)).toBe(true);
          expect(features.values.every((value) => value > 0 && value <= longestVector)).toBe(true);
          expect(lengthOf(features)).toBeLessThanOrEqual(longestVector + 1e-4);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of a place where no sentence stands are none', () => {
    for (const at of [-1, 1, 99]) expect(of('Wis mijn gegevens.', at)).toEqual({ rows: new Int32Array(0), values: new Float32Array(0) });
  });

  test('do not know one number from another of any length, nor capitals, accents and points', () => {
    const plain = of('Mijn nummer 0850001142 is oud.');
    for (const text of ['Mijn nummer 7 is oud.', 'MIJN NUMMER 12 IS OUD', 'mijn nummer 3, ís óud…'])
      expect(distance(plain, of(text))).toBeLessThan(1e-6);
    expect(distance(plain, of('Mijn nummer is oud.'))).toBeGreaterThan(0.1);
  });

  test('know a question from a statement, the order of words, and one word from a mistyped one by little', () => {
    const plain = of('Verwijder graag mijn account.');
    const away = (text: string) => distance(plain, of(text));
    expect(away('Verwijder graag mijn account?')).toBeGreaterThan(0.1);
    expect(away('Mijn account graag verwijder.')).toBeGreaterThan(0.1);
    expect(away('Verwijder graag mijn acount.')).toBeLessThan(away('Verwijder graag mijn bezwaar.'));
  });

  test('know what stands around the sentence', () => {
    const alone = of('Doe dat vandaag nog.', 0);
    const after = of('Mijn account moet worden verwijderd. Doe dat vandaag nog.', 1);
    expect(distance(alone, after)).toBeGreaterThan(0.1);
    // The subject stands before the first sentence of the text.
    const below = featuresOf(read('Doe dat vandaag nog.', 'Account verwijderen'), 1);
    expect(distance(alone, below)).toBeGreaterThan(0.1);
  });

  test('are the same in a subject and in a text: few subjects were learned from, and those asked for something', () => {
    expect(distance(featuresOf(read('Account verwijderen', ''), 0), of('Account verwijderen'))).toBe(0);
  });
});

describe('a hostile line of a megabyte', () => {
  const longest = 1_000_000;
  const lines = [
    'a',
    'a ',
    'verwijder ',
    'ik wil niet dat jullie mijn gegevens bewaren ',
    'é',
    "l'a ",
    '1 ',
    '. ',
    '(',
    '\u{1F5D1}',
    'e\u0301',
  ];

  test.each(lines)('of %j makes no more of them than a sentence can hold', (part) => {
    const sentences = read(part.repeat(Math.ceil(longest / part.length)).slice(0, longest));
    expect(sentences.length).toBeLessThanOrEqual(120);
    for (const [at, { sentence }] of sentences.entries()) {
      expect(sentence.text.length).toBeLessThanOrEqual(600);
      // A character begins three pieces at most, a word three sequences; then meanings by two, and 60 mentions of them.
      expect(featuresOf(sentences, at).rows.length).toBeLessThanOrEqual(3 * 600 + 6 * 300 + 6000 + 3600);
    }
  });

  test('of one word, however long, counts as its first letters', () => {
    expect(distance(of('q'.repeat(500)), of('q'.repeat(24)))).toBeLessThan(1e-6);
    expect(distance(of('q'.repeat(23)), of('q'.repeat(24)))).toBeGreaterThan(0.1);
  });
});
