import { describe, expect, test } from 'vitest';
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

test('a threshold is said with the names of what is compared and of its values', () => {
  const withRule = (rule: string) =>
    load({ ...defaultPolicy, tests: [], rules: [{ id: 'own', title: 'Own', rule: `IF ${rule} THEN flag for review` }] });
  const said = (language: string, was: string, now: string): string[] => {
    const [old, after] = [withRule(was), withRule(now)];
    const t = pageTranslator(language);
    return diffPolicies(old, after).map((change) => policyChangeText(change, t, policyNames([after.policy, old.policy], language, t)));
  };
  expect(said('en', 'contacts >= 4', 'contacts >= 3')).toEqual(['rule “Own” now fires when “number of contacts” is at least 3, was 4']);
  expect(said('vi', 'contacts >= 4', 'contacts >= 3')).toEqual(['quy tắc “Own” nay khớp khi “số lần liên hệ” ít nhất là 3, trước là 4']);
  expect(said('vi', 'sentiment = "calm"', 'sentiment = "angry"')).toEqual([
    'quy tắc “Own” nay khớp khi “thái độ khách hàng” là “Tức giận”, trước là “Bình tĩnh”',
  ]);
  // a priority by whichever of its names
  expect(said('vi', 'ticket.priority > "P2"', 'ticket.priority > "Low"')).toEqual([
    'quy tắc “Own” nay khớp khi “Mức ưu tiên” lớn hơn “Thấp”, trước là “Cao”',
  ]);
  expect(said('en', 'ticket.field("Plan") = "Basic"', 'ticket.field("Plan") = "Pro"')).toEqual([
    'rule “Own” now fires when “Plan” is "Pro", was "Basic"',
  ]);
});

describe('what is wrong with a policy is said where a lead knows it', () => {
  const rules = [{ id: 'own', title: { en: 'Refund late', vi: 'Hoàn tiền trễ' }, rule: 'IF contactz > 3 THEN flag for review' }];
  test.each<[string, unknown, string, string, string]>([
    [
      'a word in the sentence of a rule',
      { ...defaultPolicy, tests: [], rules },
      'vi',
      'Quy tắc › Hoàn tiền trễ › Câu: ',
      'rules[0].rule: Quy tắc own: ',
    ],
    [
      'a target',
      { ...defaultPolicy, priorities: defaultPolicy.priorities.map((one) => (one.id === 'high' ? { ...one, resolution: '6x' } : one)) },
      'en',
      'Targets › High › Resolution: ',
      'priorities[1].resolution: ',
    ],
    ['a member without a name', { ...defaultPolicy, tests: [], rules: [{ id: 7, rule: 'x' }] }, 'en', 'Rules › 1 › ', 'rules[0].'],
    ['a part that no page has', { ...defaultPolicy, prioritys: [] }, 'vi', 'prioritys: ', 'prioritys: '],
    ['a rule that is none', { ...defaultPolicy, rules: [null] }, 'en', 'Rules › 1: ', 'rules[0]: '],
    ['no list', { ...defaultPolicy, rules: 'none' }, 'en', 'Rules: ', 'rules: '],
    ['nothing', null, 'en', 'This must be', 'This must be'],
  ])('%s', (_, source, language, readable, message) => {
    const result = loadPolicy(source, { kind: 'file' }, 0, language);
    const [problem] = result.ok ? [] : result.problems;
    expect({ readable: problem?.readable.slice(0, readable.length), message: problem?.message.slice(0, message.length) }).toEqual({
      readable,
      message,
    });
  });
  test('with the line of the file', () => {
    const result = loadPolicy('handrail: 1\nrules:\n  - { id: own, title: Refund late, rule: x, mode: onn }\n', { kind: 'file' }, 0);
    expect(result.ok ? [] : result.problems.map(({ readable }) => readable)).toContain(
      'line 3, column 51, Rules › Refund late › Mode: "onn" is not possible here. It is one of: on, shadow, off. Did you mean on?',
    );
  });
});
