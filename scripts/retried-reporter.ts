/** Names every test that passed only at its second try, and what went wrong at the first: a run in real browsers hides neither. */
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { root } from './build.ts';

export default class RetriedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules)
      for (const test of module.children.allTests('passed')) {
        if (!test.diagnostic()?.retryCount) continue;
        const why = test.result().errors?.map(({ message }) => message) ?? [];
        process.stdout.write(`\n!!! Passed only at the second try: ${relative(root, module.moduleId)} > ${test.fullName}\n${why.join('\n')}\n`);
      }
  }
}
