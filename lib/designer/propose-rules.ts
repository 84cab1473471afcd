/** The rules of a proposal: those of the default policy, kept, changed for the tiers there are, or left out; and what pain points add. */
import type { PageTranslate } from '../extension-text.ts';
import { defaultRules } from '../policy/default-rules.ts';
import type { Localized } from '../policy/schema.ts';
import { localize } from '../text.ts';
import type { DesignAnswers } from './answers.ts';
import { atThreshold } from './propose-tests.ts';
import { renumbered } from './propose-tiers.ts';
import type { Decision, ProposedRule } from './proposal.ts';
import { because, spokenName } from './wording.ts';
import { type Level, LEVELS, type TeamShape, tierOf } from './team-shape.ts';

/** Strong words of the default rule in Vietnamese: unacceptable, terrible, worst. */
const vietnameseWords = '"không thể chấp nhận", "quá tệ", "tệ nhất"';

/** Rules whose only advice is to hand over to specialists: without specialists there is nothing left of them. */
const specialistsOnly: ReadonlySet<string> = new Set(['billing', 'account']);

/** Rules whose reason is that specialists take over: it is left out where nobody does. */
const whyOfHandover: ReadonlySet<string> = new Set(['high-near-target', 'sla-80', 'third-contact']);

export function proposeRules(
  answers: DesignAnswers,
  shape: TeamShape,
  t: PageTranslate,
): { readonly rules: ProposedRule[]; readonly decisions: readonly Decision[] } {
  const decisions: Decision[] = [];
  const people = t('design.because.people', {
    people: t(answers.teamSize === 1 ? 'design.people.one' : 'design.people.other', { n: answers.teamSize }),
  });
  const title = (rule: ProposedRule): string => localize(rule.title, t('design.locale'));
  let rules = defaultRules.flatMap((rule): ProposedRule[] => {
    const { text, changed, dropped } = forShape(rule.rule, shape);
    if (dropped && specialistsOnly.has(rule.id)) {
      decisions.push({ about: 'rules', rule: rule.id, what: t('design.rules.leftOut', { rule: title(rule) }), because: people });
      return [];
    }
    if (dropped) decisions.push({ about: 'rules', rule: rule.id, what: t('design.rules.notify', { rule: title(rule) }), because: people });
    else if (changed !== undefined)
      decisions.push({ about: 'rules', rule: rule.id, what: t('design.rules.tier', { rule: title(rule), tier: changed }), because: people });
    const examples = rule.examples?.map(({ given, fires }) => ({
      given: Object.fromEntries(
        Object.entries(given).map(([fact, value]) => [fact, typeof value === 'string' && fact !== 'says' ? atThreshold(value, answers) : value]),
      ),
      fires,
    }));
    const { why, ...rest } = rule;
    const keepsWhy = why !== undefined && !(dropped && whyOfHandover.has(rule.id));
    return [{ ...rest, rule: text, ...(examples && { examples }), ...(keepsWhy && { why: renumbered(why, shape) }) }];
  });
  if (answers.languages.includes('vi')) {
    rules = rules.map((rule) =>
      rule.id === 'strong-words' ? { ...rule, rule: rule.rule.replace('"worst"]', `"worst", ${vietnameseWords}]`) } : rule,
    );
    decisions.push({
      about: 'rules',
      rule: 'strong-words',
      what: t('design.rules.words', { words: vietnameseWords.replaceAll('"', '') }),
      because: t('design.because.languages', { languages: spokenName('vi', t) }),
    });
  }
  for (const pain of answers.pains) {
    const change = changes[pain];
    if (!change) continue;
    const changed = change(rules, shape);
    rules = changed.rules;
    for (const rule of changed.touched) decisions.push({ about: 'rules', rule, what: t(changed.what), because: because(pain, t) });
  }
  return { rules, decisions };
}

/** Every `escalate to Tier n` for the tiers there are. One that would stay at the front line becomes a word to the manager. */
function forShape(text: string, shape: TeamShape): { text: string; changed?: number; dropped: boolean } {
  const cut = text.lastIndexOf('THEN ');
  let changed: number | undefined;
  let dropped = false;
  const actions = text
    .slice(cut + 5)
    .split(' AND ')
    .flatMap((action) => {
      const level = /^escalate to Tier ([1-4])$/.exec(action)?.[1];
      if (level === undefined) return [action];
      const tier = tierOf(shape, Number(level) as Level);
      if (tier === 1) {
        dropped = true;
        return [];
      }
      if (tier !== Number(level)) changed = tier;
      return [`escalate to Tier ${tier}`];
    });
  if (dropped && !actions.includes('notify manager')) actions.push('notify manager');
  return { text: `${text.slice(0, cut)}THEN ${actions.join(' AND ')}`, dropped, ...(changed !== undefined && { changed }) };
}

type RuleTextKey = Parameters<PageTranslate>[0];
type Change = (
  rules: readonly ProposedRule[],
  shape: TeamShape,
) => { readonly rules: ProposedRule[]; readonly touched: readonly string[]; readonly what: RuleTextKey };

const edit = (rules: readonly ProposedRule[], ids: readonly string[], change: (rule: ProposedRule) => ProposedRule) => ({
  rules: rules.map((rule) => (ids.includes(rule.id) ? change(rule) : rule)),
  touched: ids.filter((id) => rules.some((rule) => rule.id === id)),
});
const reworded = (text: Localized, change: (one: string) => string): Localized =>
  typeof text === 'string' ? change(text) : Object.fromEntries(Object.entries(text).map(([language, one]) => [language, change(one)]));
const specialists = (shape: TeamShape): string => {
  const tier = tierOf(shape, LEVELS[1] as Level);
  return tier === 1 ? 'notify manager' : `escalate to Tier ${tier}`;
};

/** What each pain point changes in the rules; the others change tiers, targets or texts. */
const changes: Partial<Readonly<Record<DesignAnswers['pains'][number], Change>>> = {
  'missed-targets': (rules) => ({
    ...edit(rules, ['sla-80', 'high-near-target'], (rule) => ({
      ...rule,
      title: reworded(rule.title, (one) => one.replace(/80(\s?%)/, '70$1')),
      rule: rule.rule.replaceAll('80%', '70%'),
      ...(rule.id === 'high-near-target' && {
        examples: [
          { given: { 'ticket.priority': 'High', 'ticket.age': '71%', 'ticket.status': 'Open' }, fires: 'yes' },
          { given: { 'ticket.priority': 'High', 'ticket.age': '70%', 'ticket.status': 'Open' }, fires: 'no' },
        ],
      }),
    })),
    what: 'design.pain.missed-targets.rule',
  }),
  'too-many': (rules) => ({ ...edit(rules, ['billing', 'account'], (rule) => ({ ...rule, mode: 'shadow' })), what: 'design.pain.too-many.what' }),
  'too-late': (rules, shape) => ({
    rules: [
      ...rules,
      {
        id: 'many-tries',
        title: { en: 'Three answers and still not solved', vi: 'Đã trả lời ba lần mà chưa giải quyết xong' },
        category: 'Beyond knowledge or authority',
        rule: `IF tries >= 3 AND ticket.status != "Resolved"\nTHEN ${specialists(shape)}`,
        examples: [
          { given: { tries: 3, 'ticket.status': 'Open' }, fires: 'yes' },
          { given: { tries: 2, 'ticket.status': 'Open' }, fires: 'no' },
        ],
        why: {
          en: 'What three answers did not solve needs somebody who knows more.',
          vi: 'Ba câu trả lời chưa giải quyết được thì cần người hiểu sâu hơn.',
        },
      },
    ],
    touched: ['many-tries'],
    what: 'design.pain.too-late.what',
  }),
  'no-updates': (rules) => ({
    rules: [
      ...rules,
      {
        id: 'update-owed',
        title: { en: 'The customer is owed an update', vi: 'Khách hàng đang chờ được cập nhật' },
        category: 'SLA',
        rule: 'IF update_owed.used >= 80% AND ticket.status != "Resolved"\nTHEN alert team lead',
        why: {
          en: 'Whoever handed it over still owes the customer news.',
          vi: 'Người đã chuyển phiếu vẫn cần báo tin cho khách hàng.',
        },
      },
    ],
    touched: ['update-owed'],
    what: 'design.pain.no-updates.rule',
  }),
  angry: (rules) => ({
    ...edit(rules, ['angry'], (rule) => ({ ...rule, rule: `${rule.rule} AND add priority bump` })),
    what: 'design.pain.angry.what',
  }),
  repeated: (rules) => ({
    ...edit(rules, ['third-contact'], (rule) => ({
      ...rule,
      title: { en: 'Second or later contact about this issue', vi: 'Liên hệ từ lần thứ hai về cùng vấn đề' },
      rule: rule.rule.replace('contacts >= 3', 'contacts >= 2'),
      examples: [
        { given: { contacts: 2 }, fires: 'yes' },
        { given: { contacts: 1 }, fires: 'no' },
      ],
      why: {
        en: 'What did not help the first time needs somebody who knows more.',
        vi: 'Lần đầu xử lý chưa được thì cần người hiểu sâu hơn.',
      },
    })),
    what: 'design.pain.repeated.what',
  }),
  vip: (rules) => ({
    ...edit(rules, ['vip', 'valued-customer'], (rule) => ({ ...rule, rule: `${rule.rule} AND notify manager` })),
    what: 'design.pain.vip.what',
  }),
};
