/** Where the policy comes from by itself: the subscription with its state, or the form to begin one. */
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { PolicyPreview, type PreviewModel } from './policy-preview.tsx';

export interface SubscriptionModel {
  readonly url: string;
  /** The company set it: nothing here can be changed. */
  readonly managed: boolean;
  /** Fingerprint of the pinned key; absent = unsigned files are taken, each after a click. */
  readonly pinned?: string;
  readonly updates: 'ask' | 'auto';
  readonly inUse?: number;
  /** Instants as people write them. */
  readonly checked?: string;
  readonly next?: string;
  readonly until?: string;
  readonly rollout?: number;
  /** What came of the last look. */
  readonly outcome?: string;
  readonly refused: boolean;
  /** The browser does not let us read the address yet. */
  readonly needsLeave: boolean;
}

export interface SubscriptionActions {
  readonly onCheck: () => void;
  readonly onAllow: (url: string) => void;
  readonly onUpdates: (updates: 'ask' | 'auto') => void;
  readonly onEnd: () => void;
}

export function SubscriptionState({
  t,
  subscription,
  check,
  on,
}: {
  readonly t: PageTranslate;
  readonly subscription: SubscriptionModel;
  /** Given the button that looks for an update. */
  readonly check: RefObject<HTMLButtonElement | null> | undefined;
  readonly on: SubscriptionActions;
}) {
  const { url, managed, pinned, updates, inUse, checked, next, until, rollout, outcome, refused, needsLeave } = subscription;
  const none = t('sharing.state.none');
  const rows: readonly (readonly [string, string])[] = [
    [t('sharing.state.url'), url],
    [t('sharing.state.inUse'), inUse === undefined ? none : t('sharing.state.version', { version: inUse })],
    [t('sharing.state.signedBy'), pinned ?? t('sharing.state.notSigned')],
    [t('sharing.state.checked'), checked ?? none],
    [t('sharing.state.next'), next ?? none],
    [t('sharing.state.until'), until ?? none],
    [t('sharing.state.rollout'), rollout === undefined ? none : t('sharing.state.percent', { percent: rollout })],
  ];
  return (
    <div class="card">
      {managed && <p>{t('sharing.managed')}</p>}
      {outcome && (
        <p class={refused ? 'trouble' : 'note'} role="status">
          {outcome}
        </p>
      )}
      <div class="wide">
        <table>
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="value">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!managed && pinned !== undefined && <UpdatesChoice t={t} updates={updates} onUpdates={on.onUpdates} />}
      <div class="actions">
        <button type="button" class="button primary" {...(check && { ref: check })} onClick={on.onCheck}>
          {t('sharing.check')}
        </button>
        {needsLeave && (
          <button type="button" class="button" onClick={() => on.onAllow(url)}>
            {t('sharing.allow')}
          </button>
        )}
        {!managed && (
          <button type="button" class="button" onClick={on.onEnd}>
            {t('sharing.end')}
          </button>
        )}
      </div>
    </div>
  );
}

function UpdatesChoice({
  t,
  updates,
  onUpdates,
}: {
  readonly t: PageTranslate;
  readonly updates: 'ask' | 'auto';
  readonly onUpdates: (updates: 'ask' | 'auto') => void;
}) {
  return (
    <fieldset>
      <legend>{t('sharing.updates')}</legend>
      {(['ask', 'auto'] as const).map((way) => (
        <label key={way}>
          <input type="radio" name="updates" checked={updates === way} onChange={() => onUpdates(way)} /> {t(`sharing.updates.${way}`)}
        </label>
      ))}
    </fieldset>
  );
}

export interface SubscribeFormProps {
  readonly t: PageTranslate;
  /** What was found at the address; absent before the first look. */
  readonly found: PreviewModel | undefined;
  /** Its turn in a staged rollout has not come. */
  readonly later: string | undefined;
  /** Why nothing was found. */
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly onLook: (url: string, key: string) => void;
  readonly onSubscribe: (updates: 'ask' | 'auto') => void;
}

export function SubscribeForm({ t, found, later, problem, busy, onLook, onSubscribe }: SubscribeFormProps) {
  const [url, setUrl] = useState('');
  const [key, setKey] = useState('');
  const [updates, setUpdates] = useState<'ask' | 'auto'>('ask');
  return (
    <div class="card">
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          onLook(url, key);
        }}
      >
        <label>
          {t('sharing.form.url')}
          <input type="text" inputMode="url" placeholder="https://" value={url} onInput={(event) => setUrl(event.currentTarget.value)} required />
          <small>{t('sharing.form.urlHelp')}</small>
        </label>
        <label>
          {t('sharing.form.key')}
          <input type="text" value={key} onInput={(event) => setKey(event.currentTarget.value)} spellcheck={false} />
          <small>{t('sharing.form.keyHelp')}</small>
        </label>
        <div>
          <button type="submit" class="button" disabled={busy}>
            {t(busy ? 'sharing.form.looking' : 'sharing.form.look')}
          </button>
        </div>
      </form>
      {problem && (
        <p class="trouble" role="alert">
          {problem}
        </p>
      )}
      {found && (
        <section class="plain" aria-label={t('sharing.form.found')}>
          <PolicyPreview t={t} preview={found} asked />
          {later && <p class="note">{later}</p>}
          {found.problems.length === 0 && (
            <>
              {found.signedBy !== undefined && <UpdatesChoice t={t} updates={updates} onUpdates={setUpdates} />}
              <div class="actions">
                <button type="button" class="button primary" onClick={() => onSubscribe(found.signedBy === undefined ? 'ask' : updates)}>
                  {t(later ? 'sharing.form.subscribeLater' : 'sharing.form.subscribe')}
                </button>
              </div>
            </>
          )}
        </section>
      )}
    </div>
  );
}
