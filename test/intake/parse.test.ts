import { afterAll, describe, expect, test } from 'vitest';
import type { ParsedMessage } from '../../src/intake/message.ts';
import { createParser } from '../../src/intake/parse.ts';

const parser = createParser();
afterAll(() => parser.close());

const head = 'From: Anna <anna@example.net>\r\nTo: privacy@example.org\r\nSubject: Vraag\r\nMessage-ID: <1@example.net>\r\n';

function bytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

async function parsed(raw: string): Promise<ParsedMessage> {
  const answer = await parser.parse(bytes(raw), { truncated: false });
  if (answer.status === 'strike') throw new Error(`strike: ${answer.reason}`);
  return answer.message;
}

describe('an ordinary message', () => {
  test('gives sender, subject, ids, date and text', async () => {
    const message = await parsed(
      `${head}Date: Mon, 2 Feb 2026 10:00:00 +0100\r\nIn-Reply-To: <a@b> <c@d>\r\nReferences: <a@b>\r\n <c@d>\r\n\r\nDag,\r\nGroet\r\n`,
    );
    expect(message.from).toEqual({ status: 'one', address: 'anna@example.net', name: 'Anna' });
    expect(message.sentAt).toBe('2026-02-02T09:00:00Z');
    expect(message.messageId).toBe('<1@example.net>');
    expect(message.inReplyTo).toEqual(['<a@b>', '<c@d>']);
    expect(message.references).toEqual(['<a@b>', '<c@d>']);
    expect(message.text).toBe('Dag,\nGroet\n');
    expect(message.headers[0]).toEqual({ name: 'from', value: 'Anna <anna@example.net>' });
    expect(message.decodingDoubtful).toBe(false);
  });

  test.each(['', 'not a date', 'Mon, 31 Feb 2026 10:00:00 +0100', 'Mon, 2 Feb 1970 10:00:00 +0000'])(
    'with the date "%s" has no date',
    async (date) => {
      expect((await parsed(`${head}Date: ${date}\r\n\r\nx`)).sentAt).toBeNull();
    },
  );

  test('leaves the bytes with the caller', async () => {
    const raw = bytes(`${head}\r\nhallo`);
    await parser.parse(raw, { truncated: false });
    expect(raw.length).toBeGreaterThan(0);
  });

  test('keeps no half character, no U+0000', async () => {
    const message = await parsed(`${head}Content-Type: text/plain; charset=utf-8\r\n\r\na\0b \xed\xa0\x80 c`);
    expect(message.text).not.toContain('\0');
    expect(message.text.isWellFormed()).toBe(true);
  });
});

describe('charsets', () => {
  test('undeclared 8-bit text is windows-1252 and doubtful', async () => {
    const message = await parsed(`${head}\r\nEen caf\xe9 voor \x8050`);
    expect(message.text).toBe('Een café voor €50');
    expect(message.decodingDoubtful).toBe(true);
  });

  test('undeclared UTF-8 is UTF-8', async () => {
    const message = await parsed(`${head}\r\nEen caf\xc3\xa9`);
    expect(message.text).toBe('Een café');
    expect(message.decodingDoubtful).toBe(false);
  });

  test('an unknown charset is guessed, and doubtful', async () => {
    const message = await parsed(`${head}Content-Type: text/plain; charset=x-klingon\r\n\r\ncaf\xe9`);
    expect(message.text).toBe('café');
    expect(message.decodingDoubtful).toBe(true);
  });

  test('8-bit bytes in the subject, also within an encoded word', async () => {
    expect((await parsed(`Subject: caf\xe9\r\nFrom: a@example.net\r\n\r\nx`)).subject).toBe('café');
    expect((await parsed(`Subject: =?iso-8859-1?Q?caf\xe9?=\r\nFrom: a@example.net\r\n\r\nx`)).subject).toBe('café');
  });
});

describe('which text is read', () => {
  const alternative = (plain: string, html: string) =>
    `${head}Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n${plain}\r\n--x\r\nContent-Type: text/html\r\n\r\n${html}\r\n--x--\r\n`;

  test('the plain part of an alternative', async () => {
    expect((await parsed(alternative('Graag mijn gegevens.', '<p>Graag <b>mijn</b> gegevens.</p>'))).text.trim()).toBe(
      'Graag mijn gegevens.',
    );
  });

  test('the HTML part when the plain part says nothing', async () => {
    expect((await parsed(alternative('Your mail program shows no HTML.', '<p>Verwijder mijn account.</p>'))).text.trim()).toBe(
      'Verwijder mijn account.',
    );
    expect((await parsed(alternative(' ', '<p>Verwijder mijn account.</p>'))).text.trim()).toBe('Verwijder mijn account.');
  });

  test('both parts of an alternative that say different things, whichever is the letter', async () => {
    const fluff = 'Dit bericht is door ons programma gemaakt. '.repeat(8);
    for (const plain of ['Een groet van ons allemaal uit Zeeland.', fluff]) {
      const { ownText } = await parsed(alternative(plain, '<p>Graag al mijn gegevens verwijderen.</p>'));
      expect(ownText).toContain(plain.trim());
      expect(ownText).toContain('Graag al mijn gegevens verwijderen.');
    }
    const deep = `${'<div>'.repeat(5000)}Graag al mijn gegevens verwijderen.`;
    expect((await parsed(alternative(fluff, deep))).text.trim()).toBe(fluff.trim());
  });

  test('a plain part with a little more or less than the HTML is the text', async () => {
    const plain = 'Graag al mijn gegevens verwijderen. Groet, Pien';
    for (const html of ['<p>Graag al mijn gegevens verwijderen.</p>', `<p>${plain}</p><p>Bekijk onze winkel</p>`])
      expect((await parsed(alternative(plain, html))).text.trim()).toBe(plain);
  });

  test('HTML beside a plain footer is read too', async () => {
    const mixed = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Verwijder alles.</p>\r\n--x\r\nContent-Type: text/plain\r\n\r\nvoettekst\r\n--x--\r\n`;
    expect((await parsed(mixed)).text).toContain('Verwijder alles.');
  });

  test('a boundary with blanks after it, and a multipart without boundaries, lose no text', async () => {
    const padded = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x  \r\nContent-Type: text/plain\r\n\r\nHier staat het.\r\n--x--  \r\n`;
    expect((await parsed(padded)).text.trim()).toBe('Hier staat het.');
    const bare = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\nHier staat het.\r\n`;
    expect((await parsed(bare)).text).toBe('Hier staat het.');
  });

  test('bare CR line ends', async () => {
    const message = await parsed(`${head}\r\nEen regel\r\n`.replaceAll('\n', ''));
    expect(message.subject).toBe('Vraag');
    expect(message.text.trim()).toBe('Een regel');
  });

  test('an attachment is listed, a message inside is marked as forwarded', async () => {
    const raw = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nZie hieronder.\r\n--x\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x\r\nContent-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\nFrom: b@example.net\r\nSubject: oud\r\n\r\nVerwijder mij.\r\n--x--\r\n`;
    const message = await parsed(raw);
    expect(message.attachments).toEqual([{ filename: 'a.pdf', contentType: 'application/pdf', size: 3 }]);
    expect(message.text).toContain('Verwijder mij.');
    expect(message.ownText).toBe('Zie hieronder.');
  });
});

describe('hostile messages', () => {
  const hostile: readonly (readonly [string, () => string])[] = [
    ['100,000 addresses in Cc', () => `${head}Cc: ${'a@example.net, '.repeat(100_000)}\r\n\r\nx`],
    ['a Cc of 101 addresses in an inner part', () => nested(`Cc: ${'a@b.nl,'.repeat(101)}`)],
    ['400,000 spaces in From', () => `From: a${' '.repeat(400_000)}b <c@example.net>\r\n\r\nx`],
    ['10,000 spaces in From', () => `From: a${' '.repeat(10_000)}b <c@example.net>\r\n\r\nx`],
    ['100,000 nested divs', () => `${head}Content-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}x`],
    ['HTML over 1 MB', () => `${head}Content-Type: text/html\r\n\r\n${'<p>regel</p>'.repeat(100_000)}`],
    ['10,000 parts', () => `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\na\r\n'.repeat(10_000)}--x--`],
    ['40 levels', () => levels(40)],
  ];

  function nested(field: string): string {
    return `${head}Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\nFrom: a@b.nl\r\n${field}\r\n\r\nx`;
  }

  function levels(count: number): string {
    let raw = head;
    for (let level = 0; level < count; level += 1) raw += `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`;
    return `${raw}\r\nx`;
  }

  test.each(hostile)('%s is a strike by limit, at once', async (_name, raw) => {
    expect(await parser.parse(bytes(raw()), { truncated: false })).toEqual({ status: 'strike', reason: 'limit' });
    expect((await parsed(`${head}\r\nde volgende`)).text).toBe('de volgende');
  });

  test('29 levels, 1,000 divs and 100 addresses are still read', async () => {
    expect((await parsed(`${head}Content-Type: text/html\r\n\r\n${'<div>'.repeat(1000)}diep`)).text).toBe('diep');
    expect((await parsed(levels(29))).text.trim()).toBe('x');
    expect((await parsed(`${head}Cc: ${Array.from({ length: 100 }, (_, i) => `a${i}@b.nl`).join(',')}\r\n\r\nx`)).cc.length).toBe(100);
  });

  test('a message that takes too long is a strike; those behind it are parsed', async () => {
    const hasty = createParser({ timeout: 100 });
    await hasty.parse(bytes(`${head}\r\nwarm`), { truncated: false });
    // 600 part headers of many encoded words: honest work of well over 100 ms.
    const part = `--x\r\nX-A: ${'=?utf-8?q?a?= '.repeat(2000)}\r\n\r\na\r\n`;
    const slow = bytes(`${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n${part.repeat(600)}--x--`);
    const answers = await Promise.all([
      ...[slow, slow].map((raw) => hasty.parse(raw, { truncated: false })),
      ...Array.from({ length: 6 }, () => hasty.parse(bytes(`${head}\r\nkort`), { truncated: false })),
    ]);
    await hasty.close();
    expect(answers.slice(0, 2)).toEqual(Array(2).fill({ status: 'strike', reason: 'time-out' }));
    expect(answers.slice(2).map(({ status }) => status)).toEqual(Array(6).fill('parsed'));
  });

  test('after close nothing is taken', async () => {
    const closed = createParser();
    const underWay = closed.parse(bytes(head), { truncated: false });
    const rejected = expect(underWay).rejects.toMatchObject({ code: 'parser-closed' });
    await closed.close();
    await rejected;
    await expect(closed.parse(bytes(head), { truncated: false })).rejects.toMatchObject({ code: 'parser-closed' });
  });
});
