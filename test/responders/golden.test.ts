import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LetterLanguage, letterLanguages } from '../../src/case/kind.ts';
import { loadTemplates } from '../../src/responders/templates.ts';
import { type Sample, samples } from './samples.ts';

/** `UPDATE_GOLDEN=1` writes what the letters are now; read the difference before committing it. */
const update = process.env.UPDATE_GOLDEN === '1';
const root = path.resolve(import.meta.dirname, '../..');
const templates = loadTemplates();

describe.each(letterLanguages)('letters in %s', (language) => {
  const folder = path.join(root, 'test/golden', language);
  const all = samples(templates, language);
  if (update) rmSync(folder, { recursive: true, force: true });
  if (update) mkdirSync(folder, { recursive: true });

  test.each(all.map((sample) => [`${sample.letter}-${sample.variant}`, sample] as const))('%s', (name, sample) => {
    compare(path.join(folder, `${name}.txt`), asPlain(sample));
    compare(path.join(folder, `${name}.html`), sample.text.html);
  });

  test('no golden file is left of a letter that is gone', () => {
    const expected = all.flatMap(({ letter, variant }) => [`${letter}-${variant}.html`, `${letter}-${variant}.txt`]);
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
  });
});

test('docs/letters.md shows the letters as they are', () => {
  const file = path.join(root, 'docs/letters.md');
  const marker = '<!-- From here on written by UPDATE_GOLDEN=1; see above. -->';
  const [byHand] = readFileSync(file, 'utf8').split(marker);
  const shown = letterLanguages.flatMap((language) => [languageTitle(language), ...samples(templates, language).map(asSection)]);
  compare(file, `${byHand}${marker}\n\n${shown.join('\n\n')}\n`);
});

function compare(file: string, content: string): void {
  if (update) writeFileSync(file, content);
  expect(existsSync(file), `${path.relative(root, file)} is missing: run with UPDATE_GOLDEN=1`).toBe(true);
  expect(content).toBe(readFileSync(file, 'utf8'));
}

function asPlain({ text }: Sample): string {
  return `Subject: ${text.subject}\n\n${text.text}`;
}

function languageTitle(language: LetterLanguage): string {
  return language === 'nl' ? '## Nederlands' : '## English';
}

function asSection(sample: Sample): string {
  return `### ${sample.letter}: ${sample.variant}\n\n\`\`\`text\n${asPlain(sample)}\`\`\``;
}
