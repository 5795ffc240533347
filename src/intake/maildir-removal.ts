// Removing messages from a Maildir and from the folders beside it that mail programs use (Maildir++: `.Sent`, `.Trash`). Each
// file is looked at before it goes; nothing else is touched.
import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Removal, Removed } from './mailbox.ts';
import { filesIn, ifGone, readKept, readStart, statOf } from './maildir-files.ts';
import type { MaildirIndex } from './maildir-index.ts';
import { messageIdsOf } from './raw-message-id.ts';

/** Bytes in which the Message-ID of any message stands. */
const headBytes = 64 * 1024;
const besides = /^\.(?:INBOX\.)?(?:Sent|Trash|Junk|Spam|Deleted|Deleted Items|Deleted Messages|Sent Items|Sent Messages)$/i;

interface Scanned {
  readonly index: MaildirIndex;
  readonly places: ReadonlyMap<string, string>;
}

export async function removeFromMaildir(maildir: string, scan: Scanned, wishes: readonly Removal[]): Promise<readonly Removed[]> {
  const removed = wishes.map(() => ({ copies: 0, left: 0 }));
  const byId = new Map<string, number[]>();
  for (const [nth, { messageId }] of wishes.entries()) if (messageId !== null) byId.set(messageId, [...(byId.get(messageId) ?? []), nth]);
  const seen = placesOf(scan, wishes);
  for (const file of [...scan.places.values(), ...(await filesBeside(maildir))]) {
    const named = byId.size === 0 ? [] : await idsIn(file);
    const candidates = [...new Set([...named.flatMap((id) => byId.get(id) ?? []), ...(seen.get(file) ?? [])])];
    const meant = candidates.length === 0 ? [] : await whoIsMeant(file, candidates, wishes);
    if (meant.length > 0 && (await remove(file))) for (const nth of meant) if (removed[nth] !== undefined) removed[nth].copies += 1;
  }
  return removed;
}

/** Which wishes name a file by its number. */
function placesOf({ index, places }: Scanned, wishes: readonly Removal[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [nth, wish] of wishes.entries()) {
    for (const { uid, uidValidity } of wish.places) {
      const entry = uidValidity === index.epoch ? index.byUid.get(uid) : undefined;
      const file = entry === undefined ? undefined : places.get(entry.base);
      if (file !== undefined) found.set(file, [...(found.get(file) ?? []), nth]);
    }
  }
  return found;
}

async function filesBeside(maildir: string): Promise<readonly string[]> {
  const folders = (await readdir(maildir, { withFileTypes: true })).filter((entry) => entry.isDirectory() && besides.test(entry.name));
  const files = await Promise.all(folders.map(({ name }) => filesIn(join(maildir, name)).catch(ifGone)));
  return files.flatMap((each) => [...(each?.values() ?? [])]);
}

async function idsIn(file: string): Promise<readonly string[]> {
  const head = await readStart(file, headBytes);
  return head === null ? [] : messageIdsOf(head);
}

async function whoIsMeant(file: string, candidates: readonly number[], wishes: readonly Removal[]): Promise<readonly number[]> {
  const size = (await statOf(file))?.size;
  const raw = size === undefined ? null : await readKept(file, size);
  return raw === null ? [] : candidates.filter((nth) => wishes[nth]?.isMeant(raw));
}

async function remove(file: string): Promise<boolean> {
  return (await unlink(file).catch(ifGone)) !== null;
}
