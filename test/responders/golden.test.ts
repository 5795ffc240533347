import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LetterLanguage, letterLanguages } from '../../src/case/kind.ts';
import { type LetterKind, letterKinds, overviewKinds } from '../../src/responders/letter.ts';
import { type Sample, samples } from '../../src/responders/sample.ts';
import { languagesOf, loadTemplates } from '../../src/responders/templates.ts';

/** `UPDATE_GOLDEN=1` writes what the letters are now; read the difference before committing it. */
const update = process.env.UPDATE_GOLDEN === '1';
const root = path.resolve(import.meta.dirname, '../..');
const templates = loadTemplates();
const letters = Object.fromEntries(letterLanguages.map((language) => [language, samples(templates, language)])) as Readonly<
  Record<LetterLanguage, readonly Sample[]>
>;

/**
 * File names to contents: the text of each sample, and one page of HTML per letter, for its frame is the same in all; of
 * the overviews, which are laid out from their facts, every page.
 */
function files(language: LetterLanguage): ReadonlyMap<string, string> {
  const texts = letters[language].map((sample) => [`${sample.letter}-${sample.variant}.txt`, asPlain(sample)] as const);
  const laidOut = letters[language].filter(({ letter }) => overviewKinds.some((one) => one === letter));
  const first = letterKinds.flatMap((kind) => letters[language].find(({ letter }) => letter === kind) ?? []);
  const pages = [...new Set([...first, ...laidOut])].map(
    (sample) => [`${sample.letter}-${sample.variant}.html`, sample.text.html] as const,
  );
  return new Map([...texts, ...pages]);
}

describe.each(letterLanguages)('letters in %s', (language) => {
  const folder = path.join(root, 'test/golden', language);
  const all = files(language);
  if (update) rmSync(folder, { recursive: true, force: true });
  if (update) mkdirSync(folder, { recursive: true });

  test.each([...all])('%s', (name, content) => compare(path.join(folder, name), content));

  test('no golden file is left of a letter that is gone', () => {
    expect(readdirSync(folder).sort()).toEqual([...all.keys()].sort());
  });

  test('every letter of this language has a sample, each under a name of its own', () => {
    const names = letters[language].map(({ letter, variant }) => `${letter}-${variant}`);
    expect(names).toEqual([...new Set(names)]);
    expect(new Set(letters[language].map(({ letter }) => letter))).toEqual(
      new Set(letterKinds.filter((kind) => languagesOf(kind).includes(language))),
    );
  });
});

test('docs/letters.md shows the letters as they are', () => {
  const file = path.join(root, 'docs/letters.md');
  const marker = '<!-- From here on written by UPDATE_GOLDEN=1; see above. -->';
  const [byHand] = readFileSync(file, 'utf8').split(marker);
  const shown = letterKinds.flatMap((kind) => [`## ${kind}`, ...variantsOf(kind).map((variant) => asSection(kind, variant))]);
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

function variantsOf(kind: LetterKind): readonly string[] {
  return letters.nl.filter(({ letter }) => letter === kind).map(({ variant }) => variant);
}

/** One variant in all its languages under one another. */
function asSection(kind: LetterKind, variant: string): string {
  const shown = languagesOf(kind).flatMap((language) =>
    letters[language].filter((sample) => sample.letter === kind && sample.variant === variant),
  );
  return [`### ${kind}: ${variant}`, ...shown.map((sample) => `\`\`\`text\n${asPlain(sample)}\`\`\``)].join('\n\n');
}
