import { withoutPaymentData } from '../privacy/mask.ts';
import type { Sentence } from './sentence.ts';

/** A sentence and where it stands in the subject or in the text. Characters. */
export interface Placed {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
}

/** One part of a message with its sentences, in reading order. */
export interface PlacedText {
  readonly text: string;
  readonly sentences: readonly Placed[];
}

/** A value, and where in its part of the message it was read. */
export interface FoundFact {
  readonly value: string;
  /** As the sender wrote it; it may span lines. */
  readonly start: number;
  readonly end: number;
}

/** Finds the sentences in the text they were split from. Linear. */
export function placeSentences(text: string, sentences: readonly Sentence[]): PlacedText {
  const placed: Placed[] = [];
  let from = 0;
  for (const sentence of sentences) {
    const start = text.indexOf(sentence.text, from);
    if (start < 0) continue;
    from = start + sentence.text.length;
    placed.push({ sentence, start, end: from });
  }
  return { text, sentences: placed };
}

/** Longer than this, and the sentence with the end of the fact is enough. Characters. */
const longest = 900;

/**
 * The sentences that carry a fact, word for word, from the first to the last; past the last sentence that was read, its
 * line. Where payment data stands among them, the part that holds the fact.
 */
export function quoteOf({ text, sentences }: PlacedText, { value, start, end }: FoundFact): string {
  const carrying = sentences.filter((one) => one.start < end && one.end > start);
  const last = carrying.at(-1);
  const first = last !== undefined && last.end - (carrying[0]?.start ?? 0) > longest ? last : carrying[0];
  const from = first?.start ?? text.lastIndexOf('\n', start) + 1;
  const line = text.indexOf('\n', end);
  const until = last?.end ?? (line < 0 ? text.length : line);
  const quote = text.slice(Math.max(from, start - longest), Math.min(until, end + longest));
  return withoutPaymentData(quote, quote.includes(value) ? value : text.slice(start, end));
}
