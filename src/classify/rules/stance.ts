import type { Sentence } from '../sentence.ts';
import type { Span } from '../word-finder.ts';
import type { Concept, Found } from './lexicon.ts';
import { type Hit, overlaps } from './requests.ts';

/**
 * How sure a rule is, 0 to 1. Coarse and set by hand on our own sentences; they order the cases and are not yet
 * measured probabilities. `doubt` always goes to a person.
 */
export const confidence = {
  /** A privacy-law article with the word for its right. */
  law: 0.95,
  /** Asked in so many words. */
  asked: 0.9,
  /** An order to us ("delete my account"), or a fact that is a request ("I have moved"). */
  ordered: 0.8,
  /** Words of a request about the sender's own things, without asking. */
  stated: 0.7,
  /** A subject or a message of a few words, or a polite "can I". */
  brief: 0.6,
  /** May be a request, may be a question about one. */
  doubt: 0.3,
} as const;

/** What a sentence does with the request it speaks of: null when it does not ask for it. */
export interface Stance {
  readonly confidence: number;
  readonly reason: string;
}

/** Judges one mention by the words around it: asked, ordered, doubted, or not asked at all. */
export function judge(hit: Hit, found: Found, sentence: Sentence): Stance | null {
  const asked = has(found, 'ask') || has(found, 'want');
  const own = has(found, 'my') || has(found, 'aboutMe');
  if (inClause('done', hit, found, sentence) && !has(found, 'ask') && !has(found, 'stillNot')) return null;
  if (has(found, 'suppose')) return null;
  if (has(found, 'lost')) return doubt('how-to');
  if (!hit.selfEvident && isNegated(hit, found, sentence)) {
    const open = sentence.asks || inClause('condition', hit, found, sentence);
    return open ? doubt('negated-in-question') : null;
  }
  if (has(found, 'unable') && !sentence.asks) return own || asked ? doubt('unable') : null;
  if (has(found, 'told')) return asked && own ? doubt('reported') : null;
  if (has(found, 'how')) return own || !has(found, 'policy') ? doubt('how-to') : null;
  if (has(found, 'policy')) return own && !has(found, 'condition') ? doubt('policy-question') : null;
  if (isConditional(hit, found, sentence)) return sentence.asks && !own ? null : doubt('conditional');
  return affirm(hit, found, sentence, asked, own);
}

function affirm(hit: Hit, found: Found, sentence: Sentence, asked: boolean, own: boolean): Stance | null {
  const short = sentence.words.length <= 6;
  if (has(found, 'may') && sentence.asks) return own || hit.plain ? { confidence: confidence.brief, reason: 'may-i' } : doubt('may-i');
  if (asked && (hit.plain || own)) return { confidence: confidence.asked, reason: 'asked' };
  // "No more newsletters?" above a link: a question to the reader, not the reader's own.
  if (hit.selfEvident && sentence.asks && !own) return null;
  if (hit.selfEvident) return { confidence: confidence.ordered, reason: 'stated-fact' };
  if (beginsClause(hit, sentence) && sentence.words.length > 2)
    return own || hit.plain || short ? { confidence: confidence.ordered, reason: 'ordered' } : doubt('ordered');
  if (asked) return { confidence: confidence.stated, reason: 'asked' };
  if (short && !sentence.asks) return { confidence: confidence.brief, reason: 'brief' };
  if (hit.plain && own && !sentence.asks) return { confidence: confidence.stated, reason: 'stated' };
  if (hit.plain || own) return doubt('mentioned');
  return null;
}

function doubt(reason: string): Stance {
  return { confidence: confidence.doubt, reason };
}

function has(found: Found, concept: Concept): boolean {
  return found.has(concept);
}

function clauseAt(sentence: Sentence, at: number): number {
  return sentence.words[at]?.clause ?? 0;
}

function inClause(concept: Concept, hit: Hit, found: Found, sentence: Sentence): boolean {
  return (found.get(concept) ?? []).some((span) => clauseAt(sentence, span.start) === clauseAt(sentence, hit.start));
}

/**
 * A "not" governs the mention when it stands shortly before it in the same clause and no new wish begins in between
 * ("it does not work please refund me"), or directly after it. "Not yet" and its kind deny nothing.
 */
function isNegated(hit: Hit, found: Found, sentence: Sentence): boolean {
  const exempt = [...(found.get('stillNot') ?? []), ...(found.get('unable') ?? []), ...(found.get('oppose') ?? [])];
  const governs = (span: Span) =>
    !exempt.some((other) => overlaps(other, span)) && clauseAt(sentence, span.start) === clauseAt(sentence, hit.start);
  const before = (found.get('not') ?? []).some(
    (span) => governs(span) && span.start < hit.end && hit.start - span.end <= 5 && !wishBetween(span, hit, found),
  );
  return before || (found.get('notAfter') ?? []).some((span) => governs(span) && span.start >= hit.end && span.start - hit.end <= 2);
}

function wishBetween(not: Span, hit: Hit, found: Found): boolean {
  const after = (span: Span, first: number) => span.start >= first && span.start < hit.start;
  return (
    (found.get('ask') ?? []).some((span) => after(span, not.end)) || (found.get('want') ?? []).some((span) => after(span, not.end + 1))
  );
}

function isConditional(hit: Hit, found: Found, sentence: Sentence): boolean {
  const exempt = found.get('stillNot') ?? [];
  return (found.get('condition') ?? []).some(
    (span) =>
      !exempt.some((other) => overlaps(other, span)) &&
      span.start < hit.start &&
      clauseAt(sentence, span.start) === clauseAt(sentence, hit.start),
  );
}

const openers = new Set(['please', 'and', 'en', 'und', 'et', 'then', 'dan', 'also', 'ook', 'just', 'gewoon', 'now', 'so', 'dus', 'direct']);

function beginsClause(hit: Hit, sentence: Sentence): boolean {
  for (let at = hit.start - 1; at >= 0 && clauseAt(sentence, at) === clauseAt(sentence, hit.start); at -= 1) {
    if (!openers.has(sentence.words[at]?.text ?? '')) return false;
  }
  return true;
}
