// What test files get for `vitest` while mutants are tried: the real `expect`, and a `describe` and `it` that only note.

export { expect } from 'vitest';

export interface NotedTest {
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...given: never[]) => unknown;

let outer: string[] = [];
let noted: NotedTest[] = [];
let groups: (() => void)[] = [];

/** Everything the `describe`s that a file named hold, noted anew: their bodies run, too. */
export function collect(files: readonly (() => void)[]): readonly NotedTest[] {
  noted = [];
  for (const run of files) run();
  return noted;
}

/** The `describe`s of the file that was just loaded. */
export function takeGroups(): readonly (() => void)[] {
  const taken = groups;
  groups = [];
  return taken;
}

export function describe(name: string, body: () => void): void {
  if (outer.length === 0) groups.push(() => within(name, body));
  else within(name, body);
}

function within(name: string, body: () => void): void {
  outer = [...outer, name];
  try {
    body();
  } finally {
    outer = outer.slice(0, -1);
  }
}

export function it(name: string, run: Body): void {
  noted.push({ name: [...outer, name].join(' > '), run: () => run() });
}

it.each = (rows: readonly unknown[]) => (name: string, run: Body) => {
  for (const [index, row] of rows.entries()) it(`${name} ${index}`, () => run(...((Array.isArray(row) ? row : [row]) as never[])));
};
