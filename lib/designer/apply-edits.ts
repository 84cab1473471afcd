/** The cells of a proposal that a lead changed: kept beside the answers, so that a changed answer does not undo them. */
import { type PolicyInput, textForms } from '../policy/schema.ts';
import { variableOperand } from '../rules/literal.ts';

/**
 * Cell -> text as it was typed: `tier.2.name`, `tier.2.handles` (one per line), `tier.2.respondsWithin`, `priority.high.firstResponse`,
 * `priority.high.resolution`, `variable.ltv_threshold`, `rule.legal.mode`.
 */
export type Edits = Readonly<Record<string, string>>;

export interface EditProblem {
  readonly cell: string;
  readonly problem: 'duration' | 'amount';
  readonly found: string;
}

/**
 * Puts edits into a policy. A cell whose tier, priority or rule is not there (the team's size changed) is left out; one that cannot be used
 * keeps the proposed value and is listed.
 * A name that was typed is the name in every language: nobody is shown the old one.
 */
export function applyEdits(
  policy: PolicyInput,
  edits: Edits,
): { readonly policy: PolicyInput; readonly applied: readonly string[]; readonly problems: readonly EditProblem[] } {
  const applied: string[] = [];
  const problems: EditProblem[] = [];
  const take = (cell: string, fits: (text: string) => boolean, problem: EditProblem['problem']): string | undefined => {
    const text = edits[cell]?.trim();
    if (text === undefined) return undefined;
    applied.push(cell);
    if (fits(text)) return text;
    problems.push({ cell, problem, found: text });
    return undefined;
  };
  const isDuration = (text: string): boolean => textForms.duration.test(text);
  const any = (text: string): boolean => text !== '';

  const tiers = policy.tiers.map((tier) => {
    const name = take(`tier.${tier.tier}.name`, any, 'duration');
    const handles = take(`tier.${tier.tier}.handles`, () => true, 'duration');
    const respondsWithin = take(`tier.${tier.tier}.respondsWithin`, isDuration, 'duration');
    return {
      ...tier,
      ...(name !== undefined && { name }),
      ...(handles !== undefined && {
        handles: handles
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      }),
      ...(respondsWithin !== undefined && { respondsWithin }),
    };
  });
  const priorities = policy.priorities.map((priority) => {
    const firstResponse = take(`priority.${priority.id}.firstResponse`, isDuration, 'duration');
    const resolution = take(`priority.${priority.id}.resolution`, isDuration, 'duration');
    return { ...priority, ...(firstResponse !== undefined && { firstResponse }), ...(resolution !== undefined && { resolution }) };
  });
  const variables = Object.fromEntries(
    Object.entries(policy.variables ?? {}).map(([name, value]) => {
      const typed = take(`variable.${name}`, (text) => ['money', 'number'].includes(variableOperand(text).kind), 'amount');
      return [name, typed ?? value];
    }),
  );
  const rules = policy.rules?.map((rule) => {
    const mode = take(`rule.${rule.id}.mode`, (text) => ['on', 'shadow', 'off'].includes(text), 'duration');
    return mode === undefined ? rule : { ...rule, mode: mode as 'on' | 'shadow' | 'off' };
  });
  return {
    policy: {
      ...policy,
      tiers,
      priorities,
      variables,
      ...(rules && { rules }),
    },
    applied,
    problems,
  };
}
