/** Which items of the implementation checklist are done, told by the policy in use and by what this browser knows; never by a promise. */
import { byCodeUnit } from '../text/by-code-unit.ts';
import type { Policy, PolicyInput } from '../policy/schema.ts';

export const CHECKLIST = ['tiers', 'targets', 'automation', 'templates', 'training', 'metrics'] as const;
export type ChecklistItem = (typeof CHECKLIST)[number];
export type ChecklistState = Readonly<Record<ChecklistItem, boolean>>;

/** What this browser knows beside the policy. */
export interface Evidence {
  /** The policy in use; null = none yet. */
  readonly inUse: Policy | PolicyInput | null;
  /** The policy's rules were exported for a helpdesk from this browser. */
  readonly exported: boolean;
  /** Practice answers of this browser: rule -> how many were asked and right. */
  readonly practice: Readonly<Record<string, { readonly asked: number; readonly right: number }>>;
  /** Tickets in this browser's ledger. */
  readonly ticketsSeen: number;
}

/** Practised means: this many answers, and most of them right. */
export const PRACTISED = { answers: 10, rightShare: 0.8 } as const;

/** @param policy the one that the document describes. */
export function checklistState(policy: PolicyInput, { inUse, exported, practice, ticketsSeen }: Evidence): ChecklistState {
  const scores = Object.values(practice);
  const asked = scores.reduce((sum, score) => sum + score.asked, 0);
  const right = scores.reduce((sum, score) => sum + score.right, 0);
  const same = (part: (policy: Policy | PolicyInput) => unknown): boolean =>
    inUse !== null && JSON.stringify(part(inUse)) === JSON.stringify(part(policy));
  return {
    tiers:
      same(({ tiers }) => tiers.map(({ tier, name, handles, respondsWithin }) => [tier, name, handles ?? [], respondsWithin])) &&
      policy.tiers.every(({ handles }) => (handles ?? []).length > 0),
    targets:
      same(({ priorities }) => priorities.map(({ id, firstResponse, resolution }) => [id, firstResponse, resolution])) &&
      policy.priorities.every(({ firstResponse, resolution }) => firstResponse !== undefined && resolution !== undefined),
    automation: exported,
    templates:
      same(({ templates }) => ordered(templates)) &&
      ['handoff', 'acknowledgement', 'internal', 'followup'].every((id) => filled(policy.templates?.[id], policy.organization?.languages ?? [])),
    training: asked >= PRACTISED.answers && right / asked >= PRACTISED.rightShare,
    metrics: same(({ id }) => id) && ticketsSeen > 0,
  };
}

function filled(text: string | Readonly<Record<string, string>> | undefined, languages: readonly string[]): boolean {
  if (text === undefined) return false;
  if (typeof text === 'string') return text.trim() !== '';
  return languages.length > 0 && languages.every((language) => (text[language] ?? '').trim() !== '');
}

/** Members in the order of their names, since storage does not promise theirs. */
const ordered = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .sort(([a], [b]) => byCodeUnit(a, b))
        .map(([name, member]) => [name, ordered(member)])
    : value;
