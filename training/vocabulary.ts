import { featuresOf } from '../src/classify/local-model/features.ts';
import { languages, readThesaurus } from '../src/classify/meanings/find.ts';
import { meanings } from '../src/classify/meanings/meaning.ts';
import { splitSentences } from '../src/classify/sentence.ts';
import type { Vocabulary, VocabularyLesson } from './learn.ts';

const names = Object.keys(meanings);

/** Every word and phrase of the thesauri with what it means. */
export function readVocabulary(): Vocabulary {
  return { lessons: languages.flatMap(lessonsOfLanguage), meanings: names.length };
}

function lessonsOfLanguage(language: string): readonly VocabularyLesson[] {
  const byText = new Map<string, Set<number>>();
  for (const [meaning, entries] of Object.entries(readThesaurus(language)))
    for (const entry of entries.split('|')) {
      const text = entry.replace(/[~*]/g, ' ').replace(/\s+/g, ' ').trim();
      const known = byText.get(text) ?? new Set();
      byText.set(text, known.add(names.indexOf(meaning)));
    }
  return [...byText].flatMap(([text, found]) => {
    const [sentence] = splitSentences('', text);
    if (sentence === undefined) return [];
    return [{ features: featuresOf([{ sentence, meanings: new Map(), rules: [] }], 0), meanings: found }];
  });
}
