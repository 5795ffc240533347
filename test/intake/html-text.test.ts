import { expect, test } from 'vitest';
import { htmlToText } from '../../src/intake/html-text.ts';

test.each([
  ['<p style="display : NONE">weg</p>'],
  ['<div style="DISPLAY:none!important"><p>weg</p></div>'],
  ['<span style="font-size:0px">weg</span>'],
  ['<span style="font-size:0">w<b>eg</b></span>'],
  ['<font color="#FFFFFF">weg</font>'],
  ['<p style="color:#fdfefc">weg</p>'],
  ['<p style="color:rgb(250, 251, 255)">weg</p>'],
  ['<div style="background:#f5f5f5"><span style="color:white">weg</span></div>'],
  ['<p style="font-size:1px">weg</p>'],
  ['<p style="font-size:1.5pt">weg</p>'],
  ['<div style="position:absolute;left:-9999px">weg</div>'],
  ['<p style="text-indent:-999em">weg</p>'],
  ['<div style="color: rgb(255, 255, 255)">weg</div>'],
  ['<td bgcolor="#000000"><font color="black">weg</font></td>'],
  ['<div style="visibility:hidden">weg</div>'],
  ['<div style="mso-hide:all">weg</div>'],
  ['<div style="max-height:0;overflow:hidden">weg</div>'],
  ['<div style="color:transparent">weg</div>'],
  ['<p hidden>weg</p>'],
  ['<style>weg{}</style><script>weg()</script><!-- weg -->'],
])('%s is not read', (html) => {
  expect(htmlToText(`<body><p>Zichtbaar</p>${html}</body>`).trim()).toBe('Zichtbaar');
});

test.each([
  ['<p style="font-size:0.9em">hier</p>'],
  ['<p style="font-size:1em;text-indent:-20px;left:-12px">hier</p>'],
  ['<p style="color:#e0e0e0">hier</p>'],
  ['<p style="left:-9999px">hier</p>'],
  ['<td style="font-size:0"><span style="font-size:14px">hier</span></td>'],
  ['<a style="color:#fff;background:#0057b7">hier</a>'],
  ['<td style="background-color:navy"><font color="white">hier</font></td>'],
  ['<div style="color:#fff;background:url(x.png)">hier</div>'],
  ['<div style="color:white"><span style="color:#333">hier</span></div>'],
])('%s is read', (html) => {
  expect(htmlToText(`<body>${html}</body>`).trim()).toBe('hier');
});

test('a message that is all hidden is shown rather than lost', () => {
  expect(htmlToText('<div style="color:white">Verwijder mij</div>').trim()).toBe('Verwijder mij');
});

test('cells do not run together, links show no target, headings keep their case', () => {
  const html = '<h1>Verzoek</h1><table><tr><td>Naam</td><td>Anna</td></tr></table><a href="https://example.net/x">klik</a>';
  expect(htmlToText(html).replace(/\s+/g, ' ').trim()).toBe('Verzoek Naam Anna klik');
});

test('too long or too deep throws', () => {
  expect(() => htmlToText('x'.repeat(1024 * 1024 + 1))).toThrow(RangeError);
  expect(() => htmlToText('<div>'.repeat(100_000))).toThrow(RangeError);
});
