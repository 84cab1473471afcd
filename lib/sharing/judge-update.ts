/** Whether what an address served may take the place of what is in use. Pure but for WebCrypto; every "no" has its reason. */
import { loadPolicy } from '../policy/load-policy.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import { openEnvelope, type Publication, readEnvelope } from './envelope.ts';
import { digestOf, fingerprint, knowsEd25519, type PublicKeyText } from './keys.ts';
import type { Refusal } from './refusal.ts';
import { rolloutPlace } from './rollout.ts';
import type { SeenPublication, Subscription, SubscriptionStatus } from './subscription.ts';

/** A policy as it was published, checked as far as it can be alone. */
export interface ReadPublication {
  readonly loaded: LoadedPolicy;
  /** The policy's own text. */
  readonly text: string;
  readonly seen: SeenPublication;
  readonly publication?: Publication;
  /** Keys whose signatures are good, the believed one first. */
  readonly keys: readonly PublicKeyText[];
}
export type PublicationRead = { readonly ok: true; readonly read: ReadPublication } | { readonly ok: false; readonly why: Refusal };

const refuse = (why: Refusal): { readonly ok: false; readonly why: Refusal } => ({ ok: false, why });

/**
 * Reads a file that is signed or plain.
 * @param trusted keys of which one must have signed; undefined = none is pinned: plain files are read too, a signature must still be good
 * @param now ms since 1970
 */
export async function readPublished(text: string, { trusted, origin, now, language }: ReadingOf): Promise<PublicationRead> {
  const envelope = readEnvelope(text);
  if (envelope === 'broken') return refuse({ kind: 'broken' });
  if (trusted && !(await knowsEd25519())) return refuse({ kind: 'unsupported' });
  if (!envelope) {
    const plain = loadPolicy(text, { ...origin, signed: false }, now, language);
    if (!plain.ok) return refuse({ kind: 'problems', problems: plain.problems.map(({ readable }) => readable) });
    if (trusted) return refuse({ kind: 'unsigned' });
    return { ok: true, read: { loaded: plain.loaded, text, seen: { version: plain.loaded.policy.version, digest: await digestOf(text) }, keys: [] } };
  }
  const opened = await openEnvelope(envelope, trusted);
  if (!opened.ok) {
    if (opened.problem !== 'other-key') return refuse({ kind: opened.problem });
    return refuse({ kind: 'other-key', found: await fingerprint(opened.keys[0] ?? ''), pinned: await fingerprint(trusted?.[0] ?? '') });
  }
  const { publication, by, keys } = opened;
  if (Date.parse(publication.expires) <= now) return refuse({ kind: 'expired', at: publication.expires });
  const load = loadPolicy(publication.policy, { ...origin, signed: trusted !== undefined }, now, language);
  if (!load.ok) return refuse({ kind: 'problems', problems: load.problems.map(({ readable }) => readable) });
  const seen: SeenPublication = {
    version: load.loaded.policy.version,
    digest: await digestOf(publication.policy),
    expires: publication.expires,
    rollout: publication.rollout,
    signedBy: await fingerprint(by),
  };
  return { ok: true, read: { loaded: load.loaded, text: publication.policy, seen, publication, keys: [by, ...keys.filter((key) => key !== by)] } };
}
export interface ReadingOf {
  readonly trusted: readonly PublicKeyText[] | undefined;
  readonly origin: LoadedPolicy['origin'];
  readonly now: number;
  readonly language: string;
}

export type Verdict =
  | { readonly kind: 'update'; readonly read: ReadPublication; readonly pins: Pins }
  | { readonly kind: 'same' | 'declined'; readonly seen: SeenPublication; readonly pins: Pins }
  | { readonly kind: 'not-yet'; readonly seen: SeenPublication; readonly rollout: number; readonly pins: Pins }
  | { readonly kind: 'refused'; readonly why: Refusal };
export interface Pins {
  readonly key?: PublicKeyText;
  readonly nextKey?: PublicKeyText;
}

/**
 * Judges what the address of a subscription served.
 * @param rolloutNumber this browser's own
 * @param now ms since 1970
 */
export async function judgeUpdate(text: string, { subscription, status, rolloutNumber, now, language }: JudgedAgainst): Promise<Verdict> {
  const { key, nextKey, url, managed, policyId } = subscription;
  const origin = { kind: managed ? ('managed' as const) : ('subscription' as const), url };
  const trusted = key === undefined ? undefined : [key, ...(nextKey === undefined ? [] : [nextKey])];
  const result = await readPublished(text, { trusted, origin, now, language });
  if (!result.ok) return { kind: 'refused', why: result.why };
  const { read } = result;
  const { seen, publication } = read;
  const { id } = read.loaded.policy;
  if (policyId !== undefined && id !== policyId) return { kind: 'refused', why: { kind: 'other-id', found: id, expected: policyId } };
  const { seen: last, inUse, declined } = status;
  if (last && seen.version < last.version) return { kind: 'refused', why: { kind: 'stale', version: seen.version, seen: last.version } };
  if (last && seen.version === last.version && seen.digest !== last.digest)
    return { kind: 'refused', why: { kind: 'changed', version: seen.version } };
  const pins = pinsAfter(subscription, publication, read.keys);
  if (seen.digest === inUse) return { kind: 'same', seen, pins };
  if (seen.digest === declined) return { kind: 'declined', seen, pins };
  const rollout = publication?.rollout ?? 100;
  if ((await rolloutPlace(rolloutNumber, id, seen.version)) >= rollout) return { kind: 'not-yet', seen, rollout, pins };
  return { kind: 'update', read, pins };
}
export interface JudgedAgainst {
  readonly subscription: Subscription;
  readonly status: SubscriptionStatus;
  readonly rolloutNumber: string;
  readonly now: number;
  readonly language: string;
}

/**
 * A new key takes over once it has signed itself; until then the old one keeps its place beside it. The company's own pin stays as the
 * company wrote it.
 */
function pinsAfter({ key, nextKey, managed }: Subscription, publication: Publication | undefined, good: readonly PublicKeyText[]): Pins {
  const same: Pins = { ...(key !== undefined && { key }), ...(nextKey !== undefined && { nextKey }) };
  if (key === undefined || !publication || managed) return same;
  const announced = publication.nextKey;
  if (announced !== undefined && good.includes(announced)) return { key: announced };
  if (nextKey !== undefined && good.includes(nextKey)) return { key: nextKey, ...(announced !== undefined && { nextKey: announced }) };
  return { key, ...(announced !== undefined && { nextKey: announced }) };
}
