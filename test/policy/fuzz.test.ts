/** Whatever a policy file holds, loading it answers with the policy or with sentences; it neither throws nor hangs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';

const seed = 20261124;
const small = `handrail: 1
id: acme
name: { en: Acme, vi: "Công ty" }
version: 1
tiers:
  - { tier: 1, name: Frontline, respondsWithin: 2h, groups: [Support] }
  - { tier: 2, name: Specialists, respondsWithin: 4h, groups: [Tech Desk] }
priorities:
  - { id: high, name: High, aliases: [P1], firstResponse: 1h, resolution: 8h }
calendars:
  default: { timeZone: Europe/Berlin, hours: { mon: [["09:00", "17:00"]] } }
roles: [{ id: manager, name: manager }]
phrases: { legal: { entries: { en: [lawyer, { phrase: sue, inflect: true, notIn: [Sue said] }] } } }
rules:
  - id: late
    title: Late
    rule: |
      IF resolution.used >= 80% AND NOT contains_phrase(legal) OR contacts > 3
      THEN escalate to Tier 2 AND notify manager
`;

/** Whether the answer is complete: every rule compiled, or every problem said. */
function answers(source: unknown): boolean {
  const result = loadPolicy(source, { kind: 'file' }, 0);
  return result.ok ? result.loaded.rules.length === result.loaded.policy.rules.length : result.problems.every(({ message }) => message.length > 3);
}

describe(`mutated policies (seed ${seed})`, () => {
  test('texts with parts cut out, doubled, swapped or replaced', () => {
    expect(loadPolicy(small, { kind: 'file' }, 0).ok).toBe(true);
    const piece = fc.constantFrom(
      '',
      ' ',
      '\n',
      '  - ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '|',
      '>',
      '&a ',
      '*a',
      '!!js ',
      '? ',
      ': ',
      '#',
      '\t',
      '{{',
      '}}',
      '\0',
      '💥',
      '__proto__: 1\n',
      '1e999',
      '-',
    );
    const edit = fc.tuple(fc.nat(small.length), fc.nat(30), piece);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = small;
        for (const [at, length, put] of edits) text = text.slice(0, at) + put + text.slice(at + length);
        expect(answers(text)).toBe(true);
      }),
      { seed, numRuns: 12_000 },
    );
  }, 600_000);

  test('data with a member replaced by anything', () => {
    const plain = JSON.parse(JSON.stringify({ ...defaultPolicy, phrases: {}, templates: {}, tests: [] })) as Record<string, unknown>;
    plain.rules = (plain.rules as { rule: string }[]).filter(({ rule }) => !rule.includes('contains_phrase'));
    const places: (readonly (string | number)[])[] = [];
    const collect = (value: unknown, path: readonly (string | number)[]): void => {
      if (path.length > 0) places.push(path);
      if (Array.isArray(value)) for (const [index, one] of value.entries()) collect(one, [...path, index]);
      else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) collect(one, [...path, name]);
    };
    collect(plain, []);
    const replaced = (value: unknown, [part, ...rest]: readonly (string | number)[], put: unknown): unknown => {
      if (part === undefined) return put;
      if (Array.isArray(value)) return value.map((one: unknown, index) => (index === part ? replaced(one, rest, put) : one));
      const members = value as Record<string, unknown>;
      return { ...members, [part]: replaced(members[part], rest, put) };
    };
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string(), fc.constant(undefined)), (path, put) => {
        expect(answers(replaced(plain, path, put))).toBe(true);
      }),
      { seed, numRuns: 2_000 },
    );
  }, 600_000);

  test('plain noise', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json()), (source) => {
        expect(answers(source)).toBe(true);
      }),
      { seed, numRuns: 6_000 },
    );
  }, 600_000);
});
