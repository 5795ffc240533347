// What colleagues pass on, in the shapes of their mail programs; of our own writing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownText } from '../../src/intake/body.ts';
import { readForward } from '../../src/intake/forward.ts';
import type { ParsedMessage } from '../../src/intake/message.ts';

const plain: ParsedMessage = {
  headers: [],
  from: { status: 'one', address: 'anna@winkel.example', name: 'Anna' },
  sender: null,
  replyTo: [],
  to: [],
  cc: [],
  subject: 'FW: Gegevens weg',
  messageId: null,
  inReplyTo: [],
  references: [],
  sentAt: null,
  text: '',
  ownText: '',
  attachments: [],
  decodingDoubtful: false,
  truncated: false,
  report: null,
};

function written(text: string, rest: Partial<ParsedMessage> = {}): ParsedMessage {
  return { ...plain, text, ownText: ownText(text), ...rest };
}

const context = { timeZone: 'Europe/Amsterdam', isOurs: (address: string) => address.endsWith('@winkel.example') };

function read(text: string, rest: Partial<ParsedMessage> = {}, inner: ParsedMessage | null = null) {
  const found = readForward(written(text, rest), inner, context);
  return found === null ? null : { ...found, sender: found.sender?.address ?? null, receivedAt: found.receivedAt?.toString() ?? null };
}

const wish = 'Ik wil dat jullie mijn account verwijderen.';
const at = '2026-11-12T09:12:00Z';

describe('a message written out below a block', () => {
  test.each([
    [
      'Outlook, Dutch',
      `Kunnen jullie dit oppakken?\n\nGroet, Anna\n\n-----Oorspronkelijk bericht-----\nVan: Jan Jansen <jan@post.example>\nVerzonden: donderdag 12 november 2026 10:12\nAan: Anna <anna@winkel.example>\nOnderwerp: Account weg\n\n${wish}\n\nJan`,
    ],
    [
      'Outlook, Dutch, from HTML',
      `Zie onder.\n\n*Van:* Jan Jansen [mailto:jan@post.example] \n*Verzonden:* donderdag 12 november 2026 10:12\n*Aan:* Anna\n*CC:* Bram <bram@winkel.example>; Cees\n*Onderwerp:* Account weg\n\n${wish}`,
    ],
    [
      'Outlook, English',
      `From: Jan Jansen <jan@post.example<mailto:jan@post.example>>\nSent: Thursday, November 12, 2026 10:12 AM\nTo: Anna\nSubject: Account weg\nImportance: High\n\n${wish}`,
    ],
    [
      'Outlook, German',
      `Von: Jan Jansen <jan@post.example>\nGesendet: Donnerstag, 12. November 2026 10:12\nAn: Anna <anna@winkel.example>\nBetreff: Account weg\n\n${wish}`,
    ],
    [
      'Outlook, French',
      `De : Jan Jansen <jan@post.example>\nEnvoyé : jeudi 12 novembre 2026 10:12\nÀ : Anna <anna@winkel.example>\nObjet : Account weg\n\n${wish}`,
    ],
    [
      'Outlook for the web, lines apart',
      `________________________________\nVan: Jan Jansen <jan@post.example>\n\nVerzonden: donderdag 12 november 2026 10:12\n\nAan: Anna <anna@winkel.example>\n\nOnderwerp: Account weg\n\n${wish}`,
    ],
    [
      'Gmail, Dutch',
      `---------- Forwarded message ---------\nVan: Jan Jansen <jan@post.example>\nDate: do 12 nov 2026 om 10:12\nSubject: Account weg\nTo: <anna@winkel.example>\n\n\n${wish}`,
    ],
    [
      'Gmail, German',
      `---------- Forwarded message ---------\nVon: Jan Jansen <jan@post.example>\nDate: Do., 12. Nov. 2026 um 10:12 Uhr\nSubject: Account weg\nTo: <anna@winkel.example>\n\n${wish}`,
    ],
    [
      'Gmail, French',
      `---------- Forwarded message ---------\nDe : Jan Jansen <jan@post.example>\nDate: jeu. 12 nov. 2026 à 10:12\nSubject: Account weg\nTo: <anna@winkel.example>\n\n${wish}`,
    ],
    [
      'Apple Mail',
      `Ter info.\n\nBegin doorgestuurd bericht:\n\n> Van: Jan Jansen <jan@post.example>\n> Onderwerp: Account weg\n> Datum: 12 november 2026 om 10:12:00 CET\n> Aan: anna@winkel.example\n> \n> ${wish}`,
    ],
    [
      'Thunderbird',
      `-------- Doorgestuurd bericht --------\nOnderwerp: \tAccount weg\nDatum: \tThu, 12 Nov 2026 10:12:00 +0100\nVan: \tJan Jansen <jan@post.example>\nAan: \tAnna <anna@winkel.example>,\n Bram <bram@winkel.example>\n\n\n${wish}`,
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ sender: 'jan@post.example', receivedAt: at, subject: 'Account weg', certain: true });
    expect(read(text)?.ownText).toContain(wish);
    expect(read(text)?.ownText).not.toMatch(/oppakken|Zie onder|Ter info|Verzonden|Gesendet/);
  });

  test('passed on twice: the customer stands below our colleague', () => {
    const text = `Van: Bram <bram@winkel.example>\nVerzonden: vrijdag 13 november 2026 09:00\nAan: Anna\nOnderwerp: FW: Account weg\n\nVoor jou.\n\nVan: Jan <jan@post.example>\nVerzonden: donderdag 12 november 2026 10:12\nAan: Bram\nOnderwerp: Account weg\n\n${wish}`;
    expect(read(text)).toMatchObject({ sender: 'jan@post.example', receivedAt: at, ownText: wish });
  });

  test('among ourselves only: nobody is proposed, and what was written is read', () => {
    const text = `Van: Bram <bram@winkel.example>\nVerzonden: donderdag 12 november 2026 10:12\nOnderwerp: Bel\n\nEr belde iemand.`;
    expect(read(text)).toMatchObject({ sender: null, receivedAt: at, ownText: 'Er belde iemand.' });
  });

  test('what the customer quoted themselves is not theirs', () => {
    const text = `Van: Jan <jan@post.example>\nVerzonden: donderdag 12 november 2026 10:12\nOnderwerp: Re: Factuur\n\nGraag mijn gegevens.\n\nOp 1 november 2026 om 09:00 schreef Winkel <info@winkel.example>:\n> Wilt u uw account verwijderen?`;
    expect(read(text)?.ownText).toBe('Graag mijn gegevens.');
  });

  test.each([
    ['two addresses', 'Van: jan@post.example <piet@post.example>'],
    ['a name alone', 'Van: Jan Jansen'],
    ['no address', 'Van: jan@'],
  ])('%s: nobody is proposed', (_, from) => {
    expect(read(`${from}\nVerzonden: 12 november 2026 10:12\nOnderwerp: Weg\n\n${wish}`)).toMatchObject({ sender: null, ownText: wish });
  });

  test('a date that cannot be read is not proposed', () => {
    expect(read(`Van: Jan <jan@post.example>\nVerzonden: gisteren\nOnderwerp: Weg\n\n${wish}`)?.receivedAt).toBeNull();
  });
});

describe('what says that it is a forward', () => {
  test.each(['Fw: Weg', 'FWD: Weg', 'Doorst: Weg', 'WG: Weg', 'TR: Weg', '[Fwd: Weg]', 'TR : Weg'])('the subject %j', (subject) => {
    expect(read('Zie de bijlage.', { subject })).toMatchObject({ sender: null, receivedAt: null, certain: true });
  });

  test('a block under an ordinary reply may be one', () => {
    const block = `Prima.\n\nVan: Jan <jan@post.example>\nVerzonden: 12 november 2026 10:12\nOnderwerp: Weg\n\n${wish}`;
    expect(read(block, { subject: 'RE: Weg' })?.certain).toBe(false);
    expect(read(block, { subject: 'Weg' })?.certain).toBe(true);
  });

  test.each([
    ['an ordinary message', 'Hoe laat is de vergadering?', 'Vraag'],
    ['a reply', 'Prima.\n\nOp 1 november schreef jan@post.example:\n> Gaat dit door?', 'Re: Vraag'],
    ['one field', 'Van: mij\n\nDit is een gewoon bericht.', 'Vraag'],
    ['a list of points', 'Datum: morgen\nAan: iedereen\n\nTot dan.', 'Vraag'],
    ['a word that begins alike', 'Tekst', 'Wgens: x'],
  ])('%s is none', (_, text, subject) => expect(read(text, { subject })).toBeNull());
});

describe('a message attached', () => {
  const inner = written(wish, {
    from: { status: 'one', address: 'jan@post.example', name: 'Jan' },
    subject: 'Account weg',
    sentAt: '2026-11-12T09:00:00Z',
    headers: [
      { name: 'received', value: 'from a by mx.winkel.example with ESMTPS; Thu, 12 Nov 2026 10:12:00 +0100' },
      { name: 'received', value: 'from b by a; Thu, 12 Nov 2026 09:00:00 +0100' },
    ],
  });

  test('its own From, its top hop, its own words', () => {
    expect(read('Zie bijlage.', { subject: 'Klant' }, inner)).toEqual({
      sender: 'jan@post.example',
      receivedAt: at,
      subject: 'Account weg',
      ownText: wish,
      certain: true,
    });
  });

  test('without a hop its Date; with an unclear From nobody', () => {
    const drafted = { ...inner, headers: [], from: { status: 'doubtful', reason: 'several' } as const };
    expect(read('', {}, drafted)).toMatchObject({ sender: null, receivedAt: '2026-11-12T09:00:00Z' });
  });

  test('a colleague passed it on before: the block inside counts', () => {
    const text = `Van: Jan <jan@post.example>\nVerzonden: 12 november 2026 10:12\nOnderwerp: Weg\n\n${wish}`;
    const colleague = written(text, { from: { status: 'one', address: 'bram@winkel.example', name: '' } });
    expect(read('', {}, colleague)).toMatchObject({ sender: 'jan@post.example', receivedAt: at, ownText: wish });
  });
});

describe('hostile forwards', () => {
  test('any text is read without an error', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.constantFrom('Van: a@b.example', 'Verzonden: 12 nov 2026', 'Aan: x', 'Onderwerp: y', '', '> Van: q', 'From: <>', '>>>> '),
    );
    fc.assert(fc.property(fc.array(line, { maxLength: 40 }), (lines) => void read(lines.join('\n'))));
  });

  test.each([
    ['fields without end', 'Van: a@winkel.example\nVerzonden: 12 november 2026 10:12\n'],
    ['quote marks', '>'.repeat(500)],
    ['spaces', ' '.repeat(599)],
    ['addresses', `Aan: ${'a@b.example, '.repeat(40)}\n`],
    ['half blocks', 'Van: a@b.example\n\n\n'],
    ['recipients that go on', 'Aan: x\n <a@b.example>,\n'],
    ['at signs', `Van: ${'@'.repeat(590)}\nOnderwerp: x\n`],
  ])('%s cost little', (_, part) => {
    const text = part.repeat(Math.ceil(200_000 / part.length));
    const message = { ...plain, text, ownText: 'x' };
    const began = performance.now();
    readForward(message, null, context);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
