import { beforeAll, describe, expect, test } from 'vitest';
import { featuresOf } from '../../src/classify/local-model/features.ts';
import { labels, logits, type Network } from '../../src/classify/local-model/network.ts';
import { encodeModel } from '../../src/classify/local-model/weights.ts';
import { readMessage } from '../../src/classify/read-message.ts';
import { type Lesson, train, trainWords, usualTraining, type Vocabulary } from '../../training/learn.ts';

/** A made-up language, of which the program knows no word: what is known of it here was learned here. */
const things = ['dubo', 'kelim', 'parsu', 'tovin', 'gralo', 'mefti', 'sulka', 'brino'];
/** To zubra is asked, to volda is not; nek turns either round, as "do not keep" asks what "do not delete" denies. */
const asking = things.flatMap((thing) => [
  `Zubra ${thing}.`,
  `Fo zubra ${thing} lin.`,
  `Nek volda ${thing}.`,
  `Fo nek volda ${thing} lin.`,
]);
const denying = things.flatMap((thing) => [
  `Volda ${thing}.`,
  `Fo volda ${thing} lin.`,
  `Nek zubra ${thing}.`,
  `Fo nek zubra ${thing} lin.`,
]);

const deletion = labels.indexOf('deletion');
const options = { ...usualTraining, networks: 1, epochs: 12 };

function seen(text: string) {
  return featuresOf(readMessage('', text).sentences, 0);
}

function lesson(text: string, asks: boolean): Lesson {
  const truth = new Float32Array(labels.length);
  truth[deletion] = asks ? 1 : 0;
  return { features: seen(text), truth, weight: new Float32Array(labels.length).fill(1) };
}

function lessons(): readonly Lesson[] {
  return [...asking.map((text) => lesson(text, true)), ...denying.map((text) => lesson(text, false))];
}

/** Rows that have learned no word. */
function beginning(wished = options): readonly Float32Array[] {
  return trainWords({ lessons: [], meanings: 0 }, wished);
}

function bytes(networks: readonly Network[]): Buffer {
  return encodeModel({ networks, calibration: [], lessons: '' });
}

describe('learning', () => {
  let networks: readonly Network[] = [];
  beforeAll(() => {
    networks = train(lessons(), beginning(), options);
  });
  const odds = (text: string, label = deletion) => logits(networks, seen(text))[label] ?? Number.NaN;

  test.each(['nulgo', 'harpi', 'wesdo'])('tells asking from denying about a thing it never read of: %s', (thing) => {
    expect(odds(`Zubra ${thing}.`)).toBeGreaterThan(1);
    expect(odds(`Nek zubra ${thing}.`)).toBeLessThan(-1);
    expect(odds(`Nek volda ${thing}.`)).toBeGreaterThan(1);
    expect(odds(`Volda ${thing}.`)).toBeLessThan(-1);
  });

  test('says nothing of kinds that nobody asked for', () => {
    for (const [label, name] of labels.entries()) if (name !== 'deletion') expect(odds('Zubra nulgo.', label), name).toBeLessThan(-1);
  });

  test('gives the same bytes from the same lessons, others from another beginning', () => {
    const few = lessons().slice(0, 6);
    const short = { ...options, epochs: 2 };
    const once = bytes(train(few, beginning(short), short));
    expect(bytes(train(few, beginning(short), short)).equals(once)).toBe(true);
    expect(bytes(train(few, beginning({ ...short, seed: 2 }), { ...short, seed: 2 })).equals(once)).toBe(false);
    expect(bytes(train(few.slice(1), beginning(short), short)).equals(once)).toBe(false);
  });

  test('makes as many networks as it is given beginnings', () => {
    const two = { ...options, networks: 2 };
    const [first, second, ...more] = train([], beginning(two), two);
    expect(more).toEqual([]);
    expect(first?.hidden).not.toEqual(second?.hidden);
    expect(first?.embedding).not.toEqual(second?.embedding);
  });

  test('changes nothing for a label that does not count', () => {
    const silent = { ...lesson('Zubra dubo.', true), weight: new Float32Array(labels.length) };
    expect(train([silent], beginning(), options)[0]).toEqual(train([], beginning(), options)[0]);
  });
});

describe('learning words first', () => {
  /** Three words of one meaning and three of another; what is asked for was said with the first alone. */
  const [wipe, drive] = [
    ['zubra', 'ploktin', 'meravi'],
    ['volda', 'snerfo', 'qaluti'],
  ];
  const vocabulary: Vocabulary = {
    lessons: [...wipe, ...drive].map((word, at) => ({ features: seen(word), meanings: new Set([at < 3 ? 0 : 1]) })),
    meanings: 2,
  };

  test('makes a word that no sentence had be understood by its meaning', () => {
    const wished = { ...options, wordEpochs: 60 };
    const plain = (verb: string, asks: boolean) => things.map((thing) => lesson(`${verb} ${thing}.`, asks));
    const lessonsOfOne = [...plain('Zubra', true), ...plain('Volda', false)];
    const odds = (networks: readonly Network[], text: string) => logits(networks, seen(text))[deletion] ?? Number.NaN;
    const known = train(lessonsOfOne, trainWords(vocabulary, wished), wished);
    const lead = (networks: readonly Network[]) => odds(networks, 'Ploktin nulgo.') - odds(networks, 'Snerfo nulgo.');
    expect(lead(known)).toBeGreaterThan(1);
    expect(lead(known)).toBeGreaterThan(lead(train(lessonsOfOne, beginning(), options)) + 1);
  });

  test('gives the same numbers from the same words', () => {
    expect(trainWords(vocabulary, options)).toEqual(trainWords(vocabulary, options));
  });
});
