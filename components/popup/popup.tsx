/** The toolbar popup: is this site on, what was read here, and one click to change that. */
import type { PageTranslate } from '../../lib/extension-text.ts';

export interface PopupProps {
  readonly t: PageTranslate;
  /** undefined: a page no extension may read (browser pages, stores). */
  readonly host: string | undefined;
  readonly enabled: boolean;
  /** What the page says of itself; undefined while it is asked. */
  readonly page:
    | {
        readonly state: 'no-ticket' | 'reading' | 'ticket';
        readonly ticket?: { readonly id?: string; readonly subject?: string; readonly helpdesk: string; readonly tier: number };
      }
    | undefined;
  readonly policy: { readonly name: string; readonly label: string } | undefined;
  /** Problems of a newer policy that was refused. */
  readonly trouble: readonly string[];
  readonly onEnable: (on: boolean) => void;
  readonly onShow: () => void;
  readonly onOptions: () => void;
}

export function Popup({ t, host, enabled, page, policy, trouble, onEnable, onShow, onOptions }: PopupProps) {
  return (
    <main class="popup">
      <header>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M2 17h4v-4h4V9h4V5h4" />
        </svg>
        <b>{t('app.name')}</b>
        <button type="button" class="link" onClick={onOptions}>
          {t('popup.options')}
        </button>
      </header>
      {host === undefined ? (
        <section>{t('popup.unreachable')}</section>
      ) : (
        <section class="site">
          <div>
            <b>{host}</b>
            <p>{siteLine(t, enabled, page)}</p>
          </div>
          <button
            type="button"
            role="switch"
            aria-checked={enabled}
            aria-label={t('popup.switch', { host })}
            class="switch"
            onClick={() => onEnable(!enabled)}
          />
        </section>
      )}
      {page?.ticket ? (
        <section class="ticket">
          <span class={`tier tier-${page.ticket.tier}`}>{t('tier.short', { tier: page.ticket.tier })}</span>
          <span>
            {page.ticket.subject ?? t('popup.noSubject')}
            {page.ticket.id ? <small>#{page.ticket.id}</small> : null}
          </span>
        </section>
      ) : host !== undefined && page?.state !== 'reading' ? (
        <section>
          <p>{t('popup.notTicketHelp')}</p>
          <button type="button" class="secondary" onClick={onShow}>
            {t('popup.show')}
          </button>
        </section>
      ) : null}
      {trouble.length ? (
        <section class="trouble" role="alert">
          <b>{t('popup.policyTrouble')}</b>
          <p>{trouble[0]}</p>
        </section>
      ) : null}
      <footer>{policy ? t('popup.policy', { name: policy.name, label: policy.label }) : t('popup.noPolicy')}</footer>
    </main>
  );
}

function siteLine(t: PageTranslate, enabled: boolean, page: PopupProps['page']): string {
  if (!enabled) return t('popup.siteOff');
  if (page?.ticket) return t('popup.readingWith', { helpdesk: page.ticket.helpdesk });
  return page?.state === 'reading' ? t('popup.reading') : t('popup.siteOn');
}
