import { type Generated, recogniseGenerator, toldEvidence } from './generators.ts';
import { detectLanguage } from './language.ts';
import type { Read } from './local-model/features.ts';
import { findMeanings } from './meanings/find.ts';
import { type Evidence, type Findings, findEvidence } from './rules/find.ts';
import { type Sentence, splitSentences } from './sentence.ts';
import { withoutNotices } from './signature.ts';

/** A message as both classifiers see it: sentence by sentence, with what the rules and the thesauri know of each. */
export interface ReadMessage {
  readonly language: string;
  /** What rules and generators know for certain or doubt. */
  readonly findings: Findings;
  readonly generated: Generated;
  readonly sentences: readonly Read[];
}

/** A request that comes later than this sentence of a letter is found by the rules, or by a person. */
const mostSentences = 120;

/** Takes a message apart. Pure and total; about a millisecond for a page. */
export function readMessage(subject: string, ownText: string): ReadMessage {
  const all = splitSentences(subject, ownText);
  const language = languageOf(subject, spoken(all));
  const findings = findEvidence(all, language);
  const codes = codesOf(findings);
  const sentences = all.slice(0, mostSentences).map((sentence) => ({
    sentence,
    meanings: findMeanings(sentence.words, language),
    rules: codes.get(sentence) ?? [],
  }));
  const generated = recogniseGenerator(subject, ownText, all);
  return { language, findings: withTold(findings, toldEvidence(generated, all)), generated, sentences };
}

/** What a form says it is for leaves no doubt about that, whatever words stand around it. The model is not told of it. */
function withTold(findings: Findings, told: readonly Evidence[]): Findings {
  if (told.length === 0) return findings;
  const weaker = ({ kind, confidence }: Evidence) => !told.some((one) => one.kind === kind && one.confidence >= confidence);
  return {
    ...findings,
    requests: [
      ...told.filter((one) => !findings.requests.some((other) => other.kind === one.kind && other.confidence > one.confidence)),
      ...findings.requests.filter(weaker),
    ],
    doubts: findings.doubts.filter((one) => one.reason === 'authority-perhaps' || (one.kind !== 'undetermined' && weaker(one))),
  };
}

/** The text without the notices of other people's lawyers and telephones, whose language says nothing. */
function spoken(all: readonly Sentence[]): string {
  const said = withoutNotices(all).filter(({ origin }) => origin === 'text');
  return said.map(({ text }) => text).join('\n');
}

/** The sender's text decides; the subject helps only when the text is too short. */
function languageOf(subject: string, ownText: string): string {
  const language = detectLanguage(ownText);
  return language === 'und' ? detectLanguage(`${subject}\n${ownText}`) : language;
}

function codesOf({ requests, doubts, authority }: Findings): ReadonlyMap<Sentence, readonly string[]> {
  const codes = new Map<Sentence, string[]>();
  const add = (sentence: Sentence, ...some: string[]) => void codes.set(sentence, [...(codes.get(sentence) ?? []), ...some]);
  for (const { kind, confidence, reason, sentence } of requests)
    add(sentence, `rule ${kind}`, `rule ${kind} ${confidence}`, `rule ${kind} ${reason}`);
  for (const { kind, reason, sentence } of doubts) add(sentence, `doubt ${kind}`, `doubt ${kind} ${reason}`);
  if (authority !== null) add(authority, 'rule authority');
  return codes;
}
