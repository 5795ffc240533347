/** A stretch of a message: what its sender wrote now, or older text that was quoted under it. */
export interface Fold {
  readonly own: boolean;
  readonly text: string;
}

/**
 * The whole text in order, own words apart from quoted ones. The own words are lines of the text that intake found
 * (`ownText`), so walking both side by side tells them apart. Nothing is left out. Linear.
 */
export function foldQuotes(text: string, ownText: string): readonly Fold[] {
  const own = ownText.split('\n').filter((line) => line.trim() !== '');
  const folds: { own: boolean; lines: string[] }[] = [];
  let at = 0;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const last = folds.at(-1);
    const blank = line.trim() === '';
    const isOwn = blank ? (last?.own ?? true) : at < own.length && line.trimEnd() === own[at];
    if (isOwn && !blank) at += 1;
    if (last?.own === isOwn) last.lines.push(line);
    else folds.push({ own: isOwn, lines: [line] });
  }
  return folds.map(({ own: isOwn, lines }) => ({ own: isOwn, text: trimBlankLines(lines).join('\n') })).filter((fold) => fold.text !== '');
}

function trimBlankLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}
