import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openConsole } from '../../src/console/server.ts';
import { ExpectedError } from '../../src/errors.ts';
import { openTestConsole, type TestConsole } from '../support/console.ts';
import { freePort } from '../support/servers.ts';

let house: TestConsole;
beforeAll(async () => {
  house = await openTestConsole();
});
afterAll(() => house.stop());

async function open(wish: { readonly port: number | null; readonly publicUrl?: string }) {
  const opened = await openConsole(house.context, house.signIn, { host: '127.0.0.1', publicUrl: null, ...wish });
  onTestFinished(() => opened.close());
  return opened;
}

/** Somebody else listens there until the test ends. */
async function occupy(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  onTestFinished(() => void server.close());
}

test('answers at the address it says', async () => {
  const port = await freePort();
  const { url } = await open({ port });
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect((await fetch(url)).status).toBe(401);
  expect((await fetch(`http://localhost:${port}/sign-in`)).status).toBe(200);
});

test('a port that is taken is said with the name of the setting and an example', async () => {
  const port = await freePort();
  await occupy(port);
  const failure = await openConsole(house.context, house.signIn, { port, host: '127.0.0.1', publicUrl: null }).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ExpectedError);
  expect(failure).toMatchObject({
    code: 'console-port',
    message: expect.stringMatching(/^CONSOLE_PORT: port \d+ .*taken.*CONSOLE_PORT=\d+/),
  });
});

test('when none was chosen and the usual one is taken, any free one will do', async () => {
  await occupy(8425).catch(() => {});
  const { url } = await open({ port: null });
  expect(url).not.toMatch(/:8425$/);
  expect((await fetch(`${url}/sign-in`)).status).toBe(200);
});

test('behind a proxy it says where the proxy is, and answers under that name alone', async () => {
  const port = await freePort();
  const { url } = await open({ port, publicUrl: 'https://tijdig.winkel.example' });
  expect(url).toBe('https://tijdig.winkel.example');
  expect((await fetch(`http://127.0.0.1:${port}/sign-in`)).status).toBe(200);
});

test('closed, it answers no more', async () => {
  const opened = await openConsole(house.context, house.signIn, { port: 0, host: '127.0.0.1', publicUrl: null });
  await opened.close();
  await expect(fetch(opened.url)).rejects.toThrow();
});

test('each client behind a proxy on this machine is counted by itself', async () => {
  const { url } = await open({ port: 0 });
  const ask = (forwarded: string) =>
    fetch(`${url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url, 'x-forwarded-for': `203.0.113.9, ${forwarded}` },
      body: new URLSearchParams({ address: `${forwarded}@elders.example` }),
    });
  for (let count = 0; count < 20; count += 1) expect((await ask('198.51.100.1')).status).toBe(303);
  expect((await ask('198.51.100.1')).status).toBe(429);
  expect((await ask('198.51.100.2')).status).toBe(303);
});
