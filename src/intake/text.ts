/**
 * Every text passes here before it reaches PostgreSQL, which stores neither U+0000 nor half a surrogate pair, and
 * every byte of a message becomes text here. What cannot be decoded for certain is decoded as windows-1252, the
 * charset of most undeclared 8-bit mail, and marked doubtful; nothing throws.
 */
import { isUtf8 } from 'node:buffer';

export interface DecodedText {
  readonly text: string;
  /** The charset was missing, unknown or wrong and the bytes were not plain ASCII. */
  readonly doubtful: boolean;
}

// Labels under which senders write bytes they know nothing about.
const undeclared = new Set([
  '',
  'ascii',
  'us-ascii',
  'usascii',
  'ansi_x3.4-1968',
  'unknown',
  'unknown-8bit',
  'x-unknown',
  'binary',
  '8bit',
]);
const replacement = '\uFFFD';

/** Removes U+0000 and turns half surrogate pairs into U+FFFD. */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}

/** At most `limit` UTF-16 units, never half a surrogate pair. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit);
}

/** One line: controls and white space become single spaces. For subjects, names and filenames. */
export function oneLine(text: string, limit: number): string {
  return cutText(
    cleanText(text)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    limit,
  );
}

/** Whether the platform can decode this charset; `null` and the labels that say nothing count as undeclared. */
export function knowsCharset(charset: string | null): boolean {
  const label = labelOf(charset);
  return undeclared.has(label) || decoderFor(label) !== null;
}

/** Text of bytes under a declared charset (IANA or WHATWG label), or under none. */
export function decodeBytes(bytes: Uint8Array, charset: string | null): DecodedText {
  const label = labelOf(charset);
  if (undeclared.has(label)) return guess(bytes);
  const decoder = decoderFor(label);
  if (decoder === null) return guess(bytes);
  if (decoder.encoding === 'utf-8') return isUtf8(bytes) ? { text: clean(decoder, bytes), doubtful: false } : brokenUtf8(bytes);
  const text = clean(decoder, bytes);
  return { text, doubtful: text.includes(replacement) };
}

function labelOf(charset: string | null): string {
  return (charset ?? '').replace(/["'\s]/g, '').toLowerCase();
}

// Valid UTF-8 is UTF-8 whatever was forgotten: other charsets hit it by chance only in a few letters.
function guess(bytes: Uint8Array): DecodedText {
  return isUtf8(bytes) ? { text: clean(utf8, bytes), doubtful: false } : brokenUtf8(bytes);
}

// UTF-8 with a few broken letters (a cut, a bad relay) stays UTF-8; mostly broken means it never was.
function brokenUtf8(bytes: Uint8Array): DecodedText {
  const text = clean(utf8, bytes);
  let broken = 0;
  let whole = 0;
  for (const character of text) {
    if (character === replacement) broken += 1;
    else if (character > '\u007f') whole += 1;
  }
  return { text: whole > broken ? text : clean(windows1252, bytes), doubtful: true };
}

function clean(decoder: TextDecoder, bytes: Uint8Array): string {
  return cleanText(decoder.decode(bytes));
}

const utf8 = new TextDecoder('utf-8');
const windows1252 = new TextDecoder('windows-1252');
// Only labels that exist are kept, so a hostile sender cannot make this grow.
const decoders = new Map<string, TextDecoder>();

function decoderFor(label: string): TextDecoder | null {
  const kept = decoders.get(label);
  if (kept !== undefined) return kept;
  try {
    const made = new TextDecoder(label);
    decoders.set(label, made);
    return made;
  } catch {
    return null;
  }
}
