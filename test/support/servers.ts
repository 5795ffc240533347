// Real servers for tests, benchmarks and crash runs: where their programs lie, who they may run as, and that they end
// with the process that started them.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** A program on the PATH or where Debian hides it; null when it is not installed. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin', ...postgresFolders()];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

// Newest first.
function postgresFolders(): readonly string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, 'bin'));
}

/**
 * For a test that cannot run here: fails when REQUIRE_REAL_SERVERS=1, otherwise says so aloud and skips.
 *
 * @param what `Dovecot is not installed`
 */
export function skipOrFail(context: { skip(note?: string): void }, what: string): void {
  if (process.env.REQUIRE_REAL_SERVERS === '1') throw new Error(`${what}, and REQUIRE_REAL_SERVERS=1`);
  console.warn(`SKIPPED: ${what}`);
  context.skip(what);
}

/** An unprivileged user for servers that refuse to run as root; null when we are not root and run them as ourselves. */
export function unprivileged(): { readonly uid: number; readonly gid: number } | null {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

interface Running {
  /** Removed when the server has ended. */
  readonly folder: string;
  readonly stopSignal: NodeJS.Signals;
}

const running = new Map<ChildProcess, Running>();

/** Starts a server that ends with this process; its folder is its working directory. */
export function startServer(
  program: string,
  args: readonly string[],
  { folder, stopSignal, user }: Running & { readonly user: { readonly uid: number; readonly gid: number } | null },
): ChildProcess {
  if (running.size === 0) process.once('exit', stopAll);
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], ...(user ?? {}), cwd: folder });
  running.set(child, { folder, stopSignal });
  return child;
}

export async function stopServer(child: ChildProcess): Promise<void> {
  const server = running.get(child);
  if (server === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(server.stopSignal);
    const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(hard);
  }
  running.delete(child);
  removeFolder(server.folder);
}

// This process is ending and cannot wait for its children: they get a moment before their folders go.
function stopAll(): void {
  for (const [child, { stopSignal }] of running) child.kill(stopSignal);
  if (running.size > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  for (const { folder } of running.values()) removeFolder(folder);
  running.clear();
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** Tries again until it works, at most 15 seconds. */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= 150) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
