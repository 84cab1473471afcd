/** What exporters share: reasons in words, numbers to fill in, names of rules and tags, priorities by their words. */
import type { PageTranslate } from '../extension-text.ts';
import type { Action } from '../guidance/assessment.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { Policy, PolicyRule } from '../policy/schema.ts';
import { fold } from '../rules/fold.ts';
import { printAction } from '../rules/print.ts';
import type { CompiledRule } from '../rules/rule.ts';
import { neverCloses } from '../sla/calendar.ts';
import { parseDuration } from '../sla/duration.ts';
import { localize } from '../text.ts';
import type { LeftOut, NeededId, System } from './helpdesk-export.ts';
import { alternatives, type Term } from './terms.ts';

export interface ExportOptions {
  readonly t: PageTranslate;
  /** Of titles and messages. */
  readonly language: string;
  /** Numbers of the helpdesk, by `NeededId.key`. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Collects what one export needs and leaves out. */
export class Ledgered {
  readonly leftOut: LeftOut[] = [];
  readonly notes: string[] = [];
  readonly ids = new Map<string, NeededId>();
  readonly system: System;
  readonly options: ExportOptions;

  constructor(system: System, options: ExportOptions) {
    this.system = system;
    this.options = options;
  }

  leave(of: string, what: string, why: LeftOutReason): void {
    const { t } = this.options;
    const system = t(`exports.system.${this.system}`);
    if (this.leftOut.some((one) => one.of === of && one.what === what)) return;
    this.leftOut.push({ of, what, why: t(`exports.why.${why}`, { system }), instead: t(`exports.instead.${why}`, { system }) });
  }

  note(key: Parameters<PageTranslate>[0], params?: Readonly<Record<string, string | number>>): void {
    const text = this.options.t(key, params);
    if (!this.notes.includes(text)) this.notes.push(text);
  }

  /** The number that was given for `key`, or its placeholder. */
  id(key: string, label: string): string {
    const placeholder = `FILL_IN_${fold(key)
      .replace(/[^a-z0-9]+/g, '_')
      .toUpperCase()}`;
    this.ids.set(key, { key, label, placeholder });
    return this.options.ids[key]?.trim() || placeholder;
  }
}

export type LeftOutReason =
  | Extract<Term, { kind: 'other' }>['reason']
  | 'alternatives'
  | 'priority'
  | 'status'
  | 'count'
  | 'silence'
  | 'overdue'
  | 'note'
  | 'tell'
  | 'handoff'
  | 'step'
  | 'bump'
  | 'shadow'
  | 'immediate'
  | 'calendar';

export interface ExportedRule {
  readonly written: PolicyRule;
  readonly compiled: CompiledRule;
  readonly title: string;
  readonly alternatives: readonly (readonly Term[])[];
}

/** Rules that are on, with their alternatives; rules on trial are listed as left out, since a helpdesk has no such state. */
export function rulesToExport({ policy, rules }: LoadedPolicy, ledger: Ledgered): ExportedRule[] {
  return policy.rules.flatMap((written) => {
    const compiled = rules.find(({ id }) => id === written.id);
    if (!compiled || written.mode === 'off') return [];
    const title = localize(written.title, ledger.options.language);
    if (written.mode === 'shadow') {
      ledger.leave(title, written.rule, 'shadow');
      return [];
    }
    const found = alternatives(compiled.when, policy);
    if (!found) {
      ledger.leave(title, written.rule, 'alternatives');
      return [];
    }
    return [{ written, compiled, title, alternatives: found }];
  });
}

/** The tag that marks that a rule has done its work on a ticket. */
export const ruleTag = (rule: string): string => `handrail_${rule.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;

/**
 * The policy's priorities by a helpdesk's own words. A level whose words say nothing has no counterpart.
 * @param words of the helpdesk, and further words that mean the same there
 */
export function prioritiesBy(policy: Policy, words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name, aliases } of policy.priorities) {
    const own = [id, ...(typeof name === 'string' ? [name] : Object.values(name)), ...aliases].map(fold);
    const word = Object.entries(words).find(([key, same]) => !taken.has(key) && [key, ...same].some((one) => own.includes(fold(one))))?.[0];
    if (word !== undefined) {
      found.set(id, word);
      taken.add(word);
    }
  }
  return found;
}

/** Whole minutes of a target; undefined when there is none or it is immediate. */
export function targetMinutes(written: string | undefined): number | undefined {
  const ms = written === undefined ? undefined : parseDuration(written);
  return ms === undefined || ms <= 0 ? undefined : Math.max(1, Math.round(ms / 60_000));
}

/** Does the SLA calendar of a priority have business hours at all? */
export function hasHours(policy: Policy, calendar: string | undefined): boolean {
  const spec = policy.calendars[calendar ?? policy.sla.calendar];
  return spec === undefined || !neverCloses(spec);
}

/** Advice that no helpdesk does by itself, listed; the rest is returned. */
export function doable(rule: ExportedRule, ledger: Ledgered): Action[] {
  return rule.compiled.then.filter((action) => {
    const why = action.do === 'tell-customer' ? 'tell' : action.do === 'require-field' ? 'handoff' : action.do === 'show-step' ? 'step' : undefined;
    if (why) ledger.leave(rule.title, printAction(action), why);
    return why === undefined;
  });
}

/** The words of a message to a role, with the helpdesk's own place for the ticket. */
export function notification(rule: ExportedRule, ticket: string, { t }: ExportOptions): { readonly subject: string; readonly body: string } {
  return { subject: t('exports.mail.subject', { rule: rule.title, ticket }), body: t('exports.mail.body', { rule: rule.title, ticket }) };
}

/** Product of lists: every way to take one of each. */
export const eachOf = <T>(lists: readonly (readonly (readonly T[])[])[]): T[][] =>
  lists.reduce<T[][]>((done, list) => done.flatMap((left) => list.map((right) => [...left, ...right])), [[]]);
