import type { Log } from '../log.ts';
import { withoutPaymentData } from '../privacy/mask.ts';
import { askModel } from './ask-model.ts';
import type { ContentClassification, FoundRequest } from './classification.ts';
import { findEntities } from './entities.ts';
import type { LocalModel } from './local-model/weights.ts';
import { mergeModelAnswer } from './merge.ts';
import type { ModelAdapter } from './model.ts';
import { readMessage } from './read-message.ts';
import type { Evidence } from './rules/find.ts';
import { type Sentence, splitSentences } from './sentence.ts';
import { type Thresholds, type Weighed, weigh } from './weigh.ts';

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

export interface ClassifyOptions extends Thresholds {
  /** Our own trained model; null: the rules alone. */
  readonly localModel: LocalModel | null;
}

/**
 * What a message asks for, by rules and the local model. Pure, synchronous, total: any text has an answer. Every quote
 * stands in the subject or the own text word for word and holds no payment data.
 */
export function classify(input: ClassifyInput, options: ClassifyOptions): ContentClassification {
  const read = readMessage(input.subject, input.ownText);
  const weighed = weigh(read, options.localModel, options);
  const requests = foundRequests(weighed);
  const undetermined = requests.some((request) => request.kind === 'undetermined');
  const authority = weighed.authority !== null;
  return {
    disposition: authority ? 'authority' : requests.length > 0 ? 'request' : 'none',
    requests,
    language: read.language,
    person: authority || undetermined,
    reasons: [...reasons(weighed), ...(read.generated.onBehalf && requests.length > 0 ? ['on-behalf'] : [])],
    ...findEntities(input.subject, input.ownText, {
      sentences: read.sentences.map(({ sentence }) => sentence),
      receivedOn: input.receivedOn ?? null,
      changeAsked: undetermined || requests.some((request) => request.kind === 'change'),
    }),
  };
}

/** Rules first; then the model, if there is one, may add a request or raise doubt. Never fails because of it. */
export function createClassifier(
  options: ClassifyOptions & {
    readonly model: ModelAdapter | null;
    readonly log: Log;
    /** How long a model is waited for, whatever it does itself; absent: a little longer than its door waits. */
    readonly modelMilliseconds?: number;
  },
): {
  classify(input: ClassifyInput): Promise<ContentClassification>;
} {
  return {
    async classify(input) {
      const base = classify(input, options);
      if (options.model === null) return base;
      const { subject, ownText, addresses = [], names = [] } = input;
      const asked = { subject, ownText, addresses, names };
      const answer = await askModel(options.model, asked, { log: options.log, milliseconds: options.modelMilliseconds });
      if (answer === 'unavailable') return base;
      const cleaned = { ...answer, requests: answer.requests.map((request) => ({ ...request, quote: withoutPaymentData(request.quote) })) };
      const merged = mergeModelAnswer(base, cleaned, { ...input, fallbackQuote: fallbackQuote(input) });
      if (merged !== base)
        options.log.info('model adds to what the rules found', { requests: merged.requests.length - base.requests.length });
      return merged;
    },
  };
}

/** Sure requests as they are; all the rest together is one `undetermined`, by its likeliest sentence. */
function foundRequests({ requests, doubts: [likeliest] }: Weighed): FoundRequest[] {
  return [...requests.map((one) => found(one, one.kind)), ...(likeliest === undefined ? [] : [found(likeliest, 'undetermined')])];
}

function found(evidence: Evidence, kind: FoundRequest['kind']): FoundRequest {
  return { kind, confidence: evidence.confidence, quote: quoteOf(evidence.sentence) };
}

function quoteOf(sentence: Sentence): string {
  return withoutPaymentData(sentence.text);
}

/** Codes for the log and the reader: kind and rule, never the sender's words. */
function reasons(findings: Weighed): string[] {
  const told = [...findings.requests, ...findings.doubts].map((one) => `${one.kind}: ${one.reason}`);
  return [...new Set([...(findings.authority === null ? [] : ['authority: office-and-demand']), ...told])];
}

/** Something to show when a quote does not stand in the message: its first sentence. */
export function fallbackQuote(input: ClassifyInput): string {
  const sentences = splitSentences(input.subject, input.ownText.slice(0, 5000));
  const first = sentences.find((sentence) => sentence.origin === 'text') ?? sentences[0];
  return first === undefined ? '' : quoteOf(first);
}
