import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createHttpDirectory } from '../../src/directory/http-directory.ts';

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

type Answer = (response: ServerResponse, nth: number) => void;

async function serve(answer: Answer): Promise<{ readonly url: string; readonly asked: readonly Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    asked.push({ method: request.method, url: request.url, authorization: request.headers.authorization, body: await bodyOf(request) });
    answer(response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/who`, asked };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += part;
  return body;
}

const json =
  (value: unknown): Answer =>
  (response) =>
    response.writeHead(200).end(JSON.stringify(value));
const customer = { customerId: 'K-1', addresses: ['Anna@Post.example', 'not an address'], language: 'nl', name: 'Anna' };

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error;
}

test('an address travels in the body, never in the URL', async () => {
  const { url, asked } = await serve(json(customer));
  const found = await createHttpDirectory({ url, token: 'let me in'.replaceAll(' ', '-') }).lookUp('ANNA@post.example');
  expect(found).toEqual({ customerId: 'K-1', addresses: ['anna@post.example'], language: 'nl', name: 'Anna' });
  expect(asked).toEqual([{ method: 'POST', url: '/who', authorization: 'Bearer let-me-in', body: '{"address":"anna@post.example"}' }]);
});

test('numbers for ids, and no more than is needed', async () => {
  const { url, asked } = await serve(json({ customerId: 17, addresses: [] }));
  expect(await createHttpDirectory({ url, token: null }).lookUp('a@x.example')).toEqual({
    customerId: '17',
    addresses: [],
    language: null,
    name: null,
  });
  expect(asked[0]?.authorization).toBeUndefined();
});

test('404 is nobody, and what is no address is not even asked', async () => {
  const { url, asked } = await serve((response) => response.writeHead(404).end('no such customer'));
  const directory = createHttpDirectory({ url, token: null });
  expect(await directory.lookUp('a@x.example')).toBeNull();
  expect(await directory.lookUp('nobody')).toBeNull();
  expect(asked).toHaveLength(1);
});

test('one failure is tried again, a second one is not', async () => {
  const once = await serve((response, nth) => (nth === 1 ? response.destroy() : json(customer)(response, nth)));
  expect((await createHttpDirectory({ url: once.url, token: null }).lookUp('a@x.example'))?.customerId).toBe('K-1');
  const always = await serve((response) => response.writeHead(503).end());
  expect(await createHttpDirectory({ url: always.url, token: null }).lookUp('a@x.example').catch(codeOf)).toBe('directory-away');
  expect(always.asked).toHaveLength(2);
});

test.each<[string, Answer]>([
  ['not JSON', (response) => response.writeHead(200).end('<html>')],
  ['not the fields', json({ id: 1 })],
  ['longer than 64 kB', (response) => response.writeHead(200).end(JSON.stringify({ ...customer, name: 'x'.repeat(70_000) }))],
  ['too many addresses', json({ ...customer, addresses: Array.from({ length: 51 }, () => 'a@x.example') })],
])('%s is no answer, and is not asked again', async (_, answer) => {
  const { url, asked } = await serve(answer);
  expect(await createHttpDirectory({ url, token: null }).lookUp('a@x.example').catch(codeOf)).toBe('directory-answer');
  expect(asked).toHaveLength(1);
});

test('a redirect is not followed: the address would go to somebody else', async () => {
  const other = await serve(json(customer));
  const { url } = await serve((response) => response.writeHead(307, { location: other.url }).end());
  expect(await createHttpDirectory({ url, token: null }).lookUp('a@x.example').catch(codeOf)).toBe('directory-away');
  expect(other.asked).toEqual([]);
});

test('a server that never answers, or dribbles, costs its time and no more', async () => {
  const silent = await serve(() => {});
  const dribbling = await serve((response) => response.writeHead(200).write('{'));
  for (const { url } of [silent, dribbling]) {
    const before = performance.now();
    expect(await createHttpDirectory({ url, token: null, budgetMilliseconds: 200 }).lookUp('a@x.example').catch(codeOf)).toBe(
      'directory-away',
    );
    expect(performance.now() - before).toBeLessThan(2_000);
  }
});
