/**
 * The words of an HTML text as a reader sees them run together, each with its place in the source. Not for reading
 * (html-text is): for finding what tags, entities and table cells break apart. Linear, and total on any text.
 */

export interface SeenHtml {
  readonly text: string;
  /** Where each UTF-16 unit of the text stands in the source; a gap that only a tag makes takes no place. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  hairsp: ' ',
  numsp: ' ',
  puncsp: ' ',
  tab: ' ',
  newline: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  zerowidthspace: '',
  nobreak: '',
  ndash: '-',
  mdash: '-',
  horbar: '-',
  hyphen: '-',
  dash: '-',
  minus: '-',
  period: '.',
  middot: '.',
  centerdot: '.',
  bull: '.',
  sol: '/',
  lowbar: '_',
  vert: '|',
  verbar: '|',
  plus: '+',
  colon: ':',
  num: '#',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  lpar: '(',
};

const blockTag =
  /^<\/?(?:address|article|blockquote|br|dd|div|dl|dt|fieldset|footer|form|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tr|ul)\b/i;
const cellTag = /^<\/?(?:td|th|option|input|button|img)\b/i;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,24}));?/iy;
const hiddenBlocks = ['script', 'style'] as const;

interface Seen {
  /** Runs of text; white space is a piece of its own. */
  readonly pieces: string[];
  length: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const run = /[^<&\s]+/y;

/** @param withTags tags, comments and attributes are text too, as they stand */
export function seenHtml(html: string, withTags = false): SeenHtml {
  // No text is longer than its source: what stands for an entity is shorter, and a gap stands for a tag.
  const seen: Seen = { pieces: [], length: 0, starts: new Uint32Array(html.length), ends: new Uint32Array(html.length) };
  const lower = withTags ? '' : html.toLowerCase();
  // Where nothing closes a block any more is known from the start, so that no part of the source is gone over again.
  const closes = hiddenBlocks.map((name) => ({ open: `<${name}`, close: `</${name}`, last: lower.lastIndexOf(`</${name}`) }));
  for (let at = 0; at < html.length; ) {
    const character = html[at] ?? '';
    const end = character === '<' && !withTags ? tagEnd(lower, at, closes) : at;
    if (end > at) {
      takeTag(seen, html.slice(at, Math.min(end, at + 20)), at);
      at = end;
    } else at = takeText(seen, html, at);
  }
  return { text: seen.pieces.join(''), starts: seen.starts, ends: seen.ends };
}

interface HiddenBlock {
  readonly open: string;
  readonly close: string;
  readonly last: number;
}

/** Behind the tag, comment, style or script that begins at `at`; `at` itself where none does. `html` in lower case. */
function tagEnd(html: string, at: number, closes: readonly HiddenBlock[]): number {
  if (!/^<[a-z/!?]/.test(html.slice(at, at + 2))) return at;
  if (html.startsWith('<!--', at)) return behind(html, '-->', at + 2);
  const hidden = closes.find(({ open, last }) => at < last && html.startsWith(open, at));
  return behind(html, '>', hidden === undefined ? at : html.indexOf(hidden.close, at));
}

function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function takeTag(seen: Seen, tag: string, at: number): void {
  if (blockTag.test(tag)) gap(seen, '\n', at, at);
  else if (cellTag.test(tag)) gap(seen, ' ', at, at);
}

function takeText(seen: Seen, html: string, at: number): number {
  run.lastIndex = at;
  const plain = run.exec(html)?.[0];
  if (plain !== undefined) {
    for (let unit = 0; unit < plain.length; unit += 1) place(seen, unit, at + unit, at + unit + 1);
    return put(seen, plain, at + plain.length);
  }
  const character = html[at] ?? '';
  const [text, end] = character === '&' ? readEntity(html, at) : [character, at + 1];
  if (text !== '' && text.trim() === '') gap(seen, ' ', at, end);
  else add(seen, text, at, end);
  return end;
}

function readEntity(html: string, at: number): readonly [text: string, end: number] {
  entity.lastIndex = at;
  const match = entity.exec(html);
  if (match === null) return ['&', at + 1];
  const [whole, decimal, hexadecimal, name] = match;
  const code = decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : null;
  const text = code === null ? entities[(name ?? '').toLowerCase()] : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  return text === undefined ? ['&', at + 1] : [text, at + whole.length];
}

/** White space in a row is one blank, or a line break where a block begins or ends in it. */
function gap(seen: Seen, blank: ' ' | '\n', start: number, end: number): void {
  const last = seen.pieces.at(-1);
  if (last !== ' ' && last !== '\n') add(seen, blank, start, end);
  else if (blank === '\n') seen.pieces.splice(-1, 1, blank);
}

function add(seen: Seen, text: string, start: number, end: number): void {
  for (let unit = 0; unit < text.length; unit += 1) place(seen, unit, start, end);
  if (text !== '') put(seen, text, end);
}

function place({ starts, ends, length }: Seen, unit: number, start: number, end: number): void {
  starts[length + unit] = start;
  ends[length + unit] = end;
}

function put(seen: Seen, text: string, end: number): number {
  seen.pieces.push(text);
  seen.length += text.length;
  return end;
}
