import type { Word } from '../sentence.ts';
import { createFinder } from '../word-finder.ts';
import { czech } from './cs.ts';
import { danish } from './da.ts';
import { german } from './de.ts';
import { greek } from './el.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { finnish } from './fi.ts';
import { french } from './fr.ts';
import { croatian } from './hr.ts';
import { hungarian } from './hu.ts';
import { italian } from './it.ts';
import type { Meaning, Thesaurus } from './meaning.ts';
import { dutch } from './nl.ts';
import { norwegian } from './no.ts';
import { polish } from './pl.ts';
import { portuguese } from './pt.ts';
import { romanian } from './ro.ts';
import { swedish } from './sv.ts';
import { turkish } from './tr.ts';

const thesauri: Readonly<Record<string, Thesaurus>> = {
  nl: dutch,
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pl: polish,
  pt: portuguese,
  cs: czech,
  sv: swedish,
  da: danish,
  no: norwegian,
  fi: finnish,
  ro: romanian,
  hu: hungarian,
  hr: croatian,
  el: greek,
  tr: turkish,
};

type Finder = (words: readonly Word[]) => ReadonlyMap<Meaning, unknown>;
const finders = new Map<string, Finder>();

/**
 * What the words of a sentence can mean: by the thesaurus of its language and by that of English, which people mix in
 * everywhere; in a language we have none of, or cannot tell, by all of them. A finder is built when it is first needed.
 */
export function findMeanings(words: readonly Word[], language: string): readonly Meaning[] {
  const key = language in thesauri ? language : 'any';
  let finder = finders.get(key);
  if (finder === undefined) {
    const own = thesauri[key];
    finder = createFinder<Meaning>(own === undefined ? Object.values(thesauri) : [...new Set([own, english])]);
    finders.set(key, finder);
  }
  return [...finder(words).keys()];
}
