/** The ready-made files of docs/deploy-to-a-team.md can be read, and hold nothing that managed storage does not know. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { pageTranslator } from '../../lib/extension-text.ts';
import { readManaged } from '../../lib/sharing/managed.ts';

const root = join(import.meta.dirname, '../..');
const docs = readFileSync(join(root, 'docs/deploy-to-a-team.md'), 'utf8');
const schema = JSON.parse(readFileSync(join(root, 'public/managed-schema.json'), 'utf8')) as object;

function file(name: string): string {
  const found = new RegExp(`<!-- file: ${name.replace('.', '\\.')} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(docs);
  if (!found) throw new Error(`${name} is not in the docs`);
  return found[1] ?? '';
}

/** Closed at every level, so that a misspelt part is found. */
function closed(value: object): object {
  const { properties, items, ...rest } = value as { properties?: Record<string, object>; items?: object };
  return {
    ...rest,
    ...(items && { items: closed(items) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, closed(one)])),
      additionalProperties: false,
    }),
  };
}

interface Json {
  [name: string]: Json;
}
const fromReg = (text: string): object =>
  Object.fromEntries(
    [...text.matchAll(/^"(\w+)"="(.*)"$/gm)].map(([, name = '', value = '']) => [
      name,
      JSON.parse(value.replaceAll('\\"', '"').replaceAll('\\\\', '\\')) as unknown,
    ]),
  );

function fromPlist(text: string): Json {
  const { window } = { window: new Window() };
  const document = new window.DOMParser().parseFromString(text, 'application/xml');
  const valueOf = (element: Element): unknown => {
    const children = [...element.children];
    if (element.tagName === 'array') return children.map(valueOf);
    if (element.tagName !== 'dict') return element.textContent;
    const entries: [string, unknown][] = [];
    for (let index = 0; index < children.length; index += 2) {
      const [key, value] = [children[index], children[index + 1]];
      if (key?.tagName !== 'key' || !value) throw new Error('a plist dict is pairs of key and value');
      entries.push([key.textContent ?? '', valueOf(value)]);
    }
    return Object.fromEntries(entries);
  };
  const dict = document.querySelector('plist > dict');
  if (!dict) throw new Error('no plist');
  return valueOf(dict as unknown as Element) as Json;
}

const payload = (): object => {
  const [first] = fromPlist(file('handrail.mobileconfig')).PayloadContent as unknown as object[];
  return Object.fromEntries(Object.entries(first ?? {}).filter(([name]) => !name.startsWith('Payload')));
};

describe('ready-made policy files', () => {
  test.each<[string, () => object | undefined]>([
    ['chromium.json', () => (JSON.parse(file('chromium.json')) as Json)['3rdparty']?.extensions?.EXTENSION_ID],
    ['firefox.json', () => (JSON.parse(file('firefox.json')) as Json).policies?.['3rdparty']?.Extensions?.['handrail@handrail.example']],
    ['chrome.reg', () => fromReg(file('chrome.reg'))],
    ['handrail.mobileconfig', payload],
  ])('%s', async (_, read) => {
    const value = read();
    const validate = new Ajv({ strict: false }).compile(closed(schema));
    validate(value);
    expect(validate.errors ?? []).toEqual([]);
    expect(await readManaged(value, pageTranslator('en'))).toMatchObject({
      managed: true,
      problems: [],
      company: {
        subscription: { url: 'https://static.acme.example/handrail/policy.signed.json' },
        locked: expect.arrayContaining(['rules.legal']) as string[],
      },
    });
  });
});
