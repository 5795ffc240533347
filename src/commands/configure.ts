import { type Config, readConfig } from '../config.ts';
import type { Surroundings } from './io.ts';

/** The checked configuration; null when something is wrong, each problem said in a line of its own. */
export function configure(here: Pick<Surroundings, 'environment' | 'err'>, options: { readonly warn?: boolean } = {}): Config | null {
  const read = readConfig(here.environment);
  if ('problems' in read) {
    for (const line of [...read.problems, ...read.warnings]) here.err(`${line}\n`);
    return null;
  }
  if (options.warn) for (const warning of read.warnings) here.err(`${warning}\n`);
  return read.config;
}
