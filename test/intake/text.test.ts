import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, cutText, decodeBytes } from '../../src/intake/text.ts';

test('no U+0000 and no half surrogate pair comes through', () => {
  expect(cleanText('a\0b\ud800c')).toBe('ab\ufffdc');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(50), (text, limit) => {
      const cut = cutText(cleanText(text), limit);
      expect(cut.isWellFormed() && !cut.includes('\0') && cut.length <= limit).toBe(true);
    }),
  );
});

test('any bytes under any label decode', () => {
  fc.assert(
    fc.property(
      fc.uint8Array(),
      fc.constantFrom(null, 'utf-8', 'x-klingon', 'iso-2022-jp', 'utf-16le', '"ISO-8859-1"', ''),
      (bytes, charset) => {
        expect(decodeBytes(bytes, charset).text.isWellFormed()).toBe(true);
      },
    ),
  );
});

test.each([
  [[0x63, 0xe9], null, 'cé', true],
  [[0x80], 'us-ascii', '€', true],
  [[0x80], 'iso-8859-1', '€', false],
  [[0xc3, 0xa9], null, 'é', false],
  [[0xc3, 0xa9, 0xc3, 0xa8, 0xc3], 'utf-8', 'éè\ufffd', true],
  [[0x63, 0xe9], 'utf-8', 'cé', true],
] as const)('%j as %s is %s', (bytes, charset, text, doubtful) => {
  expect(decodeBytes(Uint8Array.from(bytes), charset)).toEqual({ text, doubtful });
});
