// Messages as other people's mail programs write them, and letters as they read them.
import { type ParsedMail, simpleParser } from 'mailparser';
import type { ReceivedLetter } from '../../src/demo/smtp-server.ts';

export const boundary = 'mx.winkel.example';

/** A letter that reached somebody. */
export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Uint8Array;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: ParsedMail['headers'];
  readonly attachments: readonly { readonly filename: string | undefined; readonly content: Buffer }[];
}

export async function readLetter({ from, to, raw }: ReceivedLetter): Promise<Letter> {
  const mail = await simpleParser(Buffer.from(raw));
  return {
    from,
    to,
    raw,
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo ?? null,
    references: [mail.references ?? []].flat(),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: mail.headers,
    attachments: mail.attachments.map(({ filename, content }) => ({ filename, content })),
  };
}

/** What our boundary says of the sender: a DMARC result, nothing, or a result that stands where the sender could write it. */
export type Authentication = 'pass' | 'fail' | 'absent' | 'forged';

export interface Mail {
  readonly from: string;
  readonly name?: string;
  readonly to?: string;
  readonly subject: string;
  readonly text: string;
  readonly date: Temporal.Instant;
  /** Default: one of its own. Null: none. */
  readonly messageId?: string | null;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly authentication?: Authentication;
  /** Host of the hop before ours; two deliveries of one message differ in it. */
  readonly by?: string;
  /** More fields, one to a line. */
  readonly extra?: readonly string[];
}

let written = 0;

/** The bytes of a message as our mailbox holds it: the boundary's fields on top, the sender's below. */
export function mail(wish: Mail): Uint8Array {
  const { from, name, to = 'hulp@winkel.example', subject, text, date, inReplyTo, references = [], extra = [] } = wish;
  const { authentication = 'pass', by = 'out1.post.example' } = wish;
  written += 1;
  const messageId =
    wish.messageId === undefined ? `<${written}.${Math.round(date.epochMilliseconds / 1000)}@post.example>` : wish.messageId;
  const received = `Received: from ${by} (${by} [192.0.2.25]) by ${boundary} with ESMTPS; ${rfcDate(date)}`;
  const lines = [
    ...results(from, received, authentication),
    `From: ${name === undefined ? from : `${encoded(name)} <${from}>`}`,
    `To: ${to}`,
    `Subject: ${encoded(subject)}`,
    `Date: ${rfcDate(date)}`,
    ...(messageId === null ? [] : [`Message-ID: ${messageId}`]),
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: ${inReplyTo}`]),
    ...(references.length === 0 ? [] : [`References: ${references.join('\r\n ')}`]),
    ...extra,
    ...(extra.some((line) => /^content-type:/i.test(line))
      ? []
      : ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit']),
    '',
    text.replace(/\r?\n/g, '\r\n'),
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

function results(from: string, received: string, authentication: Authentication): readonly string[] {
  const domain = from.split('@')[1] ?? '';
  const field = (result: string) =>
    `Authentication-Results: ${boundary}; spf=pass smtp.mailfrom=${from}; dmarc=${result} header.from=${domain}`;
  if (authentication === 'absent') return [received];
  return authentication === 'forged' ? [received, field('pass')] : [field(authentication), received];
}

/** A reply as mail programs write it: own words on top, the letter quoted below. */
export function reply(
  letter: Letter,
  wish: Omit<Mail, 'inReplyTo' | 'references' | 'subject'> & { readonly subject?: string },
): Uint8Array {
  const quoted = letter.text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`);
  return mail({
    subject: `Antw: ${letter.subject}`,
    ...wish,
    inReplyTo: letter.messageId,
    references: [...letter.references, letter.messageId],
    text: `${wish.text}\n\nOp 12 jan 2026 schreef Voorbeeldnummers <hulp@winkel.example>:\n${quoted.join('\n')}`,
  });
}

/** A delivery report about a letter (RFC 3464). */
export function bounce(letter: Letter, date: Temporal.Instant): Uint8Array {
  const original = Buffer.from(letter.raw).toString('latin1').split('\r\n\r\n')[0] ?? '';
  const part = (type: string, body: string) => `--grens\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
  return mail({
    from: 'MAILER-DAEMON@post.example',
    name: 'Mail Delivery System',
    subject: 'Undelivered Mail Returned to Sender',
    date,
    extra: [
      'Return-Path: <>',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="grens"',
    ],
    text: [
      part('text/plain', 'Your message could not be delivered: mailbox unavailable.'),
      part(
        'message/delivery-status',
        `Reporting-MTA: dns; out1.post.example\r\n\r\nFinal-Recipient: rfc822; ${letter.to[0]}\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
      ),
      part('text/rfc822-headers', original),
      '--grens--\r\n',
    ].join(''),
  });
}

function encoded(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function rfcDate(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toUTCString().replace('GMT', '+0000');
}
