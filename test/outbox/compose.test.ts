import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../src/outbox/compose.ts';
import type { LetterBody, LetterEnvelope } from '../../src/outbox/letter.ts';

const envelope: LetterEnvelope = {
  from: 'Klantenservice <hulp@shop.example>',
  to: 'klant@mail.example',
  replyTo: 'hulp+a1b2@shop.example',
  copyTo: 'kopie@shop.example',
  messageId: '<brief.1@shop.example>',
  sentAt: Temporal.Instant.from('2026-11-23T08:05:09Z'),
  timeZone: 'Europe/Amsterdam',
  inReplyTo: '<vraag@mail.example>',
  references: ['<eerder@mail.example>', '<vraag@mail.example>'],
  autoSubmitted: 'auto-replied',
  loop: 'v1.abc-DEF_0',
};
const body: LetterBody = {
  subject: 'Ontvangen: uw verzoek één',
  text: 'Beste klant,\n\nWij hebben uw verzoek ontvangen — dank.\n.\nGroet\n',
  html: '<p>Beste klant,</p>\n<p>één</p>\n',
  attachments: [],
};

async function written(changes: Partial<LetterEnvelope> = {}, words: Partial<LetterBody> = {}): Promise<string> {
  return Buffer.from(await composeLetter({ ...envelope, ...changes }, { ...body, ...words })).toString('latin1');
}

function headersOf(letter: string): ReadonlyMap<string, string> {
  const head = letter.slice(0, letter.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new Map(head.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
}

const expectedHeaders = [
  'Auto-Submitted',
  'Content-Type',
  'Date',
  'From',
  'In-Reply-To',
  'MIME-Version',
  'Message-ID',
  'References',
  'Reply-To',
  'Subject',
  'To',
  'X-Auto-Response-Suppress',
  'X-Tijdig-Loop',
];

describe('a letter', () => {
  it('is the same bytes every time, and others for another Message-ID', async () => {
    expect(await written()).toBe(await written());
    const other = await written({ messageId: '<brief.2@shop.example>' });
    const boundary = /boundary=(\S+)/;
    expect(boundary.exec(other)?.[1]).not.toBe(boundary.exec(await written())?.[1]);
  });

  it('has exactly the headers it should have', async () => {
    const headers = headersOf(await written());
    expect([...headers.keys()].sort()).toEqual(expectedHeaders);
    expect(Object.fromEntries(headers)).toMatchObject({
      'Auto-Submitted': 'auto-replied',
      Date: 'Mon, 23 Nov 2026 09:05:09 +0100',
      From: 'Klantenservice <hulp@shop.example>',
      'In-Reply-To': '<vraag@mail.example>',
      'Message-ID': '<brief.1@shop.example>',
      References: '<eerder@mail.example> <vraag@mail.example>',
      'Reply-To': 'hulp+a1b2@shop.example',
      To: 'klant@mail.example',
      'X-Auto-Response-Suppress': 'All',
      'X-Tijdig-Loop': 'v1.abc-DEF_0',
    });
    expect(await written()).not.toContain('kopie@');
  });

  it('leaves out what it has not', async () => {
    const headers = headersOf(await written({ replyTo: null, inReplyTo: null, references: [] }));
    for (const name of ['Reply-To', 'In-Reply-To', 'References']) expect(headers.has(name)).toBe(false);
  });

  it.each([
    ['Europe/Amsterdam', '2026-07-01T22:30:00Z', 'Thu, 02 Jul 2026 00:30:00 +0200'],
    ['America/St_Johns', '2026-01-01T00:00:00Z', 'Wed, 31 Dec 2025 20:30:00 -0330'],
    ['UTC', '2026-12-06T09:08:07.999Z', 'Sun, 06 Dec 2026 09:08:07 +0000'],
  ])('is dated in the zone %s', async (timeZone, at, date) => {
    expect(headersOf(await written({ timeZone, sentAt: Temporal.Instant.from(at) })).get('Date')).toBe(date);
  });

  it('is ASCII in short lines that end in CRLF', async () => {
    const letter = await written({}, { text: `${'é'.repeat(3000)}\nx\r\ny\rz`, subject: 'ü'.repeat(500) });
    expect(/^[\r\n\t\x20-\x7e]*$/.test(letter)).toBe(true);
    expect(/[\r\n]/.test(letter.replaceAll('\r\n', ''))).toBe(false);
    expect(Math.max(...letter.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it('says what it was given, in both parts and the attachments', async () => {
    const content = Buffer.from([0, 255, 13, 10, 46]);
    const letter = await written({}, { attachments: [{ filename: 'map/één\r\nX: y.bin', contentType: 'evil\r\nX: y', content }] });
    const parsed = await simpleParser(letter);
    expect(parsed.text).toBe(body.text);
    expect(parsed.html).toBe(body.html);
    expect(parsed.subject).toBe(body.subject);
    expect(parsed.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['map-één X: y.bin', 'application/octet-stream'],
    ]);
    expect(parsed.attachments[0]?.content.equals(content)).toBe(true);
  });

  it('has a picture beside its HTML, where the HTML shows it', async () => {
    const picture = { filename: 'days.png', contentType: 'image/png', content: Buffer.from([137, 80, 78, 71]), cid: 'days-01ab@tijdig' };
    const html = '<img src="cid:days-01ab@tijdig" alt="">\n';
    const letter = await written({}, { html, attachments: [picture] });
    expect(letter).toBe(await written({}, { html, attachments: [picture] }));
    expect(letter).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(letter).toMatch(/^Content-Type: multipart\/related;/m);
    expect(letter).not.toMatch(/^Content-Type: multipart\/mixed;/m);
    expect(letter).toMatch(/^Content-ID: <days-01ab@tijdig>\r$/im);
    expect(letter).toMatch(/^Content-Disposition: inline; filename=days\.png/m);
    const [read] = (await simpleParser(letter)).attachments;
    expect([read?.related, read?.cid, read?.content.equals(picture.content)]).toEqual([true, 'days-01ab@tijdig', true]);
  });

  it.each(['a b@tijdig', 'days', 'x@y\r\nBcc: z@evil.example', '<x@y>', ''])('has no picture under the name %j', async (cid) => {
    const picture = { filename: 'days.png', contentType: 'image/png', content: Buffer.from([1]), cid };
    await expect(written({}, { attachments: [picture] })).rejects.toThrow('Content-ID');
  });

  it('cannot be given another header or recipient by free text', async () => {
    const hostile = fc.array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\0',
        '\u2028',
        'Bcc: x@evil.example',
        ' ',
        ':',
        ',',
        '"',
        '<x@evil.example>',
        '=?utf-8?q?=0ABcc:?=',
        'é',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (subject, name) => {
        const letter = await written({ from: `${name.join('')} <hulp@shop.example>` }, { subject: subject.join('') });
        const names = [...headersOf(letter).keys()].sort();
        expect(names.filter((each) => each !== 'Subject')).toEqual(expectedHeaders.filter((each) => each !== 'Subject'));
        const { from } = await simpleParser(letter);
        expect(from?.value.map(({ address }) => address)).toEqual(['hulp@shop.example']);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['to', 'a@b.example, c@d.example'],
    ['to', 'a@b.example\r\nBcc: c@d.example'],
    ['to', 'klant'],
    ['to', 'käse@mail.example'],
    ['replyTo', 'a@b.example <c@d.example>, d@e.example'],
    ['messageId', '<a@b>\r\nX: y'],
    ['messageId', 'a@b'],
    ['inReplyTo', '<a@b> <c@d>\r\n'],
    ['loop', 'x\r\nX: y'],
  ] as const)('is not written at all with %s %j', async (field, value) => {
    await expect(written({ [field]: value })).rejects.toThrow(/^a letter has/);
  });
});
