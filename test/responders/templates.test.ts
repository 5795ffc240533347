import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { caseLetterKinds } from '../../src/case/kind.ts';
import { ExpectedError } from '../../src/errors.ts';
import { automaticLetterKinds, internalLetterKinds, overviewKinds } from '../../src/responders/letter.ts';
import { reviewReceipt } from '../../src/responders/review-receipt.ts';
import { languagesOf, loadTemplates } from '../../src/responders/templates.ts';

const shipped = path.resolve(import.meta.dirname, '../../templates');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'templates-'));
  cpSync(shipped, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function failure(): ExpectedError {
  try {
    loadTemplates(folder);
  } catch (error) {
    if (error instanceof ExpectedError) return error;
    throw error;
  }
  throw new Error('The templates were accepted.');
}

function edit(change: (source: string) => string, name = 'en/review-receipt'): void {
  const file = path.join(folder, `${name}.md`);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

describe('templates are checked at start', () => {
  test('the shipped ones pass', () => {
    expect(() => loadTemplates(folder)).not.toThrow();
  });

  test.each(['nl/morning', 'en/sign-in-code', 'de/refusal', 'fr/download-code'])('%s is missed by name', (name) => {
    rmSync(path.join(folder, `${name}.md`));
    expect(failure()).toMatchObject({ code: 'template-missing', retry: 'never', message: expect.stringContaining(`${name}.md`) });
  });

  test('letters to our own people are not wanted in the customers’ other languages', () => {
    for (const kind of internalLetterKinds.filter((one) => !overviewKinds.some((laidOut) => laidOut === one))) {
      expect(languagesOf(kind)).toEqual(['nl', 'en']);
      expect(existsSync(path.join(shipped, 'de', `${kind}.md`))).toBe(false);
    }
    for (const kind of [...automaticLetterKinds, ...caseLetterKinds]) expect(languagesOf(kind)).toEqual(['nl', 'en', 'de', 'fr']);
  });

  test.each([
    ['a letter about a case without its divider', (source: string) => source.replace('<!-- fixed -->\n', '')],
    ['one with two', (source: string) => source.replace('<!-- fixed -->\n', '<!-- fixed -->\n\n<!-- fixed -->\n')],
    ['one with nothing after it', (source: string) => source.slice(0, source.indexOf('<!-- fixed -->') + 15)],
    [
      'a branch that reaches over it',
      (source: string) => source.replace('<!-- fixed -->', '{% if kind %}\n\n<!-- fixed -->').concat('{% endif %}\n'),
    ],
  ])('%s is refused', (_, change) => {
    edit(change, 'de/refusal');
    expect(failure()).toMatchObject({ code: 'template-invalid', message: expect.stringContaining('de/refusal.md') });
  });

  test('a divider in a letter that nobody edits is refused', () => {
    edit((source) => `${source}\n<!-- fixed -->\n\nx\n`, 'fr/acknowledgement');
    expect(failure().message).toContain('may not have a line');
  });

  test.each([
    ['a fact of another letter', '{{ complaints }}', '"complaints"'],
    ['a fact in a condition only', '{% if complaints %}x{% endif %}', '"complaints"'],
    ['a field that rows do not have', '{% for row in reason %}{{ row.email }}{% endfor %}', '"row.email"'],
    ['a way into prototypes', '{{ reason.constructor }}', '"reason.constructor"'],
    ['an unknown filter', '{{ reason | upcase }}', 'undefined filter: upcase'],
    ['the filter that lets markup through', '{{ reason | raw }}', 'undefined filter: raw'],
    ['an include', '{% include "nl/digest" %}', '"include" not found'],
    ['a render', '{% render "nl/digest" %}', '"render" not found'],
    ['a layout', '{% layout "nl/digest" %}', '"layout" not found'],
    ['an assignment', '{% assign x = "y" %}', '"assign" not found'],
    ['a tag that is never closed', '{% if reason %}', 'not closed'],
    ['our own placeholder characters', '\u{E000}0\u{E001}', 'U+E000'],
  ])('%s is refused', (_, addition, problem) => {
    edit((source) => `${source}\n${addition}\n`);
    expect(failure()).toMatchObject({ code: 'template-invalid', retry: 'never' });
    expect(failure().message).toContain('en/review-receipt.md');
    expect(failure().message).toContain(problem);
  });

  test('the subject is checked as well', () => {
    edit((source) => source.replace('{{ reference }}', '{{ company }}'));
    expect(failure().message).toContain('"company"');
  });

  test('a template without a subject is refused', () => {
    edit((source) => source.slice(source.indexOf('\n') + 1));
    expect(failure().message).toContain('Subject:');
  });

  test('files with Windows line ends read the same', () => {
    const facts = { language: 'en', reference: 'R', result: 'refused', reason: 'Because.' } as const;
    const before = reviewReceipt(loadTemplates(folder), facts);
    edit((source) => source.replaceAll('\n', '\r\n'));
    expect(reviewReceipt(loadTemplates(folder), facts)).toEqual(before);
  });
});

describe('a fact that is missing', () => {
  const whole = { reference: 'R', result: 'refused', reason: 'Because.' } as const;

  test.each(['reference', 'result', 'reason'] as const)('%s: the letter is not written', (fact) => {
    const { [fact]: _, ...partial } = whole;
    // @ts-expect-error a fact is left out on purpose
    expect(() => loadTemplates().fill('review-receipt', 'en', partial)).toThrow(/undefined variable/);
  });

  test('a value that is neither text nor a number is not printed', () => {
    expect(() => loadTemplates().fill('review-receipt', 'en', { ...whole, reference: null })).toThrow(/neither text nor a number/);
    expect(() => loadTemplates().fill('review-receipt', 'en', { ...whole, reference: ['a'] })).toThrow(/neither text nor a number/);
  });
});
