import { describe, expect, test } from 'vitest';
import { manualClock } from '../../lib/clock.ts';
import { type FetchRequest, fetchPolicy, largestAnswer, longestFetchMs } from '../../lib/sharing/fetch-policy.ts';
import { nextCheck, subscribable } from '../../lib/sharing/subscription.ts';

const request: FetchRequest = { url: 'https://static.acme.example/p.json', granted: true };
const answer = (response: Response, given: Partial<FetchRequest> = {}) =>
  fetchPolicy({ ...request, ...given }, () => Promise.resolve(response), manualClock(0));

test('sends a GET with the last ETag, and no cookie and no referrer; follows no redirect', async () => {
  let sent: RequestInit | undefined;
  await fetchPolicy({ ...request, etag: '"7"' }, (_, options) => ((sent = options), Promise.resolve(new Response('x'))), manualClock(0));
  expect(sent).toMatchObject({
    method: 'GET',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
    headers: { 'If-None-Match': '"7"' },
  });
  expect(sent?.body).toBeUndefined();
});

test('a file comes back with its ETag, whatever type the host gives it', async () => {
  const response = new Response('handrail: 1', { headers: { etag: '"8"', 'content-type': 'application/octet-stream' } });
  expect(await answer(response)).toEqual({ kind: 'fetched', text: 'handrail: 1', etag: '"8"' });
});

test('304 means unchanged', async () => {
  expect(await answer(new Response(null, { status: 304 }))).toEqual({ kind: 'unchanged' });
});

describe('refuses', () => {
  test.each<[string, () => Response, object]>([
    ['404', () => new Response('no', { status: 404 }), { kind: 'status', status: 404 }],
    ['500', () => new Response('no', { status: 500 }), { kind: 'status', status: 500 }],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: '/x' } }), { kind: 'redirect' }],
    [
      'a file that says it is too large',
      () => new Response('x', { headers: { 'content-length': '50000000' } }),
      { kind: 'too-large', most: 2_000_000 },
    ],
    ['bytes that are no text', () => new Response(new Uint8Array([0xff, 0xfe, 0x00])), { kind: 'not-text' }],
    ['nothing', () => new Response('  \n'), { kind: 'empty' }],
    ['a page that asks to sign in', () => new Response('\n<!DOCTYPE html><form>'), { kind: 'web-page' }],
  ])('%s', async (_, response, why) => {
    expect(await answer(response())).toEqual({ kind: 'refused', why });
  });

  test('a file that does not end, without reading much beyond the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(65));
      },
    });
    expect(await answer(new Response(endless))).toMatchObject({ why: { kind: 'too-large' } });
    expect(sent).toBeLessThan(largestAnswer + 500_000);
  });

  test('an answer that takes too long', async () => {
    const clock = manualClock(0);
    const slow = fetchPolicy(
      request,
      (_, { signal }) => new Promise((_resolve, fail) => signal?.addEventListener('abort', () => fail(new Error('aborted')))),
      clock,
    );
    clock.advanceTo(longestFetchMs);
    expect(await slow).toEqual({ kind: 'refused', why: { kind: 'slow' } });
  });

  test.each([
    [true, 'offline'],
    [false, 'no-permission'],
  ])('no answer at all (site granted: %s)', async (granted, kind) => {
    const answered = await fetchPolicy({ ...request, granted }, () => Promise.reject(new TypeError('Failed to fetch')), manualClock(0));
    expect(answered).toEqual({ kind: 'refused', why: { kind } });
  });
});

test.each([
  ['https://a.example/p.json', { url: 'https://a.example/p.json' }],
  [' https://a.example/p.json#x ', { url: 'https://a.example/p.json' }],
  ['http://localhost:8080/p.yaml', { url: 'http://localhost:8080/p.yaml' }],
  ['http://127.0.0.1/p', { url: 'http://127.0.0.1/p' }],
  ['http://[::1]:1/p', { url: 'http://[::1]:1/p' }],
  ['http://a.example/p', { problem: 'not-https' }],
  ['http://127.0.0.1.evil.example/p', { problem: 'not-https' }],
  ['file:///etc/passwd', { problem: 'not-https' }],
  ['https://me:secret@a.example/', { problem: 'password' }],
  ['a.example/p', { problem: 'not-an-address' }],
  ['', { problem: 'not-an-address' }],
])('subscribing to %j', (address, expected) => {
  expect(subscribable(address)).toEqual(expected);
});

test('looks are spread over a fifth before and after the hour, and never come too often', () => {
  expect([nextCheck(0, 60, 0), nextCheck(0, 60, 0.5), nextCheck(0, 60, 1)].map((at) => Math.round(at / 60_000))).toEqual([48, 60, 72]);
  expect(nextCheck(0, 0.01, 0)).toBe(4 * 60_000);
});
