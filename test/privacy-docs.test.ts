// docs/privacy.md is complete: every table, every rule of the policy; and what it names as proof exists.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageFile } from '../src/worker/assemble.ts';

const page = readFileSync(packageFile('docs/privacy.md'), 'utf8');

test('names every table', () => {
  const folder = packageFile('src/schema');
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const tables = sources.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/pgTable\(\s*'([a-z_]+)'/g)]);
  const missing = tables.map(([, table = '']) => table).filter((table) => !page.includes(`\`${table}\``));
  expect(missing).toEqual([]);
  expect(tables.length).toBeGreaterThan(25);
});

test('names every rule of retention, and none that is not there', () => {
  type Rules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const { retention } = parse(readFileSync(packageFile('policy.yaml'), 'utf8')) as { retention: Rules };
  const rules = Object.entries(retention).flatMap(([name, of]) => ('days' in of ? [name] : Object.keys(of).map((one) => `${name}.${one}`)));
  const named = [...page.matchAll(/`((?:mail|cases)\.[a-z_]+|staffMail)`/g)].map(([, rule = '']) => rule);
  expect([...new Set(named)].toSorted()).toEqual(rules.toSorted());
});

test('names proofs that exist, at least one on each line of what is stored', () => {
  const stored = page.split('## What is stored')[1]?.split('\n## ')[0] ?? '';
  const lines = stored.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| what'));
  const proofs = (text: string) => [...text.matchAll(/`(test\/[a-z/-]+\.test\.ts)`/g)].map(([, file = '']) => file);
  expect(lines.filter((line) => proofs(line).length === 0)).toEqual([]);
  expect(lines.length).toBeGreaterThan(20);
  expect(proofs(page).filter((file) => !existsSync(packageFile(file)))).toEqual([]);
});
