import { expect, test } from 'vitest';
import { pageTranslator } from '../../lib/extension-text.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { diffPolicies, policyChangeText } from '../../lib/policy/diff-policies.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { policyNames } from '../../lib/policy/path-words.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';

const load = (source: PolicyInput) => {
  const result = loadPolicy(source, { kind: 'file' }, 0);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.loaded;
};
const before = load(defaultPolicy);
const names = (language: string) => policyNames([before.policy], language, pageTranslator(language));

test.each([
  ['priorities.high.resolution', 'Targets › High › Resolution', 'Thời hạn › Cao › Giải quyết'],
  ['tiers.2.respondsWithin', 'Tiers › Technical/Specialist Support › Responds within', 'Các cấp › Hỗ trợ kỹ thuật/chuyên môn › Phản hồi trong'],
  ['templates.handoff.vi', 'Templates › Handoff document › vi', 'Mẫu văn bản › Bản bàn giao › vi'],
  ['organization.languages', 'About this policy › Languages of the team', 'Về chính sách này › Ngôn ngữ của nhóm'],
  ['sla.warnAtPercent', 'Clocks › Warn at percent of a target', 'Đồng hồ › Cảnh báo khi đã dùng bao nhiêu phần trăm'],
  ['variables.ltv_threshold', 'Variables › ltv_threshold', 'Biến › ltv_threshold'],
  ['version', 'Version', 'Phiên bản'],
  // what has no name in this policy, or no words, stays as it is written
  ['priorities.gone.resolution', 'Targets › gone › Resolution', 'Thời hạn › gone › Giải quyết'],
  ['rules.constructor', 'Rules › constructor', 'Quy tắc › constructor'],
  ['sites.https://help.acme.example/*', 'sites.https://help.acme.example/*', 'sites.https://help.acme.example/*'],
  ['constructor', 'constructor', 'constructor'],
])('%s', (path, english, vietnamese) => {
  expect([names('en').path(path), names('vi').path(path)]).toEqual([english, vietnamese]);
});

test('what changes is said with the names that people gave', () => {
  const [first, ...rules] = defaultPolicy.rules ?? [];
  if (!first) throw new Error('no rule');
  const fewer = rules.filter(({ id }) => id !== 'outage');
  const priorities = defaultPolicy.priorities.map((one) => (one.id === 'high' ? { ...one, resolution: '6h' } : one));
  const hours = { mon: [['08:00', '12:00'] as [string, string], ['13:00', '17:00'] as [string, string]] };
  const after = load({
    ...defaultPolicy,
    tests: [],
    priorities,
    calendars: { default: { ...defaultPolicy.calendars.default, timeZone: 'UTC', hours } },
    rules: [{ ...first, mode: 'shadow' }, ...fewer],
  });
  const said = (language: string): string[] => {
    const t = pageTranslator(language);
    const both = policyNames([after.policy, before.policy], language, t);
    return diffPolicies(load({ ...defaultPolicy, tests: [] }), after).map((change) => policyChangeText(change, t, both));
  };
  expect(said('vi')).toEqual([
    // its title stands in the policy before alone
    expect.stringMatching(/^quy tắc “Gián đoạn dịch vụ” đã bị bỏ: IF /),
    'quy tắc “Ưu tiên cao sắp đến hạn giải quyết” nay là chạy thử, trước là bật',
    'Thời hạn › Cao › Giải quyết: nay là 6h, trước là 8h',
    'Lịch làm việc › Hoạt động 24/7 › Giờ mở cửa trong tuần: mới, mon: 08:00–12:00, 13:00–17:00',
  ]);
  expect(said('en').slice(1, 3)).toEqual([
    'rule “High priority near its resolution target” is now shadow, was on',
    'Targets › High › Resolution is now 6h, was 8h',
  ]);
});
