import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows } from '../../src/store/db.ts';
import { changeStaff } from '../../src/store/staff.ts';
import { anna, type Browser, bram, marit, openTestConsole, origin, type TestConsole } from '../support/console.ts';

let house: TestConsole;
let browser: Browser;
beforeAll(async () => {
  house = await openTestConsole();
  browser = await house.signedIn(anna);
});
afterAll(() => house.stop());

describe('headers', () => {
  test.each(['/', '/sign-in', '/search', '/none', '/static/none', '/live/queue', '/signed-out'])('of %s', async (path) => {
    const { headers } = await browser.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('no page has a script, a style or a handler in itself', async () => {
    for (const path of ['/', '/search', '/sign-in', '/none']) {
      const { text } = await browser.get(path);
      expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:|hx-on|<script(?! src="\/static\/)/i);
    }
  });

  test('files are ours, and may be kept because their address changes with them', async () => {
    const { text } = await browser.get('/');
    const files = [...text.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files).toHaveLength(4);
    for (const file of files) {
      const { status, headers } = await house.browser().get(file);
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
    expect((await browser.get('/static/../app.ts')).status).toBe(404);
  });
});

describe('a form from elsewhere changes nothing', () => {
  const sessions = async () =>
    Number((await rows<{ n: string }>(house.context.db.query, sql`select count(*) as n from sign_in_sessions`))[0]?.n);

  test.each([
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }],
    ['an opaque origin on another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['typed into the address line', { 'sec-fetch-site': 'none' }],
  ])('%s', async (_, headers) => {
    const before = await sessions();
    const answer = await browser.post('/sign-out', {}, headers);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Dit verzoek is geweigerd');
    expect(await sessions()).toBe(before);
  });

  test.each([
    ['no token', ''],
    ['another token', 'AAAA'],
    ['the token of another session', 'other'],
  ])('%s', async (_, wish) => {
    const other = await house.signedIn(bram);
    const csrf = wish === 'other' ? (/name="csrf" value="([^"]+)"/.exec((await other.get('/')).text)?.[1] ?? '') : wish;
    expect((await browser.post('/sign-out', { csrf })).status).toBe(403);
    expect((await browser.get('/')).status).toBe(200);
  });

  test.each([{}, { origin: 'null' }])('nobody but a browser posts: only %o is refused', async (headers) => {
    const answer = await browser.send('/sign-in', { method: 'POST', headers, body: new URLSearchParams({ address: anna }) });
    expect(answer.status).toBe(403);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'QUERY'])('%s is refused', async (method) => {
    expect((await browser.send('/', { method, headers: { origin, 'sec-fetch-site': 'same-origin' } })).status).toBe(405);
  });

  test('another name that leads here is refused', async () => {
    const answer = await browser.get('/', { host: 'elsewhere.example' });
    expect(answer.status).toBe(403);
  });

  test('a form that is too large, or does not say how large it is', async () => {
    const headers = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
    expect(
      (await browser.send('/search', { method: 'POST', headers: { ...headers, 'content-length': '1000001' }, body: 'q=x' })).status,
    ).toBe(413);
    expect((await browser.send('/search', { method: 'POST', headers, body: 'q=x' })).status).toBe(413);
  });
});

describe('roles', () => {
  test('the figures are for managers and auditors', async () => {
    expect((await browser.get('/manager')).status).toBe(403);
    expect((await browser.get('/')).text).not.toContain('href="/manager"');
    const manager = await house.signedIn(marit);
    expect((await manager.get('/manager')).status).toBe(200);
    expect((await manager.get('/')).text).toContain('href="/manager"');
  });

  test('an auditor reads everything and sends nothing', async () => {
    await changeStaff(house.context.db, house.member(bram).id, { roles: ['auditor'] });
    house.clock.forward({ minutes: 16 });
    const auditor = await house.signedIn(bram);
    for (const path of ['/', '/search', '/manager']) expect((await auditor.get(path)).status).toBe(200);
    expect((await auditor.post('/search', { q: 'x' })).status).toBe(200);
    expect((await auditor.post('/cases/T-0000-0000-0/approve')).status).toBe(403);
    expect((await auditor.post('/sign-out')).status).toBe(303);
    await changeStaff(house.context.db, house.member(bram).id, { roles: ['approver'] });
  });

  test.each(['/', '/search', '/manager', '/live/queue', '/cases/T-0000-0000-0', '/none'])(
    'nobody who is not signed in sees %s',
    async (path) => {
      const { status, text } = await house.browser().get(path);
      expect(status).toBe(401);
      expect(text).toContain('name="address"');
      expect(text).not.toContain('href="/manager"');
    },
  );
});

describe('pages that say what is wrong', () => {
  test('no such page', async () => {
    const { status, text } = await browser.get('/nothing-here');
    expect(status).toBe(404);
    expect(text).toContain('Deze pagina bestaat niet');
  });

  test('a fault shows nothing of itself', async () => {
    const broken = house.context.db.query;
    const context = {
      ...house.context,
      db: {
        ...house.context.db,
        query: new Proxy(broken, {
          get: () => () => {
            throw new Error('secret words');
          },
        }),
      },
    };
    const { createApp } = await import('../../src/console/app.ts');
    const { app } = createApp(context, house.signIn, { origins: [origin], clientOf: () => 'test' });
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.request(new URL('/', origin), { headers: { cookie } });
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toContain('Er ging iets mis');
    expect(text).not.toMatch(/secret|Error|at .*\.ts/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

test('the language is the browser’s choice, and every word of the page follows', async () => {
  expect((await browser.get('/')).text).toContain('<html lang="nl">');
  const answer = await browser.post('/language', { language: 'en', back: '/search' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/search']);
  expect((await browser.get('/')).text).toMatch(/<html lang="en">[\s\S]*Nothing is open\./);
  await browser.post('/language', { language: 'nl', back: 'https://elsewhere.example' });
  expect((await browser.get('/')).text).toContain('<html lang="nl">');
});

test('where the browser chose none, it is the one the person is written to in', async () => {
  await changeStaff(house.context.db, house.member(bram).id, { language: 'en' });
  house.clock.forward({ minutes: 16 });
  const other = await house.signedIn(bram);
  expect((await other.get('/')).text).toContain('<html lang="en">');
  expect((await house.lettersTo(bram)).at(-1)?.subject).toContain('code');
  await changeStaff(house.context.db, house.member(bram).id, { language: null });
});
