import { describe, expect, test } from 'vitest';
import { maskForModel } from '../../src/privacy/mask.ts';

function masked(text: string): string {
  const { text: said, restore } = maskForModel(text, { addresses: [], names: [] });
  expect(restore(said)).toBe(text);
  return said;
}

describe('what a text says of people, for a model', () => {
  test.each([
    ['Naam: Roos Kwartel', 'Naam: [name 1]'],
    ['Bitte ändern: Nachname = Vogelsang, danke', 'Bitte ändern: Nachname = [name 1], danke'],
    ['My name is Ada van der Spoel and I want a copy.', 'My name is [name 1] and I want a copy.'],
    ["Je m'appelle Luc Moineau, effacez tout.", "Je m'appelle [name 1], effacez tout."],
    ['Wijzig mijn achternaam van Merel naar De Specht.', 'Wijzig mijn achternaam van [name 1] naar [name 2].'],
    ['Wis alles.\n\nMet vriendelijke groet,\n\nRoos Kwartel\nKwartel Bouw', 'Wis alles.\n\nMet vriendelijke groet,\n\n[name 1]\n[name 2]'],
    ['Delete it.\n\nKind regards\nA. Finch', 'Delete it.\n\nKind regards\n[name 1]'],
  ])('names that it introduces: %#', (text, said) => expect(masked(text)).toBe(said));

  test.each([
    ['Ik verhuis naar Lange Eikenlaan 12a, 1234 AB Zwolle.', 'Ik verhuis naar [place 1], [place 2].'],
    ['wis mijn adres kerkstraat 4', 'wis mijn adres [place 1]'],
    ['Adresse: 12 rue des Lilas, Lyon', 'Adresse: [place 1], Lyon'],
    ['Meine Adresse ist Birkenallee 7', 'Meine Adresse ist [place 1]'],
  ])('streets and postcodes: %#', (text, said) => expect(masked(text)).toBe(said));

  test('long numbers of any kind; short ones and articles of law stay', () => {
    expect(masked('Bestelling T-ORD-778899, klant 20260012, artikel 17 AVG, art. 126nd, nummer 97010280.')).toBe(
      'Bestelling [number 1], klant [number 2], artikel 17 AVG, art. 126nd, nummer [number 3].',
    );
  });

  test('what asks for something is not masked', () => {
    for (const text of [
      'Ik verzoek u mijn account en al mijn gegevens te verwijderen.',
      'Ich möchte, dass Sie meine Daten löschen und mir den Betrag erstatten.',
      'Je voudrais une copie de mes données personnelles.',
      'I am unhappy with the service and would like a refund.',
    ])
      expect(masked(text)).toBe(text);
  });

  test('no text takes long', () => {
    for (const word of ['Naam: ', 'groet\n', 'A ', 'van ', '1 rue a', 'a.', 'ik ben ', 'Straat ', 'A-', '1.2', 'naam A '])
      expect(maskForModel(word.repeat(4_000), { addresses: [], names: [] }).text.length, word).toBeGreaterThan(0);
  });
});
