import { describe, expect, test } from 'vitest';
import { type ReportParts, readDeliveryReport } from '../../src/intake/delivery-report.ts';

function parts(fields: Readonly<Record<string, string>>, change: Partial<ReportParts> = {}): ReportParts {
  const headers = Object.entries(fields).map(([name, value]) => ({ name, value }));
  return { headers, subject: fields.subject ?? '', text: '', parts: [], ...change };
}

const report = { 'content-type': 'multipart/report; report-type=delivery-status', 'message-id': '<report@mx.example.net>' };
const status = (action: string, code: string) => ({
  contentType: 'message/delivery-status',
  content: `Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; a@b.nl\nAction: ${action}\nStatus: ${code}\n`,
});
const returned = { contentType: 'text/rfc822-headers', content: 'From: us\nMessage-ID:\n <letter@example.org>\nSubject: x\n' };

describe('reports', () => {
  test.each([
    ['failed', '5.1.1', 'failed'],
    ['delayed', '4.4.1', 'delayed'],
    ['relayed', '2.0.0', 'delivered'],
  ])('action %s', (action, code, kind) => {
    expect(readDeliveryReport(parts(report, { parts: [status(action, code), returned] }))).toEqual({
      kind,
      originalMessageIds: ['<letter@example.org>'],
      status: code,
    });
  });

  test('one failure among deliveries is a failure', () => {
    expect(readDeliveryReport(parts(report, { parts: [status('delivered', '2.0.0'), status('failed', '5.2.2')] }))).toMatchObject({
      kind: 'failed',
      status: '5.2.2',
    });
  });

  test('feedback and read receipts', () => {
    expect(
      readDeliveryReport(parts(report, { parts: [{ contentType: 'message/feedback-report', content: 'Feedback-Type: abuse' }, returned] })),
    ).toEqual({
      kind: 'feedback',
      originalMessageIds: ['<letter@example.org>'],
      status: null,
    });
    const receipt = { contentType: 'message/disposition-notification', content: 'Original-Message-ID: <letter@example.org>' };
    expect(readDeliveryReport(parts(report, { parts: [receipt] }))).toMatchObject({
      kind: 'read-receipt',
      originalMessageIds: ['<letter@example.org>'],
    });
  });

  test('prose of a mail system, the letter quoted below', () => {
    const text =
      'I was not able to deliver your message.\n<a@b.nl>: 550 5.1.1 unknown\n\n--- Below this line is a copy.\n\nReturn-Path: <us>\nMessage-ID: <letter@example.org>\n';
    expect(readDeliveryReport(parts({ from: 'MAILER-DAEMON@mx.example.net', subject: 'failure notice' }, { text }))).toEqual({
      kind: 'failed',
      originalMessageIds: ['<letter@example.org>'],
      status: '5.1.1',
    });
  });

  test('Exim marks its failures', () => {
    expect(readDeliveryReport(parts({ 'x-failed-recipients': 'a@b.nl' }))?.kind).toBe('failed');
  });
});

describe('no reports', () => {
  test.each([
    ['a person who quotes one', parts({ from: 'anna@example.net', subject: 'Undeliverable: x' }, { text: 'could not be delivered' })],
    ['a person who forwards one', parts({ from: 'anna@example.net' }, { parts: [status('failed', '5.1.1')] })],
    [
      'an automatic answer without a return path',
      parts({ 'return-path': '<>', from: 'anna@example.net' }, { text: 'Ik ben op vakantie.' }),
    ],
  ])('%s', (_name, given) => {
    expect(readDeliveryReport(given)).toBeNull();
  });
});
