import type { Io } from '../commands/io.ts';

/** What is going on, while it goes on: one line that changes on a terminal, a line for every change elsewhere. */
export interface Progress {
  show(text: string): void;
  /** Ends the line; what is shown next stands below it. */
  end(): void;
}

export function createProgress(io: Pick<Io, 'out' | 'terminal'>): Progress {
  let shown = '';
  return {
    show(text) {
      if (text === shown) return;
      shown = text;
      io.out(io.terminal ? `\r  ${text}\x1b[K` : `  ${text}\n`);
    },
    end() {
      if (io.terminal && shown !== '') io.out('\n');
      shown = '';
    },
  };
}
