/**
 * Proves things about a whole set of rules by trying every combination of the values at which they can change their answer:
 * rules that never fire, rules that another makes needless, contradictions, bad tickets about which no rule says anything,
 * and worse facts that lower the tier. Pure; its words are in lib/text under `prove.*`. Over 250 lines: the five questions share
 * what the proof keeps.
 */
/* oxlint-disable unicorn/no-thenable -- the THEN of a rule is a list of actions, never a function */
import type { Action } from '../guidance/assessment.ts';
import type { PageTranslate } from '../extension-text.ts';
import type { RuleContext } from './context.ts';
import {
  type Assignment,
  type Dimension,
  type DimensionValue,
  assignments,
  combinationsOf,
  dimensionsIn,
  dimensionsOf,
  factsOfAssignment,
} from './dimensions.ts';
import { evaluateRule } from './evaluate.ts';
import type { FactSource } from './fact-source.ts';
import { printAction } from './print.ts';
import type { CompiledRule, Expression } from './rule.ts';

/** What the ticket has, by fact, in words. */
export type ExampleTicket = Readonly<Record<string, string>>;

export type Finding =
  /** No ticket at all makes the rule fire. */
  | { readonly kind: 'dead'; readonly rule: string }
  /** Every ticket makes the rule fire. */
  | { readonly kind: 'always'; readonly rule: string; readonly ticket: ExampleTicket }
  /** Whenever `rule` fires, `by` fires too and asks for the same tier and at least the same actions. */
  | { readonly kind: 'shadowed'; readonly rule: string; readonly by: string; readonly ticket: ExampleTicket }
  /** Both fire on this ticket and cannot both be followed. */
  | {
      readonly kind: 'contradiction';
      readonly rule: string;
      readonly other: string;
      readonly actions: readonly [string, string];
      readonly ticket: ExampleTicket;
    }
  /** Something is wrong with this ticket, and no rule fires. */
  | { readonly kind: 'uncovered'; readonly ticket: ExampleTicket; readonly because: string }
  /** `fact` gets worse from `from` to `to`, and the tier falls. */
  | {
      readonly kind: 'not-monotone';
      readonly rule: string;
      readonly fact: string;
      readonly from: string;
      readonly to: string;
      readonly tierBefore: number;
      readonly tierAfter: number;
      readonly ticket: ExampleTicket;
    }
  /** Too many combinations to try them all: nothing is said about these rules. */
  | { readonly kind: 'too-large'; readonly rules: readonly string[]; readonly combinations: number };

export interface ProveOptions {
  /** The tier that a fired rule asks for after the policy's caps. Default: the highest tier it escalates to. */
  readonly tierOf?: (rule: CompiledRule, facts: FactSource) => number | undefined;
  /** Combinations tried per question before giving up with `too-large`. */
  readonly most?: number;
}

/**
 * Everything that can be found wrong with `rules` taken together. Leave out rules that are off or in shadow.
 * @param context of their policy; keep it the same object for all rules.
 */
export function proveRules(rules: readonly CompiledRule[], context: RuleContext, options: ProveOptions = {}): Finding[] {
  const proof = new Proof(rules, context, options);
  return [...proof.firing(), ...proof.needless(), ...proof.contradictions(), ...proof.uncovered(), ...proof.notMonotone()];
}

/**
 * The finding as a sentence, without its ticket.
 * @param nameOf what people call a rule
 */
export function findingText(finding: Finding, t: PageTranslate, nameOf: (rule: string) => string = (rule) => rule): string {
  switch (finding.kind) {
    case 'dead':
    case 'always':
      return t(`prove.${finding.kind}`, { rule: nameOf(finding.rule) });
    case 'shadowed':
      return t('prove.shadowed', { rule: nameOf(finding.rule), by: nameOf(finding.by) });
    case 'contradiction':
      return t('prove.contradiction', { rule: nameOf(finding.rule), other: nameOf(finding.other), one: finding.actions[0], two: finding.actions[1] });
    case 'uncovered':
      return t('prove.uncovered', { because: finding.because });
    case 'not-monotone':
      return t('prove.notMonotone', { fact: finding.fact, from: finding.from, to: finding.to, before: finding.tierBefore, after: finding.tierAfter });
    case 'too-large':
      return t('prove.tooLarge', { rules: finding.rules.map(nameOf).join(', '), count: finding.combinations });
  }
}

const mostCombinations = 60_000;
const lowestTier = 1;
const noActions: Pick<CompiledRule, 'then'> = { then: [] };

class Proof {
  private readonly rules: readonly CompiledRule[];
  private readonly context: RuleContext;
  private readonly tierOf: (rule: CompiledRule, facts: FactSource) => number | undefined;
  private readonly most: number;
  private readonly all: readonly Dimension[];
  private readonly never = new Set<string>();

  constructor(rules: readonly CompiledRule[], context: RuleContext, options: ProveOptions) {
    this.rules = rules;
    this.context = context;
    this.tierOf = options.tierOf ?? highestTier;
    this.most = options.most ?? mostCombinations;
    this.all = dimensionsOf(rules, context);
  }

  /** Rules that never or always fire. */
  firing(): Finding[] {
    return this.rules.flatMap((rule): Finding[] => {
      const dimensions = dimensionsOf([rule], this.context);
      const combinations = combinationsOf(dimensions);
      if (combinations > this.most) return [{ kind: 'too-large', rules: [rule.id], combinations }];
      let fired: Assignment | undefined;
      let quiet = false;
      for (const assignment of assignments(dimensions)) {
        if (this.fires(rule, factsOfAssignment(assignment))) fired ??= assignment;
        else quiet = true;
        if (fired && quiet) return [];
      }
      if (fired) return [{ kind: 'always', rule: rule.id, ticket: exampleOf(fired) }];
      this.never.add(rule.id);
      return [{ kind: 'dead', rule: rule.id }];
    });
  }

  /** Rules that another one always covers. Of two that say the same the later one is needless. */
  needless(): Finding[] {
    const asks = this.rules.map((rule) => new Set(rule.then.map(printAction)));
    return this.rules.flatMap((rule, index): Finding[] => {
      for (const [place, other] of this.rules.entries()) {
        if (place === index || this.never.has(rule.id) || this.never.has(other.id)) continue;
        if (!sameTier(rule, other) || ![...(asks[index] ?? [])].every((action) => asks[place]?.has(action))) continue;
        const found = this.always(rule, other);
        if (found === 'too-large' || !found) continue;
        const equal = asks[index]?.size === asks[place]?.size && this.always(other, rule);
        if (equal && place > index) continue;
        return [{ kind: 'shadowed', rule: rule.id, by: other.id, ticket: exampleOf(found) }];
      }
      return [];
    });
  }

  /** A ticket on which `rule` fires when `other` fires on each such ticket; undefined when there is one where it does not. */
  private always(rule: CompiledRule, other: CompiledRule): Assignment | 'too-large' | undefined {
    const dimensions = dimensionsOf([rule, other], this.context);
    if (combinationsOf(dimensions) > this.most) return 'too-large';
    let example: Assignment | undefined;
    for (const assignment of assignments(dimensions)) {
      const facts = factsOfAssignment(assignment);
      if (!this.fires(rule, facts)) continue;
      if (!this.fires(other, facts)) return undefined;
      example ??= assignment;
    }
    return example;
  }

  /** Rules that assign one ticket to two roles, and rules that name two tiers. */
  contradictions(): Finding[] {
    const found: Finding[] = [];
    this.rules.forEach((rule, index) => {
      for (const other of this.rules.slice(index)) {
        const actions = conflict(rule, other);
        if (!actions || this.never.has(rule.id) || this.never.has(other.id)) continue;
        const dimensions = dimensionsOf([rule, other], this.context);
        if (combinationsOf(dimensions) > this.most) continue;
        const both = firstWhere(dimensions, (facts) => this.fires(rule, facts) && this.fires(other, facts));
        if (both) found.push({ kind: 'contradiction', rule: rule.id, other: other.id, actions, ticket: exampleOf(both) });
      }
    });
    return found;
  }

  /**
   * Tickets in the bands of priority x customer tier x mood x contacts x time used on which something is plainly wrong (a
   * target is missed, the customer is angry, came back as often as the highest threshold asks for) and no rule fires.
   * Bands in which a rule is unknown because nothing sets the fact do not count as covered.
   */
  uncovered(): Finding[] {
    const names = ['ticket.priority', 'customer.tier', 'sentiment', 'contacts', 'resolution'];
    const dimensions = names.flatMap((name) => this.all.find((dimension) => dimension.name === name) ?? this.idle(name));
    if (combinationsOf(dimensions) > this.most) return [{ kind: 'too-large', rules: names, combinations: combinationsOf(dimensions) }];
    const rest = this.atRest();
    const seen = new Set<string>();
    const found: Finding[] = [];
    for (const assignment of assignments(dimensions)) {
      const because = wrongWith(assignment);
      if (because === undefined || seen.has(because)) continue;
      const whole: Assignment = new Map([...rest, ...assignment]);
      const facts = factsOfAssignment(whole);
      if (this.rules.some((rule) => this.fires(rule, facts))) continue;
      seen.add(because);
      found.push({ kind: 'uncovered', ticket: exampleOf(assignment), because });
    }
    return found;
  }

  /** The bands of a fact that no rule looks at, so that it is still asked what happens to such tickets. */
  private idle(name: string): readonly Dimension[] {
    if (name === 'customer.tier') return [];
    const asked: Expression =
      name === 'contacts'
        ? { op: 'compare', comparison: '>=', left: { kind: 'fact', name }, right: { kind: 'number', value: 3 } }
        : { op: 'is', fact: { kind: 'fact', name: name === 'resolution' ? 'resolution.state' : name } };
    return dimensionsOf([{ id: '', when: asked, ...noActions }], this.context);
  }

  /** Worse facts that lower the tier: around every rule with a tier, with everything else at rest. */
  notMonotone(): Finding[] {
    const rest = this.atRest();
    const found: Finding[] = [];
    const seen = new Set<string>();
    for (const rule of this.rules) {
      if (highestTier(rule) === undefined || this.never.has(rule.id)) continue;
      const own = dimensionsIn(rule, this.all, this.context);
      if (combinationsOf(own) > this.most) {
        found.push({ kind: 'too-large', rules: [rule.id], combinations: combinationsOf(own) });
        continue;
      }
      for (const assignment of assignments(own)) {
        const before: Assignment = new Map([...rest, ...assignment]);
        const facts = factsOfAssignment(before);
        if (isResolved(facts) || !this.fires(rule, facts)) continue;
        const tierBefore = this.tier(facts);
        for (const [dimension, value] of assignment) {
          for (const worse of worseThan(dimension, value)) {
            if (seen.has(`${rule.id} ${dimension.name}`)) continue;
            const tierAfter = this.tier(factsOfAssignment(new Map([...before, [dimension, worse]])));
            if (tierAfter >= tierBefore) continue;
            seen.add(`${rule.id} ${dimension.name}`);
            found.push({
              kind: 'not-monotone',
              rule: rule.id,
              fact: dimension.name,
              from: value.text,
              to: worse.text,
              tierBefore,
              tierAfter,
              ticket: exampleOf(assignment),
            });
          }
        }
      }
    }
    return found;
  }

  private atRest(): Assignment {
    return new Map(
      this.all.flatMap((dimension) => (dimension.values[dimension.rest] ? [[dimension, dimension.values[dimension.rest] as DimensionValue]] : [])),
    );
  }

  private fires(rule: CompiledRule, facts: FactSource): boolean {
    return evaluateRule(rule, facts, this.context).outcome === 'yes';
  }

  private tier(facts: FactSource): number {
    let tier = lowestTier;
    for (const rule of this.rules) if (this.fires(rule, facts)) tier = Math.max(tier, this.tierOf(rule, facts) ?? lowestTier);
    return tier;
  }
}

/** The highest tier that a rule escalates to. */
export function highestTier({ then }: CompiledRule): number | undefined {
  const tiers = then.flatMap((action) => (action.do === 'escalate' ? [action.tier] : []));
  return tiers.length > 0 ? Math.max(...tiers) : undefined;
}

const sameTier = (a: CompiledRule, b: CompiledRule): boolean => highestTier(a) === highestTier(b);

function conflict(rule: CompiledRule, other: CompiledRule): readonly [string, string] | undefined {
  const pairs = rule.then.flatMap((one) => other.then.map((two) => [one, two] as const));
  const clash = pairs.find(
    ([one, two]) => (one.do === 'assign' && two.do === 'assign' && one.role !== two.role) || (rule === other && differentTiers(one, two)),
  );
  return clash && [printAction(clash[0]), printAction(clash[1])];
}
const differentTiers = (one: Action, two: Action): boolean => one.do === 'escalate' && two.do === 'escalate' && one.tier !== two.tier;

function firstWhere(dimensions: readonly Dimension[], holds: (facts: FactSource) => boolean): Assignment | undefined {
  for (const assignment of assignments(dimensions)) if (holds(factsOfAssignment(assignment))) return assignment;
  return undefined;
}

/** A resolution clock that has stopped belongs to a resolved ticket, and a resolved ticket does not escalate. */
function isResolved(facts: FactSource): boolean {
  const state = facts.get('resolution.state')?.value;
  return state === 'met' || state === 'missed';
}

function worseThan(dimension: Dimension, value: DimensionValue): readonly DimensionValue[] {
  const place = dimension.values.indexOf(value);
  return dimension.worse.flatMap(([from, to]) => (from === place && dimension.values[to] ? [dimension.values[to]] : []));
}

function wrongWith(assignment: Assignment): string | undefined {
  for (const [dimension, value] of assignment) {
    const state = value.readings['resolution.state']?.value;
    const isWrong =
      dimension.name === 'resolution'
        ? state === 'overdue'
        : dimension.name === 'sentiment'
          ? value.text === 'angry' || value.text === 'threatening'
          : dimension.name === 'contacts' && dimension.values.length > 3 && value === dimension.values.at(-1);
    if (isWrong) return `${dimension.name}: ${value.text}`;
  }
  return undefined;
}

function exampleOf(assignment: Assignment): ExampleTicket {
  return Object.fromEntries([...assignment].map(([dimension, value]) => [dimension.name, value.text]));
}
