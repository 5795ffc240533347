// What web forms send, in the shapes of several form programs; of our own writing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCustomer, readForm } from '../../src/intake/form.ts';
import type { Address, ParsedMessage } from '../../src/intake/message.ts';

function form(text: string, replyTo: readonly Address[] = []): ParsedMessage {
  return {
    headers: [],
    from: { status: 'one', address: 'formulier@winkel.example', name: 'Webformulier' },
    sender: null,
    replyTo,
    to: [],
    cc: [],
    subject: 'Nieuw bericht: account verwijderen, terugbetaling of inzage',
    messageId: null,
    inReplyTo: [],
    references: [],
    sentAt: null,
    text,
    ownText: text,
    attachments: [],
    decodingDoubtful: false,
    truncated: false,
    report: null,
  };
}

const isOurs = (address: string) => address.endsWith('@winkel.example');
const read = (text: string, replyTo: readonly Address[] = []) => readForm(form(text, replyTo), isOurs);
const jan: Address = { address: 'jan@post.example', name: 'Jan' };
const wish = 'Ik wil dat jullie mijn account verwijderen.';

describe('who the customer is', () => {
  test('the address in Reply-To; the name of the field when it has none', () => {
    expect(read(`E-mail: ander@post.example\nBericht: ${wish}`, [jan]).customer).toEqual(jan);
    expect(read(`Naam: Jan Jansen\nBericht: ${wish}`, [{ ...jan, name: '' }]).customer).toEqual({ ...jan, name: 'Jan Jansen' });
  });

  test.each([
    ['Dutch', `Naam: Jan Jansen\nE-mail: jan@post.example\nBericht: ${wish}`],
    ['Dutch, in bold', `*Naam:* Jan Jansen\n*Uw e-mailadres:* jan@post.example\n*Bericht:*\n${wish}`],
    ['English', `Name: Jan Jansen\nEmail: <jan@post.example>\nMessage:\n${wish}`],
    ['German', `Name: Jan Jansen\nE-Mail-Adresse: jan@post.example\nNachricht: ${wish}`],
    ['French', `Nom : Jan Jansen\nAdresse e-mail : jan@post.example\nMessage : ${wish}`],
    ['a table that became text', `Naam\nJan Jansen\n\nE-mailadres\njan@post.example\n\nBericht\n${wish}`],
  ])('else the line that names it: %s', (_, text) => {
    const { customer, words } = read(text);
    expect(customer).toEqual({ address: 'jan@post.example', name: 'Jan Jansen' });
    expect(words).toBe(wish);
  });

  test.each([
    ['nobody', `Bericht: ${wish}`, []],
    ['nobody but ourselves', `E-mail: formulier@winkel.example\nBericht: ${wish}`, [{ address: 'hulp@winkel.example', name: '' }]],
    ['no address', `E-mail: jan at post\nBericht: ${wish}`, []],
    ['two on the line', `E-mail: jan@post.example, piet@post.example\nBericht: ${wish}`, []],
    ['two in Reply-To', `Bericht: ${wish}`, [jan, { address: 'piet@post.example', name: '' }]],
    ['an address in the words alone', `Bericht: ${wish} Mail mij: jan@post.example`, []],
  ])('%s: a person looks', (_, text, replyTo) => {
    const filled = read(text, replyTo);
    expect(filled.customer).toBeNull();
    expect(filled.words).toContain(wish);
    expect(asCustomer(form(text), filled).from).toEqual({ status: 'doubtful', reason: 'none' });
  });

  test('our own address in Reply-To does not hide the line', () => {
    expect(read(`E-mail: jan@post.example\nBericht: ${wish}`, [{ address: 'hulp@winkel.example', name: '' }]).customer?.address).toBe(
      'jan@post.example',
    );
  });
});

describe('what the customer wrote', () => {
  test('the message field alone, with the numbers that stand beside it; not what the form says around it', () => {
    const text = `Er is een bericht via het formulier "verwijderen of annuleren".\n\nNaam: Jan\nE-mail: jan@post.example\nTelefoon: 06 1234 5678\nBestelnummer: 2026-0815\nOnderwerp: Mijn gegevens\nBericht:\nHallo,\n\n${wish}\n\nJan\n\nAkkoord: ja\nIP: 192.0.2.1\nPagina: https://winkel.example/contact`;
    const { words, subject } = read(text);
    expect(subject).toBe('Mijn gegevens');
    expect(words).toBe(`Hallo,\n\n${wish}\n\nJan\ntelefoon: 06 1234 5678\nbestelnummer: 2026-0815`);
  });

  test('lines in the message that look like labels do not cut it short', () => {
    const { words } = read(`E-mail: jan@post.example\nBericht: Twee dingen.\nNaam: moet veranderen in De Vries.\nDaarna:\n${wish}`);
    expect(words).toContain('Twee dingen.');
    expect(words).toContain('Naam: moet veranderen in De Vries.');
    expect(words).toContain(wish);
  });

  test('a word alone on a line takes nothing away from the message', () => {
    expect(read(`E-mail: jan@post.example\nBericht:\nMijn vraag gaat over mijn\nNaam\n${wish}`).words).toContain(wish);
  });

  test('a form that names no message field: everything that is no label', () => {
    expect(read(`Naam: Jan\nE-mail: jan@post.example\n\n${wish}`).words).toBe(wish);
  });

  test('an empty one has no words', () => expect(read('Naam:\nE-mail:\nBericht:\n').words).toBe(''));
});

describe('hostile forms', () => {
  test('any text is read without an error', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('E-mail: a@b.example', 'Bericht:', 'Naam', '', 'Bericht', 'Telefoon'),
    );
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => void read(lines.join('\n'))));
  });

  test.each(['Naam\n', 'E-mail: a@b.example\n', 'Bericht:\n', ':'.repeat(500), 'Naam:* * * * *', '@'.repeat(1000), ' '.repeat(999), '\n'])(
    '%j without end costs little',
    (part) => {
      const text = part.repeat(Math.ceil(200_000 / part.length));
      const began = performance.now();
      read(text);
      expect(performance.now() - began).toBeLessThan(500);
    },
  );
});
