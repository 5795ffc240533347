import type { OverviewWords } from './digest-words/words.ts';
import { overviewWords } from './digest-words.ts';
import type { Overview, OverviewChart, OverviewFactList, OverviewSection, OverviewTable } from './overview.ts';
import { oneLine } from './placeholder.ts';

/** The plain-text part: everything the HTML says, the charts as their numbers. */
export function overviewText(overview: Overview): string {
  const { language, name, when, headline, lead, link, warnings, tiles, sections, charts, tables, facts, foot } = overview;
  const marks = overviewWords[language];
  const { colon, semicolon } = marks;
  const counts = tiles.map(({ label, value, note }) => `${label}${colon}${value}${note === null ? '' : ` (${note})`}`);
  const blocks: readonly (readonly string[])[] = [
    [oneLine(`${name}, ${when}`)],
    ...warnings.map(({ title, text }) => [`!! ${oneLine(title)}`, oneLine(text)]),
    [oneLine(headline), ...(lead === null ? [] : [oneLine(lead)])],
    counts.length === 0 ? [] : [oneLine(counts.join(semicolon))],
    ...sections.map((one) => section(one, marks)),
    ...charts.map(chart),
    ...tables.map(table),
    ...facts.map((one) => factList(one, colon)),
    link === null ? [] : [oneLine(`${link.label}${colon}${link.url}`)],
    [oneLine(foot)],
  ];
  const written = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${written.join('\n\n')}\n`;
}

type Marks = Pick<OverviewWords, 'colon' | 'semicolon'>;

function titled(title: string, lines: readonly string[]): readonly string[] {
  const written = oneLine(title);
  return [written, '-'.repeat(Math.min(written.length, 60)), ...lines];
}

function section({ title, count, rows, more }: OverviewSection, { colon, semicolon }: Marks): readonly string[] {
  const lines = rows.flatMap(({ reference, kind, days, details }) => [
    `- ${oneLine(`${reference}, ${kind}${days === '' ? '' : `${colon}${days}`}`)}`,
    ...(details.length === 0 ? [] : [`  ${oneLine(details.join(semicolon))}`]),
  ]);
  const of = more === null || more.of === null ? '' : ` (${more.of})`;
  const rest = more === null ? [] : [`- ${oneLine(`${more.label}${of}${more.url === null ? '' : `${colon}${more.url}`}`)}`];
  return titled(`${title}${colon}${count}`, [...lines, ...rest]);
}

function chart({ title, caption, alternative }: OverviewChart): readonly string[] {
  return titled(title, caption === alternative ? [oneLine(caption)] : [oneLine(caption), oneLine(alternative)]);
}

/** Columns as wide as their widest cell, the first to the left and numbers to the right. */
function table({ title, head, rows }: OverviewTable): readonly string[] {
  const all = [head, ...rows].map((cells) => cells.map(oneLine));
  const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const pad = (cell: string, column: number) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0));
  return titled(
    title,
    all.map((cells) => cells.map(pad).join('  ')),
  );
}

function factList({ title, lines }: OverviewFactList, colon: string): readonly string[] {
  return titled(
    title,
    lines.map(({ label, value }) => `- ${oneLine(`${label}${colon}${value}`)}`),
  );
}
