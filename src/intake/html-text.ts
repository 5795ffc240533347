/**
 * HTML to readable text. The door to html-to-text. Never follows or shows a link's target, never fetches anything.
 * What a reader could not see (display:none, zero size, text in the colour of its ground) is left out, so that nobody
 * can hide a request from staff and show it to the program. Throws a RangeError on input over 1 MB or nested so deep
 * that walking it overflows the stack; parse-message counts both as a limit.
 */
import { compile, type DomNode, type FormatCallback } from 'html-to-text';

/** UTF-16 units of HTML that are converted; longer is a limit. */
export const longestHtml = 1024 * 1024;

const noLinks = { ignoreHref: true };
const plainHeading = { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 };

const plain = {
  wordwrap: false as const,
  limits: { maxInputLength: longestHtml },
  formatters: { styled: formatStyled, cell: formatCell },
};
const selectors = [
  { selector: 'a', options: noLinks },
  { selector: 'img', format: 'skip' },
  { selector: 'title', format: 'skip' },
  { selector: 'hr', options: { length: 20 } },
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: plainHeading })),
  { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  { selector: 'td', format: 'cell' },
  { selector: 'th', format: 'cell' },
];
const concealing = [
  { selector: '[hidden]', format: 'skip' },
  ...['[style]', '[bgcolor]', '[color]'].map((selector) => ({ selector, format: 'styled' })),
];
const convert = compile({ ...plain, selectors: [...selectors, ...concealing] });
const convertAll = compile({ ...plain, selectors });

/** Text of an HTML document or fragment. */
export function htmlToText(html: string): string {
  if (html.length > longestHtml) throw new RangeError('HTML too long');
  if (isTooDeep(html)) throw new RangeError('HTML too deep');
  const text = convert(html);
  // A message that is all hidden is shown rather than lost: its ground may be painted by a style sheet we do not read.
  return (text.trim() === '' ? convertAll(html) : text).replaceAll('\u00a0', ' ');
}

const deepest = 2000;
// Elements that end by themselves count for nothing: forgetting to close them nests nothing.
const closesItself = new Set('area,base,br,col,dd,dt,embed,hr,img,input,li,link,meta,option,p,param,source,td,th,tr,wbr'.split(','));

// The parser takes seconds before it overflows its stack, counting takes milliseconds.
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (closesItself.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (end === '' ? 1 : -1));
    if (depth > deepest) return true;
  }
  return false;
}

/** How text inside an element looks. */
interface Look {
  readonly color: string | null;
  /** Null: unknown, such as a picture. */
  readonly ground: string | null;
  readonly zeroSize: boolean;
}

// The first styled element settles the whole document: hiding depends on ancestors, and without its style attribute
// an element falls back to the ordinary format of its tag.
function formatStyled(...[elem, walk, builder]: Parameters<FormatCallback>): void {
  let root = elem;
  while (root.parent) root = root.parent;
  conceal(root);
  walk([elem], builder);
}

function formatCell(...[elem, walk, builder]: Parameters<FormatCallback>): void {
  walk(elem.children ?? [], builder);
  builder.addInline(' ');
}

function conceal(root: DomNode): void {
  const open: (readonly [DomNode, Look])[] = [[root, { color: null, ground: 'white', zeroSize: false }]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, outer] = next;
    const look = lookOf(node, outer);
    if (look === null) {
      node.children = [];
      continue;
    }
    for (const child of node.children ?? []) {
      if (child.type !== 'text') open.push([child, look]);
      else if (isUnseen(look)) child.data = '';
    }
  }
}

/** Null: the element and everything in it is not shown. Takes the styling attributes away. */
function lookOf(node: DomNode, outer: Look): Look | null {
  const attributes = node.attribs as Record<string, string> | undefined;
  if (attributes === undefined) return outer;
  const style = declarations(attributes.style ?? '');
  const ground = style.get('background-color') ?? style.get('background') ?? attributes.bgcolor;
  const picture = attributes.background !== undefined || /url\(|gradient/.test(ground ?? '');
  const paint = colorOf(ground);
  const color = colorOf(style.get('color') ?? attributes.color);
  for (const name of ['style', 'bgcolor', 'color']) delete attributes[name];
  if (isGone(style)) return null;
  const size = style.get('font-size');
  return {
    color: color ?? outer.color,
    ground: picture ? null : paint === null || paint === 'transparent' ? outer.ground : paint,
    zeroSize: size === undefined ? outer.zeroSize : isZero(size) || isSpeck(size),
  };
}

function isUnseen(look: Look): boolean {
  return look.zeroSize || look.color === 'transparent' || (look.color !== null && look.color === look.ground);
}

function declarations(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style.slice(0, 4096).toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0)
      found.set(
        declaration.slice(0, colon).trim(),
        declaration
          .slice(colon + 1)
          .replace('!important', '')
          .trim(),
      );
  }
  return found;
}

function isGone(style: ReadonlyMap<string, string>): boolean {
  if (style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('mso-hide') === 'all') return true;
  if (isZero(style.get('opacity')) || isFarAside(style.get('text-indent'))) return true;
  if (style.has('position') && isFarAside(style.get('left'))) return true;
  return style.get('overflow') === 'hidden' && (isZero(style.get('max-height')) || isZero(style.get('height')));
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && /^0*\.?0+(?:px|pt|em|rem|%|vh)?$/.test(value.slice(0, 20));
}

/** Letters of less than two points. */
function isSpeck(value: string): boolean {
  return /^[01](?:\.\d{1,4})?(?:px|pt)$/.test(value.slice(0, 20));
}

/** Outside every window. */
function isFarAside(value: string | undefined): boolean {
  return value !== undefined && /^-\d{3,6}(?:px|pt|em|rem|%|vw)$/.test(value.slice(0, 20));
}

/** One spelling for the colours that hide text; null when no colour is named (a picture, a gradient). */
function colorOf(value: string | undefined): string | null {
  const text = value?.slice(0, 60).replace(/\s+/g, '').toLowerCase() ?? '';
  if (text === '' || text.includes('url(') || text === 'inherit' || text === 'initial' || text === 'none') return null;
  // As good as white: from f0 on nobody reads the one on the other.
  if (
    /^(?:#f{3,4}|#?(?:f[\da-f]){3}(?:ff)?|white|snow|ivory|whitesmoke|ghostwhite|rgba?\((?:2[45]\d,){2}2[45]\d(?:,1(?:\.0*)?)?\))$/.test(
      text,
    )
  )
    return 'white';
  if (/^(?:#0{3}|#0{6}|black|windowtext|rgba?\(0,0,0(?:,1(?:\.0*)?)?\))$/.test(text)) return 'black';
  if (text === 'transparent' || /^rgba\([^)]*,0(?:\.0*)?\)$/.test(text)) return 'transparent';
  return text;
}
