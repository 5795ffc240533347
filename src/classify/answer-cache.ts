import { randomBytes } from 'node:crypto';
import { sign } from '../privacy/fingerprint.ts';
import { type ModelAnswer, type ModelInput, promptVersion } from './prompt.ts';

/** Answers of a model, so that a message decided twice is paid once. */
export interface AnswerCache {
  get(input: ModelInput): ModelAnswer | null;
  set(input: ModelInput, answer: ModelAnswer): void;
}

/** Where a quote stands; null: nowhere. */
type Place = { readonly in: 'subject' | 'ownText'; readonly start: number; readonly end: number } | null;

interface Kept {
  readonly doubt: boolean;
  readonly requests: readonly { readonly kind: ModelAnswer['requests'][number]['kind']; readonly place: Place }[];
}

/**
 * In the memory of this process, for the `most` newest. No word of a message is kept: the key is a digest of message and
 * prompt under a key that dies with the process, and a quote is kept as its place in the message.
 */
export function createAnswerCache(most = 2000): AnswerCache {
  const key = randomBytes(32);
  const kept = new Map<string, Kept>();
  const keyOf = (input: ModelInput) => sign(key, promptVersion, JSON.stringify(input));
  return {
    get(input) {
      const found = kept.get(keyOf(input));
      if (found === undefined) return null;
      return { doubt: found.doubt, requests: found.requests.map(({ kind, place }) => ({ kind, quote: quoteAt(input, place) })) };
    },
    set(input, { doubt, requests }) {
      kept.set(keyOf(input), { doubt, requests: requests.map(({ kind, quote }) => ({ kind, place: placeOf(input, quote) })) });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}

function placeOf(input: ModelInput, quote: string): Place {
  for (const part of ['subject', 'ownText'] as const) {
    const start = quote === '' ? -1 : input[part].indexOf(quote);
    if (start >= 0) return { in: part, start, end: start + quote.length };
  }
  return null;
}

function quoteAt(input: ModelInput, place: Place): string {
  return place === null ? '' : input[place.in].slice(place.start, place.end);
}
