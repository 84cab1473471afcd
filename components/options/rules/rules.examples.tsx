/** Named states of the Rules page. */
import { backtest } from '../../../lib/backtest/backtest.ts';
import { assess } from '../../../lib/guidance/assess.ts';
import { factWord } from '../../../lib/rules/fact-words.ts';
import { viewDetails } from '../../../lib/guidance/view-details.ts';
import { toPanelView } from '../../../lib/guidance/view.ts';
import { pageTranslator } from '../../../lib/extension-text.ts';
import type { LedgerTicket } from '../../../lib/ledger/ledger-record.ts';
import { defaultPolicy } from '../../../lib/policy/default-policy.ts';
import { loadPolicyData } from '../../../lib/policy/load-policy-data.ts';
import type { LoadedPolicy } from '../../../lib/policy/loaded-policy.ts';
import type { PolicyInput } from '../../../lib/policy/schema.ts';
import { practiceCases } from '../../../lib/practice/practice-cases.ts';
import { practiceWords } from '../../../lib/practice/practice-words.ts';
import { localize } from '../../../lib/text.ts';
import { exampleNow } from '../../panel/example-data.ts';
import type { Example, Examples } from '../../ui/example.ts';
import { exampleEditor } from '../example-editor.ts';
import { OptionsApp } from '../options-app.tsx';
import optionsCss from '../options.css?inline';
import { RulesPage, type RulesPageProps } from './rules-page.tsx';
import rulesCss from './rules.css?inline';

const nothing = (): void => undefined;
const rules = defaultPolicy.rules ?? [];

/** The rules of the design's picture. */
const drawn: PolicyInput = {
  ...defaultPolicy,
  tests: [],
  rules: [
    ...rules.filter(({ id }) => id === 'legal'),
    {
      id: 'breach',
      title: { en: 'Auto-escalate on SLA breach', vi: 'Tự chuyển cấp khi sắp trễ SLA' },
      category: 'SLA',
      rule: 'IF ticket.priority = "High"\nAND ticket.age > 80% of SLA\nAND ticket.status != "Resolved"\nTHEN escalate to Tier 2 AND notify manager AND add internal note',
      examples: [
        { given: { 'ticket.priority': 'high', 'ticket.age': '85%', 'ticket.status': 'Open' }, fires: 'yes' },
        { given: { 'ticket.priority': 'high', 'ticket.age': '85%' }, fires: 'unknown' },
      ],
    },
    {
      id: 'vip',
      title: { en: 'VIP fast-track', vi: 'Ưu tiên khách VIP' },
      mode: 'shadow',
      category: 'VIP',
      rule: 'IF customer.tier = "Enterprise" OR customer.ltv > {{ltv_threshold}}\nTHEN set priority = "High" AND assign to senior agent AND notify account manager',
    },
    {
      id: 'often',
      title: { en: 'Third contact', vi: 'Liên hệ lần thứ ba' },
      category: 'Repeated contact',
      rule: 'IF contacts >= 3  # they came back\nAND (sentiment >= "frustrated" OR NOT ticket.tags contains ["spam", "test"])\nTHEN escalate to Tier 3',
      examples: [{ given: { contacts: 2, sentiment: 'angry' }, fires: 'yes' }],
    },
  ],
};
const broken: PolicyInput = {
  ...drawn,
  rules: (drawn.rules ?? []).map((rule) => (rule.id === 'breach' ? { ...rule, rule: rule.rule.replace('ticket.priority', 'ticket.prority') } : rule)),
};
const before: PolicyInput = {
  ...drawn,
  rules: (drawn.rules ?? []).map((rule) => (rule.id === 'often' ? { ...rule, rule: rule.rule.replace('Tier 3', 'Tier 2') } : rule)),
};

function loaded(policy: PolicyInput): LoadedPolicy {
  const result = loadPolicyData(policy, { kind: 'editor' }, exampleNow);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.loaded;
}

const calmTest = { en: 'a calm ticket stays', vi: 'phiếu bình tĩnh ở lại' };
const at = new Date(exampleNow).toISOString();
const seen: readonly LedgerTicket[] = Array.from({ length: 212 }, (_, index) => ({
  key: String(index),
  origin: 'https://help.acme.example',
  helpdesk: 'zammad',
  ticketId: String(48_000 + index),
  firstSeenAt: at,
  lastSeenAt: at,
  statusKind: 'open',
  policy: { id: 'acme', version: 0 },
  subjectWords: [],
  recommendations: [],
  escalations: [],
  clocks: [],
  notified: [],
  facts: {
    at,
    values: {
      ...(index % 41 ? { contacts: index % 18 === 0 ? 3 : 1 } : {}),
      sentiment: 'angry',
      'ticket.status': 'open',
      'ticket.priority': 'low',
    },
    phrases: [],
  },
}));

function page(draft: PolicyInput, language: string, more: Partial<RulesPageProps> = {}, inUse: PolicyInput = draft): RulesPageProps {
  const t = pageTranslator(language);
  const base = loaded({ ...draft, rules: [] }).policy;
  const [practice] = practiceCases(loaded(drawn), practiceWords(t), language, exampleNow);
  return {
    t,
    language,
    editor: exampleEditor(inUse, draft, {}, language),
    base,
    firing: new Map([
      ['legal', { fired: 3, shadow: 0 }],
      ['vip', { fired: 0, shadow: 9 }],
    ]),
    weeks: [7, 11, 6, 14, 9, 11].map((escalated, index) => ({
      week: new Date(Date.UTC(2026, 9, 12 + index * 7)).toISOString().slice(0, 10),
      escalated,
      seen: 96,
    })),
    checks: {
      state: 'done',
      findings: [{ kind: 'shadowed', rule: 'often', by: 'breach', ticket: { contacts: '3', 'ticket.priority': 'High' } }],
      tests: [{ name: localize(calmTest, language), passed: true, mismatches: [] }],
    },
    backtest: {
      backtest: { state: 'done', result: backtest(seen, loaded(before), loaded(drawn)) },
      older: draft === broken,
      now: exampleNow,
      factWord: (fact) => factWord(fact, { t }),
      onTicket: nothing,
    },
    onBacktest: nothing,
    tryIt: {
      open: [{ tab: 1, title: localize({ en: '#48213 Refund still missing', vi: '#48213 Chưa nhận được tiền hoàn' }, language) }],
      samples: [{ key: 'sample 0', title: localize({ en: 'Legal or media threat', vi: 'Dọa kiện hoặc đưa lên báo chí' }, language) }],
      tests: [{ key: 'test 0', title: localize(calmTest, language) }],
      chosen: undefined,
      trial: { state: 'idle' },
      older: draft === broken,
      onLook: nothing,
      onChoose: nothing,
      ...(practice &&
        more.tryIt?.chosen && {
          trial: {
            state: 'done',
            view: toPanelView(
              assess(practice.snapshot, loaded(drawn), { marks: practice.marks, history: { escalations: [], earlierContacts: [] } }, exampleNow),
              { language, now: exampleNow, details: viewDetails, policy: loaded(drawn).policy, snapshot: practice.snapshot },
            ),
          },
        }),
    },
    sought: undefined,
    ...(more.tryIt?.chosen ? {} : more),
  };
}

const example = (name: string, draft: PolicyInput, more: Partial<RulesPageProps> = {}, inUse?: PolicyInput): Example => ({
  name,
  show: (language) => {
    const props = page(draft, language, more, inUse);
    return (
      <OptionsApp t={props.t} page="rules" editor={props.editor}>
        <RulesPage {...props} />
      </OptionsApp>
    );
  },
});

export const rulesExamples: Examples = {
  group: 'rules',
  css: optionsCss + rulesCss,
  mount: 'page',
  widths: [1100, 420],
  examples: [
    example('rules', drawn, {}, before),
    example('form', drawn, { opened: { rule: 'often', view: 'form' } }, before),
    example('text', drawn, { opened: { rule: 'breach', view: 'text' } }, before),
    example('text-problem', broken, { opened: { rule: 'breach', view: 'text' }, checks: { state: 'running' } }, before),
    example('form-problem', broken, { opened: { rule: 'breach', view: 'form' } }, before),
    example('backtest', drawn, { listOpen: true }, before),
    example('try', drawn, { tryIt: { chosen: 'sample 0' } as RulesPageProps['tryIt'] }),
    example('none', { ...drawn, rules: [] }, { firing: undefined, weeks: [], checks: { state: 'stopped', problem: 'out of memory' } }),
  ],
};
