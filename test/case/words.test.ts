import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as refusal from '../../src/case/refusal.ts';
import * as demand from '../../src/case/refusal-demand.ts';
import { derivations, refusals } from './words.ts';

const written = JSON.parse(readFileSync(new URL('words.json', import.meta.url), 'utf8'));

describe('every sentence of the core', () => {
  it('that refuses is the one that was read and agreed', () => {
    expect(refusals()).toEqual(written.refusals);
  });

  it('that explains a date is the one that was read and agreed', () => {
    expect(derivations()).toEqual(written.derivations);
  });

  it('of a refusal is among them, in both languages, and says more than no', () => {
    const said = new Set(refusals().map(({ text }) => text.en));
    expect(said.size).toBe(refusals().length);
    expect(new Set(refusals().map(({ code }) => code)).size).toBeGreaterThan(38);
    expect([...Object.keys(refusal), ...Object.keys(demand)]).toHaveLength(refusals().length - 2);
    for (const { code, text } of refusals()) {
      expect(text.nl, code).not.toBe(text.en);
      for (const sentence of [text.nl, text.en]) expect(sentence, code).toMatch(/^[A-Z].{20,}\.$/);
    }
  });
});
