/**
 * A text as numbers are looked for in it: one UTF-16 unit for each character a reader sees, digits of every script as
 * 0-9, letters that look Latin as Latin, and the many blanks, dashes and dots as one of each.
 */

export interface FoldedText {
  readonly folded: string;
  /** Where a unit of `folded` begins in the text, and where it ends. */
  startOf(unit: number): number;
  endOf(unit: number): number;
}

// Cyrillic and Greek capitals and small letters that are drawn as Latin ones.
const lookalikes = pairs('АВСЕНКМОРТХУІЈЅԚԜаеорсухіјѕԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABCEHKMOPTXYIJSQWaeopcyxijsqwABEZHIKMNOPTYX');

/** What stands for any character that is none of ours, and for a letter of which only that matters. */
const [other, otherLetter] = ['\u0001', '\u00aa'];

/** Most texts: every character stands for itself. */
const ordinary = /^[\t\n\r\x20-\x5b\x5d-\x7e]*$/;

export function foldText(text: string): FoldedText {
  if (ordinary.test(text)) return { folded: text.replace(/[\t\r]/g, ' '), startOf: (unit) => unit, endOf: (unit) => unit + 1 };
  const folded: string[] = [];
  const [starts, ends] = [new Uint32Array(text.length), new Uint32Array(text.length)];
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const next = at + (code > 0xffff ? 2 : 1);
    const character = code < 0x80 ? foldAscii(code) : foldOther(code);
    if (character !== '') {
      starts[folded.length] = at;
      ends[folded.length] = next;
      folded.push(character);
    }
    at = next;
  }
  return { folded: folded.join(''), startOf: (unit) => starts[unit] ?? 0, endOf: (unit) => ends[unit] ?? text.length };
}

function foldAscii(code: number): string {
  if (code >= 0x20 && code < 0x7f) return code === 0x5c ? '/' : String.fromCharCode(code);
  if (code === 0x0a || code === 0x0b || code === 0x0c) return '\n';
  return code === 0x09 || code === 0x0d ? ' ' : '';
}

const known = new Map<number, string>();

/** Kept for the next time, but not without end: a text may hold every character there is. */
function foldOther(code: number): string {
  const before = known.get(code);
  if (before !== undefined) return before;
  if (known.size > 4096) known.clear();
  const character = readOther(String.fromCodePoint(code), code);
  known.set(code, character);
  return character;
}

function readOther(character: string, code: number): string {
  // No width and no shape, or drawn onto the character before: a digit in a key or a circle stays a digit.
  if (/[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\p{Mn}\p{Me}]|(?!\u0085)\p{Cc}/u.test(character)) return '';
  if (/\p{Nd}/u.test(character)) return String(digitOf(code));
  if (/[\u0085\u2028\u2029]/.test(character)) return '\n';
  if (/\s/u.test(character)) return ' ';
  if (/[\p{Pd}\u2212\u2043\u2500\u2501\u02d7]/u.test(character)) return '-';
  if (/[\u00b7\u2022\u2024\u2027\u2219\u22c5\u3002\u30fb\uff0e\uff61]/.test(character)) return '.';
  if (/[\u2044\u2215\uff0f\uff3c]/.test(character)) return '/';
  if (/[\u2502\uff5c\u00a6]/.test(character)) return '|';
  if (/[\u203f\uff3f]/.test(character)) return '_';
  return lookalikes.get(character) ?? compatible(character);
}

/** Superior, circled and full-width characters as the plain ones they stand for (NFKC). */
function compatible(character: string): string {
  const plain = character.normalize('NFKC');
  if (/^(?:[\x21-\x7e]|\d\.|\(\d\))$/.test(plain)) return /\d/.exec(plain)?.[0] ?? plain;
  if (!/\p{L}/u.test(character)) return other;
  return character.length === 1 ? character : otherLetter;
}

/** Decimal digits stand in tens that begin at a code ending in 0 or 6, but for those of mathematics (Unicode 17, ch. 4.6). */
function digitOf(code: number): number {
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  const low = code & 0xf;
  const fromZero = low < 6 || (low < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - low)));
  return fromZero ? low : low - 6;
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((character, at) => [character, to[at] ?? character]));
}
