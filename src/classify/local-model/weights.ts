import { rows } from './features.ts';
import { hiddenWidth, labels, type Network, sigmoid, width } from './network.ts';

/** A trained network, and what its numbers mean. */
export interface LocalModel {
  readonly network: Network;
  /** For each label the line that turns the largest logit of a message into the log of honest odds (Platt, 1999). */
  readonly calibration: readonly (readonly [slope: number, offset: number])[];
  /** What it was trained on: the digest of lessons, so that stale weights show. */
  readonly lessons: string;
}

/** How likely it is, 0 to 1, that a message whose best sentence has this logit asks for it. */
export function probability(model: LocalModel, label: number, logit: number): number {
  const [slope, offset] = model.calibration[label] ?? [1, 0];
  return sigmoid(slope * logit + offset);
}

const magic = 'TIJDIG-WEIGHTS-1\n';
const parts = [width, hiddenWidth * width, hiddenWidth, labels.length * hiddenWidth, labels.length] as const;

/** The file of a model: a line of JSON, then the numbers, little-endian. One byte for each number of the large table. */
export function encodeModel({ network, calibration, lessons }: LocalModel): Buffer {
  const head = Buffer.from(`${magic}${JSON.stringify({ rows, width, hiddenWidth, labels, calibration, lessons })}\n`);
  const steps = stepsOf(network);
  const table = Int8Array.from(network.embedding, (value, at) => Math.round(value / (steps[at % width] || 1)));
  const floats = [steps, network.hidden, network.hiddenBias, network.output, network.outputBias];
  return Buffer.concat([
    head,
    ...floats.map((some) => Buffer.from(some.buffer, some.byteOffset, some.byteLength)),
    Buffer.from(table.buffer),
  ]);
}

function stepsOf({ embedding }: Network): Float32Array {
  const steps = new Float32Array(width);
  for (let at = 0; at < embedding.length; at += 1) steps[at % width] = Math.max(steps[at % width] ?? 0, Math.abs(embedding[at] ?? 0) / 127);
  return steps;
}

/**
 * Reads what `encodeModel` wrote, in some milliseconds.
 * @throws Error when the bytes are of another shape: another version, or cut short
 */
export function decodeModel(file: Uint8Array): LocalModel {
  const bytes = new Uint8Array(file);
  const text = Buffer.from(bytes.buffer, 0, Math.min(bytes.byteLength, 4096)).toString('latin1');
  const end = text.indexOf('\n', magic.length);
  if (!text.startsWith(magic) || end < 0) throw new Error('these are no weights of this program');
  const { calibration, lessons, ...shape } = JSON.parse(text.slice(magic.length, end)) as LocalModel & Record<string, unknown>;
  if (JSON.stringify(shape) !== JSON.stringify({ rows, width, hiddenWidth, labels })) throw new Error('these weights have another shape');
  let at = end + 1;
  const [steps, hidden, hiddenBias, output, outputBias] = parts.map((length) => {
    const part = new Float32Array(bytes.slice(at, at + length * 4).buffer);
    at += length * 4;
    return part;
  }) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  if (bytes.byteLength !== at + rows * width) throw new Error('these weights are cut short');
  const embedding = new Int8Array(bytes.buffer, at, rows * width);
  return { network: { embedding, steps, hidden, hiddenBias, output, outputBias }, calibration, lessons };
}
