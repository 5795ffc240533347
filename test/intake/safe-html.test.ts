import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeHtml } from '../../src/intake/safe-html.ts';

const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>1</script><a xlink:href="javascript:1">x</a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<form action="https://elders.example/"><input name=a autofocus onfocus=alert(1)><button>ok</button></form>',
  '<meta http-equiv=refresh content="0;url=https://elders.example/"><base href="//elders.example/">',
  '<iframe srcdoc="<script>1</script>"></iframe><object data=x></object><embed src=x>',
  '<link rel=stylesheet href="https://elders.example/a.css"><style>@import "https://elders.example/b.css"</style>',
  '<p style="background:url(https://elders.example/)">a</p>',
  '<p style="background:\\75rl(https://elders.example/)">a</p>',
  '<p style="position:fixed;top:0;left:0;width:100%">a</p>',
  '<table background="https://elders.example/"><tr><td background="//elders.example/">a</td></tr></table>',
  '<img srcset="https://elders.example/a 2x" src="https://elders.example/b">',
  '<img src="data:image/svg+xml;base64,PHN2Zy8+">',
  '<img src=" data:text/html,<script>1</script>">',
  '<video src=x poster=y></video><audio src=x></audio><picture><source srcset=x></picture>',
  '<a href="javascript:alert(1)">x</a><a href="https://elders.example/" ping="//elders.example/" target=_top>y</a>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<!--><script>1</script>-->',
  '<p title="</p><script>1</script>">a',
  '<body onload=alert(1)><marquee onstart=alert(1)>x</marquee></body>',
  '<div style="content:attr(x);behavior:url(#a);-moz-binding:url(//elders.example/)">x</div>',
];

/** What could run, fetch, post or lead elsewhere. Words in `title` are only shown. */
const dangerous =
  /<(?!\/?(?:p|div|span|br|hr|h[1-6]|b|i|img|table|tbody|tr|td)\b)|\son\w+\s*=|url\s*\(|(?:src|srcset|href|background|action)\s*=\s*"(?!data:image\/png)/i;

/** The tags alone: text between them is only read, and a `title` only shown. */
function tagsOf(html: string): string {
  return (html.match(/<[^>]*>?/g) ?? []).join('').replace(/ title="[^"]*"/g, '');
}

describe('HTML of a customer', () => {
  test.each(hostile)('%s loses what could run or fetch', (html) => {
    expect(tagsOf(safeHtml(html))).not.toMatch(dangerous);
  });

  test('keeps form: paragraphs, emphasis, tables, colours', () => {
    expect(safeHtml('<p style="color:red"><b>a</b></p><table><tr><td colspan="2">b</td></tr></table>')).toBe(
      '<p style="color:red"><b>a</b></p><table><tr><td colspan="2">b</td></tr></table>',
    );
  });

  test('a link says where it would have led, and leads nowhere', () => {
    expect(safeHtml('<a href="https://elders.example/x">hier</a>')).toBe('<span title="https://elders.example/x">hier</span>');
  });

  test('a picture inside the message stays, one from elsewhere is its description', () => {
    expect(safeHtml('<img src="data:image/png;base64,AAAA" alt="a">')).toContain('src="data:image/png;base64,AAAA"');
    expect(safeHtml('<img src="https://elders.example/a.png" alt="logo">')).toBe('<span>[logo]</span>');
  });

  test('pieces of hostile HTML in any order and broken anywhere', () => {
    const pieces = fc.array(
      fc.oneof(fc.constantFrom(...hostile), fc.constantFrom('<', '>', '"', "'", '<p title="', '<!--', '-->', ']]>')),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(pieces, fc.nat(40), (parts, cut) => {
        expect(tagsOf(safeHtml(parts.join('').slice(cut)))).not.toMatch(dangerous);
      }),
      { numRuns: 500 },
    );
  });

  test('too long and too deep are refused', () => {
    expect(() => safeHtml('a'.repeat(1024 * 1024 + 1))).toThrow(RangeError);
    expect(() => safeHtml('<div>'.repeat(3000))).toThrow(RangeError);
  });
});
