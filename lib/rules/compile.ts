/** From the sentence of a policy to the form that is stored and judged. */
/* oxlint-disable unicorn/no-thenable -- the THEN of a rule is a list of actions, never a function */
import type { Action } from '../guidance/assessment.ts';
import { checkParts, findNamed } from './check.ts';
import type { RuleContext } from './context.ts';
import { readRule } from './parse.ts';
import type { RuleProblem } from './problem.ts';
import type { CompiledRule } from './rule.ts';

/**
 * Reads and checks a rule in one go. Roles and priorities become ids of the policy.
 * @returns every problem in the order of the text; the rule only when there is none.
 */
export function compileRule(
  id: string,
  text: string,
  context: RuleContext,
): { readonly rule?: CompiledRule; readonly problems: readonly RuleProblem[] } {
  const { when, then, places, problems } = readRule(text);
  checkParts(when, then, places, context, problems);
  if (!when || problems.problems.length > 0) return { problems: problems.inOrder() };
  return { rule: { id, when, then: then.map((action) => withIds(action, context)) }, problems: [] };
}

function withIds(action: Action, context: RuleContext): Action {
  if (action.do === 'notify' || action.do === 'assign') return { ...action, role: findNamed(action.role, context.roles)?.id ?? action.role };
  if (action.do === 'set-priority') return { ...action, priority: findNamed(action.priority, context.priorities)?.id ?? action.priority };
  return action;
}
