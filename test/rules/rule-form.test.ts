/* oxlint-disable unicorn/no-thenable -- the THEN of a rule is a list of actions, never a function */
import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../lib/rules/action-table.ts';
import { compileRule } from '../../lib/rules/compile.ts';
import { ruleContext } from '../../lib/rules/context.ts';
import { FACTS, markFact } from '../../lib/rules/fact-table.ts';
import { colourRule } from '../../lib/rules/highlight.ts';
import { parseRule } from '../../lib/rules/parse.ts';
import { printRule } from '../../lib/rules/print.ts';
import {
  formCondition,
  formObstacle,
  operatorsFor,
  startAction,
  startCondition,
  startValue,
  toCondition,
  valueKindsFor,
  variablesFor,
  withOperator,
} from '../../lib/rules/rule-form.ts';
import type { Condition } from '../../lib/rules/rule.ts';
import { byDefault } from '../guidance/ticket-builder.ts';

const context = ruleContext(byDefault.policy);
const problemsOf = (when: Condition): string[] =>
  compileRule('r', printRule(when, [{ do: 'bump-priority' }]), context).problems.map(({ code, params }) => `${code} ${JSON.stringify(params)}`);

describe('a form for a rule', () => {
  const names = [...FACTS.map(({ name }) => name), ...context.criteria.map(markFact), 'contains_keywords', 'contains_phrase'];

  /** A text begins as a blank, and the rule says so until it is filled. */
  const beyondBlanks = (when: Condition) => problemsOf(when).filter((problem) => problem !== 'emptyWord {}');

  test('a blank for words is named as one', () => {
    expect(problemsOf(startCondition('contains_keywords', context))).toEqual(['emptyWord {}']);
  });

  test.each(names)('%s: whatever the form offers is a rule of the policy', (name) => {
    const start = startCondition(name, context);
    expect(beyondBlanks(start)).toEqual([]);
    const form = formCondition(start);
    if (!form) return;
    const offered = operatorsFor(form.info).flatMap((operator) => {
      const changed = withOperator(form, operator, context);
      const kinds = changed.value
        ? valueKindsFor(form.info, operator).filter((kind) => kind !== 'variable' || variablesFor(form.info, context).length > 0)
        : [];
      return [toCondition(changed), ...kinds.map((kind) => toCondition({ ...changed, value: startValue(kind, form.info, context) }))];
    });
    expect(offered.flatMap(beyondBlanks)).toEqual([]);
  });

  test.each(ACTIONS.map((info) => info.do))('the action %s begins as one of the policy', (what) => {
    expect(compileRule('r', printRule(startCondition('contacts', context), [startAction(what, context)]), context).problems).toEqual([]);
  });

  test('the rules of the default policy fit into it', () => {
    const obstacles = byDefault.rules.map(({ id, when }) => [id, formObstacle(when)]).filter(([, obstacle]) => obstacle);
    expect(obstacles).toEqual([]);
  });

  test.each([
    ['customer.vip AND (contacts > 3 OR (tries > 2 AND (sentiment = "angry" OR NOT customer.vip)))', 'too-deep'],
    ['messages.customer > messages.agent', 'two-facts'],
    ['3 <= contacts', 'value-first'],
    ['ticket.subject in ["a", {{company_name}}]', 'mixed-list'],
    ['NOT (customer.vip OR contacts > 3) AND contains_keywords(["a"])', undefined],
  ])('IF %s: %s', (condition, obstacle) => {
    const parsed = parseRule(`IF ${condition} THEN add priority bump`);
    if (!parsed.ok) throw new Error(parsed.errors[0]?.code);
    expect(formObstacle(parsed.when)).toBe(obstacle);
  });

  test('another operator keeps the value where it fits', () => {
    const form = formCondition({
      op: 'compare',
      comparison: '=',
      left: { kind: 'fact', name: 'ticket.priority' },
      right: { kind: 'string', value: 'High' },
    });
    const listed = form && withOperator(form, 'in', context);
    expect(listed?.value).toEqual({ kind: 'list', items: [{ kind: 'string', value: 'High' }] });
    expect(listed && withOperator(listed, '!=', context).value).toEqual({ kind: 'string', value: 'High' });
  });
});

test('colours follow the meaning of the words', () => {
  const text = 'IF contains_phrase(legal) AND ticket.age > 80% of SLA # late\nTHEN notify "in"';
  expect(colourRule(text).map(({ start, end, colour }) => [text.slice(start, end), colour])).toEqual([
    ['IF', 'keyword'],
    ['contains_phrase', 'function'],
    ['legal', 'text'],
    ['AND', 'keyword'],
    ['ticket.age', 'fact'],
    ['80%', 'number'],
    ['of', 'keyword'],
    ['# late', 'comment'],
    ['THEN', 'keyword'],
    ['"in"', 'text'],
  ]);
});
