/** What a rule advises, one line for each action. */
import type { Action } from '../../../lib/guidance/assessment.ts';
import type { PageTextKey, PageTranslate } from '../../../lib/extension-text.ts';
import { moved } from '../../../lib/policy/edit-at.ts';
import { ACTIONS, HANDOFF_FIELDS } from '../../../lib/rules/action-table.ts';
import { findNamed } from '../../../lib/rules/check.ts';
import type { RuleContext } from '../../../lib/rules/context.ts';
import { startAction } from '../../../lib/rules/rule-form.ts';
import { Choose } from './choose.tsx';
import type { RuleNames } from './rule-names.ts';

export interface ActionRowsProps {
  readonly t: PageTranslate;
  readonly names: RuleNames;
  readonly context: RuleContext;
  readonly actions: readonly Action[];
  readonly onActions: (actions: readonly Action[]) => void;
}

const actionTexts: Readonly<Record<Action['do'], PageTextKey>> = {
  escalate: 'rules.do.escalate',
  notify: 'rules.do.notify',
  'set-priority': 'rules.do.setPriority',
  'bump-priority': 'rules.do.bumpPriority',
  assign: 'rules.do.assign',
  flag: 'rules.do.flag',
  'add-note': 'rules.do.addNote',
  'tell-customer': 'rules.do.tellCustomer',
  'require-field': 'rules.do.requireField',
  'show-step': 'rules.do.showStep',
};

export function ActionRows({ t, names, context, actions, onActions }: ActionRowsProps) {
  return (
    <div class="actions-form" role="group" aria-label={t('rules.then')}>
      <span class="label">{t('rules.then')}</span>
      {actions.map((action, index) => {
        const place = index + 1;
        return (
          <div class="condition" role="group" aria-label={t('rules.action', { place })} key={index}>
            <Choose
              label={t('rules.action', { place })}
              value={action.do}
              choices={ACTIONS.map((info) => ({ value: info.do, label: t(actionTexts[info.do]) }))}
              onChoose={(what) => onActions(actions.with(index, startAction(what as Action['do'], context)))}
            />
            <Argument
              t={t}
              names={names}
              context={context}
              action={action}
              label={t('rules.actionValue', { place })}
              onAction={(next) => onActions(actions.with(index, next))}
            />
            {actions.length > 1 && (
              <>
                <button
                  type="button"
                  class="button small"
                  disabled={index === 0}
                  aria-label={t('rules.actionUp', { place })}
                  onClick={() => onActions(moved(actions, index, index - 1))}
                >
                  <span aria-hidden="true">↑</span>
                </button>
                <button
                  type="button"
                  class="button small"
                  aria-label={t('rules.removeAction', { place })}
                  onClick={() => onActions(actions.toSpliced(index, 1))}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </>
            )}
          </div>
        );
      })}
      <button type="button" class="button small" onClick={() => onActions([...actions, startAction('notify', context)])}>
        {t('rules.addAction')}
      </button>
    </div>
  );
}

interface ArgumentProps {
  readonly t: PageTranslate;
  readonly names: RuleNames;
  readonly context: RuleContext;
  readonly action: Action;
  readonly label: string;
  readonly onAction: (action: Action) => void;
}

function Argument({ t, names, context, action, label, onAction }: ArgumentProps) {
  switch (action.do) {
    case 'escalate':
      return (
        <Choose label={label} value={String(action.tier)} choices={names.tiers} onChoose={(tier) => onAction({ ...action, tier: Number(tier) })} />
      );
    case 'notify':
    case 'assign':
      return (
        <Choose
          label={label}
          value={findNamed(action.role, context.roles)?.id ?? action.role}
          choices={names.roles}
          onChoose={(role) => onAction({ ...action, role })}
        />
      );
    case 'set-priority':
      return (
        <Choose
          label={label}
          value={nameOf(findNamed(action.priority, context.priorities)) ?? action.priority}
          choices={context.priorities.map((priority) => {
            const value = nameOf(priority) ?? priority.id;
            return { value, label: names.value('ticket.priority', value) };
          })}
          onChoose={(priority) => onAction({ ...action, priority })}
        />
      );
    case 'flag':
      return (
        <input
          type="text"
          aria-label={label}
          value={action.flag}
          onInput={(event) => event.currentTarget.value.trim() && onAction({ ...action, flag: event.currentTarget.value })}
        />
      );
    case 'add-note':
      return (
        <input
          type="text"
          aria-label={label}
          placeholder={t('rules.noteDefault')}
          value={action.text ?? ''}
          onInput={(event) => onAction({ do: 'add-note', ...(event.currentTarget.value && { text: event.currentTarget.value }) })}
        />
      );
    case 'tell-customer':
      return (
        <Choose
          label={label}
          value={action.template}
          choices={context.templates.map((value) => ({ value, label: names.template(value) }))}
          onChoose={(template) => onAction({ ...action, template })}
        />
      );
    case 'require-field':
      return (
        <Choose
          label={label}
          value={action.field}
          choices={HANDOFF_FIELDS.map((value) => ({ value, label: t(`doc.field.${value}`) }))}
          onChoose={(field) => onAction({ ...action, field })}
        />
      );
    case 'show-step':
      return <Choose label={label} value={action.step} choices={names.steps} onChoose={(step) => onAction({ ...action, step })} />;
    case 'bump-priority':
      return null;
  }
}

const nameOf = (named: { readonly id: string; readonly names: readonly string[] } | undefined): string | undefined =>
  named && (named.names[1] ?? named.id);
