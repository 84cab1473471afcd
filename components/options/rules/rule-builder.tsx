/** A rule as a form. Every change goes into the text at once, which keeps what was not touched; comments that could not stay are named. */
/* oxlint-disable unicorn/no-thenable -- the THEN of a rule is a list of actions, never a function */
import { useState } from 'preact/hooks';
import type { PageTextKey, PageTranslate } from '../../../lib/extension-text.ts';
import { addAt, bare, changeAt, type ExpressionPath, setGroupAt, setNegatedAt } from '../../../lib/rules/change-expression.ts';
import type { RuleContext } from '../../../lib/rules/context.ts';
import type { ParsedRule } from '../../../lib/rules/parse.ts';
import { rewriteRule, type RuleParts } from '../../../lib/rules/rewrite-rule.ts';
import { startCondition } from '../../../lib/rules/rule-form.ts';
import type { Expression } from '../../../lib/rules/rule.ts';
import { ActionRows } from './action-rows.tsx';
import { Choose } from './choose.tsx';
import { ConditionRow } from './condition-row.tsx';
import type { RuleNames } from './rule-names.ts';

export interface RuleBuilderProps {
  readonly t: PageTranslate;
  readonly names: RuleNames;
  readonly context: RuleContext;
  readonly read: Extract<ParsedRule, { ok: true }>;
  readonly onText: (text: string) => void;
}

/** A group in a group in a group is as deep as a form stays readable. */
const deepest = 3;

export function RuleBuilder({ t, names, context, read, onText }: RuleBuilderProps) {
  const [lost, setLost] = useState<readonly string[]>([]);
  const change = (next: Partial<RuleParts>): void => {
    const { text, lostComments } = rewriteRule(read, { when: read.when, then: read.then, ...next });
    if (lostComments.length) setLost([...lost, ...lostComments]);
    onText(text);
  };
  return (
    <div class="rule-form">
      <Part t={t} names={names} context={context} whole={read.when} part={read.when} path={[]} onWhen={(when) => change({ when })} />
      <ActionRows t={t} names={names} context={context} actions={read.then} onActions={(then) => change({ then })} />
      <p role="status" class="lost">
        {lost.length ? t('rules.lostComments', { comments: lost.join('; ') }) : ''}
      </p>
    </div>
  );
}

interface PartProps {
  readonly t: PageTranslate;
  readonly names: RuleNames;
  readonly context: RuleContext;
  readonly whole: Expression;
  readonly part: Expression;
  readonly path: ExpressionPath;
  readonly onWhen: (when: Expression) => void;
}

const groupTexts: readonly (readonly [string, PageTextKey])[] = [
  ['and', 'rules.group.all'],
  ['or', 'rules.group.any'],
  ['not and', 'rules.group.notAll'],
  ['not or', 'rules.group.none'],
];

function Part(props: PartProps) {
  const { t, names, context, whole, part, path, onWhen } = props;
  const { inner, negated } = bare(part);
  const place = path.map((step) => step + 1).join('.') || '1';
  if ('args' in inner) return <Group {...props} />;
  const without = changeAt(whole, path, () => undefined);
  const row = (
    <ConditionRow
      t={t}
      names={names}
      context={context}
      condition={inner}
      negated={negated}
      place={place}
      onCondition={(condition) => onWhen(changeAt(whole, path, () => (negated ? { op: 'not', arg: condition } : condition)) ?? whole)}
      onNegated={(next) => onWhen(setNegatedAt(whole, path, next))}
      {...(without && { onRemove: () => onWhen(without) })}
    />
  );
  if (path.length > 0) return row;
  return (
    <div class="group" role="group" aria-label={t('rules.if')}>
      <span class="label">{t('rules.if')}</span>
      {row}
      <AddButtons {...props} depth={0} />
    </div>
  );
}

function Group(props: PartProps) {
  const { t, whole, part, path, onWhen } = props;
  const { inner, negated } = bare(part);
  if (!('args' in inner)) return null;
  const place = path.map((step) => step + 1).join('.');
  const label = place ? t('rules.groupAt', { place }) : t('rules.if');
  const without = path.length > 0 ? changeAt(whole, path, () => undefined) : undefined;
  return (
    <div class="group" role="group" aria-label={label}>
      <span class="group-head">
        {path.length === 0 && <span class="label">{t('rules.if')}</span>}
        <Choose
          label={label}
          value={`${negated ? 'not ' : ''}${inner.op}`}
          choices={groupTexts.map(([value, text]) => ({ value, label: t(text) }))}
          onChoose={(value) => onWhen(setNegatedAt(setGroupAt(whole, path, value.endsWith('or') ? 'or' : 'and'), path, value.startsWith('not')))}
        />
        {without && (
          <button
            type="button"
            class="button small"
            aria-label={t('rules.removeGroup', { place })}
            title={t('rules.removeGroup', { place })}
            onClick={() => onWhen(without)}
          >
            <span aria-hidden="true">×</span>
          </button>
        )}
      </span>
      {inner.args.map((arg, index) => (
        <Part {...props} key={index} part={arg} path={[...path, index]} />
      ))}
      <AddButtons {...props} depth={path.length} />
    </div>
  );
}

function AddButtons({ t, context, whole, path, onWhen, part, depth }: PartProps & { readonly depth: number }) {
  const { inner } = bare(part);
  const made = (): Expression => startCondition('ticket.priority', context);
  const other = 'args' in inner && inner.op === 'or' ? 'and' : 'or';
  return (
    <span class="add">
      <button type="button" class="button small" onClick={() => onWhen(addAt(whole, path, made()))}>
        {t('rules.addCondition')}
      </button>
      {depth + 1 < deepest && (
        <button
          type="button"
          class="button small"
          onClick={() => onWhen(addAt(whole, path, { op: other, args: [made(), startCondition('contacts', context)] }))}
        >
          {t('rules.addGroup')}
        </button>
      )}
    </span>
  );
}
