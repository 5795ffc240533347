import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows } from '../../src/store/db.ts';
import { changeStaff } from '../../src/store/staff.ts';
import { anna, bram, openTestConsole, origin, type TestConsole } from '../support/console.ts';

let house: TestConsole;
beforeAll(async () => {
  house = await openTestConsole();
});
afterAll(() => house.stop());

/** A browser in which somebody asked for a code, which has been mailed. */
async function asked(address: string) {
  const browser = house.browser();
  const answer = await browser.post('/sign-in', { address });
  await house.settle();
  return { browser, answer };
}

const isIn = async (browser: { get(path: string): Promise<{ status: number }> }) => (await browser.get('/')).status === 200;

describe('signing in', () => {
  test('by the code that was mailed, typed into the browser that asked', async () => {
    const { browser, answer } = await asked(anna);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in/code');
    expect(await isIn(browser)).toBe(false);
    const code = await house.codeFor(anna);
    expect(code).toMatch(/^\d{8}$/);
    const entered = await browser.post('/sign-in/code', { code: `${code.slice(0, 4)} ${code.slice(4)}` });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    expect(await isIn(browser)).toBe(true);
    const cookie = entered.headers.getSetCookie().find((line) => line.includes('session_token')) ?? '';
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200']) expect(cookie).toContain(attribute);
  });

  test('goes on to the page that was asked for, if it is one of ours', async () => {
    const { browser } = await asked(anna);
    const code = await house.codeFor(anna);
    const shown = await browser.get('/cases/T-0000-0000-0');
    expect(shown.text).toContain('name="to" value="/cases/T-0000-0000-0"');
    const entered = await browser.post('/sign-in/code', { code, to: '/cases/T-0000-0000-0' });
    expect(entered.headers.get('location')).toBe('/cases/T-0000-0000-0');
    for (const to of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/a?b', '/sign-out']) {
      house.clock.forward({ minutes: 16 });
      const asking = await house.browser().post('/sign-in', { address: bram, to });
      expect(asking.headers.get('location')).toBe('/sign-in/code');
    }
  });

  test('a code works once', async () => {
    const { browser } = await asked(bram);
    const code = await house.codeFor(bram);
    const copy = new Map(browser.cookies);
    await browser.post('/sign-in/code', { code });
    const again = house.browser();
    for (const [name, value] of copy) again.cookies.set(name, value);
    expect((await again.post('/sign-in/code', { code })).status).toBe(403);
    expect(await isIn(again)).toBe(false);
  });

  test('a code works in no other browser, whoever asked there', async () => {
    house.clock.forward({ minutes: 16 });
    await asked(anna);
    const code = await house.codeFor(anna);
    const stranger = house.browser();
    expect((await stranger.post('/sign-in/code', { code })).status).toBe(403);
    const { browser: other } = await asked(bram);
    expect((await other.post('/sign-in/code', { code })).status).toBe(403);
    expect(await isIn(other)).toBe(false);
  });

  test('after three wrong tries the right code is worth nothing', async () => {
    house.clock.forward({ minutes: 16 });
    const { browser } = await asked(anna);
    const code = await house.codeFor(anna);
    const wrong = code === '00000000' ? '00000001' : '00000000';
    for (let tries = 0; tries < 3; tries += 1) expect((await browser.post('/sign-in/code', { code: wrong })).status).toBe(403);
    expect((await browser.post('/sign-in/code', { code })).status).toBe(403);
    expect(await isIn(browser)).toBe(false);
  });

  test.each([
    [9, 59, true],
    [10, 0, false],
  ])('a code %d minutes and %d seconds old: %s', async (minutes, seconds, works) => {
    house.clock.forward({ minutes: 16 });
    const { browser } = await asked(anna);
    house.clock.forward({ minutes, seconds });
    await browser.post('/sign-in/code', { code: await house.codeFor(anna) });
    expect(await isIn(browser)).toBe(works);
  });

  test('a code printed on the terminal works in any browser that names the person, once', async () => {
    house.clock.forward({ minutes: 16 });
    const code = await house.signIn.makeCode(house.member(anna).id, null);
    expect(code).toMatch(/^\d{12}$/);
    const { browser: other } = await asked(bram);
    expect((await other.post('/sign-in/code', { code })).status).toBe(403);
    const { browser } = await asked(anna);
    expect((await browser.post('/sign-in/code', { code })).status).toBe(303);
    expect(await isIn(browser)).toBe(true);
    const { browser: later } = await asked(anna);
    expect((await later.post('/sign-in/code', { code })).status).toBe(403);
  });
});

describe('nobody learns who works here', () => {
  test('a stranger’s address is answered like a colleague’s, and gets no mail', async () => {
    house.clock.forward({ minutes: 16 });
    const before = (await house.lettersTo('@')).length;
    const [known, unknown] = [await asked(anna), await asked('vreemde@elders.example')];
    expect(unknown.answer.status).toBe(known.answer.status);
    expect(unknown.answer.text).toBe(known.answer.text);
    const shape = (headers: Headers) =>
      [...headers].map(([name, value]) => [name, value.replace(/asking=[^;]+/, (one) => String(one.length))]);
    expect(shape(unknown.answer.headers)).toEqual(shape(known.answer.headers));
    const [one, other] = [await known.browser.get('/sign-in/code'), await unknown.browser.get('/sign-in/code')];
    expect(other.text).toBe(one.text);
    const [wrong, none] = [
      await known.browser.post('/sign-in/code', { code: '1' }),
      await unknown.browser.post('/sign-in/code', { code: '1' }),
    ];
    expect([none.status, none.text]).toEqual([wrong.status, wrong.text]);
    expect((await house.lettersTo('@')).length - before).toBe(1);
    expect(await house.lettersTo('vreemde@elders.example')).toEqual([]);
  });

  test('the tables of the sign-in hold no address and no code', async () => {
    house.clock.forward({ minutes: 16 });
    await asked(anna);
    const code = await house.codeFor(anna);
    for (const table of ['sign_in_users', 'sign_in_sessions', 'sign_in_codes']) {
      const all = JSON.stringify(await rows(house.context.db.query, sql.raw(`select * from ${table}`)));
      expect(all.length).toBeGreaterThan(2);
      expect(all).not.toContain('winkel');
      expect(all).not.toContain(code);
      expect(all.replace(/[\w-]+@(?:staff|terminal)\.invalid/g, '')).not.toContain('@');
    }
  });

  test('more than five codes in a quarter of an hour are not sent, and nothing is said of it', async () => {
    house.clock.forward({ minutes: 16 });
    const before = (await house.lettersTo(bram)).length;
    const answers = [];
    for (let count = 0; count < 7; count += 1) answers.push((await asked(bram)).answer.status);
    expect(new Set(answers)).toEqual(new Set([303]));
    expect((await house.lettersTo(bram)).length - before).toBe(5);
  });

  test('whoever tries all day is asked to wait', async () => {
    house.clock.forward({ minutes: 16 });
    const browser = house.browser();
    const statuses = [];
    for (let count = 0; count < 21; count += 1)
      statuses.push((await browser.post('/sign-in', { address: `${count}@elders.example` })).status);
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(303));
    expect(statuses[20]).toBe(429);
    house.clock.forward({ minutes: 16 });
    expect((await browser.post('/sign-in', { address: 'x@elders.example' })).status).toBe(303);
  });
});

describe('GET and HEAD sign nobody in and change nothing', () => {
  test.each(['GET', 'HEAD'])('%s of the sign-in with everything in the address line', async (method) => {
    house.clock.forward({ minutes: 16 });
    const { browser } = await asked(anna);
    const code = await house.codeFor(anna);
    const count = async () =>
      rows(house.context.db.query, sql`select (select count(*) from sign_in_sessions) as a, (select count(*) from sign_in_codes) as b`);
    const before = await count();
    for (const path of [
      `/sign-in/code?code=${code}`,
      `/sign-in?address=${anna}`,
      `/sign-out`,
      `/api/auth/sign-in/email-otp?email=${anna}&otp=${code}`,
    ]) {
      await browser.send(path, { method });
    }
    expect(await isIn(browser)).toBe(false);
    expect(await count()).toEqual(before);
    // The code is still good: nothing used it up.
    expect((await browser.post('/sign-in/code', { code })).status).toBe(303);
  });

  test('a signed-in person is not signed out by one', async () => {
    house.clock.forward({ minutes: 16 });
    const browser = await house.signedIn(anna);
    await browser.get('/sign-out');
    expect(await isIn(browser)).toBe(true);
  });
});

describe('a session', () => {
  test.each([
    ['two hours without use', { hours: 1, minutes: 59 }, true],
    ['two hours without use', { hours: 2 }, false],
  ])('%s: after %o still open: %s', async (_, pause, open) => {
    house.clock.forward({ minutes: 16 });
    const browser = await house.signedIn(anna);
    house.clock.forward(pause);
    const answer = await browser.get('/');
    expect(answer.status).toBe(open ? 200 : 401);
    if (!open) expect(answer.text).toContain('Uw sessie is verlopen');
  });

  test('used all day it ends after twelve hours', async () => {
    const browser = await house.signedIn(bram);
    const began = house.clock.now();
    for (let hour = 1; hour < 12; hour += 1) {
      house.clock.set(began.add({ hours: hour }));
      expect(await isIn(browser)).toBe(true);
    }
    house.clock.set(began.add({ hours: 11, minutes: 59 }));
    expect(await isIn(browser)).toBe(true);
    house.clock.set(began.add({ hours: 12 }));
    expect((await browser.get('/')).text).toContain('Uw sessie is verlopen');
    // It is gone for good, whatever the clock says.
    house.clock.set(began.add({ hours: 1 }));
    expect(await isIn(browser)).toBe(false);
    house.clock.set(began.add({ hours: 13 }));
  });

  test('a page that keeps itself up to date keeps nobody signed in', async () => {
    const browser = await house.signedIn(anna);
    const began = house.clock.now();
    for (let minutes = 10; minutes < 120; minutes += 10) {
      house.clock.set(began.add({ minutes }));
      expect((await browser.get('/live/queue')).status).toBe(200);
    }
    house.clock.set(began.add({ hours: 2 }));
    const answer = await browser.get('/live/queue', { 'hx-request': 'true' });
    expect([answer.status, answer.headers.get('hx-refresh')]).toEqual([401, 'true']);
    expect((await browser.get('/')).text).toContain('Uw sessie is verlopen');
  });

  test('ends with the sign-out, on the server', async () => {
    const browser = await house.signedIn(anna);
    const copy = new Map(browser.cookies);
    const answer = await browser.post('/sign-out');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/signed-out']);
    const thief = house.browser();
    for (const [name, value] of copy) thief.cookies.set(name, value);
    expect(await isIn(thief)).toBe(false);
  });

  test('ends when the person loses the role, at once', async () => {
    house.clock.forward({ minutes: 16 });
    const browser = await house.signedIn(bram);
    expect(await isIn(browser)).toBe(true);
    await changeStaff(house.context.db, house.member(bram).id, { roles: [] });
    expect(await isIn(browser)).toBe(false);
    await changeStaff(house.context.db, house.member(bram).id, { roles: ['approver'] });
    expect(await isIn(browser)).toBe(false);
    expect(await isIn(await house.signedIn(bram))).toBe(true);
  });

  test('a cookie that was changed is none', async () => {
    const browser = await house.signedIn(anna);
    for (const [name, value] of browser.cookies) if (name.includes('session')) browser.cookies.set(name, `${value.slice(0, -6)}AAAA%3D`);
    expect(await isIn(browser)).toBe(false);
  });

  test('a link from elsewhere opens the page once more from here, so that the strict cookie comes along', async () => {
    const answer = await house.browser().get('/cases/T-0000-0000-0', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' });
    expect([answer.status, answer.headers.get('refresh')]).toEqual([200, '0;url=/cases/T-0000-0000-0']);
    expect(answer.text).not.toContain('name="address"');
    const elsewhere = await house.browser().get('/.//elsewhere.example', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' });
    expect(elsewhere.headers.get('refresh')).toBe('0;url=/');
  });
});

test('behind https the cookies are for https alone', async () => {
  const secure = await openTestConsole({ PUBLIC_URL: 'https://tijdig.winkel.example' });
  try {
    const browser = secure.browser();
    const asking = await browser.post('/sign-in', { address: anna }, { origin });
    await secure.settle();
    const entered = await browser.post('/sign-in/code', { code: await secure.codeFor(anna) });
    expect(entered.status).toBe(303);
    for (const line of [...asking.headers.getSetCookie(), ...entered.headers.getSetCookie()]) expect(line).toMatch(/; Secure/i);
    expect(entered.headers.getSetCookie().some((line) => line.startsWith('__Secure-tijdig.session_token='))).toBe(true);
    expect(entered.headers.get('strict-transport-security')).toContain('max-age');
  } finally {
    await secure.stop();
  }
});
