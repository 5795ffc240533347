// The files of a Maildir: one a message, in `new` and `cur`. Another program may move or remove them at any moment: what is gone
// is null, and the next scan finds where it went.
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { keepBeginning, keptOfLarge, largestMessage } from './batch.ts';

/** Where each message lies now, by base name. */
export async function filesIn(maildir: string): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  for (const folder of ['new', 'cur']) {
    for (const entry of await readdir(join(maildir, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name.includes('\n') || !entry.isFile()) continue;
      places.set(baseName(entry.name), join(maildir, folder, entry.name));
    }
  }
  return places;
}

// Everything after the `:` is flags, which other programs change.
function baseName(file: string): string {
  const colon = file.indexOf(':');
  return colon < 0 ? file : file.slice(0, colon);
}

/** What is kept of a message of `size` bytes: all of it, or the beginning of a large one. Null: it is gone. */
export async function readKept(path: string, size: number): Promise<Uint8Array | null> {
  const large = size > largestMessage;
  const raw = await readStart(path, large ? 2 * keptOfLarge : size);
  return raw !== null && large ? keepBeginning(raw) : raw;
}

/** The first bytes of a file. Null: it is gone. */
export async function readStart(path: string, bytes: number): Promise<Uint8Array | null> {
  const file = await open(path, 'r').catch(ifGone);
  if (file === null) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export function statOf(path: string): Promise<{ readonly size: number; readonly mtimeMs: number } | null> {
  return stat(path).catch(ifGone);
}

export function ifGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
