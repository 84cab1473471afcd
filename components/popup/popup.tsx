/** The toolbar popup: is this site on, what was read here, and one click to change that. */
import type { PageTranslate } from '../../lib/extension-text.ts';
import type { LedgerTroubleKind } from '../../lib/ledger/ledger-trouble.ts';

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
  /** Open tickets seen in this browser, the soonest deadline first. */
  readonly deadlines: readonly DeadlineRow[];
  readonly policy: { readonly name: string; readonly label: string; readonly signed?: boolean } | undefined;
  /** A newer policy waits for the person. */
  readonly updateWaits?: boolean;
  /** Problems of a newer policy that was refused. */
  readonly trouble: readonly string[];
  /** Seen tickets could not be read or kept. */
  readonly ledgerTrouble?: LedgerTroubleKind;
  readonly onEnable: (on: boolean) => void;
  readonly onShow: () => void;
  readonly onOptions: () => void;
  readonly onPrivacy: () => void;
  readonly onOpen: (key: string) => void;
  readonly onSnooze: (key: string, on: boolean) => void;
  readonly onPolicy: () => void;
}

/** One seen ticket with its next deadline, in words. */
export interface DeadlineRow {
  readonly key: string;
  readonly tier: number;
  /** Subject, or the number when the subject is forgotten. */
  readonly title: string;
  readonly detail: string;
  readonly countdown: string;
  readonly state: 'calm' | 'warning' | 'late';
  /** When it comes back, if it is snoozed. */
  readonly snoozed?: string;
}

export function Popup(props: PopupProps) {
  const { t, host, enabled, page, deadlines, policy, trouble, onEnable, onShow, onOptions, onPolicy } = props;
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
      {props.ledgerTrouble ? (
        <section class="trouble" role="alert">
          <b>{t('privacy.ledgerTrouble')}</b>
          <p>{t(`ledgerTrouble.${props.ledgerTrouble}`)}</p>
          <button type="button" class="link" onClick={props.onPrivacy}>
            {t('options.nav.privacy')}
          </button>
        </section>
      ) : null}
      {deadlines.length ? <Deadlines {...props} /> : null}
      {trouble.length ? (
        <section class="trouble" role="alert">
          <b>{t('popup.policyTrouble')}</b>
          <p>{trouble[0]}</p>
        </section>
      ) : null}
      {props.updateWaits && (
        <section>
          {t('popup.updateWaits')}{' '}
          <button type="button" class="link" onClick={onPolicy}>
            {t('popup.seeUpdate')}
          </button>
        </section>
      )}
      <footer>
        <span>
          {policy ? t(policy.signed ? 'popup.policySigned' : 'popup.policy', { name: policy.name, label: policy.label }) : t('popup.noPolicy')}
        </span>
        <button type="button" class="link" onClick={onPolicy}>
          {t('popup.check')}
        </button>
      </footer>
    </main>
  );
}

function Deadlines({ t, deadlines, onOpen, onSnooze }: PopupProps) {
  return (
    <section class="deadlines">
      <h2>{t('popup.deadlines')}</h2>
      <ul>
        {deadlines.map(({ key, tier, title, detail, countdown, state, snoozed }) => (
          <li key={key}>
            <button type="button" class="open" onClick={() => onOpen(key)}>
              <span class={`tier tier-${tier}`}>{t('tier.short', { tier })}</span>
              <span class="what">
                <span class="title">{title}</span>
                <small>{snoozed ?? detail}</small>
              </span>
              <b class={state}>{countdown}</b>
            </button>
            <button
              type="button"
              class="link"
              aria-label={t(snoozed ? 'popup.wakeOf' : 'popup.snoozeOf', { ticket: title })}
              onClick={() => onSnooze(key, !snoozed)}
            >
              {t(snoozed ? 'popup.wake' : 'popup.snooze')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function siteLine(t: PageTranslate, enabled: boolean, page: PopupProps['page']): string {
  if (!enabled) return t('popup.siteOff');
  if (page?.ticket) return t('popup.readingWith', { helpdesk: page.ticket.helpdesk });
  return page?.state === 'reading' ? t('popup.reading') : t('popup.siteOn');
}
