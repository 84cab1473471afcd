/** An editor of the policy for the gallery and for component tests: everything in memory, nothing behind it. */
import { loadPolicyData } from '../../lib/policy/load-policy-data.ts';
import { diffPolicies, policyChangeText } from '../../lib/policy/diff-policies.ts';
import { policyNames } from '../../lib/policy/path-words.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { exampleNow } from '../panel/example-data.ts';
import type { PolicyEditor } from './policy-editor.ts';

const nothing = (): void => undefined;

/** @param inUse the policy in use @param draft what the lead made of it */
export function exampleEditor(inUse: PolicyInput, draft: PolicyInput = inUse, more: Partial<PolicyEditor> = {}, language = 'en'): PolicyEditor {
  const result = loadPolicyData(draft, { kind: 'editor' }, exampleNow, language);
  const before = loadPolicyData(inUse, { kind: 'editor' }, exampleNow, language);
  return {
    draft,
    inUse,
    checked: result.ok ? result.loaded : undefined,
    problems: result.ok ? [] : result.problems,
    warnings: result.ok ? result.warnings : [],
    checking: false,
    sought: undefined,
    lockedBy: () => undefined,
    change: nothing,
    set: nothing,
    undo: nothing,
    redo: nothing,
    canUndo: draft !== inUse,
    canRedo: false,
    changed: draft !== inUse,
    unsaved: draft !== inUse,
    behind: false,
    storageProblem: undefined,
    text: undefined,
    setText: nothing,
    saveDraft: nothing,
    discard: nothing,
    review: () => {
      if (!result.ok || !before.ok) return Promise.resolve({ ok: false, problems: [] });
      const t = pageTranslator(language);
      const names = policyNames([result.loaded.policy, before.loaded.policy], language, t);
      const changes = diffPolicies(before.loaded, result.loaded).map((change) => policyChangeText(change, t, names));
      return Promise.resolve({ ok: true, version: 2, changes, locked: [] });
    },
    use: () => Promise.resolve(true),
    seek: nothing,
    ...more,
  };
}
