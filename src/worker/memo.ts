/**
 * The memo of a request that came by telephone, by post or in a form: a small RFC 5322 message of our own making, so that a
 * case opened by hand has a message to be read and saved like any other. It is never sent. Everything people typed stands in
 * encoded words and a base64 body, so that nothing of it can become a header.
 */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../case/policy.ts';
import { sign } from '../privacy/fingerprint.ts';
import { moment } from '../responders/dates.ts';
import type { Context } from './context.ts';
import { staffLanguage } from './staff-letters.ts';

export type ByHandChannel = 'telephone' | 'letter' | 'form';

export interface MemoFacts {
  readonly channel: ByHandChannel;
  readonly requester: { readonly address: string | null; readonly name: string };
  readonly receivedAt: Instant;
  readonly words: string;
  readonly orderNumber: string | null;
  readonly phoneNumbers: readonly string[];
  /** Address of who wrote it down. */
  readonly notedBy: string;
}

export interface Memo {
  readonly subject: string;
  readonly text: string;
  /** The same for the same request: who writes it down twice is asked about it. */
  readonly messageId: string;
  readonly raw: Uint8Array;
}

const channelWords = {
  telephone: { nl: 'Telefonisch', en: 'By telephone' },
  letter: { nl: 'Per brief', en: 'By letter' },
  form: { nl: 'Via een formulier', en: 'By a form' },
} as const;

export function writeMemo(context: Context, facts: MemoFacts): Memo {
  const { address, name } = facts.requester;
  const from = context.config.mailFrom.address;
  const subject = subjectOf(context, facts);
  const text = textOf(context, facts);
  const { channel, receivedAt, words, orderNumber } = facts;
  const digest = sign(context.indexKey, channel, receivedAt, address?.toLowerCase() ?? '', name, words, orderNumber ?? '');
  const messageId = `<${digest}.by-hand@${from.split('@')[1] ?? 'localhost'}>`;
  const now = context.clock.now().toZonedDateTimeISO(context.timeZone);
  const head = [
    `From: ${name === '' ? '' : `${encoded(name)} `}<${address ?? from}>`,
    `To: <${from}>`,
    `Subject: ${encoded(subject)}`,
    `Date: ${rfcDate(now)}`,
    `Message-ID: ${messageId}`,
    'Auto-Submitted: no',
    `X-Tijdig-By-Hand: ${channel}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    // Part of what makes a message itself: a memo written twice is two.
    `Content-ID: <${randomUUID()}>`,
  ];
  const body = (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
  return { subject, text, messageId, raw: Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}\r\n`) };
}

function subjectOf(context: Context, { channel, receivedAt }: MemoFacts): string {
  const language = staffLanguage(context);
  const { day, time } = moment(language, receivedAt, context.timeZone);
  return `${channelWords[channel][language]}, ${day} ${time}`;
}

function textOf(context: Context, facts: MemoFacts): string {
  const dutch = staffLanguage(context) === 'nl';
  const { address, name } = facts.requester;
  const who = [name, address ?? (dutch ? '(geen e-mailadres)' : '(no e-mail address)')].filter((part) => part !== '').join(', ');
  const lines = [
    `${subjectOf(context, facts)}. ${dutch ? 'Genoteerd door' : 'Noted by'} ${facts.notedBy}.`,
    `${dutch ? 'Aanvrager' : 'Requester'}: ${who}`,
    ...(facts.orderNumber === null ? [] : [`${dutch ? 'Bestelnummer' : 'Order number'}: ${facts.orderNumber}`]),
    ...(facts.phoneNumbers.length === 0 ? [] : [`${dutch ? 'Telefoon' : 'Telephone'}: ${facts.phoneNumbers.join(', ')}`]),
  ];
  return `${lines.join('\n')}\n\n${facts.words}\n`;
}

/** RFC 2047, base64, each word short enough for its line. */
function encoded(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')) {
    if (Buffer.byteLength(word + character) > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function rfcDate(at: Temporal.ZonedDateTime): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const time = `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`;
  return `${days[at.dayOfWeek - 1]}, ${two(at.day)} ${months[at.month - 1]} ${at.year} ${time} ${at.offset.slice(0, 6).replace(':', '')}`;
}
