// The evaluation from the command line, on files: no configuration, no database.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isLent } from '../../src/commands/control.ts';
import { linesOf, runAlone, type Said } from '../support/command-line.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tijdig-eval-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command line; `$FILE` in it is a file of these lines. */
function run(args: string, lines: readonly (object | string)[] = []): Promise<Said> {
  const file = join(folder, 'set.jsonl');
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const argv = args.split(' ').map((arg) => (arg === '$FILE' ? 'set.jsonl' : arg));
  return runAlone(folder, argv);
}

const deletion = {
  id: 'wis',
  lang: 'nl',
  subject: 'Account',
  text: 'Graag mijn account en al mijn gegevens verwijderen.',
  kinds: ['deletion'],
};
const copy = {
  id: 'inzage',
  lang: 'en',
  subject: 'My data',
  text: 'Please send me a copy of all the data you hold about me.',
  kinds: ['copy'],
};
const ordinary = { id: 'open', lang: 'nl', subject: 'Vraag', text: 'Hoe laat zijn jullie morgen open?', kinds: [], disposition: 'none' };

describe('eval of a file', () => {
  test('--json: one line a set, every classifier beside the others, languages apart', async () => {
    const said = await run('eval $FILE --json', [deletion, copy, ordinary]);
    expect(said).toMatchObject({ status: 0, err: '' });
    const [report = {}, ...more] = linesOf(said);
    expect(more).toEqual([]);
    expect(Object.keys(report)).toEqual(['name', 'systems', 'languages', 'milliseconds', 'exactDispositions']);
    const systems = report.systems as Record<string, { rows: number; macroF1: number; exact: object; perKind: object }>;
    const others = ['local, and a model that is always right', 'local, and a model that is always wrong'];
    expect(Object.keys(systems)).toEqual(['majority', 'keywords', 'rules', 'local', ...others]);
    expect(systems.local).toMatchObject({ rows: 3, macroF1: 1, exact: { count: 3, of: 3 }, missed: { count: 0, of: 2 } });
    expect(Object.keys(systems.local?.perKind ?? {})).toEqual(['deletion', 'copy']);
    // Each label occurs once here; the majority is the first, so that it finds one kind of two.
    expect(systems.majority).toMatchObject({ macroF1: 0.25, exact: { count: 1, of: 3 } });
    expect(report).toMatchObject({
      name: 'set.jsonl',
      languages: { en: { rows: 1 }, nl: { rows: 2 } },
      exactDispositions: { count: 1, of: 1 },
    });
    expect((report.milliseconds as { median: number }).median).toBeGreaterThan(0);
  });

  test('for a person: the same in tables', async () => {
    const { status, out } = await run('eval $FILE', [deletion, ordinary]);
    expect(status).toBe(0);
    expect(out).toContain('set.jsonl: 2 messages');
    expect(out).toMatch(/requests found +100\.0 % \(1\/1, 95 %: 20\.7-100\.0\); missed 0\.0 % \(0\/1/);
    expect(out).toMatch(/^deletion +1 +1\.000 \(1\/1\) +1\.000 \(1\/1\) +1\.000$/m);
  });

  test('utterances are a set of their own, debatable rows are in none', async () => {
    const rows = [deletion, { ...copy, utterance: true }, { ...ordinary, debatable: true }];
    const sets = linesOf(await run('eval $FILE --json', rows));
    expect(sets.map(({ name, systems }) => [name, (systems as { local: { rows: number } }).local.rows])).toEqual([
      ['set.jsonl', 1],
      ['set.jsonl, utterances', 1],
    ]);
  });

  test('--errors lists what was not understood, by id and reason, and not a word of the message', async () => {
    const wrong = [
      deletion,
      ordinary,
      { ...copy, kinds: [] },
      { ...ordinary, id: 'gemist', kinds: ['refund'], disposition: 'request' },
      { ...deletion, id: 'half', kinds: ['deletion', 'copy'] },
    ];
    const { out } = await run('eval $FILE --errors', wrong);
    const listed = out.split('\n').filter((line) => /^(MISSED|FALSE|other) /.test(line));
    expect(listed).toEqual([
      expect.stringMatching(/^FALSE {3}inzage \[en\] wanted nothing, said copy [01]\.\d\d.*\(copy: .+\)$/),
      expect.stringMatching(/^MISSED {2}gemist \[nl\] wanted refund, said none/),
      expect.stringMatching(/^other {3}half \[nl\] wanted deletion\+copy, said deletion [01]\.\d\d.*\(deletion: .+\)$/),
    ]);
    for (const { text } of wrong)
      for (const word of text.split(' ').filter(({ length }) => length > 5)) expect(listed.join()).not.toContain(word);
  });

  test('--errors --json is JSON throughout', async () => {
    const [, mistake, ...more] = linesOf(await run('eval $FILE --errors --json', [ordinary, { ...deletion, kinds: [] }]));
    expect(more).toEqual([]);
    expect(mistake).toMatchObject({
      mistake: 'false',
      id: 'wis',
      lang: 'nl',
      wanted: [],
      said: [{ kind: 'deletion' }],
      disposition: 'request',
    });
  });

  test('--threshold and --doubt stand in for those of the policy', async () => {
    const local = async (options: string) => {
      const [report = {}] = linesOf(await run(`eval $FILE --json ${options}`, [deletion, ordinary]));
      return (report.systems as { local: object }).local;
    };
    expect(await local('--threshold 1')).toMatchObject({ exact: { count: 1 }, found: { count: 1 }, toPerson: { count: 1 } });
    expect(await local('--threshold 1 --doubt 1')).toMatchObject({ found: { count: 0 }, toPerson: { count: 0 } });
    expect(await local('--doubt 0')).toMatchObject({ ordinaryToPerson: { count: 1, of: 1 } });
  });
});

describe('what cannot be measured is refused in one line', () => {
  test.each([
    ['a line that is none', 'eval $FILE', [deletion, 'Geheim'], 1, /^set\.jsonl, line 2 is no labelled message/],
    ['a file that is not there', 'eval nowhere.jsonl', [], 1, /nowhere\.jsonl cannot be read/],
    ['a share beyond 1', 'eval $FILE --doubt 2', [deletion], 2, /between 0 and 1/],
    ['a share that is no number', 'eval $FILE --threshold half', [deletion], 2, /for example 0\.5/],
  ] as const)('%s', async (_, args, lines, status, words) => {
    const said = await run(args, lines);
    expect(said).toMatchObject({ status, out: '' });
    expect(said.err).toMatch(words);
    expect(said.err).not.toMatch(/Geheim|^ {4}at /m);
    expect(said.err.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });
});

test('--help shows what a line looks like, and that line can be measured', async () => {
  const { status, out } = await run('eval --help');
  expect(status).toBe(0);
  const example = /^A line: (.+)$/m.exec(out)?.[1] ?? '';
  expect(await run('eval $FILE --json', [example])).toMatchObject({ status: 0 });
});

test('a running worker is asked for its own corrections only, not to measure files', () => {
  expect(isLent(['eval', 'set.jsonl'])).toBe(false);
  expect(isLent(['eval', '--own'])).toBe(true);
  expect(isLent(['replay', '--since', '2026-01-01'])).toBe(true);
  expect(isLent([])).toBe(false);
});
