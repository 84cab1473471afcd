/**
 * Fetches a published policy: one GET that sends nothing but the address and the last ETag, inside limits of size and time. No cookies, no
 * referrer, no redirect: what is subscribed to is one address, and nothing is ever sent to another.
 */
import type { Clock } from '../clock.ts';
import type { Refusal } from './refusal.ts';

/** Bytes; the longest policy that is read has a third of it. */
export const largestAnswer = 2_000_000;
/** For the whole answer; browsers end a silent worker after 30 s. */
export const longestFetchMs = 20_000;

export interface FetchRequest {
  readonly url: string;
  /** Of the last answer that was believed. */
  readonly etag?: string;
  /**
   * The browser granted this site. Without it the address must allow readers from everywhere (CORS), and the one header of ours, which
   * would need a leave of its own, is left to the browser's cache.
   */
  readonly granted: boolean;
}

export type FetchAnswer =
  | { readonly kind: 'fetched'; readonly text: string; readonly etag?: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly why: Refusal };

type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** Total: every failure is an answer. @param get the browser's `fetch` */
export async function fetchPolicy({ url, etag, granted }: FetchRequest, get: Fetch, clock: Clock): Promise<FetchAnswer> {
  const limit = new AbortController();
  const done = new AbortController();
  let late = false;
  clock.at(
    clock.now() + longestFetchMs,
    () => {
      late = true;
      limit.abort();
    },
    done.signal,
  );
  try {
    const response = await get(url, {
      method: 'GET',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: granted ? 'no-store' : 'no-cache',
      signal: limit.signal,
      ...(granted && etag !== undefined && { headers: { 'If-None-Match': etag } }),
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400 && response.status !== 304))
      return refuse({ kind: 'redirect' });
    if (response.status === 304) return { kind: 'unchanged' };
    if (response.status !== 200) return refuse({ kind: 'status', status: response.status });
    if (Number(response.headers.get('content-length') ?? 0) > largestAnswer) return refuse({ kind: 'too-large', most: largestAnswer });
    const bytes = await readUpTo(response, largestAnswer);
    if (!bytes) return refuse({ kind: 'too-large', most: largestAnswer });
    const text = textOf(bytes);
    if (text === undefined) return refuse({ kind: 'not-text' });
    if (text.trim() === '') return refuse({ kind: 'empty' });
    // many hosts answer with a page that asks to sign in, and call it a success
    if (/^\s*(<!doctype html|<html)/i.test(text)) return refuse({ kind: 'web-page' });
    const newEtag = response.headers.get('etag');
    return { kind: 'fetched', text, ...(newEtag !== null && { etag: newEtag }) };
  } catch {
    return refuse({ kind: late ? 'slow' : granted ? 'offline' : 'no-permission' });
  } finally {
    done.abort();
    // stops an answer that is still coming in
    limit.abort();
  }
}

const refuse = (why: Refusal): FetchAnswer => ({ kind: 'refused', why });

/** @returns undefined as soon as there is more than `most`; the rest is not waited for. */
async function readUpTo(response: Response, most: number): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) return undefined;
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

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
