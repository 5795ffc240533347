import { defineConfig } from 'vitest/config';

/** Tests that start servers, or many processes: one file at a time, after the others, so that none waits for its turn on a small machine. */
const heavy = ['doors', 'store', 'journey', 'crash', 'package', 'demo', 'commands', 'worker', 'console', 'browser'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'plain', include: ['test/**/*.test.ts'], exclude: heavy, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: 'servers', include: heavy, maxWorkers: 1, fileParallelism: false, testTimeout: 120_000, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
