/** One word as the rules see it: lower case, without accents. `clause` counts the commas and the "but"s before it. */
export interface Word {
  readonly text: string;
  readonly clause: number;
}

/** A sentence of a message. `text` stands in the subject or in the sender's own text word for word. */
export interface Sentence {
  readonly text: string;
  readonly origin: 'subject' | 'text';
  /** Counts blank lines; the subject is paragraph 0. */
  readonly paragraph: number;
  readonly asks: boolean;
  readonly words: readonly Word[];
}

/** Nothing in a sentence that is longer than this can be near anything else in it, so it is cut. Characters. */
const longest = 600;
/** A line shorter than this (characters) was ended on purpose, a longer one was wrapped by a mail program. */
const wrappedFrom = 50;

const abbreviations = new Set(
  'art artt arts nr no nrs abs ziff lit bzw ca evt bv bijv o.a d.w.z z.b e.g i.e etc mr mrs ms dr dhr mevr mw hr fr sr sra sig par para sec odst pism pkt st ust tel str jl blz p.s dn inc ltd vgl incl excl'.split(
    ' ',
  ),
);
const turns = new Set(['but', 'maar', 'aber', 'sondern', 'mais', 'pero', 'doch']);
const elided = /^(?:l|d|j|n|m|s|c|t|qu|dell|all|nell|sull|dall)'(.+)$/;

/** Splits a message into sentences, in reading order, subject first. Linear in its length. */
export function splitSentences(subject: string, ownText: string): Sentence[] {
  const found = sentencesOf(subject, 'subject', 0);
  let paragraph = 0;
  for (const block of ownText.split(/\n[ \t\r]*\n/)) {
    paragraph += 1;
    found.push(...sentencesOf(block, 'text', paragraph));
  }
  return found;
}

function sentencesOf(block: string, origin: Sentence['origin'], paragraph: number): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of sentenceEnds(block)) {
    for (const text of cutLong(block.slice(start, end))) {
      const words = wordsOf(text);
      if (words.length > 0) sentences.push({ text, origin, paragraph, asks: text.includes('?'), words });
    }
    start = end;
  }
  return sentences;
}

function sentenceEnds(block: string): number[] {
  const ends: number[] = [];
  let lineStart = 0;
  for (let at = 0; at < block.length; at += 1) {
    const character = block[at];
    if (character === '\n') {
      if (endsOnPurpose(block, lineStart, at)) ends.push(at + 1);
      lineStart = at + 1;
    } else if (character === '!' || character === '?' || character === '…') {
      if (isSpace(block[at + 1])) ends.push(at + 1);
    } else if (character === '.' && isSpace(block[at + 1]) && !abbreviates(block, at)) ends.push(at + 1);
  }
  ends.push(block.length);
  return ends;
}

function endsOnPurpose(block: string, lineStart: number, lineEnd: number): boolean {
  if (lineEnd - lineStart < wrappedFrom) return true;
  return /^\s{0,20}(?:[-*•>]|\d{1,2}[.)]|[A-Za-z]\)|[\p{L} /-]{2,30}:)/u.test(block.slice(lineEnd + 1, lineEnd + 60));
}

function abbreviates(block: string, dot: number): boolean {
  const word = /(\S{1,12})$/.exec(block.slice(Math.max(0, dot - 12), dot))?.[1] ?? '';
  return abbreviations.has(word.replace(/^.{0,6}[('"’]/, '').toLowerCase()) || /^\d{1,2}$/.test(word) || /^\p{Lu}$/u.test(word);
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || character.trim() === '';
}

function cutLong(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > longest) {
    // Looked for in this piece alone: a line without blanks would be gone through again for each.
    const space = start + text.slice(start, start + longest + 1).lastIndexOf(' ');
    const end = space > start ? space : start + longest;
    pieces.push(text.slice(start, end).trim());
    start = end;
  }
  pieces.push(text.slice(start).trim());
  return pieces;
}

function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^ -~\s]/.test(lower)) return lower;
  return (
    lower
      .normalize('NFD')
      // With what nobody sees: a soft hyphen, a blank of no width or a turn of direction parts no word.
      .replace(/\p{Mn}|\p{Default_Ignorable_Code_Point}/gu, '')
      .replaceAll('ß', 'ss')
      .replaceAll('ł', 'l')
      .replaceAll('ø', 'o')
      .replaceAll('’', "'")
  );
}

/** The words of a text, folded: lower case, no accents, `ß` as `ss`, French elisions apart. */
export function wordsOf(text: string): Word[] {
  const folded = fold(text);
  const words: Word[] = [];
  let clause = 0;
  let end = 0;
  for (const match of folded.matchAll(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu)) {
    const between = folded.slice(end, match.index);
    end = match.index + match[0].length;
    if (words.length > 0 && /[,;:()–—\n]|\.\s| - /.test(between)) clause += 1;
    const bare = elided.exec(match[0]);
    const parts = bare?.[1] === undefined ? [match[0]] : [match[0].slice(0, match[0].indexOf("'")), bare[1]];
    for (const part of parts) {
      if (turns.has(part)) clause += 1;
      words.push({ text: part, clause });
    }
  }
  return words;
}
