/**
 * Ed25519 keys of people who publish policies: made, read from a file, written to one, and shown as a fingerprint. All by the browser's
 * own WebCrypto (Chrome and Edge from 137, Firefox from 129, Node from 20).
 */

import { fromBase64, toBase64, toBase64Url } from './base64.ts';

/** A public key as it is pinned: the 32 raw bytes in base64url. */
export type PublicKeyText = string;

export interface SigningKey {
  readonly key: CryptoKey;
  readonly publicKey: PublicKeyText;
}

export type KeyProblem = 'unsupported' | 'not-a-key' | 'encrypted' | 'openssh' | 'other-algorithm' | 'public-instead' | 'private-instead';
export type KeyRead<T> = { readonly ok: true; readonly key: T } | { readonly ok: false; readonly problem: KeyProblem };

const algorithm = 'Ed25519';
const refuse = (problem: KeyProblem): { readonly ok: false; readonly problem: KeyProblem } => ({ ok: false, problem });

/** Whether this browser can check Ed25519 signatures. */
export async function knowsEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), algorithm, true, ['verify']);
    return true;
  } catch {
    return false;
  }
}

/** @returns both halves as PEM texts (PKCS #8 and SPKI, RFC 8410), as other tools such as `openssl pkey` read them. */
export async function makeKeys(): Promise<{ readonly privatePem: string; readonly publicPem: string; readonly publicKey: PublicKeyText }> {
  // the one result type of generateKey for a signing algorithm is a pair
  const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const [secret, open, raw] = await Promise.all([
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
    crypto.subtle.exportKey('spki', pair.publicKey),
    crypto.subtle.exportKey('raw', pair.publicKey),
  ]);
  return {
    privatePem: pem('PRIVATE KEY', new Uint8Array(secret)),
    publicPem: pem('PUBLIC KEY', new Uint8Array(open)),
    publicKey: toBase64Url(new Uint8Array(raw)),
  };
}

/** @param text PEM (PKCS #8) or JWK. Total: what is no such key gives the reason. */
export async function readPrivateKey(text: string): Promise<KeyRead<SigningKey>> {
  const found = keyMaterial(text);
  if ('problem' in found) return refuse(found.problem);
  if (found.form === 'spki' || found.form === 'raw' || (found.form === 'jwk' && found.jwk.d === undefined)) return refuse('public-instead');
  if (!(await knowsEd25519())) return refuse('unsupported');
  try {
    const key =
      found.form === 'jwk'
        ? await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: algorithm, x: found.jwk.x, d: found.jwk.d }, algorithm, true, ['sign'])
        : await crypto.subtle.importKey('pkcs8', found.bytes, algorithm, true, ['sign']);
    const { x } = await crypto.subtle.exportKey('jwk', key);
    return x === undefined ? refuse('not-a-key') : { ok: true, key: { key, publicKey: x } };
  } catch {
    return refuse('other-algorithm');
  }
}

/** @param text PEM (SPKI), JWK, or the 32 raw bytes in base64 or base64url. A private key is refused, so that nobody hands one out by mistake. */
export async function readPublicKey(text: string): Promise<KeyRead<PublicKeyText>> {
  const found = keyMaterial(text);
  if ('problem' in found) return refuse(found.problem);
  if (found.form === 'pkcs8' || (found.form === 'jwk' && found.jwk.d !== undefined)) return refuse('private-instead');
  if (!(await knowsEd25519())) return refuse('unsupported');
  try {
    const key =
      found.form === 'jwk'
        ? await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: algorithm, x: found.jwk.x }, algorithm, true, ['verify'])
        : await crypto.subtle.importKey(found.form, found.bytes, algorithm, true, ['verify']);
    return { ok: true, key: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', key))) };
  } catch {
    return refuse('other-algorithm');
  }
}

/** What people compare: the first 128 bits of the key's SHA-256, as eight groups of four hexadecimal digits. */
export async function fingerprint(key: PublicKeyText): Promise<string> {
  const bytes = fromBase64(key) ?? new Uint8Array();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 16);
  return (hexOf(hash).match(/.{4}/g) ?? []).join(' ');
}

/** @returns whether `signature` is the key's over `bytes`; false also for what is no key or no signature. */
export async function verifies(key: PublicKeyText, signature: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const raw = fromBase64(key);
  if (raw?.length !== 32 || signature.length !== 64) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', raw, algorithm, true, ['verify']);
    return await crypto.subtle.verify(algorithm, imported, signature, bytes);
  } catch {
    return false;
  }
}

export const signBytes = async (key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.sign(algorithm, key, bytes));

/** SHA-256 of a text's UTF-8 bytes, hexadecimal. */
export async function digestOf(text: string): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

type Material =
  | { readonly form: 'pkcs8' | 'spki' | 'raw'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly form: 'jwk'; readonly jwk: { readonly x?: string; readonly d?: string } };

function keyMaterial(text: string): Material | { readonly problem: KeyProblem } {
  const trimmed = text.trim();
  const block = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/.exec(trimmed);
  if (block) {
    const [, label, body = ''] = block;
    if (label === 'ENCRYPTED PRIVATE KEY') return { problem: 'encrypted' };
    if (label === 'OPENSSH PRIVATE KEY') return { problem: 'openssh' };
    if (label !== 'PRIVATE KEY' && label !== 'PUBLIC KEY') return { problem: 'other-algorithm' };
    const bytes = fromBase64(body.replace(/\s+/g, ''));
    return bytes ? { form: label === 'PRIVATE KEY' ? 'pkcs8' : 'spki', bytes } : { problem: 'not-a-key' };
  }
  if (trimmed.startsWith('{')) return jwkMaterial(trimmed);
  const bytes = fromBase64(trimmed);
  return bytes?.length === 32 ? { form: 'raw', bytes } : { problem: 'not-a-key' };
}

function jwkMaterial(text: string): Material | { readonly problem: KeyProblem } {
  try {
    const { kty, crv, x, d } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (kty !== 'OKP' || crv !== algorithm) return { problem: typeof kty === 'string' ? 'other-algorithm' : 'not-a-key' };
    if (typeof x !== 'string' || (d !== undefined && typeof d !== 'string')) return { problem: 'not-a-key' };
    return { form: 'jwk', jwk: { x, ...(d !== undefined && { d }) } };
  } catch {
    return { problem: 'not-a-key' };
  }
}

function pem(label: string, bytes: Uint8Array<ArrayBuffer>): string {
  return `-----BEGIN ${label}-----\n${toBase64(bytes).replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
}

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
