import { describe, expect, test } from 'vitest';
import { assess } from '../../lib/guidance/assess.ts';
import { NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { practiceCases } from '../../lib/practice/practice-cases.ts';
import { practiceWords } from '../../lib/practice/practice-words.ts';
import { pageTranslator } from '../../lib/extension-text.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const result = loadPolicy(defaultPolicy, { kind: 'built-in' }, now);
if (!result.ok) throw new Error('the built-in policy does not load');
const { loaded } = result;

describe.each(['en', 'vi'])('practice tickets in %s', (language) => {
  const cases = practiceCases(loaded, practiceWords(pageTranslator(language)), language, now);
  const byRule = new Map(loaded.policy.rules.map(({ id }) => [id, cases.filter(({ rule }) => rule === id)]));

  test('show each rule from both sides of its boundary', () => {
    const missing = [...byRule].filter(([, own]) => own.length !== 2).map(([rule]) => rule);
    expect(missing).toEqual([]);
    for (const [rule, own] of byRule) expect([rule, own.map(({ fires }) => Number(fires)).sort((a, b) => a - b)]).toEqual([rule, [0, 1]]);
  });

  test('have the answer that the panel would give', () => {
    for (const { snapshot, marks, assessment } of cases) {
      const again = assess(snapshot, loaded, { marks, history: { ...NO_HISTORY, currentTier: 1 } }, now);
      expect(again.tier).toBe(assessment.tier);
    }
  });

  test('leave the rule in question judged, never unknown', () => {
    expect(cases.filter(({ rule, assessment }) => assessment.unknown.some((one) => one.rule === rule)).map(({ rule }) => rule)).toEqual([]);
  });
});

test('the quiet ticket stands just before the limit', () => {
  const cases = practiceCases(loaded, practiceWords(pageTranslator('en')), 'en', now);
  const contactsOf = (fires: boolean) =>
    cases.find((one) => one.rule === 'third-contact' && one.fires === fires)?.assessment.facts.contacts['customer-initiated']?.count;
  expect([contactsOf(false), contactsOf(true)]).toEqual([2, 3]);
  const usedAt = (fires: boolean) =>
    cases.find((one) => one.rule === 'high-near-target' && one.fires === fires)?.assessment.clocks.find(({ name }) => name === 'resolution')
      ?.percent ?? 0;
  expect(usedAt(false)).toBeGreaterThan(75);
  expect(usedAt(false)).toBeLessThanOrEqual(80);
  expect(usedAt(true)).toBeGreaterThan(80);
  expect(usedAt(true)).toBeLessThan(85);
});

test('the same policy gives the same tickets', () => {
  const words = practiceWords(pageTranslator('en'));
  expect(practiceCases(loaded, words, 'en', now)).toEqual(practiceCases(loaded, words, 'en', now));
});
