import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Public mail kept beside the project, never copied into it. */
const folder = join(import.meta.dirname, '../../../shared/corpora');

/** The rows of a corpus, or null (said aloud) where the folder is absent. */
export function readCorpus<Row>(name: string): readonly Row[] | null {
  const file = join(folder, `${name}.jsonl`);
  if (!existsSync(file)) {
    console.warn(`skipped: ${file} is not there`);
    return null;
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

export function readCorpusFile(path: string): Uint8Array {
  return readFileSync(join(folder, path));
}

/** Share as a percentage with one decimal. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}
