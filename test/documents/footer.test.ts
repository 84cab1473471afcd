import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handoffFooter, readFooter } from '../../lib/documents/footer.ts';
import { draftHandoff } from '../../lib/documents/handoff.ts';
import { renderHandoff } from '../../lib/documents/handoff-print.ts';
import type { Message, TicketSnapshot } from '../../lib/ticket.ts';
import { legalThreat, now, policyWith, snapshotOf } from './handoff-cases.ts';

const snapshot = snapshotOf('48213');
const assessment = {
  ...legalThreat(snapshot),
  clocks: [
    { name: 'firstResponse', state: 'met', source: 'policy', why: [] },
    { name: 'resolution', state: 'running', percent: 87.9, source: 'policy', why: [] },
    { name: 'updateOwed', state: 'none', source: 'policy', why: [] },
  ] as const,
};
const line = handoffFooter(snapshot, assessment, 4, now) ?? '';
const withNote = (text: string, change: Partial<Message> = {}): TicketSnapshot => ({
  ...snapshot,
  messages: [...snapshot.messages, { role: 'agent', roleSure: 1, internal: true, text, attachments: [], how: 'x', ...change }],
});

test('is one line that says what was handed over and nothing about people', () => {
  expect(line).toMatch(/^Handrail handoff v1; tier 1 > 4; legal; firstResponse met, resolution running 87%; 2026-11-24T09:00Z; [0-9a-f]{8}$/);
  expect(line).not.toMatch(/Mai|Tran|Linh|48213/);
});

describe('read back', () => {
  const expected = {
    message: snapshot.messages.length,
    footer: {
      version: 1,
      fromTier: 1,
      toTier: 4,
      category: 'Legal or regulatory',
      clocks: [
        { name: 'firstResponse', state: 'met' },
        { name: 'resolution', state: 'running', percent: 87 },
      ],
      at: '2026-11-24T09:00:00.000Z',
    },
  };

  test.each(['markdown', 'text'] as const)('from the whole document as %s', (target) => {
    const draft = draftHandoff(snapshot, assessment, policyWith(), { language: 'en', now, zone: 'UTC' });
    expect(readFooter(withNote(renderHandoff(draft, target, line)))).toEqual(expected);
  });

  test.each([
    ['folded over lines', line.replaceAll(' ', '\n')],
    ['with escaped signs', line.replace('>', '\\>')],
    ['with entities', line.replace('>', '&gt;')],
    ['with words around it', `see below ${line} end`],
  ])('%s', (_, text) => {
    expect(readFooter(withNote(text))).toEqual(expected);
  });

  test('the newest one counts', () => {
    const later = handoffFooter(snapshot, { ...assessment, currentTier: 2 }, 3, now + 60_000) ?? '';
    expect(readFooter(withNote(`${line}\n${later}`))?.footer.toTier).toBe(3);
  });
});

describe('is not believed', () => {
  test.each<[string, TicketSnapshot]>([
    ['in a customer’s message', withNote(line, { role: 'customer', internal: false })],
    ['in a public reply', withNote(line, { internal: false })],
    ['in a note whose author is not known to be a colleague', withNote(line, { role: 'unknown' })],
    ['in a note of the system', withNote(line, { role: 'system' })],
    ['with another tier written in', withNote(line.replace('> 4', '> 2'))],
    ['with a damaged checksum', withNote(`${line.slice(0, -1)}${line.endsWith('0') ? '1' : '0'}`)],
    ['on another ticket', { ...withNote(line), fields: { ...snapshot.fields, id: { value: '999', from: 'label', how: 'x', sure: 1 } } }],
    ['on a ticket without a number', { ...withNote(line), fields: {} }],
    ['cut off', withNote(line.slice(0, -4))],
  ])('%s', (_, s) => {
    expect(readFooter(s)).toBeUndefined();
  });
});

test('garbage of any kind is no footer and no exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (noise) => {
      expect(readFooter(withNote(noise))).toBeUndefined();
      expect(readFooter(withNote(`Handrail handoff v1; tier 1 > 4; ${noise}`))).toBeUndefined();
    }),
    { numRuns: 300 },
  );
  expect(readFooter(withNote(`Handrail handoff v1; tier 1 > 4; legal; ${'a, '.repeat(100_000)}`))).toBeUndefined();
});

test('without the ticket’s number no line is made', () => {
  expect(handoffFooter({ ...snapshot, fields: {} }, assessment, 4, now)).toBeUndefined();
});
