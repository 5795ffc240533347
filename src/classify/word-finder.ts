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

/** Most nodes have one way on, so a branch is made when it is needed. */
interface Node<Sense extends string> {
  exact: Map<string, Node<Sense>> | null;
  /** By the length of the beginning (or ending) a word must have, then by that. */
  heads: Map<number, Map<string, Node<Sense>>> | null;
  tails: Map<number, Map<string, Node<Sense>>> | null;
  gap: Node<Sense> | null;
  senses: Sense[] | null;
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
  return { exact: null, heads: null, tails: null, gap: null, senses: null };
}

function add<Sense extends string>(root: Node<Sense>, entry: readonly string[], sense: Sense): void {
  let current = root;
  for (const word of entry) current = child(current, word);
  current.senses ??= [];
  current.senses.push(sense);
}

function child<Sense extends string>(parent: Node<Sense>, word: string): Node<Sense> {
  if (word === '~') {
    parent.gap ??= node();
    return parent.gap;
  }
  if (word.endsWith('*')) {
    parent.heads ??= new Map();
    return into(ofLength(parent.heads, word.length - 1), word.slice(0, -1));
  }
  if (word.startsWith('*')) {
    parent.tails ??= new Map();
    return into(ofLength(parent.tails, word.length - 1), word.slice(1));
  }
  parent.exact ??= new Map();
  return into(parent.exact, word);
}

function ofLength<Sense extends string>(branch: Map<number, Map<string, Node<Sense>>>, length: number): Map<string, Node<Sense>> {
  const existing = branch.get(length);
  if (existing !== undefined) return existing;
  const fresh = new Map<string, Node<Sense>>();
  branch.set(length, fresh);
  return fresh;
}

function into<Sense extends string>(branch: Map<string, Node<Sense>>, key: string): Node<Sense> {
  const existing = branch.get(key);
  if (existing !== undefined) return existing;
  const fresh = node<Sense>();
  branch.set(key, fresh);
  return fresh;
}

function walk<Sense extends string>(from: Node<Sense>, words: readonly Word[], start: number, at: number, found: Map<Sense, Span[]>): void {
  for (const sense of from.senses ?? []) {
    const spans = found.get(sense);
    if (spans === undefined) found.set(sense, [{ start, end: at }]);
    else spans.push({ start, end: at });
  }
  if (from.gap !== null) for (let skip = 0; skip <= widestGap; skip += 1) walk(from.gap, words, start, at + skip, found);
  const word = words[at]?.text;
  if (word === undefined) return;
  const next = from.exact?.get(word);
  if (next !== undefined) walk(next, words, start, at + 1, found);
  for (const [length, branch] of from.heads ?? []) follow(length <= word.length ? branch.get(word.slice(0, length)) : undefined);
  for (const [length, branch] of from.tails ?? []) follow(length < word.length ? branch.get(word.slice(-length)) : undefined);

  function follow(way: Node<Sense> | undefined): void {
    if (way !== undefined) walk(way, words, start, at + 1, found);
  }
}
