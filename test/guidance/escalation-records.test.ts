import { describe, expect, test } from 'vitest';
import { noticeFor } from '../../lib/documents/message-kinds.ts';
import type { HandoffFooter } from '../../lib/documents/footer.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import type { EscalationRecord } from '../../lib/guidance/assessment.ts';
import { endHandoff, isNews, returnHandoff } from '../../lib/guidance/escalation-records.ts';

const footer: HandoffFooter = { version: 1, fromTier: 1, toTier: 3, category: 'Technical', clocks: [], at: '2026-11-24T09:00:00.000Z' };
const record = (more: Partial<EscalationRecord> = {}): EscalationRecord => ({
  at: '2026-11-24T09:05:00.000Z',
  fromTier: 1,
  toTier: 3,
  state: 'escalated',
  source: 'ledger',
  ...more,
});

describe('a handoff found in a note', () => {
  test.each<[string, readonly EscalationRecord[], boolean]>([
    ['is news to who knows of none', [], true],
    ['is no news to its sender', [record()], false],
    ['is no news once it was sent back', [record({ at: footer.at, state: 'bounced' })], false],
    ['is news when it comes again after it was sent back', [record({ at: '2026-11-23T09:00:00.000Z', state: 'bounced' })], true],
    ['is news to who escalated to another tier before', [record({ toTier: 2 })], true],
  ])('%s', (_, records, news) => expect(isNews(footer, records)).toBe(news));

  test('that the receiver sends back is recorded with its reason, and is no news afterwards', () => {
    const records = returnHandoff([], footer, 'missing-information');
    expect(records).toEqual([{ at: footer.at, fromTier: 1, toTier: 3, state: 'bounced', reason: 'missing-information', source: 'ledger' }]);
    expect(isNews(footer, records)).toBe(false);
  });
});

test('ends the last handoff only while it stands', () => {
  expect(endHandoff([record()], 'withdrawn')).toEqual([record({ state: 'withdrawn' })]);
  const ended = [record({ state: 'bounced', reason: 'duplicate' })];
  expect(endHandoff(ended, 'withdrawn')).toBe(ended);
  expect(endHandoff([], 'bounced', 'other')).toEqual([]);
});

test('gives each notified role its own message, as the shipped policy spells the roles', () => {
  const kinds = Object.fromEntries((defaultPolicy.roles ?? []).map(({ id }) => [id, noticeFor(id)]));
  expect(kinds).toMatchObject({ manager: 'manager', 'account-manager': 'accountManager' });
  expect(Object.values(kinds).filter((kind) => kind === 'accountManager')).toHaveLength(1);
  expect([noticeFor('account_manager'), noticeFor('Account Manager'), noticeFor('team-lead'), noticeFor(undefined)]).toEqual([
    'accountManager',
    'accountManager',
    'internal',
    'internal',
  ]);
});
