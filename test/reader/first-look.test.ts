// @vitest-environment happy-dom
/** What is said before the words of every language are there: the first look at a page that says it is in English. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type { ReadOptions } from '../../lib/reader/read-page.ts';

const corpus = join(dirname(fileURLToPath(import.meta.url)), '../corpus');
interface Page {
  readonly html: string;
  readonly truth: { readonly url: string; readonly capturedAt: string; readonly pageTimeZone: string };
}
const pages = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) =>
    readdirSync(join(corpus, folder))
      .filter((file) => file.endsWith('.html'))
      .map((file): [string, Page] => [
        `${folder}/${file.replace('.html', '')}`,
        {
          html: readFileSync(join(corpus, folder, file), 'utf8'),
          truth: JSON.parse(readFileSync(join(corpus, folder, file.replace('.html', '.json')), 'utf8')) as Page['truth'],
        },
      ]),
  );

/** A copy of the reader that has loaded nothing yet. */
async function freshReader() {
  vi.resetModules();
  const [{ withParts }, { tryReadPage }, { everyLanguage, learnEveryLanguage }, { PageMemory }] = await Promise.all([
    import('../../lib/parts.ts'),
    import('../../lib/reader/read-page.ts'),
    import('../../lib/reader/labels.ts'),
    import('../../lib/reader/page-memory.ts'),
  ]);
  const memory = new PageMemory();
  return {
    everyLanguage,
    learnEveryLanguage,
    memory,
    read: async (options: ReadOptions) => {
      const outcome = await withParts(() => tryReadPage(document, options));
      return typeof outcome === 'object' ? outcome.snapshot : outcome;
    },
  };
}

function draw(html: string, language: string): void {
  document.documentElement.innerHTML = html.replace(/^[^]*?<html[^>]*>|<\/html>[^]*$/g, '');
  document.documentElement.setAttribute('lang', language);
}

const optionsOf = ({ url, capturedAt, pageTimeZone }: Page['truth']): ReadOptions => ({ url, now: Date.parse(capturedAt), zone: pageTimeZone });

/** A ticket of no known product. */
const ticket = (rows: Readonly<Record<string, string>>, more = '') => `
  <h1>Printer prints nothing #4711</h1>
  <dl>${Object.entries(rows)
    .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
    .join('')}</dl>${more}`;
const unknown: ReadOptions = { url: 'https://desk.example/tickets/4711', now: Date.parse('2026-11-24T09:00:00Z'), zone: 'UTC', forced: true };
const english = { Status: 'Open', Priority: 'High', 'Assigned to': 'Maya Okafor', Created: '2026-11-23 14:14' };

describe('the first look', () => {
  test.each(pages)('%s under an English flag says at once what it says in the end', async (_name, { html, truth }) => {
    draw(html, 'en');
    const { read, learnEveryLanguage, memory } = await freshReader();
    const options = optionsOf(truth);
    const first = await read({ ...options, memory });
    await learnEveryLanguage();
    expect(await read({ ...options, memory })).toEqual(first);
    expect(await read(options)).toEqual(first);
    memory.forget();
  });

  test.each(pages.filter(([name]) => name.endsWith('/ticket-en')))('%s needs no other language', async (_name, { html, truth }) => {
    draw(html, 'en');
    const { read, everyLanguage } = await freshReader();
    await read(optionsOf(truth));
    expect(everyLanguage.peek()).toBeUndefined();
  });

  test.each([
    ['a page in another language', 'nl', english, ''],
    ['a page that does not say its language', '', english, ''],
    ['a foreign label', 'en', { ...english, Prioriteit: 'Hoog' }, ''],
    ['a status that English does not know', 'en', { ...english, Status: 'Gesloten' }, ''],
    ['a line about a change', 'en', english, '<ul><li>Status changed from New to Open</li></ul>'],
  ])('waits for every language on %s', async (_what, language, rows, more) => {
    draw(ticket(rows, more), language);
    const { read, everyLanguage } = await freshReader();
    await read(unknown);
    expect(everyLanguage.peek()).toBeDefined();
  });

  test('is followed by another where the page says more in the words of every language', async () => {
    draw(ticket({ ...english, Afdeling: 'Techniek' }), 'en');
    const { read, learnEveryLanguage, memory } = await freshReader();
    const options = { ...unknown, memory };
    expect(await read(options)).not.toMatchObject({ fields: { group: expect.anything() } });
    expect(await learnEveryLanguage()).toBe(true);
    expect(await read(options)).toMatchObject({ fields: { group: { value: 'Techniek' }, status: { value: 'Open' } } });
    memory.forget();
  });

  test('is the last where the page says no more', async () => {
    draw(ticket(english), 'en');
    const { read, learnEveryLanguage } = await freshReader();
    await read(unknown);
    expect(await learnEveryLanguage()).toBe(false);
  });

  test.each([
    'Status changed from New to In Progress by Jonas Weber',
    'Maya Okafor changed the status from Open to Pending',
    'Status: New → Open',
    'Priority: Medium -> High',
    'Priority set to High',
    'Maya closed this as completed',
    'The ticket was reopened',
    'Maya marked this as resolved',
  ])('does not pass over "%s"', async (line) => {
    await freshReader();
    const { PartMissing } = await import('../../lib/parts.ts');
    const { mentionsChange, readChangeLine } = await import('../../lib/reader/change-line.ts');
    expect(mentionsChange(line)).toBe(true);
    expect(() => readChangeLine(line)).toThrow(PartMissing);
  });
});
