import { expect, test } from 'vitest';
import type { ParsedMessage } from '../../src/intake/message.ts';
import { createParser } from '../../src/intake/parse.ts';
import { percent, readCorpus, readCorpusFile } from './corpus.ts';

interface MimeRow {
  readonly id: string;
  readonly path: string;
  readonly source: string;
  readonly expect: {
    readonly subject?: string;
    readonly from?: string;
    readonly text?: string;
    readonly attachments?: number;
    readonly first_text_part?: string;
  } | null;
}

const rows = readCorpus<MimeRow>('mime');

test('every message of the MIME corpus gives a row', { timeout: 120_000 }, async (context) => {
  if (rows === null) return context.skip();
  const parser = createParser();
  const answers = await Promise.all(rows.map((row) => parser.parse(readCorpusFile(row.path), { truncated: false })));
  await parser.close();

  const agreement = new Map<string, { checked: number; agreed: number; differing: string[] }>();
  const strikes: string[] = [];
  for (const [index, answer] of answers.entries()) {
    const row = rows[index];
    if (row === undefined) continue;
    if (answer.status === 'strike') {
      strikes.push(`${row.id}: ${answer.reason}`);
      continue;
    }
    for (const [field, agrees] of compare(answer.message, row.expect)) {
      const count = agreement.get(field) ?? { checked: 0, agreed: 0, differing: [] };
      count.checked += 1;
      if (agrees) count.agreed += 1;
      else count.differing.push(row.id);
      agreement.set(field, count);
    }
  }

  console.table(
    Object.fromEntries([...agreement].map(([field, { checked, agreed }]) => [field, { checked, agreed, share: percent(agreed, checked) }])),
  );
  console.log(`${rows.length} messages, ${strikes.length} strikes`, strikes);
  if (process.env.VERBOSE) for (const [field, { differing }] of agreement) console.log(field, differing);
  expect(answers.length).toBe(rows.length);
  expect(strikes.length).toBeLessThanOrEqual(rows.length / 100);
  for (const [field, { checked, agreed }] of agreement) expect(agreed / checked, field).toBeGreaterThan(0.8);
});

function compare(message: ParsedMessage, expected: MimeRow['expect']): readonly (readonly [string, boolean])[] {
  const wanted = expected ?? {};
  const from = message.from.status === 'one' ? message.from.address : message.from.reason;
  const found: (readonly [string, boolean])[] = [];
  if (wanted.subject !== undefined) found.push(['subject', words(message.subject) === words(wanted.subject)]);
  if (wanted.from !== undefined) found.push(['from', from.toLowerCase() === wanted.from.toLowerCase()]);
  if (wanted.text !== undefined) found.push(['text', words(message.text).includes(words(wanted.text))]);
  if (wanted.first_text_part !== undefined) found.push(['first text part', words(message.text).includes(words(wanted.first_text_part))]);
  if (wanted.attachments !== undefined) found.push(['attachments', message.attachments.length === wanted.attachments]);
  return found;
}

// Line ends and runs of white space are the sources' own habits.
function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
