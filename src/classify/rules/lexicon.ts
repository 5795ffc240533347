import type { Word } from '../sentence.ts';

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

/**
 * Words by concept, one string each, entries separated by `|`, words folded as `wordsOf` does. An entry is one word or
 * several; `wijzig*` is any word that begins so, `*adres` any that ends so, `~` stands for up to seven words.
 */
export type Lexicon = Readonly<Partial<Record<Concept, string>>>;

/** Where a concept stands: word positions, `end` after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
export type Found = ReadonlyMap<Concept, readonly Span[]>;

interface Node {
  readonly exact: Map<string, Node>;
  readonly heads: Map<string, Node>;
  readonly tails: Map<string, Node>;
  readonly headLengths: Set<number>;
  readonly tailLengths: Set<number>;
  gap: Node | null;
  readonly concepts: Concept[];
}

const widestGap = 7;

/** Builds one finder from several languages' lists, for people mix languages. Finding is linear in the number of words. */
export function createFinder(lexicons: readonly Lexicon[]): (words: readonly Word[]) => Found {
  const root = node();
  for (const lexicon of lexicons) {
    for (const concept of concepts) {
      for (const entry of (lexicon[concept] ?? '').split('|')) if (entry.trim() !== '') add(root, entry.trim().split(/\s+/), concept);
    }
  }
  return (words) => {
    const found = new Map<Concept, Span[]>();
    for (let start = 0; start < words.length; start += 1) walk(root, words, start, start, found);
    return found;
  };
}

function node(): Node {
  return {
    exact: new Map(),
    heads: new Map(),
    tails: new Map(),
    headLengths: new Set(),
    tailLengths: new Set(),
    gap: null,
    concepts: [],
  };
}

function add(root: Node, entry: readonly string[], concept: Concept): void {
  let current = root;
  for (const word of entry) current = child(current, word);
  current.concepts.push(concept);
}

function child(parent: Node, word: string): Node {
  if (word === '~') {
    parent.gap ??= node();
    return parent.gap;
  }
  if (word.endsWith('*')) return into(parent.heads, parent.headLengths, word.slice(0, -1));
  if (word.startsWith('*')) return into(parent.tails, parent.tailLengths, word.slice(1));
  return into(parent.exact, null, word);
}

function into(branch: Map<string, Node>, lengths: Set<number> | null, key: string): Node {
  lengths?.add(key.length);
  const existing = branch.get(key);
  if (existing !== undefined) return existing;
  const fresh = node();
  branch.set(key, fresh);
  return fresh;
}

function walk(from: Node, words: readonly Word[], start: number, at: number, found: Map<Concept, Span[]>): void {
  for (const concept of from.concepts) {
    const spans = found.get(concept);
    if (spans === undefined) found.set(concept, [{ start, end: at }]);
    else spans.push({ start, end: at });
  }
  if (from.gap !== null) for (let skip = 0; skip <= widestGap; skip += 1) walk(from.gap, words, start, at + skip, found);
  const word = words[at]?.text;
  if (word === undefined) return;
  for (const next of nextOf(from, word)) walk(next, words, start, at + 1, found);
}

function nextOf(from: Node, word: string): Node[] {
  const next: Node[] = [];
  const push = (found: Node | undefined) => {
    if (found !== undefined) next.push(found);
  };
  push(from.exact.get(word));
  for (const length of from.headLengths) if (length <= word.length) push(from.heads.get(word.slice(0, length)));
  for (const length of from.tailLengths) if (length < word.length) push(from.tails.get(word.slice(-length)));
  return next;
}
