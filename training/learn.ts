import type { Features } from '../src/classify/local-model/features.ts';
import { rows } from '../src/classify/local-model/features.ts';
import { hiddenWidth, labels, leak, type Network, sigmoid, width } from '../src/classify/local-model/network.ts';

/** One sentence to learn from: for each label the truth (0, 1, or between where people doubt) and how much it counts. */
export interface Lesson {
  readonly features: Features;
  readonly truth: Float32Array;
  readonly weight: Float32Array;
}

/** A word or phrase of the thesauri, and the numbers of its meanings: what the rows learn before they see a sentence. */
export interface VocabularyLesson {
  readonly features: Features;
  readonly meanings: ReadonlySet<number>;
}

export interface Vocabulary {
  readonly lessons: readonly VocabularyLesson[];
  /** How many meanings there are. */
  readonly meanings: number;
}

export interface TrainOptions {
  /** How many networks, each beginning otherwise and seeing the lessons in another order. */
  readonly networks: number;
  /** Times that the thesauri are gone through, and then all lessons. */
  readonly wordEpochs: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of the features left out at random each time, so that none is relied on alone. */
  readonly dropout: number;
  readonly seed: number;
}

export const usualTraining: TrainOptions = { networks: 3, wordEpochs: 3, epochs: 10, rate: 0.1, dropout: 0.2, seed: 1 };

/**
 * Learns networks from lessons: stochastic gradient descent on the log loss, with a step of its own for every row
 * (AdaGrad: Duchi, Hazan and Singer, 2011). The same lessons, options and engine give the same weights, bit for bit.
 */
export function train(
  lessons: readonly Lesson[],
  words: readonly Float32Array[],
  options: TrainOptions = usualTraining,
): readonly Network[] {
  return words.map((embedding, at) => trainOne(lessons, embedding, { ...options, seed: options.seed + at }));
}

/**
 * What the rows are worth before any sentence is seen, once for each network: trained to tell the meanings of the words
 * and phrases of the thesauri, so that a word no sentence had lies near those of its meaning, in any language.
 */
export function trainWords(vocabulary: Vocabulary, options: TrainOptions = usualTraining): readonly Float32Array[] {
  return Array.from({ length: options.networks }, (_, at) => {
    const learner = new Learner({ ...options, seed: options.seed + at });
    learner.learnWords(vocabulary, options.wordEpochs);
    return learner.network.embedding;
  });
}

function trainOne(lessons: readonly Lesson[], embedding: Float32Array, options: TrainOptions): Network {
  const learner = new Learner(options);
  learner.network.embedding.set(embedding);
  const order = [...lessons];
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    learner.shuffle(order);
    const rate = options.rate * (1 - epoch / options.epochs) + 0.002;
    for (const lesson of order) learner.learn(lesson, rate);
  }
  return learner.network;
}

/** Of the meanings a word does not have, so large a share is told each time. */
const toldNot = 0.15;
/** Begin with squares of gradients of this size, so that a first step is not endless. */
const first = 1e-3;
const biasRate = 0.3;
const wordRate = 0.1;

interface Told {
  readonly matrix: Float32Array;
  readonly squares: Float32Array;
  readonly bias: Float32Array;
}

class Learner {
  readonly network;
  private readonly embeddingSquares = new Float32Array(rows).fill(first);
  private readonly hiddenSquares = new Float32Array(hiddenWidth * width).fill(first);
  private readonly outputSquares = new Float32Array(labels.length * hiddenWidth).fill(first);
  private readonly point = new Float32Array(width);
  private readonly middle = new Float32Array(hiddenWidth);
  private readonly pointSlope = new Float32Array(width);
  private readonly middleSlope = new Float32Array(hiddenWidth);
  private readonly dropout: number;
  private state: number;

  constructor({ seed, dropout }: TrainOptions) {
    this.state = seed;
    this.dropout = dropout;
    this.network = {
      embedding: this.noise(rows * width, 0.1),
      steps: new Float32Array(width).fill(1),
      hidden: this.noise(hiddenWidth * width, 1 / Math.sqrt(width)),
      hiddenBias: new Float32Array(hiddenWidth),
      output: this.noise(labels.length * hiddenWidth, 1 / Math.sqrt(hiddenWidth)),
      outputBias: new Float32Array(labels.length).fill(-1),
    };
  }

  learn({ features, truth, weight }: Lesson, rate: number): void {
    const kept = this.keep(features);
    this.forward(kept);
    if (!this.learnOutput(truth, weight, rate)) return;
    this.learnHidden(rate);
    this.learnEmbedding(kept, rate);
  }

  learnWords({ lessons, meanings }: Vocabulary, epochs: number): void {
    const told = {
      matrix: this.noise(meanings * width, 0.3),
      squares: new Float32Array(meanings * width).fill(first),
      bias: new Float32Array(meanings).fill(-3),
    };
    const order = [...lessons];
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      this.shuffle(order);
      for (const lesson of order) {
        const kept = this.keep(lesson.features);
        this.forward(kept);
        this.pointSlope.fill(0);
        for (let meaning = 0; meaning < meanings; meaning += 1) {
          const has = lesson.meanings.has(meaning);
          if (has || this.random() < toldNot) this.learnMeaning(told, meaning, has);
        }
        this.learnEmbedding(kept, wordRate);
      }
    }
  }

  private learnMeaning(told: Told, meaning: number, has: boolean): void {
    const { matrix, squares, bias } = told;
    const start = meaning * width;
    let logit = bias[meaning] as number;
    for (let column = 0; column < width; column += 1) logit += (matrix[start + column] as number) * (this.point[column] as number);
    const slope = sigmoid(logit) - (has ? 1 : 0);
    (bias[meaning] as number) -= wordRate * 0.1 * slope;
    for (let column = 0; column < width; column += 1) {
      const at = start + column;
      (this.pointSlope[column] as number) += slope * (matrix[at] as number);
      descend(matrix, squares, at, slope * (this.point[column] as number), wordRate);
    }
  }

  shuffle<Any>(order: Any[]): void {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(this.random() * (at + 1));
      [order[at], order[other]] = [order[other] as Any, order[at] as Any];
    }
  }

  private keep({ rows: all, values }: Features): Features {
    const kept: number[] = [];
    for (let at = 0; at < all.length; at += 1) if (this.random() > this.dropout) kept.push(at);
    const scale = 1 / (1 - this.dropout);
    return { rows: Int32Array.from(kept, (at) => all[at] ?? 0), values: Float32Array.from(kept, (at) => (values[at] ?? 0) * scale) };
  }

  private forward({ rows: active, values }: Features): void {
    const { embedding, hidden, hiddenBias } = this.network;
    const { point, middle } = this;
    point.fill(0);
    for (let at = 0; at < active.length; at += 1) {
      const start = (active[at] as number) * width;
      const value = values[at] as number;
      for (let column = 0; column < width; column += 1) (point[column] as number) += (embedding[start + column] as number) * value;
    }
    for (let row = 0; row < hiddenWidth; row += 1) {
      let sum = hiddenBias[row] as number;
      for (let column = 0; column < width; column += 1) sum += (hidden[row * width + column] as number) * (point[column] as number);
      middle[row] = sum > 0 ? sum : leak * sum;
    }
  }

  /** False: there is nothing to learn from this one any more. */
  private learnOutput(truth: Float32Array, weight: Float32Array, rate: number): boolean {
    const { output, outputBias } = this.network;
    const { middle, middleSlope, outputSquares } = this;
    middleSlope.fill(0);
    let error = 0;
    for (let label = 0; label < labels.length; label += 1) {
      if (weight[label] === 0) continue;
      let logit = outputBias[label] as number;
      for (let row = 0; row < hiddenWidth; row += 1) logit += (output[label * hiddenWidth + row] as number) * (middle[row] as number);
      const slope = (sigmoid(logit) - (truth[label] as number)) * (weight[label] as number);
      error += Math.abs(slope);
      (outputBias[label] as number) -= rate * biasRate * slope;
      for (let row = 0; row < hiddenWidth; row += 1) {
        const at = label * hiddenWidth + row;
        (middleSlope[row] as number) += slope * (output[at] as number);
        descend(output, outputSquares, at, slope * (middle[row] as number), rate);
      }
    }
    return error > 1e-3;
  }

  private learnHidden(rate: number): void {
    const { hidden, hiddenBias } = this.network;
    const { point, middle, middleSlope, pointSlope, hiddenSquares } = this;
    pointSlope.fill(0);
    for (let row = 0; row < hiddenWidth; row += 1) {
      const slope = (middleSlope[row] as number) * ((middle[row] as number) > 0 ? 1 : leak);
      (hiddenBias[row] as number) -= rate * biasRate * slope;
      for (let column = 0; column < width; column += 1) {
        const at = row * width + column;
        (pointSlope[column] as number) += slope * (hidden[at] as number);
        descend(hidden, hiddenSquares, at, slope * (point[column] as number), rate);
      }
    }
  }

  private learnEmbedding({ rows: active, values }: Features, rate: number): void {
    const { embedding } = this.network;
    const { pointSlope, embeddingSquares } = this;
    let squares = 0;
    for (const slope of pointSlope) squares += slope * slope;
    squares /= width;
    for (let at = 0; at < active.length; at += 1) {
      const row = active[at] as number;
      const value = values[at] as number;
      (embeddingSquares[row] as number) += squares * value * value;
      const step = (rate * value) / Math.sqrt(embeddingSquares[row] as number);
      for (let column = 0; column < width; column += 1)
        (embedding[row * width + column] as number) -= step * (pointSlope[column] as number);
    }
  }

  private noise(length: number, size: number): Float32Array {
    return Float32Array.from({ length }, () => (this.random() * 2 - 1) * size);
  }

  /** 0 to 1; a linear congruential generator, so that training can be repeated. */
  private random(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 4_294_967_296;
  }
}

/** One step down the slope, the smaller the more was learned at this place before (AdaGrad). */
function descend(numbers: Float32Array, squares: Float32Array, at: number, gradient: number, rate: number): void {
  (squares[at] as number) += gradient * gradient;
  (numbers[at] as number) -= (rate * gradient) / Math.sqrt(squares[at] as number);
}
