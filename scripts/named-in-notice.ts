/** What the built extension contains of other people's work is named in NOTICE; a build that would ship anything else stops. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Parts of the build tool that are bundled too. They are no `dependencies`: with them would come everything the tool builds with. */
export const fromTheBuildTool: readonly string[] = ['wxt', '@wxt-dev/browser'];

/** Packages that NOTICE has a line for. @param root of the repository */
export function namedInNotice(root: string): ReadonlySet<string> {
  const notice = readFileSync(join(root, 'NOTICE'), 'utf8');
  return new Set([...notice.matchAll(/^- (\S+) \(/gm)].map(([, name]) => name ?? ''));
}

/** @throws Error when a chunk holds code of a package that NOTICE does not name. */
export function onlyNamedPackages(root: string): Plugin {
  return {
    name: 'only-named-packages',
    generateBundle(_options, bundle) {
      const named = namedInNotice(root);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const name = /^.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1]?.replace('\\', '/');
          if (name !== undefined && renderedLength > 0 && !named.has(name))
            throw new Error(`${chunk.fileName} contains code of ${name}, which NOTICE does not name. Move it to "dependencies" and add its line.`);
        }
      }
    },
  };
}
