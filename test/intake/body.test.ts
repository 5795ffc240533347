import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownText } from '../../src/intake/body.ts';
import { percent, readCorpus } from '../corpus/corpus.ts';

describe('folds what others wrote', () => {
  test.each([
    ['Op ma 2 feb 2026 om 10:00 schreef Steun <steun@example.org>:\n> oud\n> oud'],
    ['Op 2 februari 2026 om 10:00 heeft Steun\n<steun@example.org> het volgende geschreven:\n\n> oud'],
    ['On Mon, Feb 2, 2026 at 10:00 AM Support\n<support@example.org> wrote:\n\n> old'],
    ['Am 02.02.2026 um 10:00 schrieb Hilfe <hilfe@example.org>:\n\nalt'],
    ['Le lun. 2 févr. 2026 à 10:00, Aide <aide@example.org> a écrit :\n\n> vieux'],
    ['Van: Steun <steun@example.org>\nVerzonden: maandag 2 februari 2026 10:00\nAan: Anna\nOnderwerp: oud\n\nOude tekst'],
    ['From: Support\nSent: Monday\nTo: Anna\nSubject: old\n\nOld text'],
    ['Von: Hilfe\nGesendet: Montag\nAn: Anna\nBetreff: alt\n\nAlter Text'],
    ['De : Aide\nEnvoyé : lundi\nÀ : Anna\nObjet : vieux\n\nVieux texte'],
    ['-----Oorspronkelijk bericht-----\nOude tekst'],
    ['---------- Forwarded message ---------\nFrom: x\n\nOud'],
    ['-- \nAnna Jansen\nTel. 1'],
    ['Verzonden vanaf mijn iPhone'],
    ['Sent from my phone'],
    ['Dit e-mailbericht is uitsluitend bestemd voor de geadresseerde. Indien u dit bericht ten onrechte ontvangt, meld het dan aan ons.'],
  ])('%j', (rest) => {
    expect(ownText(`Graag mijn account verwijderen.\n\nGroet, Anna\n\n${rest}\n`)).toBe('Graag mijn account verwijderen.\n\nGroet, Anna');
  });

  test('keeps an answer below the quote, and between quotes', () => {
    expect(ownText('On Mon, 2 Feb 2026, A <a@b.nl> wrote:\n> vraag 1\nJa.\n> vraag 2\nNee.')).toBe('Ja.\nNee.');
  });
});

describe('keeps what the sender wrote', () => {
  test.each([
    ['Geachte heer,\n\nOp 3 mei 2025 schreef ik u het volgende:\n\nVerwijder mijn gegevens.'],
    ['Mijn gegevens wijzigen.\nVan: Dorpsstraat 1\nNaar: Kerkstraat 2'],
    [`Hallo\n--\nen dan nog dit${'\nregel'.repeat(20)}`],
    ['De informatie op uw site klopt niet.'],
  ])('%j', (text) => {
    expect(ownText(text)).toBe(text);
  });

  test('a message that is all quote or all forward stays whole', () => {
    expect(ownText('> alles\n> oud')).toBe('> alles\n> oud');
    expect(ownText('---------- Forwarded message ---------\nFrom: x\n\nVerwijder mij')).toContain('Verwijder mij');
  });

  test('never empty when the message is not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('> a', '-- ', '--', 'On 1 a@b wrote:', 'Van: x', 'Verzonden: y', 'Aan: z', 'tekst', '', '___')),
        (lines) => {
          const text = lines.join('\n');
          expect(ownText(text).trim() === '').toBe(text.trim() === '');
        },
      ),
    );
  });
});

test.each([
  ['spaces', `a${' '.repeat(200_000)}b`],
  ['rules', '___\n'.repeat(50_000)],
  ['signatures', 'x\n-- \n'.repeat(30_000)],
  ['reply headers', 'On 3 a@b wrote:\n'.repeat(12_000)],
  ['candidates', 'jan janssen 2020 @x.nl:\n'.repeat(8000)],
  ['fields', 'From: a\nSent: b\nTo: c\n\n'.repeat(8000)],
])('200,000 characters of %s take no time', (_name, text) => {
  const before = performance.now();
  ownText(text);
  expect(performance.now() - before).toBeLessThan(2000);
});

test('replies of the corpus', (context) => {
  const rows = readCorpus<{ id: string; text: string; expected: string | null }>('reply_trim');
  if (rows === null) return context.skip();
  const words = (text: string) => text.replace(/\s+/g, ' ').trim();
  const checked = rows.filter(({ expected }) => expected !== null);
  const differing = checked.filter(({ text, expected }) => words(ownText(text)) !== words(expected ?? ''));
  console.log(
    `own text agrees in ${percent(checked.length - differing.length, checked.length)} of ${checked.length}`,
    differing.map(({ id }) => id),
  );
  expect(differing.length / checked.length).toBeLessThan(0.15);
});
