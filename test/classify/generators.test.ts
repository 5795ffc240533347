import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { furnishes } from '../../src/classify/generators/letter.ts';
import { recogniseGenerator } from '../../src/classify/generators.ts';
import { readMessage } from '../../src/classify/read-message.ts';
import { splitSentences } from '../../src/classify/sentence.ts';
import { weigh } from '../../src/classify/weigh.ts';
import { knowingModel } from '../support/knowing-model.ts';

/** A mail as programs compose them, or one that looks like it. `asks`: what the articles of a letter invoke. */
interface Composed {
  readonly id: string;
  readonly lang: string;
  readonly subject: string;
  readonly text: string;
  readonly generator: 'letter' | 'agent' | 'form' | null;
  readonly kinds: readonly string[];
  readonly onBehalf: boolean;
  readonly reference: string | null;
  readonly asks?: readonly string[];
}

const messages = readFileSync(new URL('./generators.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Composed);
const options = { threshold: 0.5, doubt: 0.05, localModel: null };

function recognise({ subject, text }: Composed) {
  return recogniseGenerator(subject, text, splitSentences(subject, text));
}

describe('mails that programs composed', () => {
  test('at least 40, and 20 that look like them, in many languages', () => {
    expect(messages.filter((one) => one.generator !== null).length).toBeGreaterThanOrEqual(40);
    expect(messages.filter((one) => one.generator === null).length).toBeGreaterThanOrEqual(20);
    expect(new Set(messages.map((one) => one.lang)).size).toBeGreaterThanOrEqual(10);
  });

  test.for(messages)('$id: who composed it, for whom, and what its field names', (message) => {
    const found = recognise(message);
    expect({ ...found, kinds: found.kinds.map(({ kind }) => kind).toSorted() }).toEqual({
      generator: message.generator,
      onBehalf: message.onBehalf,
      reference: message.reference,
      kinds: message.kinds.toSorted(),
    });
    for (const { line } of found.kinds) expect(message.text).toContain(line);
  });

  test.for(messages.filter(({ kinds }) => kinds.length > 0))('$id: what the field names is certain', (message) => {
    const answer = classify({ subject: message.subject, ownText: message.text }, options);
    const certain = answer.requests.filter((one) => one.confidence >= 0.95).map(({ kind }) => kind);
    expect(certain.toSorted()).toEqual(message.kinds.toSorted());
    for (const { quote } of answer.requests) expect(message.text).toContain(quote);
    expect(answer.reasons.some((reason) => reason.endsWith(message.generator === 'agent' ? ': agent' : ': form'))).toBe(true);
    expect(answer.reasons.includes('on-behalf')).toBe(message.onBehalf);
  });

  test.for(messages.filter(({ asks }) => asks !== undefined))('$id: the letter asks what its articles invoke', (message) => {
    const answer = classify({ subject: message.subject, ownText: message.text }, options);
    expect(answer.requests.map(({ kind }) => kind)).toEqual(message.asks);
  });

  test.for(messages.filter(({ generator }) => generator === null))('$id: a look-alike is certain of nothing', (message) => {
    const { findings } = readMessage(message.subject, message.text);
    expect(findings.requests.filter((one) => one.reason === 'form' || one.reason === 'agent')).toEqual([]);
  });
});

describe('a field that names a kind', () => {
  const form = (value: string, label = 'Request type') => `${label}: ${value}\nName: Ada Lind\nEmail: ada@lind.example\nCountry: Sweden`;
  const kindsOf = (text: string) => recogniseGenerator('', text, splitSentences('', text)).kinds.map(({ kind }) => kind);

  test.for([
    ['Deletion', ['deletion']],
    ['Deletion question', []],
    ['Delete number 4930', []],
    ['Refund policy', []],
    ['Refund', ['refund']],
    ['Access', []],
    ['Access to my data', ['copy']],
    ['Update my details', ['change']],
    ['Update', []],
    ['Do not sell my personal information', ['objection']],
    ['', []],
  ] as const)('"%s"', ([value, kinds]) => {
    expect(kindsOf(form(value))).toEqual(kinds);
  });

  test('a short value is enough where the form is about privacy', () => {
    expect(kindsOf(`Privacy form (GDPR)\n${form('Access')}`)).toEqual(['copy']);
  });

  test('nothing counts without fields that say who asks, or far from them', () => {
    expect(kindsOf('Request type: Deletion')).toEqual([]);
    expect(kindsOf(`Request type: Deletion\n${'We talk of something else here.\n'.repeat(9)}Name: A\nEmail: b@c.example`)).toEqual([]);
  });

  test('once it is settled it is an answer to a request', () => {
    expect(kindsOf(`${form('Deletion')}\nStatus: done`)).toEqual([]);
    expect(kindsOf(`${form('Deletion')}\nStatus: new`)).toEqual(['deletion']);
  });
});

describe('what furnishes a formal letter', () => {
  const heard = (text: string, kind: 'change' | 'copy' | 'deletion' | 'objection' | 'refund' | 'authority', asked: readonly string[]) =>
    splitSentences('', text).filter((sentence) => !furnishes(sentence, kind, new Set(asked))).length > 0;

  test.for([
    ['Via, indirizzo: Corso Umberto 3', 'change', ['copy']],
    ['Havenkade 3, 8861 XA Harlingen', 'change', ['copy']],
    ['leo@terpstra.example', 'change', ['deletion']],
    ['KL-20811', 'refund', ['copy']],
    ['Wat u nodig heeft om mij te identificeren:', 'change', ['copy']],
    ['3. de ontvangers van die gegevens;', 'objection', ['copy']],
    ['Das verlangt Art. 12 Abs. 3 DSGVO von Ihnen.', 'change', ['deletion']],
    ['Teilen Sie mir auch mit, wer diese Empfänger sind.', 'copy', ['deletion']],
    ['Indien ik ooit toestemming gaf, trek ik die in.', 'objection', ['deletion']],
    ['Anders wend ik mij tot de toezichthoudende autoriteit.', 'authority', ['copy']],
    ['Met groet,', 'change', ['copy']],
  ] as const)('"%s" is no %s beside %s', ([text, kind, asked]) => {
    expect(heard(text, kind, asked)).toBe(false);
  });

  test.for([
    ['Betaal mij ook het bedrag van mei terug.', 'refund', ['copy']],
    ['Stort ook het tegoed terug, en wis daarna mijn gegevens.', 'refund', ['deletion']],
    ['Please also erase what you hold, as defined in Article 4(1) GDPR.', 'deletion', ['copy']],
    ['Ik maak daarnaast bezwaar op grond van artikel 21 AVG.', 'objection', ['deletion']],
    ['Mijn nieuwe adres: Waagplein 11, Groningen', 'change', ['copy']],
    ['Teilen Sie mir mit, wer die Empfänger sind.', 'copy', ['copy']],
    ['Ik trek mijn toestemming in.', 'objection', ['deletion']],
  ] as const)('"%s" may be a %s beside %s', ([text, kind, asked]) => {
    expect(heard(text, kind, asked)).toBe(true);
  });

  test('is not heard from the model; what is asked besides is', () => {
    const text = `Ik verzoek u om inzage op grond van artikel 15 AVG.

Betaal mij ook het bedrag van mei terug.

Havenkade 3, 8861 XA Harlingen`;
    const read = readMessage('', text);
    const model = knowingModel(read, [{ copy: 0.9 }, { refund: 0.8 }, { change: 0.97 }]);
    expect(weigh(read, model, options).requests.map(({ kind }) => kind)).toEqual(['copy', 'refund']);
    const plain = readMessage('', 'Havenkade 3, 8861 XA Harlingen');
    expect(weigh(plain, knowingModel(plain, [{ change: 0.97 }]), options).requests.map(({ kind }) => kind)).toEqual(['change']);
  });
});

describe('any text', () => {
  test('has an answer, in time that grows with its length alone', () => {
    const hostile = [
      'Request type: '.repeat(20_000),
      'on behalf of '.repeat(20_000),
      `${'a'.repeat(300_000)}:`,
      '[x]\n'.repeat(50_000),
      '- [ ] [ ] '.repeat(30_000),
      `namens ${'A '.repeat(100_000)}`,
      'Naam:\n'.repeat(50_000),
      `@${' @.'.repeat(100_000)}`,
    ];
    for (const text of hostile) {
      const sentences = splitSentences('', text);
      const started = performance.now();
      recogniseGenerator(text, text, sentences);
      expect(performance.now() - started).toBeLessThan(1500);
    }
  });

  test('keeps its lines word for word', () => {
    const label = fc.constantFrom('Request type', 'Name', 'Email', 'Soort verzoek', 'Status', 'x');
    const value = fc.constantFrom('Deletion', 'Access to my data', 'Refund, Deletion', '', 'a@b.example', '[x] Delete my data');
    const lines = fc.array(
      fc.tuple(label, fc.constantFrom(': ', ':\n', '\t', '\n'), value).map((parts) => parts.join('')),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(lines, (all) => {
        const text = all.join('\n');
        for (const { line } of recogniseGenerator('', text, splitSentences('', text)).kinds) expect(text).toContain(line);
      }),
    );
  });
});
