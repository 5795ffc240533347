import { defineConfig } from 'vitest/config';

/** Tests that start servers but go by a clock of their own: two files at a time, after those that need nothing. */
const servers = filesIn(['store', 'journey', 'worker', 'console', 'commands']);
/** Tests that go by the real clock, kill processes or drive a browser: one file at a time, last, so that none waits for its turn. */
const alone = filesIn(['doors', 'crash', 'package', 'demo', 'browser']);

/** Proofs of half a minute and more, which CI leaves out (PROOFS=short); `npm test` runs them. */
const long =
  process.env.PROOFS === 'short'
    ? ['journey/canaries', 'journey/key-rotation', 'journey/restore', 'store/audit-tampering', 'store/retention-year'].map(
        (name) => `test/${name}.test.ts`,
      )
    : [];

function filesIn(folders: readonly string[]): string[] {
  return folders.map((folder) => `test/${folder}/**/*.test.ts`);
}

export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'plain', include: ['test/**/*.test.ts'], exclude: [...servers, ...alone], sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: 'servers', include: servers, exclude: long, testTimeout: 120_000, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, maxWorkers: 1, fileParallelism: false, testTimeout: 120_000, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
