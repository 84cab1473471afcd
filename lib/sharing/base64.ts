/** Bytes as text and back; the browsers' own `toBase64` is younger than the oldest one that is supported. */

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // in pieces, since a call takes a limited number of arguments
  for (let start = 0; start < bytes.length; start += 0x8000) binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(binary);
}

/** With `-` and `_`, without padding: needs no escaping in addresses. */
export const toBase64Url = (bytes: Uint8Array): string => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** @param text base64 or base64url, padded or not. @returns undefined for anything else, also for bits that stand beyond the last byte */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) return undefined;
  const bytes = Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
  return toBase64(bytes).replace(/=+$/, '') === plain ? bytes : undefined;
}
