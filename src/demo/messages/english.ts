import { request, type Sample, setAside } from './sample.ts';

const strangers = Array.from({ length: 240 }, (_, at) => `shop${at + 1}@trade-fair.example`);

export const english: readonly Sample[] = [
  {
    name: 'leaving',
    language: 'en',
    from: { name: 'Priya Raman', address: 'priya@ramandesign.example' },
    subject: 'Please close my account',
    text: `Hi there,

We are winding down the studio at the end of the month. Please delete my account and all personal data you hold about me. There is no need to keep the number.

Many thanks,
Priya Raman`,
    daysBefore: 8,
    expected: request('deletion'),
  },
  {
    name: 'never-worked',
    language: 'en',
    from: { name: 'Tom Ashdown', address: 'tom.ashdown@quickpost.example' },
    subject: 'Refund for order HL-20377',
    text: `Hello,

The number I ordered (order HL-20377) never worked: callers only hear a busy tone. I would like a refund, please.

Regards,
Tom Ashdown`,
    expected: request('refund'),
  },
  {
    name: 'perhaps',
    language: 'en',
    from: { name: 'Helena Novak', address: 'helena.novak@quickpost.example' },
    subject: 'Something odd on my bank statement',
    text: `Hello,

It looks as if you charged me twice in October. Or is one of the two a deposit? I am not sure what I signed up for.

Best,
Helena`,
    expected: request('undetermined'),
  },
  {
    name: 'everybody-in-copy',
    language: 'en',
    from: { name: 'Trade Fair Office', address: 'office@trade-fair.example' },
    subject: 'Phone numbers for the stands',
    text: 'Dear all, please check the phone number of your stand before Friday.',
    headers: [`Cc: ${strangers.join(',\r\n ')}`],
    expected: { disposition: 'unreadable', kinds: ['undetermined'], acknowledgement: 'none' },
  },
  {
    name: 'bounce',
    language: 'en',
    from: { name: 'Mail Delivery System', address: 'MAILER-DAEMON@mx.quickpost.example' },
    subject: 'Undelivered Mail Returned to Sender',
    contentType: 'multipart/report; report-type=delivery-status; boundary="quickpost-report"',
    text: ({ answered }) => `--quickpost-report
Content-Type: text/plain; charset=utf-8

Your message could not be delivered to tom.ashdown@quickpost.example: the mailbox is full.

--quickpost-report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.quickpost.example

Final-Recipient: rfc822; tom.ashdown@quickpost.example
Action: failed
Status: 5.2.2

--quickpost-report
Content-Type: text/rfc822-headers

Message-ID: ${answered?.messageId}
Subject: ${answered?.subject}

--quickpost-report--`,
    headers: ['Auto-Submitted: auto-replied'],
    answers: 'never-worked',
    expected: setAside('bounce'),
  },
];
