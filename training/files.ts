import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A file of lines to learn from. */
export interface TrainingFile {
  /** Below this folder, with `/` between. */
  readonly name: string;
  readonly content: string;
}

/** Every file of this folder, in the order in which its lines are learned. */
export function readTrainingFiles(): readonly TrainingFile[] {
  return readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => ({ name: name.replaceAll(sep, '/'), content: readFileSync(join(import.meta.dirname, name), 'utf8') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The thesauri, by which the features of every line are found. */
export function readThesauri(): readonly TrainingFile[] {
  const folder = join(import.meta.dirname, '..', 'src', 'classify', 'meanings');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, content: readFileSync(join(folder, name), 'utf8') }));
}

/** Says what weights were learned from, lines and thesauri; it stands in their file, so that stale weights show. */
export function digestOf(files: readonly TrainingFile[]): string {
  const digest = createHash('sha256');
  for (const { name, content } of files) digest.update(`${name}\n${content}`);
  return digest.digest('hex').slice(0, 16);
}
