/**
 * Which message this is: HMAC-SHA-256 over an allow-list of header fields and the body, so that two deliveries of one
 * mail agree whatever the relays wrote on top (Received, Delivered-To, Return-Path, X-*). A deny-list cannot do that.
 * Header fields are sorted by name and unfolded, line ends normalised, white space at the end of the message dropped.
 * Reads bytes only: nothing here can throw on a malformed message.
 */
import { createHmac } from 'node:crypto';

const identifying = new Set(['from', 'sender', 'to', 'cc', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'mime-version']);
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blockSize = 64 * 1024;

/** HMAC-SHA-256 of the canonical bytes of a raw message, 32 bytes. `key` is never rotated. */
export function fingerprint(raw: Uint8Array, key: Uint8Array): Buffer {
  const hmac = createHmac('sha256', key);
  writeCanonical(raw, (block) => hmac.update(block));
  return hmac.digest();
}

/** What the fingerprint is taken over, in one piece; for tests and for explaining a difference. */
export function canonicalBytes(raw: Uint8Array): Buffer {
  const blocks: Buffer[] = [];
  writeCanonical(raw, (block) => blocks.push(Buffer.from(block)));
  return Buffer.concat(blocks);
}

function writeCanonical(raw: Uint8Array, write: (block: Uint8Array) => void): void {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const body = bodyStart(bytes);
  const fields = identifyingFields(bytes.toString('latin1', 0, body));
  write(Buffer.from(`${fields.map(({ name, value }) => `${name}:${value}\n`).join('')}\n`, 'latin1'));
  writeBody(bytes, body, write);
}

/** Offset just past the first empty line; the length when there is none. CRLF, LF and bare CR all end a line. */
function bodyStart(bytes: Buffer): number {
  let lineStart = 0;
  while (lineStart < bytes.length) {
    const end = lineEnd(bytes, lineStart);
    if (end.at === lineStart) return end.next;
    lineStart = end.next;
  }
  return bytes.length;
}

function lineEnd(bytes: Buffer, from: number): { readonly at: number; readonly next: number } {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === lineFeed) return { at, next: at + 1 };
    if (bytes[at] === carriageReturn) return { at, next: bytes[at + 1] === lineFeed ? at + 2 : at + 1 };
  }
  return { at: bytes.length, next: bytes.length };
}

interface Field {
  readonly name: string;
  readonly value: string;
}

function identifyingFields(head: string): readonly Field[] {
  const found: Field[] = [];
  let lines: string[] = [];
  for (const line of [...head.split(/\r\n|\r|\n/), '']) {
    if (/^[ \t]/.test(line)) {
      lines.push(line);
      continue;
    }
    const field = fieldOf(lines.join(' '));
    if (field !== null && isIdentifying(field.name)) found.push(field);
    lines = [line];
  }
  // Stable: fields of one name keep their order.
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function fieldOf(line: string): Field | null {
  const colon = line.indexOf(':');
  if (colon < 1) return null;
  return {
    name: line.slice(0, colon).trim().toLowerCase(),
    value: line
      .slice(colon + 1)
      .replace(/[ \t]+/g, ' ')
      .trim(),
  };
}

function isIdentifying(name: string): boolean {
  // Content-Length is written by delivery agents, not by the sender.
  return identifying.has(name) || (name.startsWith('content-') && name !== 'content-length');
}

// Line by line into blocks: one update of the HMAC a line would cost more than the hashing.
function writeBody(bytes: Buffer, start: number, write: (block: Uint8Array) => void): void {
  let end = bytes.length;
  while (end > start && isBlank(bytes[end - 1])) end -= 1;
  const block = Buffer.allocUnsafe(blockSize);
  let filled = 0;
  let at = start;
  while (at < end) {
    const found = bytes.indexOf(carriageReturn, at);
    const stop = Math.min(found < 0 ? end : found, end, at + blockSize - 1);
    if (filled + stop - at >= blockSize) {
      write(block.subarray(0, filled));
      filled = 0;
    }
    filled += bytes.copy(block, filled, at, stop);
    at = stop;
    if (at !== found || at >= end) continue;
    at += bytes[at + 1] === lineFeed ? 2 : 1;
    block[filled] = lineFeed;
    filled += 1;
  }
  write(block.subarray(0, filled));
}

function isBlank(byte: number | undefined): boolean {
  return byte === lineFeed || byte === carriageReturn || byte === 0x20 || byte === 0x09;
}
