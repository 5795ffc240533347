// A command line carried out by a house that is open already, as a running worker does it: no process is started.
import type { Surroundings } from '../../src/commands/io.ts';
import { runCommand } from '../../src/commands/program.ts';
import type { House } from '../../src/worker/assemble.ts';
import type { Context } from '../../src/worker/context.ts';

export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line whose words are divided by spaces; `words` are arguments with spaces in them, at its end. */
export async function runIn(context: Context, args: string, ...words: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const house: House = { context, notices: [], close: async () => {} };
  const here: Surroundings = {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    cwd: '/nowhere',
    signal: new AbortController().signal,
    terminal: false,
    environment: {},
    run: runCommand,
    withHouse: (deed) => deed(house),
  };
  return { status: await runCommand([...args.split(' '), ...words], here), ...said };
}

/** The lines of JSON a command said. */
export function linesOf({ out }: Said): readonly Record<string, unknown>[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
