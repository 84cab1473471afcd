// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { helpdesks } from '../../lib/helpdesks/registry.ts';
import { messageGate } from '../../lib/message-shapes.ts';
import { readPage } from '../../lib/reader/read-page.ts';
import { matchesPattern } from '../../lib/site-permission.ts';
import { compareReading, type TrueTicket } from '../../scripts/compare-reading.ts';
import { toPrinted } from '../../scripts/printed-reading.ts';
import { knownGaps } from './known-gaps.ts';

const here = dirname(fileURLToPath(import.meta.url));
interface CaseFile {
  readonly helpdesk: string;
  readonly url: string;
  readonly capturedAt: string;
  readonly pageTimeZone: string;
  readonly made: { readonly by: string; readonly how: string };
  readonly ticket: TrueTicket | null;
}
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) =>
    readdirSync(join(here, folder))
      .filter((file) => file.endsWith('.html'))
      .map((file) => ({
        name: `${folder}/${file.replace('.html', '')}`,
        html: readFileSync(join(here, folder, file), 'utf8'),
        truth: JSON.parse(readFileSync(join(here, folder, file.replace('.html', '.json')), 'utf8')) as CaseFile,
      })),
  );
const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');

function misses({ html, truth }: (typeof cases)[number], adapter?: string) {
  const result = readPage(parsed(html), {
    url: truth.url,
    now: Date.parse(truth.capturedAt),
    zone: truth.pageTimeZone,
    ...(adapter && { adapter }),
  });
  return [...new Set(compareReading(toPrinted({ snapshot: result?.snapshot ?? null, assessment: null }), truth.ticket).misses.map((m) => m.field))].sort();
}

describe('our own pages', () => {
  test('each says how it was made', () => {
    expect(cases.filter(({ truth }) => truth.made.by !== 'own' || !truth.made.how).map(({ name }) => name)).toEqual([]);
  });

  // Asserted both ways: an improvement has to be written down too.
  test.each(cases.map((c) => [c.name, c] as const))('%s is read with exactly its known gaps', (name, page) => {
    expect(misses(page)).toEqual(knownGaps[name] ?? []);
  });

  test.each(cases.filter(({ truth }) => truth.ticket).map((c) => [c.name, c] as const))('%s can be asked about as it was read', (_name, { html, truth }) => {
    const snapshot = readPage(parsed(html), { url: truth.url, now: Date.parse(truth.capturedAt), zone: truth.pageTimeZone })?.snapshot;
    const { origin } = new URL(truth.url);
    const asked = { key: `${origin}|1`, snapshot, marks: {}, escalations: [], earlierContacts: [], now: 0, policyLoadedAt: truth.capturedAt };
    expect(messageGate('chrome-extension://own')('ticket.judge', asked, { origin, tabId: 1 })).toBe(true);
  });

  test.each(cases.map((c) => [c.name, c] as const))('%s is refused by every other product', (_name, { html, truth }) => {
    const doc = parsed(html);
    const url = new URL(truth.url);
    const takers = helpdesks.filter((h) => h.hosts.some((p) => matchesPattern(p, url)) || (h.marks?.every((mark) => doc.querySelector(mark)) && h.adapter.take().ticketId(url) !== undefined));
    expect(takers.map((h) => h.id).filter((id) => id !== truth.helpdesk)).toEqual([]);
  });

  test.each(cases.filter(({ truth }) => truth.ticket === null).map((c) => [c.name, c] as const))('%s is no ticket for the general reader', (_name, page) => {
    expect(misses(page, 'generic')).toEqual([]);
  });
});
