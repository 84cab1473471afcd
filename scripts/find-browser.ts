/** Finds (or, as root on Debian, installs) the browsers that run the extension. */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'vivaldi-stable',
];
const macPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Path of a Chromium-family browser, or a sentence that says what to do. */
export function findChromium(): { path: string } | { problem: string } {
  const wanted = process.env.CHROME_PATH;
  if (wanted) return existsSync(wanted) ? { path: wanted } : { problem: `CHROME_PATH names "${wanted}", which does not exist.` };
  const path = onPath(chromiumNames) ?? macPlaces.find((place) => existsSync(place)) ?? installed('chromium', ['chromium']);
  return path ? { path } : { problem: 'No Chromium, Chrome or Edge was found: install one, or set CHROME_PATH to its program.' };
}

/** Path of Firefox, or a sentence that says what to do. */
export function findFirefox(): { path: string } | { problem: string } {
  const wanted = process.env.FIREFOX_PATH;
  if (wanted) return existsSync(wanted) ? { path: wanted } : { problem: `FIREFOX_PATH names "${wanted}", which does not exist.` };
  const path = onPath(['firefox-esr', 'firefox']) ?? installed('firefox-esr', ['firefox-esr']);
  return path ? { path } : { problem: 'No Firefox was found: install it, or set FIREFOX_PATH to its program.' };
}

/** Whether the browser is a branded Chrome, which ignores `--load-extension` since version 137. */
export function isBrandedChrome(path: string): boolean {
  const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  return /Google Chrome|Microsoft Edge/.test(version);
}

function onPath(names: readonly string[]): string | undefined {
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not in this folder
      }
    }
  return undefined;
}

function installed(packageName: string, names: readonly string[]): string | undefined {
  if (process.getuid?.() !== 0 || !onPath(['apt-get'])) return undefined;
  process.stderr.write(`Installing ${packageName} with apt-get ...\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=900', 'update', '-qq'], { stdio: ['ignore', 'ignore', 2], env });
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=900', 'install', '-y', '-qq', '--no-install-recommends', packageName], {
      stdio: ['ignore', 'ignore', 2],
      env,
    });
  } catch {
    return undefined;
  }
  return onPath(names);
}
