import { findPaymentData } from './payment.ts';
import { apartFrom, type Stretch } from './stretch.ts';

/** A telephone number in a text, and the same number in E.164 (ITU-T). */
export interface PhoneStretch extends Stretch {
  readonly e164: string;
}

const candidate = /(?<![\p{L}\p{N}+#_/@.-])(?:\+|\(\+?|0|3)[\d ()\u00a0./-]{7,24}/gu;
const orderLabel =
  /(?:order|bestel|factuur|invoice|rechnung|commande|facture|klant|kunden|customer|client|ticket|case|zaak|dossier|kvk|btw|vat|referentie|reference|kenmerk|imei|iccid|sim|artikel)[\p{L}]{0,10}[\s:#.-]{0,3}(?:id|nr|no|num|number|nummer|num[eé]ro)?[\s:#.-]{0,4}(?:is|was)?\s?$/iu;
const phoneLabel =
  /(?:nummers?|numbers?|tel|telefoon|phone|mobiel|mobile|did|rufnummer|telefonnummer|telefoonnummer|num[eé]ro|lijn|line)[\s:.]{0,3}(?:is|ist|est)?[\s:]{0,2}$/iu;
const date = /^\(?\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d(?!\d)|^\d{4}-\d\d-\d\d/;

/**
 * Telephone numbers in reading order. Numbers without a country are Dutch. Order numbers, dates, card numbers and IBANs
 * are none; a number without `+` or a leading zero is one only behind a word that says so. Linear.
 */
export function findPhoneNumbers(text: string): PhoneStretch[] {
  const found: PhoneStretch[] = [];
  for (const match of text.matchAll(candidate)) {
    const start = match.index;
    const written = trimEnd(match[0]);
    const before = text.slice(Math.max(0, start - 40), start);
    const read = date.test(written) || orderLabel.test(before) ? null : readNumber(written, phoneLabel.test(before));
    if (read !== null && !/[\p{L}_]/u.test(text[start + read.length] ?? ''))
      found.push({ start, end: start + read.length, e164: read.number });
  }
  return apartFrom(found, findPaymentData(text));
}

/** What follows a number on its line may look like more of it; this many readings are tried, longest first. */
const readings = 6;

/** The longest beginning of `written` that is a number, with its length in characters. */
function readNumber(written: string, labelled: boolean): { readonly number: string; readonly length: number } | null {
  let tried = 0;
  for (let length = written.length; length >= 8 && tried < readings; length -= 1) {
    if (!isDigit(written[length - 1]) || isDigit(written[length])) continue;
    tried += 1;
    const number = toE164(written.slice(0, length), labelled);
    if (number !== null) return { number, length };
  }
  return null;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** E.164 for a number as written, or null. `labelled`: a word before it says that it is a telephone number. */
function toE164(written: string, labelled: boolean): string | null {
  const digits = written.replace(/\(0\)/, '').replace(/\D/g, '');
  if (/^\(?\+/.test(written)) return digits.startsWith('31') ? dutch(digits.slice(2)) : international(digits);
  if (digits.startsWith('0031')) return dutch(digits.slice(4));
  if (digits.startsWith('00')) return international(digits.slice(2));
  if (digits.startsWith('0')) return dutch(digits.slice(1));
  return labelled && digits.startsWith('31') ? dutch(digits.slice(2)) : null;
}

function international(digits: string): string | null {
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
}

/** National significant number, after the zero: nine digits; 97x (machines and virtual numbers) up to eleven; 800 and 900 service numbers. */
function dutch(digits: string): string | null {
  const national = digits.replace(/^0/, '');
  if (/^(?:[1-8]\d{8}|9[01]\d{7})$/.test(national) || /^97\d{7,9}$/.test(national) || /^(?:800|90[069])(?:\d{4}|\d{7})$/.test(national))
    return `+31${national}`;
  return null;
}

function trimEnd(written: string): string {
  return written.replace(/[^\d]{1,24}$/, '');
}
