import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { labels } from '../../src/classify/local-model/network.ts';
import { splitSentences, wordsOf } from '../../src/classify/sentence.ts';
import { ExpectedError } from '../../src/errors.ts';
import { readTrainingFiles } from '../../training/files.ts';
import { lessonsOf, parseTrainingText, type TrainingText } from '../../training/lessons.ts';

interface Line extends TrainingText {
  readonly where: string;
  readonly language: string;
}

/** Every line of training/, with what is wrong with those that cannot be read. */
const wrong: string[] = [];
const lines: readonly Line[] = readTrainingFiles().flatMap(({ name, content }) =>
  content.split('\n').flatMap((line, at): Line[] => {
    const where = `${name}:${at + 1}`;
    if (line.trim() === '') return [];
    try {
      return [{ where, language: name.split('/')[0] ?? '', ...parseTrainingText(line, where) }];
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      wrong.push(error.message);
      return [];
    }
  }),
);

function folded(text: string): string {
  return wordsOf(text)
    .map((word) => word.text)
    .join(' ');
}

/** What everybody writes above, below and between what they have to say; it teaches nothing of what is asked. */
const formulas = new Set([
  'sehr geehrte damen und herren',
  'tut mir leid fur das durcheinander',
  'to whom it may concern',
  'to the data protection officer',
  'this is an automated message',
  'looking forward to hearing from you',
  'quedo a la espera de sus noticias',
  'inviato da outlook per android',
  'u hoeft niets te doen',
  'dan laat ik het zo',
]);

/** Sentences long enough that nobody writes them twice by chance. */
function telling({ subject, text }: { readonly subject: string; readonly text: string }): readonly string[] {
  return splitSentences(subject, text)
    .filter(({ words }) => words.length >= 5)
    .map((sentence) => folded(sentence.text))
    .filter((sentence) => !formulas.has(sentence));
}

describe('the lines of training/', () => {
  test('are understood, every one, and every quote stands in its text', () => {
    const counts = Object.groupBy(lines, ({ language }) => language);
    console.info(`lines: ${Object.entries(counts).map(([language, some]) => `${language} ${some?.length}`)}; ${lines.length} in all`);
    expect(wrong).toEqual([]);
    expect(lines.length).toBeGreaterThan(4000);
  });

  test('ask something and ask nothing, in each language that is promised', () => {
    for (const language of ['nl', 'en', 'de', 'fr', 'es', 'it', 'pl', 'pt'])
      for (const kind of labels) {
        const own = lines.filter((one) => one.language === language);
        const asking = own.filter(({ kinds, authority }) => (kind === 'authority' ? authority : kinds.includes(kind)));
        expect(asking.length, `${language} ${kind}`).toBeGreaterThan(10);
        expect(own.length - asking.length, `${language}, not ${kind}`).toBeGreaterThan(asking.length);
      }
  });

  test('name no kind twice, and none that is doubted as well', () => {
    const twice = lines.filter(({ kinds, maybe }) => new Set([...kinds, ...maybe]).size < kinds.length + maybe.length);
    expect(twice.map(({ where }) => where)).toEqual([]);
  });

  test('quote words', () => {
    expect(lines.filter(({ quotes = [] }) => quotes.some((quote) => folded(quote) === '')).map(({ where }) => where)).toEqual([]);
  });

  test('say nothing twice', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { where, subject, text } of lines) {
      const key = folded(`${subject}\n${text}`);
      const before = seen.get(key);
      if (before !== undefined) twice.push(`${where} is ${before}`);
      seen.set(key, where);
    }
    expect(twice).toEqual([]);
  });

  test.each(['fresh', 'injections'])('share no sentence with test/evals/%s.jsonl, which measures them', (name) => {
    const learned = new Map(lines.flatMap((line) => telling(line).map((sentence) => [sentence, line.where] as const)));
    const held = readFileSync(new URL(`../evals/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly id: string; readonly subject: string; readonly text: string });
    expect(held.length).toBeGreaterThanOrEqual(300);
    const shared = held.flatMap((one) =>
      telling(one).flatMap((sentence) => (learned.has(sentence) ? [`${one.id} is ${learned.get(sentence)}: ${sentence}`] : [])),
    );
    expect(shared).toEqual([]);
  });
});

describe('a line that is not right is refused by its place', () => {
  test.each([
    ['this is not JSON', '{"text":'],
    ['kinds', '{"text":"Wis mij."}'],
    ['kinds.0', '{"text":"Wis mij.","kinds":["delete"]}'],
    ['quot', '{"text":"Wis mij.","kinds":["deletion"],"quote":"Wis mij."}'],
    ['one quote for each kind', '{"text":"Wis mij.","kinds":["deletion"],"quotes":[]}'],
    ['does not stand in the text', '{"text":"Wis mij.","kinds":["deletion"],"quotes":["wis mij"]}'],
  ])('%s', (what, line) => {
    expect(() => parseTrainingText(line, 'nl/x.jsonl:7')).toThrow(new RegExp(`^nl/x\\.jsonl:7: .*${what}`));
  });
});

describe('a text becomes a lesson a sentence', () => {
  const given = (some: Partial<TrainingText>): TrainingText => ({ subject: '', text: '', kinds: [], maybe: [], authority: false, ...some });
  /** Truth and weight of one label, sentence by sentence. */
  const of = (label: (typeof labels)[number], text: TrainingText) =>
    lessonsOf(text).map(({ truth, weight }) => [truth[labels.indexOf(label)], Number(weight[labels.indexOf(label)]?.toFixed(2))]);

  test('the quoted one asks, those beside it hardly count, the subject neither; other kinds are not asked', () => {
    const text = given({
      subject: 'Vraag',
      text: 'Ik ga verhuizen. Wis al mijn gegevens. Groet.',
      kinds: ['deletion'],
      quotes: ['Wis al mijn gegevens.'],
    });
    expect(of('deletion', text)).toEqual([
      [1, 0],
      [0, 0.3],
      [1, 1],
      [0, 0.3],
    ]);
    expect(of('refund', text)).toEqual([1, 1, 1, 1].map((weight) => [0, weight]));
  });

  test('a single sentence asks by itself', () => {
    expect(of('copy', given({ text: 'Wat weten jullie van mij?', kinds: ['copy'] }))).toEqual([[1, 1]]);
  });

  test('without a quote it is the subject that asks, as far as anybody knows', () => {
    const text = given({ subject: 'Inzage', text: 'Zie boven. Dank.', kinds: ['copy'] });
    expect(of('copy', text)).toEqual([
      [1, 1],
      [1, 0],
      [1, 0],
    ]);
  });

  test('a kind in doubt is half asked by a single sentence, and teaches nothing in a longer text', () => {
    expect(of('change', given({ text: 'Klopt mijn adres?', maybe: ['change'] }))).toEqual([[0.5, 1]]);
    expect(of('change', given({ text: 'Klopt mijn adres? Dank.', maybe: ['change'] }))).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('every sentence of an authority speaks for it a little', () => {
    expect(of('authority', given({ text: 'De politie vordert de gegevens. Spoed.', authority: true }))).toEqual([
      [1, 0.4],
      [1, 0.4],
    ]);
  });
});
