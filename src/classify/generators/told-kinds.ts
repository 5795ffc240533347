import type { RequestKind } from '../../case/kind.ts';
import { type Word, wordsOf } from '../sentence.ts';
import type { Field } from './fields.ts';
import { alterWords, dataWords, kindWords, neutralWords } from './words.ts';

/** A kind that a field names, with the line that carries it. */
export interface ToldKind {
  readonly kind: RequestKind;
  readonly line: string;
}

const kinds = Object.keys(kindWords) as RequestKind[];
const mostWords = 14;

/**
 * What the field of the kind of request names. Only values of words we know wholly count: "refund" is a refund, "refund
 * question" and "access to the portal" are for the model and people to judge.
 * @param privacy whether the message says elsewhere that it is about data protection: short values can mean a product
 */
export function toldKinds({ value, lines }: Field, privacy: boolean): readonly ToldKind[] {
  const told = new Map<RequestKind, string>();
  for (const part of value.slice(0, 400).split(/[,;/&+|]/)) {
    const line = lines.find((one) => one.includes(part.trim())) ?? lines[0] ?? '';
    for (const kind of kindsOf(wordsOf(part), privacy)) if (!told.has(kind)) told.set(kind, line);
  }
  return [...told].map(([kind, line]) => ({ kind, line }));
}

function kindsOf(words: readonly Word[], privacy: boolean): readonly RequestKind[] {
  const texts = joined(words);
  if (texts.length === 0 || texts.length > mostWords) return [];
  const aboutData = texts.some((text) => dataWords.has(text));
  const alters = texts.some((text) => alterWords.has(text));
  const named = kinds.filter((kind) => texts.some((text) => kindWords[kind].has(text)) || (kind === 'change' && alters && aboutData));
  const known = texts.every((text) => /^\d{1,4}$/.test(text) || neutralWords.has(text) || dataWords.has(text) || namesKind(text));
  if (!known) return [];
  return named.filter((kind) => privacy || aboutData || kind === 'deletion' || kind === 'refund');
}

function namesKind(text: string): boolean {
  return alterWords.has(text) || kinds.some((kind) => kindWords[kind].has(text));
}

/** "Opt-out" is one word, and whoever withdraws a consent objects. */
function joined(words: readonly Word[]): readonly string[] {
  return ` ${words.map((word) => word.text).join(' ')} `
    .replaceAll(' opt out ', ' optout ')
    .replaceAll(' withdraw consent ', ' objection ')
    .replaceAll(' toestemming intrekken ', ' bezwaar ')
    .trim()
    .split(' ')
    .filter((text) => text !== '');
}
