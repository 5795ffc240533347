import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBytes, fingerprint } from '../../src/intake/fingerprint.ts';

const key = Buffer.alloc(32, 7);
const mail =
  'From: a@b.nl\r\nTo: c@d.nl\r\nSubject: een\r\n twee\r\nMessage-ID: <1@b.nl>\r\nContent-Type: text/plain\r\n\r\nDag\r\n\r\nGroet\r\n';
const print = (text: string) => fingerprint(Buffer.from(text, 'latin1'), key).toString('hex');

describe('two deliveries of one mail are one', () => {
  test.each([
    [
      'what relays add',
      `Return-Path: <a@b.nl>\r\nDelivered-To: x@d.nl\r\nReceived: from x\r\n by y\r\nReceived-SPF: pass\r\nEnvelope-To: x\r\nX-Spam: no\r\nDKIM-Signature: z\r\n${mail}`,
    ],
    ['LF', mail.replaceAll('\r\n', '\n')],
    ['bare CR', mail.replaceAll('\r\n', '\r')],
    ['another folding', mail.replace('een\r\n twee', 'een\r\n\ttwee').replace('To: c', 'To:\r\n c')],
    ['another order and case of fields', mail.replace('From: a@b.nl\r\nTo: c@d.nl\r\n', 'TO: c@d.nl\r\nfrom: a@b.nl\r\n')],
    ['blank lines at the end', `${mail}\r\n\r\n`],
    ['an mbox line and Content-Length', `From a@b.nl Mon Feb  2 10:00:00 2026\r\nContent-Length: 12\r\n${mail}`],
  ])('%s', (_name, other) => {
    expect(print(other)).toBe(print(mail));
  });
});

describe('another mail is another', () => {
  test.each([
    ['subject', mail.replace('een', 'een!')],
    ['recipient', mail.replace('c@d.nl', 'e@d.nl')],
    ['body', mail.replace('Groet', 'groet')],
    ['a line break', mail.replace('Dag\r\n\r\n', 'Dag\r\n')],
    ['body that looks like a field', mail.replace('\r\n\r\nDag', '\r\nContent-X: 1\r\n\r\nDag')],
    ['a second Subject', mail.replace('Subject', 'Subject: nul\r\nSubject')],
  ])('%s', (_name, other) => {
    expect(print(other)).not.toBe(print(mail));
  });

  test('another key', () => {
    expect(fingerprint(Buffer.from(mail), randomBytes(32)).toString('hex')).not.toBe(print(mail));
  });
});

test('any bytes give 32 bytes, whatever their line ends', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', ':', ' ', '\n', 'From: x', '\n\n', '\xff', '\0')), (pieces) => {
      const lines = pieces.join('');
      expect(fingerprint(Buffer.from(lines, 'latin1'), key).length).toBe(32);
      expect(print(lines.replaceAll('\n', '\r\n'))).toBe(print(lines));
    }),
  );
});

test('blocks meet without a seam', () => {
  const body = `${'x'.repeat(70)}\r\n`.repeat(5000) + 'y'.repeat(200_000);
  const canonical = canonicalBytes(Buffer.from(`Subject: s\r\n\r\n${body}`)).toString('latin1');
  expect(canonical).toBe(`subject:s\n\n${body.replaceAll('\r\n', '\n')}`);
});
