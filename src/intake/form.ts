/**
 * What one of our own web forms sent for a customer (`FORM_SENDERS`): who they are, and the words they wrote, without the
 * form's labels. The address is what somebody typed into a field and is never taken for authenticated. Reads line by line,
 * in linear time; whatever cannot be told apart stays in the words, because a request must not get lost between labels.
 */
import { normalAddress } from './address.ts';
import { ownText } from './body.ts';
import type { Address, ParsedMessage } from './message.ts';
import { oneLine } from './text.ts';

/** The customer's part of a form's message. */
export interface Filled {
  /** Null when the form names nobody, or several. */
  readonly customer: Address | null;
  /** What they chose as subject; empty when the form has no such field. */
  readonly subject: string;
  /** What they wrote. */
  readonly words: string;
}

type Field = 'name' | 'email' | 'subject' | 'message' | 'kept' | 'meta';

/** `kept`: stands beside the words, label and all, since its label says what it is (an order, a telephone number). */
const labels: ReadonlyMap<string, Field> = new Map(
  Object.entries({
    name: [
      ...['naam', 'uw naam', 'je naam', 'volledige naam', 'name', 'your name', 'full name', 'ihr name', 'nom', 'votre nom'],
      ...['nom et prénom', 'vor- und nachname', 'voor- en achternaam'],
    ],
    email: [
      ...['e-mail', 'email', 'mail', 'e-mailadres', 'emailadres', 'uw e-mail', 'uw e-mailadres', 'uw emailadres', 'je e-mailadres'],
      ...['email address', 'e-mail address', 'your email', 'your e-mail', 'your email address', 'e-mail-adresse', 'emailadresse'],
      ...[
        'ihre e-mail',
        'ihre e-mail-adresse',
        'adresse e-mail',
        'adresse email',
        'adresse mail',
        'courriel',
        'votre e-mail',
        'votre email',
      ],
    ],
    subject: ['onderwerp', 'subject', 'betreff', 'objet', 'sujet'],
    message: [
      ...['bericht', 'uw bericht', 'je bericht', 'vraag', 'uw vraag', 'opmerking', 'opmerkingen', 'uw opmerking', 'toelichting'],
      ...['message', 'your message', 'question', 'your question', 'comment', 'comments', 'remarks', 'nachricht', 'ihre nachricht'],
      ...['mitteilung', 'anfrage', 'ihre anfrage', 'votre message', 'commentaire', 'votre question', 'demande', 'votre demande'],
    ],
    kept: [
      ...['bestelnummer', 'ordernummer', 'order', 'order number', 'order no', 'bestellnummer', 'auftragsnummer', 'numéro de commande'],
      ...['commande', 'telefoon', 'telefoonnummer', 'mobiel', 'phone', 'phone number', 'telephone', 'mobile', 'telefon'],
      ...['telefonnummer', 'téléphone', 'numéro de téléphone', 'nummer', 'number', 'klantnummer', 'customer number', 'kundennummer'],
    ],
    meta: [
      ...['ip', 'ip-adres', 'ip address', 'browser', 'user agent', 'pagina'],
      ...['page', 'page url', 'url', 'seite', 'website', 'formulier', 'form', 'formular', 'formulaire', 'captcha', 'privacy'],
      ...['toestemming', 'akkoord', 'consent', 'einwilligung', 'consentement', 'nieuwsbrief', 'newsletter'],
    ],
  } satisfies Record<Field, readonly string[]>).flatMap(([field, names]) => names.map((name) => [name, field as Field] as const)),
);

/** @param isOurs the form's own and our own addresses, which no customer has */
export function readForm(message: ParsedMessage, isOurs: (address: string) => boolean): Filled {
  const read = readLines(message.text.split('\n'));
  const replyTo = message.replyTo.filter(({ address }) => !isOurs(address));
  const [only] = replyTo.length === 0 ? addressesIn(read.email, isOurs, read.name) : replyTo;
  const several = replyTo.length > 1 || addressesIn(read.email, isOurs, '').length > 1;
  const customer = only === undefined || several ? null : { ...only, name: only.name === '' ? read.name : only.name };
  return { customer, subject: read.subject, words: read.words };
}

/** The form's message as the customer's own: from them, in their words. */
export function asCustomer(message: ParsedMessage, { customer }: Filled): ParsedMessage {
  return { ...message, from: customer === null ? { status: 'doubtful', reason: 'none' } : { status: 'one', ...customer } };
}

interface ReadLines {
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  readonly words: string;
}

function readLines(lines: readonly string[]): ReadLines {
  const found = { name: '', email: '', subject: '' };
  const [before, below, kept]: [string[], string[], string[]] = [[], [], []];
  let words = before;
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at] ?? '';
    const line = fieldOf(text) ?? labelAlone(lines, at);
    if (line === null) {
      words.push(text);
      continue;
    }
    if (line.field === 'message') {
      words = below;
      if (line.value !== '') below.push(line.value);
      continue;
    }
    // Below the message's label somebody may have written "Naam: moet veranderen in …": that stays in the words too.
    if (words === below && line.field !== 'meta' && line.field !== 'kept') below.push(text);
    // A label without a colon has its value on the line below.
    if (words !== below && !text.includes(':') && line.value !== '') at = line.at;
    if (line.field === 'kept') kept.push(`${line.label}: ${line.value}`);
    else if (line.field !== 'meta' && found[line.field] === '') found[line.field] = line.value;
  }
  const own = below.some((text) => text.trim() !== '') ? below : before;
  return { name: oneLine(found.name, 200), email: found.email, subject: oneLine(found.subject, 500), words: joined(own, kept) };
}

function joined(own: readonly string[], kept: readonly string[]): string {
  const words = own.some((text) => text.trim() !== '') ? ownText(own.join('\n')) : '';
  return [words, ...kept.filter((line) => !line.endsWith(': '))].join('\n').trim();
}

interface Line {
  readonly field: Field;
  readonly label: string;
  readonly value: string;
  /** Where its value stands. */
  readonly at: number;
}

const longestLabel = 40;

/** "E-mail: jan@post.example", also in bold. */
function fieldOf(text: string): Line | null {
  const colon = text.slice(0, longestLabel).search(/[:：]/);
  if (colon < 1) return null;
  const label = plainLabel(text.slice(0, colon));
  const field = labels.get(label);
  if (field === undefined) return null;
  const value = text
    .slice(colon + 1, colon + 2_000)
    .replace(/^[\s*_]{1,6}/, '')
    .trim();
  return { field, label, value, at: 0 };
}

/** A label on a line of its own, its value on the next written line: a table that became text. */
function labelAlone(lines: readonly string[], at: number): Line | null {
  const text = lines[at] ?? '';
  if (text.length > longestLabel) return null;
  const label = plainLabel(text);
  const field = labels.get(label);
  if (field === undefined) return null;
  if (field === 'message') return { field, label, value: '', at };
  const below = [at + 1, at + 2].find((next) => (lines[next] ?? '').trim() !== '');
  const value = below === undefined ? '' : (lines[below] ?? '').slice(0, 2_000).trim();
  return below === undefined || labels.has(plainLabel(value)) ? { field, label, value: '', at } : { field, label, value, at: below };
}

function plainLabel(text: string): string {
  return text
    .slice(0, longestLabel)
    .replaceAll(/[*_:：?\u00a0]/g, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase();
}

function addressesIn(value: string, isOurs: (address: string) => boolean, name: string): readonly Address[] {
  const words = value.slice(0, 1_000).split(/[\s<>()[\]"',;]{1,20}/);
  const addresses = new Set(words.filter((word) => word.includes('@')).map((word) => normalAddress(word.replace(/^mailto:/i, ''))));
  return [...addresses].filter((address) => address !== null && !isOurs(address)).map((address) => ({ address: address ?? '', name }));
}
