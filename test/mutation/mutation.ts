import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { instrument, type Mutant } from './mutants.ts';
import { collect, type NotedTest, takeGroups } from './vitest.ts';

// Tries every mutant of src/case against the tests of test/case: `npm run mutation -- [--json] [--survivors] [file …]`.
// A test runs only for the mutants it reaches, the quickest first, until one of them fails.

const root = new URL('../../', import.meta.url);
/** Left out: they walk or throw dice for half a minute each, and a mutant must die of a plain example. */
const leftOut = ['walk.test.ts', 'safety.test.ts'];
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const mutants: Mutant[] = [];
const texts = new Map<string, string>();
for (const path of globSync('src/case/*.ts', { cwd: root }).toSorted()) {
  const url = new URL(path, root).href;
  const { text, mutants: found } = instrument(basename(path), readFileSync(new URL(url), 'utf8'), mutants.length);
  texts.set(url, text);
  mutants.push(...found);
}

let active = -1;
let reached: Set<number> | null = null;
let rounds = 0;
let mostRounds = Number.POSITIVE_INFINITY;

class EndlessLoop extends Error {}

Object.assign(globalThis, {
  $m(id: number): boolean {
    reached?.add(id);
    return id === active;
  },
  $t(): boolean {
    rounds += 1;
    if (rounds > mostRounds) throw new EndlessLoop();
    return true;
  },
});

registerHooks({
  resolve(specifier, context, next) {
    const inTests = context.parentURL?.includes('/test/case/') ?? false;
    if (specifier === 'vitest' && inTests) return { url: new URL('test/mutation/vitest.ts', root).href, shortCircuit: true };
    const found = next(specifier, context);
    // What a fresh copy imports is fresh as well.
    const copy = new URL(context.parentURL ?? root).searchParams.get('mutant');
    const ours = found.url.includes('/src/') || found.url.includes('/test/case/');
    return copy !== null && ours && !found.url.includes('node_modules') ? { ...found, url: `${found.url}?mutant=${copy}` } : found;
  },
  load(url, context, next) {
    const text = texts.get(url.replace(/\?.*/, ''));
    return text === undefined ? next(url, context) : { format: 'module-typescript', source: text, shortCircuit: true };
  },
});

const testFiles = globSync('test/case/*.test.ts', { cwd: root })
  .toSorted()
  .filter((path) => !leftOut.includes(basename(path)));

async function load(copy: string): Promise<readonly (() => void)[]> {
  for (const path of testFiles) await import(`${pathToFileURL(fileURLToPath(new URL(path, root))).href}${copy}`);
  return takeGroups();
}

interface Known {
  readonly name: string;
  readonly reaches: ReadonlySet<number>;
  readonly group: number;
  readonly milliseconds: number;
  readonly rounds: number;
}

const groups = await load('');
const known = await baseline();

/** Every test, unchanged: which mutants it reaches, and how long it takes. */
async function baseline(): Promise<readonly Known[]> {
  const found: Known[] = [];
  for (const [group, body] of groups.entries()) {
    reached = new Set();
    const tests = collect([body]);
    const atCollection = reached;
    for (const test of tests) {
      reached = new Set(atCollection);
      rounds = 0;
      const began = performance.now();
      await test.run();
      found.push({ name: test.name, reaches: reached, group, milliseconds: performance.now() - began, rounds });
    }
  }
  reached = null;
  return found.toSorted((one, other) => one.milliseconds - other.milliseconds);
}

/** The name of the test that finds the mutant; null: none does. */
async function killer(mutant: Mutant): Promise<string | null> {
  active = mutant.id;
  mostRounds = 100_000;
  rounds = 0;
  try {
    if (mutant.atLoad) return await killerOf(known, await load(`?mutant=${mutant.id}`));
    const reaching = known.filter((test) => test.reaches.has(mutant.id));
    return await killerOf(reaching, groups);
  } catch (error) {
    takeGroups();
    return `while loading: ${String(error).slice(0, 60)}`;
  } finally {
    active = -1;
  }
}

async function killerOf(tests: readonly Known[], bodies: readonly (() => void)[]): Promise<string | null> {
  const collected = new Map<number, ReadonlyMap<string, NotedTest>>();
  for (const test of tests) {
    const body = bodies[test.group];
    if (body === undefined) return 'a group of tests is gone';
    const noted = collected.get(test.group) ?? new Map(collect([body]).map((one) => [one.name, one]));
    collected.set(test.group, noted);
    const changed = noted.get(test.name);
    if (changed === undefined) return 'a test is gone';
    rounds = 0;
    mostRounds = 10 * test.rounds + 10_000;
    try {
      await changed.run();
    } catch {
      return test.name;
    }
  }
  return null;
}

const began = performance.now();
const survivors: Mutant[] = [];
const unreached = new Set<number>();
const counts = new Map<string, { killed: number; survived: number }>();
for (const mutant of mutants) {
  if (wanted.length > 0 && !wanted.includes(mutant.file)) continue;
  const count = counts.get(mutant.file) ?? { killed: 0, survived: 0 };
  counts.set(mutant.file, count);
  const by = await killer(mutant);
  if (by !== null) count.killed += 1;
  else {
    count.survived += 1;
    survivors.push(mutant);
    console.error(`${mutant.file}:${mutant.line}  ${mutant.fault}  ${mutant.from}  →  ${mutant.to}`);
    if (!mutant.atLoad && !known.some((test) => test.reaches.has(mutant.id))) unreached.add(mutant.id);
  }
}

const files = [...counts].map(([file, count]) => ({ file, ...count, score: scoreOf(count.killed, count.survived) }));
const killed = files.reduce((sum, file) => sum + file.killed, 0);
const score = scoreOf(killed, survivors.length);
const seconds = Math.round((performance.now() - began) / 1000);
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ score, killed, survived: survivors.length, seconds, files, survivors }, null, 2));
} else {
  for (const mutant of survivors) {
    const where = `${mutant.file}:${mutant.line}`;
    console.log(`${where}  ${unreached.has(mutant.id) ? 'no test' : mutant.fault}  ${mutant.from}  →  ${mutant.to}`);
  }
  for (const { file, killed: dead, survived, score: of } of files)
    console.log(`${file.padEnd(24)} ${dead} killed, ${survived} survived  ${of} %`);
  console.log(`${killed} of ${killed + survivors.length} mutants killed: ${score} % in ${seconds} s, by ${known.length} tests`);
}

function scoreOf(dead: number, alive: number): number {
  return dead + alive === 0 ? 100 : Math.floor((1000 * dead) / (dead + alive)) / 10;
}
