import { describe, expect, test } from 'vitest';
import { exampleNow, exampleZone, refundTicket } from '../../components/panel/example-data.ts';
import { localInstant, typedCorrections, typedCustomFields } from '../../lib/guidance/corrections.ts';
import { toFieldRows } from '../../lib/guidance/field-rows.ts';

describe('what an agent types', () => {
  test.each([
    [{ subject: ' Refund ' }, { subject: 'Refund' }],
    [{ requester: 'Mai Tran <mai@x.example>' }, { requester: { name: 'Mai Tran', email: 'mai@x.example' } }],
    [{ requester: 'mai@x.example' }, { requester: { email: 'mai@x.example' } }],
    [{ requester: 'Trần Thị Mai' }, { requester: { name: 'Trần Thị Mai' } }],
    [{ tags: 'refund, ,vip' }, { tags: ['refund', 'vip'] }],
    [{ statusKind: 'pending' }, { statusKind: 'pending' }],
    [{ statusKind: 'sleeping' }, {}],
    [{ createdAt: '2026-11-20T16:50' }, { createdAt: '2026-11-20T09:50:00.000Z' }],
    [{ createdAt: '2026-11-20T16:50:00+02:00' }, { createdAt: '2026-11-20T14:50:00.000Z' }],
    [{ createdAt: 'yesterday' }, {}],
    [{ subject: '  ' }, {}],
    [{ 'custom:Plan': 'Gold' }, {}],
    [{ nativeSla: 'tomorrow' }, {}],
  ])('%j becomes %j', (stored, typed) => expect(typedCorrections(stored, exampleZone)).toEqual(typed));

  test('an hour that summer time leaves out is no instant; of one lived twice the first counts', () => {
    expect(typedCorrections({ createdAt: '2026-03-29T02:30' }, 'Europe/Berlin')).toEqual({});
    expect(typedCorrections({ createdAt: '2026-10-25T02:30' }, 'Europe/Berlin')).toEqual({ createdAt: '2026-10-25T00:30:00.000Z' });
  });

  test('of a custom field is kept by its label', () => {
    expect(typedCustomFields({ 'custom:Plan': ' Gold ', 'custom:Region': ' ', subject: 'Refund' })).toEqual({ Plan: 'Gold' });
  });

  test('starts from the local time and comes back to the same instant', () => {
    const local = localInstant('2026-11-20T16:50:00+07:00', exampleZone);
    expect(local).toBe('2026-11-20T16:50');
    expect(Date.parse(typedCorrections({ createdAt: local }, exampleZone).createdAt ?? '')).toBe(Date.parse('2026-11-20T16:50:00+07:00'));
  });
});

describe('the list of fields', () => {
  const rows = toFieldRows(refundTicket, { language: 'en', now: exampleNow, zone: exampleZone });
  const row = (field: string) => rows.find((known) => known.field === field);

  test('gives each value with its source and how sure it is', () => {
    expect(row('assignee')).toMatchObject({ value: 'Chris Doe', source: 'label on the page · 90 % sure' });
    expect(row('createdAt')).toMatchObject({ value: 'Fri 20 Nov 16:50', edit: { kind: 'instant', value: '2026-11-20T16:50' } });
    expect(row('custom:Order number')).toMatchObject({ label: 'Order number', value: '7781', edit: { kind: 'text', value: '7781' } });
    expect(row('messages')).toMatchObject({ value: '3 messages' });
  });

  test('lists a field that decides even when it was not read, and leaves others out', () => {
    const { priority: _, ...fields } = refundTicket.fields;
    const without = toFieldRows({ ...refundTicket, fields }, { language: 'en', now: exampleNow });
    expect(without.find((known) => known.field === 'priority')).toMatchObject({ label: 'Priority', onPage: false });
    expect(without.find((known) => known.field === 'priority')?.value).toBeUndefined();
    expect(without.some((known) => known.field === 'resolvedAt')).toBe(false);
  });

  test('does not offer to show what the agent typed', () => {
    const corrected = toFieldRows(
      { ...refundTicket, fields: { ...refundTicket.fields, priority: { value: 'Low', from: 'agent', how: 'agent', sure: 1 } } },
      { language: 'en', now: exampleNow },
    ).find((known) => known.field === 'priority');
    expect(corrected).toMatchObject({ value: 'Low', source: 'your correction', corrected: true, onPage: false });
  });
});
