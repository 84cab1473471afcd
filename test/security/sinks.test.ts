/** No text of a page or a policy can become markup or code: the source has none of the places where a browser would make it so. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const sinks: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['innerHTML', /\binnerHTML\b/],
  ['outerHTML', /\bouterHTML\s*=(?!=)/],
  ['insertAdjacentHTML', /\binsertAdjacentHTML\b/],
  ['document.write', /\bdocument\s*\.\s*write(?:ln)?\b/],
  ['dangerouslySetInnerHTML', /\bdangerouslySetInnerHTML\b/],
  ['createContextualFragment', /\bcreateContextualFragment\b/],
  ['setHTML, setHTMLUnsafe, parseHTMLUnsafe', /\b(?:setHTML(?:Unsafe)?|parseHTMLUnsafe)\b/],
  ['srcdoc', /\bsrcdoc\s*=(?!=)|['"]srcdoc['"]\s*,/],
  ['DOMParser', /\bDOMParser\b/],
  ['eval', /\beval\s*\(/],
  ['Function', /\bnew\s+Function\b|(?<![\w.])Function\s*\(/],
  ['a timer with text', /\bset(?:Timeout|Interval)\s*\(\s*['"`]/],
  ['an address that is code', /(?:href|src|action|location)[^\n]{0,40}['"`]\s*javascript:/i],
  ['an event handler as an attribute', /setAttribute\s*\(\s*['"`]on/i],
  ['a script element', /createElement\s*\(\s*['"`]script/i],
];

/** What may be there, and why. */
const allowed: Readonly<Record<string, string>> = {
  // Takes the handoff's own HTML, whose writer escapes every value, apart for printing; the parsed document runs nothing.
  'entrypoints/page-loop/document-actions.ts': 'DOMParser',
};

const files = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|html|mjs)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

/** Comments may name what the code must not use. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

describe('the source has no place where text becomes markup or code', () => {
  const sources = files.map((path) => ({ path, text: withoutComments(readFileSync(join(root, path), 'utf8')) }));

  test('there is a source to look at', () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  test.each(sinks)('%s', (name, pattern) => {
    expect(sources.filter(({ path, text }) => pattern.test(text) && allowed[path] !== name).map(({ path }) => path)).toEqual([]);
  });

  test.each([
    ['element.innerHTML = text', 'innerHTML'],
    ['x.outerHTML = y', 'outerHTML'],
    ['document . write(x)', 'document.write'],
    ['setTimeout("run()", 1)', 'a timer with text'],
    ["link.href = 'javascript:x'", 'an address that is code'],
    ['const make = new Function(text)', 'Function'],
    ['root.setHTMLUnsafe(x)', 'setHTML, setHTMLUnsafe, parseHTMLUnsafe'],
    ["frame.setAttribute('srcdoc', x)", 'srcdoc'],
  ])('%s would be found', (line, name) => {
    expect(sinks.filter(([, pattern]) => pattern.test(line)).map(([found]) => found)).toContain(name);
  });
});
