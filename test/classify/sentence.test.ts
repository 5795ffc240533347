import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences, wordsOf } from '../../src/classify/sentence.ts';

function texts(ownText: string): string[] {
  return splitSentences('', ownText).map((sentence) => sentence.text);
}

test('ends at stops, questions and blank lines, not at abbreviations', () => {
  expect(texts('Conform art. 17 AVG wil ik dit. Kan dat? Ja!\n\nGroet')).toEqual([
    'Conform art. 17 AVG wil ik dit.',
    'Kan dat?',
    'Ja!',
    'Groet',
  ]);
});

test('a wrapped line goes on, a short one ends', () => {
  const wrapped = 'This line is as long as mail programs make them and it goes\non here.';
  expect(texts(wrapped)).toEqual([wrapped]);
  expect(texts('geld terug\nalstublieft')).toEqual(['geld terug', 'alstublieft']);
});

test('words are folded, clauses counted', () => {
  expect(wordsOf("Löschen, but l'accès")).toEqual([
    { text: 'loschen', clause: 0 },
    { text: 'but', clause: 2 },
    { text: 'l', clause: 2 },
    { text: 'acces', clause: 2 },
  ]);
});

test('every sentence stands in its source, in order, and none is long', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('. ', '? ', '\n', '\n\n', 'woord '.repeat(200))), { maxLength: 20 }),
      (pieces) => {
        const text = pieces.join('');
        let from = 0;
        for (const sentence of texts(text)) {
          const at = text.indexOf(sentence, from);
          expect(at).toBeGreaterThanOrEqual(from);
          expect(sentence.length).toBeLessThanOrEqual(600);
          from = at + sentence.length;
        }
      },
    ),
  );
});

test('what nobody sees parts no word', () => {
  expect(wordsOf('L\u00f6\u00adschen Sie mei\u200bne Da\u2060ten').map(({ text }) => text)).toEqual(['loschen', 'sie', 'meine', 'daten']);
});
