import type { Reporter, TestModule } from 'vitest/node';

/** Says at the very end what was skipped and why, then the counts on a line of their own. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    // A file that cannot be loaded, or a hook that throws, has no test to blame.
    const broken = modules.flatMap((module) => [module, ...module.children.allSuites()]).filter((suite) => suite.errors().length > 0);
    for (const line of skippedLines(modules)) console.log(line);
    console.log(`\n${count('passed')} passed, ${count('failed') + broken.length + unhandled.length} failed, ${count('skipped')} skipped`);
  }
}

function skippedLines(modules: readonly TestModule[]): readonly string[] {
  const reasons = new Map<string, number>();
  for (const module of modules) {
    for (const test of module.children.allTests('skipped')) {
      const result = test.result();
      const note = (result.state === 'skipped' && result.note) || `no reason given (${module.relativeModuleId})`;
      reasons.set(note, (reasons.get(note) ?? 0) + 1);
    }
  }
  if (reasons.size === 0) return [];
  return ['\nSkipped here:', ...[...reasons].map(([reason, times]) => `  ${times} × ${reason}`)];
}
