import { expect, test } from 'vitest';
import { csv } from '../../src/commands/csv.ts';

test('quotes, commas and breaks are kept, and nothing is a formula', () => {
  const rows = [
    ['a,b', 'say "no"', 'two\r\nlines', null, true, -1],
    ['=1+1', '+31', '-2', '@SUM', '\tx', '=a,b'],
  ];
  expect(csv(['one', 'two', 'three', 'four', 'five', 'six'], rows)).toBe(
    ['one,two,three,four,five,six', '"a,b","say ""no""","two\r\nlines",,true,-1', `'=1+1,'+31,'-2,'@SUM,'\tx,"'=a,b"`, ''].join('\r\n'),
  );
});
