/**
 * What a colleague passes on: a message attached to theirs, or one written out below a block of Van/Verzonden/Aan/Onderwerp
 * as Outlook, Gmail, Apple Mail and Thunderbird write it in Dutch, English, German and French. Everything read here is a
 * proposal for a person to confirm: anyone can type such a block. Reads line by line, lines and numbers of lines bounded,
 * so a hostile message costs what an ordinary one of its size does.
 */
import { normalAddress } from './address.ts';
import { ownText } from './body.ts';
import type { Address, ParsedMessage } from './message.ts';
import { writtenReceipt } from './receipt.ts';
import { oneLine } from './text.ts';
import { readWrittenDate } from './written-date.ts';

/** The message inside a forward, as far as it can be read. */
export interface Forwarded {
  /** Who wrote it; null when that is not one address. */
  readonly sender: Address | null;
  /** When it reached our house or was sent, by its own words. */
  readonly receivedAt: Temporal.Instant | null;
  readonly subject: string;
  /** What its sender wrote, without the forwarder's words and without what is quoted further down. */
  readonly ownText: string;
  /** False: only a block under what may be an ordinary reply says so. */
  readonly certain: boolean;
}

export interface ForwardContext {
  /** In which a date without an offset is meant. */
  readonly timeZone: string;
  /** Our own people and addresses: a colleague who passed it on is not who asks. */
  isOurs(address: string): boolean;
}

const mostLines = 3_000;
const longestLine = 600;
const mostFields = 16;

/** Null when nothing says that the message is a forward. `inner`: the message attached to it, or null. */
export function readForward(message: ParsedMessage, inner: ParsedMessage | null, context: ForwardContext): Forwarded | null {
  if (inner !== null) return attached(inner, context);
  const block = blockIn(message, context);
  const certain = hasForwardPrefix(message.subject) || !hasReplyPrefix(message.subject);
  if (block !== null) return { ...block, certain };
  if (!hasForwardPrefix(message.subject)) return null;
  return { sender: null, receivedAt: null, subject: withoutPrefix(message.subject), ownText: message.ownText, certain: true };
}

function attached(inner: ParsedMessage, context: ForwardContext): Forwarded {
  const sender = inner.from.status === 'one' ? { address: inner.from.address, name: inner.from.name } : null;
  const deeper = sender !== null && context.isOurs(sender.address) ? blockIn(inner, context) : null;
  if (deeper !== null) return { ...deeper, certain: true };
  return { sender, receivedAt: writtenReceipt(inner), subject: inner.subject, ownText: inner.ownText, certain: true };
}

const forwardPrefix = /^[\s[]{0,4}(?:fwd?|doorst(?:uren)?|wg|tr|rv|i)\s{0,2}[:：]/i;
const replyPrefix = /^\s{0,4}(?:re|antw(?:oord)?|aw|sv|r[ée]p|r[ée]f)\s{0,2}(?:\[\d{1,3}\])?\s{0,2}[:：]/i;

function hasForwardPrefix(subject: string): boolean {
  return forwardPrefix.test(subject);
}

function hasReplyPrefix(subject: string): boolean {
  return replyPrefix.test(subject);
}

function withoutPrefix(subject: string): string {
  return subject.replace(forwardPrefix, '').trim();
}

type Field = 'from' | 'date' | 'to' | 'subject' | 'other';

const labels: ReadonlyMap<string, Field> = new Map(
  Object.entries({
    from: ['from', 'van', 'von', 'de'],
    date: ['date', 'sent', 'datum', 'verzonden', 'verzonden op', 'gesendet', 'gesendet am', 'envoyé', 'envoyé le', 'envoye'],
    to: ['to', 'aan', 'an', 'à', 'a', 'cc', 'bcc', 'kopie', 'copie', 'copie à'],
    subject: ['subject', 'onderwerp', 'betreff', 'objet'],
    other: [
      ...['reply-to', 'antwoord aan', 'beantwoorden', 'antwort an', 'répondre à', 'importance', 'priority', 'prioriteit', 'urgentie'],
      ...['wichtigkeit', 'attachments', 'bijlagen', 'anlagen', 'pièces jointes', 'organisation', 'message-id'],
    ],
  } satisfies Record<Field, readonly string[]>).flatMap(([field, names]) => names.map((name) => [name, field as Field] as const)),
);

/** Labels of American programs, which write the month first. */
const mayBeAmerican = new Set(['sent', 'date']);

interface Line {
  readonly field: Field;
  readonly label: string;
  readonly value: string;
}

interface Block {
  readonly fields: ReadonlyMap<Field, Line>;
  /** Index of the first line below it. */
  readonly end: number;
}

/** The first block whose sender is not one of us: what is forwarded twice has ours on top. */
function blockIn({ text, subject }: ParsedMessage, context: ForwardContext): Omit<Forwarded, 'certain'> | null {
  const lines = text.split('\n');
  let ours: Block | null = null;
  for (let at = 0; at < Math.min(lines.length, mostLines); at += 1) {
    const block = blockAt(lines, at);
    if (block === null) continue;
    const sender = addressIn(block.fields.get('from')?.value ?? '');
    if (sender === null || !context.isOurs(sender.address)) return readBlock(lines, block, sender, subject, context);
    ours ??= block;
    at = block.end - 1;
  }
  return ours === null ? null : readBlock(lines, ours, null, subject, context);
}

function readBlock(
  lines: readonly string[],
  { fields, end }: Block,
  sender: Address | null,
  subject: string,
  { timeZone }: ForwardContext,
): Omit<Forwarded, 'certain'> {
  const date = fields.get('date');
  const below = lines.slice(end).map((line) => line.replace(/^[ \t]{0,3}> ?/, ''));
  return {
    sender,
    receivedAt: date === undefined ? null : readWrittenDate(date.value, timeZone, mayBeAmerican.has(date.label)),
    subject: oneLine(fields.get('subject')?.value ?? withoutPrefix(subject), 500),
    ownText: below.some((line) => line.trim() !== '') ? ownText(below.join('\n')) : '',
  };
}

/** Fields under one another, empty lines between them allowed: a sender, and a date or a subject. */
function blockAt(lines: readonly string[], start: number): Block | null {
  const fields = new Map<Field, Line>();
  let at = start;
  let end = start;
  for (let count = 0; count < mostFields && at < lines.length; at += 1) {
    const text = lines[at] ?? '';
    if (/^[\s>]{0,12}$/.test(text) && at - end < 2) {
      if (count === 0) return null;
      if (isWhole(fields)) break;
      continue;
    }
    const line = fieldOf(text);
    if (line === null && !(count > 0 && goesOn(text, fields))) break;
    if (line !== null && fields.has(line.field) && line.field !== 'to' && line.field !== 'other') break;
    if (line !== null && !fields.has(line.field)) fields.set(line.field, line);
    count += 1;
    end = at + 1;
  }
  return fields.has('from') && (fields.has('date') || fields.has('subject')) ? { fields, end } : null;
}

function isWhole(fields: ReadonlyMap<Field, Line>): boolean {
  return (['from', 'date', 'to', 'subject'] as const).every((field) => fields.has(field));
}

/** Recipients that did not fit on their line. */
function goesOn(text: string, fields: ReadonlyMap<Field, Line>): boolean {
  return fields.has('to') && text.length <= longestLine && /^[\s>]{0,12}[<"'\w.+-][^:]{0,200}@[^:\s]{1,200}[>;,\s]{0,4}$/.test(text);
}

function fieldOf(text: string): Line | null {
  if (text.length > longestLine) return null;
  const plain = text.replace(/^[\s>*_|]{1,12}/, '');
  const colon = plain.slice(0, 30).search(/[:：]/);
  if (colon < 1) return null;
  const label = plain
    .slice(0, colon)
    .replaceAll(/[*_\u00a0]/g, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase();
  const field = labels.get(label);
  if (field === undefined) return null;
  const value = plain
    .slice(colon + 1)
    .replace(/^[\s*_]{1,6}/, '')
    .trim();
  return value === '' ? null : { field, label, value };
}

/** The one address of a line, however often it stands there; null when it names none or several. */
function addressIn(value: string): Address | null {
  const words = value.split(/[\s<>()[\]"',;]{1,20}/).map((word) => word.replace(/^mailto:/i, ''));
  const found = new Set(words.filter((word) => word.includes('@')).map((word) => normalAddress(word)));
  const [address] = found;
  if (found.size !== 1 || address == null) return null;
  const name = (value.split(/[<[(]/, 1)[0] ?? '').replaceAll(/["']/g, '').trim();
  return { address, name: name.includes('@') ? '' : oneLine(name, 200) };
}
