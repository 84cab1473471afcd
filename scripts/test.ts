/**
 * `npm test`: everything that must hold before a change lands, in the order in which failures are cheapest to see. Every suite runs
 * even when an earlier one failed. Ends with the plain line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
if (missing.length === 0) vitest('real browsers', 'test/e2e/vitest.config.ts');
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

function vitest(name: string, config: string): void {
  process.stdout.write(`\n== ${name}\n`);
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const ended = spawnSync('vitest', ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    stdio: 'inherit',
    cwd: root,
  });
  if (!existsSync(report)) {
    total.failed++;
    return;
  }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  total.passed += numPassedTests;
  // a file that does not load fails the run without a failed test
  total.failed += numFailedTests || (ended.status === 0 ? 0 : 1);
}
