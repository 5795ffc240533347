// A second channel for tests: a real web server on loopback that answers as it is told and keeps what it was sent.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface AlertServer {
  readonly url: string;
  /** Everything it was sent, taken or not. */
  readonly bodies: readonly string[];
  /** What it answers from now on; null: nothing at all. */
  answer(status: number | null): void;
}

export async function startAlertServer(): Promise<AlertServer> {
  const bodies: string[] = [];
  let status: number | null = 200;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    bodies.push(body);
    if (status === null) return;
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('ok');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/secret`,
    bodies,
    answer: (next) => {
      status = next;
    },
  };
}
