import type { Features } from './features.ts';

/**
 * The arithmetic of the local model: features → a point (the sum of their rows) → one hidden layer → one number a label.
 * The hidden layer is what a plain linear model lacks: it can learn that "delete" counts and "delete" with "do not" does
 * not. Measured on our own sentences, it finds a tenth more than a linear model of the same features (docs/classification.md).
 */

/** What a sentence may be taken for. */
export const labels = ['change', 'deletion', 'copy', 'refund', 'objection', 'authority'] as const;

/** Width of the point and of the hidden layer. */
export const width = 16;
export const hiddenWidth = 16;
/** How much of a negative value goes through the hidden layer. */
export const leak = 0.05;

export interface Network {
  /** `rows` × `width`. */
  readonly embedding: Float32Array | Int8Array;
  /** What one step of `embedding` is worth, per column; 1 for floats. */
  readonly steps: Float32Array;
  /** `hiddenWidth` × `width`, and what is added to each. */
  readonly hidden: Float32Array;
  readonly hiddenBias: Float32Array;
  /** `labels` × `hiddenWidth`, and what is added to each. */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

/** One number a label, the log of the odds that the sentence is that: what several networks say, on average. */
export function logits(networks: readonly Network[], features: Features): Float32Array {
  const mean = new Float32Array(labels.length);
  for (const network of networks)
    for (const [label, logit] of logitsOf(network, features).entries()) mean[label] = (mean[label] ?? 0) + logit / networks.length;
  return mean;
}

/** What one network says. About 10 microseconds. */
function logitsOf(network: Network, features: Features): Float32Array {
  const point = new Float32Array(width);
  for (const [at, row] of features.rows.entries()) {
    const value = features.values[at] ?? 0;
    const start = row * width;
    for (let column = 0; column < width; column += 1)
      point[column] = (point[column] ?? 0) + (network.embedding[start + column] ?? 0) * value;
  }
  for (let column = 0; column < width; column += 1) point[column] = (point[column] ?? 0) * (network.steps[column] ?? 1);
  const hidden = layer(network.hidden, network.hiddenBias, point).map((value) => (value > 0 ? value : leak * value));
  return layer(network.output, network.outputBias, hidden);
}

function layer(matrix: Float32Array, bias: Float32Array, input: Float32Array): Float32Array {
  const result = Float32Array.from(bias);
  for (let row = 0; row < bias.length; row += 1) {
    let sum = bias[row] ?? 0;
    for (let column = 0; column < input.length; column += 1) sum += (matrix[row * input.length + column] ?? 0) * (input[column] ?? 0);
    result[row] = sum;
  }
  return result;
}

/** The probability that odds of this logarithm stand for. */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
