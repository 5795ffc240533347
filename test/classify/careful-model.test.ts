import { expect, test } from 'vitest';
import { createCarefulModel } from '../../src/classify/careful-model.ts';
import { failuresToOpen, openMinutes } from '../../src/classify/circuit-breaker.ts';
import type { ModelReply } from '../../src/classify/model.ts';
import type { ModelAnswer, ModelInput } from '../../src/classify/prompt.ts';
import type { LogFields } from '../../src/log.ts';
import { testClock } from '../support/journey.ts';

const answer: ModelAnswer = { doubt: true, requests: [{ kind: 'refund', quote: 'mijn geld terug' }] };
const said = (tokens = 100): ModelReply => ({ answer, tokens });
const failed: ModelReply = { answer: 'no-service', tokens: 100 };

const message = (number: number): ModelInput => ({
  subject: 'Vraag',
  ownText: `Bericht ${number}: mijn geld terug.`,
  addresses: ['eva@mail.example'],
  names: [],
});

function carefully({ dailyTokens = 0, start = '2026-01-12T10:00:00+01:00' } = {}) {
  const clock = testClock(start);
  const asked: ModelInput[] = [];
  const logged: string[] = [];
  let reply = (): ModelReply | Promise<ModelReply> => said();
  const keep = (text: string, fields?: LogFields) => void logged.push(`${text} ${JSON.stringify(fields)}`);
  const model = createCarefulModel({
    door: {
      async ask(input) {
        asked.push(input);
        return reply();
      },
    },
    clock,
    timeZone: 'Europe/Amsterdam',
    dailyTokens,
    log: { debug: keep, info: keep, warn: keep, error: keep },
  });
  return {
    model,
    clock,
    asked,
    logged,
    answers(next: typeof reply) {
      reply = next;
    },
  };
}

test('the same message is asked once; another one, or the same from another address, again', async () => {
  const { model, asked } = carefully();
  for (let time = 0; time < 3; time += 1) expect(await model.ask(message(1))).toEqual(answer);
  expect(asked).toHaveLength(1);
  await model.ask(message(2));
  await model.ask({ ...message(1), addresses: [] });
  expect(asked).toHaveLength(3);
});

test('a quote that stood nowhere stands nowhere the second time', async () => {
  const { model, asked, answers } = carefully();
  answers(() => ({ answer: { doubt: false, requests: [{ kind: 'copy', quote: 'words of its own' }] }, tokens: 1 }));
  await model.ask(message(1));
  expect(await model.ask(message(1))).toEqual({ doubt: false, requests: [{ kind: 'copy', quote: '' }] });
  expect(asked).toHaveLength(1);
});

test('no answer is remembered: it is asked again', async () => {
  const { model, asked, answers } = carefully();
  answers(() => ({ answer: 'no-answer', tokens: 1 }));
  expect(await model.ask(message(1))).toBe('unavailable');
  answers(said);
  expect(await model.ask(message(1))).toEqual(answer);
  expect(asked).toHaveLength(2);
});

test('thousands of messages are forgotten again, the oldest first', async () => {
  const { model, asked } = carefully();
  for (let number = 0; number <= 2000; number += 1) await model.ask(message(number));
  await model.ask(message(2000));
  expect(asked).toHaveLength(2001);
  await model.ask(message(0));
  expect(asked).toHaveLength(2002);
});

test('a service that fails is left alone, tried once after some minutes, and used again when it works', async () => {
  const { model, clock, asked, logged, answers } = carefully();
  answers(() => failed);
  for (let number = 0; number < 20; number += 1) expect(await model.ask(message(number))).toBe('unavailable');
  expect(asked).toHaveLength(failuresToOpen);
  expect(logged).toEqual(['model is left alone for a while, rules decide {"failures":5,"until":"2026-01-12T09:05:00Z"}']);
  clock.forward({ minutes: openMinutes });
  await Promise.all([20, 21, 22].map((number) => model.ask(message(number))));
  expect(asked).toHaveLength(failuresToOpen + 1);
  clock.forward({ minutes: openMinutes });
  answers(said);
  expect(await model.ask(message(30))).toEqual(answer);
  expect(await model.ask(message(31))).toEqual(answer);
});

test('what is known is still answered while the service is left alone', async () => {
  const { model, answers } = carefully();
  await model.ask(message(1));
  answers(() => failed);
  for (let number = 2; number < 10; number += 1) await model.ask(message(number));
  expect(await model.ask(message(1))).toEqual(answer);
});

test('no sender can switch the model off with messages it will not answer', async () => {
  const { model, asked, answers } = carefully();
  answers(() => ({ answer: 'no-answer', tokens: 1 }));
  for (let number = 0; number < 50; number += 1) await model.ask(message(number));
  expect(asked).toHaveLength(50);
});

test('a trial of which nothing is heard does not switch the model off for good', async () => {
  const { model, clock, answers } = carefully();
  answers(() => failed);
  for (let number = 0; number < failuresToOpen; number += 1) await model.ask(message(number));
  clock.forward({ minutes: openMinutes });
  answers(() => new Promise(() => {}));
  void model.ask(message(10));
  answers(said);
  expect(await model.ask(message(11))).toBe('unavailable');
  clock.forward({ minutes: openMinutes });
  expect(await model.ask(message(12))).toEqual(answer);
});

test("the day's tokens are spent once, told once, and begin again at midnight of the business", async () => {
  const { model, clock, asked, logged, answers } = carefully({ dailyTokens: 1000, start: '2026-01-12T23:30:00+01:00' });
  answers(() => said(400));
  const results = await Promise.all([0, 1, 2].map((number) => model.ask(message(number))));
  expect(results).toEqual([answer, answer, answer]);
  for (let number = 3; number < 6; number += 1) expect(await model.ask(message(number))).toBe('unavailable');
  expect(asked).toHaveLength(3);
  expect(logged).toEqual(['model has spent its tokens of today, rules decide {"tokens":1200}']);
  expect(await model.ask(message(0))).toEqual(answer);
  clock.set('2026-01-13T00:00:00+01:00');
  expect(await model.ask(message(3))).toEqual(answer);
});

test('failures and answers that cannot be used are paid as well', async () => {
  const { model, asked, answers } = carefully({ dailyTokens: 300 });
  answers(() => ({ answer: 'no-answer', tokens: 100 }));
  for (let number = 0; number < 10; number += 1) await model.ask(message(number));
  expect(asked).toHaveLength(3);
});
