/** Counts for the team's collector: what goes where, the person's own yes, and exactly what would be sent and what was. */
import type { PageTranslate } from '../../lib/extension-text.ts';
import { dateLocale } from '../../lib/text/format.ts';

export interface PushSectionProps {
  readonly t: PageTranslate;
  readonly language: string;
  /** Of the collector that the policy names. */
  readonly url: string;
  readonly every: string;
  /** Policy, person and browser all say yes. */
  readonly on: boolean;
  /** The person said yes to this other address, which the policy no longer names. */
  readonly agreedTo: string | undefined;
  /** What would be sent now; null when nothing is new, undefined when the ledger cannot say. */
  readonly preview: string | null | undefined;
  readonly log: readonly SentCounts[];
  /** The browser's answer was no. */
  readonly refused: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onSend: () => void;
  readonly onForget: () => void;
}

/** One sending. */
export interface SentCounts {
  readonly at: string;
  readonly url: string;
  readonly state: 'sending' | 'sent' | 'failed' | 'unknown';
  readonly problem?: string;
  readonly body: string;
}

export function PushSection(props: PushSectionProps) {
  const { t, language, url, every, on, agreedTo, preview, log, refused, onSwitch, onSend, onForget } = props;
  const when = new Intl.DateTimeFormat(dateLocale(language), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section class="push">
      <h2>{t('push.title')}</h2>
      <p>{t('push.what', { url, every })}</p>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.currentTarget.checked)} /> {t('push.on', { url })}
      </label>
      <div role="status">
        {refused ? <p class="note">{t('push.refused')}</p> : null}
        {agreedTo === undefined ? null : <p class="note">{t('push.changed', { url: agreedTo })}</p>}
      </div>
      <details>
        <summary>{t('push.preview')}</summary>
        {preview ? <Body text={preview} label={t('push.preview')} /> : <p>{t(preview === null ? 'push.previewNone' : 'push.previewUnknown')}</p>}
      </details>
      <h3>{t('push.sent')}</h3>
      {log.length ? (
        <ul>
          {log.map((entry) => (
            <li key={entry.at}>
              <details>
                <summary>
                  {when.format(Date.parse(entry.at))} · {t(`push.state.${entry.state}`)} · {entry.url}
                </summary>
                {entry.problem === undefined ? null : <p>{entry.problem}</p>}
                <Body text={entry.body} label={when.format(Date.parse(entry.at))} />
              </details>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('push.sentNone')}</p>
      )}
      <div class="actions">
        <button type="button" class="button" disabled={!on || !preview} onClick={onSend}>
          {t('push.now')}
        </button>
        <button type="button" class="button" disabled={!log.length} onClick={onForget}>
          {t('push.forget')}
        </button>
      </div>
    </section>
  );
}

/** What is sent, letter by letter; it wraps, since it is one long line. */
function Body({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <pre role="region" aria-label={label} tabIndex={0}>
      {text}
    </pre>
  );
}
