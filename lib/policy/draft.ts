/**
 * The lead's draft: a policy that is being written over the one in use. It may have problems at any time; only `usable` policies
 * take effect. Pure: the same steps give the same draft, and every step can be undone.
 */
import { sameValue } from './edit-at.ts';
import type { PolicyInput } from './schema.ts';

/** Tells one policy in use from another. */
export interface DraftBase {
  readonly id: string;
  readonly version: number;
  /** ISO 8601: the same version may have been loaded twice. */
  readonly loadedAt: string;
}

/** What is kept of a draft between two visits. */
export interface KeptDraft {
  readonly policy: PolicyInput;
  /** As it was when the lead last saved it; null = never. */
  readonly saved: PolicyInput | null;
  readonly base: DraftBase;
  /** The text of the policy file while it cannot be read as a policy: it is set aside, never lost. */
  readonly text?: string;
}

export interface PolicyDraft extends KeptDraft {
  /** The policy in use. */
  readonly inUse: PolicyInput;
  /** Oldest first. */
  readonly past: readonly PolicyInput[];
  /** Next first. */
  readonly future: readonly PolicyInput[];
  /** The last change, so that typing in one field is one step. */
  readonly last?: { readonly field: string; readonly at: number };
}

export type DraftStep =
  /** `field` names what is being typed in: quick changes of the same one are undone together. `at`: ms since 1970. */
  | { readonly kind: 'change'; readonly policy: PolicyInput; readonly field?: string; readonly at: number }
  | { readonly kind: 'undo' | 'redo' | 'save' | 'discard' }
  /** Another page of this browser changed the draft; null = it has none any more. */
  | { readonly kind: 'kept'; readonly draft: KeptDraft | null }
  | { readonly kind: 'in-use'; readonly policy: PolicyInput; readonly base: DraftBase }
  | { readonly kind: 'text'; readonly text: string | undefined };

/** A pause in typing ends an undo step. */
export const oneStepMs = 1000;
const mostSteps = 300;

/** @param kept what was kept of an earlier visit */
export function startDraft(inUse: PolicyInput, base: DraftBase, kept: KeptDraft | null): PolicyDraft {
  return { ...(kept ?? { policy: inUse, saved: null, base }), inUse, past: [], future: [] };
}

export function draftAfter(draft: PolicyDraft, step: DraftStep): PolicyDraft {
  switch (step.kind) {
    case 'change': {
      if (sameValue(step.policy, draft.policy)) return draft;
      const { field, at } = step;
      const { last: before, ...rest } = draft;
      const typing = field !== undefined && before?.field === field && at - before.at < oneStepMs;
      return {
        ...rest,
        policy: step.policy,
        past: typing ? draft.past : [...draft.past, draft.policy].slice(-mostSteps),
        future: [],
        ...(field !== undefined && { last: { field, at } }),
      };
    }
    case 'undo': {
      const policy = draft.past.at(-1);
      if (!policy) return draft;
      return { ...still(draft), policy, past: draft.past.slice(0, -1), future: [draft.policy, ...draft.future] };
    }
    case 'redo': {
      const [policy, ...future] = draft.future;
      if (!policy) return draft;
      return { ...still(draft), policy, past: [...draft.past, draft.policy], future };
    }
    case 'save':
      return { ...still(draft), saved: draft.policy };
    case 'discard': {
      const { text: _, ...rest } = still(draft);
      return sameValue(draft.policy, draft.inUse)
        ? { ...rest, saved: null }
        : { ...rest, policy: draft.inUse, saved: null, past: [...draft.past, draft.policy].slice(-mostSteps), future: [] };
    }
    case 'kept': {
      if (!step.draft) return sameValue(draft.policy, draft.inUse) ? { ...still(draft), saved: null } : draftAfter(draft, { kind: 'discard' });
      const { text: _, ...rest } = still(draft);
      if (sameValue(step.draft.policy, draft.policy)) return { ...rest, ...step.draft, policy: draft.policy };
      return { ...rest, ...step.draft, past: [...draft.past, draft.policy].slice(-mostSteps), future: [] };
    }
    case 'in-use': {
      // an untouched draft follows; a touched one is the lead's work and stays
      const untouched = sameValue(draft.policy, draft.inUse) || sameValue(draft.policy, step.policy);
      return untouched
        ? { ...still(draft), inUse: step.policy, policy: step.policy, base: step.base, saved: null }
        : { ...still(draft), inUse: step.policy };
    }
    case 'text': {
      const { text: _, ...rest } = draft;
      return step.text === undefined ? rest : { ...rest, text: step.text };
    }
  }
}

/** The draft says something else than the policy in use. */
export const isChanged = (draft: PolicyDraft): boolean => draft.text !== undefined || !sameValue(draft.policy, draft.inUse);

/** There are changes since the lead last saved the draft (or started it). */
export const isUnsaved = (draft: PolicyDraft): boolean => !sameValue(draft.policy, draft.saved ?? draft.inUse);

/** Another policy came into use after the draft was started. @param base of the policy in use now */
export const isBehind = (draft: PolicyDraft, base: DraftBase): boolean => isChanged(draft) && draft.base.loadedAt !== base.loadedAt;

/** What to keep between visits; null when the draft says nothing of its own. */
export function keptOf(draft: PolicyDraft): KeptDraft | null {
  if (!isChanged(draft) && draft.saved === null) return null;
  const { policy, saved, base, text } = draft;
  return { policy, saved, base, ...(text !== undefined && { text }) };
}

/** The draft as it takes effect: a version that was not raised by hand is one more than that in use. */
export function nextVersion(policy: PolicyInput, inUse: PolicyInput): PolicyInput {
  const raised = policy.id !== inUse.id || policy.version > inUse.version;
  return raised ? policy : { ...policy, version: inUse.version + 1 };
}

function still(draft: PolicyDraft): PolicyDraft {
  const { last: _, ...rest } = draft;
  return rest;
}
