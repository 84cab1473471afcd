// What may be loaded, and how much of it. Run by `npm test` and before a release, after a build.
import { readdirSync, readFileSync } from 'node:fs';

const page = '.output/chrome-mv3/page';
const parts = readdirSync(page).filter((file) => file.endsWith('.js'));

/** The file of a part: its name and a hash. */
function fileOf(part) {
  const file = parts.find((one) => one === `${part}.js` || (one.startsWith(`${part}-`) && /^[\w-]{6}\.js$/.test(one.slice(part.length + 1))));
  if (!file) throw new Error(`The build has no part "${part}".`);
  return file;
}

/** A file with everything that it waits for before it runs: a shared part that a build splits off is counted too. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  // Where the build writes them: at the very start, but for a comment to the browser. What is loaded on demand stands further down.
  const waitsFor = readFileSync(`${page}/${file}`, 'utf8')
    .replace(/^\/\/.*\n/, '')
    .matchAll(/const\{[^{}]*\}=await import\(chrome\.runtime\.getURL\("\/page\/([\w.-]+)"\)\);/gy);
  for (const [, other] of waitsFor) withImports(other, seen);
  return seen;
}

const untilThePanelStands = (...names) => [...new Set(names.flatMap((name) => [...withImports(fileOf(name))]))].map((file) => `${page}/${file}`);

/** What a part loads that is not there already when the panel stands. */
function needs(part) {
  const there = withImports(fileOf('page-loop'));
  return [...withImports(fileOf(part))].filter((file) => !there.has(file)).map((file) => `${page}/${file}`);
}

export default [
  { name: "probe, on every enabled page", path: ".output/chrome-mv3/content-scripts/content.js", limit: '4.1 kB' },
  { name: 'an English ticket of a known product, until its panel stands (the goal is 70 kB)', path: untilThePanelStands('page-loop', 'zendesk'), limit: '70 kB' },
  { name: "after the first advice: handoff, messages, the other tabs and what their controls do", path: [...needs('after-advice'), ...needs('en-later')], limit: '51.4 kB' },
  { name: "on demand: finding the messages, number and subject of a page, where no adapter has read them", path: ".output/chrome-mv3/page/without-adapter-*.js", limit: '27.3 kB' },
  { name: "on demand: facts, rules and clocks, where the background does not answer", path: needs('judge-here'), limit: '56.2 kB' },
  { name: "after the first look: labels in languages other than English, and the lines about changes", path: needs('every-language'), limit: '11.7 kB' },
  { name: "on demand: labels with letters beyond ASCII", path: ".output/chrome-mv3/page/labels-beyond-ascii-*.js", limit: '22.8 kB' },
  { name: "on demand: date words of languages other than English", path: ".output/chrome-mv3/page/other-words-*.js", limit: '6.3 kB' },
  { name: "on demand: the interface in Vietnamese", path: ".output/chrome-mv3/page/vi-*.js", limit: '8.4 kB' },
  { name: "on demand: the largest reader of one product", path: ".output/chrome-mv3/page/request-tracker-*.js", limit: '3.3 kB' },
  { name: "everything that ticket pages can load", path: ".output/chrome-mv3/page/*.js", limit: '282.6 kB' },
  { name: "background, its own part, with OpenTelemetry's exporter (a service worker can load nothing later)", path: ".output/chrome-mv3/background.js", limit: '26.7 kB' },
  { name: "options app, its frame", path: ".output/chrome-mv3/chunks/options-*.js", limit: '5.5 kB' },
  { name: "popup, its own part", path: ".output/chrome-mv3/chunks/popup-*.js", limit: '3 kB' },
  { name: "everything of background, popup and options together; each page loads its own part", path: ".output/chrome-mv3/chunks/*.js", limit: '652 kB' },
  { name: "Rules page with its text editor, on that page only", path: ".output/chrome-mv3/chunks/rules-*.js", limit: '31 kB' },
  { name: "Workflow designer, on that page only", path: ".output/chrome-mv3/chunks/designer-*.js", limit: '14 kB' },
  { name: "Helpdesk exports, on that page only", path: ".output/chrome-mv3/chunks/exports-*.js", limit: '12 kB' },
].map((budget) => ({ ...budget, gzip: true }));
