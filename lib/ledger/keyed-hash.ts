/** Hashes under a key that never leaves this browser, so that nobody who sees the ledger can try out names. */

/** A new key. Not extractable: it can be stored and used, never read. */
export function makeHashKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/** Bytes of a hash that are kept: enough that two requesters never meet by chance. */
const keptBytes = 12;

/** @returns HMAC-SHA-256 of the text, trimmed and in lower case, as hexadecimal */
export async function keyedHash(key: CryptoKey, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text.normalize('NFC').trim().toLowerCase());
  const hash = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
  return [...hash.subarray(0, keptBytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
