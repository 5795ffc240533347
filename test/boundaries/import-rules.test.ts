import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

// Each rule is broken on purpose in a small house of its own, and must be seen to bite: a rule whose pattern
// matches nothing is green for ever.

const root = dirname(dirname(import.meta.dirname));
const rulesFile: string = join(root, '.dependency-cruiser.mjs');
const { forbidden } = ((await import(rulesFile)) as { default: { forbidden: readonly { name: string; comment: string }[] } }).default;
const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true });
});

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
  /** The other files of a cycle, which is reported once. */
  readonly cycle?: readonly { readonly name: string }[];
}

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly Violation[];
  };
}

async function cruise(folder: string): Promise<Report> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const run = promisify(execFile)(process.execPath, [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'], {
    cwd: folder,
    maxBuffer: 100_000_000,
  });
  // It ends with the number of violations as its status, and prints the same report.
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
  return JSON.parse(stdout) as Report;
}

function breachesOf({ rule, from, cycle = [] }: Violation): readonly string[] {
  return [from, ...cycle.map(({ name }) => name)].map((file) => `${rule.name}: ${file}`);
}

function buildHouse(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-boundaries-'));
  temporary.push(folder);
  for (const name of ['.dependency-cruiser.mjs', 'package.json', 'tsconfig.json']) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const room = 'export const value = 1;\nexport interface Shape { readonly a: number }\n';

/** A house in order: every room, every door with its package, and the types that may cross. */
const house: Readonly<Record<string, string>> = {
  'src/main.ts': lines(['./worker/run.ts', './config.ts', './clock.ts', './log.ts', './holidays.ts', './policy-file.ts']),
  'src/cli.ts': lines(['commander', './demo/demo.ts', './worker/run.ts', './commands/start.ts']),
  'src/console/case-page/diff.ts': `import 'diff';\n${room}`,
  'src/commands/start.ts': lines(['../console/server.ts', '../store/sign-in.ts']),
  'src/console/server.ts': `${lines(['@hono/node-server', 'hono', 'hono/html', './case-page/diff.ts', '../worker/staff-commands.ts', '../store/queue.ts'])}import type { Shape } from '../store/sign-in.ts';\n${room}export type Crossed = Shape;\n`,
  'src/config.ts': room,
  'src/clock.ts': room,
  'src/errors.ts': room,
  'src/log.ts': `import 'pino';\n${room}`,
  'src/holidays.ts': `import 'date-holidays';\n${room}`,
  'src/policy-file.ts': lines(['yaml', './case/decide.ts', './errors.ts']),
  'src/demo/demo.ts': lines(['hoodiecrow-imap', 'smtp-server', '../worker/run.ts', '../intake/imap.ts']),
  'src/worker/run.ts': lines([
    './schedule.ts',
    ...['imap', 'parse', 'address', 'html-text', 'safe-html', 'reply-header'].map((file) => `../intake/${file}.ts`),
    ...['language', 'openai'].map((file) => `../classify/${file}.ts`),
    ...['templates', 'markdown', 'chart'].map((file) => `../responders/${file}.ts`),
    ...['smtp', 'compose'].map((file) => `../outbox/${file}.ts`),
    '../directory/http-directory.ts',
    '../store/db.ts',
    '../case/decide.ts',
  ]),
  'src/worker/staff-commands.ts': room,
  'src/directory/http-directory.ts': `import 'zod';\nimport '../errors.ts';\nimport '../privacy/seal.ts';\n${room}`,
  'src/worker/schedule.ts': "import 'node-cron';\n",
  'src/case/decide.ts': `import { value } from './policy.ts';\n${room.replace('value', 'decide')}export const other = value;\n`,
  'src/case/policy.ts': room,
  'src/privacy/seal.ts': `import 'node:crypto';\nimport '../errors.ts';\n${room}`,
  'src/intake/imap.ts': `${lines(['imapflow', '../privacy/seal.ts', '../errors.ts', './imap-reading.ts'])}import type { Shape } from '../log.ts';\n${room}export type Crossed = Shape;\n`,
  'src/intake/imap-reading.ts': "import type { ImapFlow } from 'imapflow';\nexport type Reading = ImapFlow;\n",
  'src/intake/parse.ts': `import 'mailparser';\n${room}`,
  'src/intake/address.ts': `import 'nodemailer/lib/addressparser';\n${room}`,
  'src/intake/safe-html.ts': `import 'sanitize-html';\n${room}`,
  'src/intake/html-text.ts': `import 'html-to-text';\n${room}`,
  'src/intake/reply-header.ts': `import 'email-reply-parser';\n${room}`,
  'src/classify/language.ts': "import 'tinyld';\nimport type { Shape } from '../intake/parse.ts';\nexport type Crossed = Shape;\n",
  'src/classify/openai.ts': lines(['openai', 'zod']),
  'src/responders/templates.ts': `import 'liquidjs';\n${room}`,
  'src/responders/chart.ts': `import 'pngjs';\n${room}`,
  'src/responders/markdown.ts': `import 'markdown-it';\n${room}`,
  'src/outbox/smtp.ts': `import 'nodemailer';\nimport 'nodemailer/lib/smtp-connection';\n${room}`,
  'src/outbox/compose.ts': `import 'nodemailer/lib/mail-composer';\n${room}`,
  'src/store/db.ts': lines(['postgres', '@electric-sql/pglite', 'drizzle-orm/pglite', 'drizzle-orm/postgres-js', './cases.ts']),
  'src/store/cases.ts': lines(['drizzle-orm', '../schema/case.ts', '../privacy/seal.ts', '../case/decide.ts']),
  'src/store/queue.ts': room,
  'src/store/sign-in.ts': `${lines(['better-auth', 'better-auth/plugins'])}${room}`,
  'src/schema/case.ts': "import 'drizzle-orm/pg-core';\nimport type { Shape } from '../intake/parse.ts';\nexport type Crossed = Shape;\n",
};

function lines(imports: readonly string[]): string {
  return imports.map((path) => `import '${path}';\n`).join('');
}

/** Rule, file, and the line in it that breaks the rule. */
const breaches: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['case-is-pure', 'src/case/a.ts', "import 'node:crypto';"],
  ['case-is-pure', 'src/case/b.ts', "import 'zod';"],
  ['case-is-pure', 'src/case/c.ts', "import type { Shape } from '../clock.ts';\nexport type T = Shape;"],
  ['case-is-pure', 'src/case/d.ts', "import type { Shape } from '../privacy/seal.ts';\nexport type T = Shape;"],
  ['privacy-is-ground', 'src/privacy/a.ts', "import '../config.ts';"],
  ['rooms-do-not-meet', 'src/classify/a.ts', "import '../intake/parse.ts';"],
  ['rooms-do-not-meet', 'src/intake/a.ts', "export { value } from '../outbox/smtp.ts';"],
  ['rooms-do-not-meet', 'src/directory/a.ts', "import '../intake/parse.ts';"],
  ['rooms-do-not-meet', 'src/outbox/a.ts', "export const load = () => import('../responders/templates.ts');"],
  [
    'rooms-do-not-meet',
    'src/responders/a.ts',
    "import { value, type Shape } from '../intake/parse.ts';\nexport const v: Shape = { a: value };",
  ],
  ['rooms-know-no-store-and-no-shell', 'src/intake/b.ts', "import '../store/db.ts';"],
  ['rooms-know-no-store-and-no-shell', 'src/intake/c.ts', "import type { Crossed } from '../schema/case.ts';\nexport type T = Crossed;"],
  ['rooms-know-no-store-and-no-shell', 'src/responders/b.ts', "import '../worker/run.ts';"],
  ['rooms-know-no-store-and-no-shell', 'src/directory/b.ts', "import '../store/db.ts';"],
  ['rooms-know-no-store-and-no-shell', 'src/outbox/b.ts', "import '../cli.ts';"],
  ['rooms-stand-on-the-ground-floor', 'src/intake/d.ts', "import '../log.ts';"],
  ['rooms-stand-on-the-ground-floor', 'src/outbox/c.ts', "import { value } from '../clock.ts';\nexport const v = value;"],
  ['rooms-stand-on-the-ground-floor', 'src/directory/c.ts', "import '../log.ts';"],
  ['rooms-stand-on-the-ground-floor', 'src/classify/b.ts', "import '../config.ts';"],
  ['only-the-shell-introduces-rooms', 'src/store/a.ts', "import '../intake/parse.ts';"],
  ['only-the-shell-introduces-rooms', 'src/store/f.ts', "import '../directory/http-directory.ts';"],
  ['only-the-shell-introduces-rooms', 'src/extra.ts', "import './responders/templates.ts';"],
  ['only-store-reads-schema', 'src/worker/a.ts', "import '../schema/case.ts';"],
  ['only-store-reads-schema', 'src/worker/b.ts', "import type { Crossed } from '../schema/case.ts';\nexport type T = Crossed;"],
  ['schema-is-tables', 'src/schema/a.ts', "import '../privacy/seal.ts';"],
  ['store-does-not-call-back', 'src/store/b.ts', "import '../worker/schedule.ts';"],
  ['worker-knows-no-entry', 'src/worker/c.ts', "import '../cli.ts';"],
  ['worker-knows-no-entry', 'src/worker/d.ts', "import '../demo/demo.ts';"],
  ['console-speaks-to-the-worker', 'src/console/c.ts', "import '../responders/templates.ts';"],
  ['console-speaks-to-the-worker', 'src/console/d.ts', "import '../worker/run.ts';"],
  ['console-only-reads', 'src/console/e.ts', "import '../store/cases.ts';"],
  ['console-only-reads', 'src/console/f.ts', "import '../store/sign-in.ts';"],
  ['nobody-asks-the-console', 'src/worker/p.ts', "import '../console/server.ts';"],
  ['nobody-asks-the-console', 'src/store/e.ts', "import type { Crossed } from '../console/server.ts';\nexport type T = Crossed;"],
  ...(
    [
      ['imapflow', 'src/intake/e.ts'],
      ['mailparser', 'src/intake/f.ts'],
      ['nodemailer', 'src/outbox/compose.ts'],
      ['nodemailer/lib/mail-composer', 'src/outbox/smtp.ts'],
      ['nodemailer/lib/addressparser', 'src/outbox/d.ts'],
      ['openai', 'src/classify/c.ts'],
      ['tinyld', 'src/classify/d.ts'],
      ['html-to-text', 'src/intake/parse.ts'],
      ['sanitize-html', 'src/intake/h.ts'],
      ['email-reply-parser', 'src/intake/g.ts'],
      ['liquidjs', 'src/responders/c.ts'],
      ['pngjs', 'src/responders/d.ts'],
      ['markdown-it', 'src/responders/templates.ts'],
      ['postgres', 'src/store/cases.ts'],
      ['@electric-sql/pglite', 'src/store/c.ts'],
      ['drizzle-orm/postgres-js', 'src/store/d.ts'],
      ['drizzle-orm', 'src/worker/e.ts'],
      ['node-cron', 'src/worker/f.ts'],
      ['date-holidays', 'src/worker/g.ts'],
      ['yaml', 'src/config.ts'],
      ['pino', 'src/worker/h.ts'],
      ['commander', 'src/main.ts'],
      ['hoodiecrow-imap', 'src/worker/i.ts'],
      ['smtp-server', 'src/outbox/e.ts'],
      ['hono', 'src/worker/o.ts'],
      ['@hono/node-server', 'src/console/a.ts'],
      ['diff', 'src/console/h.ts'],
      ['better-auth', 'src/console/b.ts'],
    ] as const
  ).flatMap(([name, file], index) => {
    const bare = name.replace(/^((?:@[^/]+\/)?[^/]+).*/, '$1');
    const typed = `import type * as types${index} from '${name}';\nexport type T${index} = typeof types${index};`;
    return [
      [`one-door-${index + 1}-${bare}`, file, `import '${name}';`],
      [`types-stay-${bare}`, 'src/console.ts', typed],
    ] as const;
  }),
  ['every-package-has-a-door', 'src/worker/j.ts', "import 'libmime';"],
  ['every-package-has-a-door', 'src/worker/k.ts', "import 'fast-check';"],
  ['no-development-packages', 'src/worker/l.ts', "import 'fast-check';"],
  ['nothing-unresolved', 'src/worker/m.ts', "import './absent.ts';"],
  ['nothing-unresolved', 'src/worker/n.ts', "import 'no-such-package-of-ours';"],
  ['no-cycles', 'src/case/policy.ts', "import './decide.ts';"],
  ['no-cycles', 'src/log.ts', "import type { Shape as Other } from './config.ts';\nexport type O = Other;"],
  ['no-cycles', 'src/config.ts', "import type { Shape as Another } from './log.ts';\nexport type A = Another;"],
  ['nothing-unreachable', 'src/unreached.ts', "import './errors.ts';"],
  ['no-orphans', 'src/orphan.ts', 'export const alone = 1;'],
];

describe('the rules of .dependency-cruiser.mjs', () => {
  test('let a house in order pass', async () => {
    const { summary } = await cruise(buildHouse(house));
    expect(summary.violations.flatMap(breachesOf)).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(Object.keys(house).length);
  });

  test('each bite where they are broken', async () => {
    const broken: Record<string, string> = { ...house };
    for (const [, file, line] of breaches) broken[file] = `${broken[file] ?? ''}${line}\n`;
    const { summary } = await cruise(buildHouse(broken));
    const seen = new Set(summary.violations.flatMap(breachesOf));
    expect(breaches.map(([rule, file]) => `${rule}: ${file}`).filter((breach) => !seen.has(breach))).toEqual([]);
  });

  test('are all broken here', () => {
    const names = forbidden.map(({ name }) => name);
    expect([...new Set(breaches.map(([rule]) => rule))].sort()).toEqual(names.sort());
  });

  test('say what to do instead', () => {
    for (const { name, comment } of forbidden) expect(comment.length, name).toBeGreaterThan(40);
  });

  test('really look at the program', async () => {
    // Under a compiler it does not know, dependency-cruiser sees no modules and is content.
    const { summary } = await cruise(root);
    expect(summary.totalCruised).toBeGreaterThan(30);
  });
});
