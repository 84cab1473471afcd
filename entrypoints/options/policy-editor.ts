/** The draft of the policy as the options app holds it: signals over the pure draft, kept in storage, checked after each pause in typing. */
import { batch, computed, signal } from '@preact/signals';
import type { DraftReview, PolicyEditor } from '../../components/options/policy-editor.ts';
import { pageOfPath } from '../../components/options/options-pages.ts';
import { systemClock } from '../../lib/clock.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { type DraftStep, draftAfter, isBehind, isChanged, isUnsaved, keptOf, nextVersion, startDraft } from '../../lib/policy/draft.ts';
import { sameValue, setAt } from '../../lib/policy/edit-at.ts';
import { loadPolicyData, type PolicyLoad } from '../../lib/policy/load-policy-data.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { pathText } from '../../lib/policy/policy-problem.ts';
import { reviewOwnPolicy, useOwnPolicy } from '../../lib/policy-in-use.ts';
import { type Lock, lockOf, lockPath } from '../../lib/sharing/locks.ts';
import { readLocks, readPolicy, readPolicyDraft, savePolicyDraft, watchPolicy, watchPolicyDraft } from '../../lib/storage.ts';

/** After the last key. */
const checkAfterMs = 250;
const keepAfterMs = 300;

export interface RunningEditor extends PolicyEditor {
  /** The language of the sentences about problems. */
  speak(language: string): void;
}

/**
 * @param stored the policy in use; null before the first one is stored
 * @param onSeek gives a field the focus
 * @param life ends timers and listeners
 */
export async function startPolicyEditor(
  stored: LoadedPolicy | null,
  language: string,
  onSeek: (path: string) => void,
  life: AbortSignal,
): Promise<RunningEditor> {
  const origin = { kind: 'editor' } as const;
  const own = crypto.randomUUID();
  const loaded = stored ?? (await builtIn());
  const inUse = signal(loaded);
  const baseOf = ({ policy, loadedAt }: LoadedPolicy) => ({ id: policy.id, version: policy.version, loadedAt });
  const draft = signal(startDraft(loaded.policy, baseOf(loaded), await readPolicyDraft()));
  const words = signal(language);
  const locks = signal<readonly Lock[]>(await readLocks());
  const load = (policy = draft.value.policy): PolicyLoad => loadPolicyData(policy, origin, systemClock.now(), words.value);
  const first = load();
  const outcome = signal(first);
  const checked = signal(first.ok ? first.loaded : undefined);
  const checking = signal(false);
  const sought = signal<string | undefined>(undefined);
  const storageProblem = signal<string | undefined>(undefined);
  const changed = computed(() => isChanged(draft.value));
  const unsaved = computed(() => isUnsaved(draft.value));

  const check = (): void =>
    batch(() => {
      const result = load();
      outcome.value = result;
      if (result.ok) checked.value = result.loaded;
      checking.value = false;
    });
  const keep = async (): Promise<void> => {
    try {
      await savePolicyDraft(keptOf(draft.value), own);
      storageProblem.value = undefined;
    } catch (error) {
      storageProblem.value = error instanceof Error ? error.message : String(error);
    }
  };
  const checkSoon = afterPause(checkAfterMs, check, life);
  const keepSoon = afterPause(keepAfterMs, () => void keep(), life);

  const take = (step: DraftStep): void => {
    const before = draft.value;
    const after = draftAfter(before, step);
    if (after === before) return;
    batch(() => {
      draft.value = after;
      if (after.policy !== before.policy) {
        checking.value = true;
        checkSoon.start();
      }
    });
    if (step.kind !== 'kept') keepSoon.start();
  };
  const change: PolicyEditor['change'] = (edit, field) =>
    take({ kind: 'change', policy: edit(draft.peek().policy), ...(field !== undefined && { field }), at: systemClock.now() });

  watchPolicy((policy) => {
    // a policy and its locks come together
    void readLocks().then((now) => (locks.value = now));
    if (!policy || policy.loadedAt === inUse.value.loadedAt) return;
    inUse.value = policy;
    take({ kind: 'in-use', policy: policy.policy, base: baseOf(policy) });
  }, life);
  watchPolicyDraft(
    own,
    (kept) => {
      // what is being typed here comes last, so it stays
      if (!keepSoon.waiting() && !sameValue(kept, keptOf(draft.value))) take({ kind: 'kept', draft: kept });
    },
    life,
  );
  window.addEventListener('pagehide', () => keepSoon.waiting() && void keep(), { signal: life });
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (unsaved.value || storageProblem.value !== undefined) event.preventDefault();
    },
    { signal: life },
  );

  return {
    get draft() {
      return draft.value.policy;
    },
    get inUse() {
      return draft.value.inUse;
    },
    get checked() {
      return checked.value;
    },
    get problems() {
      return outcome.value.ok ? [] : outcome.value.problems;
    },
    get warnings() {
      return outcome.value.ok ? outcome.value.warnings : [];
    },
    get checking() {
      return checking.value;
    },
    get sought() {
      return sought.value;
    },
    get canUndo() {
      return draft.value.past.length > 0;
    },
    get canRedo() {
      return draft.value.future.length > 0;
    },
    get changed() {
      return changed.value;
    },
    get unsaved() {
      return unsaved.value;
    },
    get behind() {
      return isBehind(draft.value, baseOf(inUse.value));
    },
    get storageProblem() {
      return storageProblem.value;
    },
    get text() {
      return draft.value.text;
    },
    lockedBy(path) {
      const lock = lockOf(locks.value, lockPath(draft.value.policy, path));
      if (!lock) return undefined;
      return pageTranslator(words.value)(`draft.lockedBy.${lock.by === 'company' || lock.by === 'team' ? lock.by : 'other'}`);
    },
    speak(next) {
      if (words.value === next) return;
      words.value = next;
      check();
    },
    change,
    set: (path, value) => change((policy) => setAt(policy, path, value), pathText(path)),
    undo: () => take({ kind: 'undo' }),
    redo: () => take({ kind: 'redo' }),
    discard: () => take({ kind: 'discard' }),
    setText: (text) => take({ kind: 'text', text }),
    saveDraft() {
      take({ kind: 'save' });
      void keep();
    },
    async review(): Promise<DraftReview> {
      const result = load(nextVersion(draft.value.policy, draft.value.inUse));
      if (!result.ok) return result;
      return reviewOwnPolicy(result.loaded, inUse.value, systemClock.now(), words.value);
    },
    async use() {
      const result = load(nextVersion(draft.value.policy, draft.value.inUse));
      if (!result.ok) return false;
      if (!(await useOwnPolicy(result.loaded, systemClock.now())).ok) return false;
      // what the team or the company has locked stayed as it was
      const used = (await readPolicy()) ?? result.loaded;
      inUse.value = used;
      const { policy } = used;
      batch(() => {
        // what takes effect is the draft with its new version: no step of the lead's
        draft.value = { ...draft.value, policy, inUse: policy, base: baseOf(used), saved: null };
        check();
      });
      await keep();
      return true;
    },
    seek(path) {
      sought.value = path;
      location.hash = pageOfPath(path);
      onSeek(path);
    },
  };
}

/** Calls `act` once after a pause of `ms`; every `start` begins the pause anew. */
function afterPause(ms: number, act: () => void, life: AbortSignal): { start(): void; waiting(): boolean } {
  let current: AbortController | undefined;
  return {
    start() {
      current?.abort();
      const own = new AbortController();
      current = own;
      systemClock.at(
        systemClock.now() + ms,
        () => {
          if (current === own) current = undefined;
          act();
        },
        AbortSignal.any([own.signal, life]),
      );
    },
    waiting: () => current !== undefined,
  };
}

async function builtIn(): Promise<LoadedPolicy> {
  const { defaultPolicy } = await import('../../lib/policy/default-policy.ts');
  const result = loadPolicyData(defaultPolicy, { kind: 'built-in' }, systemClock.now());
  if (!result.ok) throw new Error('The built-in policy does not load.');
  return result.loaded;
}
