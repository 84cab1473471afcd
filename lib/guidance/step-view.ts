/** Steps in the words of the interface language, with what each one opens or copies. */
import { handoffFieldIds } from '../documents/handoff-fields.ts';
import type { Policy } from '../policy/schema.ts';
import { type TextKey, localize } from '../text.ts';
import { type Wording, listText } from '../text/format.ts';
import type { Assessment, Step } from './assessment.ts';
import type { StepAction, StepView } from './panel-view.ts';
import { flagText, priorityName, roleName, ruleTitle } from './reason-view.ts';

/** A step names no more rules than this as its reason. */
const rulesNamed = 2;

/** @param doneSteps ids of the steps the agent ticked off. */
export function toStepView(step: Step, assessment: Assessment, policy: Policy, doneSteps: readonly string[], wording: Wording): StepView {
  const { t, language } = wording;
  const written = policy.steps.find((known) => known.id === step.id);
  const why = written?.why ? localize(written.why, language) : step.why;
  const action = stepAction(step);
  const labels = {
    'open-handoff': 'steps.open',
    'open-message': 'steps.open',
    'copy-notice': 'steps.copy',
    'show-priority': 'steps.showField',
  } as const satisfies Record<StepAction, TextKey>;
  const because = step.because.slice(0, rulesNamed).map((rule) => ruleTitle(policy, rule, rule, language));
  return {
    id: step.id,
    text: stepText(step, written && localize(written.text, language), assessment, policy, wording),
    ...(why && { why }),
    ...(because.length > 0 && { because: t('steps.because', { rules: listText(because, wording) }) }),
    done: doneSteps.includes(step.id),
    ...(action && {
      action: { do: action, label: t(labels[action]), ...(step.role && { role: step.role }), ...(step.template && { template: step.template }) },
    }),
  };
}

function stepText(step: Step, written: string | undefined, assessment: Assessment, policy: Policy, { t, language }: Wording): string {
  if (written) return written;
  const { kind, role, priority, note, field } = step;
  if (kind === 'notify' && role) return t('steps.notify', { role: roleName(policy, role, language) });
  if (kind === 'assign' && role) return t('steps.assign', { role: roleName(policy, role, language) });
  if (kind === 'set-priority' && priority) return t('steps.setPriority', { priority: priorityName(policy, priority, language) });
  if (kind === 'note') return note ? t('steps.noteSaying', { text: note }) : t('steps.note');
  if (kind === 'flag') {
    const said = flagText(flagOf(step, assessment) ?? step.text, t);
    return said.charAt(0).toLocaleUpperCase(language) + said.slice(1);
  }
  if (kind === 'require-field' && field) {
    const known = handoffFieldIds.find((id) => id === field);
    return t('steps.requireField', { field: known ? t(`doc.field.${known}`) : field });
  }
  if (kind === 'handoff') return t('steps.handoff');
  if (kind === 'acknowledge') return t('steps.acknowledge');
  if (kind === 'tell-customer') return t('steps.tellCustomer');
  return step.text;
}

/** The flag a step is about, as the rule writes it: the step itself only has it worded in the policy's language. */
function flagOf(step: Step, { reasons }: Assessment): string | undefined {
  const flags = reasons.flatMap(({ rule, actions }) =>
    step.because.includes(rule) ? actions.flatMap((action) => (action.do === 'flag' ? [action.flag] : [])) : [],
  );
  return flags.find((flag) => step.text.includes(flag)) ?? flags[0];
}

function stepAction(step: Step): StepAction | undefined {
  switch (step.kind) {
    case 'acknowledge':
    case 'tell-customer':
      return 'open-message';
    case 'handoff':
    case 'require-field':
    case 'note':
      return 'open-handoff';
    case 'notify':
      return 'copy-notice';
    case 'set-priority':
      return 'show-priority';
    default:
      return undefined;
  }
}
