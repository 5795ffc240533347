import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Word } from '../sentence.ts';
import { createFinder, type FoundSenses, type WordLists } from '../word-finder.ts';
import type { Meaning } from './meaning.ts';

/** Languages we have a thesaurus of, ours first. ISO 639-1. */
export const languages = 'nl en de fr es it pl pt cs sv da no fi ro hu hr el tr'.split(' ');

export type Meanings = FoundSenses<Meaning>;

const finders = new Map<string, (words: readonly Word[]) => Meanings>();

/**
 * What the words of a sentence can mean, and where they stand: by the thesaurus of its language and that of English, which
 * people mix in everywhere; in a language we have none of, or cannot tell, by all of them. A thesaurus is read when it is
 * first needed, in some hundredths of a second.
 */
export function findMeanings(words: readonly Word[], language: string): Meanings {
  const key = languages.includes(language) ? language : 'any';
  let finder = finders.get(key);
  if (finder === undefined) {
    finder = createFinder((key === 'any' ? languages : [...new Set([key, 'en'])]).map(readThesaurus));
    finders.set(key, finder);
  }
  return finder(words);
}

/** The words of one language by meaning. */
export function readThesaurus(language: string): WordLists<Meaning> {
  return JSON.parse(readFileSync(join(import.meta.dirname, `${language}.json`), 'utf8')) as WordLists<Meaning>;
}
