/** Publish and subscribe: what waits, where the policy comes from, taking one in, and handing one out. */
import { useRef, useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { Changes, PolicyPreview, type PreviewModel } from './policy-preview.tsx';
import { PublishPart, type PublishPartProps } from './publish-part.tsx';
import { type SubscribeFormProps, SubscribeForm, type SubscriptionActions, type SubscriptionModel, SubscriptionState } from './subscription-part.tsx';

export interface SharingPageProps {
  readonly t: PageTranslate;
  /** An update that waits for a click. */
  readonly pending: PreviewModel | undefined;
  readonly news: { readonly at: string; readonly name: string; readonly version: number; readonly changes: readonly string[] } | undefined;
  /** The company's first, then the person's own. */
  readonly subscriptions: readonly SubscriptionModel[];
  /** Absent while the person has a subscription. */
  readonly subscribe: Omit<SubscribeFormProps, 't'> | undefined;
  /** A policy from a file or a link, not in use yet. */
  readonly taken: PreviewModel | undefined;
  readonly takenProblem: string | undefined;
  /** What could not be taken over because it is locked, in the words of the pages. */
  readonly overruled: readonly string[];
  /** Why nothing of one's own can be used. */
  readonly lockedBy: string | undefined;
  readonly publish: Omit<PublishPartProps, 't'> | undefined;
  /** Sentences on what the company set that cannot be used. */
  readonly companyProblems: readonly string[];
  readonly on: SubscriptionActions & {
    readonly onTake: () => void;
    readonly onDecline: () => void;
    readonly onSeenNews: () => void;
    readonly onFile: (file: File) => void;
    readonly onLinkText: (link: string) => void;
    readonly onUse: () => void;
    readonly onForgetTaken: () => void;
  };
}

export function SharingPage(props: SharingPageProps) {
  const { t, pending, news, subscriptions, subscribe, publish, companyProblems, on } = props;
  const check = useRef<HTMLButtonElement>(null);
  return (
    <div class="sharing">
      <p class="lead">{t('sharing.lead')}</p>
      {companyProblems.length > 0 && (
        <div class="trouble" role="alert">
          {companyProblems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      {pending && (
        <section class="plain waiting" aria-label={t('sharing.pending')}>
          <h2>{t('sharing.pending')}</h2>
          <PolicyPreview key={pending.version} t={t} preview={pending} askedBy={check} />
          <div class="actions">
            {pending.problems.length === 0 && (
              <button type="button" class="button primary" onClick={on.onTake}>
                {t('sharing.take')}
              </button>
            )}
            <button type="button" class="button" onClick={on.onDecline}>
              {t('sharing.decline')}
            </button>
          </div>
        </section>
      )}
      {news && (
        <section class="plain note" aria-label={t('sharing.news')}>
          <h2>{t('sharing.newsTitle', { name: news.name, version: news.version, at: news.at })}</h2>
          <Changes t={t} changes={news.changes} />
          <button type="button" class="link" onClick={on.onSeenNews}>
            {t('sharing.newsSeen')}
          </button>
        </section>
      )}
      <section class="plain">
        <h2>{t('sharing.subscription')}</h2>
        {subscriptions.map((subscription) => (
          <SubscriptionState key={subscription.url} t={t} subscription={subscription} check={subscription.managed ? undefined : check} on={on} />
        ))}
        {subscribe && <SubscribeForm t={t} {...subscribe} />}
      </section>
      <TakeIn {...props} />
      {publish && (
        <section class="plain">
          <h2>{t('sharing.publish')}</h2>
          <PublishPart t={t} {...publish} />
        </section>
      )}
    </div>
  );
}

function TakeIn({ t, taken, takenProblem, overruled, lockedBy, on }: SharingPageProps) {
  const [link, setLink] = useState('');
  return (
    <section class="plain">
      <h2>{t('sharing.takeIn')}</h2>
      <div class="card">
        {lockedBy && <p>{lockedBy}</p>}
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            on.onLinkText(link);
            setLink('');
          }}
        >
          <label class="button file">
            {t('sharing.file')}
            <input
              type="file"
              accept=".yaml,.yml,.json"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                event.currentTarget.value = '';
                if (file) on.onFile(file);
              }}
            />
          </label>
          <label class="grow">
            <span class="hidden">{t('sharing.linkField')}</span>
            <input type="text" placeholder={t('sharing.linkField')} value={link} onInput={(event) => setLink(event.currentTarget.value)} />
          </label>
          <button type="submit" class="button" disabled={!link.trim()}>
            {t('sharing.linkOpen')}
          </button>
        </form>
        {takenProblem && (
          <p class="trouble" role="alert">
            {takenProblem}
          </p>
        )}
        {overruled.length > 0 && <p class="note">{t('sharing.overruled', { paths: overruled.join('; ') })}</p>}
        {taken && (
          <section class="plain" aria-label={t('sharing.takenLabel')}>
            <PolicyPreview t={t} preview={taken} asked />
            <div class="actions">
              {taken.problems.length === 0 && (
                <button type="button" class="button primary" onClick={on.onUse}>
                  {t('sharing.use')}
                </button>
              )}
              <button type="button" class="button" onClick={on.onForgetTaken}>
                {t('sharing.notUse')}
              </button>
            </div>
          </section>
        )}
      </div>
    </section>
  );
}
