import { describe, expect, test } from 'vitest';
import { longDay, moment, shortDay } from '../../src/responders/dates.ts';
import { daysLeftInWords, statusInWords } from '../../src/responders/words.ts';

describe('days', () => {
  test('as each language writes them', () => {
    expect(longDay('nl', '2026-11-30')).toBe('maandag 30 november 2026');
    expect(longDay('en', '2026-11-30')).toBe('Monday 30 November 2026');
    expect(longDay('de', '2026-11-30')).toBe('Montag, 30. November 2026');
    expect(longDay('fr', '2026-11-30')).toBe('lundi 30 novembre 2026');
    expect(shortDay('nl', '2028-02-29')).toBe('di 29 feb');
    expect(shortDay('en', '2028-02-29')).toBe('Tue 29 Feb');
  });

  test('in German and French', () => {
    expect(longDay('de', '2026-11-30')).toBe('Montag, 30. November 2026');
    expect(longDay('fr', '2026-11-30')).toBe('lundi 30 novembre 2026');
    expect(longDay('fr', '2026-12-01')).toBe('mardi 1er décembre 2026');
    expect(longDay('fr', '2026-12-11')).toBe('vendredi 11 décembre 2026');
    expect(longDay('fr', '2026-12-21')).toBe('lundi 21 décembre 2026');
    expect(moment('de', '2026-11-30T13:05:00Z', 'Europe/Amsterdam').zone).toBe('niederländische Zeit');
  });

  test('no month or weekday brings a stray dot or comma', () => {
    for (let month = 1; month <= 12; month += 1) {
      const day = Temporal.PlainDate.from({ year: 2026, month, day: month }).toString();
      expect(shortDay('nl', day)).toMatch(/^[a-z]{2} \d{1,2} [a-z]{3,4}$/);
      expect(shortDay('en', day)).toMatch(/^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2,3}$/);
      expect(longDay('nl', day)).toMatch(/^[a-z]+dag \d{1,2} [a-z]+ 2026$/);
      expect(longDay('en', day)).toMatch(/^[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+ 2026$/);
      expect(longDay('de', day)).toMatch(/^(?:[A-Z][a-z]+tag|Mittwoch), \d{1,2}\. [A-ZÄ-Ü][a-zä-ü]+ 2026$/);
      expect(longDay('fr', day)).toMatch(/^(?:[a-z]+di|dimanche) (?:1er|[2-9]|\d\d) [a-zà-ü]+ 2026$/);
    }
  });

  test('the first of a French month, and no other day, is an ordinal', () => {
    expect(longDay('fr', '2026-12-01')).toBe('mardi 1er décembre 2026');
    expect(longDay('fr', '2026-12-11')).toBe('vendredi 11 décembre 2026');
    expect(longDay('fr', '2026-12-31')).toBe('jeudi 31 décembre 2026');
  });
});

describe('moments', () => {
  test.each([
    ['the last minute before midnight', '2026-11-30T22:59:59Z', 'maandag 30 november 2026', '23:59'],
    ['midnight', '2026-11-30T23:00:00Z', 'dinsdag 1 december 2026', '00:00'],
    ['summer time', '2026-07-01T22:00:00Z', 'donderdag 2 juli 2026', '00:00'],
    ['the hour that comes twice', '2026-10-25T01:30:00Z', 'zondag 25 oktober 2026', '02:30'],
  ])('%s', (_, instant, day, time) => {
    expect(moment('nl', instant, 'Europe/Amsterdam')).toEqual({ day, time, zone: 'Nederlandse tijd' });
  });

  test.each([
    ['de', 'Dienstag, 1. Dezember 2026', '00:05', 'niederländische Zeit'],
    ['fr', 'mardi 1er décembre 2026', '0\u{a0}h\u{a0}05', 'heure des Pays-Bas'],
  ] as const)('in %s', (language, day, time, zone) => {
    expect(moment(language, '2026-11-30T23:05:00Z', 'Europe/Amsterdam')).toEqual({ day, time, zone });
  });

  test('another zone is named', () => {
    expect(moment('de', '2026-11-30T13:05:00Z', 'Europe/Brussels').zone).toBe('Mitteleuropäische Zeit');
    expect(moment('fr', '2026-11-30T13:05:00Z', 'Europe/Brussels').zone).toBe('heure d’Europe centrale');
    expect(moment('nl', '2026-11-30T13:05:00Z', 'Europe/Brussels').zone).toBe('Midden-Europese tijd');
    expect(moment('en', '2026-11-30T13:05:00Z', 'Europe/Brussels').zone).toBe('Central European Time');
    expect(moment('en', '2026-11-30T13:05:00Z', 'Europe/Amsterdam').zone).toBe('Dutch time');
  });
});

describe('words', () => {
  test('due today is not late', () => {
    expect([-2, -1, 0, 1, 2].map((days) => daysLeftInWords('nl', days))).toEqual([
      '2 dagen te laat',
      '1 dag te laat',
      'vandaag',
      'nog 1 dag',
      'nog 2 dagen',
    ]);
    expect([-2, -1, 0, 1, 2].map((days) => daysLeftInWords('en', days))).toEqual([
      '2 days late',
      '1 day late',
      'today',
      '1 day left',
      '2 days left',
    ]);
  });

  test('an unknown status is shown, not hidden', () => {
    expect(statusInWords('nl', 'in-progress')).toBe('in behandeling');
    expect(statusInWords('nl', 'toString')).toBe('toString');
  });
});
