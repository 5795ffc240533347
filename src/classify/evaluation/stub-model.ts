import type { ContentClassification, FoundRequest } from '../classification.ts';
import type { ClassifyInput } from '../classify.ts';
import { fallbackQuote } from '../classify.ts';
import { mergeModelAnswer } from '../merge.ts';
import type { ModelAnswer } from '../prompt.ts';
import type { LabelledMessage } from './labelled.ts';
import { labelledKinds } from './measure.ts';

/**
 * Stand-ins for the optional model, between which any real one lies: one that knows every label, and one that says the
 * opposite of each. What they change shows what a model can buy, and what it can spoil.
 */

/** The labels themselves, each with a quote that stands in the message. */
export function alwaysRight({ kinds, text, subject }: LabelledMessage): ModelAnswer {
  const known = labelledKinds.filter((kind) => kinds.includes(kind));
  return answerOf(known, text.trim() === '' ? subject : text, false);
}

/** Every kind that was not asked, none that was. */
export function alwaysWrong({ kinds, text, subject }: LabelledMessage): ModelAnswer {
  return answerOf(
    labelledKinds.filter((kind) => !kinds.includes(kind)),
    text.trim() === '' ? subject : text,
    true,
  );
}

function answerOf(kinds: readonly (typeof labelledKinds)[number][], text: string, doubt: boolean): ModelAnswer {
  const quote = text.split('\n').find((line) => line.trim() !== '') ?? '';
  return { requests: kinds.map((kind) => ({ kind, quote: quote.trim().slice(0, 2000) })), doubt };
}

/** What comes of a message when such a model has its say. */
export function withModel(
  base: ContentClassification,
  answer: ModelAnswer,
  input: ClassifyInput,
): ContentClassification & { readonly requests: readonly FoundRequest[] } {
  return mergeModelAnswer(base, answer, { ...input, fallbackQuote: fallbackQuote(input) });
}
