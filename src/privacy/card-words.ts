/** What the words before a number say it is. Anchored at the end of what stands before it; a folded text. */

const linking = '(?:[\\s:#.=("\'-]|\\b(?:is|was|ist|war|est|es|van mij|of mine|nr|no|num|number|nummer|num[eé]ro|id|code)\\b){0,10}$';

const orderThings = [
  'order\\p{L}{0,10}|bestel\\p{L}{0,12}|factu\\p{L}{0,10}|invoice|ticket\\p{L}{0,8}|klant\\p{L}{0,8}|kunden\\p{L}{0,10}|customer|client',
  'rechnung\\p{L}{0,10}|auftrag\\p{L}{0,10}|commande|referenti\\p{L}{0,10}|reference|ref|kenmerk|dossier\\p{L}{0,8}|case|zaak\\p{L}{0,8}',
  'betaalkenmerk|payment reference|transacti\\p{L}{0,10}|transaktion\\p{L}{0,10}|purchase|aankoop|pedido|fattura|artikel\\p{L}{0,8}|article',
].join('|');
const ownNumbers = [
  'imei|iccid|imsi|sim(?:[- ]?ka?art)?(?:[- ]?(?:nr|nummer|number))?|ean|gtin|isbn|sscc|barcode|serial|serienummer|seriennummer',
  'tracking\\p{L}{0,10}|track ?& ?trace(?:code)?|zendings?\\p{L}{0,10}|zending|pakket\\p{L}{0,10}|sendung\\p{L}{0,10}|shipment|parcel|colis|suivi',
  'kvk|btw|vat|bsn|ust-?id|siren|siret',
].join('|');
const telephones =
  'tel|telefoon\\p{L}{0,8}|telefon\\p{L}{0,8}|t[eé]l[eé]phone|phone|mobiel|mobile|mobil|handy\\p{L}{0,8}|gsm|fax|whatsapp|rufnummer|did|ddi|lijn|line|bel|call|virtu(?:eel|al|ele)(?: num(?:mer|ber))?';
const cards = [
  'ka?art\\p{L}{0,12}|cards?|karten?\\p{L}{0,10}|carte|tarjeta|carta|kort|cr[eé]dit\\p{L}{0,10}|kredit\\p{L}{0,10}|debit|d[eé]bito?|pinpas|bankpas|betaalpas|pas\\b',
  'visa|master ?card|maestro|amex|american express|diners|discover|jcb|union ?pay|rupay|bancontact|v ?pay|girocard|cc|pan|карт\\p{L}{0,6}|بطاقة',
].join('|');

const words = (things: string) => new RegExp(`(?<![\\p{L}])(?:${things})${linking}`, 'iu');
const [orderLabel, ownLabel, phoneLabel] = [words(orderThings), words(ownNumbers), words(telephones)];
/** A card may be named some words before its number, in its own line or the one above. */
const cardWord = new RegExp(`(?<![\\p{L}])(?:${cards})(?![\\p{L}])`, 'iu');
const numberOfCard = /^(?:ka?art|cards?|cr[eé]dit|kredit|debit)/iu;

/** How far back words are looked for, in characters. */
const [near, wide] = [48, 80];

export type Label = 'order' | 'own-number' | 'telephone' | 'none';

/** What the words right before `start` call the number. */
export function labelBefore(folded: string, start: number): Label {
  const before = folded.slice(Math.max(0, start - near), start);
  // Numbers of parcels begin with letters: "tracking 1Z99 …".
  const own = ownLabel.exec(before.replace(/(?<![\p{L}\p{N}])\d?[A-Z]{1,4}$/u, ''))?.[0];
  if (own !== undefined && !numberOfCard.test(own)) return 'own-number';
  if (orderLabel.test(before)) return 'order';
  return phoneLabel.test(before) ? 'telephone' : 'none';
}

/** Whether a card is spoken of shortly before `start`. */
export function speaksOfCard(folded: string, start: number): boolean {
  return cardWord.test(folded.slice(Math.max(0, start - wide), start));
}

/** Codes that begin with letters or a year and a dash (`ORD-…`, `T-ORD-…`, `2026-…`), and addresses of pages. */
export function isPartOfCode(folded: string, start: number): boolean {
  const before = /[^\s,;"<>()]{0,200}$/.exec(folded.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  if (/^(?:https?:\/\/|www\.)/i.test(before)) return !/(?:card|pan|cc|iban|ka?art)[\w-]{0,12}[=/]$/i.test(before);
  if (/(?:^|[^\d])(?:19|20)\d\d[-/_]$/.test(before)) return true;
  const code = /(?<![\p{L}\p{N}])((?:[A-Z]{1,6}[-_/#])*[A-Z]{1,6})[-_/#]$|(?<![\p{L}\p{N}])([A-Za-z])$/u.exec(before);
  return code !== null && !cardWord.test(code[0].replace(/[-_/#]/g, ' '));
}
