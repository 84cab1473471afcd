/** Wires the popup to the active tab, the site's permission and the policy. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { deadlineRow } from '../../components/popup/deadline-row.ts';
import { type DeadlineRow, Popup } from '../../components/popup/popup.tsx';
import '../../components/popup/popup.css';
import { systemClock } from '../../lib/clock.ts';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import { changeTicket, nextDeadlines } from '../../lib/ledger/ledger-store.ts';
import { ledgerTrouble, type LedgerTroubleKind } from '../../lib/ledger/ledger-trouble.ts';
import { openTicket } from '../../lib/open-ticket.ts';
import { askBackground, askTab, type PageStatus } from '../../lib/messages.ts';
import {
  changeFetchOnly,
  readFetchOnly,
  readLedgerTrouble,
  readPendingUpdate,
  readPolicy,
  readPolicyTrouble,
  readSeen,
  readSettings,
  readSubscription,
} from '../../lib/storage.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { localize } from '../../lib/text.ts';
import { grantPattern } from '../../lib/site-permission.ts';
import { systemZone } from '../../lib/zone.ts';

const settings = await readSettings();
const language = settings.language ?? browser.i18n.getUILanguage();
const t = pageTranslator(language);
document.documentElement.lang = language;
const app = document.getElementById('app') as HTMLElement;
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const pattern = tab?.url === undefined ? undefined : grantPattern(tab.url);
const [policy, trouble, pending, subscription] = await Promise.all([readPolicy(), readPolicyTrouble(), readPendingUpdate(), readSubscription()]);
let page: PageStatus | undefined;
/** So many tickets fit without scrolling. */
const mostRows = 5;
/** How long a snoozed ticket keeps quiet. */
const snoozeMs = 60 * 60 * 1000;
/** A site that was just switched on tells of its ticket a moment later. */
const redrawMs = 2000;
const lifetime = new AbortController();
let ledgerProblem: LedgerTroubleKind | undefined;

await draw();
await lookAgain();

/** Asks the page and counts on, as long as the popup is open. */
async function lookAgain(): Promise<void> {
  if (tab?.id !== undefined && pattern) {
    page = (await askTab(tab.id, 'page.status', {})) ?? { state: 'no-ticket' };
  }
  await draw();
  systemClock.at(systemClock.now() + redrawMs, () => void lookAgain(), lifetime.signal);
}

async function deadlineRows(): Promise<DeadlineRow[]> {
  const now = systemClock.now();
  const zone = systemZone();
  ledgerProblem = (await readLedgerTrouble())?.kind;
  const tickets = await nextDeadlines(mostRows, now).catch((error: unknown): LedgerTicket[] => {
    ledgerProblem = ledgerTrouble(error, now).kind;
    return [];
  });
  return Promise.all(tickets.map(async (ticket) => deadlineRow(ticket, await readSeen(ticket.key), { t, language, zone, now })));
}

async function draw(): Promise<void> {
  const deadlines = await deadlineRows();
  const enabled = pattern !== undefined && !(await readFetchOnly()).includes(pattern) && (await browser.permissions.contains({ origins: [pattern] }));
  render(
    <Popup
      t={t}
      host={pattern && tab?.url ? new URL(tab.url).host : undefined}
      enabled={enabled}
      page={page}
      deadlines={deadlines}
      policy={
        policy
          ? {
              name: localize(policy.policy.name, language),
              label: policy.policy.label ?? String(policy.policy.version),
              signed: policy.origin.signed === true,
            }
          : undefined
      }
      updateWaits={pending !== null}
      trouble={trouble?.problems ?? []}
      {...(ledgerProblem && { ledgerTrouble: ledgerProblem })}
      onEnable={(on) => void enable(on)}
      onShow={() => void show()}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onOpen={(key) => void open(key)}
      onSnooze={(key, on) => void snooze(key, on)}
      onPrivacy={() => openPage('privacy')}
      onPolicy={() => openPage(subscription ? 'publish' : 'policy')}
    />,
    app,
  );
}

const openPage = (page: string): void =>
  void browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#${page}` }).then(() => window.close());

async function open(key: string): Promise<void> {
  const ticket = (await nextDeadlines(mostRows, systemClock.now())).find((one) => one.key === key);
  if (ticket) await openTicket(ticket, (await readSeen(key))?.url);
  window.close();
}

async function snooze(key: string, on: boolean): Promise<void> {
  await changeTicket(key, (ticket) => {
    const { snoozedUntil: _, ...awake } = ticket;
    return on ? { ...awake, snoozedUntil: new Date(systemClock.now() + snoozeMs).toISOString() } : awake;
  });
  await askBackground('deadlines.look', {});
  await draw();
}

async function enable(on: boolean): Promise<void> {
  if (!pattern) return;
  // The background reacts to the grant itself: the browser's prompt may have closed this popup by then.
  // A site that the policy is fetched from stays granted for that, and only its pages are left alone.
  const fetched = subscription !== null && grantPattern(subscription.url) === pattern;
  if (on) {
    const granted = await browser.permissions.request({ origins: [pattern] });
    if (granted) await changeFetchOnly(pattern, false);
  } else if (fetched) await changeFetchOnly(pattern, true);
  else await browser.permissions.remove({ origins: [pattern] });
  await draw();
}

/** Works on a site that is not enabled too: the click on the toolbar grants this one tab until it navigates. */
async function show(): Promise<void> {
  if (tab?.id === undefined) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/content-scripts/content.js'] }).catch(() => undefined);
  page = (await askTab(tab.id, 'page.show', {})) ?? { state: 'no-ticket' };
  if (page.state === 'no-ticket') await draw();
  else window.close();
}
