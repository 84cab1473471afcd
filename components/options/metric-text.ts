/** A metric in words: what it is called, what it counts, what it is about, and its value. */
import type { PageTextKey, PageTranslate } from '../../lib/extension-text.ts';
import type { Metric, MetricId } from '../../lib/metrics/metrics.ts';

/** Names of what metrics are about. */
export interface MetricChoices {
  readonly origins: readonly string[];
  readonly tiers: readonly { readonly tier: number; readonly name: string }[];
  readonly rules: readonly { readonly rule: string; readonly title: string }[];
}

export const metricTitles = {
  escalationRate: 'metrics.escalationRate',
  timeToEscalate: 'metrics.timeToEscalate',
  resolutionAfter: 'metrics.resolutionAfter',
  escalationToResolution: 'metrics.escalationToResolution',
  csatAfter: 'metrics.csatAfter',
  firstContactResolution: 'metrics.firstContactResolution',
  bounceRate: 'metrics.bounceRate',
  falseAlarms: 'metrics.falseAlarms',
  misses: 'metrics.misses',
  rulePrecision: 'metrics.rulePrecision',
  updateKept: 'metrics.updateKept',
} as const satisfies Record<MetricId, PageTextKey>;
export const metricDefinitions = {
  escalationRate: 'metrics.escalationRate.is',
  timeToEscalate: 'metrics.timeToEscalate.is',
  resolutionAfter: 'metrics.resolutionAfter.is',
  escalationToResolution: 'metrics.escalationToResolution.is',
  csatAfter: 'metrics.csatAfter.is',
  firstContactResolution: 'metrics.firstContactResolution.is',
  bounceRate: 'metrics.bounceRate.is',
  falseAlarms: 'metrics.falseAlarms.is',
  misses: 'metrics.misses.is',
  rulePrecision: 'metrics.rulePrecision.is',
  updateKept: 'metrics.updateKept.is',
} as const satisfies Record<MetricId, PageTextKey>;

export function metricAbout({ tier, rule }: Metric, choices: MetricChoices, t: PageTranslate): string {
  if (tier !== undefined) return choices.tiers.find((one) => one.tier === tier)?.name ?? t('tier.short', { tier });
  if (rule !== undefined) return choices.rules.find((one) => one.rule === rule)?.title ?? rule;
  return t('metrics.all');
}

export function metricValue({ unit, value, p90 }: Metric, t: PageTranslate, language: string): string {
  if (value === undefined) return t('metrics.nothing');
  const number = (digits: number, of: number): string => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(of);
  if (unit === 'share') return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  if (unit === 'score') return t('metrics.scoreOf5', { score: number(2, value) });
  return t('metrics.hours', { median: number(1, value), p90: number(1, p90 ?? value) });
}
