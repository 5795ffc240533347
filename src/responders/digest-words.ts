import type { LetterLanguage } from '../case/kind.ts';
import { de } from './digest-words/de.ts';
import { en } from './digest-words/en.ts';
import { fr } from './digest-words/fr.ts';
import { nl } from './digest-words/nl.ts';
import type { OverviewWords } from './digest-words/words.ts';

/** The words of digest and summary: every language letters have, for managers read them in theirs. */
export const overviewWords: Readonly<Record<LetterLanguage, OverviewWords>> = { nl, en, de, fr };
