import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  // Chrome drops a whole content script that holds a non-character.
  experimental: { escapeUnicode: true },
  webExt: { disabled: true },
  modules: ['@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'public/icon.svg' },
  vite: () => ({ plugins: [preact()], build: { target: 'es2022' } }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    // The probe imports the page loop from the extension itself; nothing else of it can be reached from a page.
    web_accessible_resources: [{ resources: ['page-loop.js'], matches: ['<all_urls>'] }],
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
