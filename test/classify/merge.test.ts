import { describe, expect, test } from 'vitest';
import { type ContentClassification, classifiedKinds, noEntities } from '../../src/classify/classification.ts';
import { mergeModelAnswer } from '../../src/classify/merge.ts';
import type { ModelAnswer } from '../../src/classify/prompt.ts';

const message = { subject: 'Vraag', ownText: 'Eerste zin. Tweede zin.', fallbackQuote: 'Eerste zin.' };
const quotes = ['Tweede zin.', 'Vraag', 'never written', '', ' '];
const rank = { none: 0, request: 1, authority: 2 } as const;

const bases: ContentClassification[] = (['none', 'request', 'authority'] as const).flatMap((disposition) =>
  [[], ...classifiedKinds.map((kind) => [kind])].flatMap((kinds) =>
    [true, false].map((person) => ({
      disposition,
      requests: kinds.map((kind) => ({ kind, confidence: 0.9, quote: 'Eerste zin.' })),
      language: 'nl',
      person,
      reasons: ['rules'],
      entities: noEntities,
    })),
  ),
);

const single: ModelAnswer['requests'] = classifiedKinds.flatMap((kind) => quotes.map((quote) => ({ kind, quote })));
const answers: ModelAnswer[] = [true, false].flatMap((doubt) => [
  { doubt, requests: [] },
  ...single.map((request) => ({ doubt, requests: [request] })),
  ...single.flatMap((one) => single.map((other) => ({ doubt, requests: [one, other] }))),
]);

describe('whatever a model answers', () => {
  test.for(
    bases.map((base) => [`${base.disposition} ${base.requests.map((request) => request.kind).join()} ${base.person}`, base] as const),
  )('%s', ([, base]) => {
    for (const answer of answers) {
      const merged = mergeModelAnswer(base, answer, message);
      const kept = merged.requests.slice(0, base.requests.length);
      const added = merged.requests.slice(base.requests.length);
      const problems = [
        JSON.stringify(kept) !== JSON.stringify(base.requests) && 'a request was lost or altered',
        rank[merged.disposition] < rank[base.disposition] && 'the disposition fell',
        base.person && !merged.person && 'a person was called off',
        (added.length > 0 || answer.doubt) && !merged.person && 'no person looks at what was added',
        merged.disposition === 'none' && merged.requests.length > base.requests.length && 'a request without a case',
        answer.doubt && merged.requests.length === 0 && 'doubt without anything to open a case for',
        added.some(({ quote }) => !message.subject.includes(quote) && !message.ownText.includes(quote)) &&
          'a quote that does not stand in the message',
        added.some(({ quote }) => quote.trim() === '') && 'an empty quote',
        new Set(merged.requests.map((request) => request.kind)).size !== merged.requests.length && 'a kind twice',
        merged.language !== base.language && 'the language changed',
        merged.entities !== base.entities && 'the facts changed',
      ].filter((problem) => problem !== false);
      expect(problems, JSON.stringify(answer)).toEqual([]);
    }
  });
});

test('a kind whose quote does not stand is undetermined; nothing to add changes nothing', () => {
  const base = bases[1] as ContentClassification;
  expect(mergeModelAnswer(base, { doubt: false, requests: [{ kind: 'deletion', quote: 'never written' }] }, message)).toMatchObject({
    disposition: 'request',
    person: true,
    requests: [{ kind: 'undetermined', quote: 'Eerste zin.' }],
  });
  expect(mergeModelAnswer(base, { doubt: false, requests: [] }, message)).toBe(base);
});
