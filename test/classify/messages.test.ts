import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { classify } from '../../src/classify/classify.ts';

/** A message of our own and what it asks. `ask`: a person must read it. `either`: its kind or a person will do. */
interface Labelled {
  readonly id: string;
  readonly lang: string;
  readonly subject: string;
  readonly text: string;
  readonly kinds: readonly string[];
  readonly ask?: boolean;
  readonly either?: boolean;
  readonly disposition?: 'authority';
}

const messages = readFileSync(new URL('./messages.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);

test('at least 120 messages, in four languages and more, half of them no request', () => {
  expect(messages.length).toBeGreaterThan(120);
  expect(new Set(messages.map((message) => message.lang)).size).toBeGreaterThanOrEqual(8);
  expect(messages.filter((message) => message.kinds.length === 0).length).toBeGreaterThan(60);
});

test.for(messages)('$id $subject', (message) => {
  const answer = classify({ subject: message.subject, ownText: message.text }, { threshold: 0.5, doubt: 0.05, localModel: null });
  const kinds = answer.requests.map((request) => request.kind);
  for (const { quote } of answer.requests) expect(message.subject.includes(quote) || message.text.includes(quote)).toBe(true);
  if (message.disposition === 'authority') {
    expect(answer).toMatchObject({ disposition: 'authority', person: true });
    return;
  }
  if (message.either === true) {
    expect(kinds.every((kind) => kind === 'undetermined' || message.kinds.includes(kind)) && kinds.length > 0).toBe(true);
    return;
  }
  expect(kinds.toSorted()).toEqual([...message.kinds, ...(message.ask === true ? ['undetermined'] : [])].toSorted());
  expect(answer.person).toBe(message.ask === true);
  expect(answer.disposition).toBe(kinds.length > 0 ? 'request' : 'none');
});
