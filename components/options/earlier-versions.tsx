/** What was published from here, and going back to an earlier version: its contents again, under a number that nobody has seen. */
import { useEffect, useRef } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { Changes } from './policy-preview.tsx';

export interface PublishedVersion {
  readonly version: number;
  /** When, as people write it; absent = not noted. */
  readonly at?: string;
  readonly rollout?: number;
  /** It says what the policy in use here says. */
  readonly inUse: boolean;
}

export interface GoingBack {
  /** The version whose contents come back. */
  readonly to: number;
  /** The number they get. */
  readonly as: number;
  /** Against the policy in use, in sentences. */
  readonly changes: readonly string[];
  /** Why it cannot be used. */
  readonly problems: readonly string[];
}

export interface EarlierVersionsProps {
  readonly t: PageTranslate;
  /** Newest first. */
  readonly versions: readonly PublishedVersion[];
  /** What is looked at. */
  readonly back: GoingBack | undefined;
  readonly onLook: (version: number) => void;
  readonly onBack: () => void;
  readonly onCancel: () => void;
}

export function EarlierVersions({ t, versions, back, onLook, onBack, onCancel }: EarlierVersionsProps) {
  return (
    <section class="plain earlier" aria-label={t('sharing.earlier')}>
      <h3>{t('sharing.earlier')}</h3>
      <p>{t('sharing.earlier.lead')}</p>
      <ul class="versions">
        {versions.map(({ version, at, rollout, inUse }) => (
          <li key={version}>
            <b>{t('sharing.state.version', { version })}</b>
            <span class="soft">{[at, rollout !== undefined && t('sharing.state.percent', { percent: rollout })].filter(Boolean).join(' · ')}</span>
            {inUse ? (
              <span class="pill on">{t('sharing.earlier.inUse')}</span>
            ) : (
              <button type="button" class="button" onClick={() => onLook(version)}>
                {t('sharing.earlier.look', { version })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {back && <Preview key={back.to} t={t} back={back} onBack={onBack} onCancel={onCancel} />}
    </section>
  );
}

function Preview({ t, back, onBack, onCancel }: Pick<EarlierVersionsProps, 't' | 'onBack' | 'onCancel'> & { readonly back: GoingBack }) {
  const title = useRef<HTMLHeadingElement>(null);
  // what was asked for is read from its start
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="waiting" aria-labelledby="going-back">
      <h4 id="going-back" ref={title} tabIndex={-1}>
        {t('sharing.earlier.title', { to: back.to, as: back.as })}
      </h4>
      {back.problems.length > 0 ? (
        back.problems.map((problem) => <p key={problem}>{problem}</p>)
      ) : (
        <>
          <Changes t={t} changes={back.changes} />
          <p>{t('sharing.earlier.then')}</p>
        </>
      )}
      <div class="actions">
        {back.problems.length === 0 && (
          <button type="button" class="button primary" onClick={onBack}>
            {t('sharing.earlier.use', { as: back.as })}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {t('draft.cancel')}
        </button>
      </div>
    </section>
  );
}
