import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffText } from '../../src/console/case-page/diff.ts';
import { foldQuotes } from '../../src/console/case-page/fold-quotes.ts';
import { createPresence } from '../../src/console/case-page/presence.ts';
import { cutText, visibleLine, visiblePieces } from '../../src/console/case-page/visible-text.ts';
import { ownText } from '../../src/intake/body.ts';

describe('what cannot be seen is named', () => {
  test.each([
    ['an order that is turned', 'ga naar \u202egpj.exe', 'ga naar [RLO]gpj.exe'],
    ['isolates', '\u2066a\u2069', '[LRI]a[PDI]'],
    ['zero width', 'pay\u200bpal', 'pay[ZWSP]pal'],
    ['a joiner between Latin letters', 'pay\u200dpal', 'pay[ZWJ]pal'],
    ['a soft hyphen and a byte order mark', 'a\u00adb\ufeffc', 'a[SHY]b[BOM]c'],
    ['tag characters', 'a\u{e0041}', 'a[U+E0041]'],
    ['controls', 'a\u0007\u001b[31m', 'a[U+0007][U+001B][31m'],
  ])('%s', (_what, text, seen) => {
    expect(visibleLine(text)).toBe(seen);
  });

  test.each(['👩‍👩‍👧 hallo', 'می‌خواهم', 'Ünïcödé — “quotes” €', 'tab\tand\nline'])('ordinary writing stays as it is: %s', (text) => {
    expect(visiblePieces(text)).toEqual([{ text }]);
  });

  test('nothing of a text is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = visiblePieces(text).map((piece) => ('text' in piece ? piece.text : ''));
        const marks = visiblePieces(text).filter((piece) => 'mark' in piece).length;
        expect([...words.join('')].length + marks).toBe([...text.replace(/\r\n?/g, '\n')].length);
      }),
    );
  });
});

describe('a long text', () => {
  test('is cut after whole lines, and says how much is left', () => {
    const text = 'regel\n'.repeat(400);
    const { shown, left } = cutText(text);
    expect(shown).toBe('regel\n'.repeat(60));
    expect(left).toBe(text.length - shown.length);
  });

  test('of one line is cut within it, never within a character', () => {
    expect(cutText('😀'.repeat(5_000)).shown.isWellFormed()).toBe(true);
    expect(cutText(`a${'😀'.repeat(5_000)}`).shown.isWellFormed()).toBe(true);
    expect(cutText('a'.repeat(10_000))).toEqual({ shown: 'a'.repeat(4_000), left: 6_000 });
  });

  test('a short one is whole', () => {
    expect(cutText('kort')).toEqual({ shown: 'kort', left: 0 });
    expect(cutText('')).toEqual({ shown: '', left: 0 });
  });
});

describe('own words and quoted ones', () => {
  const reply =
    'Dag,\n\nVerwijder alles.\n\nOp ma 12 jan 2026 om 10:00 schreef Hulp <hulp@winkel.example>:\n> Welke gegevens?\n>\n> Groet\n';

  test('a quote under the answer is folded', () => {
    const folds = foldQuotes(reply, ownText(reply));
    expect(folds.map(({ own }) => own)).toEqual([true, false]);
    expect(folds[0]?.text).toBe('Dag,\n\nVerwijder alles.');
    expect(folds[1]?.text).toContain('> Welke gegevens?');
  });

  test('answers between quotes stay in order', () => {
    const text = '> Welke gegevens?\nAlles.\n> En het nummer?\nOok.\n';
    expect(foldQuotes(text, ownText(text)).map(({ own, text: words }) => [own, words])).toEqual([
      [false, '> Welke gegevens?'],
      [true, 'Alles.'],
      [false, '> En het nummer?'],
      [true, 'Ook.'],
    ]);
  });

  test('no line with words is lost or told twice', () => {
    const line = fc.constantFrom('Dag,', '> Dag,', 'Verwijder alles.', '', '  ', '-- ', 'Anna', 'Op 1 jan schreef Hulp:', '> > oud');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const written = (whole: string) => whole.split('\n').flatMap((one) => one.trimEnd() || []);
        const folds = foldQuotes(text, ownText(text));
        expect(folds.flatMap((fold) => written(fold.text))).toEqual(written(text));
        expect(folds.filter(({ own }) => own).flatMap((fold) => written(fold.text))).toEqual(written(ownText(text)));
      }),
    );
  });
});

describe('what staff changed', () => {
  test('is shown word by word', () => {
    expect(diffText('Uw account is gewist.', 'Uw rekening is gewist.')).toEqual([
      { type: 'same', text: 'Uw ' },
      { type: 'out', text: 'account' },
      { type: 'in', text: 'rekening' },
      { type: 'same', text: ' is gewist.' },
    ]);
  });

  test('gives both texts back, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'é', '.'), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = diffText(before, after);
        const without = (type: string) => changes.filter((change) => change.type !== type).map((change) => change.text);
        expect(without('in').join('')).toBe(before);
        expect(without('out').join('')).toBe(after);
      }),
    );
  });

  test('two long texts with nothing in common end soon', () => {
    const [before, after] = ['a', 'b'].map((letter) => Array.from({ length: 20_000 }, (_, n) => `${letter}${n}`).join(' '));
    const changes = diffText(before ?? '', after ?? '');
    expect(changes.map(({ type }) => type)).toEqual(['out', 'in']);
  });
});

test('somebody who looks is seen by the others for half a minute', () => {
  const presence = createPresence();
  const at = Temporal.Instant.from('2026-01-12T09:00:00Z');
  presence.see('TD-1', 'anna', at);
  presence.see('TD-2', 'carla', at);
  presence.see('TD-1', 'berend', at.add({ seconds: 10 }));
  expect(presence.others('TD-1', 'anna', at.add({ seconds: 10 }))).toEqual(['berend']);
  expect(presence.others('TD-1', 'berend', at.add({ seconds: 30 }))).toEqual(['anna']);
  expect(presence.others('TD-1', 'berend', at.add({ seconds: 31 }))).toEqual([]);
});
