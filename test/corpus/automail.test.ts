import { expect, test } from 'vitest';
import { createParser } from '../../src/intake/parse.ts';
import { screen } from '../../src/intake/screen.ts';
import { percent, readCorpus, readCorpusFile } from './corpus.ts';

interface AutomailRow {
  readonly id: string;
  readonly path: string;
  readonly kind: string;
}

const rows = readCorpus<AutomailRow>('automail');
const context = {
  ownAddresses: ['privacy@example.org'],
  ownDomain: 'example.org',
  isOurLoop: () => false,
  authentication: 'unverified',
} as const;

test('machine mail is not acknowledged, people are', { timeout: 120_000 }, async (testContext) => {
  if (rows === null) return testContext.skip();
  const parser = createParser();
  const answers = await Promise.all(rows.map((row) => parser.parse(readCorpusFile(row.path), { truncated: false })));
  await parser.close();

  const table: Record<string, Record<string, number>> = {};
  const through: string[] = [];
  for (const [index, answer] of answers.entries()) {
    const row = rows[index];
    if (row === undefined) continue;
    table[row.kind] ??= { files: 0, strike: 0, acknowledged: 0, suppressed: 0, certain: 0, bounce: 0, automatic: 0, withOriginalId: 0 };
    const counts = table[row.kind] ?? {};
    const add = (name: string) => {
      counts[name] = (counts[name] ?? 0) + 1;
    };
    add('files');
    if (answer.status === 'strike') {
      add('strike');
      continue;
    }
    const verdict = screen(answer.message, context);
    add(verdict.acknowledge ? 'acknowledged' : 'suppressed');
    if (verdict.certain !== null) add('certain');
    if (verdict.disposition !== null) add(verdict.disposition);
    if ((answer.message.report?.originalMessageIds.length ?? 0) > 0) add('withOriginalId');
    if (verdict.acknowledge !== (row.kind === 'human')) through.push(`${row.kind} ${row.id} ${verdict.reasons.join(',')}`);
  }

  console.table(table);
  if (process.env.VERBOSE) console.log(through.join('\n'));
  const machines = Object.entries(table).filter(([kind]) => kind !== 'human');
  const files = machines.reduce((sum, [, { files = 0 }]) => sum + files, 0);
  const suppressed = machines.reduce((sum, [, { suppressed = 0 }]) => sum + suppressed, 0);
  console.log(`suppressed ${percent(suppressed, files)} of ${files} machine messages`);
  expect(answers.length).toBe(rows.length);
  expect(suppressed / files).toBeGreaterThan(0.98);
  expect(table.human?.strike).toBe(0);
  expect(table.human?.certain).toBe(0);
});
