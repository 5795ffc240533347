import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFindings } from '../support/source-rules.ts';

const allowed: Readonly<Record<string, readonly string[]>> = {
  'reads-the-time': ['src/clock.ts'],
  'reads-the-environment': ['src/config.ts'],
  'acts-when-loaded': ['src/main.ts', 'src/cli.ts', 'src/intake/parse-thread.ts'],
};

test('only clock.ts reads the time, only config.ts the environment, only the entries act when loaded', () => {
  const files = globSync('src/**/*.ts', { cwd: `${import.meta.dirname}/../..` });
  expect(files.length).toBeGreaterThan(30);
  const breaches = files.flatMap((file) =>
    sourceFindings(readFileSync(`${import.meta.dirname}/../../${file}`, 'utf8'))
      .filter(({ rule }) => !allowed[rule]?.includes(file))
      .map(({ rule, line }) => `${file}:${line} ${rule}`),
  );
  expect(breaches).toEqual([]);
});

describe('the rules bite', () => {
  test.each([
    ['reads-the-time', 'export const now = () => Date.now();'],
    ['reads-the-time', 'export const now = () => globalThis.Date.now();'],
    ['reads-the-time', 'export function now() { return new Date(); }'],
    ['reads-the-time', 'export const now = () => Date();'],
    ['reads-the-time', 'export const now = () => Temporal.Now.instant();'],
    ['reads-the-time', "export const now = () => Date['now']();"],
    ['reads-the-time', 'export const clocks = [Date.now];'],
    ['reads-the-environment', 'export const home = () => process.env.HOME;'],
    ['reads-the-environment', "export const home = () => process['env'];"],
    ['reads-the-environment', "import { env } from 'node:process';\nexport const home = () => env.HOME;"],
    ['reads-the-environment', 'export const load = () => process.loadEnvFile();'],
    ['acts-when-loaded', "console.log('hello');"],
    ['acts-when-loaded', 'if (import.meta.main) run();\nexport function run() {}'],
    ['acts-when-loaded', "export const page = await fetch('http://localhost');"],
  ])('%s: %s', (rule, source) => {
    expect(sourceFindings(source).map((finding) => finding.rule)).toContain(rule);
  });

  test.each([
    'export const day = (ms: number) => new Date(ms).getDay();',
    'export const zone = (at: Temporal.Instant) => at.toZonedDateTimeISO("UTC");',
    'export async function run() { await Promise.resolve(); }',
    "export const words = new Map([['a', 1]]);",
    'export function read(environment: Record<string, string>) { return environment.HOME; }',
    "export type Environment = typeof import('node:process');",
  ])('and leave in peace: %s', (source) => {
    expect(sourceFindings(source)).toEqual([]);
  });
});
