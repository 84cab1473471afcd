/** A subscription and what is remembered of it between two looks. Plain JSON. */
import type { PublicKeyText } from './keys.ts';
import type { Refusal } from './refusal.ts';

export interface Subscription {
  readonly url: string;
  /** The pinned key; absent = what comes is not signed, so every update is asked about. */
  readonly key?: PublicKeyText;
  /** A key that the pinned one vouched for. */
  readonly nextKey?: PublicKeyText;
  /** `ask`: an update waits for a click; `auto`: it takes effect at once and its differences are shown afterwards. */
  readonly updates: 'ask' | 'auto';
  /** The policy that was subscribed to; another one at the same address is refused. Absent until the first good look. */
  readonly policyId?: string;
  /** Set by the company: the person cannot change or end it. */
  readonly managed: boolean;
  /** Minutes between two looks. */
  readonly minutes: number;
}

/** An update that waits for the person. */
export interface PendingUpdate {
  readonly text: string;
  readonly seen: SeenPublication;
  readonly signed: boolean;
}

/** What the last update changed, for those who did not see it before. */
export interface PolicyNews {
  readonly at: string;
  readonly name: string;
  readonly version: number;
  readonly changes: readonly string[];
}

/** An hour: soon enough for a policy, rare enough for any web server. */
export const usualMinutes = 60;
/** Nobody looks more often than this, whatever is asked. */
export const fewestMinutes = 5;

/** The newest publication this browser has seen and believed, taken or not: nothing older is believed any more. */
export interface SeenPublication {
  readonly version: number;
  /** SHA-256 of the policy's text. */
  readonly digest: string;
  readonly expires?: string;
  readonly rollout?: number;
  /** Fingerprint of the key that signed it. */
  readonly signedBy?: string;
}

export type CheckOutcome =
  | { readonly kind: 'taken' | 'waiting' | 'same'; readonly version: number }
  | { readonly kind: 'declined'; readonly version: number }
  | { readonly kind: 'not-yet'; readonly version: number; readonly rollout: number }
  | { readonly kind: 'refused'; readonly why: Refusal };

export interface SubscriptionStatus {
  /** ISO 8601, as all instants here. */
  readonly checkedAt?: string;
  /** The last look that was answered and believed. */
  readonly goodAt?: string;
  readonly nextAt?: string;
  readonly etag?: string;
  readonly seen?: SeenPublication;
  /** The address that all this was learned from; another one starts anew. */
  readonly url?: string;
  /** Digest of the text that is in use from this subscription, and the text. */
  readonly inUse?: string;
  readonly inUseVersion?: number;
  readonly text?: string;
  /** Its signature was checked against a pinned key. */
  readonly signed?: boolean;
  /** Digest of an update that the person does not want. */
  readonly declined?: string;
  readonly outcome?: CheckOutcome;
}

/** When to look again: up to a fifth earlier or later, so that a thousand browsers do not come at once. @param random from 0 to below 1 */
export function nextCheck(now: number, minutes: number, random: number): number {
  const spread = 0.8 + 0.4 * random;
  return now + Math.max(fewestMinutes, minutes) * 60_000 * spread;
}

/**
 * Whether a policy may be fetched from an address: https, or plain http on this machine, without a name and password in it.
 * @returns the address in its usual form, without a fragment
 */
export function subscribable(address: string): { readonly url: string } | { readonly problem: 'not-an-address' | 'not-https' | 'password' } {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return { problem: 'not-an-address' };
  }
  const loopback = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return { problem: 'not-https' };
  if (url.username || url.password) return { problem: 'password' };
  url.hash = '';
  return { url: url.href };
}
