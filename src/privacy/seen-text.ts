/**
 * A text as a reader sees it: without what has no width and no shape (zero width, soft hyphens, turners of the writing
 * direction, variation selectors, tag characters that spell whole sentences; Unicode's Default_Ignorable_Code_Point) and
 * without control characters. Such characters carry words past the reader to a program.
 */

const unseen = /(?:\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]|(?![\t\n\r])\p{Cc})+/gu;

export function seenText(text: string): string {
  return text.replace(unseen, '');
}

/** The seen text, and where each of its UTF-16 units stands in `text`. */
export function placesOfSeen(text: string): { readonly seen: string; readonly places: readonly number[] } {
  const places: number[] = [];
  const keep = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) places.push(at);
  };
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(unseen)) {
    keep(from, index);
    from = index + gap.length;
  }
  keep(from, text.length);
  return { seen: seenText(text), places };
}

/**
 * The stretch of `text` that a reader sees as `words`, with everything unseen between them; null when there is none.
 * White space is white space, however it is written. Linear.
 */
export function findSeen(text: string, words: string): string | null {
  const wanted = seenText(words).replace(/\s+/g, ' ').trim();
  if (wanted === '') return null;
  const { seen, places } = placesOfSeen(text);
  let folded = '';
  const standing: number[] = [];
  for (const [at, unit] of seen.split('').entries()) {
    const blank = unit.trim() === '';
    if (blank && folded.endsWith(' ')) continue;
    folded += blank ? ' ' : unit;
    standing.push(places[at] ?? 0);
  }
  const at = folded.indexOf(wanted);
  const [first, last] = [standing[at], standing[at + wanted.length - 1]];
  return first === undefined || last === undefined ? null : text.slice(first, last + 1);
}
