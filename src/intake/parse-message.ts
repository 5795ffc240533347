/**
 * Raw bytes to a ParsedMessage. The door to mailparser; runs in a parser thread only, because mailparser can be made
 * to freeze (RFC 5322, 2045-2047, 6532 as senders really write them). Never decides anything about a message.
 *
 * Three things mailparser leaves to us are put in front of it, at the one place where every MIME part passes:
 * limits before it reads a header, header bytes that are no UTF-8, and the charset of text. Its own composition of
 * the text is not used (see message-text). Past a limit a LimitError is thrown; anything else that is thrown is a
 * defect of mailparser or ours, and a strike for the message.
 */
import { isUtf8 } from 'node:buffer';
import { Transform } from 'node:stream';
import { type HeaderLines, MailParser, type Headers as ReadHeaders } from 'mailparser';
import { type ReadAddress, readAddresses, readFrom } from './address.ts';
import { ownText } from './body.ts';
import { readDeliveryReport } from './delivery-report.ts';
import { checkNode, LimitError, limits } from './limit.ts';
import type { Attachment, Header, ParsedMessage } from './message.ts';
import { readDate, readHeaders, readMessageIds, valuesOf } from './message-header.ts';
import { messageText, type ReportPart, type TextNode } from './message-text.ts';
import { cleanText, cutText, decodeBytes, knowsCharset, oneLine } from './text.ts';

const longestSubject = 1000;
const longestReportPart = 64 * 1024;
const reportPart = /^(?:message\/|text\/(?:x-)?(?:rfc822-headers|delivery-status))/;

/** A MIME part as it passes through mailparser, before it reads its headers. */
interface MimeChunk {
  readonly type: 'node' | 'body' | 'data';
  readonly parentNode: MimeChunk | false;
  readonly headers: { getList(): readonly { readonly key: string; readonly line: string }[]; lines: unknown };
  charset: string | false;
}

type Done = (error?: Error | null) => void;

/** What we use of mailparser beyond its declared interface; the version is pinned and the corpus tests watch it. */
export interface Internals {
  processChunk(chunk: MimeChunk, done: Done): void;
  decoder: { decodeStream(charset: string): NodeJS.ReadWriteStream };
  readonly tree: TextNode | false;
  readonly headers: ReadHeaders | false;
  readonly headerLines: HeaderLines | false;
}

interface Gathered {
  readonly attachments: Attachment[];
  readonly reportParts: ReportPart[];
  doubtful: boolean;
}

/** Throws a LimitError past the limits of `limit.ts`. */
export async function parseMessage(raw: Uint8Array, options: { readonly truncated: boolean }): Promise<ParsedMessage> {
  const bytes = withLineFeeds(raw);
  const message = await readMessage(bytes, options.truncated);
  if (message.text !== '' || message.attachments.length > 0) return message;
  // Nothing came out: perhaps mailparser did not know the boundaries (it takes no blanks after them, RFC 2046 §5.1.1).
  const again = await readMessage(withoutPadding(bytes), options.truncated);
  if (again.text !== '' || again.attachments.length > 0) return again;
  const text = cutText(bareBody(bytes, message.headers.length > 0), limits.textLength);
  return text === '' ? message : { ...message, text, ownText: ownText(text), decodingDoubtful: true };
}

async function readMessage(bytes: Buffer, truncated: boolean): Promise<ParsedMessage> {
  const gathered: Gathered = { attachments: [], reportParts: [], doubtful: false };
  const parser = guardedParser(gathered);
  await run(parser, bytes, ({ filename, contentType, content, release }) => {
    collect(content, contentType, (size, kept) => {
      gathered.attachments.push({ filename, contentType, size });
      if (kept !== null) gathered.reportParts.push({ contentType, content: kept });
      release();
    });
  });
  return compose(parser, gathered, truncated);
}

/**
 * mailparser with our limits, header repair and charsets in front of it.
 * @param ignoreEmbedded a message inside the message stays an attachment, its bytes untouched
 */
export function guardedParser(gathered: Pick<Gathered, 'doubtful'>, ignoreEmbedded = false): MailParser & Internals {
  const options = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true, ignoreEmbedded };
  const splitting = { maxHeadSize: limits.headerBytes, maxChildNodes: limits.parts };
  const parser = new MailParser({ ...options, ...splitting }) as MailParser & Internals;
  const process = parser.processChunk.bind(parser);
  parser.processChunk = (chunk, done) => {
    if (chunk.type !== 'node') return process(chunk, done);
    const limit = checkNode(chunk);
    if (limit !== null) return done(limit);
    if (repairHeader(chunk)) gathered.doubtful = true;
    // mailparser skips its decoder for UTF-8, ASCII and nothing; a name it does not know sends all text through ours.
    chunk.charset = `declared:${chunk.charset || ''}`;
    return process(chunk, done);
  };
  const { decodeStream } = parser.decoder;
  parser.decoder = { decodeStream: (charset) => textDecoder(charset.slice('declared:'.length), decodeStream, gathered) };
  return parser;
}

/** Header lines that are not UTF-8 are read as windows-1252; says whether there were any. */
function repairHeader(chunk: MimeChunk): boolean {
  const lines = chunk.headers.getList();
  const isBroken = (line: string) => /[\x80-\xff]/.test(line) && !isUtf8(Buffer.from(line, 'latin1'));
  if (!lines.some(({ line }) => isBroken(line))) return false;
  chunk.headers.lines = lines.map((entry) => (isBroken(entry.line) ? { ...entry, line: repaired(entry.line) } : entry));
  return true;
}

function repaired(line: string): string {
  // Bytes inside an encoded word belong to its charset and are left to it, properly encoded.
  const words = line.replace(/=\?[^?\s]{1,60}\?q\?[^?]*\?=/gi, (word) => {
    return word.replace(/[\x80-\xff]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  });
  return Buffer.from(decodeBytes(Buffer.from(words, 'latin1'), null).text).toString('latin1');
}

function textDecoder(
  charset: string,
  fallback: (charset: string) => NodeJS.ReadWriteStream,
  gathered: Pick<Gathered, 'doubtful'>,
): NodeJS.ReadWriteStream {
  if (!knowsCharset(charset)) {
    try {
      return fallback(charset);
    } catch {
      // Unknown to everyone: decodeBytes guesses.
      gathered.doubtful = true;
    }
  }
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
    flush(done) {
      const { text, doubtful } = decodeBytes(Buffer.concat(chunks), charset);
      if (doubtful) gathered.doubtful = true;
      done(null, text);
    },
  });
}

// A few old programs end lines with a bare CR; without a single LF the whole message would be one header line.
export function withLineFeeds(raw: Uint8Array): Buffer {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (bytes.includes(0x0a) || !bytes.includes(0x0d)) return bytes;
  return Buffer.from(bytes.toString('latin1').replaceAll('\r', '\n'), 'latin1');
}

export function withoutPadding(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/^(--[^\s][^\r\n]{0,100}?)[ \t]{1,100}(?=\r?$)/gm, '$1'), 'latin1');
}

/** What stands below the headers, or all of it where there are none, as it is. */
function bareBody(bytes: Buffer, hasHeaders: boolean): string {
  const start = hasHeaders ? bytes.toString('latin1', 0, limits.headerBytes).search(/\n\r?\n/) : 0;
  return start < 0 ? '' : decodeBytes(bytes.subarray(start, start + limits.textLength), null).text.trim();
}

/** An attachment as it comes by; the next one waits for `release`. */
export interface PassingAttachment {
  readonly filename: string | null;
  readonly contentType: string;
  readonly content: NodeJS.ReadableStream;
  release(): void;
}

export function run(parser: MailParser, bytes: Buffer, take: (attachment: PassingAttachment) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.on('error', (error: Error & { code?: string }) => {
      reject(error.code === 'EMAXLEN' ? new LimitError('mime') : error);
    });
    parser.on('data', (data) => {
      if (data.type !== 'attachment') return;
      const contentType = oneLine(data.contentType || 'application/octet-stream', 200).toLowerCase();
      const filename = data.filename ? oneLine(String(data.filename), 255) : null;
      take({ filename, contentType, content: data.content as NodeJS.ReadableStream, release: () => data.release() });
    });
    parser.on('end', resolve);
    parser.end(bytes);
  });
}

function collect(stream: NodeJS.ReadableStream, contentType: string, done: (size: number, content: string | null) => void): void {
  const wanted = reportPart.test(contentType);
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    if (wanted && size < longestReportPart) chunks.push(chunk);
    size += chunk.length;
  });
  stream.on('end', () => {
    done(size, wanted ? decodeBytes(Buffer.concat(chunks).subarray(0, longestReportPart), null).text : null);
  });
}

function compose(parser: MailParser & Internals, gathered: Gathered, truncated: boolean): ParsedMessage {
  const read: ReadHeaders = parser.headers || new Map();
  const headers = readHeaders(parser.headerLines || []);
  const { text: whole, reportParts } = messageText(parser.tree);
  const readable = cutText(cleanText(whole), limits.textLength);
  const text = readable.trim() === '' ? '' : readable;
  const subject = oneLine(String(read.get('subject') ?? ''), longestSubject);
  return {
    headers,
    from: readFrom(valuesOf(headers, 'from'), addressesOf(read, 'from')),
    sender: readAddresses(addressesOf(read, 'sender'))[0] ?? null,
    replyTo: readAddresses(addressesOf(read, 'reply-to')),
    to: readAddresses(addressesOf(read, 'to')),
    cc: readAddresses(addressesOf(read, 'cc')),
    subject,
    ...threadHeaders(headers),
    text,
    ownText: ownText(text),
    attachments: gathered.attachments,
    decodingDoubtful: gathered.doubtful,
    truncated,
    report: readDeliveryReport({ headers, subject, text, parts: [...reportParts, ...gathered.reportParts] }),
  };
}

function threadHeaders(headers: readonly Header[]): Pick<ParsedMessage, 'messageId' | 'inReplyTo' | 'references' | 'sentAt'> {
  return {
    messageId: readMessageIds(valuesOf(headers, 'message-id'))[0] ?? null,
    inReplyTo: readMessageIds(valuesOf(headers, 'in-reply-to')),
    references: readMessageIds(valuesOf(headers, 'references')),
    sentAt: readDate(valuesOf(headers, 'date')[0] ?? ''),
  };
}

interface ReadField {
  readonly value?: readonly (ReadAddress & { readonly group?: readonly ReadAddress[] })[];
}

/** Every address of every field of that name, groups flattened. */
function addressesOf(read: ReadHeaders, name: string): readonly ReadAddress[] {
  const fields = [read.get(name) ?? []].flat() as readonly ReadField[];
  return fields.flatMap(({ value }) => (value ?? []).flatMap((entry) => entry.group ?? [entry]));
}
