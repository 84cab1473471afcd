/** `handrail policy keygen | sign | verify`: keys and signed policies as files. Exit code 0 = done, 1 = no, 2 = wrong usage. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pageTranslator } from '../lib/extension-text.ts';
import { loadPolicy } from '../lib/policy/load-policy.ts';
import { signPolicy } from '../lib/sharing/envelope.ts';
import { readPublished } from '../lib/sharing/judge-update.ts';
import { fingerprint, makeKeys, readPrivateKey, readPublicKey, type SigningKey } from '../lib/sharing/keys.ts';
import { refusalText } from '../lib/sharing/refusal.ts';

export const signingUsage = `handrail policy keygen --out NAME
handrail policy sign FILE --key NAME.key [--key OLD.key] [--expires DATE] [--rollout PERCENT] [--next-key NEW.pub] [--out FILE]
handrail policy verify FILE --key NAME.pub
`;

const t = pageTranslator('en');
/** A publication that nobody renews is taken for half a year. */
const usualLifeDays = 180;
const dayMs = 24 * 60 * 60 * 1000;

/** Ends a command with a sentence. */
class Refused extends Error {
  readonly code: number;
  constructor(sentence: string, code = 1) {
    super(sentence);
    this.code = code;
  }
}

interface Out {
  readonly write: (text: string) => void;
}

/** @returns the exit code. @param now ms since 1970 */
export async function signingCommand(command: 'keygen' | 'sign' | 'verify', args: readonly string[], now: number, out: Out): Promise<number> {
  try {
    const run = { keygen, sign, verify }[command];
    await run(request(args), now, out);
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    out.write(`${error.message}\n`);
    return error.code;
  }
}

interface Request {
  readonly file: string | undefined;
  readonly keys: readonly string[];
  readonly out: string | undefined;
  readonly expires: string | undefined;
  readonly rollout: string | undefined;
  readonly nextKey: string | undefined;
}

function request(args: readonly string[]): Request {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
        expires: { type: 'string' },
        rollout: { type: 'string' },
        'next-key': { type: 'string' },
      },
    });
    if (positionals.length > 1) throw new Refused(`One file at a time, please.\n${signingUsage}`, 2);
    return { file: positionals[0], keys: values.key, out: values.out, expires: values.expires, rollout: values.rollout, nextKey: values['next-key'] };
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(`${error instanceof Error ? error.message : String(error)}\n${signingUsage}`, 2);
  }
}

async function keygen({ out: name }: Request, _: number, out: Out): Promise<void> {
  if (!name) throw new Refused(signingUsage, 2);
  const made = await makeKeys();
  // a key that is overwritten is lost for all who pinned it
  write(`${name}.key`, made.privatePem, { flag: 'wx', mode: 0o600 });
  write(`${name}.pub`, made.publicPem, { flag: 'wx' });
  out.write(`${name}.key  private: signs your policies. Keep it to yourself and keep a copy in a safe place.
${name}.pub  public: for those who subscribe, and for managed browsers.
public key   ${made.publicKey}
fingerprint  ${await fingerprint(made.publicKey)}\n`);
}

async function sign({ file, keys, out: target, expires, rollout, nextKey }: Request, now: number, out: Out): Promise<void> {
  if (!file || keys.length === 0) throw new Refused(signingUsage, 2);
  const text = read(file);
  const policy = loadPolicy(text, { kind: 'file' }, now);
  if (!policy.ok) throw new Refused(policy.problems.map(({ message }) => `${file}: ${message}`).join('\n'));
  const until = expires === undefined ? now + usualLifeDays * dayMs : Date.parse(expires);
  if (Number.isNaN(until)) throw new Refused(`--expires is "${expires}", which is no date such as 2027-06-30.`, 2);
  if (until <= now) throw new Refused(`--expires is "${expires}", which has passed: no browser would take it.`, 2);
  const percent = rollout === undefined ? 100 : Number(rollout);
  if (!(percent > 0 && percent <= 100)) throw new Refused(`--rollout is "${rollout}"; it must be a number above 0 and up to 100.`, 2);
  const signing = await Promise.all(keys.map(privateKey));
  const next = nextKey === undefined ? undefined : await publicKey(nextKey);
  const publication = {
    policy: text,
    issued: new Date(now).toISOString(),
    expires: new Date(until).toISOString(),
    rollout: percent,
    ...(next !== undefined && { nextKey: next }),
  };
  const path = target ?? `${file.replace(/\.(ya?ml|json)$/i, '')}.signed.json`;
  write(path, await signPolicy(publication, signing));
  const { id, version } = policy.loaded.policy;
  out.write(`${path}: ${id} version ${version}, taken until ${publication.expires}, by ${percent} % of browsers\n`);
  for (const { publicKey: by } of signing) out.write(`signed by ${await fingerprint(by)}\n`);
}

async function verify({ file, keys }: Request, now: number, out: Out): Promise<void> {
  if (!file || keys.length !== 1) throw new Refused(signingUsage, 2);
  const trusted = await publicKey(keys[0] ?? '');
  const result = await readPublished(read(file), { trusted: [trusted], origin: { kind: 'file' }, now, language: 'en' });
  if (!result.ok) {
    const more = result.why.kind === 'problems' ? result.why.problems.slice(1) : [];
    throw new Refused([`${file}: ${refusalText(result.why, t, 'en')}`, ...more].join('\n'));
  }
  const { seen, loaded } = result.read;
  out.write(
    `${file}: OK. ${loaded.policy.id} version ${seen.version}, signed by ${seen.signedBy ?? ''}, taken until ${seen.expires ?? ''}, by ${seen.rollout ?? 100} % of browsers\n`,
  );
}

async function privateKey(path: string): Promise<SigningKey> {
  const key = await readPrivateKey(read(path));
  if (!key.ok) throw new Refused(`${path}: ${t(`sharing.key.${key.problem}`)}`);
  return key.key;
}

/** A file, or the key itself as `keygen` prints it. */
async function publicKey(given: string): Promise<string> {
  const key = await readPublicKey(/^[A-Za-z0-9_-]{43}$/.test(given) ? given : read(given));
  if (!key.ok) throw new Refused(`${given}: ${t(`sharing.key.${key.problem}`)}`);
  return key.key;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refused(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, 2);
  }
}

function write(path: string, text: string, options: { flag?: string; mode?: number } = {}): void {
  try {
    writeFileSync(path, text, options);
  } catch (error) {
    const exists = (error as { code?: string }).code === 'EEXIST';
    throw new Refused(exists ? `${path} exists already and is not overwritten.` : `${path} cannot be written: ${(error as Error).message}`, 2);
  }
}
