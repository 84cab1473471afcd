/** The only module that touches runtime messaging. One map of messages; plain JSON both ways; "nobody there" is an ordinary answer. */
import { browser } from 'wxt/browser';
import type { Assessment, History } from './guidance/assessment.ts';
import type { JudgedTicket, JudgeRequest } from './ledger/judge-ticket.ts';
import type { LedgerTroubleKind } from './ledger/ledger-trouble.ts';
import type { TicketSight } from './ledger/ticket-sight.ts';
import type { LoadedPolicy } from './policy/loaded-policy.ts';
import type { TicketSnapshot } from './ticket.ts';

/** What the page shows right now, for the popup. */
export interface PageStatus {
  readonly state: 'no-ticket' | 'reading' | 'ticket';
  readonly ticket?: { readonly id?: string; readonly subject?: string; readonly helpdesk: string; readonly tier: number };
}

/** Asks for one reading and assessment of the open page, for the command line and "try it on the open ticket". */
export interface ReadRequest {
  /** Milliseconds since the epoch; absent = the browser's clock. */
  readonly now?: number;
  /** IANA zone for times printed without one; absent = the site's setting. */
  readonly zone?: string;
  /** `generic` switches the adapters off. */
  readonly adapter?: string;
  /** Absent = the policy in use. */
  readonly policy?: LoadedPolicy;
  /** The page is a saved one: a pane that is missing will not come, so the general reader is asked at once. */
  readonly saved?: boolean;
}
export interface ReadAnswer {
  readonly snapshot: TicketSnapshot | null;
  readonly assessment: Assessment | null;
}

/** Every message that crosses contexts: from extension pages to a tab, and `options.open`, `worker.wake`, `ticket.judge` and `ledger.seen` from a tab to the background. */
export interface Messages {
  'page.status': { request: Record<never, never>; response: PageStatus };
  'page.show': { request: Record<never, never>; response: PageStatus };
  'page.read': { request: ReadRequest; response: ReadAnswer };
  'panel.focus': { request: Record<never, never>; response: PageStatus };
  /** The person has switched these match patterns off: whoever shows such a page stops. The answer says whether it did. */
  'site.off': { request: { readonly origins: readonly string[] }; response: boolean };
  'options.open': { request: { readonly page: string }; response: boolean };
  /** Looks now whether the subscriptions have something new. */
  'policy.check': { request: Record<never, never>; response: boolean };
  /** Something about deadlines changed in an extension page: a snooze, a setting, an import. */
  'deadlines.look': { request: Record<never, never>; response: boolean };
  /** Counts for the team's collector: what would be sent now (null: nothing new), and sending it at once. */
  'push.preview': { request: Record<never, never>; response: { readonly body: string | null } };
  'push.send': { request: Record<never, never>; response: boolean };
  /** Sending was switched on or off. */
  'push.look': { request: Record<never, never>; response: boolean };
  /** Nothing but a start: the browser ends an idle worker. */
  'worker.wake': { request: Record<never, never>; response: boolean };
  /** Facts, rules and clocks of a ticket by the policy in use. It is kept nowhere. null: the page means another policy, and judges itself. */
  'ticket.judge': { request: JudgeRequest; response: JudgedTicket | null };
  /** A ticket as a page shows it now, for the ledger; the answer is what the ledger knows of earlier ones, or why it could not be kept. */
  'ledger.seen': { request: TicketSight; response: Pick<History, 'earlierContacts'> & { readonly trouble?: LedgerTroubleKind } };
}
export type MessageType = keyof Messages;
export type Handlers = {
  readonly [T in MessageType]?: (
    request: Messages[T]['request'],
    sender: MessageSender,
  ) => Messages[T]['response'] | Promise<Messages[T]['response']>;
};

/** Who asks, as the browser says it. */
export interface MessageSender {
  /** Of the page in which the content script runs, or of the extension itself. */
  readonly origin?: string;
  readonly tabId?: number;
}

interface Envelope {
  readonly handrail: MessageType;
  readonly request: unknown;
}

/** Asks a tab's content script. @returns undefined when nobody there answers (site not enabled, tab gone, page not reachable). */
export async function askTab<T extends MessageType>(
  tabId: number,
  type: T,
  request: Messages[T]['request'],
): Promise<Messages[T]['response'] | undefined> {
  try {
    const envelope: Envelope = { handrail: type, request };
    // The reply is produced by `handleMessages` of this extension, whose handlers are typed by the same map.
    return ((await browser.tabs.sendMessage(tabId, envelope)) as Messages[T]['response'] | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Asks the background. @returns undefined when it does not answer (the extension was just updated or removed). */
export async function askBackground<T extends MessageType>(type: T, request: Messages[T]['request']): Promise<Messages[T]['response'] | undefined> {
  try {
    const envelope: Envelope = { handrail: type, request };
    return ((await browser.runtime.sendMessage(envelope)) as Messages[T]['response'] | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Answers messages of this extension until `signal` aborts. Messages of anybody else, and of another shape, get no answer.
 * Answers go through `sendResponse`, which all browsers (and the test double) support.
 * @param accept looks at each request before its handler does; whoever hears content scripts must give one
 */
export function handleMessages(
  handlers: Handlers,
  signal: AbortSignal,
  accept: (type: MessageType, request: unknown, sender: MessageSender) => boolean = isRequest,
): void {
  const listener = (message: unknown, sender: Sender, sendResponse: (answer?: unknown) => void): true | undefined => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message) || !Object.hasOwn(handlers, message.handrail)) return undefined;
    if (!accept(message.handrail, message.request, senderOf(sender))) return undefined;
    const handler = handlers[message.handrail] as ((request: unknown, sender: MessageSender) => unknown) | undefined;
    if (!handler) return undefined;
    Promise.resolve()
      .then(() => handler(message.request, senderOf(sender)))
      .then(sendResponse, (error: unknown) => {
        console.error('Handrail could not answer', message.handrail, error);
        sendResponse(null);
      });
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    try {
      browser.runtime.onMessage.removeListener(listener);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}

interface Sender {
  readonly id?: string;
  readonly origin?: string;
  readonly url?: string;
  readonly tab?: { readonly id?: number };
}

function senderOf({ origin, url, tab }: Sender): MessageSender {
  // Firefox names the address of the frame only
  const from = origin ?? (url === undefined ? undefined : URL.parse(url)?.origin);
  return { ...(from === undefined ? {} : { origin: from }), ...(tab?.id === undefined ? {} : { tabId: tab.id }) };
}

/** Every request is an object, also an empty one. */
const isRequest = (_: MessageType, request: unknown): boolean => typeof request === 'object' && request !== null && !Array.isArray(request);

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'handrail' in message && typeof message.handrail === 'string' && 'request' in message;
}
