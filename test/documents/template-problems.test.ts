import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handoffNames } from '../../lib/documents/handoff.ts';
import { checkTemplate } from '../../lib/documents/template.ts';
import { tagProblems } from '../../lib/documents/template-problems.ts';

const pieces = [
  '{{',
  '}}',
  '{{{',
  '}}}',
  '#',
  '/',
  '^',
  '!',
  '&',
  '>',
  '=',
  ' ',
  '\n',
  'summary',
  'tried',
  'nummer',
  'a.b',
  '{{#tried}}',
  '{{/tried}}',
];

test('what is underlined and what refuses the template agree on every text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      // a comment may hold anything, and other brackets in it are refused all the same
      fc.pre(!/\{\{\s*!/.test(text));
      expect(tagProblems(text, handoffNames).length > 0).toBe(checkTemplate(text, handoffNames).length > 0);
    }),
    { numRuns: 3000 },
  );
});

test('every underlined place lies in the text and is not empty', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      for (const { start, end } of tagProblems(text, handoffNames)) expect(text.slice(start, end)).toMatch(/^\{\{/);
    }),
  );
});
