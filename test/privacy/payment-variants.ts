// Payment data as people write it, and numbers that are none, both made anew from a seed. Written from letters, bank
// cards, invoices and parcel slips, not from the code that is tried: networks and countries have their own tables here.
import { random } from '../support/random.ts';

export interface Variant {
  readonly text: string;
  /** The number that must not be readable any more, digits and letters only; of a negative: that must stay. */
  readonly number: string;
  readonly sort: string;
}

interface Dice {
  next(): number;
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  digits(count: number): string;
}

function dice(seed: number): Dice {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
  };
}

/** Network, how its numbers begin, how long they are, and how they are printed. */
const networks: readonly (readonly [name: string, prefixes: readonly string[], length: number, printed: readonly number[]])[] = [
  ['visa', ['4'], 16, [4, 4, 4, 4]],
  ['visa-19', ['4'], 19, [4, 4, 4, 4, 3]],
  ['mastercard', ['51', '52', '53', '54', '55', '2221', '2345', '2500', '2699', '2720'], 16, [4, 4, 4, 4]],
  ['amex', ['34', '37'], 15, [4, 6, 5]],
  ['diners', ['300', '305', '36', '38', '39'], 14, [4, 6, 4]],
  ['discover', ['6011', '644', '649', '65'], 16, [4, 4, 4, 4]],
  ['jcb', ['3528', '3530', '3566', '3589'], 16, [4, 4, 4, 4]],
  ['unionpay', ['62', '6221', '6250'], 16, [4, 4, 4, 4]],
  ['unionpay-19', ['62', '6228'], 19, [6, 13]],
  ['maestro', ['5018', '5020', '5038', '5893', '6304', '6759', '6761', '6763'], 16, [4, 4, 4, 4]],
  ['maestro-18', ['5018', '6304', '6759'], 18, [4, 4, 4, 4, 2]],
  ['bancontact', ['6703'], 17, [4, 4, 4, 4, 1]],
  ['mir', ['2200', '2202', '2204'], 16, [4, 4, 4, 4]],
  ['rupay', ['60', '6521', '508', '81', '82'], 16, [4, 4, 4, 4]],
];
/** As long as a telephone number: nobody knows them for a card's unless a card is spoken of. */
const shortNetworks: typeof networks = [
  ['visa-13', ['4'], 13, [4, 4, 4, 1]],
  ['maestro-12', ['5018', '6304', '6761'], 12, [4, 4, 4]],
  ['maestro-13', ['5020', '6759'], 13, [4, 4, 5]],
];

/** Country and its account part: a letter stands for a capital, n for a digit, c for either. */
const countries: Readonly<Record<string, string>> = {
  NL: 'aaaannnnnnnnnn',
  BE: 'nnnnnnnnnnnn',
  DE: 'nnnnnnnnnnnnnnnnnn',
  FR: 'nnnnnnnnnncccccccccccnn',
  GB: 'aaaannnnnnnnnnnnnn',
  ES: 'nnnnnnnnnnnnnnnnnnnn',
  IT: 'annnnnnnnnncccccccccccc',
  LU: 'nnncccccccccccccc'.slice(0, 16),
  PL: 'nnnnnnnnnnnnnnnnnnnnnnnn',
  PT: 'nnnnnnnnnnnnnnnnnnnnn',
  AT: 'nnnnnnnnnnnnnnnn',
  CH: 'nnnnncccccccccccc',
  IE: 'aaaannnnnnnnnnnnnn',
  NO: 'nnnnnnnnnnn',
  SE: 'nnnnnnnnnnnnnnnnnnnn',
  MT: 'aaaannnnncccccccccccccccccc',
  TR: 'nnnnnncccccccccccccccc',
  RO: 'aaaacccccccccccccccc',
  BG: 'aaaannnnnncccccccc',
  AE: 'nnnnnnnnnnnnnnnnnnn',
};

function makeCard({ digits, pick }: Dice, prefixes: readonly string[], length: number): string {
  const prefix = pick(prefixes);
  const body = prefix + digits(length - 1 - prefix.length);
  for (let check = 0; check < 10; check += 1) if (luhn(`${body}${check}`)) return `${body}${check}`;
  throw new Error('no check digit fits');
}

function luhn(number: string): boolean {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const sum = [...number].reverse().reduce((total, digit, at) => total + (at % 2 === 1 ? (doubled[Number(digit)] ?? 0) : Number(digit)), 0);
  return sum % 10 === 0;
}

function makeIban({ pick, below }: Dice): string {
  const country = pick(Object.keys(countries));
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const account = [...(countries[country] ?? '')].map((kind) => {
    if (kind === 'a' || (kind === 'c' && below(5) === 0)) return letters[below(26)];
    return String(below(10));
  });
  const numeric = [...`${account.join('')}${country}00`].map((character) => Number.parseInt(character, 36)).join('');
  return `${country}${String(98n - (BigInt(numeric) % 97n)).padStart(2, '0')}${account.join('')}`;
}

const blanks = [' ', '\u00a0', '\u2009', '\u202f', '\u2003', '\t', '  '];
const marks = ['-', '.', '/', '_', '\u2013', '\u2014', '\u2011', '\u2212', '\u00b7', ' - ', ' \u2013 ', ' / ', '|'];
const breaks = ['\n', '\r\n', ' \n', '\n> ', '\u2028'];
const unseen = ['\u200b', '\u00ad', '\u200d', '\ufeff', '\u2060', '\u200e'];
/** The zeros of scripts in which people write their digits. */
const zeros = [0xff10, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x1d7ce, 0x1d7f6, 0x17e0, 0x0be6, 0xa9d0, 0x104a0];
const drawn: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Ε',
  K: 'К',
  M: 'Μ',
  N: 'Ν',
  O: 'О',
  P: 'Р',
  T: 'Т',
  H: 'Н',
  I: 'І',
};

function group(number: string, sizes: readonly number[], between: (place: number) => string): string {
  let [text, from] = ['', 0];
  for (const [place, size] of [...sizes, number.length].entries()) {
    if (from >= number.length) break;
    text += (place === 0 ? '' : between(place)) + number.slice(from, from + size);
    from += size;
  }
  return text;
}

/** One spelling of a number; its name says which. */
function spell(die: Dice, number: string, printed: readonly number[]): readonly [text: string, how: string] {
  const { pick, below } = die;
  const [blank, mark] = [pick(blanks), pick(marks)];
  switch (below(11)) {
    case 0:
      return [number, 'unbroken'];
    case 1:
    case 2:
      return [group(number, printed, () => ' '), 'printed'];
    case 3:
      return [group(number, printed, () => blank), 'blanks'];
    case 4:
      return [group(number, printed, () => mark), 'marks'];
    case 5: {
      const broken = 1 + below(printed.length - 1);
      const line = pick(breaks);
      return [group(number, printed, (place) => (place === broken ? line : ' ')), 'line-break'];
    }
    case 6:
      return [[...number].join(blank), 'one by one'];
    case 7:
      return [group(number, Array(Math.ceil(number.length / 2)).fill(2), () => pick([' ', blank])), 'in pairs'];
    case 8: {
      const zero = pick(zeros);
      const text = below(2) === 0 ? number : group(number, printed, () => ' ');
      return [text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))), 'other script'];
    }
    case 9: {
      const place = 1 + below(number.length - 2);
      return [`${number.slice(0, place)}${pick(unseen)}${number.slice(place)}`, 'unseen character'];
    }
    default:
      return [group(number, [1 + below(6), 1 + below(6), 1 + below(6)], () => pick([' ', '-', '.'])), 'grouped at will'];
  }
}

const cardSentences = [
  'Mijn kaartnummer is #, wilt u het bedrag daarop terugstorten?',
  'Please refund to card # (exp 08/27).',
  'Kreditkarte: #, gültig bis 11/28.',
  'Ma carte : # merci',
  '#',
  'Ik heb betaald met #.',
  'I paid with # on 3 March, my order is T-ORD-4812.',
  'kaart#dank',
  '(#)',
  'Kaart: #\nMijn telefoonnummer is 06-12345678',
  'Vervaldatum 04/29, nummer # en mijn naam is Jansen',
  'Bestelling 20481 is betaald met "#"',
  'card=#;cvc=123',
  '> #\n\nDat was het.',
  'visa:#',
];
const shortSentences = ['Mijn kaartnummer is #.', 'card #', 'Visa/Maestro #, thanks', 'Ik betaalde met mijn pas: #'];
const ibanSentences = [
  'Mijn rekeningnummer is #.',
  'IBAN: #',
  'IBAN:#',
  'Stort het terug op # t.n.v. J. Jansen',
  'Please refund to # as soon as you can',
  '#',
  'rekening#',
  'Konto # bei der Sparkasse',
  'iban#, dank u',
  'Geld terug\n#\nMet vriendelijke groet',
  'NL, # en niet de oude',
];

/** `count` texts with one card number or IBAN each. */
export function paymentVariants(count: number, seed: number): readonly Variant[] {
  const die = dice(seed);
  return Array.from({ length: count }, (_, at) => (at % 5 < 3 ? cardVariant(die) : ibanVariant(die)));
}

function cardVariant(die: Dice): Variant {
  const isShort = die.below(12) === 0;
  const [name, prefixes, length, printed] = die.pick(isShort ? shortNetworks : networks);
  const number = makeCard(die, prefixes, length);
  const [written, how] = spell(die, number, printed);
  return { text: die.pick(isShort ? shortSentences : cardSentences).replace('#', () => written), number, sort: `${name}, ${how}` };
}

function ibanVariant(die: Dice): Variant {
  const number = makeIban(die);
  const [spelled, how] = spell(die, number, Array(Math.ceil(number.length / 4)).fill(4));
  const turn = die.below(6);
  const written =
    turn === 0
      ? spelled.toLowerCase()
      : turn === 1
        ? spelled.replace(/^[A-Z]+/, (country) => [...country].map((one) => drawn[one] ?? one).join(''))
        : spelled;
  return { text: die.pick(ibanSentences).replace('#', () => written), number, sort: `iban, ${how}, ${turn}` };
}

/** `count` texts with one number each that is no payment data; every second has ten to fifteen digits and no word that names it. */
export function otherNumbers(count: number, seed: number): readonly Variant[] {
  const die = dice(seed);
  return Array.from({ length: count }, (_, at) => (at % 2 === 0 ? unnamedNumber(die) : namedNumber(die)));
}

const unnamedSentences = [
  'Kunt u # doorschakelen naar mijn mobiel?',
  'Het gaat om #.',
  'Ik wil # graag opzeggen en mijn geld terug.',
  'Why does # not ring any more?',
  '#',
  'Can you move # to another account, please?',
  '# werkt niet',
  'Bitte löschen Sie #, danke.',
  'Ik huur bij u # en #2.',
  'Delete everything you have on # and confirm.',
  'Hallo,\n\n#\n\ngroet, Eva',
];

/** Telephone numbers as tenants of virtual numbers write them, and orders without a word. */
function unnamedNumber(die: Dice): Variant {
  const make = die.pick([dutchVirtual, dutchVirtual, dutchVirtual, dutchNumber, foreignNumber, foreignNumber, plainOrder]);
  const [first, second] = [make(die), make(die)];
  const text = die
    .pick(unnamedSentences)
    .replace('#2', () => second)
    .replace('#', () => first);
  return { text, number: compact(first), sort: make.name };
}

function dutchVirtual(die: Dice): string {
  const rest = `97${die.pick(['010', '005', '0', ''])}${die.digits(6)}`.padEnd(11, die.digits(1)).slice(0, die.pick([9, 11, 11]));
  const country = die.pick(['31', '31 ', '+31 ', '+31', '0031', '0031 ', '(31) ', '+31(0)', '0']);
  const sizes = die.pick([[11], [2, 3, 3, 3], [3, 4, 4], [2, 9], [3, 8], [2, 2, 2, 2, 3], [5, 3, 3]]);
  const between = die.pick([' ', ' ', '-', '.', '']);
  return country + group(rest, sizes, () => between);
}

function dutchNumber(die: Dice): string {
  const national = die.pick(['85', '88', '20', '10', '6', '6', '800', '900']) + die.digits(7);
  const nine = national.slice(0, 9).padEnd(9, '4');
  const country = die.pick(['0', '31', '+31', '0031', '31 ', '+31 ']);
  return country + group(nine, die.pick([[9], [1, 8], [2, 3, 4], [3, 6], [2, 7], [1, 2, 2, 2, 2]]), () => die.pick([' ', '-']));
}

function foreignNumber(die: Dice): string {
  const [country, sizes] = die.pick<readonly [string, readonly number[]]>([
    ['49', [3, 8]],
    ['49', [3, 4, 4]],
    ['49', [2, 4, 5]],
    ['44', [4, 6]],
    ['44', [2, 4, 4]],
    ['33', [1, 2, 2, 2, 2]],
    ['32', [3, 2, 2, 2]],
    ['34', [3, 3, 3]],
    ['1', [3, 3, 4]],
    ['43', [3, 7]],
    ['41', [2, 3, 2, 2]],
    ['48', [3, 3, 3]],
    ['358', [2, 3, 4]],
    ['37', [3, 3, 5]],
    ['55', [2, 5, 4]],
    ['62', [3, 4, 4]],
    ['86', [3, 4, 4]],
    ['52', [2, 4, 4]],
    ['7', [3, 3, 2, 2]],
    ['380', [2, 3, 2, 2]],
  ]);
  const digits = sizes.reduce((sum, size) => sum + size, 0);
  const national = `${1 + die.below(9)}${die.digits(digits - 1)}`;
  const between = die.pick([' ', '', '', '-', '.']);
  return die.pick(['', '', '+', '00']) + country + between + group(national, sizes, () => between);
}

function plainOrder(die: Dice): string {
  const year = 2022 + die.below(6);
  return die.pick([
    () => `${year}${die.digits(6 + die.below(5))}`,
    () => `${year}-${die.digits(8)}`,
    () => `${1 + die.below(9)}${die.digits(9 + die.below(6))}`,
    () => `${year}${String(1 + die.below(12)).padStart(2, '0')}${String(1 + die.below(28)).padStart(2, '0')}${die.digits(4)}`,
    () => `10${die.digits(8)}`,
    () => `17${die.digits(11)}`,
  ])();
}

/** Numbers with a word, or of a build, that says what they are; of any length, so also of a card's. */
function namedNumber(die: Dice): Variant {
  const { digits, pick } = die;
  const long = () => `${pick(['4', '51', '55', '36', '37', '6011', '62', '', ''])}${digits(16)}`.slice(0, 10 + die.below(7));
  const [text, sort] = pick<() => readonly [string, string]>([
    () => [`Mijn bestelling T-ORD-${pick([digits(6), long()])} is niet geleverd`, 'order code'],
    () => [`ordernummer ${long()}`, 'order label'],
    () => [`Order number: ${long()}, please cancel`, 'order label'],
    () => [`bestelnummer is ${long()}.`, 'order label'],
    () => [`Factuur 2026-000${digits(5)} klopt niet`, 'invoice'],
    () => [`factuurnummer: ${long()}`, 'invoice'],
    () => [`INV-${long()}`, 'invoice'],
    () => [`Invoice no. ${long()} was paid twice`, 'invoice'],
    () => [`klantnummer ${long()}`, 'customer'],
    () => [`Customer ID ${long()}`, 'customer'],
    () => [`Kundennummer: ${long()}`, 'customer'],
    () => [`Mijn nummer is ${dutchVirtual(die)}`, 'telephone label'],
    () => [`tel: ${dutchNumber(die)}`, 'telephone label'],
    () => [`Tel. ${foreignNumber(die)}`, 'telephone label'],
    () => [`my number ${dutchVirtual(die)} and also ${dutchVirtual(die)}`, 'telephone label'],
    () => [`Zending 3SABCD${digits(9)}`, 'parcel'],
    () => [`tracking ${pick(['9400', '9405', '1Z99', '0034'])} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(2)}`, 'parcel'],
    () => [`Track & trace: 00${digits(18)}`, 'parcel'],
    () => [`IMEI 35${digits(13)}`, 'device'],
    () => [`ICCID 8931${digits(15)}`, 'device'],
    () => [`ICCID: 8931 ${digits(4)} ${digits(4)} ${digits(4)} ${digits(3)}`, 'device'],
    () => [`EAN 87${digits(11)}`, 'device'],
    () => [`KvK ${digits(8)}, btw NL${digits(9)}B01`, 'company'],
    () => [`https://volg.example/zending/${long()}?id=${long()}`, 'link'],
    () => [`Betreft ${long()}-${digits(3)}, ingediend op 12-03-2026 14:05`.replace(/^Betreft \d+/, `Betreft ${digits(10)}`), 'date'],
    () => [`2026-11-${10 + die.below(18)}T23:17:5${die.below(10)}.${digits(6)}Z`, 'date'],
    () => [`${dutchNumber(die)}\n${dutchNumber(die)}\n${dutchVirtual(die)}\n${dutchVirtual(die)}`, 'list'],
    () => [`${dutchVirtual(die)}, ${dutchVirtual(die)} en ${dutchNumber(die)}`, 'list'],
    () => [
      Array.from({ length: 2 + die.below(4) }, () => pick([dutchNumber, foreignNumber, dutchVirtual, plainOrder])(die)).join('\n'),
      'list',
    ],
    () => [
      Array.from({ length: 2 + die.below(4) }, () => pick([dutchNumber, foreignNumber])(die)).join(pick([' ', ' / ', '\n\n'])),
      'list',
    ],
    () => [`Graag € 1.${digits(3)},${digits(2)} terug over ${digits(10)}`, 'amount'],
    () => [`Zaak T-${digits(4)}-${digits(4)}-${digits(1)}`, 'reference'],
  ])();
  return { text, number: compact(text), sort };
}

export function compact(text: string): string {
  return text.replace(/\D/g, '');
}
