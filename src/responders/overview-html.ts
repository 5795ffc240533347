import { colourOf } from './chart.ts';
import { Markup, markup } from './markup.ts';
import type { Overview, OverviewChart, OverviewFactList, OverviewRow, OverviewSection, OverviewTable, Tone } from './overview.ts';
import { light, overviewSheet, rails } from './overview-sheet.ts';

// Tables for layout, styles inline and a sheet for dark and narrow: what Outlook, Gmail and Apple Mail all show. Nothing
// is fetched from anywhere; the charts go with the mail. The only links lead to our own staff pages.

const font = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const numerals = 'font-variant-numeric:tabular-nums;';
const sheet = new Markup(overviewSheet);
/** Word, which Outlook draws with, knows no greatest width. */
const [openForWord, closeForWord] = [
  '<!--[if mso]><table role="presentation" align="center" width="660"><tr><td><![endif]-->',
  '<!--[if mso]></td></tr></table><![endif]-->',
].map((html) => new Markup(html));

/** The HTML part. */
export function overviewHtml(overview: Overview): string {
  const { language, subject, headline, warnings, tiles, sections, charts, tables, facts } = overview;
  const first = sections[0]?.rows[0];
  const preview = first === undefined ? headline : [sections[0]?.title, first.reference, first.kind, first.days].join(' · ');
  const blocks = [
    head(overview),
    ...warnings.map(warning),
    ...(tiles.length === 0 ? [] : [tileRow(tiles)]),
    ...sections.map(section),
    ...(overview.link === null ? [] : [button(overview.link)]),
    ...(charts.length === 0 ? [] : [chartRow(charts)]),
    ...tables.map(table),
    ...facts.map(factList),
    foot(overview),
  ];
  return markup`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${sheet}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${light.page};">
<div style="display:none;max-height:0;overflow:hidden;">${preview}</div>
<div role="main" class="page" style="background:${light.page};padding:20px 0 28px;">
${openForWord ?? null}
<table role="presentation" class="card ink" align="center" width="100%" cellpadding="0" cellspacing="0" style="width:100%;max-width:660px;margin:0 auto;background:${light.card};color:${light.ink};border-radius:10px;font-family:${font};font-size:15px;line-height:1.45;${numerals}">
${blocks.map((block) => markup`<tr><td class="pad" style="padding:0 30px;">${block}</td></tr>\n`)}</table>
${closeForWord ?? null}
</div>
</body>
</html>
`.html;
}

function head({ name, when, headline, lead, sections, tiles }: Overview): Markup {
  const plain = sections.length === 0 && tiles.length === 0;
  const size = plain ? 'font-size:17px;font-weight:400;' : 'font-size:22px;font-weight:650;letter-spacing:-.01em;';
  return markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>
<td class="soft" style="padding:26px 0 0;font-size:13px;color:${light.soft};">${name}<br>${when}</td></tr></table>
<h1 class="${plain ? 'ink' : 'headline ink'}" style="margin:8px 0 18px;line-height:1.3;${size}color:${light.ink};">${headline}</h1>
${lead === null ? null : markup`<p style="margin:0 0 18px;">${lead}</p>`}`;
}

function warning({ title, text }: Overview['warnings'][number]): Markup {
  return markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 14px;"><tr>
<td width="4" style="width:4px;background:${rails.law};font-size:0;">&nbsp;</td>
<td class="on-law" style="padding:12px 16px;background:${light.tones.law.ground};"><strong class="law" style="color:${light.tones.law.text};">${title}</strong><br><span class="ink" style="color:${light.ink};font-size:14px;">${text}</span></td>
</tr></table>`;
}

function tileRow(tiles: Overview['tiles']): Markup {
  const cells = tiles.map(
    ({ label, value, note, tone }) => markup`<td class="tile" width="25%" valign="top" style="padding:0 4px 8px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="on-${tone}" height="74" valign="top" style="height:74px;padding:9px 12px;border-radius:8px;background:${light.tones[tone].ground};">
<div class="${tone}" style="font-size:27px;line-height:1.15;font-weight:650;color:${light.tones[tone].text};">${value}</div>
<div class="soft" style="font-size:12.5px;line-height:1.3;color:${light.soft};">${label}${note === null ? null : markup`<br>${note}`}</div>
</td></tr></table></td>`,
  );
  return markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="table-layout:fixed;margin:0 -4px;width:auto;min-width:100%;"><tr>${cells}</tr></table>`;
}

function title(words: string, after: Markup | null = null): Markup {
  return markup`<h2 class="ink" style="margin:24px 0 8px;font-size:15px;line-height:1.35;font-weight:650;color:${light.ink};">${words}${after}</h2>`;
}

function section({ title: words, count, tone, rows, more }: OverviewSection): Markup {
  const counted = markup` <span class="soft" style="font-weight:400;color:${light.soft};">${count}</span>`;
  const of =
    more === null || more.of === null ? null : markup` <span class="soft" style="font-size:13px;color:${light.soft};">(${more.of})</span>`;
  const rest =
    more === null
      ? null
      : markup`<tr>${rail(tone, 1)}<td colspan="2" style="padding:9px 0 9px 14px;font-size:14px;">${linked(more.label, more.url, '')}${of}</td></tr>`;
  return markup`${title(words, counted)}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${rows.map((row) => caseRow(row, tone))}${rest}</table>`;
}

function rail(tone: Tone, rows: number): Markup {
  return markup`<td width="4" rowspan="${rows}" style="width:4px;background:${rails[tone]};font-size:0;">&nbsp;</td>`;
}

function caseRow({ reference, url, kind, days, details }: OverviewRow, tone: Tone): Markup {
  return markup`<tr>${rail(tone, 2)}
<td valign="top" style="padding:9px 8px 0 14px;">${linked(reference, url, 'font-weight:600;white-space:nowrap;')} <span class="ink" style="color:${light.ink};">${kind}</span></td>
<td class="${tone}" align="right" valign="top" style="padding:9px 0 0 6px;font-size:14px;font-weight:600;white-space:nowrap;color:${light.tones[tone].text};">${days}</td></tr>
<tr><td class="soft line" colspan="2" valign="top" style="padding:1px 0 9px 14px;border-bottom:1px solid ${light.line};font-size:13px;color:${light.soft};">${details.join(' · ')}</td></tr>
`;
}

/** Without an address it is plain words. */
function linked(words: string, url: string | null, style: string): Markup {
  if (url === null) return markup`<span class="ink" style="color:${light.ink};${style}">${words}</span>`;
  return markup`<a class="link" href="${url}" style="color:${light.link};text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px;${style}">${words}</a>`;
}

function button({ label, url }: { readonly label: string; readonly url: string }): Markup {
  return markup`<p style="margin:18px 0 0;font-size:14px;">${linked(label, url, 'font-weight:600;')}</p>`;
}

/** Two beside each other, under one another on a phone. One alone takes the width. */
function chartRow(charts: readonly OverviewChart[]): Markup {
  const share = Math.round(100 / charts.length);
  const cells = charts.map(
    (one, index) =>
      markup`<td class="half" width="${share}%" valign="top" style="padding:0 ${index < charts.length - 1 ? 12 : 0}px 0 ${index > 0 ? 12 : 0}px;">${chart(one, charts.length)}</td>`,
  );
  return markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="table-layout:fixed;"><tr>${cells}</tr></table>`;
}

function chart({ title: words, caption, alternative, legend, axis, image, ...size }: OverviewChart, beside: number): Markup {
  const keys = legend.map(
    ({ label, series }) =>
      markup`<span style="white-space:nowrap;"><span aria-hidden="true" style="display:inline-block;width:9px;height:9px;border-radius:2px;background:${colourOf(series)};"></span> ${label}</span> &nbsp;`,
  );
  const columns = axis.reduce((sum, { span }) => sum + span, 0);
  const marks = axis.map(
    ({ label, span }) =>
      markup`<td colspan="${span}" width="${Math.round((span / columns) * 100)}%" style="padding:3px 0 0;white-space:nowrap;overflow:hidden;">${label}</td>`,
  );
  const [width, height] = [size.width, size.height].map((side) => Math.round(side / beside));
  return markup`${title(words)}
<img src="cid:${image.cid}" width="${width ?? 0}" height="${height ?? 0}" alt="${alternative}" style="display:block;width:100%;max-width:${size.width}px;height:auto;border:0;font-size:12px;">
<table role="presentation" class="soft" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" style="table-layout:fixed;font-size:11.5px;color:${light.soft};"><tr>${marks}</tr></table>
<p class="soft" style="margin:7px 0 5px;font-size:12.5px;color:${light.soft};">${keys}</p>
<p class="ink" style="margin:0;font-size:13.5px;color:${light.ink};">${caption}</p>`;
}

function table({ title: words, head: names, rows }: OverviewTable): Markup {
  const border = `border-bottom:1px solid ${light.line};`;
  const side = (column: number) => (column === 0 ? 'left' : 'right');
  const top = names.map(
    (name, column) =>
      markup`<th class="soft line number" scope="col" align="${side(column)}" style="padding:5px 0 5px ${column === 0 ? 0 : 10}px;${border}font-weight:400;font-size:12.5px;color:${light.soft};text-align:${side(column)};">${name}</th>`,
  );
  const cell = (value: string, column: number) =>
    column === 0
      ? markup`<th class="ink line number" scope="row" align="left" style="padding:7px 0;${border}font-weight:400;text-align:left;color:${light.ink};">${value}</th>`
      : markup`<td class="ink line number" align="right" style="padding:7px 0 7px 10px;${border}color:${light.ink};">${value}</td>`;
  return markup`${title(words)}
<table width="100%" cellpadding="0" cellspacing="0" style="font-size:14px;"><tr>${top}</tr>${rows.map((cells) => markup`<tr>${cells.map(cell)}</tr>\n`)}</table>`;
}

function factList({ title: words, lines }: OverviewFactList): Markup {
  const border = `border-bottom:1px solid ${light.line};`;
  const rows = lines.map(
    ({ label, value, tone }) =>
      markup`<tr><th class="soft line label" scope="row" align="left" valign="top" style="width:36%;padding:6px 12px 6px 0;${border}font-weight:400;text-align:left;color:${light.soft};">${label}</th><td class="${tone} line" valign="top" style="padding:6px 0;${border}color:${light.tones[tone].text};">${value}</td></tr>
`,
  );
  return markup`${title(words)}
<table width="100%" cellpadding="0" cellspacing="0" style="font-size:14px;">${rows}</table>`;
}

function foot({ foot: words }: Overview): Markup {
  return markup`<p class="soft" style="margin:22px 0 26px;font-size:12px;color:${light.soft};">${words}</p>`;
}
