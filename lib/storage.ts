/**
 * The only module that touches extension storage: settings, the policy in use, and what a person noted on a ticket (marks, done
 * steps, corrections, handoff drafts). Typed, watched; what an older version stored is read over defaults. Everything stays in this browser.
 * Over 250 lines: one place for every key of the storage.
 */
import { browser } from 'wxt/browser';
import type { EscalationRecord } from './guidance/assessment.ts';
import type { StoredCorrections } from './guidance/corrections.ts';
import type { LedgerTrouble } from './ledger/ledger-trouble.ts';
import type { DesignAnswers } from './designer/answers.ts';
import type { KeptDraft } from './policy/draft.ts';
import type { LoadedPolicy } from './policy/loaded-policy.ts';
import type { TaughtField } from './reader/taught/taught-field.ts';
import type { OwnPolicy } from './sharing/compose-policy.ts';
import { type Lock, lockOf } from './sharing/locks.ts';
import type { Company } from './sharing/managed.ts';
import type { PendingUpdate, PolicyNews, Subscription, SubscriptionStatus } from './sharing/subscription.ts';
import { type StorageItemKey, storage } from './stored-item.ts';

export interface Settings {
  /** Interface language; absent = the browser's. */
  readonly language?: string;
  /** How much new hires are prompted; absent = as the policy says. */
  readonly prompting?: 'ask' | 'hint' | 'silent';
  /** The agent's name as messages sign it. */
  readonly name?: string;
  /** The short tour of the panel was seen or skipped. */
  readonly toured: boolean;
  /** Days after which a ticket that was not seen again leaves the ledger. */
  readonly retentionDays: number;
  /** The person wants to be told of deadlines of tickets that are not on screen. */
  readonly notify: boolean;
  /** The person said yes to sending counts to this address, and to no other. */
  readonly push?: PushConsent;
}
export const defaultSettings: Settings = { toured: false, retentionDays: 180, notify: false };

export interface PushConsent {
  readonly url: string;
  /** The collector's host was a site of the person's already: switching the sending off leaves it alone. */
  readonly hostWasAllowed: boolean;
}

/** How a person set up one site. */
export interface SiteSettings {
  readonly zone?: string;
  readonly locale?: string;
  readonly side: 'left' | 'right';
  /** Panel width in CSS px. */
  readonly width: number;
  readonly collapsed: boolean;
  /** Values the person pointed at, with marks to find them again: never the values. */
  readonly taught: readonly TaughtHere[];
  /** The person allowed same-origin API reading here. */
  readonly api: boolean;
}
export const defaultSite: SiteSettings = { side: 'right', width: 372, collapsed: false, api: false, taught: [] };

export interface TaughtHere {
  readonly field: TaughtField;
  /** Key of the ticket on which it was taught. */
  readonly on: string;
  /** The person saw it read right on another ticket. */
  readonly confirmed: boolean;
}

/** What the agent noted about one ticket. */
export interface TicketNotes {
  readonly marks: Readonly<Record<string, boolean>>;
  readonly doneSteps: readonly string[];
  /** The agent's own values; they win over every reading of this ticket. */
  readonly corrections: StoredCorrections;
  /** Handoff field id -> the agent's wording. */
  readonly handoff: Readonly<Record<string, string>>;
  /** Message kind -> the agent's wording. */
  readonly messages: Readonly<Record<string, string>>;
  readonly currentTier?: number;
  readonly escalations: readonly EscalationRecord[];
  readonly notNow?: { readonly at: string; readonly tier: number; readonly reason: string };
  /** Milliseconds since the epoch of the last change; drafts older than `notesKeptMs` are deleted. */
  readonly savedAt: number;
}
export const noNotes: TicketNotes = { marks: {}, doneSteps: [], corrections: {}, handoff: {}, messages: {}, escalations: [], savedAt: 0 };

/** Drafts and marks of a ticket are kept 30 days after the last change. */
export const notesKeptMs = 30 * 24 * 60 * 60 * 1000;

/** Why the policy in use is not the one that was offered. */
export interface PolicyTrouble {
  readonly at: string;
  readonly problems: readonly string[];
}

const settingsItem = storage.defineItem<Settings>('local:settings', { fallback: defaultSettings });
const policyItem = storage.defineItem<LoadedPolicy | null>('local:policy', { fallback: null });
const troubleItem = storage.defineItem<PolicyTrouble | null>('local:policy-trouble', { fallback: null });
const noteOrder = new Map<string, Promise<unknown>>();

/** What the company sets, as last read from managed storage. `raw` tells whether it has changed. */
export interface CompanyState {
  readonly raw: string;
  readonly managed: boolean;
  readonly company: Company;
  readonly problems: readonly string[];
}
const companyItem = storage.defineItem<CompanyState | null>('local:company', { fallback: null });
export const readCompany = (): Promise<CompanyState | null> => companyItem.getValue();
export const saveCompany = (company: CompanyState): Promise<void> => companyItem.setValue(company);

/** What an administrator wrote for this extension; `{}` where nobody did. Firefox refuses to answer where there is nothing. */
export const readManagedStorage = (): Promise<unknown> => browser.storage.managed.get(null).catch(() => ({}));
export function watchManagedStorage(react: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') react();
  });
}

/** The settings as they hold: the person's own over the company's, unless the company has locked them. */
export const readSettings = async (): Promise<Settings> => settingsUnder(await settingsItem.getValue(), await companyItem.getValue());
export const watchSettings = (react: (settings: Settings) => void, signal: AbortSignal): void => {
  const tell = (): void => void readSettings().then(react);
  stopWith(signal, settingsItem.watch(tell));
  stopWith(signal, companyItem.watch(tell));
};
/** A locked setting stays as it is. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const locks = settingLocks(await companyItem.getValue());
  const allowed = Object.fromEntries(Object.entries(change).filter(([name]) => !lockOf(locks, `settings.${name}`)));
  // what the company only suggests is not taken over as the person's own
  await settingsItem.setValue({ ...(await settingsItem.getValue()), ...allowed } as Settings);
}

function settingsUnder(own: Settings, state: CompanyState | null): Settings {
  if (!state?.managed) return { ...defaultSettings, ...own };
  const { settings } = state.company;
  const locks = settingLocks(state);
  const forced = Object.fromEntries(Object.entries(settings).filter(([name]) => lockOf(locks, `settings.${name}`)));
  const chosen = own === defaultSettings ? {} : own;
  return { ...defaultSettings, ...settings, ...chosen, ...forced };
}
const settingLocks = (state: CompanyState | null): Lock[] => (state?.company.locked ?? []).map((path) => ({ path, by: 'company' as const }));

/** The last good policy, or null before the first one is stored. */
export const readPolicy = (): Promise<LoadedPolicy | null> => policyItem.getValue();
export const savePolicy = (policy: LoadedPolicy): Promise<void> => policyItem.setValue(policy);
export const watchPolicy = (react: (policy: LoadedPolicy | null) => void, signal: AbortSignal): void => stopWith(signal, policyItem.watch(react));

export const readPolicyTrouble = (): Promise<PolicyTrouble | null> => troubleItem.getValue();
export const savePolicyTrouble = (trouble: PolicyTrouble | null): Promise<void> => troubleItem.setValue(trouble);
export const watchPolicyTrouble = (react: (trouble: PolicyTrouble | null) => void, signal: AbortSignal): void =>
  stopWith(signal, troubleItem.watch(react));

/** `by` tells one open page from another, so that a page knows the echo of its own writing. */
interface StoredDraft {
  readonly draft: KeptDraft | null;
  readonly by: string;
}
const policyDraftItem = storage.defineItem<StoredDraft | null>('local:policy-draft', { fallback: null });
/** The lead's draft of a policy; null = none. */
export const readPolicyDraft = async (): Promise<KeptDraft | null> => (await policyDraftItem.getValue())?.draft ?? null;
/** Rejects when the browser cannot store it: the caller keeps it on screen and says so. @param by names the page that writes */
export const savePolicyDraft = (draft: KeptDraft | null, by: string): Promise<void> => policyDraftItem.setValue({ draft, by });
/** Calls `react` for what other pages write. @param by names the page that listens */
export const watchPolicyDraft = (by: string, react: (draft: KeptDraft | null) => void, signal: AbortSignal): void =>
  stopWith(
    signal,
    policyDraftItem.watch((stored) => {
      if (stored?.by !== by) react(stored?.draft ?? null);
    }),
  );

/** Whose subscription: the company's, set by an administrator, or the one a person chose. */
export type SubscriptionSlot = 'company' | 'team';
const ownPolicyItem = storage.defineItem<OwnPolicy | null>('local:own-policy', { fallback: null });
export const readOwnPolicy = (): Promise<OwnPolicy | null> => ownPolicyItem.getValue();
export const saveOwnPolicy = (policy: OwnPolicy | null): Promise<void> => ownPolicyItem.setValue(policy);

/** The subscription the person chose; the company's own stands in `readCompany`. */
const subscriptionItem = storage.defineItem<Subscription | null>('local:subscription', { fallback: null });
export const readSubscription = (): Promise<Subscription | null> => subscriptionItem.getValue();
export const saveSubscription = (subscription: Subscription | null): Promise<void> => subscriptionItem.setValue(subscription);

const statusKey = (slot: SubscriptionSlot): StorageItemKey => `local:subscription-status:${slot}`;
export const readSubscriptionStatus = async (slot: SubscriptionSlot): Promise<SubscriptionStatus> =>
  (await storage.getItem<SubscriptionStatus>(statusKey(slot))) ?? {};
export const saveSubscriptionStatus = (slot: SubscriptionSlot, status: SubscriptionStatus): Promise<void> => storage.setItem(statusKey(slot), status);
export const watchSubscriptionStatus = (react: () => void, signal: AbortSignal): void => {
  for (const slot of ['company', 'team'] as const) stopWith(signal, storage.watch(statusKey(slot), react));
};

const pendingItem = storage.defineItem<PendingUpdate | null>('local:pending-update', { fallback: null });
export const readPendingUpdate = (): Promise<PendingUpdate | null> => pendingItem.getValue();
export const savePendingUpdate = (update: PendingUpdate | null): Promise<void> => pendingItem.setValue(update);
export const watchPendingUpdate = (react: (update: PendingUpdate | null) => void, signal: AbortSignal): void =>
  stopWith(signal, pendingItem.watch(react));

const newsItem = storage.defineItem<PolicyNews | null>('local:policy-news', { fallback: null });
export const readPolicyNews = (): Promise<PolicyNews | null> => newsItem.getValue();
export const savePolicyNews = (news: PolicyNews | null): Promise<void> => newsItem.setValue(news);

/** What was last signed on the publish page, so that a further stage of a version has the same text. No key is ever stored. */
export interface LastPublished {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly at?: string;
  readonly rollout?: number;
}
const publishedItem = storage.defineItem<LastPublished | null>('local:published', { fallback: null });
export const readPublished = (): Promise<LastPublished | null> => publishedItem.getValue();
export const savePublished = (published: LastPublished | null): Promise<void> => publishedItem.setValue(published);

/** What was signed before that, newest first, so that a lead can go back to it. */
const earlierPublishedItem = storage.defineItem<readonly LastPublished[]>('local:published-earlier', { fallback: [] });
export const readEarlierPublished = (): Promise<readonly LastPublished[]> => earlierPublishedItem.getValue();
export const saveEarlierPublished = (published: readonly LastPublished[]): Promise<void> => earlierPublishedItem.setValue(published);

/** What may not be changed in this browser, as the policies in use say. */
const locksItem = storage.defineItem<readonly Lock[]>('local:policy-locks', { fallback: [] });
export const saveLocks = (locks: readonly Lock[]): Promise<void> => locksItem.setValue(locks);
/** Locks of the policy and of settings; ask them with `isLocked(locks, 'rules.legal.mode')`. */
export const readLocks = async (): Promise<readonly Lock[]> => [...(await locksItem.getValue()), ...settingLocks(await companyItem.getValue())];

const rolloutNumberItem = storage.defineItem<string | null>('local:rollout-number', { fallback: null });
export const readRolloutNumber = (): Promise<string | null> => rolloutNumberItem.getValue();
export const saveRolloutNumber = (number: string): Promise<void> => rolloutNumberItem.setValue(number);

/** Match patterns that were granted to fetch a policy, and not to read tickets there. */
const fetchOnlyItem = storage.defineItem<readonly string[]>('local:fetch-only', { fallback: [] });
export const readFetchOnly = (): Promise<readonly string[]> => fetchOnlyItem.getValue();
export const watchFetchOnly = (react: () => void): void => void fetchOnlyItem.watch(react);
export async function changeFetchOnly(pattern: string, fetchOnly: boolean): Promise<void> {
  const others = (await readFetchOnly()).filter((one) => one !== pattern);
  await fetchOnlyItem.setValue(fetchOnly ? [...others, pattern] : others);
}

/** One for all ports of a host, as the permission is that a person gives, and as the Sites page names it. */
const siteKey = (origin: string): StorageItemKey => `local:site:${origin.replace(/:\d+$/, '')}`;
export async function readSite(origin: string): Promise<SiteSettings> {
  return { ...defaultSite, ...(await storage.getItem<Partial<SiteSettings>>(siteKey(origin))) };
}
export const watchSite = (origin: string, react: (site: SiteSettings) => void, signal: AbortSignal): void =>
  stopWith(
    signal,
    storage.watch<Partial<SiteSettings>>(siteKey(origin), (value) => react({ ...defaultSite, ...value })),
  );
export async function changeSite(origin: string, change: Partial<SiteSettings>): Promise<void> {
  await storage.setItem(siteKey(origin), { ...(await readSite(origin)), ...change });
}

const siteKeys = async (): Promise<string[]> =>
  Object.keys(await storage.snapshot('local')).filter((key) => key.startsWith('site:') && !key.endsWith('$'));
/** How many values the person pointed at, over all sites. */
export async function countTaught(): Promise<number> {
  const sites = await Promise.all((await siteKeys()).map((key) => readSite(key.slice('site:'.length))));
  return sites.reduce((count, { taught }) => count + taught.length, 0);
}
/** Forgets where every value is that the person pointed at; the sites' other settings stay. */
export async function forgetAllTaught(): Promise<void> {
  for (const key of await siteKeys()) await changeSite(key.slice('site:'.length), { taught: [] });
}

/** Identifies a ticket across page loads. */
export const ticketKey = (origin: string, helpdesk: string, ticketId: string): string => `${origin}|${helpdesk}|${ticketId}`;

const notesKey = (key: string): StorageItemKey => `local:ticket:${key}`;
export async function readNotes(key: string): Promise<TicketNotes> {
  return { ...noNotes, ...(await storage.getItem<Partial<TicketNotes>>(notesKey(key))) };
}

/**
 * Merges a change into the notes of a ticket. Changes of one ticket are written one after the other, so that two quick ones do not
 * lose each other. Rejects when the browser cannot store it (disk full): the caller keeps the text on screen and says so.
 */
export function changeNotes(key: string, change: (notes: TicketNotes) => TicketNotes, now: number): Promise<TicketNotes> {
  const write = (noteOrder.get(key) ?? Promise.resolve())
    .catch(() => undefined)
    .then(async () => {
      const notes = { ...change(await readNotes(key)), savedAt: now };
      await storage.setItem(notesKey(key), notes);
      return notes;
    });
  noteOrder.set(key, write);
  return write;
}

/** How many tickets have notes in this browser. */
export async function countNotes(): Promise<number> {
  return (await noteKeys()).length;
}

/** Deletes every draft, mark and correction of every ticket. */
export async function forgetAllNotes(): Promise<void> {
  await storage.removeItems((await noteKeys()).map((key) => `local:${key}` as StorageItemKey));
}

/** Deletes what is noted and remembered of the tickets with a number, of whatever helpdesk. @returns how many had notes */
export async function forgetNotesOf(ticketId: string): Promise<number> {
  const notes = (await noteKeys()).filter((key) => key.endsWith(`|${ticketId}`));
  const seen = Object.keys(await storage.snapshot('session')).filter((key) => key.startsWith('seen:') && key.endsWith(`|${ticketId}`));
  await storage.removeItems([...notes.map((key) => `local:${key}` as StorageItemKey), ...seen.map((key) => `session:${key}` as StorageItemKey)]);
  return notes.length;
}

const isNoteKey = (key: string): boolean => key.startsWith('ticket:') && !key.endsWith('$');
const noteKeys = async (): Promise<string[]> => Object.keys(await storage.snapshot('local')).filter(isNoteKey);

/** Deletes notes whose last change is older than `notesKeptMs`. @param now ms since the epoch. */
export async function forgetOldNotes(now: number): Promise<void> {
  const all = await storage.snapshot('local');
  for (const [key, value] of Object.entries(all)) {
    if (!isNoteKey(key)) continue;
    const savedAt = (value as Partial<TicketNotes> | null)?.savedAt ?? 0;
    if (now - savedAt > notesKeptMs) await storage.removeItems([`local:${key}`]);
  }
}

/** Practice answers: rule id -> how many were asked and right. */
export type PracticeScores = Readonly<Record<string, { readonly asked: number; readonly right: number }>>;
const practiceItem = storage.defineItem<PracticeScores>('local:practice', { fallback: {} });
export const readPractice = (): Promise<PracticeScores> => practiceItem.getValue();
/** Counts one answer. @param rule undefined forgets every score */
export async function changePractice(rule: string | undefined, right: boolean): Promise<void> {
  if (rule === undefined) return practiceItem.setValue({});
  const scores = await readPractice();
  const known = scores[rule] ?? { asked: 0, right: 0 };
  await practiceItem.setValue({ ...scores, [rule]: { asked: known.asked + 1, right: known.right + (right ? 1 : 0) } });
}

/** What a person needs to recognise a ticket in the popup. Kept while the browser runs, gone with it. */
export interface SeenTicket {
  readonly url: string;
  readonly subject?: string;
}
const seenKey = (key: string): StorageItemKey => `session:seen:${key}`;
export const saveSeen = (key: string, seen: SeenTicket): Promise<void> => storage.setItem(seenKey(key), seen);
export const readSeen = async (key: string): Promise<SeenTicket | undefined> => (await storage.getItem<SeenTicket>(seenKey(key))) ?? undefined;

/** Forgets every subject and address of this session. */
export async function forgetSeen(): Promise<void> {
  const keys = Object.keys(await storage.snapshot('session')).filter((key) => key.startsWith('seen:'));
  await storage.removeItems(keys.map((key) => `session:${key}` as StorageItemKey));
}

/** Why the ledger could not be opened or written; null while it works. */
const ledgerTroubleItem = storage.defineItem<LedgerTrouble | null>('local:ledger-trouble', { fallback: null });
export const readLedgerTrouble = (): Promise<LedgerTrouble | null> => ledgerTroubleItem.getValue();
export const saveLedgerTrouble = (trouble: LedgerTrouble | null): Promise<void> => ledgerTroubleItem.setValue(trouble);

/** One sending of counts to the team's collector, for the person to see. */
export interface PushEntry {
  readonly at: string;
  readonly url: string;
  /** `unknown`: broken off in the middle; it is not sent again, since it may have arrived. */
  readonly state: 'sending' | 'sent' | 'failed' | 'unknown';
  readonly problem?: string;
  /** Exactly what was sent. */
  readonly body: string;
}
/** Sendings that are shown, newest first. */
const mostPushes = 10;
const pushLogItem = storage.defineItem<readonly PushEntry[]>('local:push-log', { fallback: [] });
export const readPushLog = (): Promise<readonly PushEntry[]> => pushLogItem.getValue();
export async function addPush(entry: PushEntry): Promise<void> {
  await pushLogItem.setValue([entry, ...(await readPushLog())].slice(0, mostPushes));
}
/** Writes what became of every sending that is still open. */
export async function settlePush(state: PushEntry['state'], problem?: string): Promise<void> {
  const log = await readPushLog();
  await pushLogItem.setValue(
    log.map((entry) => (entry.state === 'sending' ? { ...entry, state, ...(problem !== undefined && { problem }) } : entry)),
  );
}
export const forgetPushLog = (): Promise<void> => pushLogItem.setValue([]);
export const watchPushLog = (react: () => void, signal: AbortSignal): void => stopWith(signal, pushLogItem.watch(react));

function stopWith(signal: AbortSignal, stop: () => void): void {
  signal.addEventListener(
    'abort',
    () => {
      try {
        stop();
      } catch {
        // The extension is gone, and its listeners with it.
      }
    },
    { once: true },
  );
}

/** The workflow designer: answers, changed cells, and whether rules were exported from this browser. */
export interface DesignerState {
  readonly answers: DesignAnswers;
  readonly edits: Readonly<Record<string, string>>;
  /** 1 to 6. */
  readonly step: number;
  /** When rules were last exported for a helpdesk, ISO 8601. */
  readonly exportedAt?: string;
  /** Numbers of groups, people and fields in the helpdesk, by what they stand for. */
  readonly exportIds?: Readonly<Record<string, string>>;
}
const designerItem = storage.defineItem<DesignerState | null>('local:designer', { fallback: null });
export const readDesigner = (): Promise<DesignerState | null> => designerItem.getValue();
export const saveDesigner = (state: DesignerState | null): Promise<void> => designerItem.setValue(state);
