import { expect, test } from 'vitest';
import { createTurns } from '../../src/worker/turns.ts';

test('work with one key runs one after another, also after a failure; other keys and none do not wait', async () => {
  const turns = createTurns();
  const seen: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
    };
  const all = [turns.take('a', work('a1', true)), turns.take('a', work('a2')), turns.take('b', work('b1')), turns.take(null, work('n1'))];
  const done = await Promise.allSettled(all);
  expect(done.map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(seen.indexOf('a2 begins')).toBeGreaterThan(seen.indexOf('a1 ends'));
  expect(seen.indexOf('b1 begins')).toBeLessThan(seen.indexOf('a1 ends'));
  expect(seen.indexOf('n1 begins')).toBeLessThan(seen.indexOf('a1 ends'));
});
