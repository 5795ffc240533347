import type { FetchedMessage, UidRange } from './mailbox.ts';

/** Above this a message is taken in without its end. Bytes, 25 MiB. */
export const largestMessage = 25 * 1024 * 1024;
/** What is kept of the body of a larger one, and at most as much of its headers. Bytes. */
export const keptOfLarge = 256 * 1024;
/** A batch is one transaction and is held in memory whole. Bytes. */
const batchBytes = 16 * 1024 * 1024;

/** Everything about a message but its bytes. */
export type SizedMessage = Omit<FetchedMessage, 'raw' | 'truncated'>;

/** The first messages that fit into one batch; never empty when `sized` is not, however large the first one is. */
export function chooseBatch<M extends { readonly size: number }>(sized: readonly M[], limit: number): readonly M[] {
  let bytes = 0;
  const chosen: M[] = [];
  for (const message of sized) {
    bytes += message.size > largestMessage ? 2 * keptOfLarge : message.size;
    if (chosen.length > 0 && (bytes > batchBytes || chosen.length >= limit)) break;
    chosen.push(message);
  }
  return chosen;
}

/** UIDs of `candidates` (ascending) that lie in the range. */
export function uidsWithin(candidates: Iterable<number>, range: UidRange): readonly number[] {
  const to = range.to ?? Number.POSITIVE_INFINITY;
  return [...candidates].filter((uid) => uid >= range.from && uid <= to).sort((a, b) => a - b);
}

/**
 * Cuts a file's beginning to headers and body, each at most `keptOfLarge`. `head` must hold at least twice that
 * when the file does.
 */
export function keepBeginning(head: Uint8Array): Uint8Array {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const ends = [bytes.indexOf('\n\n') + 2, bytes.indexOf('\n\r\n') + 3].filter((end) => end > 2);
  const headers = ends.length === 0 ? keptOfLarge : Math.min(...ends, keptOfLarge);
  return bytes.subarray(0, headers + keptOfLarge);
}
