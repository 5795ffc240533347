// The dates that mail programs write above a forwarded message, as they write them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWrittenDate } from '../../src/intake/written-date.ts';

const zone = 'Europe/Amsterdam';
const read = (written: string, monthFirst = false) => readWrittenDate(written, zone, monthFirst)?.toString() ?? null;

describe('a moment in the words of a mail program', () => {
  test.each([
    ['Outlook, Dutch', 'donderdag 12 november 2026 10:12'],
    ['Outlook, English', 'Thursday, November 12, 2026 10:12 AM'],
    ['Outlook, British', 'Thursday, 12 November 2026 10:12'],
    ['Outlook, German', 'Donnerstag, 12. November 2026 10:12'],
    ['Outlook, French', 'jeudi 12 novembre 2026 10:12'],
    ['Gmail, Dutch', 'do 12 nov 2026 om 10:12'],
    ['Gmail, English', 'Thu, Nov 12, 2026 at 10:12 AM'],
    ['Gmail, German', 'Do., 12. Nov. 2026 um 10:12 Uhr'],
    ['Gmail, French', 'jeu. 12 nov. 2026 à 10:12'],
    ['Apple Mail', '12 November 2026 at 10:12:00 CET'],
    ['Apple Mail, Dutch', '12 november 2026 om 10:12:00 CET'],
    ['Apple Mail, French', '12 novembre 2026 à 10:12:00 UTC+1'],
    ['Thunderbird', 'Thu, 12 Nov 2026 10:12:00 +0100'],
    ['Thunderbird, elsewhere', 'Thu, 12 Nov 2026 04:12:00 -0500'],
    ['in UTC', 'Thu, 12 Nov 2026 09:12:00 GMT'],
    ['ISO', '2026-11-12 10:12'],
    ['ISO with a zone', '2026-11-12T09:12:00Z'],
    ['numbers, Dutch', '12-11-2026 10:12'],
    ['numbers, German', '12.11.2026 10:12'],
    ['numbers, French', '12/11/2026 10:12'],
    ['hours, French', 'le 12 novembre 2026 à 10h12'],
  ])('%s', (_, written) => expect(read(written)).toBe('2026-11-12T09:12:00Z'));

  test.each([
    ['noon', 'Nov 12, 2026 12:05 PM', '2026-11-12T11:05:00Z'],
    ['midnight', 'Nov 12, 2026 12:05 AM', '2026-11-11T23:05:00Z'],
    ['the evening', '12 Nov 2026 9:05 p.m.', '2026-11-12T20:05:00Z'],
    ['summer time', '1 juli 2026 10:12', '2026-07-01T08:12:00Z'],
    ['the first of the month in French', '1er février 2026 08:00', '2026-02-01T07:00:00Z'],
    ['no hour', '12 november 2026', '2026-11-11T23:00:00Z'],
  ])('%s', (_, written, at) => expect(read(written)).toBe(at));

  test('numbers that an American program may have written are read only when there is one way to', () => {
    expect(read('11/12/2026 10:12', true)).toBeNull();
    expect(read('11/13/2026 10:12', true)).toBe('2026-11-13T09:12:00Z');
    expect(read('11/11/2026 10:12', true)).toBe('2026-11-11T09:12:00Z');
  });

  test.each([
    '',
    'gisteren',
    '31 februari 2026',
    '12 november',
    '12 november 1826 10:12',
    '45 mei 2026',
    '12 nov 2026 27:90',
    '99/99/2026',
  ])('nothing is made of %j', (written) => expect(read(written)).toBeNull());

  test('any text is answered at once, never with an error', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), fc.boolean(), (text, american) => void read(text, american)));
    const began = performance.now();
    for (const part of ['1', '12 ', '12:', '+01', '2026-', '12 nov ', '1er ']) read(part.repeat(100_000));
    expect(performance.now() - began).toBeLessThan(200);
  });
});
