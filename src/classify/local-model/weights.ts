import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { rows } from './features.ts';
import { hiddenWidth, labels, type Network, sigmoid, width } from './network.ts';

/** Trained networks, and what their numbers mean. */
export interface LocalModel {
  readonly networks: readonly Network[];
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

const magic = 'TIJDIG-WEIGHTS-2\n';
const parts = [width, hiddenWidth * width, hiddenWidth, labels.length * hiddenWidth, labels.length] as const;
const bytesOfNetwork = parts.reduce((sum, length) => sum + length * 4, 0) + rows * width;

/**
 * The file of a model: a line of JSON, then the numbers of each network, little-endian, one byte for each of the large
 * table; all of it compressed.
 */
export function encodeModel({ networks, calibration, lessons }: LocalModel): Buffer {
  const head = Buffer.from(`${magic}${JSON.stringify({ ...shapeOf(networks.length), calibration, lessons })}\n`);
  return brotliCompressSync(Buffer.concat([head, ...networks.flatMap(encodeNetwork)]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

function shapeOf(networks: number) {
  return { rows, width, hiddenWidth, labels, networks };
}

function encodeNetwork(network: Network): readonly Buffer[] {
  const steps = stepsOf(network);
  const table = Int8Array.from(network.embedding, (value, at) => Math.round(value / (steps[at % width] || 1)));
  const floats = [steps, network.hidden, network.hiddenBias, network.output, network.outputBias];
  return [...floats.map((some) => Buffer.from(some.buffer, some.byteOffset, some.byteLength)), Buffer.from(table.buffer)];
}

/** What one step of the table is worth, by column: the largest number of a column is 127 steps. */
function stepsOf({ embedding }: Network): Float32Array {
  const steps = new Float32Array(width);
  for (let at = 0; at < embedding.length; at += 1) steps[at % width] = Math.max(steps[at % width] ?? 0, Math.abs(embedding[at] ?? 0) / 127);
  return steps;
}

/**
 * Reads what `encodeModel` wrote, in some hundredths of a second.
 * @throws Error when the bytes are of another shape: another version, or cut short
 */
export function decodeModel(file: Uint8Array): LocalModel {
  const bytes = new Uint8Array(brotliDecompressSync(file));
  const text = Buffer.from(bytes.buffer, 0, Math.min(bytes.byteLength, 4096)).toString('latin1');
  const end = text.indexOf('\n', magic.length);
  if (!text.startsWith(magic) || end < 0) throw new Error('these are no weights of this program');
  const { calibration, lessons, ...shape } = JSON.parse(text.slice(magic.length, end)) as Omit<LocalModel, 'networks'> & {
    readonly networks: number;
  };
  if (JSON.stringify(shape) !== JSON.stringify(shapeOf(shape.networks))) throw new Error('these weights have another shape');
  if (bytes.byteLength !== end + 1 + shape.networks * bytesOfNetwork) throw new Error('these weights are cut short');
  const networks = Array.from({ length: shape.networks }, (_, at) => decodeNetwork(bytes, end + 1 + at * bytesOfNetwork));
  return { networks, calibration, lessons };
}

function decodeNetwork(bytes: Uint8Array, start: number): Network {
  let at = start;
  const [steps, hidden, hiddenBias, output, outputBias] = parts.map((length) => {
    const part = new Float32Array(bytes.slice(at, at + length * 4).buffer);
    at += length * 4;
    return part;
  }) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  return { embedding: new Int8Array(bytes.buffer, at, rows * width), steps, hidden, hiddenBias, output, outputBias };
}
