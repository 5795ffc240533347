import type { Meanings } from '../meanings/find.ts';
import type { Meaning } from '../meanings/meaning.ts';
import type { Sentence } from '../sentence.ts';

/**
 * What the local model sees of a sentence: its words, pairs and triples of words, the pieces its words are made of, what
 * they mean, what the rules found in it, and a little of what stands around it. Each is a string, hashed to a row of the
 * weights; nothing of the text is kept.
 */

/** Rows of the weights, a power of two; features that fall together on one are told apart by the others beside them. */
export const rows = 2 ** 17;

/** A sentence with what was found out about it before. */
export interface Read {
  readonly sentence: Sentence;
  readonly meanings: Meanings;
  /** What the rules say of it, as codes. */
  readonly rules: readonly string[];
}

/** Row numbers with how much each counts. */
export interface Features {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** Words beyond this one say nothing new. Characters. */
const longestWord = 24;

/** The features of the sentence at `at` of a message. Linear in its words, quadratic in its meanings (some ten). */
export function featuresOf(message: readonly Read[], at: number): Features {
  const read = message[at];
  if (read === undefined) return { rows: new Int32Array(0), values: new Float32Array(0) };
  const words = plainWords(read.sentence);
  const counted = new Map<number, number>();
  for (const [group, [weight, names]] of groupsOf(message, at, read, words).entries()) addGroup(counted, group, weight, names);
  return { rows: Int32Array.from(counted.keys()), values: Float32Array.from(counted.values()) };
}

/** Groups of features with their weight: each counts the same, however many features it holds. */
function groupsOf(message: readonly Read[], at: number, read: Read, words: readonly string[]): readonly (readonly [number, string[]])[] {
  const before = message[at - 1];
  const after = message[at + 1];
  return [
    [1, [...words]],
    [1, sequences(words)],
    [1, words.flatMap(pieces)],
    [0.5, shapeOf(read.sentence, words)],
    [
      0.6,
      [
        ...read.rules,
        ...(before === undefined
          ? []
          : plainWords(before.sentence)
              .filter((word) => word.length > 2)
              .map((word) => `<${word}`)),
      ],
    ],
    [1.2, pairsOf([...read.meanings.keys()])],
    [1, orderOf(read.meanings)],
    [0.8, aroundOf(message, before, after)],
  ];
}

function plainWords(sentence: Sentence): string[] {
  return sentence.words.map(({ text }) => text.replace(/\d+/g, '#').slice(0, longestWord));
}

/** Neighbours, neighbours but one, and triples, with the ends of the sentence. */
function sequences(words: readonly string[]): string[] {
  const all = ['<', ...words, '>'];
  const found: string[] = [];
  for (let at = 0; at + 1 < all.length; at += 1) {
    found.push(`${all[at]} ${all[at + 1]}`);
    if (at + 2 < all.length) found.push(`${all[at]} ${all[at + 1]} ${all[at + 2]}`, `${all[at]} * ${all[at + 2]}`);
  }
  return found;
}

/** Three to five characters running, so that a typing error or an unknown ending costs little. */
function pieces(word: string): string[] {
  const marked = `<${word}>`;
  const found: string[] = [];
  for (let length = 3; length <= 5; length += 1)
    for (let from = 0; from + length <= marked.length; from += 1) found.push(marked.slice(from, from + length));
  return found;
}

function shapeOf(sentence: Sentence, words: readonly string[]): string[] {
  const length = Math.min(12, Math.ceil(Math.sqrt(words.length) * 2));
  return [sentence.asks ? 'asks' : 'says', `words ${length}`];
}

/** Meanings alone and two by two: "erase" with "not", "copy" with "invoice". */
function pairsOf(meanings: readonly Meaning[]): string[] {
  const sorted = [...meanings].sort();
  return sorted.flatMap((one, at) => [one, ...sorted.slice(at + 1).map((other) => `${one}+${other}`)]);
}

/** At most so many words between two meanings that belong together. */
const near = 2;
/** A sentence of more mentions is no sentence; the rest of it says nothing in order. */
const mostMentions = 60;

/** Meanings that follow one another closely: "not" before "erase" says something else than behind it. */
function orderOf(found: Meanings): string[] {
  const mentions = [...found].flatMap(([meaning, spans]) => spans.map((span) => ({ meaning, ...span }))).slice(0, mostMentions);
  const pairs = new Set<string>();
  for (const one of mentions)
    for (const other of mentions) {
      const gap = other.start - one.end;
      if (gap >= 0 && gap <= near && one.meaning !== other.meaning) pairs.add(`${one.meaning} > ${other.meaning}`);
    }
  return [...pairs];
}

function aroundOf(message: readonly Read[], before: Read | undefined, after: Read | undefined): string[] {
  const all = new Set(message.flatMap(({ meanings }) => [...meanings.keys()]));
  return [
    ...[...all].map((meaning) => `in ${meaning}`),
    ...[...(before?.meanings.keys() ?? [])].map((meaning) => `before ${meaning}`),
    ...[...(after?.meanings.keys() ?? [])].map((meaning) => `after ${meaning}`),
  ];
}

function addGroup(counted: Map<number, number>, group: number, weight: number, names: readonly string[]): void {
  const own = new Map<number, number>();
  for (const name of names) {
    const row = hash(group, name);
    own.set(row, Math.min(2, (own.get(row) ?? 0) + 1));
  }
  let squares = 0;
  for (const count of own.values()) squares += count * count;
  const scale = weight / Math.sqrt(squares || 1);
  for (const [row, count] of own) counted.set(row, (counted.get(row) ?? 0) + count * scale);
}

/** FNV-1a over the characters, then mixed, so that every bit of it counts. */
function hash(group: number, name: string): number {
  let value = Math.imul(0x811c9dc5 ^ group, 0x01000193);
  for (let at = 0; at < name.length; at += 1) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return (value ^ (value >>> 15)) & (rows - 1);
}
