/** `npm run test:rt`: the packed extension on a real Request Tracker on loopback (Debian packages; needs root to install them). */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.ts';

if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
  process.stdout.write('!!! The Request Tracker run was skipped: it installs Debian packages and needs root on Debian.\n');
  process.exitCode = process.env.CI === 'true' ? 1 : 0;
} else {
  const setup = spawnSync('bash', [join(root, 'test/rt/setup.sh')], { stdio: 'inherit' });
  const run = ['run', '--config', 'test/rt/vitest.config.ts', '--reporter=default', '--reporter=scripts/retried-reporter.ts'];
  process.exitCode = setup.status === 0 ? (spawnSync('vitest', run, { stdio: 'inherit', cwd: root }).status ?? 1) : 1;
}
