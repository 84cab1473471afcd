// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { helpdesks } from '../../lib/helpdesks/registry.ts';
import { matchesPattern } from '../../lib/site-permission.ts';
import { addresses } from './addresses.ts';

const all = Object.entries(addresses).flatMap(([owner, { tickets, others }]) => [
  ...tickets.map(([url]) => ({ owner, url })),
  ...others.map((url) => ({ owner, url })),
]);
const atHome = (hosts: readonly string[], url: string) => hosts.some((pattern) => matchesPattern(pattern, new URL(url)));

describe('addresses of helpdesks', () => {
  test('every adapter has a row in the table', () => {
    expect(Object.keys(addresses).sort()).toEqual(helpdesks.map((h) => h.id).sort());
  });

  describe.each(helpdesks.map((h) => [h.id, h, h.adapter.take()] as const))('%s', (id, helpdesk, adapter) => {
    test.each(addresses[id]?.tickets ?? [])('finds the ticket of %s', (url, key) => {
      expect(adapter.ticketId(new URL(url))).toBe(key);
    });

    test.each(addresses[id]?.others ?? [])('finds no ticket at %s', (url) => {
      expect(adapter.ticketId(new URL(url))).toBeUndefined();
    });

    // A hosted product is chosen by its host; a self-hosted one only with proof in the page, and a page without any proves nothing.
    test.each(all.filter(({ owner }) => owner !== id).map(({ url }) => url))('leaves %s alone', (url) => {
      const proven = helpdesk.marks?.every((mark) => document.querySelector(mark)) ?? helpdesk.hosts.length === 0;
      expect({ atHome: atHome(helpdesk.hosts, url), proven }).toEqual({ atHome: false, proven: false });
    });

    test('is listed under its own name, and as one that can be asked when it can', () => {
      expect({ id: adapter.id, hasApi: adapter.api !== undefined }).toEqual({ id, hasApi: helpdesk.hasApi ?? false });
    });

    test('says what it is founded on', () => {
      expect(['live', 'components', 'facts']).toContain(adapter.evidence.kind);
      expect(adapter.evidence.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    });

    test('waits while the page is empty', () => {
      const key = addresses[id]?.tickets[0]?.[1] ?? '';
      expect(adapter.root(document.implementation.createHTMLDocument(''), key)).toBeUndefined();
    });
  });
});
