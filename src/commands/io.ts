import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { ExpectedError } from '../errors.ts';
import type { House } from '../worker/assemble.ts';

/** Where a command speaks, and from where its file arguments are meant. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The folder the user stands in. */
  readonly cwd: string;
  /** Aborts when the user gives up (Ctrl-C). */
  readonly signal: AbortSignal;
  /** Whether the user watches on a terminal. */
  readonly terminal: boolean;
}

/**
 * What a command may use. `withHouse` opens (or, in a running worker, lends) everything behind the configuration; for `work`
 * on mail there must be people enough to approve.
 */
export interface Surroundings extends Io {
  readonly environment: Readonly<Record<string, string | undefined>>;
  withHouse<T>(deed: (house: House) => Promise<T>, purpose?: 'work' | 'look'): Promise<T>;
  /** Runs another command line; its exit status. */
  run(argv: readonly string[], here: Surroundings): Promise<number>;
}

export function pathFrom(io: Pick<Io, 'cwd'>, path: string): string {
  return isAbsolute(path) ? path : join(io.cwd, path);
}

/** Reads a file the user named. */
export function readGiven(io: Pick<Io, 'cwd'>, path: string): Buffer {
  try {
    return readFileSync(pathFrom(io, path));
  } catch (cause) {
    throw new ExpectedError('file-unreadable', `The file ${path} cannot be read.`, { retry: 'never', cause });
  }
}

/** A file to go with a letter. */
export function readAttachment(io: Pick<Io, 'cwd'>, file: string) {
  return { filename: basename(file), contentType: 'application/octet-stream', content: readGiven(io, file).toString('base64') };
}

/** Writes a file where the user said, readable by that user alone. */
export function writeGiven(io: Pick<Io, 'cwd'>, path: string, content: Uint8Array): void {
  const target = pathFrom(io, path);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content, { mode: 0o600 });
  } catch (cause) {
    throw new ExpectedError('file-unwritable', `The file ${path} cannot be written.`, { retry: 'never', cause });
  }
}

export function printJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value)}\n`);
}

/** Something is wrong and has been said already, line by line: only the exit status is left. */
export class Told extends Error {}
