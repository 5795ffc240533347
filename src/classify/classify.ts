import type { Log } from '../log.ts';
import { withoutPaymentData } from '../privacy/mask.ts';
import type { ContentClassification, FoundRequest } from './classification.ts';
import { findEntities } from './entities.ts';
import { detectLanguage } from './language.ts';
import { mergeModelAnswer } from './merge.ts';
import type { ModelAdapter } from './model.ts';
import { type Evidence, type Findings, findEvidence } from './rules/find.ts';
import { type Sentence, splitSentences } from './sentence.ts';

/** What is read: the subject and what the sender wrote now, without quoted older text, signature and disclaimer. */
export interface ClassifyInput {
  readonly subject: string;
  readonly ownText: string;
  /** Day of receipt, ISO 8601, for dates without a year. */
  readonly receivedOn?: string | null;
  /** Addresses and names from the header, masked before a model reads the text. */
  readonly addresses?: readonly string[];
  readonly names?: readonly string[];
}

export interface ClassifyOptions {
  /** From policy: a request less certain than this (0 to 1) is `undetermined`, for a person. */
  readonly threshold: number;
}

/**
 * What a message asks for, by rules alone. Pure, synchronous, total: any text has an answer. Every quote stands in the
 * subject or the own text word for word and holds no payment data.
 */
export function classify(input: ClassifyInput, options: ClassifyOptions): ContentClassification {
  const sentences = splitSentences(input.subject, input.ownText);
  const language = languageOf(input);
  const findings = findEvidence(sentences, language);
  const requests = foundRequests(findings, options.threshold);
  const undetermined = requests.some((request) => request.kind === 'undetermined');
  const authority = findings.authority !== null;
  return {
    disposition: authority ? 'authority' : requests.length > 0 ? 'request' : 'none',
    requests,
    language,
    person: authority || undetermined,
    reasons: reasons(findings),
    entities: findEntities(input.subject, input.ownText, {
      sentences,
      receivedOn: input.receivedOn ?? null,
      changeAsked: undetermined || requests.some((request) => request.kind === 'change'),
    }),
  };
}

/** Rules first; then the model, if there is one, may add a request or raise doubt. Never fails because of it. */
export function createClassifier(options: ClassifyOptions & { readonly model: ModelAdapter | null; readonly log: Log }): {
  classify(input: ClassifyInput): Promise<ContentClassification>;
} {
  return {
    async classify(input) {
      const base = classify(input, options);
      if (options.model === null) return base;
      const answer = await options.model.ask({
        subject: input.subject,
        ownText: input.ownText,
        addresses: input.addresses ?? [],
        names: input.names ?? [],
      });
      if (answer === 'unavailable') return base;
      const cleaned = { ...answer, requests: answer.requests.map((request) => ({ ...request, quote: withoutPaymentData(request.quote) })) };
      const merged = mergeModelAnswer(base, cleaned, { ...input, fallbackQuote: fallbackQuote(input) });
      if (merged !== base)
        options.log.info('model adds to what the rules found', { requests: merged.requests.length - base.requests.length });
      return merged;
    },
  };
}

/** The sender's text decides; the subject helps only when the text is too short. */
function languageOf(input: ClassifyInput): string {
  const language = detectLanguage(input.ownText);
  return language === 'und' ? detectLanguage(`${input.subject}\n${input.ownText}`) : language;
}

/** Requests surer than the threshold as they are; all the rest together is one `undetermined`, by its surest sentence. */
function foundRequests(findings: Findings, threshold: number): FoundRequest[] {
  const sure = findings.requests.filter((one) => one.confidence >= threshold);
  const unsure = [...findings.requests.filter((one) => one.confidence < threshold), ...findings.doubts].sort(
    (one, other) => other.confidence - one.confidence,
  );
  const [surest] = unsure;
  return [...sure.map((one) => found(one, one.kind)), ...(surest === undefined ? [] : [found(surest, 'undetermined')])];
}

function found(evidence: Evidence, kind: FoundRequest['kind']): FoundRequest {
  return { kind, confidence: evidence.confidence, quote: quoteOf(evidence.sentence) };
}

function quoteOf(sentence: Sentence): string {
  return withoutPaymentData(sentence.text);
}

/** Codes for the log and the reader: kind and rule, never the sender's words. */
function reasons(findings: Findings): string[] {
  const told = [...findings.requests, ...findings.doubts].map((one) => `${one.kind}: ${one.reason}`);
  return [...new Set([...(findings.authority === null ? [] : ['authority: office-and-demand']), ...told])];
}

/** Something to show when a quote does not stand in the message: its first sentence. */
function fallbackQuote(input: ClassifyInput): string {
  const sentences = splitSentences(input.subject, input.ownText.slice(0, 5000));
  const first = sentences.find((sentence) => sentence.origin === 'text') ?? sentences[0];
  return first === undefined ? '' : quoteOf(first);
}
