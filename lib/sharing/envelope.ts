/**
 * The signed form of a policy: a DSSE envelope (Dead Simple Signing Envelope 1.0, github.com/secure-systems-lab/dsse). What is signed are the
 * bytes of a text as it was written, so nothing has to be brought into a canonical form. docs/deploy-to-a-team.md describes it for other tools.
 */
import { fromBase64, toBase64 } from './base64.ts';
import { fingerprint, type PublicKeyText, readPublicKey, type SigningKey, signBytes, verifies } from './keys.ts';

export const payloadType = 'application/vnd.handrail.policy+json';
/** Of the payload's own form. */
const payloadVersion = 1;

/** What a lead publishes. */
export interface Publication {
  /** The policy file as written, YAML or JSON. */
  readonly policy: string;
  /** When it was signed, ISO 8601. */
  readonly issued: string;
  /** After this instant no browser takes it any more, so that an old copy cannot be served for ever. */
  readonly expires: string;
  /** Percent of browsers that take it, above 0 to 100. */
  readonly rollout: number;
  /** The key that will sign from now on; the signature of the old one vouches for it. */
  readonly nextKey?: PublicKeyText;
}

interface Signature {
  readonly keyid: string;
  readonly sig: string;
  /** Not part of DSSE, which allows further members: lets a first subscriber see whose signature it is. */
  readonly publicKey: PublicKeyText;
}

export interface Envelope {
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly signatures: readonly Signature[];
}

/** @returns the text of the file to publish, signed with every key that is given. */
export async function signPolicy(publication: Publication, keys: readonly SigningKey[]): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify({ handrail: payloadVersion, ...publication }));
  const bytes = signedBytes(payload);
  const signatures = await Promise.all(
    keys.map(
      async ({ key, publicKey }): Promise<Signature> => ({
        keyid: await fingerprint(publicKey),
        publicKey,
        sig: toBase64(await signBytes(key, bytes)),
      }),
    ),
  );
  return `${JSON.stringify({ payloadType, payload: toBase64(payload), signatures }, null, 2)}\n`;
}

/** @returns undefined for what is no envelope at all (a plain policy, a web page), `broken` for one with parts missing or of a wrong kind. */
export function readEnvelope(text: string): Envelope | 'broken' | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // an envelope that was cut off is no policy either
    return /^\s*\{\s*"payloadType"/.test(text) ? 'broken' : undefined;
  }
  if (typeof value !== 'object' || value === null || !('payload' in value || 'payloadType' in value)) return undefined;
  const { payload, payloadType: type, signatures } = value as Readonly<Record<string, unknown>>;
  if (type !== payloadType || typeof payload !== 'string' || !Array.isArray(signatures)) return 'broken';
  const bytes = fromBase64(payload);
  // more signatures than anybody needs would only cost time
  if (!bytes || signatures.length === 0 || signatures.length > mostSignatures || !signatures.every(isSignature)) return 'broken';
  return { payload: bytes, signatures };
}
const mostSignatures = 8;

export type Opened =
  | { readonly ok: true; readonly publication: Publication; readonly by: PublicKeyText; readonly keys: readonly PublicKeyText[] }
  | { readonly ok: false; readonly problem: 'bad-signature' | 'broken' | 'unsupported' }
  | { readonly ok: false; readonly problem: 'other-key'; readonly keys: readonly PublicKeyText[] };

/**
 * Checks the signatures, and only then looks at what was signed.
 * @param trusted keys of which one must have signed; undefined = any, for the first look before a key is pinned
 */
export async function openEnvelope(envelope: Envelope, trusted: readonly PublicKeyText[] | undefined): Promise<Opened> {
  const bytes = signedBytes(envelope.payload);
  const named = envelope.signatures.map(({ publicKey }) => publicKey);
  const asked = envelope.signatures.filter(({ publicKey }) => !trusted || trusted.includes(publicKey));
  if (asked.length === 0) return { ok: false, problem: 'other-key', keys: named };
  const read = await readPublicKey(asked[0]?.publicKey ?? '');
  if (!read.ok && read.problem === 'unsupported') return { ok: false, problem: 'unsupported' };
  const good: PublicKeyText[] = [];
  for (const { publicKey, sig } of envelope.signatures) {
    const signature = fromBase64(sig);
    if (signature && (await verifies(publicKey, signature, bytes))) good.push(publicKey);
  }
  const by = good.find((key) => !trusted || trusted.includes(key));
  if (by === undefined) return { ok: false, problem: 'bad-signature' };
  const publication = readPublication(envelope.payload);
  return publication ? { ok: true, publication, by, keys: good } : { ok: false, problem: 'broken' };
}

/** DSSE's pre-authentication encoding: lengths are those of the UTF-8 bytes. */
function signedBytes(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

function readPublication(payload: Uint8Array): Publication | undefined {
  let value: Readonly<Record<string, unknown>>;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { handrail, policy, issued, expires, rollout, nextKey } = value;
  if (handrail !== payloadVersion || typeof policy !== 'string' || typeof issued !== 'string' || typeof expires !== 'string') return undefined;
  if (Number.isNaN(Date.parse(issued)) || Number.isNaN(Date.parse(expires))) return undefined;
  if (typeof rollout !== 'number' || !(rollout > 0 && rollout <= 100)) return undefined;
  if (nextKey !== undefined && (typeof nextKey !== 'string' || fromBase64(nextKey)?.length !== 32)) return undefined;
  return { policy, issued, expires, rollout, ...(nextKey !== undefined && { nextKey }) };
}

function isSignature(value: unknown): value is Signature {
  if (typeof value !== 'object' || value === null) return false;
  const { keyid, sig, publicKey } = value as Readonly<Record<string, unknown>>;
  return typeof keyid === 'string' && typeof sig === 'string' && typeof publicKey === 'string';
}
