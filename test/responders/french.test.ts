import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { overviewKinds } from '../../src/responders/letter.ts';
import { samples } from '../../src/responders/sample.ts';
import { loadTemplates } from '../../src/responders/templates.ts';

const folder = path.resolve(import.meta.dirname, '../../templates/fr');
const tag = /\{%[^%]*%\}/g;
const fact = /\{\{[^}]*\}\}/g;

/** What a customer reads, with `X` where a fact goes. The subject's own colon, and those in numbers of articles, are no punctuation. */
function prose(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8')
    .replace(/^Subject: /, '')
    .replace(/\n<!-- fixed -->\n/, '\n')
    .replaceAll(tag, '')
    .replaceAll(fact, 'X')
    .replaceAll(/\b6:230[op]\b/g, 'X');
}

test.each(readdirSync(folder))('%s: a no-break space before double punctuation, and curly apostrophes', (file) => {
  const text = prose(file);
  expect(text.match(/.{0,20}[^\u{a0}][:;?!»]/gu) ?? []).toEqual([]);
  expect(text.match(/«[^\u{a0}].{0,20}/gu) ?? []).toEqual([]);
  expect(text.match(/.{0,20}['"\u{202f}].{0,20}/gu) ?? []).toEqual([]);
});

test.each(samples(loadTemplates(), 'fr').filter(({ letter }) => overviewKinds.some((one) => one === letter)))(
  '$letter $variant',
  ({ text }) => {
    const words = `${text.subject}\n${text.text}`
      .replaceAll(/https:\S+/g, 'X')
      .replaceAll('!! ', '')
      .replaceAll(/\d:[0-9a-f]{16}/g, 'X');
    expect(words.match(/.{0,20}[^\u{a0}][:;?!»]/gu) ?? []).toEqual([]);
    expect(words.match(/.{0,20}['"].{0,20}/gu) ?? []).toEqual([]);
  },
);
