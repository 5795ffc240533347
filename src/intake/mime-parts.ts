/**
 * Where the parts of a raw message lie, in bytes: what the parser does not say and whoever changes a part must know
 * (RFC 2045, 2046). Reads structure only; nothing here decodes or throws. A part nested deeper, or a message of more
 * parts, than the parser takes is left out.
 */
import { limits } from './limit.ts';

export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** As it stands there behind the colon, one character for each byte, with its line breaks. */
  readonly value: string;
  readonly valueStart: number;
  readonly end: number;
}

/** A part that holds content: bytes `start` to `end`. */
export interface MimeLeaf {
  readonly start: number;
  readonly end: number;
  /** Lower case, without parameters. */
  readonly contentType: string;
  readonly charset: string | null;
  /** Content-Transfer-Encoding, lower case. */
  readonly encoding: string;
  /** Inside a signature or an encryption (RFC 1847): changed by a byte, it is worth nothing. */
  readonly isProtected: boolean;
}

export interface MimeParts {
  readonly leaves: readonly MimeLeaf[];
  /** Header fields of the message and of messages inside it. */
  readonly fields: readonly (HeaderField & { readonly isProtected: boolean })[];
}

export function mimeParts(bytes: Buffer): MimeParts {
  const found: Found = { bytes, leaves: [], fields: [], parts: 0 };
  walk(found, { start: 0, end: bytes.length, depth: 0, isProtected: false, isMessage: true, fallback: 'text/plain' });
  return found;
}

interface Found {
  readonly bytes: Buffer;
  readonly leaves: MimeLeaf[];
  readonly fields: (HeaderField & { readonly isProtected: boolean })[];
  parts: number;
}

interface Region {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly isProtected: boolean;
  readonly isMessage: boolean;
  /** What it is where it does not say. */
  readonly fallback: string;
}

function walk(found: Found, region: Region): void {
  found.parts += 1;
  if (found.parts > limits.parts || region.depth > limits.depth) return;
  const { fields, bodyStart } = readHeader(found.bytes, region);
  const declared = valueIn(fields, 'content-type');
  const contentType = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(declared)?.[1]?.toLowerCase() ?? region.fallback;
  const encoding = valueIn(fields, 'content-transfer-encoding')
    .replace(/\([^)]*\)|[\s;"]/g, '')
    .toLowerCase();
  const { isProtected } = region;
  if (region.isMessage) found.fields.push(...fields.map((field) => ({ ...field, isProtected })));
  const body = { start: bodyStart, end: region.end };
  const boundary = contentType.startsWith('multipart/') ? parameterOf(declared, 'boundary') : null;
  const isPlain = encoding !== 'base64' && encoding !== 'quoted-printable';
  if (boundary !== null && boundary !== '') walkParts(found, region, body, contentType, boundary);
  else if (isPlain && /^message\/(?:rfc822|global)$/.test(contentType))
    walk(found, { ...body, depth: region.depth + 1, isProtected, isMessage: true, fallback: 'text/plain' });
  else found.leaves.push({ ...body, contentType, charset: parameterOf(declared, 'charset'), encoding, isProtected });
}

function walkParts(found: Found, region: Region, body: Pick<Region, 'start' | 'end'>, contentType: string, boundary: string): void {
  const isProtected = region.isProtected || contentType === 'multipart/signed' || contentType === 'multipart/encrypted';
  const inside = { depth: region.depth + 1, isProtected, isMessage: false };
  const fallback = contentType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const aside = { contentType: 'text/plain', charset: null, encoding: '7bit', isProtected };
  let from = body.start;
  let isPart = false;
  for (const delimiter of delimiters(found.bytes, body, boundary)) {
    const piece = { start: from, end: Math.max(from, delimiter.start) };
    // What stands before the first part and behind the last is shown by no program, and kept all the same.
    if (isPart) walk(found, { ...inside, ...piece, fallback });
    else found.leaves.push({ ...piece, ...aside });
    from = delimiter.end;
    isPart = !delimiter.isLast;
    if (found.parts > limits.parts) return;
  }
  const rest = { start: from, end: body.end };
  if (isPart) walk(found, { ...inside, ...rest, fallback });
  else found.leaves.push({ ...rest, ...aside });
}

interface Delimiter {
  /** Of the line break before it, which is part of it. */
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
}

function* delimiters(bytes: Buffer, body: Pick<Region, 'start' | 'end'>, boundary: string): Generator<Delimiter> {
  const dashed = Buffer.from(`--${boundary}`, 'latin1');
  for (let at = bytes.indexOf(dashed, body.start); at >= 0 && at < body.end; at = bytes.indexOf(dashed, at + dashed.length)) {
    if (at !== body.start && bytes[at - 1] !== 0x0a) continue;
    const lineEnd = lineEndFrom(bytes, at, body.end);
    const rest = bytes.toString('latin1', at + dashed.length, Math.min(lineEnd, at + dashed.length + 100));
    const closing = /^(--)?\s*$/.exec(rest);
    if (closing === null) continue;
    const before = at === body.start ? at : bytes[at - 2] === 0x0d && at - 2 >= body.start ? at - 2 : at - 1;
    yield { start: Math.max(before, body.start), end: lineEnd, isLast: closing[1] !== undefined };
  }
}

/** The index behind the line that `from` stands in. */
function lineEndFrom(bytes: Buffer, from: number, end: number): number {
  const at = bytes.indexOf(0x0a, from);
  return at < 0 || at >= end ? end : at + 1;
}

function readHeader(bytes: Buffer, { start, end }: Region): { readonly fields: readonly HeaderField[]; readonly bodyStart: number } {
  const fields: { readonly name: string; readonly valueStart: number; end: number }[] = [];
  const last = Math.min(end, start + limits.headerBytes);
  let at = start;
  let isEmpty = false;
  while (at < last && !isEmpty) {
    const next = lineEndFrom(bytes, at, end);
    const line = bytes.toString('latin1', at, next);
    isEmpty = /^\r?\n?$/.test(line);
    const colon = line.indexOf(':');
    const previous = fields.at(-1);
    if (/^[ \t]/.test(line) && previous !== undefined) previous.end = endOfText(bytes, next);
    else if (colon > 0)
      fields.push({ name: line.slice(0, colon).trim().toLowerCase(), valueStart: at + colon + 1, end: endOfText(bytes, next) });
    at = next;
  }
  return { fields: fields.map((field) => ({ ...field, value: bytes.toString('latin1', field.valueStart, field.end) })), bodyStart: at };
}

/** The end of a line without its line break. */
function endOfText(bytes: Buffer, next: number): number {
  if (bytes[next - 1] !== 0x0a) return next;
  return bytes[next - 2] === 0x0d ? next - 2 : next - 1;
}

function valueIn(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name === name)?.value.replace(/\r?\n[ \t]*/g, ' ') ?? '';
}

function parameterOf(value: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]+))`, 'i').exec(value);
  return match === null ? null : (match[1]?.replace(/\\(.)/g, '$1') ?? match[2] ?? null);
}
