/**
 * DOOR to HTTP (@hono/node-server): serves the console on one address of this machine. It speaks plain HTTP: on loopback
 * by itself, elsewhere behind a reverse proxy that has the certificate (docs/console.md).
 *
 * A port that is taken is `ExpectedError('console-port')`.
 */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { ExpectedError } from '../errors.ts';
import type { SignIn } from '../store/sign-in.ts';
import type { Context } from '../worker/context.ts';
import { createApp } from './app.ts';
import type { Request } from './page.ts';

export interface ConsoleOptions {
  /** 0: any free one; null: the usual one, or any free one where that is taken. */
  readonly port: number | null;
  /** `127.0.0.1` */
  readonly host: string;
  /** Where browsers reach it when that is not the address itself: `https://tijdig.example.com`. */
  readonly publicUrl: string | null;
}

export interface Console {
  /** Where to go. */
  readonly url: string;
  close(): Promise<void>;
}

const usualPort = 8425;
/** Milliseconds a request in hand may take once we stop. */
const patience = 3_000;

/** Opens the console. @throws ExpectedError `console-port` */
export async function openConsole(context: Context, signIn: SignIn, options: ConsoleOptions): Promise<Console> {
  let answer = (_request: globalThis.Request, _bindings: object): Response | Promise<Response> => new Response(null, { status: 503 });
  const server = createAdaptorServer({ fetch: (request, bindings) => answer(request, bindings) });
  const port = await listen(server, options);
  const own = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
  const near = [own, `http://127.0.0.1:${port}`, `http://localhost:${port}`];
  const origins = options.publicUrl === null ? near : [new URL(options.publicUrl).origin, ...near];
  const [first = own, ...others] = new Set(origins);
  const { app, settled } = createApp(context, signIn, { origins: [first, ...others], clientOf });
  answer = (request, bindings) => app.fetch(request, bindings);
  return {
    url: options.publicUrl ?? own,
    async close() {
      await stop(server);
      await settled();
    },
  };
}

async function listen(server: ServerType, { port, host }: ConsoleOptions): Promise<number> {
  try {
    return await listenOn(server, port ?? usualPort, host);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (port === null && taken) return listenOn(server, 0, host);
    const what = taken ? 'is taken by another program' : `cannot be opened (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`;
    const example = port === usualPort ? usualPort + 1 : usualPort;
    throw new ExpectedError(
      'console-port',
      `CONSOLE_PORT: port ${port ?? usualPort} of ${host} ${what}. Choose another one, for example CONSOLE_PORT=${example}, or CONSOLE_PORT=off.`,
      { retry: 'never', cause: error },
    );
  }
}

function listenOn(server: ServerType, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function stop(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    const hard = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(hard);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === '::1' || host === 'localhost';
}

/** The address that asks. Behind a proxy on this machine: the one that the proxy wrote last. */
function clientOf(c: Request): string {
  const peer = getConnInfo(c).remote.address ?? 'unknown';
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return isLoopback(peer.replace(/^::ffff:/, '')) && forwarded ? forwarded : peer;
}
