import { expect, test } from 'vitest';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { printPolicy } from '../../lib/policy/print-policy.ts';
import { fromShareLink, longestLink, toShareLink } from '../../lib/sharing/share-link.ts';

const base = 'chrome-extension://abc/options.html';

test('a policy survives the way through a link, also inside a message', async () => {
  const text = 'handrail: 1\nname: Hỗ trợ 🌸\n'.repeat(50);
  const link = await toShareLink(base, text);
  expect(link?.startsWith(`${base}#`)).toBe(true);
  expect(link).not.toMatch(/[^\w:/.#=-]/);
  expect(await fromShareLink(`Please use this: ${link} Thanks!`)).toEqual({ ok: true, text });
});

test('a policy of the default size fits', async () => {
  const text = printPolicy(defaultPolicy);
  const link = (await toShareLink(base, text)) ?? '';
  expect(link.length).toBeLessThanOrEqual(longestLink);
  expect(await fromShareLink(link)).toEqual({ ok: true, text });
});

test('what does not fit gives no link', async () => {
  let text = '';
  for (let index = 0; text.length < 300_000; index++) text += ((index * 2654435761) >>> 0).toString(36);
  expect(await toShareLink(base, text)).toBeUndefined();
});

test.each([
  ['no link', 'https://example.com/', 'no-link'],
  ['a link that was cut off', `${base}#handrail-policy-1=q1bKS`, 'broken'],
  ['other data', `${base}#handrail-policy-1=AAAA`, 'broken'],
])('%s', async (_, link, problem) => {
  expect(await fromShareLink(link)).toEqual({ ok: false, problem });
});

test('a small link that unpacks to a huge text is refused', async () => {
  const packed = await new Response(new Blob(['a'.repeat(5_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
  const data = Buffer.from(packed).toString('base64url');
  expect(await fromShareLink(`#handrail-policy-1=${data}`)).toEqual({ ok: false, problem: 'too-large' });
});
