/** Builds the extension when its sources have changed since the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'scripts/build-page-loop.ts', 'package-lock.json', 'tsconfig.json'];

export type BuildTarget = 'chrome' | 'firefox';

/**
 * The folder of an up-to-date build.
 * @param mode `production` is what ships; `e2e` differs only in an open shadow root, so that tests can look inside.
 * @throws Error with the build's own output when it fails.
 */
export function builtExtension(target: BuildTarget = 'chrome', mode: 'production' | 'e2e' = 'production'): string {
  const folder = join(root, '.output', `${target}-mv3${mode === 'e2e' ? '-e2e' : ''}`);
  const stamp = join(root, '.cache', `built-${target}-${mode}`);
  const state = sourceState();
  if (existsSync(join(folder, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return folder;
  const ended = spawnSync(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', target, '--mode', mode], {
    cwd: root,
    encoding: 'utf8',
    // vitest's own NODE_ENV would put development markup into the build, which is larger and is not what ships
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (ended.status !== 0) throw new Error(`The build failed${ended.signal ? ` (${ended.signal})` : ''}:\n${ended.stdout}\n${ended.stderr}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
  return folder;
}

function sourceState(): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    const entries = /\.\w+$/.test(path) ? undefined : readdirSync(full, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name));
    if (entries)
      for (const entry of entries) {
        if (entry.isDirectory()) visit(`${path}/${entry.name}`);
        else hash.update(`${path}/${entry.name}\0`).update(readFileSync(join(full, entry.name)));
      }
    else hash.update(`${path}\0`).update(readFileSync(full));
  };
  for (const path of sources) visit(path);
  return hash.digest('hex');
}
