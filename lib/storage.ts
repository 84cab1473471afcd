/**
 * The only module that touches extension storage: settings, the policy in use, and what a person noted on a ticket (marks, done
 * steps, corrections, handoff drafts). Typed, versioned, watched. Everything stays in this browser.
 */
import { type StorageItemKey, storage } from 'wxt/utils/storage';
import type { EscalationRecord } from './guidance/assessment.ts';
import type { LoadedPolicy } from './policy/loaded-policy.ts';
import type { TaughtField } from './reader/taught/taught-field.ts';
import type { FieldName } from './ticket.ts';

export interface Settings {
  /** Interface language; absent = the browser's. */
  readonly language?: string;
  /** How much new hires are prompted. */
  readonly prompting: 'ask' | 'hint' | 'silent';
  /** The agent's name as messages sign it. */
  readonly name?: string;
  /** The short tour of the panel was seen or skipped. */
  readonly toured: boolean;
  /** Days after which a ticket that was not seen again leaves the ledger. */
  readonly retentionDays: number;
  /** The person wants to be told of deadlines of tickets that are not on screen. */
  readonly notify: boolean;
}
export const defaultSettings: Settings = { prompting: 'silent', toured: false, retentionDays: 180, notify: false };

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
  readonly corrections: Readonly<Partial<Record<FieldName, string>>>;
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

const settingsItem = storage.defineItem<Settings>('local:settings', { fallback: defaultSettings, version: 1 });
const policyItem = storage.defineItem<LoadedPolicy | null>('local:policy', { fallback: null, version: 1 });
const troubleItem = storage.defineItem<PolicyTrouble | null>('local:policy-trouble', { fallback: null, version: 1 });
const noteOrder = new Map<string, Promise<unknown>>();

export const readSettings = async (): Promise<Settings> => ({ ...defaultSettings, ...(await settingsItem.getValue()) });
export const watchSettings = (react: (settings: Settings) => void, signal: AbortSignal): void =>
  stopWith(
    signal,
    settingsItem.watch((value) => react({ ...defaultSettings, ...value })),
  );
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await settingsItem.setValue({ ...(await readSettings()), ...change });
}

/** The last good policy, or null before the first one is stored. */
export const readPolicy = (): Promise<LoadedPolicy | null> => policyItem.getValue();
export const savePolicy = (policy: LoadedPolicy): Promise<void> => policyItem.setValue(policy);
export const watchPolicy = (react: (policy: LoadedPolicy | null) => void, signal: AbortSignal): void => stopWith(signal, policyItem.watch(react));

export const readPolicyTrouble = (): Promise<PolicyTrouble | null> => troubleItem.getValue();
export const savePolicyTrouble = (trouble: PolicyTrouble | null): Promise<void> => troubleItem.setValue(trouble);
export const watchPolicyTrouble = (react: (trouble: PolicyTrouble | null) => void, signal: AbortSignal): void =>
  stopWith(signal, troubleItem.watch(react));

const siteKey = (origin: string): StorageItemKey => `local:site:${origin}`;
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

const isNoteKey = (key: string): boolean => key.startsWith('ticket:') && !key.endsWith('$');
const noteKeys = async (): Promise<string[]> => Object.keys(await storage.snapshot('local')).filter(isNoteKey);

/** Deletes notes whose last change is older than `notesKeptMs`. @param now ms since the epoch. */
export async function forgetOldNotes(now: number): Promise<void> {
  const all = await storage.snapshot('local');
  for (const [key, value] of Object.entries(all)) {
    if (!isNoteKey(key)) continue;
    const savedAt = (value as Partial<TicketNotes> | null)?.savedAt ?? 0;
    if (now - savedAt > notesKeptMs) await storage.removeItem(`local:${key}`);
  }
}

/** Practice answers: rule id -> how many were asked and right. */
export type PracticeScores = Readonly<Record<string, { readonly asked: number; readonly right: number }>>;
const practiceItem = storage.defineItem<PracticeScores>('local:practice', { fallback: {}, version: 1 });
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

/** Why the ledger could not be written, in the browser's words; null while it works. */
const ledgerTroubleItem = storage.defineItem<{ readonly at: string; readonly problem: string } | null>('local:ledger-trouble', {
  fallback: null,
  version: 1,
});
export const readLedgerTrouble = (): Promise<{ readonly at: string; readonly problem: string } | null> => ledgerTroubleItem.getValue();
export const saveLedgerTrouble = (trouble: { readonly at: string; readonly problem: string } | null): Promise<void> =>
  ledgerTroubleItem.setValue(trouble);

function stopWith(signal: AbortSignal, stop: () => void): void {
  signal.addEventListener('abort', stop, { once: true });
}
