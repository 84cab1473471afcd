/** The tiers of a proposal: those of the default policy, put together as the team's size allows, with the lead's own categories. */
import type { PageTranslate } from '../extension-text.ts';
import { defaultPolicy, lineWords } from '../policy/default-policy.ts';
import type { Localized, PolicyInput } from '../policy/schema.ts';
import { type DesignAnswers, hoursPerDay, kindOf } from './answers.ts';
import type { Decision } from './proposal.ts';
import { because, minutesText } from './wording.ts';
import { type Level, LEVELS, levelOf, type TeamShape, tierOf } from './team-shape.ts';

type Tier = PolicyInput['tiers'][number];
type Steps = NonNullable<PolicyInput['steps']>;

const ordinals = ['', '1st', '2nd', '3rd', '4th'];
const spelled = ['', 'First', 'Second', 'Third', 'Fourth'];
const wordsOfLine = (n: number): string[] => lineWords(n, ordinals[n] ?? '', spelled[n] ?? '');

const everybody: Localized = { en: 'Support', vi: 'Hỗ trợ khách hàng' };
/** Names of tiers that take over several levels, by these levels. */
const mergedNames: Readonly<Record<string, Localized>> = {
  '1,2,3,4': everybody,
  '1,2': { en: 'Support Team', vi: 'Nhóm hỗ trợ' },
  '3,4': { en: 'Owner or Manager', vi: 'Chủ doanh nghiệp hoặc quản lý' },
  '2,3': { en: 'Specialist Support', vi: 'Hỗ trợ chuyên môn' },
};

export function proposeTiers(
  answers: DesignAnswers,
  shape: TeamShape,
  t: PageTranslate,
): { readonly tiers: Tier[]; readonly steps: Steps; readonly decisions: readonly Decision[] } {
  const people = t(answers.teamSize === 1 ? 'design.people.one' : 'design.people.other', { n: answers.teamSize });
  const decisions: Decision[] = [
    {
      about: 'tiers',
      what: t(`design.tiers.shape.${shape.length as 1 | 2 | 3 | 4}`),
      because: t('design.because.people', { people }),
    },
  ];
  for (const category of answers.categories) {
    if (category.name.trim() === '') continue;
    const tier = tierOf(shape, levelOf(kindOf(category)));
    decisions.push({
      about: 'tiers',
      what: t('design.tiers.category', { category: category.name.trim(), tier }),
      because: t('design.because.category', { kind: t(`design.kind.${kindOf(category)}`) }),
    });
  }
  if (answers.pains.includes('bounced') && shape.length > 1)
    decisions.push({ about: 'tiers', what: t('design.pain.bounced.what'), because: because('bounced', t) });
  return {
    tiers: shape.map((levels, index) => mergedTier(levels, index + 1, answers, shape)),
    steps: (defaultPolicy.steps ?? []).map((step) => ({
      ...step,
      text: renumbered(step.text, shape),
      ...(step.why !== undefined && { why: renumbered(step.why, shape) }),
    })),
    decisions,
  };
}

function mergedTier(levels: readonly Level[], tier: number, answers: DesignAnswers, shape: TeamShape): Tier {
  const sources = levels.map((level) => defaultPolicy.tiers[level - 1] as Tier);
  const first = sources[0] as Tier;
  const own = answers.categories.filter((category) => category.name.trim() !== '' && levels.includes(levelOf(kindOf(category))));
  const requires = new Set(tier === 1 ? [] : sources.flatMap((source) => source.requires ?? []));
  if (answers.pains.includes('bounced') && tier > 1)
    for (const part of ['summary', 'timeline', 'tried', 'expectation', 'nextSteps'] as const) requires.add(part);
  const requiresText = tier === 1 ? undefined : sources.at(-1)?.requiresText;
  const groups = sources.flatMap((source, index) => (source.groups ?? []).filter((word) => !wordsOfLine(levels[index] ?? 1).includes(word)));
  const steps = tier === 1 ? [] : sources.flatMap((source) => source.steps ?? []);
  return {
    tier,
    name: mergedNames[levels.join(',')] ?? first.name,
    handles: [...own.map(({ name }) => name.trim()), ...sources.flatMap((source) => source.handles ?? [])],
    // the share is known for a front line of its own only
    ...(levels.length === 1 && first.resolvesPercent && { resolvesPercent: first.resolvesPercent }),
    respondsWithin: respondsWithin(levels, first, answers),
    ...(requires.size > 0 && { requires: [...requires] }),
    ...(requiresText !== undefined && { requiresText: renumbered(requiresText, shape) }),
    groups: [...groups, ...wordsOfLine(tier)],
    ...(steps.length > 0 && { steps }),
  };
}

/** An owner who also does other work answers within the hour; a tier never promises more than one working day. */
function respondsWithin(levels: readonly Level[], first: Tier, answers: DesignAnswers): string {
  if (levels.join(',') === '3,4') return '1h';
  if (first.respondsWithin === 'immediate') return 'immediate';
  return minutesText(Math.min(Number.parseInt(first.respondsWithin, 10) * 60, hoursPerDay(answers) * 60));
}

/** A text that names tiers of the default policy, with the numbers of this shape. */
export function renumbered<T extends Localized>(text: T, shape: TeamShape): T {
  const replace = (one: string): string =>
    one.replace(/(Tier|[Cc]ấp) ([1-4])(?!\d)/g, (_, word: string, level: string) => `${word} ${tierOf(shape, LEVELS[Number(level) - 1] ?? 1)}`);
  if (typeof text === 'string') return replace(text) as T;
  return Object.fromEntries(Object.entries(text as Record<string, string>).map(([language, one]) => [language, replace(one)])) as T;
}
