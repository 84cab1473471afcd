/** Holds the tree to docs/architecture.md: who may import whom, and where the clock, storage, messages and words live. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { enLater } from '../lib/text/en-later.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sourceFolders = ['lib', 'components', 'entrypoints'];

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
const files = sourceFolders.flatMap(filesBelow).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}
const imports: Import[] = files.flatMap(({ path, text }) =>
  [...text.matchAll(/^\s*(?:import|export(?=[^'";]*?\sfrom\s+'))\s+(type\s+)?([^'";]*?)\s*(?:from\s+)?'([^']+)'/gm)].map(
    ([, type, names = '', target = '']) => ({
      from: path,
      to: target.startsWith('.') ? normalize(join(dirname(path), target)).replace(/\?.*$/, '') : target,
      typeOnly:
        type !== undefined ||
        (names.trim().startsWith('{') &&
          names
            .trim()
            .slice(1, -1)
            .split(',')
            .every((name) => !name.trim() || name.trim().startsWith('type '))),
    }),
  ),
);

/** What is loaded on demand: `import('./part.ts')`. */
const onDemand = files.flatMap(({ path, text }) =>
  [...text.matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, target = '']) => ({
    from: path,
    to: normalize(join(dirname(path), target)),
    typeOnly: false,
  })),
);

/** Where a file stands in the one direction of imports; a lower layer never imports a higher one. */
const layers: readonly (readonly [RegExp, number])[] = [
  [/^lib\/(ticket|clock|parts|text|extension-text|site-permission|zone)\.ts$|^lib\/text\//, 0],
  [/^lib\/(reader|helpdesks|facts|sla|rules|policy)\//, 1],
  [/^lib\/(guidance|documents|ledger|backtest|designer|exports|sharing|metrics|practice)\//, 2],
  [/^lib\/(storage|stored-item|message-shapes|messages|open-ticket|policy-in-use|check-subscription|push-permission|forget-lookup)\.ts$/, 3],
  [/^lib\/every-part\.ts$/, 3],
  [/^components\//, 4],
  [/^entrypoints\//, 5],
];
const layerOf = (path: string): number => layers.find(([pattern]) => pattern.test(path))?.[1] ?? Number.NaN;

describe('architecture', () => {
  test('every source file has a place in the layers', () => {
    expect(files.filter(({ path }) => Number.isNaN(layerOf(path))).map(({ path }) => path)).toEqual([]);
  });

  test('values are imported downwards only', () => {
    // type imports may point up: they leave nothing in the bundle
    const upward = imports.filter(({ from, to, typeOnly }) => !typeOnly && layerOf(to) > layerOf(from));
    expect(upward).toEqual([]);
  });

  test('components know no storage, no messages and no page', () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) => from.startsWith('components/') && !typeOnly && /^wxt\/|^lib\/(storage|messages|reader|helpdesks)/.test(to),
    );
    expect(wrong).toEqual([]);
  });

  test.each(['rules', 'sla', 'guidance', 'facts', 'documents'])('lib/%s never sees the DOM or the browser', (folder) => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) => from.startsWith(`lib/${folder}/`) && !typeOnly && /^wxt\/|^preact|^lib\/(reader|helpdesks)\//.test(to),
    );
    expect(wrong).toEqual([]);
    const dom = files.filter(
      ({ path, text }) => path.startsWith(`lib/${folder}/`) && /\b(document|window)\.[a-z]|\bHTMLElement\b/.test(withoutComments(text)),
    );
    expect(dom.map(({ path }) => path)).toEqual([]);
  });

  test('zod, yaml, the rule parser and the words of other pages stay off the content side', () => {
    const reached = reachableFrom(['entrypoints/content/index.ts', 'entrypoints/page-loop/start.ts']);
    expect(
      [...reached].filter((path) =>
        /^(zod|yaml)\b|^lib\/extension-text\.ts$|^lib\/policy\/(schema|load-policy|default-policy)\.ts$|^lib\/rules\/parse/.test(path),
      ),
    ).toEqual([]);
  });

  test('words that come after the first advice are asked for by nothing that is there before it', () => {
    const there = [...reachableFrom(['entrypoints/page-loop/start.ts'], 'no parts')].filter((path) => !path.startsWith('lib/text/'));
    const asked = there.map((path) => files.find((file) => file.path === path)?.text ?? '').join('\n');
    const missed = Object.keys(enLater).filter((key) => asked.includes(`'${key.replace(/\.(one|other)$/, '')}'`));
    // said by what the controls do that come later themselves
    expect(missed.filter((key) => !/^(?:said|teach)\./.test(key))).toEqual([]);
  });

  test('facts, rules and clocks stay off what a ticket page loads for its panel', () => {
    const there = [...reachableFrom(['entrypoints/page-loop/start.ts'], 'no parts')];
    expect(
      there.filter((path) => /^lib\/(facts|sla)\/|^lib\/rules\/(evaluate|conditions|context|literal)|^lib\/guidance\/assess\.ts$/.test(path)),
    ).toEqual(['lib/sla/sla-clock.ts']);
  });

  test('only lib/clock.ts asks what time it is', () => {
    const asks = files.filter(
      ({ path, text }) =>
        path !== 'lib/clock.ts' && /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(|\bset(Interval|Timeout)\(/.test(withoutComments(text)),
    );
    expect(asks.map(({ path }) => path)).toEqual([]);
  });

  test('only lib/storage.ts touches extension storage, only lib/messages.ts runtime messages', () => {
    const storage = files.filter(
      ({ path, text }) =>
        !/^lib\/(storage|stored-item)\.ts$/.test(path) && /\b(browser|chrome)\.storage\b|wxt\/utils\/storage/.test(withoutComments(text)),
    );
    expect(storage.map(({ path }) => path)).toEqual([]);
    expect(imports.filter(({ to }) => to === 'lib/stored-item.ts').map(({ from }) => from)).toEqual(['lib/storage.ts']);
    const messages = files.filter(
      ({ path, text }) =>
        path !== 'lib/messages.ts' &&
        /\b(browser|chrome)\.(runtime\.(onMessage|sendMessage|connect)|tabs\.sendMessage)\b/.test(withoutComments(text)),
    );
    expect(messages.map(({ path }) => path)).toEqual([]);
  });

  test('components print words only through lib/text.ts', () => {
    const literal = files
      .filter(({ path }) => path.startsWith('components/') && !path.endsWith('.examples.tsx'))
      .flatMap(({ path, text }) => printedWords(text).map((words) => `${path}: ${words}`));
    expect(literal).toEqual([]);
  });

  test('every adapter is registered once, under its own name, with a corpus folder', () => {
    const adapters = readdirSync(join(root, 'lib/helpdesks')).filter(
      (name) => name.endsWith('.ts') && name !== 'registry.ts' && !name.includes('.shape'),
    );
    const registry = readFileSync(join(root, 'lib/helpdesks/registry.ts'), 'utf8');
    for (const name of adapters) {
      const id = name.replace(/\.ts$/, '');
      expect(registry.split(`'./${name}'`).length - 1, `${name} in registry.ts`).toBe(1);
      expect(readFileSync(join(root, 'lib/helpdesks', name), 'utf8')).toContain(`id: '${id}'`);
      expect(existsSync(join(root, 'test/corpus', id)), `test/corpus/${id}`).toBe(true);
    }
  });

  test('no folder collects what has no home', () => {
    const vague = files.filter(({ path }) => /(^|[/-])(utils?|helpers?|manager|service|common|misc)([.-]|\/)/.test(path));
    expect(vague.map(({ path }) => path)).toEqual([]);
  });

  test('a file over 250 lines says at its top why', () => {
    const silent = files.filter(
      ({ path, text }) =>
        text.split('\n').length > 250 && !/\/text\//.test(path) && !/^\/(\*\*|\/)[\s\S]{0,1200}?(long|250 lines|over 250|one file|size)/i.test(text),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** Words between tags: `>Save<` or `>Save {x}`; single punctuation marks and numbers are no words. */
function printedWords(text: string): string[] {
  return [...withoutComments(text).matchAll(/<[A-Za-z][^<>=]*?(?:=(?:"[^"]*"|\{[^{}]*\})[^<>=]*?)*>\s*([A-Za-z][A-Za-z ,.!?']{2,})\s*(?=[<{])/g)].map(
    (match) => match[1] ?? '',
  );
}

/** @param parts with what is loaded on demand */
function reachableFrom(starts: readonly string[], parts: 'parts' | 'no parts' = 'parts'): Set<string> {
  const seen = new Set<string>();
  const queue = starts.filter((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile());
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const found of parts === 'parts' ? [...imports, ...onDemand] : imports) if (found.from === path && !found.typeOnly) queue.push(found.to);
  }
  return seen;
}
