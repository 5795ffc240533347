import type { Word } from './sentence.ts';

/**
 * Words by what they mean, one string each, entries separated by `|`, words folded as `wordsOf` does. An entry is one word
 * or several; `wijzig*` is any word that begins so, `*adres` any that ends so, `~` stands for up to seven words.
 */
export type WordLists<Sense extends string> = Readonly<Partial<Record<Sense, string>>>;

/** Where something stands: word positions, `end` after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type FoundSenses<Sense extends string> = ReadonlyMap<Sense, readonly Span[]>;

interface Node<Sense extends string> {
  readonly exact: Map<string, Node<Sense>>;
  readonly heads: Map<string, Node<Sense>>;
  readonly tails: Map<string, Node<Sense>>;
  readonly headLengths: Set<number>;
  readonly tailLengths: Set<number>;
  gap: Node<Sense> | null;
  readonly senses: Sense[];
}

const widestGap = 7;

/** Builds one finder from several languages' lists, for people mix languages. Finding is linear in the number of words. */
export function createFinder<Sense extends string>(lists: readonly WordLists<Sense>[]): (words: readonly Word[]) => FoundSenses<Sense> {
  const root = node<Sense>();
  for (const list of lists) {
    for (const [sense, entries] of Object.entries(list) as [Sense, string][]) {
      for (const entry of entries.split('|')) if (entry.trim() !== '') add(root, entry.trim().split(/\s+/), sense);
    }
  }
  return (words) => {
    const found = new Map<Sense, Span[]>();
    for (let start = 0; start < words.length; start += 1) walk(root, words, start, start, found);
    return found;
  };
}

function node<Sense extends string>(): Node<Sense> {
  return {
    exact: new Map(),
    heads: new Map(),
    tails: new Map(),
    headLengths: new Set(),
    tailLengths: new Set(),
    gap: null,
    senses: [],
  };
}

function add<Sense extends string>(root: Node<Sense>, entry: readonly string[], sense: Sense): void {
  let current = root;
  for (const word of entry) current = child(current, word);
  current.senses.push(sense);
}

function child<Sense extends string>(parent: Node<Sense>, word: string): Node<Sense> {
  if (word === '~') {
    parent.gap ??= node();
    return parent.gap;
  }
  if (word.endsWith('*')) return into(parent.heads, parent.headLengths, word.slice(0, -1));
  if (word.startsWith('*')) return into(parent.tails, parent.tailLengths, word.slice(1));
  return into(parent.exact, null, word);
}

function into<Sense extends string>(branch: Map<string, Node<Sense>>, lengths: Set<number> | null, key: string): Node<Sense> {
  lengths?.add(key.length);
  const existing = branch.get(key);
  if (existing !== undefined) return existing;
  const fresh = node<Sense>();
  branch.set(key, fresh);
  return fresh;
}

function walk<Sense extends string>(from: Node<Sense>, words: readonly Word[], start: number, at: number, found: Map<Sense, Span[]>): void {
  for (const sense of from.senses) {
    const spans = found.get(sense);
    if (spans === undefined) found.set(sense, [{ start, end: at }]);
    else spans.push({ start, end: at });
  }
  if (from.gap !== null) for (let skip = 0; skip <= widestGap; skip += 1) walk(from.gap, words, start, at + skip, found);
  const word = words[at]?.text;
  if (word === undefined) return;
  for (const next of nextOf(from, word)) walk(next, words, start, at + 1, found);
}

function nextOf<Sense extends string>(from: Node<Sense>, word: string): Node<Sense>[] {
  const next: Node<Sense>[] = [];
  const push = (found: Node<Sense> | undefined) => {
    if (found !== undefined) next.push(found);
  };
  push(from.exact.get(word));
  for (const length of from.headLengths) if (length <= word.length) push(from.heads.get(word.slice(0, length)));
  for (const length of from.tailLengths) if (length < word.length) push(from.tails.get(word.slice(-length)));
  return next;
}
