// DOOR nodemailer/lib/mail-composer (RFC 5322, RFC 2045-2047). Writes a letter's bytes once and for all: the same
// envelope and body always give the same bytes, so that sending again is sending the same. It adds no Message-ID, date
// or boundary of its own, no List-* header, and never opens a file or an address. A value that could become a header
// is a bug in the caller and throws; free text (subject, names) loses its control characters instead.
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { LetterAttachment, LetterBody, LetterEnvelope } from './letter.ts';

/** RFC 5322 bytes: text and HTML as alternatives, pictures beside the HTML (RFC 2387), attachments after them, lines end in CRLF, ASCII only. */
export async function composeLetter(envelope: LetterEnvelope, body: LetterBody): Promise<Uint8Array> {
  const { messageId, inReplyTo, references, autoSubmitted, loop } = envelope;
  const composer = new MailComposer({
    from: mailbox(envelope.from),
    to: mailbox(envelope.to),
    ...(envelope.replyTo === null ? {} : { replyTo: mailbox(envelope.replyTo) }),
    subject: oneLine(body.subject),
    messageId: id(messageId),
    date: headerDate(envelope.sentAt, envelope.timeZone),
    ...(inReplyTo === null ? {} : { inReplyTo: id(inReplyTo) }),
    ...(references.length === 0 ? {} : { references: references.map(id) }),
    headers: {
      'Auto-Submitted': autoSubmitted,
      'X-Auto-Response-Suppress': 'All',
      'X-Tijdig-Loop': token(loop),
    },
    text: withLineEnds(body.text),
    html: withLineEnds(body.html),
    attachments: body.attachments.map(attachment),
    encoding: 'quoted-printable',
    textEncoding: 'quoted-printable',
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 32),
    boundaryPrefix: 'tijdig',
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

// `address` or `Name <address>`; anything a header could be built of is refused.
function mailbox(value: string): { readonly name: string; readonly address: string } {
  const open = value.lastIndexOf('<');
  const named = open >= 0 && value.endsWith('>');
  const address = named ? value.slice(open + 1, -1) : value;
  if (!/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}$/.test(address))
    throw new Error('a letter has an address that cannot be written');
  return { name: named ? oneLine(value.slice(0, open)).replaceAll('"', '') : '', address };
}

function id(value: string): string {
  if (!/^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/.test(value)) throw new Error('a letter has a Message-ID that cannot be written');
  return value;
}

function token(value: string): string {
  if (!/^[\x21-\x7e]{1,500}$/.test(value)) throw new Error('a letter has a loop header that cannot be written');
  return value;
}

function contentId(value: string): string {
  if (!/^[A-Za-z0-9._-]{1,100}@[A-Za-z0-9.-]{1,100}$/.test(value)) throw new Error('a letter has a Content-ID that cannot be written');
  return value;
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

// A lone CR would pass through the library and become a line end on the way.
function withLineEnds(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}

function attachment({ filename, contentType, content, cid }: LetterAttachment) {
  return {
    filename: oneLine(filename).replace(/[/\\]/g, '-'),
    contentType: /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60}$/i.test(contentType) ? contentType : 'application/octet-stream',
    content: Buffer.from(content),
    contentTransferEncoding: 'base64',
    ...(cid === undefined ? {} : { cid: contentId(cid), contentDisposition: 'inline' as const }),
  };
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 5322 §3.3 date in the given zone's own offset: `Mon, 23 Nov 2026 09:30:00 +0100`. */
function headerDate(at: Temporal.Instant, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [local.hour, local.minute, local.second].map(two).join(':');
  const day = `${weekdays[local.dayOfWeek - 1]}, ${two(local.day)} ${months[local.month - 1]} ${local.year}`;
  return `${day} ${clock} ${local.offset.slice(0, 6).replace(':', '')}`;
}
