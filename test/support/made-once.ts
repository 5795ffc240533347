// What is dear to make and cheap to copy is made once for all test files, in the folder for temporary files.
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder that `make` filled, now or in an earlier run; `version` says what it was made of. Processes may ask at once. */
export async function madeOnce(name: string, version: string, make: (folder: string) => Promise<void> | void): Promise<string> {
  const place = join(tmpdir(), `tijdig-test-${name}-${version}`);
  if (existsSync(place)) return place;
  const folder = mkdtempSync(join(tmpdir(), `tijdig-test-${name}-new-`));
  try {
    await make(folder);
    renameSync(folder, place);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    // Another process was quicker.
    if (!existsSync(place)) throw error;
  }
  return place;
}
