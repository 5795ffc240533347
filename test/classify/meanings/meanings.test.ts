import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findMeanings, languages, readThesaurus } from '../../../src/classify/meanings/find.ts';
import { type Meaning, meanings } from '../../../src/classify/meanings/meaning.ts';
import { wordsOf } from '../../../src/classify/sentence.ts';
import { createFinder } from '../../../src/classify/word-finder.ts';

/** A thesaurus of each that is promised with quality knows turns of phrase as well. */
const withPhrases = ['nl', 'en', 'de', 'fr', 'es', 'it', 'pl', 'pt'];
const phrases: readonly string[] = Object.keys(meanings).slice(Object.keys(meanings).indexOf('asksDeletion'));

/** The plainest text an entry is written for: any word for a beginning or an ending, nothing for a gap. */
function plainest(entry: string): string {
  return entry
    .split(/\s+/)
    .filter((word) => word !== '~')
    .map((word) => word.replace(/\*$/, 'x').replace(/^\*/, 'x'))
    .join(' ');
}

describe.each(languages)('the thesaurus of %s', (language) => {
  const thesaurus: Readonly<Partial<Record<string, string>>> = readThesaurus(language);
  const entries = Object.entries(thesaurus).flatMap(([meaning, list = '']) =>
    list.split('|').map((entry) => ({ meaning, entry: entry.trim() })),
  );

  test('has words for every meaning, and no meaning that nobody knows', () => {
    const promised = Object.keys(meanings).filter((meaning) => withPhrases.includes(language) || !phrases.includes(meaning));
    expect(promised.filter((meaning) => (thesaurus[meaning] ?? '').trim() === '')).toEqual([]);
    expect(Object.keys(thesaurus).filter((meaning) => !(meaning in meanings))).toEqual([]);
  });

  test('has no entry that is empty, stands there twice, or hangs in the air', () => {
    const known = new Set<string>();
    const twice = entries.filter(({ entry, meaning }) => known.size === known.add(`${meaning}: ${entry}`).size);
    expect(twice).toEqual([]);
    const open = entries.filter(({ entry }) => entry === '' || /^~|~$|~ ~|^\*$/.test(entry));
    expect(open).toEqual([]);
  });

  test('is folded as words are: every entry is found in the plainest text it is written for', () => {
    const never = entries
      .filter(({ meaning, entry }) => !createFinder([{ [meaning]: entry }])(wordsOf(plainest(entry))).has(meaning))
      .map(({ meaning, entry }) => `${meaning}: ${entry}; words would be: ${wordsOf(plainest(entry)).map(({ text }) => text)}`);
    expect(never).toEqual([]);
  });
});

test('every thesaurus that lies there is used', () => {
  const files = readdirSync(new URL('../../../src/classify/meanings/', import.meta.url)).filter((name) => name.endsWith('.json'));
  expect(files.toSorted()).toEqual(languages.map((language) => `${language}.json`).toSorted());
});

describe('words mean', () => {
  const of = (text: string, language: string): readonly Meaning[] => [...findMeanings(wordsOf(text), language).keys()];

  test('what they mean in their language, and in English', () => {
    expect(of('Graag mijn gegevens wissen', 'nl')).toEqual(expect.arrayContaining(['please', 'me', 'data', 'erase']));
    expect(of('Please wissen', 'nl')).toEqual(expect.arrayContaining(['please', 'erase']));
    expect(of('wissen', 'en')).not.toContain('erase');
  });

  test('in a language nobody told us, what they mean in any', () => {
    for (const unknown of ['und', 'ga', 'constructor']) {
      expect(of('wissen', unknown)).toContain('erase');
      expect(of('supprimer', unknown)).toContain('erase');
    }
  });

  test('nothing where there are none', () => {
    expect(of('', 'nl')).toEqual([]);
    expect(of('zqxjk', 'nl')).toEqual([]);
  });
});
