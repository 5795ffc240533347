/**
 * DOOR to sanitize-html: a customer's HTML as staff may look at it. Keeps what gives a text its form: paragraphs, lists,
 * tables, plain styling. Never scripts, forms, frames, style sheets, `base`, `meta`, SVG, links that lead anywhere, or
 * pictures that would be fetched. The page that shows it is sandboxed besides (console/case-page/html-view); this is the
 * second wall, not the only one. Throws a RangeError on input over 1 MB or nested too deep.
 */
import sanitize from 'sanitize-html';
import { isTooDeep, longestHtml } from './html-text.ts';

const tags =
  'p,div,span,br,hr,h1,h2,h3,h4,h5,h6,b,strong,i,em,u,s,del,ins,small,sub,sup,font,center,blockquote,pre,code,ul,ol,li,dl,dt,dd,' +
  'table,caption,thead,tbody,tfoot,tr,td,th,colgroup,col,img';

const options: sanitize.IOptions = {
  allowedTags: tags.split(','),
  allowedAttributes: {
    '*': ['style', 'align', 'valign', 'width', 'height', 'bgcolor', 'color', 'dir', 'lang'],
    table: ['border', 'cellpadding', 'cellspacing'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    ol: ['start', 'type'],
    font: ['size', 'face'],
    span: ['title'],
    img: ['src', 'alt'],
  },
  allowedSchemes: [],
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  // Declarations are filtered below: the library's own filter would need a list of every harmless property.
  parseStyleAttributes: false,
  transformTags: {
    '*': (tagName, attribs) => ({ tagName, attribs: withSafeStyle(attribs) }),
    a: (_tagName, attribs) => ({ tagName: 'span', attribs: { title: (attribs.href ?? '').slice(0, 300) } }),
    img: pictureOrWords,
  },
};

/** The body of a page, without a page around it. */
export function safeHtml(html: string): string {
  if (html.length > longestHtml) throw new RangeError('HTML too long');
  if (isTooDeep(html)) throw new RangeError('HTML too deep');
  return sanitize(html, options);
}

const picture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/;

/** A picture that came inside the HTML stays; for any other its description stands there. */
function pictureOrWords(tagName: string, attribs: sanitize.Attributes): sanitize.Tag {
  const { src = '', alt = '' } = attribs;
  if (picture.test(src)) return { tagName, attribs: withSafeStyle(attribs) };
  return { tagName: 'span', attribs: {}, text: `[${alt.slice(0, 200) || '…'}]` };
}

function withSafeStyle(attribs: sanitize.Attributes): sanitize.Attributes {
  const { style, ...others } = attribs;
  if (style === undefined) return others;
  const kept = style
    .slice(0, 4096)
    .split(';')
    .filter((declaration) => !unsafeDeclaration.test(declaration));
  return { ...others, style: kept.join(';') };
}

/** Whatever fetches, hides behind an escape, leaves its place on the page or covers it. */
const unsafeDeclaration =
  /[\\<>@{}]|\/\*|url\s*\(|image|expression|behaviou?r|-moz-binding|position|animation|transition|filter|content|cursor/i;
