import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReferences, isReference, makeReference, normaliseReference } from '../../src/case/reference.ts';

const anyNumber = fc.integer({ min: 0, max: 99_999_999 });

describe('a reference', () => {
  it('is digits after T-, in groups easy to say, the last one a check digit', () => {
    expect(makeReference(48_273_915)).toBe('T-4827-3915-1');
    expect(makeReference(0)).toBe('T-0000-0000-0');
    expect(makeReference(99_999_999)).toMatch(/^T-9999-9999-\d$/);
  });

  it('needs an integer of eight digits at most', () => {
    for (const wrong of [-1, 100_000_000, 1.5, Number.NaN])
      expect(() => makeReference(wrong)).toThrow(new RangeError('a reference needs an integer from 0 to 99999999'));
  });

  it('shows every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(anyNumber, (random) => {
        const digits = makeReference(random).replaceAll(/\D/g, '');
        for (let at = 0; at < digits.length; at += 1) {
          for (let wrong = 0; wrong <= 9; wrong += 1) {
            const changed = digits.slice(0, at) + wrong + digits.slice(at + 1);
            expect(normaliseReference(`T${changed}`) !== null).toBe(changed === digits);
          }
          const swapped = digits.slice(0, at) + (digits[at + 1] ?? '') + digits[at] + digits.slice(at + 2);
          if (swapped !== digits) expect(normaliseReference(`T${swapped}`)).toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is recognised as people type it', () => {
    for (const typed of [
      'T-4827-3915-1',
      't-4827-3915-1',
      ' T 4827 3915 1 ',
      't482739151',
      'T-482739151',
      'T–4827–3915–1',
      'T-4827\u00a03915-1',
    ]) {
      expect(normaliseReference(typed)).toBe('T-4827-3915-1');
    }
    for (const other of ['', 'T-4827-3915', 'T-4827-3915-2', 'T-4827-3915-11', 'X-4827-3915-1', 'T--4827-3915-1', 'T-48273-915-1']) {
      expect(normaliseReference(other)).toBeNull();
    }
    expect(isReference('T-4827-3915-1')).toBe(true);
    expect(isReference('t-4827-3915-1')).toBe(false);
  });

  it('is found in running text, each once and in order', () => {
    const other = makeReference(7);
    expect(findReferences(`Antw: uw verzoek (t-4827 3915 1), zie ook ${other}; nogmaals T-4827-3915-1.`)).toEqual(['T-4827-3915-1', other]);
  });

  it('is not found in telephone numbers, in longer numbers, in words or with a wrong check digit', () => {
    for (const text of ['T 0201234567', 'T 482739151', 'ABT-4827-3915-1', 'T-4827-3915-12', 'T-4827-3915-2', 'art-4827-3915-1']) {
      expect(findReferences(text), text).toEqual([]);
    }
  });

  it('is found wherever it stands in any text, and time stays linear', () => {
    fc.assert(
      fc.property(anyNumber, fc.stringMatching(/^[a-z .,]*$/), (random, text) => {
        const reference = makeReference(random);
        expect(findReferences(`${text} ${reference}\n${text}`)).toEqual([reference]);
      }),
    );
    expect(findReferences('T-'.repeat(200_000))).toEqual([]);
  });
});
