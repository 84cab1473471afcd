import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { buildPageLoop, pageFolder } from './scripts/build-page-loop.ts';
import { onlyNamedPackages } from './scripts/named-in-notice.ts';

/** zod compiles its checks by `Function` where a page allows it. Extension pages forbid it, so the attempt is left out of what ships. */
function zodWithoutEval(): Plugin {
  return {
    name: 'zod-without-eval',
    transform(code, id) {
      if (!/[\\/]zod[\\/]v4[\\/]core[\\/](util|doc)\.js/.test(id)) return undefined;
      const made = code.replace('const F = Function;', 'const F = undefined;');
      if (made === code)
        throw new Error(`${id} no longer has the line that zod-without-eval takes out; look whether it still makes functions of text.`);
      return { code: made, map: null };
    },
  };
}

/** Chartist makes elements of a label that is text with markup. Ours are none, and the place where it would is left out of what ships. */
function chartistWithoutMarkup(): Plugin {
  return {
    name: 'chartist-without-markup',
    transform(code, id) {
      if (!/[\\/]chartist[\\/]dist[\\/]index\.js/.test(id)) return undefined;
      const made = code.replace('container.innerHTML = content;', 'container.textContent = content;');
      if (made === code || made.includes('innerHTML'))
        throw new Error(`${id} no longer has the line that chartist-without-markup takes out; look whether it still makes markup of text.`);
      return { code: made, map: null };
    },
  };
}

/**
 * Stricter than the browsers' own for Manifest V3: nothing that is not named, no markup from text (Trusted Types, whose only policy names the
 * address of our own worker), no frames, no forms. `connect-src` is open to any host since a person may name one (their collector, their policy's address); without
 * their click nothing is asked. Development adds its own server.
 */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https: http:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types handrail-worker',
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  // Chrome drops a whole content script that holds a non-character.
  experimental: { escapeUnicode: true },
  webExt: { disabled: true },
  modules: ['@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'public/icon.svg' },
  vite: () => ({
    plugins: [preact(), zodWithoutEval(), chartistWithoutMarkup(), onlyNamedPackages(import.meta.dirname)],
    build: { target: 'es2022', cssTarget: ['chrome123', 'firefox142'] },
  }),
  hooks: { 'build:done': (wxt) => buildPageLoop(wxt.config.root, wxt.config.outDir, wxt.config.mode) },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: 'Handrail',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    // The probe imports the page loop and its parts from the extension itself; nothing else of it can be reached from a page. Their address
    // changes with every session, so that no page can find out by it that the extension is installed (Firefox has such an address anyway).
    web_accessible_resources: [
      { resources: [`${pageFolder}/*.js`], matches: ['<all_urls>'], ...(browser === 'firefox' ? {} : { use_dynamic_url: true }) },
    ],
    content_security_policy: { extension_pages: contentPolicy },
    commands: { 'open-panel': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_commandOpenPanel__' } },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'handrail@handrail.example',
              strict_min_version: '142.0',
              // asked for when a person switches on the counts for the team's collector
              data_collection_permissions: { required: ['none'], optional: ['technicalAndInteraction'] },
            },
          },
        }
      : {
          minimum_chrome_version: '123',
          storage: { managed_schema: 'managed-schema.json' },
          // Without this line Chrome lets every other extension open a connection.
          externally_connectable: { ids: [] },
        }),
  }),
});
