import { describe, expect, test } from 'vitest';
import { foldSight } from '../../lib/ledger/fold-sight.ts';
import { sightKey } from '../../lib/ledger/ticket-sight.ts';
import { sight } from './ledger-builder.ts';

const hashes = { requester: 'aa', subjectWords: ['w1', 'w2'] };
const later = '2026-11-24T11:00:00.000Z';
const latest = '2026-11-24T12:00:00.000Z';

describe('a ticket in the ledger', () => {
  test('holds nothing of what names a person', () => {
    const kept = JSON.stringify(foldSight(undefined, sight('7'), hashes));
    expect(kept).not.toMatch(/ana|silva|Refund|4711|\/tickets\//i);
    expect(JSON.parse(kept)).toMatchObject({ requester: 'aa', subjectWords: ['w1', 'w2'], firstSeenAt: '2026-11-24T10:00:00.000Z' });
  });

  test('keeps one entry for each recommendation, from when it began', () => {
    const first = foldSight(undefined, sight('7'), hashes);
    const same = foldSight(first, sight('7', { at: later }), hashes);
    const raised = foldSight(same, sight('7', { at: latest, tier: 2, verdict: 'escalate', rules: ['sla'] }), hashes);
    expect(raised.recommendations).toEqual([
      { at: '2026-11-24T10:00:00.000Z', tier: 1, verdict: 'keep', rules: [], shadow: [] },
      { at: latest, tier: 2, verdict: 'escalate', rules: ['sla'], shadow: [] },
    ]);
    expect([same.firstSeenAt, same.lastSeenAt]).toEqual(['2026-11-24T10:00:00.000Z', later]);
  });

  test('of two looks that arrive in the wrong order the later one stands', () => {
    const known = foldSight(undefined, sight('7', { at: latest, tier: 3 }), hashes);
    expect(foldSight(known, sight('7', { at: later, tier: 1 }), hashes)).toEqual(known);
  });

  test.each([
    ['the page says when', { statusKind: 'resolved' as const, resolvedAt: '2026-11-24T10:30:00Z' }, '2026-11-24T10:30:00Z'],
    ['it was seen resolved', { statusKind: 'closed' as const }, later],
    ['it is open', {}, undefined],
  ])('is resolved when %s', (_what, change, expected) => {
    const known = foldSight(undefined, sight('7'), hashes);
    expect(foldSight(known, sight('7', { at: later, ...change }), hashes).resolvedAt).toBe(expected);
  });

  test('that is opened again is no longer resolved', () => {
    const known = foldSight(undefined, sight('7', { statusKind: 'resolved' }), hashes);
    expect(foldSight(known, sight('7', { at: later }), hashes).resolvedAt).toBeUndefined();
  });

  test('keeps what the rules saw before it was resolved, until it is opened again', () => {
    const busy = { at: later, values: { contacts: 4 } };
    const done = { at: latest, values: { contacts: 4, 'ticket.status': 'resolved' } };
    const open = foldSight(foldSight(undefined, sight('7'), hashes), sight('7', { at: later, facts: busy }), hashes);
    const resolved = foldSight(open, sight('7', { at: latest, statusKind: 'resolved', facts: done }), hashes);
    const closed = foldSight(resolved, sight('7', { at: latest, statusKind: 'closed', facts: done }), hashes);
    expect([resolved, closed].map(({ facts, openFacts }) => [facts, openFacts])).toEqual([
      [done, busy],
      [done, busy],
    ]);
    expect(foldSight(closed, sight('7', { at: latest }), hashes).openFacts).toBeUndefined();
    expect(foldSight(undefined, sight('8', { statusKind: 'resolved' }), hashes).openFacts).toBeUndefined();
  });

  test('an escalation that bounced ended when that was first seen', () => {
    const up = { at: '2026-11-24T10:05:00.000Z', fromTier: 1, toTier: 2 };
    const known = foldSight(undefined, sight('7', { escalations: [{ ...up, state: 'escalated' }] }), hashes);
    const bounced = foldSight(known, sight('7', { at: later, escalations: [{ ...up, state: 'bounced', reasonCode: 'wrong-tier' }] }), hashes);
    const again = foldSight(bounced, sight('7', { at: latest, escalations: [{ ...up, state: 'bounced', reasonCode: 'wrong-tier' }] }), hashes);
    expect(again.escalations).toEqual([{ ...up, state: 'bounced', reasonCode: 'wrong-tier', endedAt: later }]);
  });

  test('keeps an escalation whose notes are gone', () => {
    const up = { at: '2026-11-24T10:05:00.000Z', toTier: 2, state: 'escalated' as const };
    const known = foldSight(undefined, sight('7', { escalations: [up] }), hashes);
    expect(foldSight(known, sight('7', { at: later, escalations: [] }), hashes).escalations).toEqual([up]);
  });

  test('a page that shows less takes back neither creation nor requester', () => {
    const known = foldSight(undefined, sight('7'), hashes);
    const { createdAt: _, requester: __, ...less } = sight('7', { at: later });
    expect(foldSight(known, less, { subjectWords: [] })).toMatchObject({
      createdAt: '2026-11-24T09:00:00.000Z',
      requester: 'aa',
      subjectWords: ['w1', 'w2'],
    });
  });
});

describe('news for the ledger', () => {
  test.each([
    ['looking again later', { at: later }, false],
    ['a running clock', { facts: { at: later, values: { contacts: 1, 'resolution.used': { ms: 5, percent: 1 }, time_since_customer: 9 } } }, false],
    ['another tier', { tier: 2 }, true],
    ['another contact', { facts: { at: later, values: { contacts: 2 } } }, true],
    ['another due time', { clocks: [] }, true],
  ])('%s: %o', (_what, change, news) => {
    expect(sightKey(sight('7', change)) !== sightKey(sight('7'))).toBe(news);
  });
});
