/** A practice case in the words of the page. */
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { toPanelView } from '../../lib/guidance/view.ts';
import { valueWord } from '../../lib/policy/value-words.ts';
import type { PracticeCase } from '../../lib/practice/practice-cases.ts';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { localize } from '../../lib/text.ts';
import { instantText } from '../../lib/text/format.ts';
import type { PracticeTask } from './practice-page.tsx';

/** @param now milliseconds since 1970 at which the case was made */
export function practiceTask(one: PracticeCase, { policy }: LoadedPolicy, t: PageTranslate, language: string, now: number): PracticeTask {
  const { snapshot, assessment, marks } = one;
  const { fields, customFields, messages } = snapshot;
  const priority = fields.priority?.value ?? '';
  const wording = { t, language, zone: snapshot.zone, now };
  const view = toPanelView(assessment, {
    language,
    now,
    zone: snapshot.zone,
    policy,
    snapshot,
    marks,
    doneSteps: [],
    escalations: [],
    prompting: 'hint',
  });
  return {
    key: `${one.rule} ${one.fires}`,
    rule: localize(policy.rules.find(({ id }) => id === one.rule)?.title ?? one.rule, language),
    subject: fields.subject?.value ?? '',
    fields: [
      [t('field.priority'), priority && (valueWord('ticket.priority', priority, policy.priorities, language, t) ?? priority)],
      [t('field.status'), fields.statusKind ? t(`field.kind.${fields.statusKind.value}`) : (fields.status?.value ?? '')],
      [t('field.createdAt'), fields.createdAt ? instantText(Date.parse(fields.createdAt.value), wording) : ''],
      ...(fields.tags?.value.length ? [[t('field.tags'), fields.tags.value.join(', ')] as const] : []),
      ...Object.entries(customFields).map(([label, { value }]) => [label, value] as const),
      ...view.clocks.filter(({ state }) => state !== 'none' && state !== 'unknown').map(({ label, left }) => [label, left] as const),
    ],
    messages: messages.map(({ author, at, text, role }) => ({
      author: author ?? '',
      at: at ? instantText(Date.parse(at), wording) : '',
      text,
      ours: role === 'agent',
    })),
    marks: Object.keys(marks).map((id) => localize(policy.criteria.find((criterion) => criterion.id === id)?.label ?? id, language)),
    view,
    tier: assessment.tier,
  };
}
