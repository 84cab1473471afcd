import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import { changeTicket, deleteAllTickets, exportLedger, importLedger, recordSight } from '../../lib/ledger/ledger-store.ts';
import { closeLedger } from '../../lib/ledger/open-ledger.ts';
import { isEmpty, settleCounts, takeCounts, waitingCounts } from '../../lib/ledger/outbox.ts';
import { ticketCounts } from '../../lib/ledger/ticket-counts.ts';
import { mergeLedgers } from '../../lib/metrics/merge-ledgers.ts';
import { computeMetrics } from '../../lib/metrics/metrics.ts';
import { otlpRequest } from '../../lib/metrics/otlp-request.ts';
import { quarter } from '../metrics/quarter.ts';
import { sight } from './ledger-builder.ts';

beforeEach(async () => {
  await closeLedger();
  globalThis.indexedDB = new IDBFactory();
});

const seen = '["handrail.tickets.seen",{}]';
const up = { at: '2026-11-24T10:05:00.000Z', fromTier: 1, toTier: 2, state: 'escalated' as const };
const into2 = '["handrail.escalations",{"handrail.tier":2}]';

describe('counts for a collector', () => {
  test('are taken once, and later only what is new', async () => {
    await recordSight(sight('1'));
    expect((await takeCounts()).counts).toEqual({ counts: { [seen]: 1 }, values: {} });
    await settleCounts(true);
    expect(isEmpty((await takeCounts()).counts)).toBe(true);
    await recordSight(sight('1', { at: '2026-11-24T11:00:00.000Z', escalations: [up] }));
    await recordSight(sight('2'));
    const { counts } = await takeCounts();
    expect(counts.counts).toMatchObject({ [seen]: 1, [into2]: 1 });
    expect(counts.values['["handrail.time_to_escalate",{}]']).toEqual([65 / 60]);
  });

  test('that did not arrive go with the next ones', async () => {
    await recordSight(sight('1'));
    await takeCounts();
    await settleCounts(false);
    await recordSight(sight('2'));
    expect((await takeCounts()).counts.counts).toEqual({ [seen]: 2 });
  });

  test('of a sending that was broken off are not sent again, and that is told', async () => {
    await recordSight(sight('1'));
    await takeCounts();
    // the worker died here: another one begins
    await closeLedger();
    await recordSight(sight('2'));
    expect(await takeCounts()).toEqual({ counts: { counts: { [seen]: 1 }, values: {} }, lost: true });
  });

  test('can be looked at beforehand without a change', async () => {
    await recordSight(sight('1'));
    const before = await waitingCounts();
    expect(before).toEqual(await waitingCounts());
    expect((await takeCounts()).counts).toEqual(before);
  });

  test('are not taken from tickets that came from another browser', async () => {
    await recordSight(sight('1', { escalations: [up] }));
    const saved = await exportLedger(Date.parse('2026-11-24T12:00:00Z'));
    await deleteAllTickets();
    await importLedger(saved);
    expect(isEmpty((await takeCounts()).counts)).toBe(true);
    const [ticket] = saved.tickets;
    await changeTicket(ticket?.key ?? '', (one) => ({ ...one, csat: 4 }));
    expect((await takeCounts()).counts).toEqual({ counts: {}, values: { '["handrail.satisfaction_after_escalation",{}]': [4] } });
  });

  test('have no id of a ticket, a site or a person', async () => {
    await recordSight(sight('4711', { escalations: [up] }));
    expect(JSON.stringify((await takeCounts()).counts)).not.toMatch(/4711|desk\.example|generic|ana|silva|handrail-default/);
  });
});

describe('a quarter of twenty people', () => {
  const { tickets } = mergeLedgers(quarter());
  const sums = new Map<string, number>();
  const values = new Map<string, number[]>();
  for (const { series, n, values: measured } of tickets.flatMap(ticketCounts))
    if (measured) values.set(series, [...(values.get(series) ?? []), ...measured]);
    else sums.set(series, (sums.get(series) ?? 0) + n);
  const sum = (name: string, attributes: object = {}): number => sums.get(JSON.stringify([name, attributes])) ?? 0;
  const metrics = computeMetrics(tickets);
  const of = (id: string, about?: number | string) =>
    metrics.find((one) => one.id === id && (about === undefined || (one.tier ?? one.rule) === about));

  test.each([2, 3])('adds up to the metrics of Tier %i', (tier) => {
    const at = { 'handrail.tier': tier };
    expect([sum('handrail.tickets.escalated', at), sum('handrail.tickets.seen')]).toEqual([
      of('escalationRate', tier)?.numerator,
      of('escalationRate', tier)?.denominator,
    ]);
    expect(sum('handrail.tickets.resolved_where_received', at)).toBe(of('escalationToResolution', tier)?.numerator);
  });

  test('adds up to the other metrics', () => {
    const bounced = sum('handrail.escalations.bounced', { 'handrail.tier': 2 });
    const all = sum('handrail.escalations', { 'handrail.tier': 2 }) + sum('handrail.escalations', { 'handrail.tier': 3 });
    expect([bounced, all]).toEqual([of('bounceRate')?.numerator, of('bounceRate')?.denominator]);
    const [followed, not] = [true, false].map((yes) => sum('handrail.tickets.advised', { 'handrail.followed': yes })) as [number, number];
    expect([not, followed + not]).toEqual([of('falseAlarms')?.numerator, of('falseAlarms')?.denominator]);
    expect(sum('handrail.tickets.unadvised')).toBe(of('misses')?.numerator);
    for (const rule of ['mood', 'sla'])
      expect(sum('handrail.rule.advised', { 'handrail.rule': rule, 'handrail.followed': true })).toBe(of('rulePrecision', rule)?.numerator);
    const kept = sum('handrail.updates', { 'handrail.kept': true });
    expect([kept, kept + sum('handrail.updates', { 'handrail.kept': false })]).toEqual([of('updateKept')?.numerator, of('updateKept')?.denominator]);
    for (const tier of [1, 2]) {
      const once = sum('handrail.tickets.resolved', { 'handrail.tier': tier, 'handrail.first_contact': true });
      const again = sum('handrail.tickets.resolved', { 'handrail.tier': tier, 'handrail.first_contact': false });
      expect([once, once + again]).toEqual([of('firstContactResolution', tier)?.numerator, of('firstContactResolution', tier)?.denominator]);
    }
    for (const [name, id] of [
      ['handrail.time_to_escalate', 'timeToEscalate'],
      ['handrail.resolution_after_escalation', 'resolutionAfter'],
      ['handrail.satisfaction_after_escalation', 'csatAfter'],
    ] as const)
      expect(values.get(JSON.stringify([name, {}]))).toHaveLength(of(id)?.numerator ?? Number.NaN);
  });
});

test('a request says the counts as increments, by OpenTelemetry itself', async () => {
  const { body } = await otlpRequest(
    { counts: { [seen]: 3, [into2]: 1 }, values: { '["handrail.time_to_escalate",{}]': [1, 3] } },
    { version: '1.2.3', policyId: 'acme' },
  );
  const request = JSON.parse(body) as {
    resourceMetrics: { resource: { attributes: object[] }; scopeMetrics: { metrics: Record<string, unknown>[] }[] }[];
  };
  const [{ resource, scopeMetrics }] = request.resourceMetrics as [(typeof request.resourceMetrics)[number]];
  expect(resource.attributes).toEqual([
    { key: 'service.name', value: { stringValue: 'handrail' } },
    { key: 'service.version', value: { stringValue: '1.2.3' } },
    { key: 'handrail.policy', value: { stringValue: 'acme' } },
  ]);
  expect(scopeMetrics[0]?.metrics).toMatchObject([
    { name: 'handrail.tickets.seen', unit: '{ticket}', sum: { aggregationTemporality: 1, isMonotonic: true, dataPoints: [{ asDouble: 3 }] } },
    { name: 'handrail.escalations', sum: { dataPoints: [{ asDouble: 1, attributes: [{ key: 'handrail.tier', value: { intValue: 2 } }] }] } },
    { name: 'handrail.time_to_escalate', unit: 'h', histogram: { aggregationTemporality: 1, dataPoints: [{ count: 2, sum: 4 }] } },
  ]);
});

test('a ticket that was opened again takes nothing back', () => {
  const ticket = quarter()[0]?.tickets[0] as LedgerTicket;
  const before = new Set(ticketCounts(ticket).map(({ series }) => series));
  const { resolvedAt: _, ...open } = ticket;
  const after = ticketCounts({ ...open, statusKind: 'open' });
  expect(after.every(({ series }) => before.has(series))).toBe(true);
});
