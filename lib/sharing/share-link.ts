/**
 * A whole policy in the fragment of an address. A fragment is never sent to any server, so the link is a file that fits into a chat message.
 */
import { fromBase64, toBase64Url } from './base64.ts';
import { longestPolicy } from '../policy/load-policy-data.ts';

/** Marks our data in a fragment; the digit is the form's version. */
const mark = 'handrail-policy-1=';
/**
 * Characters of a link: a policy twice the size of the built-in one. Browsers take far more; chat and mail programs may cut long ones, so the page says
 * how long a link is, and one that was cut is told from a whole one.
 */
export const longestLink = 100_000;

/** @param base address before the `#`; `undefined` as answer: the policy is too large for a link. */
export async function toShareLink(base: string, text: string): Promise<string | undefined> {
  const packed = await collected(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')), longestLink);
  if (!packed) return undefined;
  const link = `${base}#${mark}${toBase64Url(packed)}`;
  return link.length > longestLink ? undefined : link;
}

export type LinkRead = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: 'no-link' | 'broken' | 'too-large' };

/** Reads what `toShareLink` wrote, from a whole address, from its fragment, or from a message that holds the link. */
export async function fromShareLink(link: string): Promise<LinkRead> {
  const found = /handrail-policy-1=([A-Za-z0-9_-]+)/.exec(link);
  if (!found) return { ok: false, problem: 'no-link' };
  const packed = fromBase64(found[1] ?? '');
  if (!packed) return { ok: false, problem: 'broken' };
  try {
    const bytes = await collected(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')), longestPolicy * 2);
    if (!bytes) return { ok: false, problem: 'too-large' };
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: 'broken' };
  }
}

/** @returns undefined when there is more than `most`, without reading on: a small link may unpack to a huge text. */
async function collected(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}
