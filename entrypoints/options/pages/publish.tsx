/**
 * Publish and subscribe. What a person looks at and has not decided on yet lives here and is gone with the page; everything else is in storage.
 * Over 250 lines: it wires five small flows that share what was looked at.
 */
import { browser } from 'wxt/browser';
import '../../../components/options/sharing.css';
import type { PreviewModel } from '../../../components/options/policy-preview.tsx';
import type { PublishRequest } from '../../../components/options/publish-part.tsx';
import { SharingPage } from '../../../components/options/sharing-page.tsx';
import type { SubscriptionModel } from '../../../components/options/subscription-part.tsx';
import { declineUpdate, rolloutNumber, subscriptionOf, takeUpdate } from '../../../lib/check-subscription.ts';
import { systemClock } from '../../../lib/clock.ts';
import { askBackground } from '../../../lib/messages.ts';
import { sameValue } from '../../../lib/policy/edit-at.ts';
import type { LoadedPolicy } from '../../../lib/policy/loaded-policy.ts';
import { loadPolicy } from '../../../lib/policy/load-policy.ts';
import { policyNames } from '../../../lib/policy/path-words.ts';
import { printPolicy } from '../../../lib/policy/print-policy.ts';
import { differences, rawPolicy, readSources, recompose, useOwnPolicy } from '../../../lib/policy-in-use.ts';
import { type PolicySources, composePolicy } from '../../../lib/sharing/compose-policy.ts';
import { signPolicy } from '../../../lib/sharing/envelope.ts';
import { fetchPolicy } from '../../../lib/sharing/fetch-policy.ts';
import { type ReadPublication, readPublished } from '../../../lib/sharing/judge-update.ts';
import { fingerprint, makeKeys, readPrivateKey, readPublicKey } from '../../../lib/sharing/keys.ts';
import { isLocked } from '../../../lib/sharing/locks.ts';
import { dateText, refusalText } from '../../../lib/sharing/refusal.ts';
import { earlierAfter, nextVersionToPublish, textToPublish } from '../../../lib/sharing/next-publication.ts';
import { rolloutPlace } from '../../../lib/sharing/rollout.ts';
import { fromShareLink, longestLink, toShareLink } from '../../../lib/sharing/share-link.ts';
import { type CheckOutcome, type Subscription, subscribable, usualMinutes } from '../../../lib/sharing/subscription.ts';
import { grantPattern } from '../../../lib/site-permission.ts';
import {
  changeFetchOnly,
  readCompany,
  readFetchOnly,
  readLocks,
  readPendingUpdate,
  readPolicyNews,
  readEarlierPublished,
  readPolicyDraft,
  readPublished as readLastPublished,
  readSubscriptionStatus,
  savePendingUpdate,
  savePolicyNews,
  saveEarlierPublished,
  savePublished,
  saveSubscription,
  saveSubscriptionStatus,
} from '../../../lib/storage.ts';
import { localize } from '../../../lib/text.ts';
import { download } from '../download.ts';
import { lookBack, publishedVersions } from '../go-back.ts';
import type { OptionsContext, ShowOptionsPage } from '../options-page.ts';

interface Found {
  readonly subscription: Subscription;
  readonly etag: string | undefined;
  readonly read: ReadPublication;
  readonly preview: PreviewModel;
  readonly later: string | undefined;
}

let found: Found | undefined;
let lookProblem: string | undefined;
let busy = false;
let taken: { readonly loaded: LoadedPolicy; readonly preview: PreviewModel } | undefined;
let takenProblem: string | undefined;
let overruled: readonly string[] = [];
let said: readonly string[] = [];
let refused = false;
let link: string | undefined;
let back: Awaited<ReturnType<typeof lookBack>> | undefined;

const dayMs = 24 * 60 * 60 * 1000;
/** Half a year: long enough to be renewed with care, short enough that a forgotten copy dies. */
const usualLifeDays = 180;

export const show: ShowOptionsPage = async (context) => {
  const { t, language, loaded, redraw } = context;
  await openLinkOfAddress(context);
  const [pending, news, company, locks, published, draft] = await Promise.all([
    readPendingUpdate(),
    readPolicyNews(),
    readCompany(),
    readLocks(),
    readLastPublished(),
    readPolicyDraft(),
  ]);
  const subscriptions = (await Promise.all((['company', 'team'] as const).map((slot) => stateOf(slot, context)))).filter((one) => one !== undefined);
  const after = (act: Promise<unknown>): void => void act.then(redraw);
  const policy = loaded?.policy;
  const versions = loaded ? await publishedVersions(loaded, language) : [];
  return (
    <SharingPage
      t={t}
      pending={pending ? await previewOfUpdate(pending.text, pending.seen.signedBy, pending.signed, context) : undefined}
      news={news ? { ...news, at: dateText(news.at, language) } : undefined}
      subscriptions={subscriptions}
      subscribe={
        subscriptions.some(({ managed }) => !managed)
          ? undefined
          : {
              found: found?.preview,
              later: found?.later,
              problem: lookProblem,
              busy,
              onLook: (url, key) => after(look(url, key, context)),
              onSubscribe: (updates) => after(subscribe(updates)),
            }
      }
      taken={taken?.preview}
      takenProblem={takenProblem}
      overruled={overruled.map(policyNames(policy ? [policy] : [], language, t).path)}
      lockedBy={isLocked(locks, 'rules') && isLocked(locks, 'tiers') ? t('sharing.lockedAll') : undefined}
      companyProblems={company?.problems ?? []}
      publish={
        policy && {
          name: localize(policy.name, language),
          drafted: draft !== null && !sameValue(draft.policy, policy),
          version: nextVersionToPublish(policy, published, loaded.origin.kind),
          expires: new Date(systemClock.now() + usualLifeDays * dayMs).toISOString().slice(0, 10),
          said,
          refused,
          link,
          earlier:
            versions.length > 0
              ? {
                  versions,
                  back: back?.view,
                  onLook: (version) =>
                    after(
                      lookBack(version, loaded, systemClock.now(), language).then((found) => {
                        back = found;
                      }),
                    ),
                  onBack: () => after(goBack(context)),
                  onCancel: () => {
                    back = undefined;
                    redraw();
                  },
                }
              : undefined,
          onSign: (request) => after(sign(request, context)),
          onMakeKeys: () => after(makeKeyFiles(context)),
          onPlain: () => download(`${policy.id}.yaml`, printPolicy(policy), 'application/yaml'),
          onLink: () => after(makeLink(context)),
        }
      }
      on={{
        onTake: () => pending && after(take(pending)),
        onDecline: () => after(declineUpdate()),
        onSeenNews: () => after(savePolicyNews(null)),
        onCheck: () => after(askBackground('policy.check', {})),
        onAllow: (url) => after(allow(url).then((allowed) => allowed && askBackground('policy.check', {}))),
        onUpdates: (updates) => after(changeUpdates(updates)),
        onEnd: () => after(endSubscription()),
        onFile: (file) => after(file.text().then((text) => takeIn(text, context, file.name))),
        onLinkText: (text) => after(takeLink(text, context)),
        onUse: () => after(use()),
        onForgetTaken: () => {
          taken = undefined;
          redraw();
        },
      }}
    />
  );
};

/** A share link that was opened as this page's own address; the data leaves the address bar at once. */
async function openLinkOfAddress(context: OptionsContext): Promise<void> {
  const { hash } = location;
  if (!hash.includes('handrail-policy-')) return;
  history.replaceState(null, '', '#publish');
  await takeLink(hash, context);
}

async function stateOf(slot: 'company' | 'team', { t, language }: OptionsContext): Promise<SubscriptionModel | undefined> {
  const subscription = await subscriptionOf(slot);
  if (!subscription) return undefined;
  const { url, key, managed, updates } = subscription;
  const stored = await readSubscriptionStatus(slot);
  const { checkedAt, nextAt, seen, outcome, inUseVersion } = stored.url === undefined || stored.url === url ? stored : {};
  const granted = await browser.permissions.contains({ origins: [grantPattern(url) ?? ''] });
  return {
    url,
    managed,
    updates,
    ...(key !== undefined && { pinned: await fingerprint(key) }),
    ...(inUseVersion !== undefined && { inUse: inUseVersion }),
    ...(checkedAt !== undefined && { checked: dateText(checkedAt, language) }),
    ...(nextAt !== undefined && { next: dateText(nextAt, language) }),
    ...(seen?.expires !== undefined && { until: dateText(seen.expires, language) }),
    ...(seen?.rollout !== undefined && { rollout: seen.rollout }),
    ...(outcome && { outcome: outcomeText(outcome, t, language) }),
    refused: outcome?.kind === 'refused',
    needsLeave: !granted,
  };
}

function outcomeText(outcome: CheckOutcome, t: OptionsContext['t'], language: string): string {
  if (outcome.kind === 'refused') return t('sharing.outcome.refused', { why: refusalText(outcome.why, t, language) });
  if (outcome.kind === 'not-yet') return t('sharing.outcome.not-yet', { version: outcome.version, rollout: outcome.rollout });
  return t(`sharing.outcome.${outcome.kind}`, { version: outcome.version });
}

async function previewOf(loaded: LoadedPolicy, sources: PolicySources, signedBy: string | undefined, language: string): Promise<PreviewModel> {
  const { changes, problems } = await differences(sources, systemClock.now(), language);
  return {
    name: localize(loaded.policy.name, language),
    version: loaded.policy.version,
    changes,
    problems,
    ...(signedBy !== undefined && { signedBy }),
  };
}

async function previewOfUpdate(
  text: string,
  signedBy: string | undefined,
  signed: boolean,
  { language }: OptionsContext,
): Promise<PreviewModel | undefined> {
  const load = loadPolicy(text, { kind: 'subscription', signed }, systemClock.now(), language);
  const value = rawPolicy(text);
  if (!load.ok || !value) return undefined;
  const sources = await readSources();
  return previewOf(load.loaded, { ...sources, team: { value, origin: load.loaded.origin, locked: [] } }, signed ? signedBy : undefined, language);
}

/** Asks the browser, by the click that led here, whether an address may be read. The site does not become one whose pages are read. */
async function allow(url: string): Promise<boolean> {
  const pattern = grantPattern(url);
  if (pattern === undefined) return false;
  // the browser shows its question only directly after the click, so nothing is awaited before it
  const asked = browser.permissions.request({ origins: [pattern] });
  const had = await browser.permissions.contains({ origins: [pattern] });
  if (!had) await changeFetchOnly(pattern, true);
  const allowed = await asked;
  if (!allowed && !had) await changeFetchOnly(pattern, false);
  return allowed;
}

async function look(address: string, keyText: string, { t, language, redraw }: OptionsContext): Promise<void> {
  found = undefined;
  lookProblem = undefined;
  const checked = subscribable(address);
  if ('problem' in checked) {
    lookProblem = t(`sharing.address.${checked.problem}`);
    return;
  }
  const { url } = checked;
  if (!(await allow(url))) {
    lookProblem = t('sharing.denied', { site: new URL(url).host });
    return;
  }
  const given = keyText.trim() === '' ? undefined : await readPublicKey(keyText);
  if (given && !given.ok) {
    lookProblem = t(`sharing.key.${given.problem}`);
    return;
  }
  busy = true;
  redraw();
  const answer = await fetchPolicy({ url, granted: true }, (to, options) => fetch(to, options), systemClock);
  busy = false;
  const refuse = (why: Parameters<typeof refusalText>[0]): void =>
    void (lookProblem = t('sharing.outcome.refused', { why: refusalText(why, t, language) }));
  if (answer.kind === 'unchanged') return refuse({ kind: 'status', status: 304 });
  if (answer.kind === 'refused') return refuse(answer.why);
  const now = systemClock.now();
  const trusted = given ? [given.key] : undefined;
  const first = await readPublished(answer.text, { trusted, origin: { kind: 'subscription', url }, now, language });
  if (!first.ok) return refuse(first.why);
  const { read } = first;
  const key = given?.key ?? read.keys[0];
  const { policy } = read.loaded;
  const value = rawPolicy(read.text);
  if (!value) return refuse({ kind: 'broken' });
  const sources = await readSources();
  const team = { value, origin: { kind: 'subscription' as const, url, signed: key !== undefined }, locked: [] };
  const rollout = read.publication?.rollout ?? 100;
  const later = (await rolloutPlace(await rolloutNumber(), policy.id, policy.version)) >= rollout;
  found = {
    subscription: { url, updates: 'ask', managed: false, minutes: usualMinutes, policyId: policy.id, ...(key !== undefined && { key }) },
    etag: answer.etag,
    read,
    preview: await previewOf(read.loaded, { ...sources, team }, key === undefined ? undefined : await fingerprint(key), language),
    later: later ? t('sharing.outcome.not-yet', { version: policy.version, rollout }) : undefined,
  };
}

async function subscribe(updates: 'ask' | 'auto'): Promise<void> {
  if (!found) return;
  const { read, etag, later } = found;
  const subscription = { ...found.subscription, updates };
  const now = systemClock.now();
  const status = {
    url: subscription.url,
    checkedAt: new Date(now).toISOString(),
    goodAt: new Date(now).toISOString(),
    seen: read.seen,
    ...(etag !== undefined && { etag }),
  };
  await saveSubscription(subscription);
  await saveSubscriptionStatus(
    'team',
    later === undefined ? status : { ...status, outcome: { kind: 'not-yet', version: read.seen.version, rollout: read.seen.rollout ?? 100 } },
  );
  if (later === undefined) await take({ text: read.text, seen: read.seen, signed: subscription.key !== undefined });
  found = undefined;
  // sets the alarm for the next look
  await askBackground('policy.check', {});
}

/** Takes what is shown: whoever looked at its changes is not told them again. */
async function take(update: Parameters<typeof takeUpdate>[1]): Promise<void> {
  await takeUpdate('team', update, systemClock.now());
  await savePolicyNews(null);
}

async function changeUpdates(updates: 'ask' | 'auto'): Promise<void> {
  const subscription = await subscriptionOf('team');
  if (!subscription) return;
  await saveSubscription({ ...subscription, updates });
}

/** The policy goes back to the company's, or to one's own. */
async function endSubscription(): Promise<void> {
  const subscription = await subscriptionOf('team');
  await saveSubscription(null);
  await saveSubscriptionStatus('team', {});
  await savePendingUpdate(null);
  await recompose(systemClock.now());
  const pattern = subscription ? grantPattern(subscription.url) : undefined;
  if (pattern !== undefined) {
    if ((await readFetchOnly()).includes(pattern)) {
      await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
      await changeFetchOnly(pattern, false);
    }
  }
  await askBackground('policy.check', {});
}

async function takeIn(text: string, { t, language }: OptionsContext, name?: string): Promise<void> {
  taken = undefined;
  takenProblem = undefined;
  overruled = [];
  const result = await readPublished(text, { trusted: undefined, origin: { kind: 'file' }, now: systemClock.now(), language });
  if (!result.ok) {
    const sentence = t('sharing.outcome.refused', { why: refusalText(result.why, t, language) });
    takenProblem = name === undefined ? sentence : `${name}: ${sentence}`;
    return;
  }
  const { loaded, seen } = result.read;
  const { mine: _, ...lower } = await readSources();
  const base = composePolicy(lower, systemClock.now(), language).load;
  const stands = base.ok && Object.keys(lower).length > 0 ? { base: base.loaded.policy } : {};
  taken = {
    loaded,
    preview: await previewOf(loaded, { ...lower, mine: { policy: loaded.policy, origin: loaded.origin, ...stands } }, seen.signedBy, language),
  };
}

async function takeLink(text: string, context: OptionsContext): Promise<void> {
  const read = await fromShareLink(text);
  taken = undefined;
  takenProblem = read.ok ? undefined : context.t(`sharing.link.${read.problem}`);
  if (read.ok) await takeIn(read.text, context);
}

async function use(): Promise<void> {
  if (!taken) return;
  overruled = (await useOwnPolicy(taken.loaded, systemClock.now())).overruled;
  taken = undefined;
}

async function goBack({ t }: OptionsContext): Promise<void> {
  if (!back?.loaded) return;
  const { to, as } = back.view;
  const used = await useOwnPolicy(back.loaded, systemClock.now());
  back = undefined;
  refused = !used.ok;
  overruled = used.overruled;
  said = [used.ok ? t('sharing.earlier.done', { to, as }) : t('draft.notUsed')];
}

async function sign({ version, expires, rollout, key: file }: PublishRequest, { t, language, loaded }: OptionsContext): Promise<void> {
  link = undefined;
  const now = systemClock.now();
  const until = Date.parse(`${expires}T23:59:59Z`);
  const refuse = (sentence: string): void => {
    refused = true;
    said = [sentence];
  };
  if (!loaded) return;
  if (!Number.isInteger(version) || version < 1) return refuse(t('sharing.publish.badVersion'));
  const toSign = textToPublish(loaded.policy, version, await readLastPublished());
  if (toSign === 'older') return refuse(t('sharing.publish.badVersion'));
  if (toSign === 'changed') return refuse(t('sharing.refused.changed', { version }));
  if (!(until > now)) return refuse(t('sharing.publish.badDate'));
  if (!(rollout >= 1 && rollout <= 100)) return refuse(t('sharing.publish.badRollout'));
  const key = await readPrivateKey(await file.text());
  if (!key.ok) return refuse(t(`sharing.key.${key.problem}`));
  const { text } = toSign;
  const issued = new Date(now).toISOString();
  const name = `${loaded.policy.id}.signed.json`;
  download(name, await signPolicy({ policy: text, issued, expires: new Date(until).toISOString(), rollout }, [key.key]), 'application/json');
  const published = { id: loaded.policy.id, version, text, at: issued, rollout };
  await saveEarlierPublished(earlierAfter(await readEarlierPublished(), await readLastPublished(), published));
  await savePublished(published);
  refused = false;
  said = [
    t('sharing.publish.signed', { file: name, version, rollout, expires: dateText(new Date(until).toISOString(), language) }),
    t('sharing.publish.signedBy', { fingerprint: await fingerprint(key.key.publicKey), key: key.key.publicKey }),
  ];
}

async function makeKeyFiles({ t, loaded }: OptionsContext): Promise<void> {
  const name = loaded?.policy.id ?? 'policy';
  try {
    const made = await makeKeys();
    download(`${name}.key`, made.privatePem, 'application/x-pem-file');
    download(`${name}.pub`, made.publicPem, 'application/x-pem-file');
    refused = false;
    said = [t('sharing.publish.keysMade', { secret: `${name}.key`, fingerprint: await fingerprint(made.publicKey), key: made.publicKey })];
  } catch {
    refused = true;
    said = [t('sharing.key.unsupported')];
  }
}

async function makeLink({ t, loaded }: OptionsContext): Promise<void> {
  if (!loaded) return;
  link = await toShareLink(browser.runtime.getURL('/options.html'), printPolicy(loaded.policy));
  refused = link === undefined;
  said = link === undefined ? [t('sharing.publish.linkTooLarge', { most: longestLink })] : [];
}
