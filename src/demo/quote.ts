/** Room for the text itself, so that a terminal of 100 columns shows bar and text. */
const width = 94;

/** A letter on a terminal: long lines folded, a bar before each. Lines of a list keep their indentation. */
export function quote(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => fold(line))
    .map((line) => `  │ ${line}`.trimEnd())
    .join('\n')
    .concat('\n');
}

function fold(line: string): readonly string[] {
  const marker = /^(?:[ >]|- )*/.exec(line)?.[0] ?? '';
  const folded: string[] = [];
  let current = marker;
  for (const word of line.slice(marker.length).split(' ')) {
    const begun = current.trim() !== '' && current !== marker;
    if (begun && current.length + 1 + word.length > width) {
      folded.push(current);
      current = marker.replaceAll('-', ' ') + word;
    } else current = begun ? `${current} ${word}` : current + word;
  }
  return [...folded, current];
}
