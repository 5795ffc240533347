/** Header text with encoded words (RFC 2047), both ways, as far as a subject needs it. Nothing here throws. */
import { decodeBytes } from './text.ts';

const word = /=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/gi;

/** The text of a header value, one character for each byte, as it stands in the message. */
export function decodeWords(value: string): string {
  const unfolded = value.replace(/\r?\n(?=[ \t])/g, '');
  const pieces: { charset: string | null; bytes: Buffer }[] = [];
  let from = 0;
  for (const match of unfolded.matchAll(word)) {
    const between = unfolded.slice(from, match.index);
    const [whole, named = '', kind = '', content = ''] = match;
    const charset = (named.split('*', 1)[0] ?? '').toLowerCase();
    const bytes = kind.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : quotedBytes(content);
    // Blanks between two words are no part of the text, and a character may begin in one and end in the next.
    const last = pieces.at(-1);
    const follows = last !== undefined && last.charset !== null && between.trim() === '';
    if (!follows) pieces.push({ charset: null, bytes: Buffer.from(between, 'latin1') });
    if (follows && last.charset === charset) last.bytes = Buffer.concat([last.bytes, bytes]);
    else pieces.push({ charset, bytes });
    from = match.index + whole.length;
  }
  pieces.push({ charset: null, bytes: Buffer.from(unfolded.slice(from), 'latin1') });
  return pieces.map(({ charset, bytes }) => decodeBytes(bytes, charset).text).join('');
}

function quotedBytes(content: string): Buffer {
  const text = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(text, 'latin1');
}

/** Bytes of text that fit an encoded word of 75 characters. */
const mostBytes = 45;

/** A header value for any text: as it is where that says the same, else in encoded words, a line each. */
export function encodeWords(text: string, lineBreak: string): string {
  if (/^[\x20-\x7e]{0,900}$/.test(text) && !text.includes('=?')) return text;
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > mostBytes) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join(`${lineBreak} `);
}
