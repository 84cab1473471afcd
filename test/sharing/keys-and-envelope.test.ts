import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openEnvelope, payloadType, readEnvelope } from '../../lib/sharing/envelope.ts';
import { fingerprint, makeKeys, readPrivateKey, readPublicKey } from '../../lib/sharing/keys.ts';
import { newKey, policyText, signed } from './published.ts';

describe('keys', () => {
  test('are read from PEM, JWK and raw text, all as the same key', async () => {
    const made = await makeKeys();
    const secret = await readPrivateKey(made.privatePem);
    const jwk = createPublicKey(made.publicPem).export({ format: 'jwk' });
    const forms = [made.publicPem, JSON.stringify(jwk), made.publicKey, `  ${made.publicKey}=\n`];
    for (const form of forms) expect(await readPublicKey(form)).toEqual({ ok: true, key: made.publicKey });
    expect(secret.ok && secret.key.publicKey).toBe(made.publicKey);
  });

  const encrypted = '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIG=\n-----END ENCRYPTED PRIVATE KEY-----';
  const openssh = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----';
  const rsa = '-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----';
  test.each([
    ['nothing', '', 'not-a-key'],
    ['words', 'my key', 'not-a-key'],
    ['a key with a password', encrypted, 'encrypted'],
    ['an SSH key', openssh, 'openssh'],
    ['an RSA key', rsa, 'other-algorithm'],
    ['a JWK of another curve', '{"kty":"EC","crv":"P-256","x":"a"}', 'other-algorithm'],
    ['JSON that is no key', '{"x":1}', 'not-a-key'],
    ['damaged PEM', '-----BEGIN PRIVATE KEY-----\n!!\n-----END PRIVATE KEY-----', 'not-a-key'],
    ['PEM of something else', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'other-algorithm'],
  ])('%s is no private key', async (_, text, problem) => {
    expect(await readPrivateKey(text)).toEqual({ ok: false, problem });
  });

  test('the halves are not mixed up', async () => {
    const made = await makeKeys();
    expect(await readPrivateKey(made.publicPem)).toEqual({ ok: false, problem: 'public-instead' });
    expect(await readPublicKey(made.privatePem)).toEqual({ ok: false, problem: 'private-instead' });
  });

  test('a fingerprint is eight groups of four digits and differs from key to key', async () => {
    const [one, other] = [await newKey(), await newKey()];
    expect(await fingerprint(one.publicKey)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(await fingerprint(one.publicKey)).not.toBe(await fingerprint(other.publicKey));
  });
});

describe('the envelope', () => {
  test('is DSSE: a tool that knows nothing of Handrail can check it', async () => {
    const key = await newKey();
    const envelope = JSON.parse(await signed(policyText(3), [key])) as {
      payload: string;
      payloadType: string;
      signatures: { sig: string; publicKey: string }[];
    };
    const payload = Buffer.from(envelope.payload, 'base64');
    const bytes = Buffer.concat([Buffer.from(`DSSEv1 ${envelope.payloadType.length} ${envelope.payloadType} ${payload.length} `), payload]);
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.publicKey }, format: 'jwk' });
    expect(verify(null, bytes, publicKey, Buffer.from(envelope.signatures[0]?.sig ?? '', 'base64'))).toBe(true);
    expect(envelope.payloadType).toBe(payloadType);
  });

  test('any change of the payload, anywhere, breaks it', async () => {
    const key = await newKey();
    const text = await signed('{"a":1}', [key]);
    const envelope = JSON.parse(text) as { payload: string };
    const payload = Buffer.from(envelope.payload, 'base64');
    for (let place = 0; place < payload.length; place++) {
      const changed = Buffer.from(payload);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const read = readEnvelope(JSON.stringify({ ...envelope, payload: changed.toString('base64') }));
      if (!read || read === 'broken') throw new Error('not read');
      expect(await openEnvelope(read, [key.publicKey])).toEqual({ ok: false, problem: 'bad-signature' });
    }
  });

  test.each([
    ['a policy in YAML', 'handrail: 1', undefined],
    ['a policy in JSON', policyText(1), undefined],
    ['another payload type', '{"payloadType":"text/plain","payload":"","signatures":[]}', 'broken'],
    ['no signatures', `{"payloadType":"${payloadType}","payload":"","signatures":[]}`, 'broken'],
    ['a cut-off file', `{\n  "payloadType": "${payloadType}", "pay`, 'broken'],
    ['a payload that is no base64', `{"payloadType":"${payloadType}","payload":"*","signatures":[{"keyid":"","sig":"","publicKey":""}]}`, 'broken'],
  ])('%s', (_, text, expected) => {
    expect(readEnvelope(text)).toBe(expected);
  });

  test('a signature by somebody else is told by its key; a stranger beside a trusted one does no harm', async () => {
    const [ours, stranger] = [await newKey(), await newKey()];
    const theirs = readEnvelope(await signed('x', [stranger]));
    const both = readEnvelope(await signed('x', [stranger, ours]));
    if (!theirs || theirs === 'broken' || !both || both === 'broken') throw new Error('not read');
    expect(await openEnvelope(theirs, [ours.publicKey])).toEqual({ ok: false, problem: 'other-key', keys: [stranger.publicKey] });
    expect(await openEnvelope(both, [ours.publicKey])).toMatchObject({ ok: true, by: ours.publicKey });
  });
});
