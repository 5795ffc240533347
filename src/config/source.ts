import { readFileSync } from 'node:fs';
import { variables } from './variables.ts';

/**
 * The environment while it is being read: hands out values, collects every complaint instead of stopping at
 * the first. A complaint names the variable and what was wrong and gives an example; never a value, since
 * people put passwords in the wrong place.
 */
export interface Source {
  /** The trimmed value; null when missing or empty, or when its `NAME_FILE` cannot be read (which is a problem). */
  text(name: string): string | null;
  /** Whether the variable or its `NAME_FILE` is set, rightly or wrongly. */
  has(name: string): boolean;
  /** One line per variable: the first complaint stands, the later ones follow from it. */
  problem(name: string, what: string): null;
  warn(line: string): void;
  problems(): readonly string[];
  warnings(): readonly string[];
}

export function createSource(environment: Readonly<Record<string, string | undefined>>): Source {
  const problems = new Map<string, string>();
  const warnings: string[] = [];

  function problem(name: string, what: string): null {
    const example = variables.find((variable) => variable.name === name)?.example;
    if (!problems.has(name)) problems.set(name, `${name} ${what}. Example: ${name}=${example}`);
    return null;
  }

  function given(name: string): string | null {
    const value = environment[name]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  function secretFile(name: string): string | null {
    const secret = variables.some((variable) => variable.name === name && variable.secret);
    return secret ? given(`${name}_FILE`) : null;
  }

  function text(name: string): string | null {
    const value = given(name);
    const path = secretFile(name);
    if (path === null) return value;
    if (value !== null) return problem(name, `and ${name}_FILE are both set; keep one`);
    return readSecret(path, (what) => problem(name, `is to come from the file in ${name}_FILE, which ${what}`));
  }

  return {
    text: once(text),
    has: (name) => given(name) !== null || secretFile(name) !== null,
    problem,
    warn: (line) => warnings.push(line),
    problems: () => [...problems.values()],
    warnings: () => warnings,
  };
}

function readSecret(path: string, problem: (what: string) => null): string | null {
  let content: string;
  try {
    content = readFileSync(path, 'utf8').trim();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return problem(`cannot be read (${code})`);
  }
  return content === '' ? problem('is empty') : content;
}

/** A name asked for twice is read, and complained about, once. */
function once(read: (name: string) => string | null): (name: string) => string | null {
  const known = new Map<string, string | null>();
  return (name) => {
    if (!known.has(name)) known.set(name, read(name));
    return known.get(name) ?? null;
  };
}

/** A whole number from `least` to `most`; `fallback` when it is not set or wrong. */
export function readNumber(source: Source, name: string, range: { least: number; most: number; fallback: number }): number {
  const value = source.text(name);
  if (value === null) return range.fallback;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= range.least && number <= range.most) return number;
  source.problem(name, `must be a whole number from ${range.least} to ${range.most}`);
  return range.fallback;
}

/** One of a few words; null when it is not set or wrong. */
export function readChoice<Choice extends string>(source: Source, name: string, choices: readonly Choice[]): Choice | null {
  const value = source.text(name);
  if (value === null) return null;
  const found = choices.find((choice) => choice === value.toLowerCase());
  return found ?? source.problem(name, `must be one of ${choices.join(', ')}`);
}

/** Values between commas, without empty ones and repeats. */
export function readList(source: Source, name: string): readonly string[] {
  const entries = (source.text(name) ?? '').split(',').map((entry) => entry.trim());
  return [...new Set(entries.filter((entry) => entry !== ''))];
}
