import { describe, expect, test } from 'vitest';
import { codesIn, withoutOurWords } from '../../src/worker/code-in-reply.ts';

describe('a code as people type it', () => {
  test.each([
    ['12345678', ['12345678']],
    ['De code is 1234 5678.', ['12345678']],
    ['1234-5678', ['12345678']],
    ['12 34 56 78', ['12345678']],
    ['1234.5678', ['12345678']],
    ['1234\u20115678', ['12345678']],
    ['１２３４５６７８', ['12345678']],
    ['1 2 3 4 5 6 7 8', ['12345678']],
    ['code:12345678,groet', ['12345678']],
    ['(12345678)', ['12345678']],
    ['1234\n5678', []],
    ['1234567', []],
    ['1234567890', []],
    ['geen code', []],
  ])('%j', (text, expected) => {
    expect(codesIn(text).likely).toEqual(expected);
  });

  test('stands in the subject or the text', () => {
    expect(codesIn('Re: 12345678', 'groet').likely).toEqual(['12345678']);
  });

  test('beside another number it is found, but that number is no wrong answer', () => {
    const found = codesIn('12345678 2026', 'tel. 06 8765 4321');
    expect(found.all).toContain('12345678');
    expect(found.likely).toEqual([]);
  });

  test.each(['12-01-2026', '31.12.2025', '2026-01-12'])('the date %s is no wrong answer', (date) => {
    expect(codesIn(date)).toEqual({ all: [], likely: [] });
  });

  test('a date in form only is one', () => {
    expect(codesIn('45-67-1234').likely).toEqual(['45671234']);
  });

  test('five at most, and a megabyte of digits takes no time', () => {
    const many = Array.from({ length: 40 }, (_, nth) => String(10_000_000 + nth)).join('\n');
    expect(codesIn(many).all).toHaveLength(5);
    for (const hostile of ['1'.repeat(1_000_000), '1 '.repeat(500_000), '1-.'.repeat(300_000)]) {
      const before = performance.now();
      codesIn(hostile, hostile);
      expect(performance.now() - before).toBeLessThan(500);
    }
  });
});

describe('our own words in a reply', () => {
  const letter =
    'Goedendag,\n\nVoordat wij ermee verdergaan, willen wij zeker weten dat u het bent.\n\nUw code: 12345678\n\nMet vriendelijke groet,\nons bedrijf';

  test('end what is looked at, however they are wrapped', () => {
    const wrapped = letter.replace('ermee verdergaan, willen', 'ermee verdergaan,\n   willen');
    for (const quoted of [letter, wrapped, letter.replaceAll('\n\n', '\r\n\r\n')])
      expect(codesIn(withoutOurWords(`Dit was ik niet!\n\n${quoted}`, letter)).all).toEqual([]);
  });

  test('leave what stands above them, line by line', () => {
    expect(codesIn(withoutOurWords(`Hier is de code:\n1234 5678\n2026\n\n${letter}`, letter)).likely).toEqual(['12345678']);
  });

  test('a short greeting is everybody’s', () => {
    expect(withoutOurWords('Goedendag,\n\n12345678', letter)).toBe('Goedendag,\n12345678');
  });
});
