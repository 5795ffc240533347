import { withoutPaymentData } from '../privacy/mask.ts';
import { findPhoneNumbers } from '../privacy/phone.ts';
import { type FoundChange, findChanges } from './changes.ts';
import type { Entities, FactEvidence } from './classification.ts';
import { findOrderNumber } from './order-number.ts';
import { type FoundFact, type PlacedText, placeSentences, quoteOf } from './placed.ts';
import type { Sentence } from './sentence.ts';
import { findServiceDate } from './service-date.ts';

/** What the rules found out before: facts mean something only beside a request. */
export interface EntityContext {
  readonly sentences: readonly Sentence[];
  /** The day of receipt, for dates without a year and for "yesterday"; null: such dates are not read. */
  readonly receivedOn: string | null;
  /** Whether the message may ask for a change of data. */
  readonly changeAsked: boolean;
}

/** More text than this is no letter; facts of the rest are for a person to find. Characters. */
const enough = 50_000;

/** Facts plainly written in a message, and the sentence that carries each. Never payment data. */
export function findEntities(
  subject: string,
  ownText: string,
  context: EntityContext,
): { readonly entities: Entities; readonly evidence: FactEvidence[] } {
  const sentences = context.sentences.slice(0, 500);
  const inSubject = placeSentences(
    subject.slice(0, 1000),
    sentences.filter((one) => one.origin === 'subject'),
  );
  const inText = placeSentences(
    ownText.slice(0, enough),
    sentences.filter((one) => one.origin === 'text'),
  );
  const parts = [inSubject, inText];
  const changes = context.changeAsked ? findChanges(inText).map((change) => [change, inText] as const) : [];
  const newEmail = changes.find(([{ field }]) => field === 'email')?.[0].newValue ?? null;
  const phones = phoneNumbersIn(parts);
  const orderNumber = firstOf(parts, findOrderNumber);
  const serviceDate = firstOf(parts, (part) => findServiceDate(part, context.receivedOn));
  const accountEmail = firstOf(parts, (part) => findAccountEmail(part, newEmail));
  return {
    entities: {
      phoneNumbers: phones.map(([{ value }]) => value),
      orderNumber: orderNumber?.[0].value ?? null,
      serviceDate: serviceDate?.[0].value ?? null,
      accountEmail: accountEmail?.[0].value ?? null,
      changes: changes.map(([{ field, newValue }]) => ({ field, newValue })),
    },
    evidence: [
      ...phones.map((one) => evidenceOf('phoneNumber', one)),
      ...[orderNumber].flatMap((one) => (one === null ? [] : [evidenceOf('orderNumber', one)])),
      ...[serviceDate].flatMap((one) => (one === null ? [] : [evidenceOf('serviceDate', one)])),
      ...[accountEmail].flatMap((one) => (one === null ? [] : [evidenceOf('accountEmail', one)])),
      ...changes.map((one) => ({ ...evidenceOf('change', one), field: one[0].field })),
    ],
  };
}

type Placed<Fact extends FoundFact> = readonly [fact: Fact, part: PlacedText];

function evidenceOf(fact: FactEvidence['fact'], [found, part]: Placed<FoundFact | FoundChange>): FactEvidence {
  return { fact, field: null, value: found.value, quote: quoteOf(part, found) };
}

function firstOf(parts: readonly PlacedText[], find: (part: PlacedText) => FoundFact | null): Placed<FoundFact> | null {
  for (const part of parts) {
    const found = find(part);
    if (found !== null) return [found, part];
  }
  return null;
}

/** Each number once, by its first place. */
function phoneNumbersIn(parts: readonly PlacedText[]): readonly Placed<FoundFact>[] {
  const found = new Map<string, Placed<FoundFact>>();
  for (const part of parts)
    for (const { e164, start, end } of findPhoneNumbers(part.text))
      if (!found.has(e164)) found.set(e164, [{ value: e164, start, end }, part]);
  return [...found.values()].slice(0, 50);
}

/** Words that make an address the one we know a customer by. */
const accountWords =
  /(?<![\p{L}])(?:accounts?|accountnaam|accountgegevens|kundenkonto|benutzerkonto|konto|konta|koncie|compte|cuenta|conta|(?:mio )?account|klant|customer|kunde|client|cliente|klient)(?![\p{L}])|ingelogd|inlog|log ?in|logged in|geregistreerd|registered|registriert|enregistr|inscrit|registrad|registrat|zarejestrowa|zalogowa|bekend (?:onder|als|met)|bij (?:u|jullie) bekend|on file|aangemeld|angemeldet|signed up/iu;
const address = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}.-]{3,253}$/u;

/** @param newEmail what the account's address is to become: not the one we know. */
function findAccountEmail({ sentences }: PlacedText, newEmail: string | null): FoundFact | null {
  for (let at = 0; at < sentences.length; at += 1) {
    const { sentence, start } = sentences[at] ?? {};
    if (sentence === undefined || start === undefined || !accountWords.test(sentence.text)) continue;
    const next = /[:=]\s*$/.test(sentence.text) ? sentences[at + 1] : undefined;
    for (const one of next === undefined ? [sentences[at]] : [sentences[at], next]) {
      const value = addressIn(one?.sentence.text ?? '', newEmail);
      if (one !== undefined && value !== null) return { value, start, end: one.end };
    }
  }
  return null;
}

function addressIn(text: string, newEmail: string | null): string | null {
  const found = withoutPaymentData(text)
    .split(/[\s<>()[\],;:"“”]+/)
    .map((word) => word.replace(/[.!?]+$/, ''))
    .find((word) => address.test(word) && word !== newEmail);
  return found ?? null;
}
