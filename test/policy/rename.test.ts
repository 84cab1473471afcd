import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicyData } from '../../lib/policy/load-policy-data.ts';
import { renamePhraseList, renameVariable } from '../../lib/policy/rename.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';

const now = Date.parse('2026-11-25T10:00:00Z');
const policy: PolicyInput = {
  ...defaultPolicy,
  rules: [
    {
      id: 'a',
      title: 'A',
      rule: 'IF contains_phrase(outage) AND NOT contains_phrase( outage )\n# outage stays in a comment\nTHEN escalate to Tier 3',
    },
    { id: 'b', title: 'B', rule: 'IF contains_keywords(["contains_phrase(outage)", "outage"]) THEN flag for review' },
    { id: 'c', title: 'C', rule: 'IF revenue_impact > {{ revenue_threshold }} THEN notify manager' },
  ],
  templates: { note: { en: '{{#revenue_threshold}}over {{revenue_threshold}}{{/revenue_threshold}} revenue_threshold {{revenue_threshold_2}}' } },
};
const rules = ({ rules }: PolicyInput): readonly string[] => (rules ?? []).map(({ rule }) => rule);
const load = (given: PolicyInput): boolean => loadPolicyData(given, { kind: 'editor' }, now).ok;

describe('a phrase list under another name', () => {
  const renamed = renamePhraseList(policy, 'outage', 'down_time');
  test('is named so by every rule, but in no text and no comment', () => {
    expect(rules(renamed).slice(0, 2)).toEqual([
      'IF contains_phrase(down_time) AND NOT contains_phrase( down_time )\n# outage stays in a comment\nTHEN escalate to Tier 3',
      'IF contains_keywords(["contains_phrase(outage)", "outage"]) THEN flag for review',
    ]);
  });
  test('keeps its entries and its place', () => {
    expect(Object.keys(renamed.phrases ?? {})).toEqual(Object.keys(policy.phrases ?? {}).map((id) => (id === 'outage' ? 'down_time' : id)));
    expect(renamed.phrases?.down_time).toBe(policy.phrases?.outage);
  });
  test('leaves the whole default policy good, list by list', () => {
    for (const id of Object.keys(defaultPolicy.phrases ?? {})) expect([id, load(renamePhraseList(defaultPolicy, id, `${id}_2`))]).toEqual([id, true]);
  });
});

describe('a variable under another name', () => {
  test('is named so by rules and texts, also as a part that hangs on it', () => {
    const renamed = renameVariable(policy, 'revenue_threshold', 'limit');
    expect(rules(renamed)[2]).toBe('IF revenue_impact > {{ limit }} THEN notify manager');
    expect(renamed.templates?.note).toEqual({ en: '{{#limit}}over {{limit}}{{/limit}} revenue_threshold {{revenue_threshold_2}}' });
    expect(renamed.variables?.limit).toBe(policy.variables?.revenue_threshold);
  });
  test('leaves the whole default policy good, variable by variable', () => {
    for (const name of Object.keys(defaultPolicy.variables ?? {}))
      expect([name, load(renameVariable(defaultPolicy, name, `${name}_2`))]).toEqual([name, true]);
  });
});

test.each([
  ['a name that is taken', 'outage', 'legal_threat'],
  ['a name that rules cannot write', 'outage', 'down time'],
  ['a list that is not there', 'nothing', 'something'],
])('%s changes nothing', (_, from, to) => {
  expect(renamePhraseList(policy, from, to)).toBe(policy);
});
