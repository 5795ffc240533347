/**
 * Rows of a comma-separated file (RFC 4180): quoted fields with doubled quotes, commas and line ends in them; CRLF, LF or
 * CR between rows; a byte order mark and blank lines are passed over. Null when a quote is never closed.
 */
export function readCsv(text: string): readonly (readonly string[])[] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const endRow = () => {
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at);
    if (field === null) return null;
    row.push(field.value);
    at = field.end;
    const next = text[at];
    if (next === ',') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (next === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows;
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function plain(text: string, start: number): Field {
  let end = start;
  while (end < text.length && !isEnd(text[end])) end += 1;
  return { value: text.slice(start, end), end };
}

function quoted(text: string, start: number): Field | null {
  const parts: string[] = [];
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    parts.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') {
      // What stands between the closing quote and the comma belongs to the field: some programs write it so.
      const rest = plain(text, quote + 1);
      return { value: parts.join('') + rest.value, end: rest.end };
    }
    parts.push('"');
    at = quote + 2;
  }
}

function isEnd(character: string | undefined): boolean {
  return character === ',' || character === '\n' || character === '\r';
}
