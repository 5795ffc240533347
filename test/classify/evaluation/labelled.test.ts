import { describe, expect, test } from 'vitest';
import { readLabelled } from '../../../src/classify/evaluation/labelled.ts';
import { ExpectedError } from '../../../src/errors.ts';

test('a line may leave out what it does not know, may call its text a body, and may say more than we read', () => {
  const lines = [
    '{"id":"1","text":"Wis alles.","kinds":["deletion"]}',
    '',
    '{"id":"2","lang":"en","subject":"Hi","body":"Hello","kinds":[],"disposition":"none","utterance":true,"debatable":true,"note":"x"}',
    '  ',
    '{"id":"3","kinds":[]}',
  ];
  expect(readLabelled('a.jsonl', lines.join('\n'))).toEqual([
    { id: '1', lang: 'und', subject: '', text: 'Wis alles.', kinds: ['deletion'], utterance: false, debatable: false },
    { id: '2', lang: 'en', subject: 'Hi', text: 'Hello', kinds: [], disposition: 'none', utterance: true, debatable: true },
    { id: '3', lang: 'und', subject: '', text: '', kinds: [], utterance: false, debatable: false },
  ]);
});

test('lines may end as Windows ends them, and an empty file is none', () => {
  expect(readLabelled('a.jsonl', '{"id":"1","text":"","kinds":[]}\r\n\r\n')).toHaveLength(1);
  expect(readLabelled('a.jsonl', '')).toEqual([]);
});

describe('what is no labelled message is refused by file and line, without its text', () => {
  test.each([
    ['no JSON', 'Geachte heer Geheim'],
    ['no id', '{"text":"Geheim","kinds":[]}'],
    ['no kinds', '{"id":"1","text":"Geheim"}'],
    ['kinds that are no list', '{"id":"1","text":"Geheim","kinds":"deletion"}'],
    ['a number', '7'],
    ['null', 'null'],
  ])('%s', (_, wrong) => {
    const read = () => readLabelled('set.jsonl', `{"id":"0","text":"","kinds":[]}\n\n${wrong}\n`);
    expect(read).toThrow(ExpectedError);
    expect(read).toThrow(/^set\.jsonl, line 3 is no labelled message\. Example: \{/);
    expect(read).not.toThrow(/Geheim/);
  });
});
