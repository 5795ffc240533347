import type { RequestKind } from '../../case/kind.ts';
import type { Sentence } from '../sentence.ts';
import { createFinder } from '../word-finder.ts';
import { authorityWords, judgeAuthority } from './authority.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import type { Concept, Found } from './lexicon.ts';
import { dutch } from './nl.ts';
import { citesArticle, invokedRights, namesForeignLaw, namesPrivacyLaw, speaksOfRequest } from './privacy-law.ts';
import { findHits } from './requests.ts';
import { confidence, judge, type Stance } from './stance.ts';

/** A sentence that speaks of a request, and how sure we are that it asks. */
export interface Evidence {
  readonly kind: RequestKind | 'undetermined';
  readonly confidence: number;
  readonly reason: string;
  readonly sentence: Sentence;
}

export interface Findings {
  /** The most certain evidence of each kind, in reading order. */
  readonly requests: readonly Evidence[];
  /** Most certain first; each may be a request that a person must read. */
  readonly doubts: readonly Evidence[];
  readonly authority: Sentence | null;
}

const findWords = createFinder<Concept>([dutch, english, german, french, authorityWords]);
const spoken = new Set(['nl', 'en', 'de', 'fr', 'und']);
const replyPrefix = /^\s{0,5}(?:re|antw|aw|sv|vs|odp|ref|rif|res)\s{0,2}(?:\[\d{1,3}\])?\s{0,2}:/i;

/** Applies every rule to every sentence. `language` only decides what words of no language of ours mean. */
export function findEvidence(sentences: readonly Sentence[], language: string): Findings {
  const found = sentences.map((sentence) => findWords(sentence.words));
  const legal = sentences.some(namesPrivacyLaw);
  const invoked = legal
    ? sentences.flatMap((sentence) => invokedRights(sentence).map(({ kind, stance }) => evidence(kind, stance, sentence)))
    : [];
  const { spoken: spokenOf, denied, settled } = spokenEvidence(sentences, found);
  const all = weighSubject([...invoked, ...spokenOf], denied);
  const requests = bestOfEach(all.filter((one) => one.confidence > confidence.doubt)).filter((one) => keepsBeside(one, invoked));
  const kinds = new Set<string>(requests.map((one) => one.kind));
  const doubts = invoked.length > 0 ? [] : all.filter((one) => one.confidence <= confidence.doubt && !kinds.has(one.kind));
  if (requests.length === 0 && doubts.length === 0) doubts.push(...strangeWords(sentences, found, { language, settled }));
  const { verdict, at } = judgeAuthority(found);
  const official = sentences[at] ?? null;
  if (verdict === 'perhaps' && official !== null)
    doubts.unshift({ kind: 'undetermined', confidence: confidence.doubt, reason: 'authority-perhaps', sentence: official });
  return { requests, doubts, authority: verdict === 'authority' ? official : null };
}

function evidence(kind: RequestKind, stance: Stance, sentence: Sentence): Evidence {
  return { kind, confidence: stance.confidence, reason: stance.reason, sentence };
}

function spokenEvidence(
  sentences: readonly Sentence[],
  found: readonly Found[],
): {
  spoken: Evidence[];
  /** Kinds that some sentence of the text speaks of and does not ask for. */
  denied: Set<string>;
  /** Sentences that were understood to ask nothing. */
  settled: Set<Sentence>;
} {
  const all: Evidence[] = [];
  const denied = new Set<string>();
  const settled = new Set<Sentence>();
  for (const [at, sentence] of sentences.entries()) {
    const words = found[at];
    if (words === undefined || words.size === 0 || words.has('disclaimer')) continue;
    for (const hit of findHits(words, sentence.words.length)) {
      const stance = judge(hit, words, sentence);
      if (stance !== null) all.push(evidence(hit.kind, stance, sentence));
      else {
        settled.add(sentence);
        if (sentence.origin === 'text') denied.add(hit.kind);
      }
    }
  }
  return { spoken: all, denied, settled };
}

/** A subject names a topic: what the text denies it does not ask, and a reply's subject is somebody's older text. */
function weighSubject(all: readonly Evidence[], denied: ReadonlySet<string>): Evidence[] {
  const doubted = new Set(
    all.filter((one) => one.sentence.origin === 'text' && one.confidence <= confidence.doubt).map((one) => one.kind as string),
  );
  return all.flatMap((one) => {
    if (one.sentence.origin === 'text') return [one];
    if (denied.has(one.kind) && one.confidence <= confidence.brief) return [];
    const topicOnly =
      denied.has(one.kind) || (doubted.has(one.kind) && one.confidence <= confidence.brief) || replyPrefix.test(one.sentence.text);
    return [topicOnly ? { ...one, confidence: confidence.doubt, reason: 'subject' } : one];
  });
}

/** The text's evidence before the subject's when equal: its sentence says more. */
function bestOfEach(all: readonly Evidence[]): Evidence[] {
  const best = new Map<string, Evidence>();
  for (const one of all) {
    const other = best.get(one.kind);
    const better =
      other === undefined ||
      one.confidence > other.confidence ||
      (other.sentence.origin === 'subject' && one.confidence === other.confidence);
    if (better) best.set(one.kind, one);
  }
  return [...best.values()];
}

/** In a letter that invokes an article, the long text around it (recipients, conditions, consent) opens no further cases unless it asks outright. */
function keepsBeside(one: Evidence, invoked: readonly Evidence[]): boolean {
  if (invoked.length === 0 || invoked.some((other) => other.kind === one.kind)) return true;
  if (one.kind === 'objection' && invoked.some((other) => other.kind === 'deletion')) return false;
  return one.confidence >= confidence.asked && !citesArticle(one.sentence) && !findWords(one.sentence.words).has('condition');
}

/**
 * The wide net under the rules: somebody wants something of their own data, name, account or money in words we do not
 * know. Settings and papers are what such words mostly mean in ordinary mail, so those are left out.
 */
function mayMean(words: Found | undefined): boolean {
  if (words === undefined || blind.some((concept) => words.has(concept))) return false;
  const any = (...concepts: readonly Concept[]) => concepts.some((concept) => words.has(concept));
  if (any('trace')) return any('my', 'ask', 'want', 'may') || !words.has('policy');
  if (any('data', 'aboutMe', 'field') && any('my', 'aboutMe'))
    return any('ask', 'want', 'may', 'keep', 'erase', 'alter', 'oppose', 'processing', 'which');
  if (any('account') && any('my')) return any('erase', 'alter', 'close') && !any('unable');
  return any('order', 'balance') && any('withdraw', 'payOut') && any('ask', 'want', 'may', 'my');
}

const blind: readonly Concept[] = ['noise', 'disclaimer', 'suppose', 'setting', 'paper', 'title', 'done'];

/** Data-protection words without a request we understand, and languages whose words we lack: a person reads those. */
function strangeWords(
  sentences: readonly Sentence[],
  found: readonly Found[],
  context: { readonly language: string; readonly settled: ReadonlySet<Sentence> },
): Evidence[] {
  const foreign = !spoken.has(context.language);
  const at = sentences.findIndex((sentence, index) => {
    if (namesForeignLaw(sentence)) return true;
    if (mayMean(found[index]) && !context.settled.has(sentence)) return true;
    if (foreign) return namesPrivacyLaw(sentence) || speaksOfRequest(sentence);
    const words = found[index];
    const own =
      words !== undefined && (words.has('my') || words.has('ask') || words.has('want')) && !words.has('noise') && !words.has('disclaimer');
    return own && !words.has('policy') && namesPrivacyLaw(sentence);
  });
  const sentence = sentences[at];
  return sentence === undefined ? [] : [{ kind: 'undetermined', confidence: confidence.doubt, reason: 'perhaps', sentence }];
}
