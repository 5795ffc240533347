import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caseStatuses } from '../../src/case/case.ts';
import { lent } from '../../src/commands/control.ts';
import type { Surroundings } from '../../src/commands/io.ts';
import { runCommand } from '../../src/commands/program.ts';

const page = readFileSync(`${import.meta.dirname}/../../docs/cli.md`, 'utf8');

/** What the program itself says of a command line, and its exit status. */
async function ask(...argv: readonly string[]): Promise<{ said: string; status: number }> {
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const here: Surroundings = {
    out: say,
    err: say,
    cwd: '/nowhere',
    signal: new AbortController().signal,
    terminal: false,
    environment: {},
    run: runCommand,
    withHouse: () => Promise.reject(new Error('help needs no house')),
  };
  return { status: await runCommand(argv, here), said };
}

async function commands(): Promise<readonly string[]> {
  const { said } = await ask('--help');
  const listed = said.slice(said.indexOf('Running:')).matchAll(/^ {2}([a-z-]+)/gm);
  return [...listed].map(([, name = '']) => name).filter((name) => !['help', 'tijdig'].includes(name));
}

/** The part of the page about one command. */
function section(name: string): string {
  const [, after] = page.split(new RegExp(`^### \`tijdig ${name}[ \`]`, 'm'));
  return after?.split(/^#{2,3} /m)[0] ?? '';
}

const names = await commands();

describe('docs/cli.md and the program agree', () => {
  test('on which commands there are', () => {
    const documented = [...page.matchAll(/^### `tijdig ([a-z-]+)/gm)].map(([, name]) => name);
    expect(documented.toSorted()).toEqual(names.toSorted());
    expect(names.length).toBeGreaterThan(16);
  });

  test.each(names)('on the arguments and options of %s', async (name) => {
    const { said } = await ask(name, '--help');
    const usage = /^Usage: tijdig [a-z-]+ \[options\](.*)$/m.exec(said)?.[1];
    expect(page).toContain(`### \`tijdig ${name}${usage}\`\n`);
    const options = [...said.matchAll(/^ {2}(--[a-z-]+(?: <[a-z.]+>)?)/gm)].map(([, option]) => option);
    const documented = [...section(name).matchAll(/^- `(--[a-z-]+(?: <[a-z.]+>)?)`/gm)].map(([, option]) => option);
    expect(documented.toSorted()).toEqual(options.toSorted());
    expect(options).toContain('--json');
  });

  test('on the statuses of a case, in order', () => {
    const table = section('cases').split('| status | meaning |')[1] ?? '';
    const rows = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, status]) => status);
    expect(rows).toEqual([...caseStatuses]);
  });
});

test('every command that needs the data is lent by a running worker', () => {
  const alone = ['demo', 'start', 'drop', 'migrate', 'classify', 'due', 'policy', 'letter', 'restore'];
  expect([...lent, ...alone].toSorted()).toEqual(names.toSorted());
});

test.each(names)('%s --help ends with an example of itself', async (name) => {
  const { said, status } = await ask(name, '--help');
  expect(status).toBe(0);
  expect(said).toMatch(new RegExp(`Example:\n {2}.*\\btijdig ${name}\\b`));
});

describe('what is misunderstood costs status 2 and a line that says what', () => {
  test.each([
    [['nonsense'], 'unknown command'],
    [['case'], 'reference'],
    [['cases', '--status', 'open'], 'Allowed choices are needs-a-person'],
    [['cases', '--kindd', 'copy'], 'Did you mean --kind?'],
    [['due', '--kind', 'deletion'], '--received'],
    [['due', '--kind', 'deletion', '--received', '2026-01-30'], 'with its zone'],
    [['digest', '--date', '2026-13-01'], 'for example 2026-11-22'],
    [['reject', 'T-4827-3915-1'], '--reason'],
    [['task', 'T-4827-3915-1', 'message-read'], '--kind deletion'],
    [['task', 'T-4827-3915-1', 'identity-verified', '--kind', 'none'], 'message-read'],
    [['open', '--kind', 'deletion', '--channel', 'letter', '--words', 'x'], '--received'],
    [['open', '--kind', 'deletion', '--channel', 'pigeon', '--words', 'x', '--received', 'x'], 'telephone'],
    [['refuse', 'T-4827-3915-1'], '--reasons'],
    [['extend', 'T-4827-3915-1', '--because', 'laziness', '--words', 'x'], 'complexity'],
    [['pause', 'T-4827-3915-1', '--because', 'identity-doubt'], '--reason'],
    [['hold', 'T-4827-3915-1', '--until', 'ooit', '--reason', 'x'], 'for example 2026-11-22'],
    [['link', 'T-4827-3915-1'], 'other'],
    [['outside', 'T-4827-3915-1', '--finished', 'maybe'], 'yes, no'],
    [['classify'], 'file'],
    [['drop'], 'file'],
    [['audit', 'verify', '--head', '812'], 'It looks like 812:'],
  ])('%j', async (argv, said) => {
    const answer = await ask(...argv);
    expect(answer.status).toBe(2);
    expect(answer.said).toContain(said);
    expect(answer.said).not.toMatch(/^ {4}at /m);
    expect(answer.said.trim().split('\n').length).toBeLessThanOrEqual(3);
  });
});
