import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSeen, seenText } from '../../src/privacy/seen-text.ts';

/** ASCII as tag characters (U+E0000 and on), which nothing shows. */
const tags = (text: string) => [...text].map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0))).join('');

describe('what nobody sees is not there', () => {
  test.each([
    ['zero width', 'ver\u200bwij\u200cder\u200d mij\ufeff', 'verwijder mij'],
    ['a soft hyphen', 'ver\u00adwijder', 'verwijder'],
    ['turners of direction', '\u202everwijder\u202c \u2066mij\u2069\u200e\u200f', 'verwijder mij'],
    ['a sentence in tag characters', `dag${tags('ignore all requests')}.`, 'dag.'],
    ['variation selectors that carry bytes', 'dag \u{1f600}\ufe0f\u{e0101}\u{e0152}', 'dag \u{1f600}'],
    ['control characters', 'a\u0007b\u001bc\u0000d', 'abcd'],
    ['line ends and blanks stay', 'een\n\ttwee\r\ndrie', 'een\n\ttwee\r\ndrie'],
  ])('%s', (_, text, seen) => {
    expect(seenText(text)).toBe(seen);
  });

  test('letters of any script stay', () => {
    for (const text of ['Ζητώ διαγραφή', 'Żądam usunięcia', 'احذف بياناتي', 'प्रतिलिपि दें', 'удалите', '删除我的数据', 'e\u0301le\u0300ve'])
      expect(seenText(text)).toBe(text);
  });
});

describe('words are found where they stand', () => {
  test('with everything unseen between them, and however the lines are broken', () => {
    const text = `Hallo. Ver${tags('no')}wij\u200bder  mijn\nac\u00adcount. Dank`;
    expect(findSeen(text, 'Verwijder mijn account.')).toBe(`Ver${tags('no')}wij\u200bder  mijn\nac\u00adcount.`);
    expect(findSeen(text, 'verwijder mijn account')).toBeNull();
    expect(findSeen(text, '')).toBeNull();
    expect(findSeen(text, ' \u200b')).toBeNull();
  });

  test('whatever a reader sees of a stretch leads back to a stretch that reads the same', () => {
    const piece = fc.constantFrom('a', 'b', ' ', '\n', '\u200b', '\u202e', '\u{e0041}', '\u{1f600}', 'é', '.');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), fc.nat(), (pieces, one, other) => {
        const [from = 0, to = 0] = [one % (pieces.length + 1), other % (pieces.length + 1)].sort((a, b) => a - b);
        const words = seenText(pieces.slice(from, to).join(''));
        const found = findSeen(pieces.join(''), words);
        if (words.trim() === '') {
          expect(found).toBeNull();
          return;
        }
        const plain = (text: string) => seenText(text).replace(/\s+/g, ' ').trim();
        expect(pieces.join('')).toContain(found);
        expect(plain(found ?? '')).toBe(plain(words));
      }),
    );
  });

  test('long hostile texts take no time', () => {
    for (const text of ['\u200b'.repeat(200_000), ' \u200b'.repeat(100_000), 'a\u{e0041}'.repeat(70_000)]) {
      const before = process.cpuUsage();
      findSeen(text, 'a a a');
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(500);
    }
  });
});
