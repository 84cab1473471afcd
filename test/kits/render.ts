/**
 * Renders pages with the component libraries that helpdesks are built from, with our own ticket data, in real Chromium, and
 * writes them as a corpus folder: `node test/kits/render.ts OUT [LIBRARY...]`. Nothing of what it writes is committed.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { type Plugin as RolldownPlugin, rolldown } from 'rolldown';
import { build } from 'vite';
import { capturePage, pageHtml } from '../../scripts/capture-page.ts';
import { findChromium } from '../../scripts/find-browser.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** Outside the sources, so that no tool of the product looks into it. */
const workshop = join(here, '../../node_modules/.cache/handrail-kits');
const zone = 'Europe/Berlin';
const capturedAt = '2026-11-24T09:00:00.000Z';

interface TicketData {
  readonly id: string;
  readonly subject: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly status: string;
  readonly statusKind: string;
  readonly priority: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly dueAt: string;
  readonly requester: { readonly name: string; readonly email: string };
  readonly organization: string;
  readonly assignee: string;
  readonly group: string;
  readonly tags: readonly string[];
  readonly messages: readonly object[];
}

export const libraries = ['garden', 'fluent', 'primer', 'atlaskit', 'crayons', 'gitlab', 'lightning'] as const;
export type Library = (typeof libraries)[number];
/** Pages that are no ticket, and the locales they are drawn in. */
const otherKinds = ['list', 'settings', 'article', 'dashboard'] as const;
const otherLocales = ['en', 'vi', 'de'];
/** The same, each in a few locales that are other ones for each kind. */
const furtherKinds = ['search', 'mail', 'mailbox', 'news', 'customer', 'create', 'board'] as const;
const furtherLocales = 2;

const tickets = JSON.parse(readFileSync(join(here, 'pages/tickets.json'), 'utf8')) as Record<string, TicketData>;
const locales = Object.keys(tickets);

/** A way to lay a ticket out, beside the first one, which every locale is drawn in. */
interface Layout {
  /** `{id}`: as the page shows it; `{number}` and `{hex}`: an inner number that the page does not show. */
  readonly path: string;
  /** Drawn in every so manieth locale, counted `from`. */
  readonly every: number;
  readonly from: number;
  readonly notShown: readonly ('updatedAt' | 'dueAt')[];
}
const layouts = JSON.parse(readFileSync(join(here, 'pages/layouts.json'), 'utf8')) as Record<string, Layout>;

interface PageToDraw {
  readonly name: string;
  readonly locale: string;
  readonly kind: 'ticket' | (typeof otherKinds)[number] | (typeof furtherKinds)[number];
  readonly layout?: string;
  readonly path: string;
}

/** What each library draws. */
function pagesToDraw(): PageToDraw[] {
  const other = (kind: PageToDraw['kind'], locale: string): PageToDraw => ({ name: `none-${kind}-${locale}`, locale, kind, path: `/${kind}` });
  return [
    ...locales.map((locale): PageToDraw => ({ name: `ticket-${locale}`, locale, kind: 'ticket', path: `/tickets/${tickets[locale]?.id}` })),
    ...otherLocales.flatMap((locale) => otherKinds.map((kind) => other(kind, locale))),
    ...Object.entries(layouts).flatMap(([layout, { path, every, from }]) =>
      locales.flatMap((locale, index): PageToDraw[] =>
        index % every === from
          ? [{ name: `ticket-${layout}-${locale}`, locale, kind: 'ticket', layout, path: fill(path, tickets[locale]?.id ?? '', index) }]
          : [],
      ),
    ),
    ...furtherKinds.flatMap((kind, index) =>
      Array.from({ length: furtherLocales }, (_, at) => other(kind, locales[(index * furtherLocales + at) % locales.length] ?? 'en')),
    ),
  ];
}

function fill(path: string, id: string, index: number): string {
  const number = 30_551 + 17 * index;
  return path.replace('{id}', id).replace('{number}', String(number)).replace('{hex}', number.toString(16).padStart(4, '0').repeat(8));
}

function install(): void {
  mkdirSync(workshop, { recursive: true });
  const lock = join(here, 'package-lock.json');
  const installed = join(workshop, 'package-lock.json');
  const fresh =
    existsSync(join(workshop, 'node_modules/react')) && existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8');
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(here, name), join(workshop, name));
  rmSync(join(workshop, 'pages'), { recursive: true, force: true });
  cpSync(join(here, 'pages'), join(workshop, 'pages'), { recursive: true });
  if (fresh) return;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], { cwd: workshop, encoding: 'utf8' });
  if (npm.status !== 0) throw new Error(`The component libraries could not be installed:\n${npm.stderr}`);
}

async function bundle(library: Library): Promise<{ script: string; style: string }> {
  const outDir = join(workshop, 'built', library);
  await build({
    root: workshop,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"', 'process.env': '{}', global: 'globalThis' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: join(workshop, 'pages', `${library}.js`),
        output: { entryFileNames: 'page.js', format: 'iife', codeSplitting: false },
      },
    },
  });
  const style = join(outDir, 'assets', 'style.css');
  return { script: readFileSync(join(outDir, 'page.js'), 'utf8'), style: existsSync(style) ? readFileSync(style, 'utf8') : '' };
}

/**
 * Lightning's components are compiled from their sources, by their own compiler from where the libraries are installed. Vite would take
 * their templates for pages, so its bundler is used without it.
 */
async function bundleLightning(): Promise<{ script: string; style: string }> {
  const { default: compiler } = (await import(pathToFileURL(join(workshop, 'node_modules/@lwc/rollup-plugin/dist/index.js')).href)) as {
    readonly default: (options: object) => RolldownPlugin;
  };
  const bundle = await rolldown({
    cwd: workshop,
    input: join(workshop, 'pages/lightning.js'),
    plugins: [
      compiler({ rootDir: workshop, modules: [{ npm: 'lightning-base-components' }], enableDynamicComponents: true, exclude: ['**/pages/*.js'] }),
    ],
    transform: { define: { 'process.env.NODE_ENV': '"development"', 'process.env': '{}', global: 'globalThis', 'import.meta.env.SSR': 'false' } },
    moduleTypes: { '.html': 'js', '.css': 'js' },
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false });
  await bundle.close();
  const styles = join(workshop, 'node_modules/@salesforce-ux/design-system/css/slds2/slds2.cosmos.css');
  return { script: output[0].code, style: existsSync(styles) ? readFileSync(styles, 'utf8') : '' };
}

async function render(browser: Browser, library: Library, folder: string): Promise<number> {
  const { script, style } = library === 'lightning' ? await bundleLightning() : await bundle(library);
  mkdirSync(folder, { recursive: true });
  const all = Object.values(tickets);
  const cases = pagesToDraw();
  for (const [index, { name, locale, kind, layout, path }] of cases.entries()) {
    const data = tickets[locale];
    if (!data) continue;
    const context = await browser.newContext({ locale, timezoneId: zone, viewport: { width: 1366, height: 900 } });
    const tab = await context.newPage();
    await tab.clock.setFixedTime(capturedAt);
    const url = `https://desk.example${path}`;
    const pageCase = JSON.stringify({ locale, kind, layout, zone, ticket: data, all, machineTimes: index % 2 === 0 }).replaceAll('<', '\\u003c');
    const title = kind === 'ticket' ? `${data.subject} – Desk` : `${kind} – Desk`;
    const html = `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body><div id="app"></div><script>window.pageCase=${pageCase}</script>${library === 'crayons' ? '<script type="module" src="/crayons/crayons.esm.js"></script>' : ''}<script src="/page.js"></script></body></html>`;
    await tab.route('**/*', (route) => {
      const asked = new URL(route.request().url());
      if (asked.hostname !== 'desk.example') return route.abort();
      if (asked.pathname.startsWith('/crayons/'))
        return route.fulfill({
          contentType: 'text/javascript; charset=utf-8',
          path: join(workshop, 'node_modules/@freshworks/crayons/dist', asked.pathname),
        });
      return asked.pathname === '/page.js'
        ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script })
        : route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    });
    await tab.goto(url);
    await tab.waitForSelector('main > *', { state: 'attached', timeout: 15_000 });
    // A web component is invisible until it has drawn itself; a capture before that would show fields without values.
    if (library === 'crayons')
      await tab.waitForFunction(() => {
        const components = (within: ParentNode): Element[] =>
          [...within.querySelectorAll('*')].flatMap((e) => [
            ...(e.tagName.startsWith('FW-') ? [e] : []),
            ...(e.shadowRoot ? components(e.shadowRoot) : []),
          ]);
        // What a select shows stands in the slot of a component inside it, which is drawn last.
        const shown = [...document.querySelectorAll('fw-select')].every((e) => {
          const value = e.shadowRoot?.querySelector('.input-container input');
          return value && getComputedStyle(value).visibility === 'visible';
        });
        return shown && components(document).every((e) => e.classList.contains('hydrated'));
      });
    const captured = pageHtml(await capturePage(tab));
    await context.close();
    const { labels, statusKind, ...ticket } = data;
    const shown = (field: 'updatedAt' | 'dueAt') => !layouts[layout ?? '']?.notShown.includes(field);
    writeFileSync(join(folder, `${name}.html`), captured);
    writeFileSync(
      join(folder, `${name}.json`),
      JSON.stringify({
        helpdesk: library,
        url,
        title,
        documentLang: locale,
        capturedAt,
        pageTimeZone: zone,
        locale,
        layout: layout ?? 'sidebar',
        made: {
          by: 'components',
          how: `our ticket data and page layout${layout ? ` (${layout})` : ''}, drawn by the components of ${library} in Chromium`,
        },
        ticket:
          kind === 'ticket'
            ? {
                ...ticket,
                statusKind,
                updatedAt: shown('updatedAt') ? data.updatedAt : null,
                dueAt: labels.dueAt && shown('dueAt') ? data.dueAt : null,
              }
            : null,
      }),
    );
  }
  return cases.length;
}

/** @returns how many pages were written below `out` */
export async function renderKits(out: string, wanted: readonly Library[] = libraries): Promise<number> {
  const found = findChromium();
  if ('problem' in found) throw new Error(found.problem);
  install();
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    let pages = 0;
    for (const library of wanted) pages += await render(browser, library, join(out, library));
    return pages;
  } finally {
    await browser.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [out, ...wanted] = process.argv.slice(2);
  if (!out) throw new Error('Say where: node test/kits/render.ts OUT [LIBRARY...]');
  const known = libraries.filter((l) => wanted.length === 0 || wanted.includes(l));
  process.stdout.write(`${await renderKits(out, known)} pages in ${out}\n`);
}
