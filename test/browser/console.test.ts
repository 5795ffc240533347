import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Console, openConsole } from '../../src/console/server.ts';
import { findChromium, startChromium } from '../support/chromium.ts';
import { anna, marit, openTestConsole, type TestConsole } from '../support/console.ts';
import { eventually, skipOrFail } from '../support/servers.ts';

// The console as a person sees it, in a real browser: signing in by the mailed code, the queue, and the keyboard.

const program = findChromium();
let house: TestConsole;
let pages: Console;
let browser: Browser;

beforeAll(async () => {
  if (program === null) return;
  house = await openTestConsole();
  pages = await openConsole(house.context, house.signIn, { port: 0, host: '127.0.0.1', publicUrl: null });
  browser = await startChromium(program);
});
beforeEach((context) => {
  if (program === null) skipOrFail(context, 'Chromium is not installed');
});
afterAll(async () => {
  await browser?.close();
  await pages?.close();
  await house?.stop();
});

/** A page that notes every request that leaves for elsewhere, and every complaint of the browser. */
async function open(context: BrowserContext): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(pages.url)) complaints.push(`asked ${request.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A page that may not be seen yet is answered with 401, which the browser mentions.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
  });
  return { page, complaints };
}

async function signIn(page: Page, address = anna): Promise<void> {
  await page.goto(pages.url);
  await page.getByLabel('E-mailadres').fill(address);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in/code');
  // The code is made only after the page has answered.
  const code = await eventually(async () => {
    await house.settle();
    const mailed = await house.codeFor(address);
    if (mailed === '') throw new Error('no code yet');
    return mailed;
  });
  await page.getByLabel('Code').fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Werkvoorraad' }).waitFor();
}

test('sign in by the mailed code, see a case arrive, walk by keyboard, sign out', async () => {
  const context = await browser.newContext({ locale: 'nl-NL' });
  const { page, complaints } = await open(context);
  await signIn(page);
  await page.getByText('Er ligt niets open.').waitFor();
  await house.write('klant@elders.example', 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
  await house.write('tweede@elders.example', 'Graag ontvang ik een kopie van alle persoonsgegevens die u van mij heeft.');
  // Without a reload: the page looks by itself.
  await page.locator('[data-row]').nth(1).waitFor({ timeout: 20_000 });

  const offline = page.getByText('Geen verbinding met de server.');
  await context.setOffline(true);
  await offline.waitFor({ timeout: 20_000 });
  await context.setOffline(false);
  await offline.waitFor({ state: 'hidden', timeout: 20_000 });

  await page.keyboard.press('j');
  const first = await page.evaluate('document.activeElement?.textContent');
  await page.keyboard.press('j');
  const second = await page.evaluate('document.activeElement?.textContent');
  expect([first, second]).toEqual(await page.locator('[data-row] th a').allTextContents());
  await page.keyboard.press('k');
  expect(await page.evaluate('document.activeElement?.textContent')).toBe(first);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/cases/${first}`);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByRole('heading', { name: 'Werkvoorraad' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('klant@elders.example');
  await page.keyboard.press('Enter');
  await page.getByText('1 dossier gevonden').waitFor();
  expect(page.url()).not.toContain('klant');

  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.getByRole('heading', { name: 'U bent uitgelogd' }).waitFor();
  await page.goto(pages.url);
  await page.getByLabel('E-mailadres').waitFor();
  expect(complaints.filter((line) => !/404|ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(line))).toEqual([]);
  await context.close();
}, 120_000);

test('no page has a serious fault of accessibility, in light and dark, on a desk and on a phone', async () => {
  const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  house.clock.forward({ minutes: 16 });
  // The checks are a script of their own, which our pages would not let run.
  const context = await browser.newContext({ bypassCSP: true, locale: 'nl-NL' });
  const { page } = await open(context);
  await signIn(page, marit);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 390])
      for (const path of ['/', '/?view=mine', '/search', '/manager', '/none', '/sign-in', '/sign-in/code', '/signed-out']) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 844 });
        await page.goto(pages.url + path);
        await page.evaluate(axe);
        const violations = await page.evaluate<{ impact: string; id: string }[]>('axe.run().then(({ violations }) => violations)');
        found.push(...violations.map(({ impact, id }) => `${colorScheme} ${width} ${path}: ${impact} ${id}`));
        // Nothing is wider than the screen.
        if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) found.push(`${width} ${path}: too wide`);
      }
  expect(found).toEqual([]);
  await context.close();
}, 240_000);
