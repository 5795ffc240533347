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

/** Says which lines weights were learned from; it stands in their file, so that stale weights show. */
export function digestOf(files: readonly TrainingFile[]): string {
  const digest = createHash('sha256');
  for (const { name, content } of files) digest.update(`${name}\n${content}`);
  return digest.digest('hex').slice(0, 16);
}
