// The command line as a child process, in a folder of its own and with an environment that holds nothing of ours.
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  /** Standard error without the log's lines of JSON. */
  readonly err: string;
}

type Settings = Readonly<Record<string, string>>;

/** Runs one command to its end. */
export async function tijdig(folder: string, args: readonly string[], settings: Settings = {}): Promise<Ended> {
  const child = launch(folder, args, settings);
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const status = await ended(child);
  const words = err().split('\n');
  return { status, out: out(), err: words.filter((line) => !line.startsWith('{')).join('\n') };
}

export interface Started {
  readonly out: () => string;
  /** Ctrl-C; resolves with the exit status. */
  interrupt(): Promise<number | null>;
}

/** Runs `start` until it says that it runs. */
export async function startTijdig(folder: string, settings: Settings = {}): Promise<Started> {
  const child = launch(folder, ['start'], settings);
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const end = ended(child);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => out().includes('Tijdig runs') && resolve());
    void end.then((status) => reject(new Error(`start ended with ${status}: ${err()}`)));
  });
  return {
    out,
    async interrupt() {
      child.kill('SIGINT');
      const status = await end;
      process.removeListener('exit', kill);
      return status;
    },
  };
}

/** What Node compiled for one command it need not compile for the next; shared by all tests. */
const compileCache = join(tmpdir(), 'tijdig-test-compile-cache');

function launch(folder: string, args: readonly string[], settings: Settings): ChildProcess {
  const kept = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, NODE_COMPILE_CACHE: compileCache };
  return spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...kept, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return () => text;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}
