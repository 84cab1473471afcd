/** What the browser itself must have allowed before counts may go to a team's collector. */
import { browser } from 'wxt/browser';
import type { PushConsent } from './storage.ts';
import { grantPattern } from './site-permission.ts';

/** Firefox asks for the data itself as well as for the address; the browser's types do not know that yet. */
interface Permissions {
  readonly origins: string[];
  readonly data_collection?: ['technicalAndInteraction'];
}
const asked = (url: string): Permissions => {
  const pattern = grantPattern(url);
  return { origins: pattern ? [pattern] : [], ...(import.meta.env.FIREFOX && { data_collection: ['technicalAndInteraction'] }) };
};

export const pushAllowed = (url: string): Promise<boolean> => browser.permissions.contains(asked(url) as never);
/** Call it in the click itself. @returns whether the person allowed it */
export const askPush = (url: string): Promise<boolean> => browser.permissions.request(asked(url) as never);
/** Whether the host could be read before; ask it before `askPush`. */
export const hostAllowed = (url: string): Promise<boolean> => browser.permissions.contains({ origins: asked(url).origins });
/** The match pattern that was allowed for a collector alone: no ticket is read there. */
export const collectorPattern = (push: PushConsent | undefined): string | undefined =>
  push && !push.hostWasAllowed ? grantPattern(push.url) : undefined;

/** Gives back what only the sending needed. */
export async function returnPush(url: string, keepHost: boolean): Promise<void> {
  const { origins, ...data } = asked(url);
  await browser.permissions.remove((keepHost ? { ...data, origins: [] } : { ...data, origins }) as never).catch(() => false);
}
