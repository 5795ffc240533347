import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (name: string) => JSON.parse(readFileSync(`${import.meta.dirname}/../../${name}`, 'utf8'));

test('the lock file names every optional package, also for other platforms', () => {
  // npm leaves out what a registry does not have, and `npm ci` then refuses the whole lock file.
  const packages: Readonly<Record<string, LockedPackage>> = read('package-lock.json').packages;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('every version is exact', () => {
  const { dependencies, optionalDependencies, devDependencies } = read('package.json');
  const versions = Object.values<string>({ ...dependencies, ...optionalDependencies, ...devDependencies });
  expect(versions.length).toBeGreaterThan(20);
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
