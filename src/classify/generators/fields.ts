import { wordsOf } from '../sentence.ts';
import { personLabels, referenceLabels, statusLabels, typeLabels } from './words.ts';

/** A line "label: value" of a mail that a program filled in. */
export interface Field {
  readonly sort: 'type' | 'person' | 'reference' | 'status' | 'other';
  readonly value: string;
  /** The lines that carry the value, word for word. */
  readonly lines: readonly string[];
  /** Its first and its last line in the text, from 0. */
  readonly at: number;
  readonly until: number;
}

/** Nobody puts a form below so much text. Lines, and characters a line. */
const mostLines = 400;
const longestLine = 400;
const longestLabel = 60;
const separator = /[:：\t|=]/;
const checked = /^\s{0,8}[-*•]?\s{0,3}(?:\[ ?[xX✓✔] ?\]|[☑☒✓✔✅])\s{0,3}/u;
const box = /^\s{0,8}[-*•]?\s{0,3}(?:\[[ _]{0,3}[xX✓✔]?[ _]{0,3}\]|[☐☑☒✓✔✅])/u;

/** The fields of a text, in reading order: label and value on one line, or a label alone and its value below it. */
export function fieldsOf(text: string): readonly Field[] {
  const lines = text.slice(0, 60_000).split('\n').slice(0, mostLines);
  return lines.flatMap((line, at): readonly Field[] => {
    if (line.length > longestLine) return [];
    const cut = separator.exec(line)?.index ?? -1;
    const label = cut < 0 ? line : line.slice(0, cut);
    const value =
      cut < 0
        ? ''
        : line
            .slice(cut + 1)
            .replace(/^[\s*_:|]{1,8}/, '')
            .trim();
    if (label.length > longestLabel || /[@?!]|\/\//.test(label)) return [];
    const sort = sortOf(label, cut < 0);
    if (sort === null) return [];
    if (value !== '') return [{ sort, value, lines: [line.trim()], at, until: at }];
    const below = valueBelow(lines, at);
    if (cut < 0 && below.lines.length === 0) return [];
    return [{ sort, value: below.lines.map(bare).join(', '), lines: below.lines, at, until: below.until }];
  });
}

function bare(line: string): string {
  return line.replace(checked, '').trim();
}

/** The first line below a label; of a list of boxes the ticked ones. */
function valueBelow(lines: readonly string[], label: number): { readonly lines: readonly string[]; readonly until: number } {
  let at = label + 1;
  if ((lines[at] ?? '').trim() === '') at += 1;
  const boxes: string[] = [];
  while (at < lines.length && boxes.length < 12 && box.test((lines[at] ?? '').slice(0, 40))) boxes.push(lines[at++] ?? '');
  const below = boxes.length > 0 ? boxes.filter((line) => checked.test(line.slice(0, 40))) : [lines[at] ?? ''];
  const kept = below.map((line) => line.trim()).filter((line) => line !== '' && line.length <= longestLine);
  return { lines: kept, until: at };
}

const before = new Set(
  'your my uw je jouw mijn ihre ihr mein meine votre vos mon su tu mi suo il la le el het de the please selected'.split(' '),
);
const about = new Set(
  'privacy gdpr avg dsgvo rgpd ccpa dsar dsr data subject consumer customer klant requester requestor requester s subject s'.split(' '),
);

/** Null: a line of ordinary text. A label of several parts ("street, number") says who asks if each part does. */
function sortOf(label: string, alone: boolean): Field['sort'] | null {
  const parts = label.split(/[,/&]/);
  const sorts = parts.map((part) => sortOfPart(part, alone));
  return sorts.length > 1 && sorts.length < 5 && sorts.every((sort) => sort === 'person') ? 'person' : sortOfPart(label, alone);
}

function sortOfPart(label: string, alone: boolean): Field['sort'] | null {
  const words = wordsOf(label).map((word) => word.text);
  while (words.length > 1 && before.has(words[0] ?? '')) words.shift();
  const whole = words.join(' ');
  const short = words.filter((word, at) => at === words.length - 1 || !about.has(word)).join(' ');
  for (const one of [whole, short]) {
    if (typeLabels.has(one)) return 'type';
    if (referenceLabels.has(one)) return 'reference';
    if (statusLabels.has(one)) return 'status';
    if (personLabels.has(one)) return 'person';
  }
  return alone || words.length === 0 || words.length > 6 ? null : 'other';
}
