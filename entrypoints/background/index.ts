/** Permissions, script registration, first policy, clean-up. Stateless between events: the browser may end it at any time. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { systemClock } from '../../lib/clock.ts';
import { ledgerTrouble } from '../../lib/ledger/ledger-trouble.ts';
import type { TicketSight } from '../../lib/ledger/ticket-sight.ts';
import { askTab, handleMessages, type Messages } from '../../lib/messages.ts';
import { messageGate } from '../../lib/message-shapes.ts';
import { forgetOldTickets, recordSight } from '../../lib/ledger/ledger-store.ts';
import {
  forgetOldNotes,
  readFetchOnly,
  readLedgerTrouble,
  readSettings,
  saveLedgerTrouble,
  saveSeen,
  watchFetchOnly,
  watchManagedStorage,
} from '../../lib/storage.ts';
import { collectorPattern } from '../../lib/push-permission.ts';
import { deadlineAlarm, lookAtDeadlines, onNoticeClicked } from './deadlines.ts';
import { holdPolicy, judgeForPage } from './judge.ts';
import { lookAtPush, pushAlarm, pushPreview, sendPush } from './push.ts';
import { applyCompany, checkPolicy, policyAlarm, resumePolicyChecks, startPolicy } from './policy-updates.ts';

const probeFile = '/content-scripts/content.js';
const scriptId = 'probe';
const cleanUpAlarm = 'clean-up';

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onInstalled.addListener((details) => {
      void startPolicy()
        .then(() => applyCompany())
        .then(resumePolicyChecks);
      void registerProbe().then(probeOpenTabs);
      void lookAtDeadlines();
      void lookAtPush();
      void planCleanUp();
      if (details.reason === 'install') void browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#welcome` });
    });
    browser.runtime.onStartup.addListener(() => {
      void applyCompany().then(resumePolicyChecks);
      void lookAtDeadlines();
      void lookAtPush();
      // The browser may forget alarms between sessions.
      void planCleanUp();
    });
    // At every start, since the browser may have ended the last worker between a person's click and what follows from it.
    void registerProbe();
    onNoticeClicked();
    holdPolicy();
    watchManagedStorage(() => void applyCompany());
    watchFetchOnly(() => void registerProbe().then(() => probeOpenTabs()));
    // The permission prompt may close the popup, so the grant is acted on here.
    browser.permissions.onAdded.addListener((added) => {
      if (added.permissions?.includes('notifications')) onNoticeClicked();
      void registerProbe().then(() => probeOpenTabs(added.origins));
    });
    browser.permissions.onRemoved.addListener(({ origins }) => {
      void registerProbe();
      if (origins?.length) void tellTabs(origins);
    });
    browser.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === cleanUpAlarm) void cleanUp();
      if (alarm.name === deadlineAlarm) void lookAtDeadlines();
      if (alarm.name === pushAlarm) void sendPush();
      if (alarm.name === policyAlarm) void applyCompany().then(checkPolicy);
    });
    handleMessages(
      {
        'policy.check': async () => {
          await applyCompany();
          await checkPolicy();
          return true;
        },
        'deadlines.look': async () => {
          await lookAtDeadlines();
          return true;
        },
        'push.preview': async () => ({ body: await pushPreview() }),
        'push.send': () => sendPush(),
        'push.look': async () => {
          await lookAtPush();
          return true;
        },
        'options.open': async ({ page }) => {
          await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#${encodeURIComponent(page)}` });
          return true;
        },
        // Chromium does not always tell of what an administrator changed while it runs, so every ticket page that opens has it asked for.
        'worker.wake': () => {
          void applyCompany();
          return true;
        },
        'ticket.judge': judgeForPage,
        'ledger.seen': keepSight,
      },
      new AbortController().signal,
      messageGate(new URL(browser.runtime.getURL('/')).origin),
    );
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'open-panel' && tab?.id !== undefined) void askTab(tab.id, 'panel.focus', {});
    });
  },
});

const planCleanUp = (): Promise<void> => browser.alarms.create(cleanUpAlarm, { periodInMinutes: 24 * 60, delayInMinutes: 1 });

/** Scripts that run in open pages outlive the permission: they are asked to stop. Which tabs they are in cannot be asked any more. */
async function tellTabs(origins: readonly string[]): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) void askTab(id, 'site.off', { origins });
}

async function cleanUp(): Promise<void> {
  const { retentionDays } = await readSettings();
  await Promise.allSettled([lookAtPush(), forgetOldNotes(systemClock.now()), forgetOldTickets(systemClock.now(), retentionDays)]);
}

/** A ledger that cannot be written (disk full, store broken) costs the page nothing: it says so, and the privacy page offers the way out. */
async function keepSight(sight: TicketSight): Promise<Messages['ledger.seen']['response']> {
  try {
    await saveSeen(sight.key, { url: sight.url, ...(sight.subject === undefined ? {} : { subject: sight.subject }) });
    const earlierContacts = await recordSight(sight);
    void lookAtDeadlines();
    if (await readLedgerTrouble()) await saveLedgerTrouble(null);
    return { earlierContacts };
  } catch (error) {
    const trouble = ledgerTrouble(error, systemClock.now());
    await saveLedgerTrouble(trouble).catch(() => undefined);
    return { earlierContacts: [], trouble: trouble.kind };
  }
}

/** The granted sites, without a collector's host and without one that a policy is fetched from: where only that was allowed, no ticket is read. */
async function helpdeskOrigins(): Promise<string[]> {
  const [{ push }, fetchOnly] = await Promise.all([readSettings(), readFetchOnly()]);
  const granted = ((await browser.permissions.getAll()).origins ?? []).filter((pattern) => !fetchOnly.includes(pattern));
  return granted.filter((pattern) => pattern !== collectorPattern(push));
}

let registering: Promise<void> = Promise.resolve();

/** Makes the registered match patterns equal to the granted origins. A registration outlives a revoked permission, so both ways. One after the other. */
function registerProbe(): Promise<void> {
  registering = registering.then(registerNow, registerNow);
  return registering;
}

async function registerNow(): Promise<void> {
  const origins = await helpdeskOrigins();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (!origins.length) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  if (registered && [...(registered.matches ?? [])].sort().join() === [...origins].sort().join()) return;
  const script = { id: scriptId, matches: origins, js: [probeFile], runAt: 'document_start' as const, persistAcrossSessions: true };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Tabs that were open before the grant get the probe without a reload. */
async function probeOpenTabs(origins: readonly string[] | undefined | void): Promise<void> {
  const readable = await helpdeskOrigins();
  const url = origins ? origins.filter((pattern) => readable.includes(pattern)) : readable;
  if (!url.length) return;
  for (const tab of await browser.tabs.query({ url })) {
    if (tab.id === undefined || tab.discarded) continue;
    // Pages such as the browser's own store refuse scripts although their address matches.
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [probeFile] }).catch(() => undefined);
  }
}
