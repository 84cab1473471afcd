/** What to do, as steps in the order in which they are done. Every action of a fired rule becomes one. */
import type { Policy } from '../policy/schema.ts';
import { localize, translator } from '../text.ts';
import type { Action, Step } from './assessment.ts';

export interface Asked {
  readonly rule: string;
  readonly actions: readonly Action[];
  /** The tier it asks for after caps. */
  readonly tier?: number;
}

export interface StepInput {
  readonly policy: Policy;
  /** Rules that fired, most important first. */
  readonly asked: readonly Asked[];
  /** The tier to hand the ticket to; absent = it stays. */
  readonly toTier?: number;
  /** The priority that rules ask for, where it is above the page's. */
  readonly priority?: string;
}

/** Ids are stable: the same rules on the same policy give the same ids, whatever else fires. */
export function stepsOf({ policy, asked, toTier, priority }: StepInput): Step[] {
  const t = translator(policy.language);
  const steps = new Map<string, Step>();
  const add = (step: Omit<Step, 'text' | 'because'>, text: string, rule: string | undefined) => {
    const known = steps.get(step.id);
    const written = policy.steps.find(({ id }) => id === step.id);
    const why = written?.why && localize(written.why, policy.language);
    const because = [...(known?.because ?? []), ...(rule === undefined || known?.because.includes(rule) ? [] : [rule])];
    steps.set(step.id, { ...step, text: written ? localize(written.text, policy.language) : text, ...(why !== undefined && { why }), because });
  };
  const each = <D extends Action['do']>(kind: D, act: (action: Extract<Action, { do: D }>, rule: string) => void) => {
    for (const { rule, actions } of asked) for (const action of actions) if (action.do === kind) act(action as Extract<Action, { do: D }>, rule);
  };
  const roleName = (id: string) => localize(policy.roles.find((role) => role.id === id)?.name ?? id, policy.language);

  if (toTier !== undefined) {
    const tier = policy.tiers.find((one) => one.tier === toTier);
    const because = asked.filter((one) => one.tier === toTier).map(({ rule }) => rule);
    for (const id of tier?.steps ?? []) for (const rule of because) add({ id, kind: 'guidance' }, id, rule);
    for (const rule of because) add({ id: 'acknowledge', kind: 'acknowledge', template: 'acknowledgement' }, t('steps.acknowledge'), rule);
    for (const rule of because) add({ id: 'handoff', kind: 'handoff' }, t('steps.handoff'), rule);
  }
  each('notify', ({ role }, rule) => add({ id: `notify-${role}`, kind: 'notify', role }, t('steps.notify', { role: roleName(role) }), rule));
  const raisers = asked.filter(({ actions }) => actions.some((action) => action.do === 'set-priority' || action.do === 'bump-priority'));
  if (priority !== undefined) {
    const name = localize(policy.priorities.find(({ id }) => id === priority)?.name ?? priority, policy.language);
    for (const { rule } of raisers) add({ id: 'priority', kind: 'set-priority', priority }, t('steps.setPriority', { priority: name }), rule);
  }
  each('assign', ({ role }, rule) => add({ id: `assign-${role}`, kind: 'assign', role }, t('steps.assign', { role: roleName(role) }), rule));
  each('flag', ({ flag }, rule) => add({ id: `flag-${slug(flag)}`, kind: 'flag' }, flag, rule));
  each('add-note', ({ text }, rule) => {
    if (text === undefined) add({ id: 'note', kind: 'note' }, t('steps.note'), rule);
    else add({ id: `note-${rule}`, kind: 'note', note: text }, t('steps.noteSaying', { text }), rule);
  });
  each('tell-customer', ({ template }, rule) =>
    add({ id: `tell-${slug(template)}`, kind: 'tell-customer', template }, t('steps.tellCustomer'), rule),
  );
  each('require-field', ({ field }, rule) =>
    add({ id: `require-${slug(field)}`, kind: 'require-field', field }, t('steps.requireField', { field }), rule),
  );
  each('show-step', ({ step }, rule) => add({ id: step, kind: 'guidance' }, step, rule));
  return [...steps.values()];
}

const slug = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, '-');
