import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftHandoff, fieldText } from '../../lib/documents/handoff.ts';
import { renderHandoff } from '../../lib/documents/handoff-print.ts';
import { lintMessage } from '../../lib/documents/lint-message.ts';
import { messageKinds } from '../../lib/documents/message-kinds.ts';
import { draftMessage } from '../../lib/documents/messages.ts';
import { sentencesOf } from '../../lib/documents/sentences.ts';
import type { Message, TicketSnapshot } from '../../lib/ticket.ts';
import { assessmentWith, bareSnapshot, now, policyWith } from './handoff-cases.ts';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    'I want <b>this</b>.',
    '# Heading\n- item',
    'Hi Tom,\n\nplease call.\n\nBest,\nMai',
    '> quoted',
    '{{tier}} [Tier]',
    'I have sent **it**. ```',
    '',
  ),
);
const message: fc.Arbitrary<Message> = fc.record(
  {
    author: words,
    role: fc.constantFrom('customer', 'agent', 'system', 'unknown'),
    roleSure: fc.constant(1),
    internal: fc.boolean(),
    at: fc.constantFrom('2026-11-24T08:00:00Z', '2026-11-23', 'not a time'),
    text: words,
    attachments: fc.array(words, { maxLength: 2 }),
    how: fc.constant('x'),
  },
  { requiredKeys: ['role', 'roleSure', 'internal', 'text', 'attachments', 'how'] },
) as fc.Arbitrary<Message>;
const snapshot: fc.Arbitrary<TicketSnapshot> = fc
  .record({ id: words, name: words, messages: fc.array(message, { maxLength: 6 }) })
  .map(({ id, name, messages }) =>
    bareSnapshot({
      fields: { id: { value: id, from: 'label', how: 'x', sure: 1 }, requester: { value: { name }, from: 'label', how: 'x', sure: 1 } },
      messages,
    }),
  );
const options = { language: 'en', now, zone: 'UTC' };
const escalated = assessmentWith({ tier: 4, verdict: 'escalate' });

test('any ticket gives a document with the template’s own headings and no tag of its own', () => {
  fc.assert(
    fc.property(snapshot, (s) => {
      const draft = draftHandoff(s, escalated, policyWith(), options);
      const markdown = renderHandoff(draft, 'markdown');
      expect(markdown.split('\n').filter((l) => /^#{1,6} /.test(l))).toHaveLength(9);
      expect(renderHandoff(draft, 'html')).not.toMatch(/<(?!\/?(?:h1|h2|ul|ol|li|p|strong|br)>)/);
      expect(renderHandoff(draft, 'text').startsWith('Escalation Handoff Document\n')).toBe(true);
      for (const field of draft.fields) expect(typeof fieldText(field)).toBe('string');
    }),
    { numRuns: 150 },
  );
});

test('any ticket gives every message, and each can be looked over', () => {
  fc.assert(
    fc.property(snapshot, (s) => {
      for (const kind of messageKinds) {
        const { text } = draftMessage(kind, s, escalated, policyWith(), options);
        expect(text.length).toBeGreaterThan(0);
        for (const found of lintMessage(text, { snapshot: s, policy: policyWith(), kind, language: 'vi' })) {
          expect(found.start).toBeLessThan(found.end);
          expect(found.end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('every sentence of any message stands where it says', () => {
  fc.assert(
    fc.property(message, (m) => {
      let after = 0;
      for (const s of sentencesOf(m, 0)) {
        expect(m.text.slice(s.start, s.end).replace(/\s+/g, ' ')).toBe(s.text);
        expect(s.start).toBeGreaterThanOrEqual(after);
        after = s.end;
      }
    }),
    { numRuns: 500 },
  );
});
