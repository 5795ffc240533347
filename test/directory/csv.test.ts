import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/directory/csv.ts';

test.each([
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\rc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['\uFEFFa,b\n', [['a', 'b']]],
  ['a,,\n', [['a', '', '']]],
  ['a,', [['a', '']]],
  ['"a, b","say ""yes""","two\r\nlines"', [['a, b', 'say "yes"', 'two\r\nlines']]],
  ['"",x', [['', 'x']]],
  ['\n\na\n\n\nb\n\n', [['a'], ['b']]],
  ['"a"b,c', [['ab', 'c']]],
  ['a"b,c', [['a"b', 'c']]],
  ['', []],
])('%j', (text, expected) => {
  expect(readCsv(text)).toEqual(expected);
});

test.each(['"a', 'a,"b""', 'a\n"b,c\nd'])('%j: a quote that never ends says that the file is not whole', (text) => {
  expect(readCsv(text)).toBeNull();
});

test('what a careful program writes is read back', () => {
  const row = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const text = rows.map((fields) => fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      expect(readCsv(text)).toEqual(rows);
    }),
  );
});

test('a file of one long quote, or of quotes alone, takes no longer than its length', () => {
  expect(readCsv('"'.repeat(2_000_001))).toBeNull();
  expect(readCsv(`"${'x'.repeat(5_000_000)}`)).toBeNull();
});
