import type { Answered, Sample } from './sample.ts';

/** The company of the demo. */
export const support = 'support@havenlijn.example';
/** Its mail boundary: the name in its Authentication-Results (RFC 8601). */
export const boundary = 'mx.havenlijn.example';

export interface Writing {
  readonly messageId: string;
  readonly at: Temporal.Instant;
  readonly answered: Answered | null;
}

/** A sample as it reaches the mailbox: what its sender wrote, under what our own mail boundary put above it. */
export function writeMessage(sample: Sample, writing: Writing): Uint8Array {
  const { from, contentType = 'text/plain; charset=utf-8' } = sample;
  const subject = subjectOf(sample, writing);
  const answered = writing.answered?.messageId;
  const report = contentType.startsWith('multipart/report');
  const lines = [
    ...arrivalLines(report ? '' : from.address, domainOf(from.address), writing.at),
    `From: ${encoded(from.name) ?? `"${from.name}"`} <${from.address}>`,
    `To: <${support}>`,
    `Subject: ${encoded(subject) ?? subject}`,
    `Date: ${dateOf(writing.at)}`,
    `Message-ID: ${writing.messageId}`,
    ...(answered === undefined || report ? [] : [`In-Reply-To: ${answered}`, `References: ${answered}`]),
    ...(sample.headers ?? []),
    'MIME-Version: 1.0',
    `Content-Type: ${contentType}`,
    'Content-Transfer-Encoding: 8bit',
    '',
    ...filled(sample.text, writing).split('\n'),
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

/** Somebody's answer to a letter of ours, vouched for by our own boundary. */
export function writeReply(from: Sample['from'], text: string, writing: Writing): Uint8Array {
  return writeMessage(
    {
      name: 'reply',
      language: 'nl',
      from,
      subject: ({ answered }) => `Re: ${answered?.subject}`,
      text,
      expected: { disposition: 'follow_up', kinds: [], acknowledgement: 'none' },
    },
    writing,
  );
}

/** What the boundary writes: return path, its verdict on the sender, and when it took the message from outside. */
function arrivalLines(returnPath: string, domain: string, at: Temporal.Instant): readonly string[] {
  return [
    `Return-Path: <${returnPath}>`,
    `Authentication-Results: ${boundary}; spf=pass smtp.mailfrom=${domain}; dkim=pass header.d=${domain};`,
    ` dmarc=pass header.from=${domain}`,
    `Received: from mail.${domain} (mail.${domain} [203.0.113.25])`,
    ` by ${boundary} with ESMTPS; ${dateOf(at)}`,
  ];
}

export function subjectOf(sample: Sample, writing: Writing): string {
  return filled(sample.subject, writing);
}

function filled(text: Sample['text'], { at, answered }: Writing): string {
  if (typeof text === 'string') return text;
  return text({ on: at.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(), answered });
}

/** As one encoded word (RFC 2047), or null when plain ASCII will do; the demo's names and subjects are short. */
function encoded(text: string): string | null {
  return /[^ -~]/.test(text) ? `=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=` : null;
}

function dateOf(at: Temporal.Instant): string {
  return new Date(at.epochMilliseconds).toUTCString().replace('GMT', '+0000');
}

function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}
