import { nearMiss } from './near-miss.ts';
import type { Source } from './source.ts';
import { variables } from './variables.ts';

/** Warns about names that were probably meant for us, and about files for what is no secret. */
export function warnAboutNames(source: Source, environment: Readonly<Record<string, string | undefined>>): void {
  const plain = variables.map((variable) => variable.name);
  const files = variables.filter((variable) => variable.secret).map((variable) => `${variable.name}_FILE`);
  for (const name of Object.keys(environment)) {
    const meant = nearMiss(name, [...plain, ...files]);
    if (meant !== null) source.warn(`${name} is not a setting; did you mean ${meant}?`);
    else if (isFileOfPlain(name, files)) source.warn(`${name} has no effect: only secrets are read from files.`);
  }
}

function isFileOfPlain(name: string, files: readonly string[]): boolean {
  return !files.includes(name) && variables.some((variable) => `${variable.name}_FILE` === name);
}
