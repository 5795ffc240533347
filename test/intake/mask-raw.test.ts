// Payment data in the bytes of messages, as mail programs write them: every charset and transfer encoding that text comes
// in, and what must stay as it is.
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { maskRaw } from '../../src/intake/mask-raw.ts';
import { createParser } from '../../src/intake/parse.ts';
import { findPaymentData } from '../../src/privacy/payment.ts';

const parser = createParser();
afterAll(() => parser.close());

const [card, iban] = ['4111 1111 1111 1111', 'NL91 ABNA 0417 1643 00'];

interface Charset {
  readonly name: string;
  /** What only this charset could write, and its bytes. */
  readonly encode: (text: string) => Buffer;
  readonly around: string;
}

const charsets: readonly Charset[] = [
  { name: 'us-ascii', encode: (text) => Buffer.from(text, 'latin1'), around: 'dag' },
  { name: 'utf-8', encode: (text) => Buffer.from(text), around: 'één 𝒜 € ك' },
  { name: 'iso-8859-1', encode: (text) => Buffer.from(text, 'latin1'), around: 'één ÿ' },
  { name: 'windows-1252', encode: (text) => Buffer.from(text, 'latin1'), around: 'één ÿ' },
  { name: 'iso-8859-15', encode: (text) => Buffer.from(text, 'latin1'), around: 'één' },
  { name: 'utf-16le', encode: (text) => Buffer.from(text, 'utf16le'), around: 'één €' },
  { name: 'utf-16be', encode: (text) => Buffer.from(text, 'utf16le').swap16(), around: 'één €' },
  // "日本" and "한국" in encodings of two bytes a character.
  { name: 'shift_jis', encode: twoBytes({ 日: [0x93, 0xfa], 本: [0x96, 0x7b] }), around: '日本' },
  { name: 'gb18030', encode: twoBytes({ 日: [0xc8, 0xd5], 本: [0xb1, 0xbe] }), around: '日本' },
  { name: 'euc-kr', encode: twoBytes({ 한: [0xc7, 0xd1], 국: [0xb1, 0xb9] }), around: '한국' },
  { name: 'x-never-heard-of', encode: (text) => Buffer.from(text, 'latin1'), around: 'dag' },
];

function twoBytes(table: Readonly<Record<string, readonly number[]>>): (text: string) => Buffer {
  return (text) => Buffer.from([...text].flatMap((character) => table[character] ?? [character.charCodeAt(0)]));
}

const transfers: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  '8bit': (bytes) => bytes,
  '': (bytes) => bytes,
  base64: (bytes) => Buffer.from((bytes.toString('base64').match(/.{1,60}/g) ?? []).join('\r\n')),
  'quoted-printable': (bytes) => Buffer.from(softened([...bytes].map(quoted))),
  'QUOTED-PRINTABLE': (bytes) =>
    Buffer.from(softened([...bytes].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`)), 'latin1'),
};

function quoted(byte: number): string {
  const isPlain = (byte >= 0x20 && byte < 0x7f && byte !== 0x3d) || byte === 0x0d || byte === 0x0a;
  return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).padStart(2, '0').toUpperCase()}`;
}

/** Soft line breaks wherever a line is full, also amid a number. */
function softened(pieces: readonly string[]): string {
  let [text, line] = ['', ''];
  for (const piece of pieces) {
    if (piece === '\n') {
      text += `${line}\n`;
      line = '';
      continue;
    }
    if (line.length + piece.length > 25 && piece !== '\r') {
      text += `${line}=\r\n`;
      line = '';
    }
    line += piece;
  }
  return text + line;
}

function part(charset: string, transfer: string, body: Buffer, type = 'text/plain'): Buffer {
  const fields = [`Content-Type: ${type}; charset="${charset}"`, ...(transfer === '' ? [] : [`Content-Transfer-Encoding: ${transfer}`])];
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`), body]);
}

const head = Buffer.from('From: <eva@klant.example>\r\nSubject: Terugbetaling\r\nMIME-Version: 1.0\r\n');

function joined(...pieces: readonly (Buffer | string)[]): Buffer {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)));
}

async function textOf(raw: Uint8Array): Promise<string> {
  const answer = await parser.parse(raw, { truncated: false });
  if (answer.status !== 'parsed') throw new Error(`strike: ${answer.reason}`);
  return answer.message.text;
}

function masked(raw: Buffer): Buffer {
  const { raw: written, left } = maskRaw(raw);
  expect(left).toEqual([]);
  if (written === null) throw new Error('nothing was masked');
  return Buffer.from(written);
}

describe('a text is rewritten in its own encoding', () => {
  const every = charsets.flatMap((charset) => Object.keys(transfers).map((transfer) => [charset.name, transfer, charset] as const));
  // Text of two bytes a character is never sent without a transfer encoding: its line ends are none.
  const written = every.filter(([name, transfer]) => !name.startsWith('utf-16') || /^(?:base64|QUOTED)/.test(transfer));
  test.each(written)('%s, %s', async (_, transfer, { name, encode, around }) => {
    const text = `Beste ${around},\r\nmijn kaart is ${card} en\r\nmijn rekening ${iban} (${around}).\r\nGroet ${around}`;
    const body = (transfers[transfer] ?? ((bytes: Buffer) => bytes))(encode(text));
    const raw = joined(head, part(name, transfer, body));
    const before = await textOf(raw);
    expect(before).toContain(card);
    const after = masked(raw);
    expect(await textOf(after)).toBe(before.replace(card, '[card number]').replace(iban, '[IBAN]'));
    // The header and what stands before the text.
    expect(after.subarray(0, raw.length - body.length)).toEqual(raw.subarray(0, raw.length - body.length));
    expect(after.toString('latin1')).not.toMatch(/[^\r]\n/);
  });

  test('digits of two bytes and of other scripts', async () => {
    const text = 'بطاقتي ٤١١١ ١١١١ ١١١١ ١١١١ شكرا，４１１１１１１１１１１１１１１１。';
    expect(await textOf(masked(joined(head, part('utf-8', 'base64', Buffer.from(Buffer.from(text).toString('base64'))))))).toBe(
      'بطاقتي [card number] شكرا，[card number]。',
    );
  });
});

const boundaryOf = (depth: number) => `grens-${depth}`;

/** Every part in a multipart of its own, one in the other. */
function nested(parts: readonly Buffer[], depth = 0): Buffer {
  const [first, ...rest] = parts;
  if (first === undefined) return Buffer.from('Content-Type: text/plain\r\n\r\nleeg');
  const boundary = boundaryOf(depth);
  const pieces = [first, ...(rest.length === 0 ? [] : [nested(rest, depth + 1)])];
  return joined(
    `Content-Type: multipart/${depth % 2 === 0 ? 'mixed' : 'alternative'}; boundary="${boundary}"\r\n\r\nIn delen.\r\n`,
    ...pieces.flatMap((piece) => [`--${boundary}\r\n`, piece, '\r\n']),
    `--${boundary}--\r\n`,
  );
}

describe('every other byte stays', () => {
  const filler = fc.constantFrom('Graag snel.', 'Bel 06-12345678', 'Order T-ORD-4812', '--geen grens', 'Met één groet', '');
  const harmless = fc.record({ text: fc.array(filler, { maxLength: 4 }), transfer: fc.constantFrom('8bit', 'base64', 'quoted-printable') });

  test('whatever stands beside the text', () => {
    fc.assert(
      fc.property(fc.array(harmless, { maxLength: 4 }), fc.nat(), fc.constantFrom(...Object.keys(transfers)), (others, place, transfer) => {
        const parts = others.map(({ text, transfer: how }) =>
          part('utf-8', how, (transfers[how] ?? ((bytes: Buffer) => bytes))(Buffer.from(text.join('\r\n')))),
        );
        expect(maskRaw(joined(head, nested(parts))).raw).toBeNull();
        const at = place % (parts.length + 1);
        const body = (transfers[transfer] ?? ((bytes: Buffer) => bytes))(Buffer.from(`Kaart: ${card}.\r\nDat is het, één keer.`));
        const holding = part('utf-8', transfer, body);
        const raw = joined(head, nested([...parts.slice(0, at), holding, ...parts.slice(at)]));
        const start = raw.indexOf(holding) + holding.length - body.length;
        const end = start + body.length;
        const after = masked(raw);
        expect(after.subarray(0, start).equals(raw.subarray(0, start))).toBe(true);
        expect(after.subarray(after.length - (raw.length - end)).equals(raw.subarray(end))).toBe(true);
      }),
    );
  });

  test('a message without payment data is not touched, whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'),
        (bytes, start) => {
          const raw = joined(start, Buffer.from(bytes));
          const { raw: written } = maskRaw(raw);
          if (findPaymentData(raw.toString('latin1')).length === 0 && !/base64|quoted/i.test(raw.toString('latin1')))
            expect(written).toBeNull();
        },
      ),
    );
  });
});

describe('HTML', () => {
  const html = (body: string) =>
    masked(joined(head, part('utf-8', '8bit', Buffer.from(body), 'text/html')))
      .toString()
      .split('\r\n\r\n')[1];
  test.each([
    ['tags amid the number', `<p>kaart <b>4111</b> <i>1111</i> 1111 1111.</p>`, '<p>kaart <b>[card number]</b><i></i>.</p>'],
    ['entities', '<p>4111&nbsp;1111&#160;1111&thinsp;&#49;111</p>', '<p>[card number]</p>'],
    ['a cell for each', '<table><tr><td>4111</td>\n    <td>1111</td><td>1111</td><td>1111</td></tr></table>', null],
    ['a line for each', '<div>4111 1111</div>\n<div>1111 1111</div>', '<div>[card number]</div>\n<div></div>'],
    ['an attribute', '<a href="mailto:x" title="NL91ABNA0417164300">hier</a>', '<a href="mailto:x" title="[IBAN]">hier</a>'],
    ['a comment', '<!-- 4111111111111111 --><p>dag</p>', '<!-- [card number] --><p>dag</p>'],
    ['what nobody sees', '<p>4111&shy;1111<wbr>1111&#8203;1111</p>', '<p>[card number]&shy;<wbr></p>'],
  ])('%s', (_, before, after) => {
    const written = html(before) ?? '';
    if (after !== null) expect(written).toBe(after);
    expect(written.replace(/\D/g, '')).not.toContain('1111');
    expect(written.match(/<\/?\w+/g)).toEqual(before.match(/<\/?\w+/g));
  });
});

describe('subjects', () => {
  test.each([
    ['as it is', `Terug op ${iban}`, 'Terug op [IBAN]'],
    ['folded', 'Terug op\r\n NL91 ABNA\r\n 0417 1643 00', 'Terug op [IBAN]'],
    ['in base64', `=?utf-8?B?${Buffer.from(`Één keer ${card}`).toString('base64')}?=`, 'Één keer [card number]'],
    [
      'in quoted words, one in the middle of the number',
      '=?iso-8859-1?Q?=C9=E9n_4111_1111?=\r\n =?iso-8859-1?Q?_1111_1111?=',
      'Één [card number]',
    ],
  ])('%s', async (_, subject, expected) => {
    const raw = joined(`From: <eva@klant.example>\r\nSubject: ${subject}\r\nDate: Mon, 12 Jan 2026 10:00:00 +0100\r\n\r\nDag`);
    const answer = await parser.parse(masked(raw), { truncated: false });
    expect(answer).toMatchObject({ status: 'parsed', message: { subject: expected, text: 'Dag', sentAt: '2026-01-12T09:00:00Z' } });
  });
});

describe('messages in messages', () => {
  const inner = joined(`From: <jan@klant.example>\r\nSubject: Mijn ${iban}\r\n\r\nKaart ${card}.\r\n`);
  const around = (fields: string, body: Buffer) =>
    joined(
      head,
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nZie bijlage.\r\n--b\r\n${fields}\r\n\r\n`,
      body,
      '\r\n--b--\r\n',
    );

  test.each([
    ['attached', 'Content-Type: message/rfc822', inner],
    ['as an attachment with a name', 'Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename="x.eml"', inner],
    [
      'in base64, as some programs do',
      'Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64',
      Buffer.from(inner.toString('base64')),
    ],
    ['the headers of a bounced one', 'Content-Type: text/rfc822-headers', inner],
  ])('%s', (_, fields, body) => {
    const after = masked(around(fields, body)).toString('latin1');
    const written = fields.includes('base64')
      ? Buffer.from(after.split('base64\r\n\r\n')[1]?.split('--b')[0] ?? '', 'base64').toString()
      : after;
    expect(written).toContain('Mijn [IBAN]');
    expect(written).toContain('Kaart [card number].');
  });
});

describe('what stays, and says so', () => {
  test('a signed text', async () => {
    const raw = joined(
      head,
      'Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\n',
      `Kaart ${card}`,
      '\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--b--\r\n',
    );
    expect(maskRaw(raw)).toEqual({ raw: null, left: ['payment-kept'] });
    const answer = await parser.parse(raw, { truncated: false, mask: true });
    expect(answer).toMatchObject({ status: 'parsed', masked: { raw: null, left: ['payment-kept'] } });
  });

  test('an attachment that is no text', () => {
    const json = Buffer.from(JSON.stringify({ iban })).toString('base64');
    const raw = joined(head, 'Content-Type: application/json\r\nContent-Transfer-Encoding: base64\r\n\r\n', json);
    expect(maskRaw(raw)).toEqual({ raw: null, left: ['payment-in-attachment'] });
  });

  test('digits in a charset with shifts', () => {
    const wide = [...'4111111111111111'].map((digit) => `\x23${digit}`).join('');
    const raw = joined(head, part('iso-2022-jp', '7bit', Buffer.from(`Card \x1b$B${wide}\x1b(B`, 'latin1')));
    expect(maskRaw(raw)).toEqual({ raw: null, left: ['payment-kept'] });
  });
});

test('the thread gives the bytes back only where something was found and it was asked', async () => {
  const [holding, harmless] = [joined(head, `\r\nKaart ${card}`), joined(head, '\r\nDag')];
  expect(await parser.parse(holding, { truncated: false })).toMatchObject({ masked: null });
  expect(await parser.parse(harmless, { truncated: false, mask: true })).toMatchObject({ masked: null });
  const answer = await parser.parse(holding, { truncated: false, mask: true });
  if (answer.status !== 'parsed' || answer.masked?.raw == null) throw new Error('nothing was masked');
  expect(Buffer.from(answer.masked.raw).toString()).toBe(holding.toString().replace(card, '[card number]'));
});

test('hostile messages take no time', () => {
  const html = (body: string) => `Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}`;
  for (const raw of [
    ...['<script', '<br> ', '&#52;', '<!--', '<', '=\r\n', '<td>4</td>'].map((piece) => html(piece.repeat(30_000))),
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n4111\r\n'.repeat(30_000)}`,
    `Subject: x\r\n${' 4111\r\n'.repeat(30_000)}\r\nx`,
    `Subject: ${'=?utf-8?q?4111_?= '.repeat(12_000)}\r\n\r\nx`,
    `Content-Type: text/plain; charset=shift_jis\r\n\r\n${`${card} \x93\xfa `.repeat(9_000)}`,
  ]) {
    const before = process.cpuUsage();
    maskRaw(Buffer.from(raw, 'latin1'));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1500);
  }
});
