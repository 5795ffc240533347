import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Console, openConsole } from '../../src/console/server.ts';
import { doTheWork, drop, newCase, newestReference, stateOf } from '../console/case-steps.ts';
import { findChromium, startChromium } from '../support/chromium.ts';
import { anna, bram, openTestConsole, type TestConsole } from '../support/console.ts';
import { hostileMessages } from '../support/hostile-messages.ts';
import { eventually, skipOrFail } from '../support/servers.ts';

// The page of a case as a person uses it, in a real browser, with the default policy: four eyes, and a minute to undo.

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

interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses asked for that are not ours. */
  readonly outside: string[];
}

/** Somebody of ours at a browser of their own, signed in by the mailed code. */
async function seat(address: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Seat> {
  // Codes are counted per person and quarter of an hour.
  house.clock.forward({ minutes: 16 });
  const context = await browser.newContext({ locale: 'nl-NL', ...options });
  const page = await context.newPage();
  const outside: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(pages.url) && !url.startsWith('data:') && !url.startsWith('about:')) outside.push(url);
  });
  const former = await house.codeFor(address);
  await page.goto(pages.url);
  await page.getByLabel('E-mailadres').fill(address);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in/code');
  await page.getByLabel('Code').fill(await newCode(address, former));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Werkvoorraad' }).waitFor();
  // Keys work once the script of the page has run.
  await page.waitForLoadState('load');
  return { context, page, outside };
}

/** The code of a mail that has come since: it is made only after the page has answered. */
async function newCode(address: string, former: string): Promise<string> {
  return eventually(async () => {
    await house.settle();
    const code = await house.codeFor(address);
    if (code === former) throw new Error('no new code yet');
    return code;
  });
}

/** A deletion whose completion notice waits for approval. */
async function waitingForApproval(): Promise<string> {
  const reference = await newCase(house, 'deletion');
  await doTheWork(house, reference);
  await house.settle();
  return reference;
}

async function sentToCustomer(reference: string): Promise<readonly string[]> {
  const { openingMessageId: _, ...state } = await stateOf(house, reference);
  return [state.status];
}

test('two people approve, one takes it back within the minute, two approve again, and it leaves', async () => {
  const reference = await waitingForApproval();
  const one = await seat(anna);
  const two = await seat(bram);
  for (const { page } of [one, two]) {
    await page.goto(`${pages.url}/cases/${reference}`);
    await page.getByRole('button', { name: 'Goedkeuren' }).click();
    await page.waitForLoadState();
  }
  expect(await stateOf(house, reference)).toMatchObject({ status: 'in-progress' });
  await house.settle();
  expect(await sentToCustomer(reference)).toEqual(['in-progress']);
  await two.page
    .getByRole('button', { name: /Akkoord terugnemen/ })
    .first()
    .click();
  await two.page.waitForLoadState();
  expect(await stateOf(house, reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [] } });

  for (const { page } of [one, two]) {
    await page.goto(`${pages.url}/cases/${reference}`);
    await page.getByRole('button', { name: 'Goedkeuren' }).click();
    await page.waitForLoadState();
  }
  house.clock.forward({ seconds: 61 });
  await house.settle();
  expect(await stateOf(house, reference)).toMatchObject({ status: 'completed' });
  await one.page.goto(`${pages.url}/cases/${reference}`);
  expect(await one.page.textContent('main')).toContain('afgehandeld');
  await Promise.all([one.context.close(), two.context.close()]);
}, 120_000);

test('an edit takes every approval away; what the law wants in the letter stays', async () => {
  const reference = await waitingForApproval();
  const { context, page } = await seat(anna);
  await page.goto(`${pages.url}/cases/${reference}`);
  await page.getByRole('button', { name: 'Goedkeuren' }).click();
  await page.waitForLoadState();
  expect(await stateOf(house, reference)).toMatchObject({ draft: { approvals: [house.member(anna).id] } });
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await page.getByLabel('Tekst die u kunt aanpassen').fill('Goedendag,\n\nAlles is weg. <b>Echt</b>.');
  await page.getByRole('button', { name: 'Concept bewaren' }).click();
  await page.waitForLoadState();
  const { draft } = (await stateOf(house, reference)) as { draft?: { approvals: string[]; editedBy: string | null } };
  expect(draft).toMatchObject({ approvals: [], editedBy: house.member(anna).id });
  const letter = (await page.getByRole('article', { name: 'Afhandelingsbericht' }).textContent()) ?? '';
  expect(letter).toContain('Alles is weg. <b>Echt</b>.');
  expect(letter).toContain('Autoriteit Persoonsgegevens');
  await context.close();
}, 60_000);

test('a rejected draft sends nothing, and colleagues read why', async () => {
  const reference = await waitingForApproval();
  const { context, page } = await seat(bram);
  await page.goto(`${pages.url}/cases/${reference}`);
  await page.locator('details.reject > summary').click();
  await page.locator('#reject-reason').fill('De naam klopt niet.');
  await page.locator('details.reject').getByRole('button', { name: 'Afwijzen' }).click();
  await page.getByText('De naam klopt niet.').waitFor();
  await house.settle();
  expect(await stateOf(house, reference)).toMatchObject({ status: 'in-progress', leaving: null });
  await context.close();
}, 60_000);

test('without JavaScript everything still works', async () => {
  const reference = await waitingForApproval();
  const { context, page } = await seat(bram, { javaScriptEnabled: false });
  await page.goto(`${pages.url}/cases/${reference}`);
  await page.getByRole('button', { name: 'Goedkeuren' }).click();
  await page.waitForLoadState();
  expect(await stateOf(house, reference)).toMatchObject({ draft: { approvals: [house.member(bram).id] } });
  await context.close();
}, 60_000);

test('a session ends after its hours, and what was on the page does nothing any more', async () => {
  const reference = await waitingForApproval();
  const { context, page } = await seat(anna, { javaScriptEnabled: false });
  await page.goto(`${pages.url}/cases/${reference}`);
  house.clock.forward({ hours: 13 });
  await page.getByRole('button', { name: 'Goedkeuren' }).click();
  await page.waitForLoadState();
  expect(await page.textContent('main')).toMatch(/aanmelden|inloggen|sessie/i);
  expect(await stateOf(house, reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [] } });
  await context.close();
}, 60_000);

test('another site that posts our forms gets nowhere', async () => {
  const reference = await waitingForApproval();
  const { context, page } = await seat(anna);
  const state = await stateOf(house, reference);
  const draft = state.status === 'awaiting-approval' ? state.draft : null;
  const form = `<form method="post" action="${pages.url}/cases/${reference}/approve">
    <input name="letter" value="${draft?.letterId}"><input name="hash" value="${draft?.hash}"><input name="csrf" value="x"></form>
    <script>document.forms[0].submit()</script>`;
  const elsewhere = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(form));
  await new Promise<void>((ready) => elsewhere.listen(0, '127.0.0.1', ready));
  try {
    const { port } = elsewhere.address() as AddressInfo;
    // Another name of the same machine is another site.
    await page.goto(`http://localhost:${port}/`);
    await page.waitForURL((url) => url.origin === pages.url);
  } finally {
    elsewhere.close();
  }
  expect(await stateOf(house, reference)).toMatchObject({ draft: { approvals: [] } });
  // And with our own cookie, but without the page's token.
  const forged = await page.request.post(`${pages.url}/cases/${reference}/approve`, {
    form: { letter: draft?.letterId ?? '', hash: draft?.hash ?? '' },
    headers: { origin: pages.url },
  });
  expect(forged.status()).toBe(403);
  expect(await stateOf(house, reference)).toMatchObject({ draft: { approvals: [] } });
  await context.close();
}, 60_000);

test('fifty hostile messages: no script runs, nothing is asked from outside, no page is too wide', async () => {
  const { context, page, outside } = await seat(anna);
  const alarms: string[] = [];
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  await context.exposeFunction('hostile', (what: string) => alarms.push(what));
  await page.setViewportSize({ width: 390, height: 844 });
  let frames = 0;
  const wide: string[] = [];
  expect(hostileMessages).toHaveLength(50);
  for (const { name, raw } of hostileMessages) {
    await drop(house, raw(house.clock.now()));
    const reference = await newestReference(house);
    await page.goto(`${pages.url}/cases/${reference}`);
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wide.push(name);
    for (const path of await page.locator('a[href$="/html"]').evaluateAll<string[], HTMLAnchorLike>((all) => all.map((one) => one.href))) {
      await page.goto(path);
      await page.waitForTimeout(50);
      frames += page.frames().length - 1;
    }
  }
  expect({ alarms, outside, wide }).toEqual({ alarms: [], outside: [], wide: [] });
  expect(frames).toBeGreaterThan(20);
  await context.close();
}, 300_000);

interface HTMLAnchorLike {
  readonly href: string;
}

test('by keyboard alone: from the queue to an approved letter', async () => {
  const reference = await waitingForApproval();
  const { context, page } = await seat(anna);
  await page.keyboard.press('/');
  await page.keyboard.type(reference);
  await page.keyboard.press('Enter');
  // A whole reference leads to its case at once.
  await page.waitForURL(`**/cases/${reference}`);
  await page.waitForLoadState('load');
  await page.keyboard.press('a');
  expect(await page.evaluate('document.activeElement?.textContent')).toContain('Goedkeuren');
  await page.keyboard.press('Enter');
  await page.getByText('1 van 2').waitFor();
  expect(await stateOf(house, reference)).toMatchObject({ draft: { approvals: [house.member(anna).id] } });
  // Typing into a field is typing, whatever the letters mean elsewhere.
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('aenu/?');
  expect(await page.getByLabel('Notitie voor collega’s').inputValue()).toBe('aenu/?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('aenu/?').first().waitFor();
  await context.close();
}, 60_000);

test('the page of a case has no serious fault of accessibility in any state, light and dark, desk and phone', async () => {
  const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  const states = [
    await waitingForApproval(),
    await newCase(house, 'change'),
    await newCase(house, 'copy'),
    await newCase(house, 'refund'),
    await newCase(house, 'objection'),
  ];
  const { context, page } = await seat(anna, { bypassCSP: true });
  const found = new Set<string>();
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 390])
      for (const path of [...states.map((one) => `/cases/${one}`), '/cases/new']) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 844 });
        await page.goto(pages.url + path);
        await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
        await page.evaluate(axe);
        const violations = await page.evaluate<{ impact: string; id: string }[]>('axe.run().then(({ violations }) => violations)');
        for (const { impact, id } of violations) found.add(`${colorScheme} ${width} ${path.split('-')[0]}: ${impact} ${id}`);
        if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) found.add(`${width} ${path}: too wide`);
      }
  expect([...found].filter((line) => /serious|critical|too wide/.test(line))).toEqual([]);
  await context.close();
}, 180_000);
