import { describe, expect, test } from 'vitest';
import { mapPriority } from '../../lib/guidance/map-priority.ts';
import { byDefault, load } from './ticket-builder.ts';

const { policy } = byDefault;

describe("the page's word for a priority", () => {
  test.each<[string, string | undefined]>([
    ['Critical', 'critical'],
    ['URGENT', 'critical'],
    ['P1', 'critical'],
    ['1 - Critical', 'critical'],
    ['P1 - Critical', 'critical'],
    ['Critical (P1)', 'critical'],
    ['Khẩn cấp', 'critical'],
    ['khan cap', 'critical'],
    ['  High ', 'high'],
    ['2 - High', 'high'],
    ['4 high', 'high'],
    ['High (2)', 'high'],
    ['Hoch', 'high'],
    ['Élevée', 'high'],
    ['ELEVEE', 'high'],
    ['Cao', 'high'],
    ['高', 'high'],
    ['3 - Moderate', 'medium'],
    ['3 normal', 'medium'],
    ['Normal', 'medium'],
    ['Trung bình', 'medium'],
    ['sehr hoch', 'critical'],
    ['very low', 'low'],
    ['5 - Planning', 'low'],
    ['Thấp', 'low'],
    ['1', undefined],
    ['3', undefined],
    ['50', undefined],
    ['High / Low', undefined],
    ['P1 - Low', undefined],
    ['unknown', undefined],
    ['-', undefined],
    ['', undefined],
    ['Highway', undefined],
  ])('%j is %s', (raw, level) => {
    expect(mapPriority(policy, raw)).toBe(level);
  });

  test('a bare number counts when the policy names it', () => {
    const priorities = [
      { id: 'top', name: 'Top', aliases: ['4'] },
      { id: 'rest', name: 'Rest', aliases: ['1', '2', '3'] },
    ];
    const numbered = load({ priorities, rules: [] }).policy;
    expect(mapPriority(numbered, '4')).toBe('top');
    expect(mapPriority(numbered, '2')).toBe('rest');
    expect(mapPriority(numbered, 'High')).toBeUndefined();
  });
});
