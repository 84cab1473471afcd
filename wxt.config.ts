import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

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

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  // Chrome drops a whole content script that holds a non-character.
  experimental: { escapeUnicode: true },
  webExt: { disabled: true },
  modules: ['@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'public/icon.svg' },
  vite: () => ({ plugins: [preact(), zodWithoutEval()], build: { target: 'es2022' } }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    // The probe imports the page loop from the extension itself; nothing else of it can be reached from a page. Its address changes with
    // every session, so that no page can find out by it that the extension is installed (Firefox has such an address anyway).
    web_accessible_resources: [{ resources: ['page-loop.js'], matches: ['<all_urls>'], ...(browser === 'firefox' ? {} : { use_dynamic_url: true }) }],
    commands: { 'open-panel': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_commandOpenPanel__' } },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'handrail@handrail.example', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
