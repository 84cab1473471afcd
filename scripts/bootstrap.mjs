// The one door to every command: `node scripts/bootstrap.mjs COMMAND ARGS`. Plain JavaScript for any Node from 18 on, since it
// runs before anything is installed. It installs what is missing, finds a Node that the tools accept, and hands over.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.handrail-installed');
const nodeVersion = '24.21.0';

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (installed !== lock) {
  process.stderr.write('Installing the packages named in package-lock.json ...\n');
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  run('wxt', ['prepare'], toolNode());
  writeFileSync(stamp, lock);
}

const [command, ...args] = process.argv.slice(2);
const script = join(root, 'scripts', `${command}.ts`);
if (!command || !existsSync(script)) {
  process.stderr.write(`There is no command "${command ?? ''}". README.md lists the commands.\n`);
  process.exit(2);
}
const ended = spawnSync(toolNode(), ['--disable-warning=ExperimentalWarning', script, ...args], {
  stdio: 'inherit',
  cwd: root,
  env: toolEnvironment(),
});
process.exit(ended.status ?? 1);

function npm(npmArgs) {
  // stdout belongs to the command's own output
  const ended = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', npmArgs, {
    stdio: ['ignore', 2, 2],
    cwd: root,
    shell: process.platform === 'win32',
  });
  if (ended.status !== 0) {
    process.stderr.write(`"npm ${npmArgs.join(' ')}" failed; see the lines above. Nothing was changed but node_modules.\n`);
    process.exit(1);
  }
}

function run(tool, toolArgs, node) {
  const ended = spawnSync(node, [join(root, 'node_modules', tool, 'bin', `${tool}.mjs`), ...toolArgs], {
    stdio: ['ignore', 'ignore', 2],
    cwd: root,
    env: toolEnvironment(),
  });
  if (ended.status !== 0) process.exit(1);
}

/** Path of a Node that runs TypeScript files and satisfies the tools: this one, the one among the packages, or one fetched now. */
function toolNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const packaged = join(bin, 'node');
  if (existsSync(packaged)) return packaged;
  const place = join(root, '.cache', 'node');
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const fetched = join(place, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(fetched)) {
    process.stderr.write(`Node ${process.versions.node} is older than the tools need; fetching Node ${nodeVersion} into .cache/ ...\n`);
    mkdirSync(place, { recursive: true });
    npm(['install', '--prefix', place, '--no-save', '--no-audit', '--no-fund', `${name}@${nodeVersion}`]);
  }
  if (!existsSync(fetched)) {
    process.stderr.write(
      `No Node ${nodeVersion} package exists for ${process.platform} ${process.arch}: please install Node 24 and run this again.\n`,
    );
    process.exit(1);
  }
  return fetched;
}

function toolEnvironment() {
  return { ...process.env, PATH: [dirname(toolNode()), bin, process.env.PATH].join(delimiter) };
}
