/** What an administrator sets for every browser: read from managed storage, with a sentence for what cannot be used. */
import type { PageTranslate } from '../extension-text.ts';
import { readText } from '../policy/read-text.ts';
import type { PolicySource } from './compose-policy.ts';
import { readPublicKey } from './keys.ts';
import type { SiteProfile } from './site-profile.ts';
import { type Subscription, subscribable, usualMinutes } from './subscription.ts';

export interface Company {
  /** A policy, or a part of one, given as text. */
  readonly policy?: PolicySource;
  readonly subscription?: Subscription;
  /** Settings for everybody; a person may change those that are not locked. */
  readonly settings: ManagedSettings;
  readonly locked: readonly string[];
  readonly sites: readonly SiteProfile[];
}
export interface ManagedSettings {
  readonly language?: string;
  readonly prompting?: 'ask' | 'hint' | 'silent';
  readonly retentionDays?: number;
}

export const noCompany: Company = { settings: {}, locked: [], sites: [] };
export interface ManagedRead {
  readonly company: Company;
  /** Whether there is anything at all. */
  readonly managed: boolean;
  readonly problems: readonly string[];
}

/** Total. What is wrong is left out and told; the rest is used. */
export async function readManaged(value: unknown, t: PageTranslate): Promise<ManagedRead> {
  if (!isGroup(value) || Object.keys(value).length === 0) return { company: noCompany, managed: false, problems: [] };
  const problems: string[] = [];
  const tell = (part: string, problem: string): void => void problems.push(t('managed.problem', { part, problem }));
  const locked = texts(value.locked);
  const policy = typeof value.policy === 'string' && value.policy.trim() !== '' ? readInline(value.policy, t, tell) : undefined;
  const subscription = isGroup(value.subscription) ? await readSubscription(value.subscription, t, tell) : undefined;
  if (policy && subscription) tell('subscription', t('managed.both'));
  return {
    managed: true,
    problems,
    company: {
      ...(policy && { policy: { value: policy, origin: { kind: 'managed' }, locked: locked.filter((path) => !path.startsWith('settings')) } }),
      ...(subscription && !policy && { subscription }),
      settings: isGroup(value.settings) ? readSettings(value.settings) : {},
      locked,
      sites: Array.isArray(value.sites) ? value.sites.filter(isSite) : [],
    },
  };
}

type Tell = (part: string, problem: string) => void;

function readInline(text: string, t: PageTranslate, tell: Tell): Readonly<Record<string, unknown>> | undefined {
  const read = readText(text, t);
  if (read.ok && isGroup(read.value)) return read.value;
  tell('policy', read.ok ? t('managed.noGroup') : (read.findings[0]?.text ?? t('managed.noGroup')));
  return undefined;
}

async function readSubscription(given: Readonly<Record<string, unknown>>, t: PageTranslate, tell: Tell): Promise<Subscription | undefined> {
  const address = typeof given.url === 'string' ? subscribable(given.url) : ({ problem: 'not-an-address' } as const);
  if ('problem' in address) {
    tell('subscription.url', t(`sharing.address.${address.problem}`));
    return undefined;
  }
  const key = await readPublicKey(typeof given.key === 'string' ? given.key : '');
  if (!key.ok) {
    tell('subscription.key', t(`sharing.key.${key.problem}`));
    return undefined;
  }
  const minutes = typeof given.minutes === 'number' && given.minutes > 0 ? given.minutes : usualMinutes;
  return { url: address.url, key: key.key, updates: 'auto', managed: true, minutes };
}

function readSettings({ language, prompting, retentionDays }: Readonly<Record<string, unknown>>): ManagedSettings {
  return {
    ...(typeof language === 'string' && language !== '' && { language }),
    ...((prompting === 'ask' || prompting === 'hint' || prompting === 'silent') && { prompting }),
    ...(typeof retentionDays === 'number' && retentionDays >= 1 && { retentionDays }),
  };
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one !== '') : []);
const isSite = (value: unknown): value is SiteProfile =>
  isGroup(value) && typeof value.match === 'string' && [value.zone, value.locale].every((one) => one === undefined || typeof one === 'string');
const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
