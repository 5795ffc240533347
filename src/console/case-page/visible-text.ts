/**
 * Other people's words as staff read them. Characters nobody can see, or that turn the order of what stands around them
 * (Unicode TR36, TR9), are named where they stand, so that no address or amount reads otherwise than it is. Pure.
 */

/** A stretch of a text: words as they are, or the name of a character that would not be seen. */
export type Piece = { readonly text: string } | { readonly mark: string };

const names: Readonly<Record<string, string>> = {
  '\u00ad': 'SHY',
  '\u061c': 'ALM',
  '\u180e': 'MVS',
  '\u200b': 'ZWSP',
  '\u200c': 'ZWNJ',
  '\u200d': 'ZWJ',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\ufeff': 'BOM',
};

// A joiner belongs to the writing of Arabic, Indic scripts and emoji; anywhere else it only hides.
const joins = String.raw`\p{Extended_Pictographic}\u{fe0f}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}`;
const unseen = new RegExp(
  String.raw`(?<![${joins}])[\u200c\u200d]|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?![\n\t])\p{Cc}`,
  'gu',
);

/** The text in pieces; nothing of it is lost. */
export function visiblePieces(raw: string): readonly Piece[] {
  const text = raw.replace(/\r\n?/g, '\n');
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(unseen)) {
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ mark: nameOf(character) });
    from = index + character.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** The same as one line of plain text, for names, subjects and titles. */
export function visibleLine(text: string): string {
  const line = visiblePieces(text)
    .map((piece) => ('text' in piece ? piece.text : `[${piece.mark}]`))
    .join('');
  return line.replace(/\s+/g, ' ').trim();
}

function nameOf(character: string): string {
  return names[character] ?? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export interface CutText {
  readonly shown: string;
  /** Characters that are not shown. */
  readonly left: number;
}

const mostCharacters = 4_000;
const mostLines = 60;

/** The beginning of a long text, whole lines where it can; the rest is shown when somebody asks. */
export function cutText(text: string): CutText {
  let end = 0;
  for (let lines = 0; lines < mostLines && end < mostCharacters; lines += 1) {
    const next = text.indexOf('\n', end);
    if (next === -1) {
      end = text.length;
      break;
    }
    end = next + 1;
  }
  if (end > mostCharacters) end = mostCharacters;
  const last = text.charCodeAt(end - 1);
  if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
  return { shown: text.slice(0, end), left: text.length - end };
}
