// The miss rate of estimates is the one that was measured and published.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { estimatedMissed } from '../../src/classify/measured.ts';

test('where as many were found as in the measurement, as many were missed', () => {
  const docs = readFileSync('docs/classification.md', 'utf8');
  const [, missed, of] = /\*\*rules and local model\*\* \(what runs\) \|.*?\| (\d+) of (\d+) \|/.exec(docs) ?? [];
  expect(estimatedMissed(Number(of) - Number(missed))).toBe(Number(missed));
  expect(estimatedMissed(0)).toBe(0);
});
