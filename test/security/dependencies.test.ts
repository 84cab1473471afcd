/** What ships is pinned, comes with a checksum, and has a licence that lets everybody use it; NOTICE names it all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromTheBuildTool } from '../../scripts/named-in-notice.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}
const manifest = JSON.parse(read('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
const lock = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> };
const notice = read('NOTICE');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

/**
 * Everything that `dependencies` brings in, and what the build tool adds of its own. The one optional package is the Node that runs the tools; it
 * ships with nothing. That the bundles hold nothing else is checked by every build (`scripts/named-in-notice.ts`).
 */
const shipped = packages
  .filter(([path, { dev, optional }]) => (!dev && !optional) || fromTheBuildTool.some((name) => path === `node_modules/${name}`))
  .map(([path, { license }]) => ({ name: path.replace(/^.*node_modules\//, ''), license: license ?? 'none stated' }));

/** MPL-2.0 binds the files of that package alone; NOTICE says where their source is. */
const licences = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0', 'MIT OR WTFPL']);

describe('dependencies', () => {
  test.each(['dependencies', 'devDependencies', 'optionalDependencies'])('%s name one version each', (kind) => {
    expect(
      Object.entries(manifest[kind] ?? {}).filter(([, version]) => !/^(?:npm:(?:@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    ).toEqual([]);
  });

  test('every package of the lock file has a checksum', () => {
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  });

  test('what ships may be used by everybody', () => {
    expect(shipped.length).toBeGreaterThan(10);
    expect(shipped.filter(({ license }) => !licences.has(license))).toEqual([]);
  });

  test('NOTICE has a line "name (licence)" for everything that ships, and for nothing else', () => {
    const named = [...notice.matchAll(/^- (\S+) \(([^)]+)\)/gm)].map(([, name, license]) => `${name} (${license})`);
    expect(named.sort()).toEqual(shipped.map(({ name, license }) => `${name} (${license})`).sort());
  });
});
