import { describe, expect, test } from 'vitest';
import { letterHeaders, replyAddress } from '../../src/responders/headers.ts';
import { letterKinds } from '../../src/responders/letter.ts';

const id = (name: string | number) => `<${name}@mail.example>`;

describe('letterHeaders', () => {
  test('an acknowledgement answers its opening message', () => {
    expect(letterHeaders('acknowledgement', { messageId: id('c'), references: [id('a'), id('b')] })).toEqual({
      autoSubmitted: 'auto-replied',
      inReplyTo: id('c'),
      references: [id('a'), id('b'), id('c')],
    });
  });

  test('what staff approved is not an automatic reply', () => {
    expect(letterHeaders('completion-notice', null)).toEqual({ autoSubmitted: 'auto-generated', inReplyTo: null, references: [] });
    expect(letterHeaders('review-receipt', null).autoSubmitted).toBe('auto-replied');
    expect(letterHeaders('review-request', null).autoSubmitted).toBe('auto-generated');
    expect(letterHeaders('digest', null).autoSubmitted).toBe('auto-generated');
  });

  test('only what answers one message by itself says so', () => {
    const replied = letterKinds.filter((kind) => letterHeaders(kind, null).autoSubmitted === 'auto-replied');
    expect(replied).toEqual(['acknowledgement', 'review-receipt']);
  });

  test.each([
    '',
    'a@b',
    '<a@b',
    '<@b>',
    '<a@>',
    '<ab>',
    '<a@b@c>',
    '<a b@c>',
    '<a@b>\r\nBcc: x@y',
    '<a@b> <c@d>',
    '<a@<b>>',
    '<é@b>',
    '<a\u0000@b>',
    `<${'a'.repeat(250)}@b>`,
  ])('%j is not an id', (bad) => {
    expect(letterHeaders('acknowledgement', { messageId: bad, references: [bad, id('a')] })).toMatchObject({
      inReplyTo: null,
      references: [id('a')],
    });
  });

  test('an id stands once, the answered one last', () => {
    expect(letterHeaders('acknowledgement', { messageId: id('a'), references: [id('a'), id('b'), id('b')] }).references).toEqual([
      id('b'),
      id('a'),
    ]);
  });

  test('of a long thread the first and the last nineteen stay', () => {
    const thread = Array.from({ length: 30 }, (_, index) => id(index));
    const { references } = letterHeaders('acknowledgement', { messageId: id('own'), references: thread });
    expect(references).toEqual([id(0), ...thread.slice(12), id('own')]);
    expect(references).toHaveLength(20);
  });

  test('a thread of exactly twenty stays whole', () => {
    const thread = Array.from({ length: 19 }, (_, index) => id(index));
    expect(letterHeaders('acknowledgement', { messageId: id('own'), references: thread }).references).toEqual([...thread, id('own')]);
  });
});

describe('replyAddress', () => {
  test('fills in the token', () => {
    expect(replyAddress('support+{token}@belvoorbeeld.example', 'k7f3')).toBe('support+k7f3@belvoorbeeld.example');
  });

  test.each([
    'support@x.example',
    '{token}{token}@x.example',
    'support@{token}.example',
    'support+{token}',
    'a@b+{token}@c',
    'sup port+{token}@x.example',
    'support+{token}@',
    `${'a'.repeat(61)}{token}@x.example`,
  ])('%j cannot be used', (template) => {
    expect(() => replyAddress(template, 'k7f3')).toThrow(expect.objectContaining({ code: 'reply-address' }));
  });

  test('64 octets before the @ are allowed', () => {
    expect(replyAddress(`${'a'.repeat(60)}{token}@x.example`, 'k7f3')).toHaveLength(64 + '@x.example'.length);
  });

  test.each(['', 'a b', 'a\r\nb', 'a@b', '<x>', 'a'.repeat(61)])('a token %j is a bug', (token) => {
    expect(() => replyAddress('support+{token}@x.example', token)).toThrow(/token/);
  });
});
