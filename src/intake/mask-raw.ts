/**
 * Takes card numbers and IBANs out of a raw message, and nothing else: only the text in which they stand is rewritten, in
 * its own charset and transfer encoding, and every other byte stays. Runs in a parser thread. What is signed or encrypted,
 * an attachment that is no text, and text that cannot be written back safely stay as they are, and that is said.
 */
import { maskPaymentData, paymentWords } from '../privacy/mask.ts';
import { findPaymentData } from '../privacy/payment.ts';
import type { Stretch } from '../privacy/stretch.ts';
import { placedText } from './byte-places.ts';
import { decodeWords, encodeWords } from './encoded-words.ts';
import { seenHtml } from './html-seen.ts';
import { longestHtml } from './html-text.ts';
import { type MimeLeaf, mimeParts } from './mime-parts.ts';
import { applyEdits, type Edit, transferred } from './transfer.ts';

/** Why payment data is still in the raw message. */
export type PaymentLeft = 'payment-in-attachment' | 'payment-kept';

export interface MaskedRaw {
  /** Null: nothing was found that could be masked. */
  readonly raw: Uint8Array | null;
  readonly left: readonly PaymentLeft[];
}

/** Fields in which people write. */
const writtenFields = new Set(['subject', 'thread-topic', 'comments', 'keywords', 'x-subject', 'x-original-subject']);
/** What is left of a row of digits when a part of it was taken out may be found only then. */
const mostRounds = 3;
/** An attachment above this many bytes is not looked into. */
const longestAttachment = 1024 * 1024;

export function maskRaw(raw: Uint8Array): MaskedRaw {
  const original = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let bytes = original;
  const left = new Set<PaymentLeft>();
  for (let round = 0; round < mostRounds; round += 1) {
    const edits = editsOf(bytes, left);
    if (edits.length === 0) break;
    bytes = applyEdits(bytes, edits);
  }
  return { raw: bytes === original ? null : new Uint8Array(bytes), left: [...left] };
}

function editsOf(bytes: Buffer, left: Set<PaymentLeft>): readonly Edit[] {
  // Old programs that end lines with a bare CR are read as the parser reads them; every place stays the same.
  const { leaves, fields } = mimeParts(bytes.includes(0x0a) ? bytes : Buffer.from(bytes.map((byte) => (byte === 0x0d ? 0x0a : byte))));
  const edits = leaves.flatMap((leaf) => editsOfLeaf(bytes, leaf, left));
  const lineBreak = bytes.includes('\r\n') ? '\r\n' : '\n';
  for (const { name, value, valueStart, end, isProtected } of fields) {
    if (!writtenFields.has(name)) continue;
    const { text, masked } = maskPaymentData(decodeWords(value));
    if (masked === 0) continue;
    if (isProtected) left.add('payment-kept');
    else edits.push({ start: valueStart, end, bytes: Buffer.from(` ${encodeWords(text.trim(), lineBreak)}`, 'latin1') });
  }
  return edits;
}

function editsOfLeaf(bytes: Buffer, leaf: MimeLeaf, left: Set<PaymentLeft>): readonly Edit[] {
  const isText = /^(?:text|message)\//.test(leaf.contentType);
  if (!isText && (leaf.isProtected || leaf.end - leaf.start > 2 * longestAttachment)) return [];
  const { content, written } = transferred(bytes, leaf.start, leaf.end, leaf.encoding);
  if (!isText) {
    if (isReadable(content) && findPaymentData(content.toString('utf8')).length > 0) left.add('payment-in-attachment');
    return [];
  }
  const found = /^message\/(?:rfc822|global)$/.test(leaf.contentType) ? editsOf(content, left) : editsOfText(content, leaf);
  if (found?.length === 0) return [];
  const edits = found === null || leaf.isProtected ? null : written(found);
  if (edits === null) left.add('payment-kept');
  return edits ?? [];
}

/** An attachment that is text by another name. */
function isReadable(content: Buffer): boolean {
  if (content.length > longestAttachment || content.subarray(0, 1024).includes(0)) return false;
  return /^[\t\n\r\x20-\x7e\x80-\uffff]*$/.test(content.toString('latin1', 0, 256)) && !content.includes(0);
}

/** The edits of a text; null: it holds payment data, and where its bytes are is not known. */
function editsOfText(content: Buffer, { contentType, charset }: MimeLeaf): readonly Edit[] | null {
  const { text, byteAt, encode } = placedText(content, charset);
  const isHtml = contentType === 'text/html' || (contentType.startsWith('text/x') && contentType.includes('html'));
  const found = isHtml
    ? findInHtml(text)
    : findPaymentData(text).map(({ start, end, type }) => ({ start, end, words: paymentWords[type] }));
  if (found.length > 0 && byteAt === null) return null;
  return found.map(({ start, end, words }) => ({ start: byteAt?.(start) ?? 0, end: byteAt?.(end) ?? 0, bytes: encode(words) }));
}

interface Replacement extends Stretch {
  readonly words: string;
}

/** What an attribute, a comment or a style may hold: a quick look, since every letter has some. */
const mayHideNumber = /\d(?:[^\p{L}\p{N}<>]{0,4}\d){11}|[a-z]{2}[ .-]?\d[ .-]?\d(?:[ .-]?[a-z\d]){11}/iu;

/** As it is seen, and then in what is not seen: attributes, comments, styles. Only words change, never a tag between them. */
function findInHtml(html: string): readonly Replacement[] {
  if (html.length > 4 * longestHtml) return [];
  const found: Replacement[] = [];
  for (const withTags of mayHideNumber.test(html) ? [false, true] : [false]) {
    const { text, starts, ends } = seenHtml(html, withTags);
    for (const { start, end, type } of findPaymentData(text)) {
      const pieces = piecesOf(starts.slice(start, end), ends.slice(start, end), paymentWords[type]);
      if (!pieces.some((piece) => found.some((other) => piece.start < other.end && other.start < piece.end))) found.push(...pieces);
    }
  }
  return found;
}

/** The stretches of the source that make a stretch of the seen text: the first gives way to the words, the others go. */
function piecesOf(starts: Uint32Array, ends: Uint32Array, words: string): readonly Replacement[] {
  const pieces: { start: number; end: number; words: string }[] = [];
  for (const [at, start] of starts.entries()) {
    const end = ends[at] ?? start;
    const last = pieces.at(-1);
    if (end === start) continue;
    if (last !== undefined && start <= last.end) last.end = end;
    else pieces.push({ start, end, words: pieces.length === 0 ? words : '' });
  }
  return pieces;
}
