/** Eight-digit codes as people type them, and nothing that only looks like one. */

/** Numbers looked at in one message. */
const most = 5;
/** Characters of a reply that are looked at: a code stands near its top. */
const longest = 20_000;

export interface FoundCodes {
  /** Everything that could be the code, also inside a longer row of digits. */
  readonly all: readonly string[];
  /** What can hardly be anything else: eight digits by themselves, not a date. Only these can be a wrong answer. */
  readonly likely: readonly string[];
}

/** Eight digits, in one piece or in groups with a space, dash or dot between them: `1234 5678`, `12-34-56-78`. */
export function codesIn(...texts: readonly string[]): FoundCodes {
  const rows = texts.flatMap((text) => [
    ...text
      .slice(0, longest)
      .normalize('NFKC')
      .matchAll(/\d(?:[ .\u2010-\u2013-]?\d)*/g),
  ]);
  const groups = rows.map(([row]) => row.split(/[ .\u2010-\u2013-]/));
  const likely = groups.filter((row) => row.join('').length === 8 && !isDate(row)).map((row) => row.join(''));
  const inside = groups.filter((row) => row.join('').length > 8).flatMap(windows);
  const all = new Set([...likely, ...inside]);
  return { all: [...all].slice(0, most), likely: [...new Set(likely)].slice(0, most) };
}

/** Neighbouring groups that make eight digits together: `12345678 2026`. */
function windows(row: readonly string[]): readonly string[] {
  return row.flatMap((_, start) => {
    let code = '';
    for (const group of row.slice(start)) {
      code += group;
      if (code.length >= 8) break;
    }
    return code.length === 8 ? [code] : [];
  });
}

/** `12-01-2026` and `2026-01-12` have eight digits too. */
function isDate(row: readonly string[]): boolean {
  const shape = row.map((group) => group.length).join();
  if (shape !== '2,2,4' && shape !== '4,2,2') return false;
  const [year, month, day] = shape === '4,2,2' ? row.map(Number) : row.map(Number).toReversed();
  return (year ?? 0) >= 1900 && (year ?? 0) < 2200 && Math.min(month ?? 0, day ?? 0) <= 12 && Math.max(month ?? 0, day ?? 0) <= 31;
}

/** Characters of a paragraph of ours that make it ours: fewer could be anybody's. */
const recognisable = 30;

/**
 * What stands above the first paragraph of our letter. Quotations are removed before; where a mail program quotes in a way
 * nobody knows, the code in our own words must not verify whoever only says that they never asked.
 */
export function withoutOurWords(reply: string, letter: string): string {
  // One break between lines, so that both texts below have the same places.
  const kept = reply
    .slice(0, longest)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n');
  const flat = kept.replaceAll('\n', ' ');
  const ours = letter
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim().slice(0, recognisable))
    .filter((start) => start.length === recognisable)
    .map((start) => flat.indexOf(start))
    .filter((at) => at !== -1);
  return ours.length === 0 ? kept : kept.slice(0, Math.min(...ours));
}
