/**
 * Pages that other people's software rendered, read in place from the folder that HANDRAIL_CORPUS names (they are never committed):
 * with adapters nothing may be wrong or missed, and the general reader alone must get the fields that decide.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareReading, type TrueTicket } from '../../scripts/compare-reading.ts';
import { pageCases, readPages } from '../../scripts/read.ts';

const corpus = process.env.HANDRAIL_CORPUS ?? '../shared/corpus';
const folders = existsSync(corpus)
  ? readdirSync(corpus, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(corpus, name))
  : [];
const truthOf = (folder: string, name: string): TrueTicket | null =>
  (JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { ticket: TrueTicket | null }).ticket;

describe.skipIf(folders.length === 0)('foreign pages', () => {
  test.each(folders)('%s is read right, with adapters and by the general reader alone', async (folder) => {
    const wrong: string[] = [];
    const read = new Set<string>();
    for await (const { case: name, adapter = 'as chosen', ...printed } of readPages(pageCases(folder), { adapters: [undefined, 'generic'] })) {
      read.add(`${name} ${adapter}`);
      for (const miss of compareReading(printed, truthOf(folder, name)).misses)
        wrong.push(`${name} (${adapter}) ${miss.field}: ${JSON.stringify(miss.read)}, true ${JSON.stringify(miss.truth)}`);
    }
    expect(read.size).toBe(2 * pageCases(folder).length);
    expect(wrong).toEqual([]);
  });
});

test('a ticket drawn in closed shadow roots is read', async () => {
  const card = (author: string, at: string, text: string) =>
    `<desk-message><template shadowrootmode="closed"><b>${author}</b> <time datetime="${at}">${at}</time><p>${text}</p></template></desk-message>`;
  const html = `<!DOCTYPE html><title>Desk</title><desk-ticket><template shadowrootmode="closed"><h1>Charged twice</h1><p>#4211</p>
    <dl><dt>Status</dt><dd>Open</dd><dt>Priority</dt><dd>High</dd><dt>Customer</dt><dd>Maria Lopez</dd><dt>Assigned to</dt><dd>Peter Hall</dd></dl>
    ${card('Maria Lopez', '2026-11-18T08:00:00Z', 'Our card was charged twice for the October invoice.')}
    ${card('Peter Hall', '2026-11-19T09:13:00Z', 'I have found both payments and asked for the second one back.')}
    <textarea aria-label="Reply"></textarea></template></desk-ticket><desk-menu></desk-menu><desk-footer></desk-footer>`;
  const page = { name: 'closed', html, url: 'https://desk.example/app/record.do?id=4211', zone: 'UTC', now: Date.parse('2026-11-24T09:00:00Z') };
  for await (const { ticket } of readPages([page]))
    expect(ticket).toMatchObject({
      id: '4211',
      status: 'Open',
      requester: { name: 'Maria Lopez' },
      messages: [{ author: 'Maria Lopez' }, { author: 'Peter Hall' }],
    });
});
