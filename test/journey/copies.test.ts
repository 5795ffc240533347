// A copy reaches its customer by a page with a code of its own, or with the letter; and ends.
import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openConsole } from '../../src/console/server.ts';
import { openKey, unseal } from '../../src/privacy/seal.ts';
import { rows } from '../../src/store/db.ts';
import { openSignIn } from '../../src/store/sign-in.ts';
import { requestLetter } from '../../src/worker/staff-commands.ts';
import { sweepDownloads } from '../../src/worker/sweep-downloads.ts';
import { findChromium, startChromium } from '../support/chromium.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import type { Letter } from '../support/mail.ts';
import { skipOrFail } from '../support/servers.ts';
import { decide, doTheWork, newest, reviews, staffId, statusOf, theCase, write } from './steps.ts';

const wish = 'Ik wil graag een kopie van alle persoonsgegevens die u van mij hebt.';
const table = Buffer.from('nummer,van,tot\r\n+31970,2025-01-01,2025-06-30\r\n');
const files = [
  { filename: '../uw\u202Egegevens.csv', contentType: 'text/html', content: table.toString('base64') },
  { filename: 'brief.pdf', contentType: '', content: Buffer.from('%PDF-1.7 kort').toString('base64') },
];
const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const pages = { PUBLIC_URL: 'http://console.winkel.example:8425', CONSOLE_PORT: '0' };

interface Site {
  readonly url: string;
  get(path: string, method?: 'GET' | 'HEAD'): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
}

/** The console of a journey, asked as a browser asks it. */
async function openSite(journey: Journey): Promise<Site> {
  const { context } = journey;
  const server = await openConsole(context, openSignIn(context.db, context.subKeys.console, pages.PUBLIC_URL), {
    port: 0,
    host: '127.0.0.1',
    publicUrl: null,
  });
  onTestFinished(() => server.close());
  return {
    url: server.url,
    get: (path, method = 'GET') => fetch(new URL(path, server.url), { method, redirect: 'manual' }),
    post: (path, fields) =>
      fetch(new URL(path, server.url), {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: server.url, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(fields),
      }),
  };
}

/** A copy that was approved and left, by a page or with its letter. */
async function sendCopy(journey: Journey, from: string): Promise<{ readonly reference: string; readonly notice: Letter }> {
  await write(journey, from, wish);
  const { reference } = await theCase(journey, from);
  await doTheWork(journey, reference);
  const outcome = await requestLetter(journey.context, reference, 'completion-notice', staffId(journey), { attachments: files });
  if (!outcome.done) throw new Error(`no draft: ${outcome.refusal?.code}`);
  await journey.settle();
  await decide(journey, reference, 'akkoord');
  return { reference, notice: newest(journey.lettersTo(from)) };
}

function pathIn(letter: Letter): string {
  return /http:\/\/console\.winkel\.example:8425(\/d\/[\w-]{22})/.exec(letter.text)?.[1] ?? 'no page';
}

function field(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
}

async function askCode(journey: Journey, site: Site, path: string, from: string): Promise<string> {
  expect((await site.post(`${path}/code`, {})).status).toBe(200);
  await journey.settle();
  return /\b(\d{8})\b/.exec(newest(journey.lettersTo(from)).text)?.[1] ?? 'no code';
}

function wrong(code: string): string {
  return String((Number(code) + 1) % 100_000_000).padStart(8, '0');
}

describe('a copy', () => {
  atEveryPlace((house) => {
    test('waits on a page that asks for a code mailed apart, until it ends', async () => {
      const journey = await house.open({ environment: pages });
      const from = 'kopie@post.example';
      const { reference, notice } = await sendCopy(journey, from);
      expect(notice.attachments).toEqual([]);
      expect(notice.text).toContain('maandag 26 januari 2026');
      expect(await statusOf(journey, reference)).toBe('completed');
      expect(newest(reviews(journey, reference)).text).toContain('uwgegevens.csv');

      const site = await openSite(journey);
      const path = pathIn(notice);
      const letters = () => journey.lettersTo(from).length;
      const before = letters();
      // Whoever only looks changes nothing.
      for (const method of ['GET', 'HEAD'] as const)
        for (const part of ['', '/code', '/open', '/file']) await site.get(`${path}${part}`, method);
      await journey.settle();
      expect(letters()).toBe(before);
      const first = await (await site.get(path)).text();
      expect(first).toContain('Voorbeeldnummers');
      for (const word of [from, reference, 'csv', '<script']) expect(first).not.toContain(word);

      const old = await askCode(journey, site, path, from);
      const code = await askCode(journey, site, path, from);
      expect((await site.post(`${path}/open`, { code: old })).status).toBe(old === code ? 200 : 403);
      const opened = await site.post(`${path}/open`, { code: ` ${code.slice(0, 4)} ${code.slice(4)} ` });
      expect(opened.status).toBe(200);
      const page = await opened.text();
      expect(page).toContain('uwgegevens.csv');
      const grant = field(page, 'grant');
      const file = await site.post(`${path}/file`, { grant, file: '0' });
      expect(Buffer.from(await file.arrayBuffer())).toEqual(table);
      expect(Object.fromEntries(file.headers)).toMatchObject({
        'content-type': 'text/csv',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-disposition': expect.stringMatching(/^attachment; filename="[\w. -]+"/),
      });
      // A code opens once, a grant is of one page and ends, and nothing goes without one.
      expect((await site.post(`${path}/open`, { code })).status).toBe(403);
      for (const forged of ['', 'x.y', `${grant}0`, grant.replace(/^\d/, '9')])
        expect((await site.post(`${path}/file`, { grant: forged, file: '0' })).status).toBe(403);
      expect((await site.post(`${path}/file`, { grant, file: '7' })).status).toBe(403);
      journey.clock.forward({ minutes: 31 });
      expect((await site.post(`${path}/file`, { grant, file: '0' })).status).toBe(403);

      journey.clock.set('2026-01-26T23:59:59+01:00');
      expect((await site.get(path)).status).toBe(200);
      journey.clock.set('2026-01-27T00:00:00+01:00');
      const ended = await site.get(path);
      const never = await site.get('/d/AAAAAAAAAAAAAAAAAAAAAA');
      expect([ended.status, await ended.text()]).toEqual([404, await never.text()]);
      expect((await site.post(`${path}/code`, {})).status).toBe(404);
    });

    test('five wrong answers end a code, three codes a day, and the tries of a hundred at once are five', async () => {
      const journey = await house.open({ environment: pages });
      const from = 'gokker@post.example';
      const { notice } = await sendCopy(journey, from);
      const site = await openSite(journey);
      const path = pathIn(notice);
      const code = await askCode(journey, site, path, from);
      const answers = await Promise.all(Array.from({ length: 30 }, () => site.post(`${path}/open`, { code: wrong(code) })));
      const texts = await Promise.all(answers.map((one) => one.text()));
      expect(texts.filter((text) => text.includes('klopt niet'))).toHaveLength(4);
      expect((await site.post(`${path}/open`, { code })).status).toBe(403);
      await askCode(journey, site, path, from);
      await askCode(journey, site, path, from);
      expect((await site.post(`${path}/code`, {})).status).toBe(429);
      await journey.settle();
      expect(journey.lettersTo(from).filter(({ subject }) => subject.includes('code'))).toHaveLength(3);
      journey.clock.forward({ hours: 24 });
      expect((await site.post(`${path}/code`, {})).status).toBe(200);
    });

    test('leaves nothing readable once its page has ended', async () => {
      const journey = await house.open({ environment: pages });
      const { context } = journey;
      await sendCopy(journey, 'weg@post.example');
      const { query } = context.db;
      const stored = () =>
        rows<{ content: Uint8Array | null; wrapped: Uint8Array | null }>(
          query,
          sql`select d.content, k.wrapped from downloads d left join data_keys k on k.id = d.key_id order by d.written_at`,
        );
      const kept = await stored();
      const last = kept.at(-1);
      if (last?.content == null || last.wrapped == null) throw new Error('nothing was kept');
      const key = openKey(context.subKeys, last.wrapped);
      expect(unseal(last.content, key).toString()).toContain(table.toString('base64'));
      expect(await sweepDownloads(context)).toBe(0);
      journey.clock.forward({ hours: 24 * 15 });
      expect(await sweepDownloads(context)).toBe(kept.filter(({ content }) => content !== null).length);
      expect(await stored()).toEqual(kept.map(() => ({ content: null, wrapped: null })));
      // Nor anywhere else: under no key that is left does any sealed value hold the file.
      const sealed = await rows<{ content: Uint8Array; wrapped: Uint8Array }>(
        query,
        sql`select l.content, k.wrapped from letters l join data_keys k on k.id = l.key_id where l.content is not null
            union all select l.raw, k.wrapped from letters l join data_keys k on k.id = l.key_id where l.raw is not null`,
      );
      const readable = sealed.map((one) => unseal(one.content, openKey(context.subKeys, one.wrapped)).toString('latin1'));
      expect(readable.length).toBeGreaterThan(2);
      for (const secret of [table.toString('base64'), table.toString('base64').slice(0, 40), '+31970'])
        expect(readable.filter((text) => text.includes(secret))).toEqual([]);
    });

    test('is fetched in a browser without a script: the button, the code, the file', async (context) => {
      const program = findChromium();
      if (program === null) return skipOrFail(context, 'Chromium is not installed');
      const journey = await house.open({ environment: pages });
      const from = 'browser@post.example';
      const { notice } = await sendCopy(journey, from);
      const site = await openSite(journey);
      const browser = await startChromium(program);
      onTestFinished(() => browser.close());
      const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
      const elsewhere: string[] = [];
      page.on('request', (request) => void (new URL(request.url()).origin === new URL(site.url).origin || elsewhere.push(request.url())));
      await page.goto(new URL(pathIn(notice), site.url).href);
      await page.getByRole('button', { name: 'Stuur mij de code' }).click();
      await journey.settle();
      const code = /\b(\d{8})\b/.exec(newest(journey.lettersTo(from)).text)?.[1] ?? '';
      await page.getByLabel('Code').fill(`${code.slice(0, 4)} ${code.slice(4)}`);
      await page.getByRole('button', { name: 'Verder' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Downloaden: uwgegevens.csv' }).click();
      expect((await download).suggestedFilename()).toBe('uwgegevens.csv');
      expect(readFileSync(await (await download).path())).toEqual(table);
      expect(elsewhere).toEqual([]);
    });

    test('is offered on pages that everybody can use', async (context) => {
      const program = findChromium();
      if (program === null) return skipOrFail(context, 'Chromium is not installed');
      const journey = await house.open({ environment: pages });
      const { notice } = await sendCopy(journey, 'iedereen@post.example');
      const site = await openSite(journey);
      const browser = await startChromium(program);
      onTestFinished(() => browser.close());
      // A test of ours may run a script on the page; the page has none.
      const view = await browser.newContext({ bypassCSP: true });
      const page = await view.newPage();
      const look = async (name: string) => {
        await page.addScriptTag({ content: axe });
        const { violations } = await page.evaluate<{ violations: readonly { id: string; impact: string | null }[] }>('axe.run()');
        expect([name, violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)]).toEqual([
          name,
          [],
        ]);
      };
      await page.goto(new URL(pathIn(notice), site.url).href);
      await look('begin');
      await page.getByRole('button').click();
      await look('code');
      await page.getByLabel('Code').fill('00000000');
      await page.getByRole('button', { name: 'Verder' }).click();
      await look('wrong');
      await page.goto(new URL('/d/AAAAAAAAAAAAAAAAAAAAAA', site.url).href);
      await look('gone');
    });

    test('goes with its letter where no page can be reached', async () => {
      const journey = house.shared();
      const { notice } = await sendCopy(journey, 'bijlage@post.example');
      expect(notice.text).not.toContain('/d/');
      expect(notice.attachments).toEqual([
        { filename: 'uwgegevens.csv', content: table },
        { filename: 'brief.pdf', content: Buffer.from('%PDF-1.7 kort') },
      ]);
    });
  });
});
