/** Random rules and broken rule texts for property tests. */
/* oxlint-disable unicorn/no-thenable -- the THEN of a rule is a list of actions, never a function */
import fc from 'fast-check';
import type { Action } from '../../lib/guidance/assessment.ts';
import { CLOCK_WORDS, FACTS, FUNCTIONS, KEYWORDS, markFact } from '../../lib/rules/fact-table.ts';
import { ACTIONS } from '../../lib/rules/action-table.ts';
import type { Condition, Expression, FactOperand, Operand } from '../../lib/rules/rule.ts';
import { customerRule, moodRule, slaRule } from './seed-rules.ts';

const text = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.string({ minLength: 1 }),
  fc.constantFrom('High', 'team lead', 'AND', 'say "no"', 'a\nb\\', 'đã giải quyết'),
);
/** A name that is more than spaces: an empty one means nothing to a policy. */
const name = text.filter((value) => value.trim() !== '');
const word = fc.constantFrom('ltv_threshold', 'x', 'größe', 'a-b', 'a.b', 'tên');
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));

const fact: fc.Arbitrary<FactOperand> = fc.oneof(
  fc
    .constantFrom(...FACTS)
    .chain(({ name: known, takesLabel }) =>
      takesLabel ? text.map((argument) => ({ kind: 'fact' as const, name: known, argument })) : fc.constant({ kind: 'fact' as const, name: known }),
    ),
  name.map((criterion) => ({ kind: 'fact' as const, name: markFact(criterion) })),
);
const literal: fc.Arbitrary<Operand> = fc.oneof(
  text.map((value) => ({ kind: 'string' as const, value })),
  finite.map((value) => ({ kind: 'number' as const, value })),
  fc.integer({ min: -4_000_000_000, max: 4_000_000_000 }).map((ms) => ({ kind: 'duration' as const, ms: ms === 0 ? 0 : ms })),
  fc.record({ kind: fc.constant('money' as const), amount: finite, currency: fc.constantFrom('$', 'USD', 'EUR', 'GBP', 'VND', 'JPY') }),
  fc.record({ kind: fc.constant('percent' as const), value: finite }),
  fc.record({ kind: fc.constant('percent' as const), value: finite, of: fc.constantFrom('SLA', ...Object.keys(CLOCK_WORDS)) }),
  word.map((variable) => ({ kind: 'variable' as const, name: variable })),
);
const item: fc.Arbitrary<Operand> = fc.oneof(
  literal,
  fact,
  fc.boolean().map((value) => ({ kind: 'boolean' as const, value })),
);
const list: fc.Arbitrary<Operand> = fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => ({ kind: 'list', items }));
const words: fc.Arbitrary<Operand> = fc
  .array(
    fc.oneof(
      text.map((value) => ({ kind: 'string' as const, value })),
      word.map((variable) => ({ kind: 'variable' as const, name: variable })),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((items) => ({ kind: 'list', items }));

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ op: fc.constant('compare' as const), comparison: fc.constantFrom('=', '!=', '<', '<=', '>', '>='), left: item, right: item }),
  fc.record({ op: fc.constantFrom('in', 'contains'), left: item, right: fc.oneof(list, item) }),
  words.map((operand) => ({ op: 'contains_keywords' as const, words: operand })),
  name.map((phrases) => ({ op: 'contains_phrase' as const, list: phrases })),
  fact.map((operand) => ({ op: 'is' as const, fact: operand })),
);

export const expression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 6 },
    condition,
    fc.record({ op: fc.constantFrom('and', 'or'), args: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }) }),
    tie('tree').map((arg) => ({ op: 'not' as const, arg })),
  ),
})).tree;

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((tier) => ({ do: 'escalate' as const, tier })),
  name.map((role) => ({ do: 'notify' as const, role })),
  name.map((priority) => ({ do: 'set-priority' as const, priority })),
  fc.constant({ do: 'bump-priority' as const }),
  name.map((role) => ({ do: 'assign' as const, role })),
  name.map((flag) => ({ do: 'flag' as const, flag })),
  fc.constant({ do: 'add-note' as const }),
  fc.string().map((note) => ({ do: 'add-note' as const, text: note })),
  name.map((template) => ({ do: 'tell-customer' as const, template })),
  name.map((field) => ({ do: 'require-field' as const, field })),
  name.map((step) => ({ do: 'show-step' as const, step })),
);
export const rule = fc.record({ when: expression, then: fc.array(action, { minLength: 1, maxLength: 4 }) });

// broken texts

const pieces = [
  ...KEYWORDS,
  ...FACTS.map((known) => known.name),
  ...FUNCTIONS.map((known) => known.word),
  ...ACTIONS.map((known) => known.example),
  ...'( ) [ ] , ; . = != < > >= “ ” " \' « {{ }} {{x}} # // && 80% 80% of 2h 1h30m $1,000 1,00 1.2.3 -0.7 - 1e999 ß 𝔘 \\ \n \t'.split(' '),
  '\u0000',
  '((((((((((',
  'NOT NOT NOT NOT NOT',
];
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(' '));
const glued = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
const seeds = [slaRule, moodRule, customerRule];
/** A right rule with a few characters dropped, doubled, swapped or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(400), fc.constantFrom('drop', 'double', 'put', 'cut'), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 6 }),
  )
  .map(([seed, changes]) =>
    changes.reduce((now, [place, how, piece]) => {
      const at = now.length === 0 ? 0 : place % now.length;
      if (how === 'drop') return now.slice(0, at) + now.slice(at + 1);
      if (how === 'double') return now.slice(0, at) + now.slice(at, at + 9) + now.slice(at);
      return how === 'cut' ? now.slice(0, at) : now.slice(0, at) + piece + now.slice(at);
    }, seed),
  );
export const anyText = fc.oneof(soup, glued, mutated, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }));
