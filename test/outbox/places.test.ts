import { expect, it } from 'vitest';
import { createPlaces } from '../../src/outbox/places.ts';

it('lets so many work at once, in order, and frees the place of one that fails', async () => {
  const places = createPlaces(2);
  const began: number[] = [];
  let now = 0;
  let most = 0;
  const work = (nth: number) =>
    places.take(async () => {
      began.push(nth);
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      if (nth % 2 === 0) throw new Error('failed');
    });
  const all = Promise.allSettled([0, 1, 2, 3, 4, 5].map(work));
  await places.allFree();
  expect(now).toBe(0);
  expect(began).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  const results = await all;
  expect(results.map(({ status }) => status === 'rejected')).toEqual([true, false, true, false, true, false]);
  await places.allFree();
});
