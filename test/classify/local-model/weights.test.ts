import { readFileSync, statSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { featuresOf, rows } from '../../../src/classify/local-model/features.ts';
import { loadLocalModel, shippedWeights } from '../../../src/classify/local-model/load.ts';
import { hiddenWidth, labels, logits, type Network, width } from '../../../src/classify/local-model/network.ts';
import { decodeModel, encodeModel, type LocalModel, probability } from '../../../src/classify/local-model/weights.ts';
import { readMessage } from '../../../src/classify/read-message.ts';
import { digestOf, readThesauri, readTrainingFiles } from '../../../training/files.ts';
import { random } from '../../support/random.ts';

/** Numbers between -size and size in every nth place, 0 elsewhere, which are quickly compressed. */
function noise(length: number, size: number, seed: number, every = 1): Float32Array {
  const next = random(seed);
  const all = new Float32Array(length);
  for (let at = 0; at < length; at += every) all[at] = (next() * 2 - 1) * size;
  return all;
}

function network(seed: number): Network {
  return {
    embedding: noise(rows * width, 3, seed, 5),
    steps: new Float32Array(width).fill(1),
    hidden: noise(hiddenWidth * width, 2, seed + 1),
    hiddenBias: noise(hiddenWidth, 2, seed + 2),
    output: noise(labels.length * hiddenWidth, 2, seed + 3),
    outputBias: noise(labels.length, 2, seed + 4),
  };
}

const model: LocalModel = {
  networks: [network(1), network(100)],
  calibration: labels.map((_, at) => [1 + at / 10, at - 2.5]),
  lessons: '0123456789abcdef',
};
const file = encodeModel(model);
const { sentences } = readMessage('Adres', 'Ik ben verhuisd, graag mijn adres wijzigen. En wat weten jullie van mij?');

describe('a file of weights', () => {
  test('gives back what was written: all but the large table exactly, that to half a step', () => {
    const read = decodeModel(file);
    expect({ ...read, networks: read.networks.length }).toEqual({ ...model, networks: 2 });
    for (const [at, { embedding, steps, ...exact }] of read.networks.entries()) {
      const { embedding: written, steps: _, ...others } = model.networks[at] as Network;
      expect(exact).toEqual(others);
      let worst = 0;
      for (const [place, value] of written.entries())
        worst = Math.max(
          worst,
          Math.abs((embedding[place] ?? Number.NaN) * (steps[place % width] ?? 0) - value) / (steps[place % width] ?? 0),
        );
      expect(worst).toBeGreaterThan(0.4);
      expect(worst).toBeLessThanOrEqual(0.5 + 1e-4);
    }
  });

  test('says of a sentence what was said before it was written, but for the rounding', () => {
    const read = decodeModel(file);
    for (const [at] of sentences.entries()) {
      const features = featuresOf(sentences, at);
      const [before, after] = [logits(model.networks, features), logits(read.networks, features)];
      for (const [label, logit] of before.entries()) expect(after[label]).toBeCloseTo(logit, 0);
    }
  });

  test('is the same bytes for the same numbers', () => {
    expect(encodeModel(model).equals(file)).toBe(true);
  });

  const plain = brotliDecompressSync(file);
  /** Compressed again, so that what is wrong is inside. */
  const packed = (bytes: Uint8Array) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
  const end = plain.indexOf('\n', plain.indexOf('\n') + 1);
  const [magic = '', head = ''] = plain.subarray(0, end).toString('latin1').split('\n');
  const withHead = (text: string) => packed(Buffer.concat([Buffer.from(`${magic}\n${text}\n`), plain.subarray(end + 1)]));

  test('is read from these very pieces, put together again', () => {
    expect(decodeModel(withHead(head)).lessons).toBe(model.lessons);
  });

  test.each([
    ['fewer rows', `"rows":${rows}`, `"rows":${rows / 2}`],
    ['another width', `"width":${width}`, '"width":32'],
    ['another hidden layer', `"hiddenWidth":${hiddenWidth}`, '"hiddenWidth":24'],
    ['other labels', '"copy","refund"', '"refund","copy"'],
    ['a label more', '"authority"', '"authority","other"'],
    ['a field more', '"rows"', '"bits":8,"rows"'],
  ])('of another shape is refused: %s', (_, was, is) => {
    expect(head).toContain(was);
    expect(() => decodeModel(withHead(head.replace(was, is)))).toThrow('another shape');
  });

  test.each([
    ['by a byte', plain.length - 1],
    ['by a network', end + 1 + (plain.length - end - 1) / 2],
    ['behind its head', end + 1],
  ])('cut short %s is refused', (_, length) => {
    expect(() => decodeModel(packed(plain.subarray(0, length)))).toThrow('cut short');
  });

  test('that says it holds more networks than it does, or has a byte too many, is refused', () => {
    expect(() => decodeModel(withHead(head.replace('"networks":2', '"networks":3')))).toThrow('cut short');
    expect(() => decodeModel(packed(Buffer.concat([plain, Buffer.alloc(1)])))).toThrow('cut short');
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['rubbish', Buffer.from('these are no weights, nor anything compressed')],
    ['half a file', file.subarray(0, file.length / 2)],
    ['something else, compressed', packed(Buffer.from('these are no weights'))],
    ['an older version', packed(Buffer.from(plain.toString('latin1').replace(magic, 'TIJDIG-WEIGHTS-1'), 'latin1'))],
    ['a head without end', packed(plain.subarray(0, end))],
    ['a head that is no JSON', withHead('{')],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => decodeModel(bytes)).toThrow();
  });
});

test('a logit becomes a probability by the line of its label', () => {
  const line: LocalModel = { ...model, calibration: [[2, Math.log(3)]] };
  expect(probability(line, 0, 0)).toBeCloseTo(0.75, 6);
  expect(probability(line, 0, -Math.log(3) / 2)).toBeCloseTo(0.5, 6);
  // A label without a line is taken at its word.
  expect(probability(line, 1, Math.log(3))).toBeCloseTo(0.75, 6);
});

describe('the weights that come with the program', () => {
  test('load, and say more of a sentence the likelier it is', () => {
    const start = performance.now();
    const shipped = loadLocalModel();
    console.info(`weights: ${(statSync(shippedWeights).size / 1e6).toFixed(1)} MB, loaded in ${Math.round(performance.now() - start)} ms`);
    expect(shipped.calibration).toHaveLength(labels.length);
    for (const [slope] of shipped.calibration) expect(slope).toBeGreaterThan(0);
    const deletion = labels.indexOf('deletion');
    const chance = (text: string) => {
      const read = readMessage('', text).sentences;
      return probability(shipped, deletion, logits(shipped.networks, featuresOf(read, 0))[deletion] ?? 0);
    };
    expect(chance('Graag mijn account en al mijn gegevens verwijderen.')).toBeGreaterThan(0.9);
    expect(chance('Hoe laat zijn jullie morgen open?')).toBeLessThan(0.1);
  });

  test('are a few megabytes', () => {
    expect(readFileSync(shippedWeights).length).toBeLessThan(8e6);
  });

  test('were learned from the lines that lie in training/ now (else: npm run train)', () => {
    expect(loadLocalModel().lessons).toBe(digestOf([...readTrainingFiles(), ...readThesauri()]));
  });
});
