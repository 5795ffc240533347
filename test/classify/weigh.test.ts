import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/classify/read-message.ts';
import { type Weighed, weigh } from '../../src/classify/weigh.ts';
import { knowingModel, type Label } from '../support/knowing-model.ts';

const usual = { threshold: 0.5, doubt: 0.05 };
/** Sentences of which no rule thinks anything. */
const [chairs, rain, bread] = ['De stoelen staan buiten.', 'Het regent vandaag hard.', 'Brood ligt op tafel.'] as const;

type Said = readonly Partial<Record<Label, number>>[];

/** What comes of a text whose sentences a model says this of. */
function weighed(text: string, said: Said, thresholds: { threshold: number; doubt: number } = usual, subject = ''): Weighed {
  const read = readMessage(subject, text);
  expect(read.sentences).toHaveLength(said.length);
  return weigh(read, knowingModel(read, said), thresholds);
}

/** "kind probability", in order. */
function words(some: Weighed['doubts']): readonly string[] {
  return some.map(({ kind, confidence }) => `${kind} ${confidence.toFixed(2)}`);
}

function shortly({ requests, doubts, authority }: Weighed) {
  return { requests: words(requests), doubts: words(doubts), authority: authority?.text ?? null };
}

describe('what the model says', () => {
  test('from the threshold on is a request, from the doubt on a doubt, below it nothing', () => {
    const kindOf = (chance: number) => shortly(weighed(chairs, [{ deletion: chance }]));
    expect(kindOf(0.51)).toEqual({ requests: ['deletion 0.51'], doubts: [], authority: null });
    expect(kindOf(0.49)).toEqual({ requests: [], doubts: ['deletion 0.49'], authority: null });
    expect(kindOf(0.06)).toEqual({ requests: [], doubts: ['deletion 0.06'], authority: null });
    expect(kindOf(0.04)).toEqual({ requests: [], doubts: [], authority: null });
  });

  test('is held against the thresholds of the policy', () => {
    const at = (threshold: number, doubt: number) => shortly(weighed(chairs, [{ copy: 0.6 }], { threshold, doubt }));
    expect(at(0.7, 0.5)).toMatchObject({ requests: [], doubts: ['copy 0.60'] });
    expect(at(0.7, 0.65)).toMatchObject({ requests: [], doubts: [] });
    expect(at(0.59, 0.65)).toMatchObject({ requests: ['copy 0.60'], doubts: [] });
  });

  test('counts by the likeliest sentence, which is shown, kind by kind', () => {
    const found = weighed(`${chairs} ${rain} ${bread}`, [{ refund: 0.6 }, { refund: 0.9, copy: 0.7 }, { refund: 0.8, copy: 0.95 }]);
    expect(found.requests.map(({ kind, sentence, reason }) => [kind, sentence.text, reason])).toEqual([
      ['copy', bread, 'local-model'],
      ['refund', rain, 'local-model'],
    ]);
  });

  test('is no matter of doubt where it is asked in so many words and the model finds it likely', () => {
    const asked = 'Ik verzoek u mijn account te verwijderen.';
    const kindOf = (chance: number) => shortly(weighed(asked, [{ deletion: chance }]));
    expect(kindOf(0.21)).toMatchObject({ requests: ['deletion 0.60'], doubts: [] });
    expect(kindOf(0.19)).toMatchObject({ requests: [], doubts: ['deletion 0.19'] });
    expect(kindOf(0.8)).toMatchObject({ requests: ['deletion 0.80'] });
    // Ordered, not asked: the model alone decides.
    expect(shortly(weighed('Stuur mij een kopie van mijn gegevens.', [{ copy: 0.4 }]))).toMatchObject({
      requests: [],
      doubts: ['copy 0.40'],
    });
  });

  test('of doubts, the likeliest comes first', () => {
    expect(words(weighed(chairs, [{ change: 0.1, refund: 0.4, objection: 0.2 }]).doubts)).toEqual([
      'refund 0.40',
      'objection 0.20',
      'change 0.10',
    ]);
  });

  test('of a message without a sentence is nothing', () => {
    expect(weighed('', [])).toEqual({ requests: [], doubts: [], authority: null });
  });
});

describe('beside a request that is sure', () => {
  test('a faint doubt about another kind adds nothing, a stronger one does', () => {
    expect(words(weighed(chairs, [{ deletion: 0.9, copy: 0.29 }]).doubts)).toEqual([]);
    expect(words(weighed(chairs, [{ deletion: 0.9, copy: 0.31 }]).doubts)).toEqual(['copy 0.31']);
    expect(words(weighed(chairs, [{ deletion: 0.4, copy: 0.29 }]).doubts)).toEqual(['deletion 0.40', 'copy 0.29']);
  });

  test('a policy that doubts less still doubts less', () => {
    expect(words(weighed(chairs, [{ deletion: 0.9, copy: 0.35 }], { threshold: 0.5, doubt: 0.4 }).doubts)).toEqual([]);
  });
});

describe('a rule that is certain', () => {
  const law = 'Op grond van artikel 17 AVG verzoek ik u al mijn persoonsgegevens te verwijderen.';

  test('needs no model', () => {
    const found = weighed(law, [{ deletion: 0.01 }]);
    expect(shortly(found)).toEqual({ requests: ['deletion 0.95'], doubts: [], authority: null });
    expect(found.requests[0]?.reason).not.toBe('local-model');
    expect(found.requests[0]?.sentence.text).toBe(law);
  });

  test('gives way to a model that is surer', () => {
    expect(weighed(law, [{ deletion: 0.99 }]).requests).toMatchObject([{ kind: 'deletion', reason: 'local-model' }]);
  });

  test('is the only rule that opens a case against the model', () => {
    const plain = 'Ik verzoek u mijn account te verwijderen.';
    expect(weigh(readMessage('', plain), null, usual).requests).toMatchObject([{ kind: 'deletion' }]);
    expect(shortly(weighed(plain, [{ deletion: 0.01 }]))).toEqual({ requests: [], doubts: [], authority: null });
  });
});

describe('the sentence that is shown', () => {
  const shown = (inSubject: number, inText: number) =>
    weighed(rain, [{ copy: inSubject }, { copy: inText }], usual, 'Blauwe stoelen').requests[0];

  test('is one of the text when the subject is hardly likelier; the probability is that of the likeliest', () => {
    const found = shown(0.8, 0.6);
    expect(found?.sentence.text).toBe(rain);
    expect(found?.confidence).toBeCloseTo(0.8, 4);
  });

  test('is the subject when that is much likelier, or all there is', () => {
    expect(shown(0.9, 0.2)?.sentence.text).toBe('Blauwe stoelen');
    expect(weighed('', [{ copy: 0.9 }], usual, 'Blauwe stoelen').requests[0]?.sentence.text).toBe('Blauwe stoelen');
  });
});

describe('an authority', () => {
  test('is known by the model from the threshold on; below it a person looks; it is no kind of request', () => {
    expect(shortly(weighed(`${chairs} ${rain}`, [{}, { authority: 0.8 }]))).toMatchObject({ requests: [], authority: rain });
    expect(shortly(weighed(chairs, [{ authority: 0.4 }]))).toEqual({ requests: [], doubts: ['undetermined 0.40'], authority: null });
    expect(shortly(weighed(chairs, [{ authority: 0.04 }]))).toEqual({ requests: [], doubts: [], authority: null });
  });

  test('is known by the rules whatever the model says', () => {
    const order = 'De politie vordert op grond van artikel 126n Sv de gegevens van deze gebruiker.';
    expect(weigh(readMessage('', order), null, usual).authority?.text).toBe(order);
    expect(weighed(order, [{ authority: 0.01 }]).authority?.text).toBe(order);
  });
});

describe('without a model the rules decide alone', () => {
  const rules = (text: string, threshold = 0.7) => weigh(readMessage('', text), null, { threshold, doubt: 0.05 });

  test('requests surer than the threshold are opened, others doubted, the surest first', () => {
    const text = 'Ik verzoek u mijn account te verwijderen. Hoe krijg ik mijn geld terug?';
    const of = (found: Weighed) => [words(found.requests), [...new Set(words(found.doubts))]];
    expect(of(rules(text))).toEqual([['deletion 0.90'], ['refund 0.30']]);
    expect(of(rules(text, 0.95))).toEqual([[], ['deletion 0.90', 'refund 0.30']]);
  });

  test('what they know nothing of is ordinary', () => {
    expect(rules(`${chairs} ${rain}`)).toEqual({ requests: [], doubts: [], authority: null });
  });
});
