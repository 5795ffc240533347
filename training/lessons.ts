import { z } from 'zod';
import { featuresOf } from '../src/classify/local-model/features.ts';
import { labels, logits } from '../src/classify/local-model/network.ts';
import type { LocalModel } from '../src/classify/local-model/weights.ts';
import { readMessage } from '../src/classify/read-message.ts';
import { ExpectedError } from '../src/errors.ts';
import type { Lesson } from './learn.ts';

/** A labelled text to learn from; training/README.md says how to write one. */
const trainingText = z.strictObject({
  subject: z.string().default(''),
  text: z.string(),
  kinds: z.array(z.enum(['change', 'deletion', 'copy', 'refund', 'objection'])),
  /** The sentence that carries each kind, in the order of `kinds`. */
  quotes: z.array(z.string()).optional(),
  /** Kinds that a careful reader could not be sure of. */
  maybe: z.array(z.enum(['change', 'deletion', 'copy', 'refund', 'objection'])).default([]),
  authority: z.boolean().default(false),
  /** One word for what makes it special. */
  about: z.string().optional(),
});
export type TrainingText = Readonly<z.infer<typeof trainingText>>;

/**
 * One line of a training file.
 * @throws ExpectedError `training-line-invalid`, naming what is wrong with it
 */
export function parseTrainingText(line: string, where: string): TrainingText {
  const invalid = (what: string) => new ExpectedError('training-line-invalid', `${where}: ${what}`, { retry: 'never' });
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw invalid('this is not JSON');
  }
  const read = trainingText.safeParse(json);
  if (!read.success) throw invalid(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  const { quotes, kinds, text } = read.data;
  if (quotes !== undefined && quotes.length !== kinds.length) throw invalid('it needs one quote for each kind');
  if (quotes?.some((quote) => !text.includes(quote))) throw invalid('a quote does not stand in the text');
  return read.data;
}

/** How much a sentence beside the quoted one counts as not asking: it may ask a little too. */
const besideQuote = 0.3;

/** A text as lessons, one a sentence: the quoted sentence asks, the others do not. */
export function lessonsOf(given: TrainingText): readonly Lesson[] {
  const { sentences } = readMessage(given.subject, given.text);
  const alone = sentences.filter(({ sentence }) => sentence.origin === 'text').length === 1;
  return sentences.map(({ sentence }, at) => {
    const truth = new Float32Array(labels.length);
    const weight = new Float32Array(labels.length).fill(1);
    for (const [label, name] of labels.entries()) {
      const [asks, counts] = judge(given, name, sentence, alone);
      truth[label] = asks;
      weight[label] = counts;
    }
    return { features: featuresOf(sentences, at), truth, weight };
  });
}

/** "See subject", and nothing else to speak of. */
const pointsUp =
  /^.{0,40}(?:onderwerp|subject|betreff|objet|asunto|oggetto|temat|tytu|assunto|titel|title|hierboven|above|oben|ci-dessus|arriba|sopra|wyżej|acima).{0,40}$/isu;

type Spoken = { readonly text: string; readonly origin: 'subject' | 'text' };

function judge(given: TrainingText, label: (typeof labels)[number], { text, origin }: Spoken, alone: boolean): readonly [number, number] {
  if (label === 'authority') return given.authority ? [1, alone ? 1 : 0.4] : [0, 1];
  const at = given.kinds.indexOf(label);
  if (at >= 0) {
    const quote = given.quotes?.[at];
    // Without a quote a text of one sentence asks with that, unless it points at its subject; a longer one asks in its subject.
    if (quote === undefined) {
      const inSubject = given.subject !== '' && (!alone || pointsUp.test(given.text));
      return origin === 'subject' ? [1, inSubject ? 1 : 0] : [1, alone && !inSubject ? 1 : 0];
    }
    if (origin === 'subject') return [1, 0];
    return quote.includes(text) || text.includes(quote) ? [1, 1] : [0, besideQuote];
  }
  if (given.maybe.includes(label)) return alone ? [0.5, 1] : [0, 0];
  return [0, 1];
}

/** A message of which only the kinds are known: the sentence that a model finds likeliest is taken to carry each. */
export function quoted(
  { subject, ownText }: { readonly subject: string; readonly ownText: string },
  kinds: readonly TrainingText['kinds'][number][],
  { networks }: LocalModel,
): TrainingText {
  const { sentences } = readMessage(subject, ownText);
  const scored = sentences.map(({ sentence }, at) => ({ sentence, all: logits(networks, featuresOf(sentences, at)) }));
  const inText = scored.filter(({ sentence }) => sentence.origin === 'text');
  const quotes = kinds.map((kind) => {
    const label = labels.indexOf(kind);
    const [best] = inText.toSorted((one, other) => (other.all[label] ?? 0) - (one.all[label] ?? 0));
    return best?.sentence.text ?? '';
  });
  return { subject, text: ownText, kinds: [...kinds], quotes, maybe: [], authority: false };
}
