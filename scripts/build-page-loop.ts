/**
 * Builds what a ticket page loads: modules of their own below `page/`, so that a page pays only for its product, its languages and
 * the tabs that are opened. WXT makes one file of a script that is no page, hence this second build.
 */
import preact from '@preact/preset-vite';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { onlyNamedPackages } from './named-in-notice.ts';

/** Folder inside the extension; `page/page-loop.js` is what the probe imports. */
export const pageFolder = 'page';

/**
 * @param outDir the extension's own folder
 * @param mode `production` is what ships; `e2e` differs only in an open shadow root
 * @param maps source maps beside the files, for the benchmark
 */
export async function buildPageLoop(root: string, outDir: string, mode: string, maps = false): Promise<void> {
  await build({
    root,
    mode,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [preact(), importsByDynamicAddress(), onlyNamedPackages(root)],
    // Without it `production` differs between modes and so would what is tested.
    // The page loop draws by an effect of its own, so no component needs to know signals.
    resolve: { alias: { '@preact/signals': '@preact/signals-core' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(outDir, pageFolder),
      emptyOutDir: true,
      sourcemap: maps && 'hidden',
      target: 'es2022',
      // The lowest browsers of the manifest; else newer colours are written out for older ones.
      cssTarget: ['chrome123', 'firefox142'],
      // As a library, so that Vite adds nothing that preloads modules or tells the page of failures.
      lib: { entry: { 'page-loop': join(root, 'entrypoints/page-loop/start.ts') }, formats: ['es'] },
      // What is large here is large for good reasons and has a budget in .size-limit.js.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        // The entry holds what its parts share.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash:6].js',
          minify: true,
          postBanner: ({ name }) => (firstPanel.has(name) ? compileWhole : ''),
        },
      },
    },
  });
}

/**
 * Chrome gives what pages may load an address that changes with every session, but resolves the imports inside such a module from
 * the extension's fixed address, where nothing can be loaded. So parts ask for each other by the address that the browser names.
 */
function importsByDynamicAddress(): Plugin {
  const address = (file: string): string => `chrome.runtime.getURL("/${pageFolder}/${file}")`;
  return {
    name: 'imports-by-dynamic-address',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const imported = new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.imports] as const] : [])));
      const reaches = (from: string, wanted: string): boolean => (imported.get(from) ?? []).some((to) => to === wanted || reaches(to, wanted));
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        // Modules that wait for each other in a ring would wait for ever.
        if (reaches(chunk.fileName, chunk.fileName)) throw new Error(`${chunk.fileName} imports itself through its own parts.`);
        chunk.code = chunk.code
          .replace(
            /\bimport\{([^{}]*)\}from"\.\/([\w.-]+)";/g,
            (_whole, names: string, file: string) => `const{${names.replaceAll(' as ', ':')}}=await import(${address(file)});`,
          )
          .replace(/\bimport\(([`"])\.\/([\w.-]+)\1\)/g, (_whole, _quote, file: string) => `import(${address(file)})`);
        const left = /\bimport[^;(]{0,200}from\s*[`"']\.|\bimport\s*[`"']\.|\bimport\([`"']\./.exec(chunk.code);
        if (left) throw new Error(`${chunk.fileName} still has an import by relative address: ${left[0]}`);
      }
    },
  };
}

/** What the first panel runs through, almost every function of it. */
const firstPanel = new Set(['page-loop', 'without-adapter', 'after-advice']);

/**
 * Asks Chromium to compile such a file whole while it is read, which it does beside the page. Else each function is compiled on the page's
 * own thread when it is first called: about a tenth of what the first panel costs it. Other browsers pass over the comment.
 */
const compileWhole = '//# allFunctionsCalledOnLoad';
