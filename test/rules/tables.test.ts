import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../lib/rules/action-table.ts';
import { FACTS, factInfo } from '../../lib/rules/fact-table.ts';
import { fold, nearestWord } from '../../lib/rules/fold.ts';
import { parseRule } from '../../lib/rules/parse.ts';
import { statusKindOf } from '../../lib/rules/status-words.ts';

test('every fact has one name, in lower case, that the parser reads as a fact', () => {
  expect(new Set(FACTS.map(({ name }) => name)).size).toBe(FACTS.length);
  for (const { name, takesLabel } of FACTS) {
    const parsed = parseRule(`IF ${takesLabel ? `${name}("A")` : name.toUpperCase()} THEN flag for review`);
    expect(parsed).toMatchObject({ ok: true, when: { op: 'is', fact: { name } } });
    expect(factInfo(name)?.means).toBeTruthy();
  }
});

test.each(ACTIONS.map((action) => [action.example, action] as const))('the example %s is the action it stands for', (example, action) => {
  const parsed = parseRule(`IF customer.vip THEN ${example}`);
  expect(parsed.ok ? parsed.then.map((one) => one.do) : parsed.errors).toEqual([action.do]);
});

describe('words', () => {
  test.each([
    ['Đã Giải  quyết', 'da giai quyet'],
    ['ＨＩＧＨ', 'high'],
    ['Größe', 'grosse'],
    ['in_progress', 'in progress'],
  ])('%s folds to %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });
  test.each([
    ['ticket.prority', 'ticket.priority'],
    ['tikcet.status', 'ticket.status'],
    ['contact', 'contacts'],
    ['banana', undefined],
  ])('nearest to %s is %s', (word, nearest) => {
    expect(
      nearestWord(
        word,
        FACTS.map(({ name }) => name),
      ),
    ).toBe(nearest);
  });
  test.each([
    ['erledigt', 'resolved'],
    ['SOLVED', 'resolved'],
    ['Đã đóng', 'closed'],
    ['Waiting for vendor', undefined],
  ])('%s means the kind %s', (word, kind) => {
    expect(statusKindOf(word)).toBe(kind);
  });
});
