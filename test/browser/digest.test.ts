import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LetterLanguage, letterLanguages } from '../../src/case/kind.ts';
import { type LetterText, overviewKinds } from '../../src/responders/letter.ts';
import { type Sample, samples } from '../../src/responders/sample.ts';
import { standalone } from '../../src/responders/standalone.ts';
import { loadTemplates } from '../../src/responders/templates.ts';
import { findChromium, startChromium } from '../support/chromium.ts';
import { skipOrFail } from '../support/servers.ts';

// Digest and summaries as a mail program shows them: light and dark, on a desk and on a phone, in every language.

const program = findChromium();
const templates = loadTemplates();
let browser: Browser;

beforeAll(async () => {
  if (program !== null) browser = await startChromium(program);
});
beforeEach((context) => {
  if (program === null) skipOrFail(context, 'Chromium is not installed');
});
afterAll(() => browser?.close());

function overviews(language: LetterLanguage): readonly Sample[] {
  return samples(templates, language).filter(({ letter }) => overviewKinds.some((one) => one === letter));
}

/** Every request that would leave is refused and noted. */
async function open(asked: string[]): Promise<Page> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  return page;
}

test.each(letterLanguages)(
  'in %s: nothing is too wide, nothing is asked for, no fault of accessibility',
  async (language) => {
    const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
    const asked: string[] = [];
    const found: string[] = [];
    const page = await open(asked);
    for (const { letter, variant, text } of overviews(language))
      for (const width of [1000, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await page.setContent(standalone(text));
        const name = `${letter} ${variant} ${width}`;
        if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) found.push(`${name}: too wide`);
        await page.evaluate(axe);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const violations = await page.evaluate<{ id: string; target: string }[]>(
            'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, target: nodes[0].html })))',
          );
          found.push(...violations.map(({ id, target }) => `${name} ${colorScheme}: ${id} ${target}`));
        }
      }
    expect(found).toEqual([]);
    expect(asked).toEqual([]);
    await page.close();
  },
  240_000,
);

test('without its sheet, and without pictures, it is light and says the same', async () => {
  const asked: string[] = [];
  const page = await open(asked);
  const text = overviews('nl').find(({ variant }) => variant === 'ordinary')?.text as LetterText;
  await page.setContent(text.html.replace(/<style>.*?<\/style>/s, ''));
  expect(await page.evaluate("getComputedStyle(document.querySelector('table.card')).backgroundColor")).toBe('rgb(255, 255, 255)');
  const pictures = page.getByRole('img');
  expect(await pictures.count()).toBe(2);
  expect(await pictures.nth(0).getAttribute('alt')).toMatch(/^Uiterste dag per datum: 30 nov \(1\), /);
  expect(await pictures.nth(1).getAttribute('alt')).toMatch(/26 okt \(17, 1 na belofte, 1 na termijn\)/);
  // A mail program finds a `cid:` in the mail itself; a browser can only fail to.
  expect(asked.filter((url) => !url.startsWith('cid:'))).toEqual([]);
  await page.close();
});
