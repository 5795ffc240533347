import { afterAll, describe, expect, test } from 'vitest';
import { createParser, type WantedPart } from '../../src/intake/parse.ts';

const parser = createParser();
afterAll(() => parser.close());

const head = 'From: a@example.net\r\nSubject: x\r\nMIME-Version: 1.0\r\n';
const mixed = [
  `${head}Content-Type: multipart/mixed; boundary=b`,
  '',
  '--b',
  'Content-Type: text/html; charset=iso-8859-1',
  '',
  '<p onclick="a()">Caf\xe9 <a href="https://elders.example/">hier</a></p><script>a()</script>',
  '--b',
  'Content-Type: application/pdf; name="een.pdf"',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename="een.pdf"',
  '',
  'ZWVu',
  '--b',
  'Content-Type: application/pdf',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename="twee.pdf"',
  '',
  'dHdlZQ==',
  '--b--',
  '',
].join('\r\n');

async function partOf(raw: string, wanted: WantedPart) {
  const answer = await parser.parsePart(Buffer.from(raw, 'latin1'), wanted);
  if (answer.status === 'strike') throw new Error(`strike: ${answer.reason}`);
  return answer.part;
}

describe('one part of a message', () => {
  test('its HTML comes made harmless', async () => {
    const part = await partOf(mixed, { type: 'html' });
    expect(part).toEqual({ type: 'html', html: expect.stringContaining('<p>Café <span title="https://elders.example/">hier</span></p>') });
    expect(JSON.stringify(part)).not.toContain('script');
  });

  test('an attachment is found by the number the whole message gave it', async () => {
    const whole = await parser.parse(Buffer.from(mixed, 'latin1'), { truncated: false });
    if (whole.status !== 'parsed') throw new Error('not parsed');
    expect(whole.message.attachments.map(({ filename }) => filename)).toEqual(['een.pdf', 'twee.pdf']);
    for (const [index, { filename, size }] of whole.message.attachments.entries()) {
      const part = await partOf(mixed, { type: 'attachment', index });
      if (part?.type !== 'attachment') throw new Error('not an attachment');
      expect(part.filename).toBe(filename);
      expect(part.content.length).toBe(size);
    }
  });

  test.each([
    ['an attachment', 'Content-Disposition: attachment; filename="verzoek.eml"'],
    ['an inline part', 'Content-Disposition: inline'],
    ['a part that does not say', 'X-Leeg: ja'],
    ['base64, as some programs send it', 'Content-Transfer-Encoding: base64'],
  ])('the message inside comes byte for byte when it is %s', async (_, header) => {
    const inner = 'From: Klant <klant@example.net>\r\nSubject: Weg\r\n\r\nVerwijder mijn account.\r\n> oud\r\n';
    const body = header.endsWith('base64') ? Buffer.from(inner).toString('base64') : inner;
    const parts = [
      '--b',
      'Content-Type: text/plain',
      '',
      'Zie onder.',
      '--b',
      'Content-Type: message/rfc822',
      header,
      '',
      body,
      '--b--',
      '',
    ];
    const raw = `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('\r\n')}`;
    const part = await partOf(raw, { type: 'message' });
    if (part?.type !== 'message') throw new Error('not a message');
    expect(Buffer.from(part.content).toString().trimEnd()).toBe(inner.trimEnd());
  });

  test('what is not there is null', async () => {
    expect(await partOf(mixed, { type: 'message' })).toBeNull();
    expect(await partOf(mixed, { type: 'attachment', index: 2 })).toBeNull();
    expect(await partOf(`${head}\r\nplain`, { type: 'html' })).toBeNull();
  });

  test('HTML nested too deep is a strike, and the next question is answered', async () => {
    const deep = `${head}Content-Type: text/html\r\n\r\n${'<div>'.repeat(3000)}`;
    expect(await parser.parsePart(Buffer.from(deep), { type: 'html' })).toEqual({ status: 'strike', reason: 'limit' });
    expect(await partOf(mixed, { type: 'attachment', index: 0 })).not.toBeNull();
  });
});
