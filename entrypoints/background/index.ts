/** Permissions, script registration, first policy, clean-up. Stateless between events: the browser may end it at any time. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { systemClock } from '../../lib/clock.ts';
import type { TicketSight } from '../../lib/ledger/ticket-sight.ts';
import { askTab, handleMessages } from '../../lib/messages.ts';
import { forgetOldTickets, recordSight } from '../../lib/ledger/ledger-store.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { forgetOldNotes, readLedgerTrouble, readPolicy, readSettings, saveLedgerTrouble, savePolicy, saveSeen } from '../../lib/storage.ts';
import { deadlineAlarm, lookAtDeadlines, onNoticeClicked } from './deadlines.ts';

const probeFile = '/content-scripts/content.js';
const scriptId = 'probe';
const cleanUpAlarm = 'clean-up';

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onInstalled.addListener((details) => {
      void storeFirstPolicy();
      void registerProbe().then(probeOpenTabs);
      void lookAtDeadlines();
      void browser.alarms.create(cleanUpAlarm, { periodInMinutes: 24 * 60, delayInMinutes: 1 });
      if (details.reason === 'install') void browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#welcome` });
    });
    browser.runtime.onStartup.addListener(() => {
      void registerProbe();
      void lookAtDeadlines();
    });
    onNoticeClicked();
    // The permission prompt may close the popup, so the grant is acted on here.
    browser.permissions.onAdded.addListener((added) => {
      if (added.permissions?.includes('notifications')) onNoticeClicked();
      void registerProbe().then(() => probeOpenTabs(added.origins));
    });
    browser.permissions.onRemoved.addListener(() => void registerProbe());
    browser.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === cleanUpAlarm) void cleanUp();
      if (alarm.name === deadlineAlarm) void lookAtDeadlines();
    });
    handleMessages(
      {
        'deadlines.look': async () => {
          await lookAtDeadlines();
          return true;
        },
        'options.open': async ({ page }) => {
          await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#${encodeURIComponent(page)}` });
          return true;
        },
        'ledger.seen': async (sight, { origin }) => {
          // A page speaks for its own tickets only.
          if (sight.origin !== origin) return { earlierContacts: [] };
          return { earlierContacts: await keepSight(sight) };
        },
      },
      new AbortController().signal,
    );
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'open-panel' && tab?.id !== undefined) void askTab(tab.id, 'panel.focus', {});
    });
  },
});

async function cleanUp(): Promise<void> {
  const { retentionDays } = await readSettings();
  await Promise.allSettled([forgetOldNotes(systemClock.now()), forgetOldTickets(systemClock.now(), retentionDays)]);
}

/** A ledger that cannot be written (disk full, store broken) costs the page nothing; the privacy page says so and offers the way out. */
async function keepSight(sight: TicketSight): Promise<Awaited<ReturnType<typeof recordSight>>> {
  try {
    await saveSeen(sight.key, { url: sight.url, ...(sight.subject === undefined ? {} : { subject: sight.subject }) });
    const earlier = await recordSight(sight);
    void lookAtDeadlines();
    if (await readLedgerTrouble()) await saveLedgerTrouble(null);
    return earlier;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    await saveLedgerTrouble({ at: new Date(systemClock.now()).toISOString(), problem }).catch(() => undefined);
    return [];
  }
}

/** Only the very first start needs the built-in policy; later ones keep the last good one. */
async function storeFirstPolicy(): Promise<void> {
  const stored = await readPolicy();
  if (stored && stored.origin.kind !== 'built-in') return;
  const result = loadPolicy(defaultPolicy, { kind: 'built-in' }, systemClock.now());
  if (result.ok) await savePolicy(result.loaded);
}

/** Makes the registered match patterns equal to the granted origins. A registration outlives a revoked permission, so both ways. */
async function registerProbe(): Promise<void> {
  const origins = (await browser.permissions.getAll()).origins ?? [];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (!origins.length) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  const script = { id: scriptId, matches: origins, js: [probeFile], runAt: 'document_start' as const, persistAcrossSessions: true };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Tabs that were open before the grant get the probe without a reload. */
async function probeOpenTabs(origins: readonly string[] | undefined | void): Promise<void> {
  const url = [...(origins ?? (await browser.permissions.getAll()).origins ?? [])];
  if (!url.length) return;
  for (const tab of await browser.tabs.query({ url })) {
    if (tab.id === undefined || tab.discarded) continue;
    // Pages such as the browser's own store refuse scripts although their address matches.
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [probeFile] }).catch(() => undefined);
  }
}
