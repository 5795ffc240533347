// The console without a browser: pages as answers to requests, with a cookie jar, a clock that a test moves, and letters
// read from the drop folder. An embedded house of its own.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/console/app.ts';
import { dropMessage } from '../../src/intake/maildir.ts';
import { silentLog } from '../../src/log.ts';
import { openSignIn, type SignIn } from '../../src/store/sign-in.ts';
import type { StaffMember } from '../../src/store/staff.ts';
import { openDoors, openHouse } from '../../src/worker/assemble.ts';
import type { Context } from '../../src/worker/context.ts';
import { runOnce } from '../../src/worker/run.ts';
import { copyEmptyDatabase } from './databases.ts';
import { configOf, type TestClock, testClock } from './journey.ts';
import { type Letter, mail, readLetter } from './mail.ts';

export const origin = 'http://127.0.0.1:8425';
export const anna = 'anna@winkel.example';
export const bram = 'bram@winkel.example';
export const marit = 'marit@winkel.example';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Posts a form as a page of ours would; the session's token is added where a page showed one. */
  post(path: string, fields?: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  send(path: string, init: RequestInit): Promise<Answer>;
}

export interface TestConsole {
  readonly context: Context;
  readonly clock: TestClock;
  readonly signIn: SignIn;
  /** A browser that knows nothing yet. */
  browser(): Browser;
  /** A browser in which somebody signed in by the code that was mailed. */
  signedIn(address: string): Promise<Browser>;
  /** Waits for what goes on after an answer, and lets letters leave. */
  settle(): Promise<void>;
  /** Letters that left to an address, oldest first. */
  lettersTo(address: string): Promise<readonly Letter[]>;
  /** The newest code that was mailed to somebody. */
  codeFor(address: string): Promise<string>;
  /** A customer writes, and it is dealt with. */
  write(from: string, text: string, subject?: string): Promise<void>;
  member(address: string): StaffMember;
  stop(): Promise<void>;
}

/** A Monday morning in Amsterdam. */
const start = '2026-01-12T10:00:00+01:00';

export async function openTestConsole(environment: Readonly<Record<string, string>> = {}): Promise<TestConsole> {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-console-'));
  await copyEmptyDatabase(folder);
  const clock = testClock(start);
  const config = configOf({
    DATA_DIR: folder,
    SECRET_KEY: '0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0',
    MAIL_FROM: 'Voorbeeldnummers <hulp@winkel.example>',
    STAFF: `${anna},${bram}`,
    MANAGERS: marit,
    SEND_PER_MINUTE: '0',
    SEND_PER_DAY: '0',
    ...environment,
  });
  const house = await openHouse(config, clock, silentLog);
  const { context } = house;
  const doors = openDoors(config, clock, silentLog);
  const signIn = openSignIn(context.db, context.subKeys.console, config.publicUrl ?? origin);
  const { app, settled } = createApp(context, signIn, { origins: [config.publicUrl ?? origin, origin], clientOf: () => 'test' });
  const settle = async () => {
    await settled();
    for (let round = 0; round < 10; round += 1) {
      const { read, triaged, attempted } = await runOnce(context, doors);
      if (read + triaged + attempted === 0) return;
    }
  };
  const lettersTo = async (address: string) => {
    const outbox = join(folder, 'outbox');
    const files = readdirSync(outbox).filter((name) => name.endsWith('.eml'));
    const age = (name: string) => statSync(join(outbox, name), { bigint: true }).mtimeNs;
    const raws = files.sort((one, other) => (age(one) < age(other) ? -1 : 1)).map((name) => readFileSync(join(outbox, name)));
    const letters = await Promise.all(raws.map((raw) => readLetter({ from: '', to: [], raw })));
    return letters.filter(({ headers }) => JSON.stringify(headers.get('to')).includes(address));
  };
  const codeFor = async (address: string) => {
    const codes = (await lettersTo(address)).flatMap(({ text }) => /(?<!\d)\d{8}(?!\d)/.exec(text) ?? []);
    return codes.at(-1) ?? '';
  };
  const self: TestConsole = {
    context,
    clock,
    signIn,
    browser: () => openBrowser((path, init) => app.request(new URL(path, origin), init) as Promise<Response>),
    async signedIn(address) {
      const browser = self.browser();
      await browser.post('/sign-in', { address });
      await settle();
      await browser.post('/sign-in/code', { code: await codeFor(address) });
      await browser.get('/');
      return browser;
    },
    settle,
    lettersTo,
    codeFor,
    async write(from, text, subject = 'Een vraag') {
      await dropMessage(join(folder, 'mailbox'), mail({ from, subject, text, date: clock.now() }));
      await settle();
    },
    member(address) {
      const member = context.people.find((one) => one.address === address);
      if (member === undefined) throw new Error('no such member of staff');
      return member;
    },
    async stop() {
      await settled();
      await doors.close();
      await house.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return self;
}

function openBrowser(fetch: (path: string, init: RequestInit) => Promise<Response>): Browser {
  const cookies = new Map<string, string>();
  let token = '';
  async function send(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(path, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await answer.text();
    token = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? token;
    return { status: answer.status, headers: answer.headers, text };
  }
  return {
    cookies,
    send,
    get: (path, headers = {}) => send(path, { headers: { 'sec-fetch-site': 'same-origin', ...headers } }),
    post(path, fields = {}, headers = {}) {
      const body = new URLSearchParams(token === '' ? fields : { csrf: token, ...fields }).toString();
      return send(path, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
          origin,
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
      });
    },
  };
}
