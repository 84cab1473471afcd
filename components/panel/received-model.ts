/** A handoff that another agent's Handrail left on this ticket, at a glance. */
import type { HandoffFooter } from '../../lib/documents/footer.ts';
import { categoryText } from '../../lib/documents/categories.ts';
import { clockLabels } from '../../lib/rules/fact-words.ts';
import { tierName } from '../../lib/guidance/reason-view.ts';
import type { Policy } from '../../lib/policy/schema.ts';
import { translator } from '../../lib/text.ts';
import { instantText, percentText } from '../../lib/text/format.ts';
import type { ReceivedModel } from './models.ts';

export interface ReceivedContext {
  /** BCP 47 language of the interface. */
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly zone?: string;
  readonly policy: Policy;
  /** The receiver has read it back. */
  readonly confirmed: boolean;
}

/** @param found what `readFooter` believed. It only informs: it never changes the tier. */
export function toReceivedModel(found: { readonly footer: HandoffFooter; readonly message: number }, context: ReceivedContext): ReceivedModel {
  const { language, policy } = context;
  const t = translator(language);
  const wording = { t, ...context };
  const { fromTier, toTier, category, clocks, at } = found.footer;
  const clockLines = clocks
    .filter((clock) => clock.percent !== undefined)
    .map((clock) => `${t(clockLabels[clock.name])}: ${t('clock.used', { percent: percentText(clock.percent ?? 0, wording) })}`);
  return {
    message: found.message,
    confirmed: context.confirmed,
    title: t('received.title', { tier: tierName(policy, toTier, language), at: instantText(Date.parse(at), wording) }),
    lines: [
      ...(fromTier === undefined ? [] : [t('received.from', { tier: tierName(policy, fromTier, language) })]),
      t('received.reason', { reason: categoryText(category, t) }),
      ...clockLines,
    ],
  };
}
