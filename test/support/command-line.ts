// Command lines carried out in this process: by a house that is open already, as a running worker does it, or by none.
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
export function runIn(context: Context, args: string, ...words: readonly string[]): Promise<Said> {
  const house: House = { context, notices: [], close: async () => {} };
  return runHere('/nowhere', [...args.split(' '), ...words], (deed) => deed(house));
}

/** Runs a command line that stands in a folder and needs no house. */
export function runAlone(folder: string, argv: readonly string[]): Promise<Said> {
  return runHere(folder, argv, () => Promise.reject(new Error('this needs no house')));
}

async function runHere(cwd: string, argv: readonly string[], withHouse: Surroundings['withHouse']): Promise<Said> {
  const said = { out: '', err: '' };
  const here: Surroundings = {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    cwd,
    signal: new AbortController().signal,
    terminal: false,
    environment: {},
    run: runCommand,
    withHouse,
  };
  return { status: await runCommand(argv, here), ...said };
}

/** The lines of JSON a command said. */
export function linesOf({ out }: Said): readonly Record<string, unknown>[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
