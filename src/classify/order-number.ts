import { findPaymentData } from '../privacy/payment.ts';
import type { FoundFact, PlacedText } from './placed.ts';

/** What is plainly called the number of an order or an invoice: the word says number already, or one behind it may. */
const named =
  "ordernummer|ordernr|ordernumber|bestel(?:nummer|nr)|factuur(?:nummer|nr)|bestell(?:nummer|nr)|auftragsnummer|rechnungsnummer|n[uú]mero de (?:pedido|factura|commande|fatura|encomenda)|num[eé]ro de (?:commande|facture)|numero (?:d[’']ordine|fattura)|numeru? zam[oó]wienia|numeru? faktury";
const things =
  'order|bestelling|factuur|aankoop|invoice|purchase|rechnung|bestellung|auftrag|commande|facture|pedido|compra|factura|ordine|fattura|zam[oó]wieni[ae]|faktur[aęy]|encomenda|fatura';
const order = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${named})|${things})(?:,? (?:met|with|mit|avec|con|o|com)(?: het| the| der| le| el| il| o)?(?= n))?[\\s:#.(]{0,3}(id|nr|no|num|number|nummer|num[eé]ro|n[uú]mero|numerze|numer|nº|n°|n\\.?[º°o]?(?= ?\\d))?[\\s:#.°º-]{0,4}(?:is|ist|est|was|es|è|to|é)?\\s{0,2}([A-Za-z]{0,6}(?:[-/][A-Za-z]{1,4})?[-_/]?\\d[\\w/-]{1,24})`,
  'giu',
);

/** The first number that is called one; never a day, an amount, a telephone number or payment data. */
export function findOrderNumber({ text }: Pick<PlacedText, 'text'>): FoundFact | null {
  for (const match of text.matchAll(order)) {
    const value = (match[3] ?? '').replace(/[-_/]+$/, '');
    const start = match.index + match[0].length - (match[3] ?? '').length;
    const end = start + value.length;
    const isCalledNumber = match[1] !== undefined || match[2] !== undefined || match[0].includes('#');
    if (value.length < 3 || isSomethingElse(value, isCalledNumber) || isAmount(text.slice(end, end + 8))) continue;
    const isPayment = findPaymentData(text.slice(start, end + 40)).some((found) => found.start === 0);
    if (!isPayment) return { value, start, end };
  }
  return null;
}

/** A date, an hour, "3rd", "100x"; a year or a telephone number where no word says that it is a number of an order. */
function isSomethingElse(value: string, isCalledNumber: boolean): boolean {
  if (/^\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?$|^\d{4}[-/]\d\d[-/]\d\d$/.test(value)) return true;
  if (/^\d{1,4}(?:h\d{0,2}|u|uur|x|st|nd|rd|th|e|er|eur|euro|euros|gb|mb)$/iu.test(value)) return true;
  const digits = value.replace(/[-/]/g, '');
  const isLikePhone = /^(?:0|31)\d{8,12}$/.test(digits) && (digits !== value || !isCalledNumber);
  return isLikePhone || (!isCalledNumber && /^20\d\d$/.test(value));
}

function isAmount(behind: string): boolean {
  return /^(?:[.,]\d{1,2})?\s?(?:€|\$|£|%|eur|usd|zł|pln|stuks|nummers|numbers)/iu.test(behind);
}
