import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printPolicy } from '../../lib/policy/print-policy.ts';
import { policySchema } from '../../lib/policy/schema.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { policy } from '../../scripts/policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'policy-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
async function run(...args: string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const code = await policy(args, { write: (part) => (text += part) });
  return { code, text };
}
const changed = (
  change: (policy: { rules: { id: string; title?: unknown; rule: string; mode?: string }[]; variables: Record<string, unknown> }) => void,
): string => {
  const copy = JSON.parse(JSON.stringify(policySchema.parse(defaultPolicy))) as Parameters<typeof change>[0];
  change(copy);
  return printPolicy(copy as never);
};

describe('handrail policy', () => {
  test.each([[[]], [['chekc', 'x']], [['check']], [['explain', 'default']], [['diff', 'default']]])('%j is wrong usage', async (args) => {
    expect((await run(...args)).code).toBe(2);
  });

  test('check says OK, or each problem with its file and ends with 1', async () => {
    expect(await run('check', 'default')).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^default: OK \(4 tiers, 4 priorities, 20 rules/) as string,
    });
    const bad = file('bad.yaml', 'handrail: 1\nid: a\n');
    expect(await run('check', bad)).toMatchObject({ code: 1, text: expect.stringContaining(`${bad}: tiers: \`tiers\` is missing`) as string });
    expect(JSON.parse((await run('check', bad, '--json')).text)).toMatchObject({ ok: false });
  });

  test('check warns of a rule that cannot fire and of a tier that no rule reaches, with their lines', async () => {
    const text = changed((copy) => {
      copy.rules = [{ ...copy.rules[0], id: 'never', rule: 'IF ticket.priority = "High" AND ticket.priority = "Low" THEN escalate to Tier 2' }];
      Object.assign(copy, { tests: [] });
    });
    const odd = file('odd.yaml', text);
    const line = text.split('\n').findIndex((one) => one.includes('rule: IF ticket.priority')) + 1;
    const checked = await run('check', odd);
    expect(checked).toMatchObject({ code: 0 });
    expect(checked.text).toMatch(new RegExp(`warning: line ${line}, column \\d+, rules\\[0\\]\\.rule: Rule never never fires`));
    expect(checked.text).toMatch(/warning: line \d+, column \d+, tiers\[2\]\.tier: No rule escalates to Tier 3\./);
    expect(checked.text).not.toContain('escalates to Tier 2');
  });

  test('a file that is not there is wrong usage, said in a sentence', async () => {
    expect(await run('check', join(folder, 'none.yaml'))).toMatchObject({ code: 2, text: expect.stringContaining('cannot be read') as string });
  });

  test('the tests end with a count, and with 1 when one fails', async () => {
    expect(await run('test', 'default')).toMatchObject({ code: 0, text: '51 passed, 0 failed\n' });
    const broken = file(
      'broken.yaml',
      changed(({ rules }) => (rules.find(({ id }) => id === 'legal')!.mode = 'off')),
    );
    const { code, text } = await run('test', broken);
    expect(code).toBe(1);
    expect(text).toContain('FAILED  legal: a lawyer\n');
    expect(text).toContain('rule legal should fire; it is silent\n');
  });

  test('explain prints tier, reasons, conditions and the future', async () => {
    const ticket = file(
      'ticket.json',
      JSON.stringify({
        priority: 'High',
        status: 'Open',
        createdAt: '2026-11-24T11:30:00Z',
        messages: [{ role: 'customer', at: '2026-11-24T11:30:00Z', text: 'I will sue you.' }],
      }),
    );
    const { code, text } = await run('explain', 'default', '--ticket', ticket, '--now', '2026-11-24T12:00:00Z');
    expect(code).toBe(0);
    expect(text).toContain('Tier 4 (escalate, now at Tier 1)');
    expect(text).toMatch(/legal: .* -> Tier 4\n\s+yes\s+contains_phrase\(legal_threat\)/);
    expect(JSON.parse((await run('explain', 'default', '--ticket', ticket, '--now', '2026-11-24T12:00:00Z', '--json')).text)).toMatchObject({
      tier: 4,
    });
    expect((await run('explain', 'default', '--ticket', ticket, '--now', 'noon')).code).toBe(2);
  });

  test.each([
    ['a mark that the policy does not have', { id: '1' }, ['--mark', 'mangaer'], 2, '--mark is "mangaer", which this policy does not have. It has: '],
    ['a file that holds no ticket', ['a'], [], 2, 'it holds no ticket.'],
    ['an object that holds none', { tciket: {} }, [], 2, 'it holds no ticket.'],
    ['a name that means nothing', { id: '1', priorty: 'High' }, [], 0, 'not known here, so not used: priorty\n'],
  ])('explain tells %s', async (_what, ticket, args, wanted, says) => {
    const path = file('odd.json', JSON.stringify(ticket));
    const { code, text } = await run('explain', 'default', '--ticket', path, '--now', '2026-11-24T12:00:00Z', ...args);
    expect(code).toBe(wanted);
    expect(text).toContain(says);
  });

  test('explain reads what `handrail read` prints without a word about it', async () => {
    const path = file('read.json', JSON.stringify({ ticket: { id: '1', priority: 'High', priorityLevel: 'high', systemEvents: 2 } }));
    expect((await run('explain', 'default', '--ticket', path, '--now', '2026-11-24T12:00:00Z')).text).toMatch(/^Tier /);
  });

  test('diff says in words what changed', async () => {
    const other = file(
      'other.yaml',
      changed((one) => {
        one.rules.find(({ id }) => id === 'third-contact')!.rule = 'IF contacts >= 4 THEN escalate to Tier 2 AND notify manager';
        one.rules = one.rules.filter(({ id }) => id !== 'mark-pr');
        one.rules.find(({ id }) => id === 'outage')!.mode = 'shadow';
        one.variables.revenue_threshold = '$2,000';
        Object.assign(one, { tests: [] });
      }),
    );
    const lines = (await run('diff', other, 'default')).text.split('\n').filter((line) => !line.startsWith('tests'));
    expect(lines).toEqual([
      'rule third-contact now fires at 3 contacts, was 4',
      'rule third-contact no longer asks to: notify manager',
      'rule mark-pr is new: IF mark.pr THEN escalate to Tier 4 AND notify manager',
      'rule outage is now on, was shadow',
      'variables.revenue_threshold is now $1,000, was $2,000',
      '',
    ]);
    expect(await run('diff', 'default', 'default')).toEqual({ code: 0, text: 'No difference.\n' });
  });

  test('prove finds nothing in the default policy, and a needless rule where there is one', async () => {
    expect(await run('prove', 'default')).toMatchObject({ code: 0 });
    const needless = file(
      'needless.yaml',
      changed(({ rules }) => rules.push({ id: 'fourth', title: 'Fourth', rule: 'IF contacts >= 4 THEN escalate to Tier 2' })),
    );
    const { code, text } = await run('prove', needless);
    expect(code).toBe(1);
    expect(text).toContain('fourth');
  }, 120_000);
});
