/**
 * `npm test`: everything that must hold before a change lands, in the order in which failures are cheapest to see. Every suite runs
 * even when an earlier one failed. Ends with the plain line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { builtExtension, root } from './build.ts';
import { findChromium, findFirefox } from './find-browser.ts';

interface Tally {
  passed: number;
  failed: number;
}
const total: Tally = { passed: 0, failed: 0 };
const reports = join(root, '.cache', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

check('format', 'biome', ['format', '.', '--max-diagnostics=20']);
check('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
check('types', 'tsc', ['--noEmit']);
vitest('unit', 'vitest.config.ts');

const missing = [findChromium(), findFirefox()].flatMap((found) => ('problem' in found ? [found.problem] : []));
if (missing.length === 0) inRealBrowsers();
else {
  for (const problem of missing) process.stdout.write(`\n!!! Real-browser tests skipped: ${problem}\n`);
  if (process.env.CI === 'true') total.failed += missing.length;
}
builtExtension();
check('budgets', 'size-limit', []);
if (!existsSync(process.env.HANDRAIL_CORPUS ?? join(root, '../shared/corpus')))
  process.stdout.write('\nThe corpus of foreign pages was not read: HANDRAIL_CORPUS names no folder.\n');

process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed ? 1 : 0;

function check(name: string, tool: string, args: readonly string[]): void {
  process.stdout.write(`\n== ${name}\n`);
  const ended = spawnSync(tool, args, { stdio: 'inherit', cwd: root });
  if (ended.status === 0) total.passed++;
  else total.failed++;
}

interface Outcome {
  readonly passed: number;
  /** At least one where the run ended badly, also if no single test did: a file that does not load. */
  readonly failed: number;
  readonly failedFiles: readonly string[];
}

function vitest(name: string, config: string): void {
  process.stdout.write(`\n== ${name}\n`);
  const { passed, failed } = runVitest(name, config, []);
  total.passed += passed;
  total.failed += failed;
}

/**
 * As {@link vitest}, and where no more than two files failed they run once more, whole and in browsers of their own: a browser that stalled
 * on a busy machine stalls its file's other tests too. What is broken fails again. The files are named either way.
 */
function inRealBrowsers(): void {
  const name = 'real browsers';
  const config = 'test/e2e/vitest.config.ts';
  process.stdout.write(`\n== ${name}\n`);
  const first = runVitest(name, config, []);
  total.passed += first.passed;
  const files = first.failedFiles;
  if (!files.length || files.length > 2) {
    total.failed += first.failed;
    return;
  }
  process.stdout.write(`\n== ${name}, once more: ${files.join(', ')}\n`);
  const again = runVitest(`${name} once more`, config, files);
  total.failed += again.failed;
  if (again.failed) return;
  total.passed += first.failed;
  process.stdout.write(`\n!!! Passed only when run once more: ${files.join(', ')}\n`);
}

function runVitest(name: string, config: string, files: readonly string[]): Outcome {
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=scripts/retried-reporter.ts', '--reporter=json', `--outputFile.json=${report}`];
  const ended = spawnSync('vitest', ['run', '--config', config, ...reporters, ...files], { stdio: 'inherit', cwd: root });
  if (!existsSync(report)) return { passed: 0, failed: 1, failedFiles: [] };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { name: string; status: string }[];
  };
  return {
    passed: numPassedTests,
    failed: numFailedTests || (ended.status === 0 ? 0 : 1),
    failedFiles: testResults.filter(({ status }) => status === 'failed').map((file) => relative(root, file.name)),
  };
}
