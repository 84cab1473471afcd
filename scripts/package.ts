/**
 * `npm run package [-- --out DIR] [--hosts ORIGIN ...]`: the files that stores and teams install, the same byte for byte wherever they
 * are built from the same sources: zips for Chrome/Edge and Firefox, a zip of the sources, and the bill of materials.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import { builtExtension, root } from './build.ts';
import { fromTheBuildTool } from './named-in-notice.ts';
import { requiredHosts } from './required-hosts.ts';

/** The earliest instant a zip can hold, so that no clock leaves a trace. */
const noTime = new Date(Date.UTC(1980, 0, 1));

/** Warnings of addons-linter that are known to be harmless; docs/store/review-notes.md explains each. */
const explained: readonly RegExp[] = [/innerHTML.*(page\/[\w-]+|jsxRuntime|preact)/, /call to import.*content-scripts\/content\.js/];

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: { out: { type: 'string', default: 'out' }, hosts: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const hosts = requiredHosts([...values.hosts, ...positionals]);
if ('problem' in hosts) {
  process.stderr.write(`${hosts.problem}\n`);
  process.exit(2);
}
const { patterns } = hosts;

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
const out = resolve(root, values.out);
mkdirSync(out, { recursive: true });

await write(`${name}-${version}-chrome.zip`, await zip(built('chrome')));
const firefox = await write(`${name}-${version}-firefox.zip`, await zip(built('firefox')));
await write(`${name}-${version}-sources.zip`, await zip(sources()));
await write(`${name}-${version}.cdx.json`, Buffer.from(billOfMaterials()));
lint(firefox);

function built(target: 'chrome' | 'firefox'): Map<string, Buffer> {
  const folder = builtExtension(target);
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)] as const;
      }),
  );
  if (patterns.length) {
    const manifest = JSON.parse(String(files.get('manifest.json'))) as object;
    files.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, host_permissions: patterns })));
  }
  return files;
}

/** What git knows, as it is on disk: what a reviewer needs to build the same packages. Where there is no git, these very sources were unpacked. */
function sources(): Map<string, Buffer> {
  const names = existsSync(join(root, '.git'))
    ? execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
    : unpackedFiles();
  return new Map(names.map((path) => [path, readFileSync(join(root, path))]));
}

/** Every file but what was installed or built, as .gitignore names it. */
function unpackedFiles(): string[] {
  const ignored = new Set(
    readFileSync(join(root, '.gitignore'), 'utf8')
      .split('\n')
      .map((line) => line.trim().replace(/^\/|\/$/g, '')),
  );
  ignored.add(values.out);
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (ignored.has(entry.name) || ignored.has(path)) return [];
      return entry.isDirectory() ? below(path) : [path];
    });
  return below('');
}

async function zip(files: Map<string, Buffer>): Promise<Buffer> {
  const archive = new JSZip();
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) archive.file(path, content, { date: noTime, createFolders: false });
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 }, platform: 'UNIX' });
}

interface Bill {
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string; readonly component: object };
  readonly components: readonly { readonly name: string; readonly group?: string; readonly 'bom-ref': string }[];
  readonly dependencies: readonly { readonly ref: string }[];
}

/** CycloneDX of what ships, without what would differ from run to run and from folder to folder: number, time and folder name. */
function billOfMaterials(): string {
  const { serialNumber: _, metadata, components, dependencies, ...bill } = sbom('--omit', 'dev');
  const { timestamp: __, component, ...rest } = metadata;
  // a package's name is "group/name" in older versions of npm
  const added = sbom().components.filter(({ name: own, group }) => fromTheBuildTool.includes(group ? `${group}/${own}` : own));
  const all = {
    ...bill,
    metadata: { ...rest, component: { ...component, name } },
    components: [...components, ...added],
    dependencies: [...dependencies, ...added.map(({ 'bom-ref': ref }) => ({ ref, dependsOn: [] }))],
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

function sbom(...options: string[]): Bill {
  const made = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', ...options], { cwd: root, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`"npm sbom" failed:\n${made.stderr}`);
  return JSON.parse(made.stdout) as Bill;
}

async function write(file: string, content: Buffer): Promise<string> {
  const path = join(out, file);
  writeFileSync(path, content);
  const hash = createHash('sha256').update(content).digest('hex');
  process.stdout.write(`${hash}  ${file}  ${Math.ceil(content.length / 1024)} kB\n`);
  return path;
}

function lint(path: string): void {
  const ended = spawnSync('addons-linter', [path, '--output', 'json'], { encoding: 'utf8', cwd: root });
  const { errors, warnings } = JSON.parse(ended.stdout) as Record<'errors' | 'warnings', { code: string; message: string; file?: string }[]>;
  const told = ({ code, message, file }: { code: string; message: string; file?: string }) => `${code}: ${message} ${file ?? ''}`.trim();
  const unknown = warnings.map(told).filter((warning) => !explained.some((pattern) => pattern.test(warning)));
  process.stdout.write(
    `addons-linter: ${errors.length} errors, ${warnings.length} warnings, ${warnings.length - unknown.length} of them explained\n`,
  );
  for (const line of [...errors.map(told), ...unknown]) process.stdout.write(`  ${line}\n`);
  if (errors.length || unknown.length) process.exitCode = 1;
}
