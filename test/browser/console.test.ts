import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Console, openConsole } from '../../src/console/server.ts';
import { findChromium, startChromium } from '../support/chromium.ts';
import { anna, openTestConsole, type TestConsole } from '../support/console.ts';
import { skipOrFail } from '../support/servers.ts';

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

async function signIn(page: Page): Promise<void> {
  await page.goto(pages.url);
  await page.getByLabel('E-mailadres').fill(anna);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in/code');
  await house.settle();
  await page.getByLabel('Code').fill(await house.codeFor(anna));
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

  await page.keyboard.press('j');
  const first = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('j');
  const second = await page.evaluate(() => document.activeElement?.textContent);
  expect([first, second]).toEqual(await page.locator('[data-row] th a').allTextContents());
  await page.keyboard.press('k');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first);
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
  await page.getByText('1 zaak gevonden').waitFor();
  expect(page.url()).not.toContain('klant');

  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.getByRole('heading', { name: 'U bent uitgelogd' }).waitFor();
  await page.goto(pages.url);
  await page.getByLabel('E-mailadres').waitFor();
  expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
  await context.close();
}, 60_000);
