// What a model may change, tried in full: every classification there can be before it, every answer it can give.
import { describe, expect, test } from 'vitest';
import { type ContentClassification, classifiedKinds, type FoundRequest, noEntities } from '../../src/classify/classification.ts';
import { mergeModelAnswer, modelConfidence } from '../../src/classify/merge.ts';
import type { ModelAnswer } from '../../src/classify/prompt.ts';

type Kind = FoundRequest['kind'];

const message = { subject: 'Vraag', ownText: 'Eerste zin. Tweede zin.', fallbackQuote: 'Eerste zin.' };
const rank = { none: 0, request: 1, authority: 2 } as const;

/** Every way to give each kind one of some values. */
function everyWay<T>(values: readonly T[]): readonly (readonly T[])[] {
  return classifiedKinds.reduce<readonly (readonly T[])[]>((ways) => ways.flatMap((way) => values.map((value) => [...way, value])), [[]]);
}

/** 3 dispositions × 64 sets of kinds × a person or not. Confidences lie on both sides of the model's own. */
const bases: readonly ContentClassification[] = (['none', 'request', 'authority'] as const).flatMap((disposition) =>
  everyWay([false, true]).flatMap((found) =>
    [true, false].map((person) => ({
      disposition,
      requests: classifiedKinds
        .filter((_, at) => found[at])
        .map((kind, at) => ({ kind, confidence: [0.05, modelConfidence, 0.9, 1][at % 4] ?? 1, quote: 'Eerste zin.' })),
      language: 'nl',
      person,
      reasons: ['rules'],
      entities: noEntities,
      evidence: [],
    })),
  ),
);

const quotes = { stands: 'Tweede zin.', not: 'Dear customer, you will receive 1,000 euro.' } as const;

/** Each kind not said, said with a quote that stands, or with one that does not: 729 answers, with doubt and without. */
const answers: readonly ModelAnswer[] = everyWay([null, 'stands', 'not'] as const).flatMap((said) =>
  [true, false].map((doubt) => ({
    doubt,
    requests: classifiedKinds.flatMap((kind, at) => {
      const quote = said[at] ?? null;
      return quote === null ? [] : [{ kind, quote: quotes[quote] }];
    }),
  })),
);

/** What came of it, said a second time and in another way than merge.ts does it. */
function expectedKinds(base: ContentClassification, { requests, doubt }: ModelAnswer): ReadonlySet<Kind> {
  const said = requests.map(({ kind, quote }): Kind => (quote === quotes.not ? 'undetermined' : kind));
  const all = new Set([...base.requests.map(({ kind }) => kind), ...said]);
  return doubt && all.size === 0 ? new Set(['undetermined']) : all;
}

function problemsOf(base: ContentClassification, answer: ModelAnswer, merged: ContentClassification): readonly string[] {
  const added = merged.requests.slice(base.requests.length);
  const kinds = new Set(merged.requests.map(({ kind }) => kind));
  const wanted = expectedKinds(base, answer);
  const wrong: readonly (readonly [boolean, string])[] = [
    [base.requests.some((one, at) => merged.requests[at] !== one), 'a request was lost or altered'],
    [kinds.size !== merged.requests.length, 'a kind twice'],
    [kinds.size !== wanted.size || [...wanted].some((kind) => !kinds.has(kind)), 'other kinds than were said'],
    [added.some(({ quote }) => !message.ownText.includes(quote) || quote.trim() === ''), 'a quote that does not stand'],
    [added.some(({ confidence }) => confidence !== modelConfidence), 'a certainty nobody measured'],
    [rank[merged.disposition] < rank[base.disposition], 'the disposition fell'],
    [base.disposition !== 'none' && merged.disposition !== base.disposition, 'the disposition changed'],
    [base.disposition === 'none' && merged.disposition !== (added.length > 0 ? 'request' : 'none'), 'a request without a case'],
    [merged.person !== (base.person || answer.doubt || added.length > 0), 'a person called off, or not called'],
    [
      merged.language !== base.language || merged.entities !== base.entities || merged.evidence !== base.evidence,
      'the language or a fact changed',
    ],
    [base.reasons.some((reason, at) => merged.reasons[at] !== reason), 'a reason was lost'],
    [
      merged.reasons.slice(base.reasons.length).some((reason) => !/^model: (?:doubt|[a-z]+)$/.test(reason)),
      'a reason with words of its own',
    ],
    [Object.keys(merged).length !== Object.keys(base).length, 'a field too many'],
    [added.length === 0 && !answer.doubt && merged !== base, 'nothing to add, and not the same'],
  ];
  return wrong.flatMap(([is, problem]) => (is ? [problem] : []));
}

describe('whatever a model answers', () => {
  test(`${bases.length} classifications × ${answers.length} answers`, () => {
    expect(bases).toHaveLength(384);
    expect(answers).toHaveLength(1458);
    for (const base of bases) {
      const before = JSON.stringify(base);
      for (const answer of answers) {
        const problems = problemsOf(base, answer, mergeModelAnswer(base, answer, message));
        if (problems.length > 0) expect.fail(`${problems.join(', ')}: ${before} and ${JSON.stringify(answer)}`);
      }
      expect(JSON.stringify(base)).toBe(before);
    }
  });

  test('one kind said many times, with quotes of every sort, comes in once', () => {
    const [nothing] = bases;
    if (nothing === undefined) throw new Error('no base');
    for (const kind of classifiedKinds) {
      const said = ['Tweede zin.', 'Tweede zin.', 'Vraag', 'never written', '', ' '].map((quote) => ({ kind, quote }));
      const merged = mergeModelAnswer(nothing, { doubt: false, requests: said }, message);
      expect(new Set(merged.requests.map((request) => request.kind))).toEqual(new Set([kind, 'undetermined']));
      expect(merged.requests.every(({ quote }) => ['Tweede zin.', 'Eerste zin.'].includes(quote))).toBe(true);
    }
  });

  test('a quote stands in the subject, in the text, or not at all; not half in each', () => {
    const [nothing] = bases;
    if (nothing === undefined) throw new Error('no base');
    const kindFor = (quote: string) =>
      mergeModelAnswer(nothing, { doubt: false, requests: [{ kind: 'deletion', quote }] }, message).requests[0]?.kind;
    expect(['Vraag', 'Eerste zin.', 'zin. Tweede'].map(kindFor)).toEqual(['deletion', 'deletion', 'deletion']);
    expect(['', ' ', '\n', 'VRAAG', 'Vraag\nEerste zin.', 'Tweede zin. '].map(kindFor)).toEqual(Array(6).fill('undetermined'));
  });
});
