// A local model that knows the sentences of one message by heart, and says of each how likely it asks for what.
import { featuresOf, rows } from '../../src/classify/local-model/features.ts';
import { hiddenWidth, labels, width } from '../../src/classify/local-model/network.ts';
import type { LocalModel } from '../../src/classify/local-model/weights.ts';
import type { ReadMessage } from '../../src/classify/read-message.ts';

export type Label = (typeof labels)[number];

/** Of what nothing is said, the log of the odds. */
const unlikely = -20;

/**
 * Each sentence has a row that no other has, which leads through a cell of its own to what is to be said of it.
 * @param said sentence by sentence: probabilities by label, above 0 and below 1
 */
export function knowingModel({ sentences }: ReadMessage, said: readonly Partial<Record<Label, number>>[]): LocalModel {
  if (sentences.length > Math.min(width, hiddenWidth)) throw new Error('too many sentences to know by heart');
  const all = sentences.map((_, at) => featuresOf(sentences, at));
  const embedding = new Float32Array(rows * width);
  const hidden = new Float32Array(hiddenWidth * width);
  const output = new Float32Array(labels.length * hiddenWidth);
  for (const [at, features] of all.entries()) {
    const own = features.rows.findIndex((row) => all.every((other, index) => index === at || !other.rows.includes(row)));
    if (own < 0) throw new Error('a sentence is like another');
    embedding[(features.rows[own] ?? 0) * width + at] = 1 / (features.values[own] ?? 1);
    hidden[at * width + at] = 1;
    for (const [label, name] of labels.entries()) {
      const chance = said[at]?.[name];
      output[label * hiddenWidth + at] = chance === undefined ? 0 : Math.log(chance / (1 - chance)) - unlikely;
    }
  }
  const network = {
    embedding,
    steps: new Float32Array(width).fill(1),
    hidden,
    hiddenBias: new Float32Array(hiddenWidth),
    output,
    outputBias: new Float32Array(labels.length).fill(unlikely),
  };
  return { networks: [network], calibration: labels.map(() => [1, 0] as const), lessons: '' };
}
