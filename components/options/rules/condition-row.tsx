/** One condition: what is looked at, how it is compared, and with what. */
import type { PageTextKey, PageTranslate } from '../../../lib/extension-text.ts';
import type { RuleContext } from '../../../lib/rules/context.ts';
import { factInfo } from '../../../lib/rules/fact-table.ts';
import { formCondition, type FormOperator, operatorsFor, startCondition, toCondition, withOperator } from '../../../lib/rules/rule-form.ts';
import type { Condition } from '../../../lib/rules/rule.ts';
import { Choose } from './choose.tsx';
import type { RuleNames } from './rule-names.ts';
import { TextLines } from './list-values.tsx';
import { ValueField } from './value-field.tsx';

export interface ConditionRowProps {
  readonly t: PageTranslate;
  readonly names: RuleNames;
  readonly context: RuleContext;
  readonly condition: Condition;
  readonly negated: boolean;
  /** `1.2`: its place, read out with every control. */
  readonly place: string;
  readonly onCondition: (condition: Condition) => void;
  readonly onNegated: (negated: boolean) => void;
  /** Absent for the only condition of a rule. */
  readonly onRemove?: () => void;
}

const operatorTexts: Readonly<Record<FormOperator, PageTextKey>> = {
  '=': 'rules.op.eq',
  '!=': 'rules.op.ne',
  '<': 'rules.op.lt',
  '<=': 'rules.op.le',
  '>': 'rules.op.gt',
  '>=': 'rules.op.ge',
  in: 'rules.op.in',
  contains: 'rules.op.contains',
  is: 'rules.op.is',
  'is-not': 'rules.op.isNot',
};

export function ConditionRow(props: ConditionRowProps) {
  const { t, names, context, condition, negated, place, onCondition, onNegated, onRemove } = props;
  const name =
    condition.op === 'contains_keywords' || condition.op === 'contains_phrase' ? condition.op : (formCondition(condition)?.fact.name ?? '');
  const changeFact = (next: string): void => {
    const form = formCondition(condition);
    const info = factInfo(next);
    // the value stays where the new fact compares with the same kind
    const keeps =
      form &&
      info &&
      info.type === form.info.type &&
      !info.takesLabel &&
      !form.info.takesLabel &&
      info.type !== 'text' &&
      info.words === form.info.words;
    onCondition(keeps ? toCondition({ ...form, info, fact: { kind: 'fact', name: next } }) : startCondition(next, context));
  };
  return (
    <div class="condition" role="group" aria-label={t('rules.condition', { place })}>
      <label class="not">
        <input type="checkbox" checked={negated} onChange={(event) => onNegated(event.currentTarget.checked)} /> {t('rules.not')}
      </label>
      <Choose label={t('rules.factOf', { place })} value={name} choices={[]} groups={names.facts} onChoose={changeFact} />
      <Comparison {...props} />
      {onRemove && (
        <button
          type="button"
          class="button small"
          aria-label={t('rules.removeCondition', { place })}
          title={t('rules.removeCondition', { place })}
          onClick={onRemove}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}

function Comparison({ t, names, context, condition, place, onCondition }: ConditionRowProps) {
  const value = t('rules.valueOf', { place });
  if (condition.op === 'contains_phrase')
    return <Choose label={value} value={condition.list} choices={names.lists} onChoose={(list) => onCondition({ op: 'contains_phrase', list })} />;
  if (condition.op === 'contains_keywords') {
    const { words } = condition;
    const texts = (words.kind === 'list' ? words.items : [words]).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
    return (
      <TextLines
        label={t('rules.onePerLine', { of: value })}
        texts={texts}
        onTexts={(next) =>
          onCondition({
            op: 'contains_keywords',
            words: { kind: 'list', items: (next.length ? next : ['']).map((text) => ({ kind: 'string', value: text })) },
          })
        }
      />
    );
  }
  const form = formCondition(condition);
  if (!form) return null;
  const { fact, info, operator } = form;
  return (
    <>
      {fact.argument !== undefined && (
        <input
          type="text"
          aria-label={t('rules.labelOf', { place })}
          value={fact.argument}
          onInput={(event) =>
            event.currentTarget.value && onCondition(toCondition({ ...form, fact: { ...fact, argument: event.currentTarget.value } }))
          }
        />
      )}
      <Choose
        label={t('rules.operatorOf', { place })}
        value={operator}
        choices={operatorsFor(info).map((one) => ({ value: one, label: t(operatorTexts[one]) }))}
        onChoose={(next) => onCondition(toCondition(withOperator(form, next as FormOperator, context)))}
      />
      {form.value && (
        <ValueField
          t={t}
          names={names}
          label={value}
          info={info}
          operator={operator}
          value={form.value}
          context={context}
          onValue={(next) => onCondition(toCondition({ ...form, value: next }))}
        />
      )}
    </>
  );
}
