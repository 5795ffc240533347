import { describe, expect, test } from 'vitest';
import type { ParsedMessage } from '../../src/intake/message.ts';
import { type ScreenContext, screen } from '../../src/intake/screen.ts';

const context: ScreenContext = {
  ownAddresses: ['privacy@example.org'],
  ownDomain: 'example.org',
  isOurLoop: (value) => value === 'signed',
  authentication: 'unverified',
};

function message(fields: Readonly<Record<string, string>> = {}, change: Partial<ParsedMessage> = {}): ParsedMessage {
  const headers = Object.entries(fields).map(([name, value]) => ({ name: name.toLowerCase(), value }));
  return {
    headers,
    from: { status: 'one', address: 'anna@example.net', name: '' },
    sender: null,
    replyTo: [],
    to: [],
    cc: [],
    subject: 'Verwijderverzoek',
    messageId: '<1@example.net>',
    inReplyTo: [],
    references: [],
    sentAt: null,
    text: '',
    ownText: '',
    attachments: [],
    decodingDoubtful: false,
    truncated: false,
    report: null,
    ...change,
  };
}

const sentBy = (address: string) => ({ from: { status: 'one', address, name: '' } as const });

test('a person is acknowledged', () => {
  const fields = {
    'Auto-Submitted': 'No (really)',
    'X-Auto-Response-Suppress': 'None',
    'X-Spam-Status': 'No, score=-1',
    'Return-Path': '<anna@example.net>',
  };
  expect(screen(message(fields), context)).toEqual({ certain: null, disposition: null, machine: false, acknowledge: true, reasons: [] });
});

describe('opens nothing', () => {
  test.each([
    ['own-copy', message({ 'X-Tijdig-Loop': 'signed', 'Return-Path': '<>' }), 'automatic'],
    ['null-path', message({ 'Return-Path': '<>' }), 'automatic'],
    ['null-path', message({ 'Return-Path': '<>' }, { subject: 'Onbestelbaar: uw bericht' }), 'bounce'],
    ['report', message({}, { report: { kind: 'failed', originalMessageIds: [], status: null } }), 'bounce'],
    ['report', message({}, { report: { kind: 'read-receipt', originalMessageIds: [], status: null } }), 'automatic'],
  ] as const)('%s', (certain, given, disposition) => {
    expect(screen(given, context)).toMatchObject({ certain, disposition, machine: true, acknowledge: false });
  });

  test('but not on a loop header that is not ours, nor on a lower empty path', () => {
    expect(screen(message({ 'X-Tijdig-Loop': 'forged' }), context)).toMatchObject({ certain: null, acknowledge: true });
    const headers = [
      { name: 'return-path', value: '<anna@example.net>' },
      { name: 'return-path', value: '<>' },
    ];
    expect(screen(message({}, { headers }), context).certain).toBeNull();
  });
});

describe('keeps the acknowledgement back, not the case', () => {
  test.each([
    ['auto-submitted', message({ 'Auto-Submitted': 'Auto-Replied; owner="x"' })],
    ['auto-submitted', message({ 'Auto-Submitted': '(vacation) auto-generated' })],
    ['precedence', message({ Precedence: 'Bulk' })],
    ['precedence', message({}, { headers: ['first-class', 'list'].map((value) => ({ name: 'precedence', value })) })],
    ['list-header', message({ 'List-Unsubscribe-Post': 'x' })],
    ['auto-response-suppress', message({ 'X-Auto-Response-Suppress': 'DR, OOF' })],
    ['loop-header', message({ 'X-Loop': 'anything' })],
    ['loop-header', message({ 'X-RT-Loop-Prevention': 'x' })],
    ['loop-header', message({ 'X-MS-Exchange-Inbox-Rules-Loop': 'x' })],
    ['failed-recipients', message({ 'X-Failed-Recipients': 'x@example.net' })],
    ['auto-reply-header', message({ 'X-Autoreply': 'yes' })],
    ['auto-reply-header', message({ 'X-Autorespond': 'x' })],
    ['generated-header', message({ 'X-FC-MachineGenerated': 'true' })],
    ['generated-header', message({ 'X-MS-Exchange-Generated-Message-Source': 'Mailbox Rules Agent' })],
    ['report-type', message({ 'Content-Type': 'multipart/report; report-type=tlsrpt' })],
    ['spam', message({ 'X-Spam-Flag': 'YES' })],
    ['spam', message({ 'X-Spam-Status': 'Yes, score=12' })],
    ['from-empty', message({ From: '' }, { from: { status: 'doubtful', reason: 'none' } })],
    ['sender-empty', message({ Sender: ' ' })],
    ['own-address', message({}, sentBy('Privacy@example.org'))],
    ['own-message-id', message({}, { ...sentBy('privacy@example.org'), messageId: '<x@example.org>' })],
    ['sender-daemon', message({}, sentBy('MAILER-DAEMON@example.net'))],
    ['sender-daemon', message({ From: 'Mail System <MAILER-DAEMON>' }, { from: { status: 'doubtful', reason: 'unusual-address' } })],
    ['sender-daemon', message({}, sentBy('post-master@example.net'))],
    ['sender-no-reply', message({}, sentBy('shop.no_reply@example.net'))],
    ['sender-no-reply', message({}, { sender: { address: 'noreply@example.net', name: '' } })],
    ['sender-bounce', message({}, sentBy('bounces+12@example.net'))],
    ['dmarc-fail', message()],
  ])('%s', (reason, given) => {
    const verdict = screen(given, reason === 'dmarc-fail' ? { ...context, authentication: 'fail' } : context);
    expect(verdict).toMatchObject({ certain: null, machine: true, acknowledge: false });
    expect(verdict.reasons).toContain(reason);
  });

  test.each([
    'Automatisch antwoord: Verwijderverzoek',
    'AFWEZIG: tot maandag',
    '[EXTERN] Out of Office: hello',
    'Automatische Antwort: x',
    'Réponse automatique : x',
    'Respuesta automática: x',
    'Risposta automatica: x',
    'Odpowiedź automatyczna: x',
    'Resposta automática: x',
    'Undeliverable: x',
    'Unzustellbar: x',
  ])('the subject "%s"', (subject) => {
    expect(screen(message({}, { subject }), context).acknowledge).toBe(false);
  });

  test.each([
    'Re: Automatisch antwoord: uw bericht',
    'Uw automatische incasso',
    'Mijn bestelling is niet afgeleverd',
    'Vakantie annuleren',
    'Antw: afwezig',
  ])('a person may write "%s"', (subject) => {
    expect(screen(message({}, { subject }), context).acknowledge).toBe(true);
  });

  test('a doubtful sender is no machine, yet not answered', () => {
    const verdict = screen(message({ From: 'a@b.nl, c@d.nl' }, { from: { status: 'doubtful', reason: 'several' } }), context);
    expect(verdict).toMatchObject({ machine: false, acknowledge: false, reasons: ['sender-doubtful'] });
  });

  test('a name with bounce in it is a person', () => {
    expect(screen(message({}, sentBy('bouncer.b@example.net')), context).acknowledge).toBe(true);
  });
});
