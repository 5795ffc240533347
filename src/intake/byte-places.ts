/** A text decoded so that each of its UTF-16 units is known by its bytes, for whoever changes a few of them. */
import { isUtf8 } from 'node:buffer';
import { cleanText, decodeBytes } from './text.ts';

export interface PlacedText {
  readonly text: string;
  /** The byte at which a unit begins; for the length of the text the number of bytes. Null: nobody can tell. */
  readonly byteAt: ((unit: number) => number) | null;
  /** ASCII words in the encoding of the text. */
  encode(words: string): Buffer;
}

/** Above this many bytes, encodings whose characters must be counted one by one are not taken apart. */
const mostCounted = 256 * 1024;

/** Decodes as `decodeBytes` does. */
export function placedText(bytes: Buffer, charset: string | null): PlacedText {
  const encoding = encodingOf(bytes, charset);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, byteAt: placesOf(bytes, text, encoding), encode: (words) => encodeWords(words, encoding) };
}

function encodingOf(bytes: Buffer, charset: string | null): string {
  const { text } = decodeBytes(bytes, charset);
  const declared = knownEncoding(charset);
  const candidates = [...(declared === null ? [] : [declared]), 'utf-8', 'windows-1252'];
  return candidates.find((encoding) => cleanText(new TextDecoder(encoding).decode(bytes)) === text) ?? 'windows-1252';
}

function knownEncoding(charset: string | null): string | null {
  try {
    return charset === null ? null : new TextDecoder(charset.replace(/["'\s]/g, '')).encoding;
  } catch {
    return null;
  }
}

function placesOf(bytes: Buffer, text: string, encoding: string): PlacedText['byteAt'] {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return (unit) => Math.min(unit * 2, bytes.length);
  // One byte a character, as also in all text that is plain ASCII.
  if (text.length === bytes.length) return (unit) => unit;
  // Its shifts reach over what stands between them.
  if (encoding.startsWith('iso-2022')) return null;
  const starts = encoding === 'utf-8' && isUtf8(bytes) ? utf8Starts(text) : countedStarts(bytes, text, encoding);
  return starts === null ? null : (unit) => starts[unit] ?? bytes.length;
}

function utf8Starts(text: string): Uint32Array {
  const starts = new Uint32Array(text.length + 1);
  let at = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    starts[unit] = at;
    const code = text.charCodeAt(unit);
    // The two halves of a pair count four bytes together.
    at += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  starts[text.length] = at;
  return starts;
}

/** Byte by byte: each character belongs to the bytes after which it came out. */
function countedStarts(bytes: Buffer, text: string, encoding: string): Uint32Array | null {
  if (bytes.length > mostCounted) return null;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const starts = new Uint32Array(text.length + 1).fill(bytes.length);
  let [units, from] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const size = decoder.decode(bytes.subarray(at, at + 1), { stream: true }).length;
    if (size === 0) continue;
    starts.fill(from, units, units + size);
    units += size;
    from = at + 1;
  }
  return starts;
}

function encodeWords(words: string, encoding: string): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(words, 'utf16le');
  return encoding === 'utf-16be' ? Buffer.from(words, 'utf16le').swap16() : Buffer.from(words, 'latin1');
}
