import type { FoundSenses, WordLists } from '../word-finder.ts';

/** What words can mean to the rules. The word lists of each language say which words do. */
export const concepts = [
  // How a sentence stands
  'ask',
  'want',
  'may',
  'how',
  'lost',
  'policy',
  'suppose',
  'condition',
  'told',
  'done',
  'not',
  'notAfter',
  'stillNot',
  'unable',
  'my',
  'your',
  'noise',
  'disclaimer',
  'title',
  // What it is about
  'erase',
  'close',
  'account',
  'data',
  'forget',
  'keep',
  'have',
  'copy',
  'which',
  'aboutMe',
  'access',
  'paper',
  'refund',
  'withdraw',
  'order',
  'payOut',
  'balance',
  'alter',
  'field',
  'moved',
  'setting',
  'oppose',
  'processing',
  'optOut',
  'trace',
  // Public bodies
  'office',
  'demand',
  'compel',
  'citizen',
] as const;
export type Concept = (typeof concepts)[number];

/** Words by concept, in the notation of `word-finder`. */
export type Lexicon = WordLists<Concept>;
export type Found = FoundSenses<Concept>;
