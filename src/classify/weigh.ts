import type { RequestKind } from '../case/kind.ts';
import { furnishes } from './generators/letter.ts';
import { featuresOf } from './local-model/features.ts';
import { labels, logits } from './local-model/network.ts';
import { type LocalModel, probability } from './local-model/weights.ts';
import type { ReadMessage } from './read-message.ts';
import type { Evidence } from './rules/find.ts';
import { confidence } from './rules/stance.ts';
import type { Sentence } from './sentence.ts';
import { withoutFurniture } from './signature.ts';

/** Where doubt begins and ends; from policy. */
export interface Thresholds {
  /** From this probability on (0 to 1) a case of that kind is opened. */
  readonly threshold: number;
  /** From this probability on a person reads the message first. */
  readonly doubt: number;
}

/** What a message was found to ask, by rules and local model together. */
export interface Weighed {
  readonly requests: readonly Evidence[];
  /** Most likely first; a person reads the message. */
  readonly doubts: readonly Evidence[];
  readonly authority: Sentence | null;
}

/** Beside a request that is sure a person reads the message anyway: so faint a doubt about another kind adds nothing. */
const besideRequest = 0.3;
/** A subject's sentence must be so much likelier than any of the text to be shown as the evidence. Log of odds. */
const subjectLead = 1.5;
/** What is asked in so many words, and what the model takes for at least so likely, is no matter of doubt. */
const agrees = 0.2;

/**
 * Puts rules and local model together. A rule that is certain (the article of law with the word for its right, the field of
 * a form) needs no model; everywhere else the model decides, which was told what the rules found, but not about what only
 * furnishes a letter by articles or a form. What rules find asked in so many words is not left in doubt by a model that finds
 * it likely. Rules alone decide where there is no model.
 */
export function weigh(read: ReadMessage, model: LocalModel | null, thresholds: Thresholds): Weighed {
  if (model === null) return byRules(read, thresholds.threshold);
  const judged = judge(read, model);
  const kinds = judged.filter((one): one is Evidence & { kind: RequestKind } => one.kind !== 'authority' && one.kind !== 'undetermined');
  const requests = kinds.filter((one) => one.confidence >= thresholds.threshold);
  const least = requests.length > 0 ? Math.max(besideRequest, thresholds.doubt) : thresholds.doubt;
  const official = judged.find((one) => one.kind === 'authority');
  return {
    requests,
    doubts: judged
      .filter((one) => one.confidence >= least && !requests.some((other) => other === one))
      .sort((one, other) => other.confidence - one.confidence)
      .map((one) => ({ ...one, kind: one.kind === 'authority' ? 'undetermined' : one.kind })),
    authority:
      read.findings.authority ?? (official !== undefined && official.confidence >= thresholds.threshold ? official.sentence : null),
  };
}

type Judged = Omit<Evidence, 'kind'> & { readonly kind: Evidence['kind'] | 'authority' };

/** Every label with its most likely sentence, in the order of the labels. */
function judge(read: ReadMessage, model: LocalModel): readonly Judged[] {
  const said = withoutFurniture(read.sentences);
  const scored = said.map(({ sentence }, at) => ({ sentence, logits: logits(model.networks, featuresOf(said, at)) }));
  const invoked = new Set(read.findings.requests.map((one) => one.kind));
  const { generator } = read.generated;
  const composed = generator === 'letter' || (invoked.size > 0 && (generator !== null || read.findings.requests.some(isCertain)));
  return labels.flatMap((kind, label): readonly Judged[] => {
    const heard = scored.filter(({ sentence }) => !composed || !furnishes(sentence, kind, invoked));
    const best = bestOf(heard.map(({ sentence, logits: all }) => ({ sentence, logit: all[label] ?? -20 })));
    if (best === null) return [];
    const learned = probability(model, label, best.logit);
    const certain = read.findings.requests.find((one) => one.kind === kind && isCertain(one));
    if (certain !== undefined && certain.confidence > learned) return [certain];
    const asked = read.findings.requests.find((one) => one.kind === kind && one.confidence >= confidence.asked);
    if (asked !== undefined && learned >= agrees && learned < confidence.brief) return [{ ...asked, confidence: confidence.brief }];
    return [{ kind, confidence: learned, reason: 'local-model', sentence: best.shown }];
  });
}

function isCertain(one: Evidence): boolean {
  return one.confidence >= confidence.law;
}

function bestOf(all: readonly { readonly sentence: Sentence; readonly logit: number }[]) {
  const top = (some: typeof all) =>
    some.reduce<(typeof all)[number] | null>((best, one) => (best === null || one.logit > best.logit ? one : best), null);
  const best = top(all);
  const inText = top(all.filter(({ sentence }) => sentence.origin === 'text'));
  if (best === null) return null;
  return { logit: best.logit, shown: inText !== null && inText.logit > best.logit - subjectLead ? inText.sentence : best.sentence };
}

function byRules({ findings }: ReadMessage, threshold: number): Weighed {
  const sure = findings.requests.filter((one) => one.confidence >= threshold);
  const unsure = [...findings.requests.filter((one) => one.confidence < threshold), ...findings.doubts];
  return { requests: sure, doubts: unsure.sort((one, other) => other.confidence - one.confidence), authority: findings.authority };
}
