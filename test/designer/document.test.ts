/** The design document: every section, in order, in both languages, filled with what was answered and ticked as it is. */
import { describe, expect, test } from 'vitest';
import { type DesignAnswers, defaultAnswers } from '../../lib/designer/answers.ts';
import { applyEdits } from '../../lib/designer/apply-edits.ts';
import { CHECKLIST, type ChecklistState, checklistState } from '../../lib/designer/checklist.ts';
import { type Block, designDocument } from '../../lib/designer/design-document.ts';
import { dropStaleTests } from '../../lib/designer/drop-stale-tests.ts';
import { printHtml, printMarkdown } from '../../lib/designer/print-document.ts';
import { propose } from '../../lib/designer/propose.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { assess } from '../../lib/guidance/assess.ts';
import { defaultTemplates } from '../../lib/policy/default-templates.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';
import { runPolicyTests } from '../../lib/policy/run-tests.ts';

const load = (policy: PolicyInput) => {
  const result = loadPolicy(policy, { kind: 'editor' }, 0);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.loaded;
};
const nothingDone = Object.fromEntries(CHECKLIST.map((item) => [item, false])) as Record<keyof ChecklistState, boolean>;

function document(change: Partial<DesignAnswers>, language: string, checklist: ChecklistState = nothingDone): Block[] {
  const answers = { ...defaultAnswers, ...change };
  const t = pageTranslator(language);
  const { policy, decisions, plan } = propose(answers, t);
  const { policy: checked, rules } = load(policy);
  return designDocument({ policy: checked, rules, answers, decisions, plan, checklist }, language, t);
}

const acme: Partial<DesignAnswers> = { company: 'Acme', ticketsPerMonth: 3000, structure: 'two groups', teamSize: 10 };

describe('in English', () => {
  const markdown = printMarkdown(document(acme, 'en'));
  test('has the sections of the product text in order, with the exact headings', () => {
    expect([...markdown.matchAll(/^#{1,2} .*$/gm)].map(String)).toEqual([
      '# Escalation Workflow Design',
      '## Organization Profile',
      '## Recommended Tier Structure',
      '## SLA Matrix',
      '## Escalation Rules',
      '## Documentation Templates',
      // the handoff stands in a fence
      '# Escalation Handoff Document',
      ...[...defaultTemplates.handoff.en.matchAll(/^## .*$/gm)].map(String),
      '## Automation Recommendations',
      '## Implementation Checklist',
    ]);
  });
  test('opens with the three lines of the profile', () => {
    expect(markdown).toContain(
      '## Organization Profile\n\n- Company: Acme\n- Support Volume: 3,000/month\n- Current Tiers: two groups; 10 people, 1 shift\n',
    );
  });
  test('carries handoff and scripts in full', () => {
    for (const id of ['handoff', 'acknowledgement', 'internal', 'followup'] as const) expect(markdown).toContain(defaultTemplates[id].en.trim());
  });
  test('ends with the six items, unticked', () => {
    expect(markdown).toMatch(
      /## Implementation Checklist\n\n- \[ \] Define tier responsibilities\n- \[ \] Set SLA targets\n- \[ \] Configure automation rules\n- \[ \] Create documentation templates\n- \[ \] Train support team\n- \[ \] Set up metrics tracking\n$/,
    );
  });
  test('names every rule with its sentence, and every manual criterion', () => {
    const { policy } = load(propose({ ...defaultAnswers, ...acme }, pageTranslator('en')).policy);
    for (const { rule } of policy.rules) expect(markdown).toContain(rule);
    expect(markdown).toContain('- Customer requests a manager: Escalate to Tier 3 (Management/Executive); notify the manager');
  });
  test('has the matrix', () => {
    expect(markdown).toContain('| Critical | system down, security breach | 15 min | 4 h |');
  });
});

describe('in Vietnamese', () => {
  const blocks = document({ ...acme, languages: ['vi'], timeZone: 'Asia/Ho_Chi_Minh' }, 'vi');
  const markdown = printMarkdown(blocks);
  test('has every section', () => {
    expect([...markdown.matchAll(/^## .*$/gm)].map(String).filter((one) => !defaultTemplates.handoff.vi.includes(one))).toEqual([
      '## Hồ sơ tổ chức',
      '## Cơ cấu cấp hỗ trợ đề xuất',
      '## Ma trận SLA',
      '## Quy tắc chuyển cấp',
      '## Mẫu tài liệu',
      '## Đề xuất tự động hóa',
      '## Danh sách việc cần triển khai',
    ]);
    expect(markdown).toContain('- Khối lượng hỗ trợ: 3.000 phiếu/tháng');
  });
  test('leaves no English sentence but the rules themselves', () => {
    const words = blocks
      .filter((block) => block.kind !== 'code')
      .map((block) => printMarkdown([block]))
      .join('\n');
    expect(words).not.toMatch(/\b(the|because|tickets?|escalate|notify|within|people|hours?)\b/i);
  });
});

describe('text of people', () => {
  const hostile = { company: '# <b>A|C</b> *x*\n## B', structure: '| a |\n- [x] done', product: '</style><script>alert(1)</script>' };
  test('adds no heading, row, tick or tag', () => {
    const blocks = document(hostile, 'en');
    const markdown = printMarkdown(blocks);
    expect(markdown).not.toMatch(/^## B/m);
    expect(markdown).not.toMatch(/^- \[x\]/m);
    const html = printHtml(blocks, 'en');
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>A');
  });
});

describe('the checklist', () => {
  const { policy } = propose({ ...defaultAnswers, ...acme }, pageTranslator('en'));
  const right = { asked: 10, right: 9 };
  test('is empty while the policy is only a proposal', () => {
    expect(checklistState(policy, { inUse: null, exported: false, practice: {}, ticketsSeen: 7 })).toEqual(nothingDone);
  });
  test('is ticked by what is so', () => {
    const inUse = load(policy).policy;
    expect(checklistState(policy, { inUse, exported: true, practice: { legal: right }, ticketsSeen: 1 })).toEqual(
      Object.fromEntries(CHECKLIST.map((item) => [item, true])),
    );
    expect(checklistState(policy, { inUse, exported: false, practice: { legal: { asked: 10, right: 7 } }, ticketsSeen: 0 })).toEqual({
      ...nothingDone,
      tiers: true,
      targets: true,
      templates: true,
    });
  });
  test('another policy in use is not this one', () => {
    const inUse = load(propose({ ...defaultAnswers, ...acme, teamSize: 3 }, pageTranslator('en')).policy).policy;
    expect(checklistState(policy, { inUse, exported: false, practice: {}, ticketsSeen: 0 }).tiers).toBe(false);
  });
  test('ticks are printed', () => {
    expect(printMarkdown(document(acme, 'en', { ...nothingDone, training: true }))).toContain('- [x] Train support team');
  });
});

describe('changes by hand', () => {
  const { policy } = propose({ ...defaultAnswers, ...acme }, pageTranslator('en'));
  test('are put in; what cannot be used keeps the proposed value and is listed', () => {
    const changed = applyEdits(policy, {
      'tier.1.name': 'First help',
      'tier.2.handles': 'hard things\n\n other things ',
      'tier.9.name': 'gone',
      'priority.high.firstResponse': '30m',
      'priority.low.resolution': 'two days',
      'variable.ltv_threshold': '$5,000',
      'rule.billing.mode': 'off',
    });
    expect(changed.policy.tiers[0]?.name).toBe('First help');
    expect(changed.policy.tiers[1]?.handles).toEqual(['hard things', 'other things']);
    expect(changed.policy.priorities.map(({ firstResponse }) => firstResponse)[1]).toBe('30m');
    expect(changed.policy.priorities.at(-1)?.resolution).toBe(policy.priorities.at(-1)?.resolution);
    expect(changed.policy.variables?.ltv_threshold).toBe('$5,000');
    expect(changed.policy.rules?.find(({ id }) => id === 'billing')?.mode).toBe('off');
    expect(changed.problems).toEqual([{ cell: 'priority.low.resolution', problem: 'duration', found: 'two days' }]);
    expect(changed.applied).not.toContain('tier.9.name');
  });
  test('take along only tests that still hold', () => {
    const changed = applyEdits(policy, {
      'variable.ltv_threshold': '$5,000',
      'rule.billing.mode': 'off',
      'priority.medium.firstResponse': '5m',
    }).policy;
    const kept = dropStaleTests(changed, load(changed));
    const results = runPolicyTests(load(kept), assess);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results.length).toBeGreaterThan(10);
    expect(results.length).toBeLessThan(policy.tests?.length ?? 0);
  });
});
