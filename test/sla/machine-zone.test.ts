/** The machine's own zone must not matter: the same cases give the same answers under three of them. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/conformance.ts', import.meta.url));
const cases = fileURLToPath(new URL('./cases/own.json', import.meta.url));

test.each(['UTC', 'America/New_York', 'Asia/Ho_Chi_Minh'])('all own cases hold on a machine in %s', (TZ) => {
  const run = `import { conformance } from ${JSON.stringify(script)}; process.exitCode = await conformance([${JSON.stringify(cases)}]);`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', run], { env: { ...process.env, TZ }, encoding: 'utf8' });
  expect(printed.trim()).toMatch(/^\d+ passed, 0 failed, 0 skipped$/);
});
