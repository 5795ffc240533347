import type { ParsedMessage } from './message.ts';

/**
 * When a message reached us: the server's INTERNALDATE, or the topmost `Received:` if our own boundary wrote it and it
 * is earlier (a mailbox that was migrated gives every message a new INTERNALDATE). Never the Date header.
 * @param authservId names our boundary; null: nothing in the message is believed
 */
export function receiptInstant(message: ParsedMessage, internalDate: Temporal.Instant, authservId: string | null): Temporal.Instant {
  const top = message.headers.find((header) => header.name === 'received');
  if (authservId === null || top === undefined || !isWrittenBy(top.value, authservId)) return internalDate;
  const at = hopInstant(top.value);
  return at !== null && Temporal.Instant.compare(at, internalDate) < 0 ? at : internalDate;
}

/**
 * When the customer sent it, for a customer's window: the Date header or the first hop's `Received:`, whichever is
 * earlier (Directive 2011/83 art. 11(2)). Null when neither can be read.
 */
export function sentInstant(message: ParsedMessage): Temporal.Instant | null {
  const first = message.headers.findLast((header) => header.name === 'received');
  const hop = first === undefined ? null : hopInstant(first.value);
  const date = message.sentAt === null ? null : Temporal.Instant.from(message.sentAt);
  if (hop === null || date === null) return hop ?? date;
  return Temporal.Instant.compare(hop, date) < 0 ? hop : date;
}

/** When a message that was passed on had reached our house, by its own words: the top hop, or else its Date. Never believed unseen. */
export function writtenReceipt(message: ParsedMessage): Temporal.Instant | null {
  const top = message.headers.find((header) => header.name === 'received');
  const hop = top === undefined ? null : hopInstant(top.value);
  return hop ?? (message.sentAt === null ? null : Temporal.Instant.from(message.sentAt));
}

function isWrittenBy(received: string, host: string): boolean {
  const by = /\bby\s+([^\s;()]+)/i.exec(received.slice(0, 2_000));
  return by?.[1]?.toLowerCase() === host.toLowerCase();
}

function hopInstant(received: string): Temporal.Instant | null {
  const stamp = received.slice(received.lastIndexOf(';') + 1).trim();
  const milliseconds = stamp.length > 100 ? Number.NaN : Date.parse(stamp);
  return Number.isNaN(milliseconds) ? null : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
