import { findPaymentData } from '../privacy/payment.ts';
import { findPhoneNumbers } from '../privacy/phone.ts';
import { findChanges } from './changes.ts';
import type { Entities } from './classification.ts';
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

const order =
  /(?<![\p{L}\p{N}])(?:order|bestel(?:ling|nummer|nr)?|factuur(?:nummer|nr)?|invoice|rechnung(?:snummer)?|bestell(?:ung|nummer)|auftrag(?:snummer)?|commande|facture|ordernummer|ordernr|ordernumber)[\s:#.]{0,3}(?:id|nr|no|num|number|nummer|num[eé]ro|n°)?[\s:#.°-]{0,4}(?:is|ist|est|was)?\s{0,2}([A-Za-z]{0,6}[-_/]?\d[\w/-]{1,24})/giu;
const accountWords =
  /account|konto|compte|ingelogd|inlog|login|log in|geregistreerd|registered|registriert|enregistr|bekend onder|on file|aangemeld|kundenkonto/i;
const address = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}.-]{3,253}$/u;

/** Facts plainly written in a message. Never payment data. */
export function findEntities(subject: string, ownText: string, context: EntityContext): Entities {
  const text = `${subject.slice(0, 1000)}\n${ownText.slice(0, enough)}`;
  const sentences = context.sentences.slice(0, 500);
  return {
    phoneNumbers: [...new Set(findPhoneNumbers(text).map((found) => found.e164))].slice(0, 50),
    orderNumber: findOrderNumber(text),
    serviceDate: findServiceDate(sentences, context.receivedOn),
    accountEmail: findAccountEmail(sentences),
    changes: context.changeAsked ? findChanges(sentences) : [],
  };
}

function findOrderNumber(text: string): string | null {
  for (const match of text.matchAll(order)) {
    const number = (match[1] ?? '').replace(/[-_/]+$/, '');
    const isDate = /^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$|^\d{4}-\d\d-\d\d$/.test(number);
    const rest = text.slice(match.index + match[0].length - number.length, match.index + match[0].length + 24);
    const isPayment = findPaymentData(rest).some((found) => found.start === 0);
    if (number.length >= 3 && !isDate && !isPayment) return number;
  }
  return null;
}

function findAccountEmail(sentences: readonly Sentence[]): string | null {
  for (const { text } of sentences) {
    if (!accountWords.test(text)) continue;
    const found = text
      .split(/[\s<>()[\],;:"“”]+/)
      .map((word) => word.replace(/[.!?]+$/, ''))
      .find((word) => address.test(word));
    if (found !== undefined) return found;
  }
  return null;
}
