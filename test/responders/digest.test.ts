import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { letterLanguages } from '../../src/case/kind.ts';
import { digest } from '../../src/responders/digest.ts';
import { type DigestFacts, digestLists } from '../../src/responders/digest-facts.ts';
import { monthSummary, ordinaryDigest, quietDigest, terribleDigest, weekSummary } from '../../src/responders/digest-samples.ts';
import type { LetterText } from '../../src/responders/letter.ts';
import { summary } from '../../src/responders/summary.ts';
import { payloads } from './payloads.ts';

/** Words of the HTML as they are read, without tags. */
function words({ html }: LetterText): string {
  return html
    .slice(html.indexOf('<body'))
    .replace(/<!--.*?-->/gs, ' ')
    .replace(/ alt="([^"]*)"[^>]*>/g, '>$1 ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\u{a0}]+/gu, ' ');
}

function tokens(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}§%][\p{L}\p{N}§%/-]*/gu) ?? [];
}

function references(text: string): readonly string[] {
  return [...new Set(text.match(/T-\d{4}-\d+-\d/g))];
}

function cell(facts: DigestFacts, list: (typeof digestLists)[number], count: number): DigestFacts['lists'] {
  const [row] = terribleDigest('en').lists['past-law'];
  if (row === undefined) throw new Error('no row');
  const rows = Array.from({ length: count }, (_, index) => ({ ...row, reference: `T-1000-${1000 + index}-1` }));
  return { ...facts.lists, [list]: rows };
}

describe.each(letterLanguages)('in %s', (language) => {
  const all = [
    ['quiet', digest(quietDigest(language))],
    ['ordinary', digest(ordinaryDigest(language))],
    ['terrible', digest(terribleDigest(language))],
    ['week', summary(weekSummary(language))],
    ['month', summary(monthSummary(language))],
  ] as const;

  test.each(all)('%s: the HTML says what the text says, also where no picture is shown', (_, letter) => {
    const shown = new Set(tokens(words(letter)));
    expect(tokens(letter.text.replace(/https:\S+/g, '')).filter((token) => !shown.has(token))).toEqual([]);
  });

  test.each(all)('%s: nothing is fetched, and each picture goes with the letter', (_, { html, images = [] }) => {
    expect([...html.matchAll(/src="([^"]*)"/g)].map(([, source]) => source)).toEqual(images.map(({ cid }) => `cid:${cid}`));
    expect(html).not.toMatch(/url\(|@import|<link|<script|background="/);
    for (const [, link] of html.matchAll(/href="([^"]*)"/g)) expect(link).toMatch(/^https:\/\/support\.belvoorbeeld\.example\//);
  });
});

describe('rows', () => {
  test('fifteen at most, each case once, the rest counted', () => {
    const facts = terribleDigest('en');
    const { text } = digest(facts);
    const inLists = new Set(digestLists.flatMap((list) => facts.lists[list].map(({ reference }) => reference)));
    expect(references(text)).toHaveLength(15);
    const counted = [...text.matchAll(/^- and (\d+) more/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(15 + counted).toBe(inLists.size + facts.moved.length);
  });

  test.each([14, 15, 16])('%i cases', (count) => {
    const quiet = quietDigest('en');
    const { text } = digest({ ...quiet, lists: cell(quiet, 'past-law', count) });
    expect(references(text)).toHaveLength(Math.min(15, count));
    expect(text.includes('- and 1 more: https://support.belvoorbeeld.example/?view=overdue')).toBe(count === 16);
  });

  test('a case in several lists stands in the gravest', () => {
    const [late] = ordinaryDigest('en').lists['past-law'];
    if (late === undefined) throw new Error('no row');
    const lists = { ...quietDigest('en').lists, 'past-law': [late], 'act-by': [late], approval: [late] };
    const { subject, text } = digest({ ...quietDigest('en'), lists });
    expect(text.match(new RegExp(late.reference, 'g'))).toHaveLength(1);
    expect(subject).toBe('1 past the legal term · Daily digest Monday 30 November 2026');
    expect(text).toContain('awaiting approval by anna, joost');
  });

  test.each(digestLists)('something in %s alone is no quiet day', (list) => {
    const quiet = quietDigest('en');
    expect(digest({ ...quiet, lists: cell(quiet, list, 1) }).text).toContain('T-1000-1000-1');
  });
});

describe('a quiet day', () => {
  test('is one line, with the head of the audit below it', () => {
    const [, line, link, foot, ...more] = digest(quietDigest('en')).text.trim().split('\n\n');
    expect(line).toBe('Nothing to decide today; 3 cases open, first due date Tue 8 Dec. 412 received, 412 accounted for.');
    expect(link).toBe('Open the queue: https://support.belvoorbeeld.example/');
    expect(foot).toMatch(/^Audit chain: head 12045:3f9a2c1e77b0d45a\. /);
    expect(more).toEqual([]);
  });

  test.each([
    ['a count that is off', { ledger: { seen: 412, accounted: 411, pending: 0, difference: 1 } }, 'The count is off'],
    ['no worker', { workers: { alive: 0, longestGapMinutes: 20 } }, 'No worker is running'],
    ['a long silence', { workers: { alive: 1, longestGapMinutes: 31 } }, 'longest silence 31 min'],
    [
      'an alarm that is over',
      { alarms: [{ code: 'mailbox-away', at: '2026-11-30T02:00:00Z', endedAt: '2026-11-30T02:30:00Z' }] },
      'from Mon 30 Nov 03:00 to 03:30',
    ],
    [
      'an alarm that lasts',
      { alarms: [{ code: 'mailbox-away', at: '2026-11-30T02:00:00Z', endedAt: null }] },
      'since Mon 30 Nov 03:00, not over',
    ],
    [
      'a moved date',
      { moved: [{ reference: 'T-1', what: 'due', from: '2026-12-24', to: '2026-12-23' }] },
      'due Wed 23 Dec, was Thu 24 Dec',
    ],
  ] as const)('is not quiet with %s', (_, other, said) => {
    expect(digest({ ...quietDigest('en'), ...other }).text).toContain(said);
  });
});

describe('links', () => {
  test('without staff pages there are none', () => {
    for (const letter of [digest({ ...terribleDigest('nl'), consoleUrl: null }), summary({ ...monthSummary('nl'), consoleUrl: null })])
      expect(letter.html + letter.text).not.toMatch(/https?:/);
  });

  test.each(payloads)('a reference %j leads nowhere else and opens nothing', (reference) => {
    const facts = ordinaryDigest('nl');
    const [row] = facts.lists['past-law'];
    if (row === undefined) throw new Error('no row');
    const naming = (name: string) =>
      digest({ ...facts, lists: { ...quietDigest('nl').lists, 'past-law': [{ ...row, reference: name }] } }).html;
    const html = naming(reference);
    for (const [, link] of html.matchAll(/href="([^"]*)"/g)) expect(new URL(link ?? '').origin).toBe(facts.consoleUrl);
    expect(html.match(/<[a-z!/]/g)).toEqual(naming('R').match(/<[a-z!/]/g));
  });
});

describe('charts', () => {
  test('the same numbers give the same bytes and the same name, others others', () => {
    const [one, two] = [digest(ordinaryDigest('nl')), digest(ordinaryDigest('fr'))];
    expect(one.images).toEqual(two.images);
    const [days] = one.images ?? [];
    const [other] = digest(terribleDigest('nl')).images ?? [];
    expect(other?.cid).not.toBe(days?.cid);
    for (const image of one.images ?? []) expect(image.png.length).toBeLessThan(12_000);
  });

  test('a column is as tall as its number, and one late answer among many is seen', () => {
    const weeks = [100, 50, 0].map((inTime, index) => ({
      week: `2026-11-${16 + index * 7}`,
      inTime,
      promiseMissed: 0,
      legalMissed: index === 0 ? 1 : 0,
    }));
    const [, drawn] = digest({ ...ordinaryDigest('nl'), weeks }).images ?? [];
    const image = PNG.sync.read(Buffer.from(drawn?.png ?? []));
    const tall = (column: number, colour: readonly number[]) => {
      const x = Math.round(((column + 0.5) * image.width) / 3);
      const at = (y: number) => [...image.data.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 3)];
      return Array.from({ length: image.height }, (_, y) => at(y)).filter((pixel) => pixel.join() === colour.join()).length;
    };
    const [green, red] = [
      [0x3f, 0x8f, 0x6b],
      [0xd1, 0x43, 0x3f],
    ];
    expect(tall(0, green ?? []) / tall(1, green ?? [])).toBeCloseTo(2, 1);
    expect(tall(2, green ?? [])).toBe(0);
    expect(tall(0, red ?? [])).toBeGreaterThanOrEqual(4);
  });
});
