/** Reads header fields as they came: RFC 5322 §2.2, §3.3 (dates), §3.6.4 (message ids). Nothing here throws. */
import type { Header } from './message.ts';
import { cleanText, cutText, decodeBytes } from './text.ts';

const longestValue = 64 * 1024;
const mostIds = 100;

/** Fields in wire order, unfolded. `lines` hold one byte per character. */
export function readHeaders(lines: readonly { readonly key: string; readonly line: string }[]): readonly Header[] {
  return lines.flatMap(({ key, line }) => {
    const colon = line.indexOf(':');
    if (key === '' || colon < 0) return [];
    const unfolded = line
      .slice(colon + 1)
      .replace(/\r?\n/g, '')
      .trim();
    const value = /[\x80-\xff]/.test(unfolded) ? decodeBytes(Buffer.from(unfolded, 'latin1'), null).text : cleanText(unfolded);
    return [{ name: cleanText(key), value: cutText(value, longestValue) }];
  });
}

export function valuesOf(headers: readonly Header[], name: string): readonly string[] {
  return headers.filter((header) => header.name === name).map(({ value }) => value);
}

/** Message-IDs with angle brackets, once each; a lone id without brackets gets them. */
export function readMessageIds(values: readonly string[]): readonly string[] {
  const found = values.flatMap((value) => {
    const bracketed = value.match(/<[^<>\s]{1,990}>/g);
    if (bracketed !== null) return bracketed;
    return /^[^\s<>"(),;]{1,990}$/.test(value) ? [`<${value}>`] : [];
  });
  return [...new Set(found)].slice(0, mostIds);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const zones: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
};
const datePattern =
  /(\d{1,2})[ -]+([A-Za-z]{3})[A-Za-z]*[ -]+(\d{2,4})[ ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?[ ]*([+-]\d{4}|[A-Z]{1,5})?/;

/** The instant of a Date field, ISO 8601; null when there is none or it lies before 1990 or after 2100. */
export function readDate(value: string): string | null {
  const match = datePattern.exec(value.slice(0, 200));
  if (match === null) return null;
  const [, day = '', month = '', year = '', hour = '', minute = '', second = '0', zone = ''] = match;
  const monthNumber = months.indexOf(month.toLowerCase()) + 1;
  const fullYear = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  if (monthNumber === 0 || fullYear < 1990 || fullYear > 2100) return null;
  try {
    const fields = { year: fullYear, month: monthNumber, day: Number(day), hour: Number(hour), minute: Number(minute) };
    const local = Temporal.PlainDateTime.from({ ...fields, second: Math.min(Number(second), 59) }, { overflow: 'reject' });
    return local.toZonedDateTime(offsetOf(zone)).toInstant().toString();
  } catch {
    return null;
  }
}

function offsetOf(zone: string): string {
  if (/^[+-]\d{4}$/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(3)}`;
  // RFC 5322 §4.3: a zone name nobody knows counts as +0000.
  return zones[zone] ?? '+00:00';
}
