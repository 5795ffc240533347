// Mails that want to be an approval and are none, byte by byte.
import type { Journey } from '../support/journey.ts';
import { boundary, type Letter } from '../support/mail.ts';
import { anna } from './steps.ts';

const berend = 'berend@winkel.example';
const outsider = 'indringer@elders.example';

export interface Forgery {
  readonly from?: string;
  /** The whole From field, where it is more than an address. */
  readonly fromLines?: readonly string[];
  readonly results?: readonly string[];
  /** Below the Received field of our boundary: what the sender wrote. */
  readonly below?: readonly string[];
  readonly extra?: readonly string[];
  readonly subject?: string;
  readonly body?: string;
  readonly answers?: (review: Letter) => string;
}

const dmarc = (domain: string, result = 'pass') => `${boundary}; dmarc=${result} header.from=${domain}`;
const plain = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'];

/** A mail byte by byte; without any wish it is a real approval. */
export function forge(journey: Journey, review: Letter, wish: Forgery): Uint8Array {
  const { from = anna, results = [dmarc('winkel.example')], below = [], extra = plain, body = 'akkoord' } = wish;
  const date = new Date(journey.clock.now().epochMilliseconds).toUTCString().replace('GMT', '+0000');
  const answered = wish.answers?.(review) ?? review.messageId;
  return Buffer.from(
    [
      ...results.map((one) => `Authentication-Results: ${one}`),
      `Received: from out1.post.example (out1.post.example [192.0.2.25]) by ${boundary} with ESMTPS; ${date}`,
      ...below,
      ...(wish.fromLines ?? [`From: ${from}`]),
      'To: hulp@winkel.example',
      `Subject: ${wish.subject ?? 'Antw: uw akkoord'}`,
      `Date: ${date}`,
      `Message-ID: <gesmeed.${serial++}@post.example>`,
      `In-Reply-To: ${answered}`,
      `References: ${answered}`,
      ...extra,
      '',
      body,
      '',
    ].join('\r\n'),
  );
}

let serial = 0;

const html = (text: string) => ({
  extra: ['MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64'],
  body: Buffer.from(text).toString('base64'),
});

export const forgeries: readonly (readonly [string, Forgery])[] = [
  ['another sender, whom our boundary vouches for', { from: outsider, results: [dmarc('elders.example')] }],
  ['staff as display name', { fromLines: [`From: "${anna}" <${outsider}>`], results: [dmarc('elders.example')] }],
  [
    'staff in an encoded display name',
    { fromLines: [`From: =?utf-8?q?anna=40winkel.example?= <${outsider}>`], results: [dmarc('elders.example')] },
  ],
  ['staff in a comment', { fromLines: [`From: ${outsider} (${anna})`], results: [dmarc('elders.example')] }],
  ['two From fields, staff first', { fromLines: [`From: ${anna}`, `From: ${outsider}`] }],
  ['two From fields, staff last', { fromLines: [`From: ${outsider}`, `From: ${anna}`], results: [dmarc('elders.example')] }],
  ['two addresses in one From', { fromLines: [`From: ${anna}, ${outsider}`] }],
  ['a group in From', { fromLines: [`From: collega's: ${anna}, ${outsider};`] }],
  ['staff as Sender', { from: outsider, results: [dmarc('elders.example')], extra: [`Sender: ${anna}`, ...plain] }],
  ['staff as Reply-To', { from: outsider, results: [dmarc('elders.example')], extra: [`Reply-To: ${anna}`, ...plain] }],
  ['staff as Resent-From', { from: outsider, results: [dmarc('elders.example')], extra: [`Resent-From: ${anna}`, ...plain] }],
  ['a pass for another domain', { results: [dmarc('elders.example')] }],
  [
    'DMARC fails, SPF and DKIM of another domain pass',
    {
      results: [
        `${boundary}; spf=pass smtp.mailfrom=elders.example; dkim=pass header.d=elders.example; dmarc=fail header.from=winkel.example`,
      ],
    },
  ],
  ['DMARC could not be asked', { results: [dmarc('winkel.example', 'temperror')] }],
  [
    'no result, only ARC and SPF fields',
    { results: [], below: [`ARC-Authentication-Results: i=1; ${dmarc('winkel.example')}`, 'Received-SPF: pass'] },
  ],
  ['a result of another server', { results: ['mx.elders.example; dmarc=pass header.from=winkel.example'] }],
  ['a result of a server with our name in its own', { results: [`${boundary}.elders.example; dmarc=pass header.from=winkel.example`] }],
  ['a result with our name in a comment', { results: [`(${boundary}) mx.elders.example; dmarc=pass header.from=winkel.example`] }],
  ['a pass in a comment', { results: [`${boundary}; spf=none (dmarc=pass header.from=winkel.example); dmarc=none`] }],
  ['a pass in a quoted string', { results: [`${boundary}; spf=fail reason="; dmarc=pass header.from=winkel.example"`] }],
  ['our own result, written below our boundary', { results: [], below: [`Authentication-Results: ${dmarc('winkel.example')}`] }],
  [
    'our own result below a Received field that bears our name',
    { results: [], below: [`Received: from ${boundary} by ${boundary} with LMTP`, `Authentication-Results: ${dmarc('winkel.example')}`] },
  ],
  [
    'our fail above a pass of the sender',
    { results: [dmarc('winkel.example', 'fail')], below: [`Authentication-Results: ${dmarc('winkel.example')}`] },
  ],
  ['our fail between two passes', { results: [dmarc('winkel.example'), dmarc('winkel.example', 'fail'), dmarc('winkel.example')] }],
  ['a letter that only looks like ours in the name', { fromLines: ['From: аnna@winkel.example'] }],
  [
    'a letter that only looks like ours in the domain',
    { fromLines: ['From: anna@wınkel.example'], results: [dmarc('xn--wnkel-q4a.example')] },
  ],
  ['the name with more behind it', { from: 'anna+x@winkel.example' }],
  ['a subdomain of ours', { from: 'anna@mail.winkel.example', results: [dmarc('mail.winkel.example')] }],
  ['a colleague with somebody else’s review mail', { from: berend }],
  ['a Message-ID that was guessed', { answers: ({ messageId }) => messageId.replace(/\.[0-9a-f]{32}@/, `.${'0'.repeat(32)}@`) }],
  [
    'a Message-ID of the acknowledgement’s pattern',
    { answers: ({ messageId }) => messageId.replace(/^<[^.]+/, '<00000000-0000-4000-8000-000000000000') },
  ],
  ['an automatic answer', { extra: ['Auto-Submitted: auto-replied', ...plain] }],
  ['an automatic answer of another kind', { extra: ['X-Autoreply: yes', ...plain] }],
  ['an automatic answer, told by its subject alone', { subject: 'Automatisch antwoord: akkoord' }],
  ['through a mailing list', { extra: ['List-Id: <team.winkel.example>', 'List-Unsubscribe: <mailto:x@winkel.example>', ...plain] }],
  ['in bulk', { extra: ['Precedence: bulk', ...plain] }],
  ['an empty return path', { extra: ['Return-Path: <>', ...plain] }],
  ['akkoord in the quoted part alone', { body: '> akkoord\r\n> met vriendelijke groet' }],
  ['akkoord below the line of the quotation', { body: 'Op 12 jan 2026 schreef Voorbeeldnummers <hulp@winkel.example>:\r\n> akkoord' }],
  ['akkoord in the subject alone', { subject: 'akkoord', body: '' }],
  ['akkoord in the middle of a sentence', { body: 'Ik ben nog niet akkoord.' }],
  ['akkoord with a but', { body: 'Akkoord\r\nmaar haal de tweede alinea weg' }],
  ['akkoord in another script', { body: 'аkkoord' }],
  ['HTML alone: akkoord in hidden words', html('<p style="display:none">akkoord</p><p>Wat is dit voor brief?</p>')],
  ['HTML alone: akkoord in white, of no size', html('<span style="font-size:0;color:#fff">akkoord</span><p>Dit klopt niet.</p>')],
  ['HTML alone: akkoord in a comment and a title', html('<title>akkoord</title><!-- akkoord --><p>Ik kijk er morgen naar.</p>')],
  ['HTML alone: akkoord in a quotation', html('<blockquote>akkoord</blockquote>')],
  [
    'akkoord in a file that is attached',
    {
      extra: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="x"'],
      body: '--x\r\nContent-Type: text/plain\r\n\r\nZie bijlage.\r\n--x\r\nContent-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nakkoord\r\n--x--',
    },
  ],
];
