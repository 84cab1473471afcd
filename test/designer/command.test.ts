/** `handrail design` and `handrail policy export`: what they print, and how they end. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { design } from '../../scripts/design.ts';
import { policy } from '../../scripts/policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'design-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: typeof design, ...args: string[]): Promise<{ readonly code: number; readonly text: string }> {
  let text = '';
  const code = await command(args, { write: (part) => (text += part) });
  return { code, text };
}
const answers = (value: unknown): string => {
  const path = join(folder, 'answers.json');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

test('answers give a policy that loads', async () => {
  const { code, text } = await run(design, answers({ company: 'Acme', teamSize: 10, languages: ['vi'] }));
  expect(code).toBe(0);
  expect(loadPolicy(text, { kind: 'file' }, 0).ok).toBe(true);
});

test.each([
  [['--document'], '# Thiết kế quy trình chuyển cấp'],
  [['--document', '--language', 'en'], '# Escalation Workflow Design'],
  [['--html'], '<html lang="vi">'],
])('with %j', async (options, expected) => {
  const { code, text } = await run(design, answers({ company: 'Acme', languages: ['vi'] }), ...options);
  expect(code).toBe(0);
  expect(text).toContain(expected);
});

test.each([
  [answers({ teamSize: 0 }), [], 1, 'teamSize: give a whole number from 1 to 10,000.'],
  [join(folder, 'nothing.json'), [], 2, 'cannot be read as JSON'],
])('what is wrong is said: %#', async (path, options, code, expected) => {
  writeFileSync(join(folder, 'answers.json'), JSON.stringify({ teamSize: 0 }));
  const result = await run(design, path, ...options);
  expect(result.code).toBe(code);
  expect(result.text).toContain(expected);
});

test('an export goes into a folder, with its numbers, and lists what was left out', async () => {
  const into = join(folder, 'out');
  const { code, text } = await run(policy, 'export', 'default', '--to', 'zammad', '--into', into, '--id', 'group:tier-2=42');
  expect(code).toBe(0);
  expect(readdirSync(into).sort()).toEqual(['zammad-calendars.json', 'zammad-slas.json', 'zammad-triggers.json']);
  expect(text).toContain('What Zammad cannot say');
});

test.each([
  [['--to', 'servicenow'], '--to is "servicenow"; it takes zendesk, freshdesk, zammad, jira, table.'],
  [[], '--to is missing'],
  [['--to', 'zendesk', '--id', 'group'], '--id is "group"'],
])('wrong usage %j ends with 2', async (options, expected) => {
  const { code, text } = await run(policy, 'export', 'default', ...options);
  expect(code).toBe(2);
  expect(text).toContain(expected);
});
