import type { ContentClassification, FoundRequest } from './classification.ts';
import type { ModelAnswer } from './prompt.ts';

/** How sure we are of a request that only a model saw: no more than that, for nobody has measured it yet. */
export const modelConfidence = 0.6;

/**
 * All that a model may change, in one place. It can add a request, whose quote must stand in the message (else it is
 * `undetermined`), and it can raise doubt, so that a person looks. It removes nothing, makes nothing surer, and never
 * calls a person off; whatever it adds is read by a person first.
 *
 * `message`: subject and own text, word for word.
 */
export function mergeModelAnswer(
  base: ContentClassification,
  answer: ModelAnswer,
  message: { readonly subject: string; readonly ownText: string; readonly fallbackQuote: string },
): ContentClassification {
  const kinds = new Set<string>(base.requests.map((request) => request.kind));
  const added: FoundRequest[] = [];
  for (const request of answer.requests) {
    const stands = request.quote.trim() !== '' && (message.subject.includes(request.quote) || message.ownText.includes(request.quote));
    const kind = stands ? request.kind : 'undetermined';
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    added.push({ kind, confidence: modelConfidence, quote: stands ? request.quote : message.fallbackQuote });
  }
  if (answer.doubt && base.requests.length + added.length === 0) {
    added.push({ kind: 'undetermined', confidence: modelConfidence, quote: message.fallbackQuote });
  }
  if (added.length === 0 && !answer.doubt) return base;
  return {
    ...base,
    disposition: base.disposition === 'none' && added.length > 0 ? 'request' : base.disposition,
    requests: [...base.requests, ...added],
    person: true,
    reasons: [...base.reasons, ...added.map((request) => `model: ${request.kind}`), ...(answer.doubt ? ['model: doubt'] : [])],
  };
}
