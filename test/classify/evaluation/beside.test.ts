// What the classifier is measured beside: simpler ones, and models that are always right or always wrong.
import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/classify/classify.ts';
import { byKeywords, byMajority } from '../../../src/classify/evaluation/baselines.ts';
import type { LabelledMessage } from '../../../src/classify/evaluation/labelled.ts';
import { labelledKinds } from '../../../src/classify/evaluation/measure.ts';
import { alwaysRight, alwaysWrong, withModel } from '../../../src/classify/evaluation/stub-model.ts';

function row(text: string, kinds: readonly string[] = [], subject = ''): LabelledMessage {
  return { id: '', lang: 'nl', subject, text, kinds: [...kinds], utterance: false, debatable: false };
}

function kindsOf({ requests }: { readonly requests: readonly { readonly kind: string }[] }): readonly string[] {
  return requests.map(({ kind }) => kind);
}

test('keywords are found in subject and text, in capitals too, whatever is meant', () => {
  expect(kindsOf(byKeywords(row('NIET VERWIJDEREN', [], 'Refund?')))).toEqual(['deletion', 'refund']);
  expect(byKeywords(row('Goedemorgen'))).toEqual({ disposition: 'none', requests: [], person: false });
});

test('the majority is always the commonest label, also where that is nothing or two kinds', () => {
  const guess = byMajority([row('', ['copy', 'deletion']), row('', ['deletion']), row('', ['copy', 'deletion'])]);
  expect(kindsOf(guess())).toEqual(['deletion', 'copy']);
  expect(byMajority([row(''), row(''), row('', ['copy'])])()).toMatchObject({ disposition: 'none', requests: [] });
  expect(byMajority([])()).toMatchObject({ requests: [] });
});

describe('a model that is always', () => {
  const text = 'Goedemiddag,\nGraag al mijn gegevens verwijderen.';
  const base = (ownText: string, subject = '') => classify({ subject, ownText }, { threshold: 0.7, doubt: 0.05, localModel: null });

  test('right names what is labelled, wrong all that is not, and both quote the message', () => {
    const given = row(text, ['deletion', 'refund']);
    expect(kindsOf(alwaysRight(given))).toEqual(['deletion', 'refund']);
    expect(kindsOf(alwaysWrong(given))).toEqual(['change', 'copy', 'objection']);
    for (const { quote } of [...alwaysRight(given).requests, ...alwaysWrong(given).requests]) expect(text).toContain(quote);
    expect(alwaysRight(row('', ['copy'], 'Inzage')).requests).toEqual([{ kind: 'copy', quote: 'Inzage' }]);
  });

  test('right adds what was not seen', () => {
    const hidden = 'De stoelen staan buiten.';
    expect(kindsOf(base(hidden))).toEqual([]);
    const found = withModel(base(hidden), alwaysRight(row(hidden, ['copy'])), { subject: '', ownText: hidden });
    expect(kindsOf(found)).toEqual(['copy']);
  });

  test('wrong takes nothing away', () => {
    const before = base(text);
    expect(kindsOf(before)).toEqual(['deletion']);
    const after = withModel(before, alwaysWrong(row(text, ['deletion'])), { subject: '', ownText: text });
    expect(kindsOf(after)).toEqual(expect.arrayContaining(['deletion']));
    expect(after.person).toBe(true);
    expect(labelledKinds).toContain('deletion');
  });
});
