/**
 * The command line while the worker runs embedded: its database belongs to one process, so another `tijdig` sends its
 * arguments over a socket in DATA_DIR (mode 0600: the same user only) and shows what comes back. One request a
 * connection; a line of JSON each way at a time.
 */
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { House } from '../worker/assemble.ts';
import type { Io, Surroundings } from './io.ts';

interface Request {
  readonly argv: readonly string[];
  readonly cwd: string;
}
type Answer = { readonly out: string } | { readonly err: string } | { readonly exit: number };

/** Relative where that is shorter: a socket's path has 107 bytes at most. */
function socketPath(dataDir: string): string {
  const full = resolve(dataDir, 'tijdig.sock');
  const near = relative(process.cwd(), full);
  return near.length < full.length ? near : full;
}

/** Commands another process may have run here; the others have no need of the database. */
export const lent = new Set([
  ...['cases', 'case', 'open', 'confirm', 'acknowledge', 'outside'],
  ...['task', 'untick', 'verify', 'pause', 'resume', 'accept-pause', 'accept-breach', 'hold', 'lift', 'withdraw', 'reopen'],
  ...['complete', 'partly', 'refuse', 'refund-window', 'correct', 'ask-identity', 'ask', 'remind', 'extend', 'fee'],
  ...['approve', 'reject', 'send-back', 'undo', 'edit', 'review'],
  ...['reclassify', 'split', 'link', 'unlink', 'represent', 'assign', 'note'],
  ...['digest', 'report', 'ledger', 'audit', 'poll', 'staff', 'sign-in', 'holidays', 'replay', 'eval'],
  ...['retention', 'person', 'keys', 'backup'],
  ...['term', 'disclosure'],
]);

/**
 * Whether the worker that holds the data is to carry out a command line. To measure files `eval` needs no data; a new secret
 * key is no matter for a worker that goes on with the old one.
 */
export function isLent(argv: readonly string[]): boolean {
  const [name = '', second] = argv;
  return lent.has(name) && (name !== 'eval' || argv.includes('--own')) && !(name === 'keys' && second === 'new');
}

/** Lends the house to command lines of the same user. */
export async function listen(dataDir: string, house: House, here: Surroundings): Promise<{ close(): Promise<void> }> {
  const path = socketPath(dataDir);
  if (house.context.db.kind === 'server') return { close: async () => {} };
  rmSync(path, { force: true });
  const server = createServer((socket) => void serve(socket, house, here));
  await new Promise<void>((done, fail) => server.once('error', fail).listen(path, done));
  chmodSync(path, 0o600);
  return {
    close: () => new Promise((done) => server.close(() => done())),
  };
}

async function serve(socket: Socket, house: House, here: Surroundings): Promise<void> {
  socket.on('error', () => {});
  const say = (answer: Answer) => socket.write(`${JSON.stringify(answer)}\n`);
  try {
    for await (const line of createInterface({ input: socket })) {
      const { argv, cwd } = JSON.parse(line) as Request;
      if (!isLent(argv)) return void say({ exit: 2 });
      const exit = await here.run(argv, {
        ...here,
        cwd,
        out: (out) => say({ out }),
        err: (err) => say({ err }),
        withHouse: (work) => work(house),
      });
      say({ exit });
      return;
    }
  } catch {
    say({ err: 'The running worker did not understand this command. Are both of the same version?\n' });
    say({ exit: 1 });
  } finally {
    socket.end();
  }
}

/** Has a command run by the worker that holds DATA_DIR; null when none is running. */
export function forward(dataDir: string, argv: readonly string[], io: Io): Promise<number | null> {
  return new Promise((done) => {
    const socket = connect(socketPath(dataDir));
    let exit: number | null = null;
    socket.once('error', () => done(null));
    socket.once('connect', () => {
      socket.write(`${JSON.stringify({ argv, cwd: io.cwd } satisfies Request)}\n`);
      createInterface({ input: socket }).on('line', (line) => {
        const answer = JSON.parse(line) as Answer;
        if ('out' in answer) io.out(answer.out);
        else if ('err' in answer) io.err(answer.err);
        else exit = answer.exit;
      });
      socket.once('close', () => done(exit ?? 1));
    });
  });
}
