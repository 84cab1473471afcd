/** What every page that edits the policy is given. */
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import type { PolicyPath, PolicyProblem } from '../../lib/policy/policy-problem.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';
import type { OwnReview } from '../../lib/policy-in-use.ts';

/**
 * The draft of the policy and all that can be done with it. A page gets it in its context (`show({ t, language, editor })`), hands it to its
 * components, and reads `editor.draft` while it renders: a component that has read it is drawn again by itself after every change.
 *
 * - Show a value with `editor.draft`, change it with `editor.set(['tiers', 0, 'respondsWithin'], '2h')`, or `editor.change((policy) => ...)`
 *   for more than one place. Typing in one field is one undo step when `field` is the same each time (`set` does that by itself).
 * - The fields of `policy-fields.tsx` do all of it for one path, with the problems of that path under them.
 * - Give an element `data-path="rules[2].rule"` so that the summary of problems can lead to it; `sought` is the path that was asked for
 *   last, for a page that must open something first.
 * - `draft` may have problems at any time. Use `checked` for whatever needs a policy that works (previews, trying out, exports).
 */
export interface PolicyEditor {
  readonly draft: PolicyInput;
  /** The policy in use in this browser. */
  readonly inUse: PolicyInput;
  /** The draft validated and compiled; the last one without problems while there are any. */
  readonly checked: LoadedPolicy | undefined;
  /** Of the draft as it was a moment ago: it is checked a quarter of a second after the last key. */
  readonly problems: readonly PolicyProblem[];
  readonly warnings: readonly PolicyProblem[];
  /** The draft is newer than `problems` and `checked`. */
  readonly checking: boolean;
  /** Policy path that a link of the problem summary asked for, as `pathText` writes it. */
  readonly sought: string | undefined;
  /** Why a place cannot be changed here, in a sentence: the team or the company has locked it. Absent = it can. */
  readonly lockedBy: (path: PolicyPath) => string | undefined;
  /** @param field names what is being typed in, so that quick changes of it are undone together */
  readonly change: (edit: (policy: PolicyInput) => PolicyInput, field?: string) => void;
  /** Puts a value at a path; undefined takes the member out. */
  readonly set: (path: PolicyPath, value: unknown) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The draft says something else than the policy in use. */
  readonly changed: boolean;
  /** There are changes since the draft was last saved. They survive a reload all the same. */
  readonly unsaved: boolean;
  /** Another policy came into use after this draft was started. */
  readonly behind: boolean;
  /** The browser could not keep the draft: its own words. */
  readonly storageProblem: string | undefined;
  /** A text of the policy file that cannot be read yet; it is set aside while the forms show the draft. */
  readonly text: string | undefined;
  readonly setText: (text: string | undefined) => void;
  readonly saveDraft: () => void;
  /** Back to the policy in use; can be undone. */
  readonly discard: () => void;
  /** What using the draft would change, in sentences; or its problems. */
  readonly review: () => Promise<DraftReview>;
  /** The draft becomes the policy in use here. Does nothing but answer `false` when it has problems. */
  readonly use: () => Promise<boolean>;
  /** Leads to the field with this problem. */
  readonly seek: (path: string) => void;
}

export type DraftReview = OwnReview;
