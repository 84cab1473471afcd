import { describe, expect, test } from 'vitest';
import { lintMessage, type LintFinding } from '../../lib/documents/lint-message.ts';
import { messageKinds, type MessageKind } from '../../lib/documents/message-kinds.ts';
import { draftMessage } from '../../lib/documents/messages.ts';
import { legalThreat, now, policyWith, snapshotOf } from './handoff-cases.ts';

const snapshot = snapshotOf('48213');
const lint = (text: string, kind: MessageKind = 'acknowledgement', policy = policyWith()): LintFinding[] =>
  lintMessage(text, { snapshot, policy, kind, language: 'en' });
const found = (text: string, kind?: MessageKind) => lint(text, kind).map((f) => `${f.kind}: ${f.text}`);

describe('what a customer should not get', () => {
  test.each([
    ['We fixed it: [Summary of resolution].', ['placeholder: [Summary of resolution]']],
    ['Dear {{name}}, TODO', ['placeholder: {{name}}', 'placeholder: TODO']],
    ['I moved it to Tier 3.', ['internal-word: Tier 3']],
    ['Our SLA is nearly over.', ['internal-word: SLA']],
    ['Tôi đã chuyển lên cấp 3.', ['internal-word: cấp 3']],
    ['We guarantee a solution.', ['promise: guarantee']],
    ['Chúng tôi cam kết xử lý.', ['promise: cam kết']],
    ['Wir garantieren eine Lösung.', ['promise: garantieren']],
    ['You get $1,250.00 back.', ['amount: $1,250.00']],
    ['Anh nhận lại 500.000 đ.', ['amount: 500.000 đ']],
    ['You will hear from us by tomorrow.', ['date: by tomorrow']],
    ['Chúng tôi sẽ gọi ngày mai.', ['date: ngày mai']],
    ['It will be done on 24.12.2026.', ['date: 24.12.2026']],
    ['We will call you today.', ['date: today']],
    ['Your L2 team has it.', ['internal-word: L2 team']],
    ['Hi Daniel,\nthank you.', ['wrong-name: Daniel']],
    ['Sehr geehrte Frau Vogel,\nvielen Dank.', ['wrong-name: Vogel']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('a run of words from an internal note', () => {
    expect(found('For your information: the transfer was sent on the 10th and returned by the bank.')).toEqual([
      'internal-note: the transfer was sent on the 10th and returned by the bank',
    ]);
  });
});

describe('what is fine', () => {
  test.each([
    'Hi Mai,\nthank you for your patience.',
    'Hello Ms. Tran,\nthank you.',
    'Dear customer,\nthank you.',
    'Hello there, thank you.',
    'The bank returned the first transfer. Finance is looking into a second one.',
    'See the guide [here](https://example.org/guide).',
    'They will be reaching out within 4 business hours.',
    'Our security team found no breach. The level of service stays the same.',
    'Order 7781 is on its way.',
    'Hello again,\nthank you.',
    'hi and welcome, thank you.',
    'Dear Valued Customer,\nthank you.',
    'Thank you for calling today.',
    'I can see the charge of $480 that you describe.',
    'Để đảm bảo an toàn, vui lòng đổi mật khẩu.',
    'You are on the level 2 plan, and the log level is 3.',
    'Die Garantie finden Sie im Anhang.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('what the team already told the customer is agreed', () => {
    const told = {
      ...snapshot,
      messages: [
        ...snapshot.messages,
        { role: 'agent', roleSure: 1, internal: false, text: 'You get $480 back by Friday.', attachments: [], how: 'x' } as const,
      ],
    };
    expect(lintMessage('You get $480 back by Friday.', { snapshot: told, policy: policyWith(), kind: 'followup', language: 'en' })).toEqual([]);
    expect(found('You get $480 back by Friday.', 'followup')).toEqual(['amount: $480', 'date: by Friday']);
  });

  test('what the customer alone demands is not agreed', () => {
    expect(found('You get $480 back.')).toEqual(['amount: $480']);
  });

  test('colleagues may read our own words', () => {
    expect(found('Tier 4, SLA breach, refund of $480 guaranteed tomorrow', 'internal')).toEqual([]);
  });

  test.each(['en', 'vi'])('the product’s own filled messages pass in %s, but for the open place of the follow-up', (language) => {
    const assessment = { ...legalThreat(snapshot), facts: { ...legalThreat(snapshot).facts, language } };
    for (const kind of messageKinds) {
      for (const toTier of [2, 3, 4]) {
        const message = draftMessage(kind, snapshot, assessment, policyWith(), { language, now, zone: 'UTC', toTier });
        const kinds = lintMessage(message.text, { snapshot, policy: policyWith(), kind, language }).map((f) => f.kind);
        expect([kind, kinds]).toEqual([kind, kind === 'followup' ? ['placeholder'] : []]);
      }
    }
  });
});

test('every finding points at its words', () => {
  const text = 'Hi Daniel,\nTier 2 guarantees $5 by tomorrow, [name].';
  for (const finding of lint(text)) expect(text.slice(finding.start, finding.end).trim()).toBe(finding.text);
  expect(lint(text)).toHaveLength(6);
});

test('a customer without a name is not compared', () => {
  const nameless = { ...snapshot, fields: { id: { value: '1', from: 'label', how: 'x', sure: 1 } as const } };
  expect(lintMessage('Hi Daniel,\n', { snapshot: nameless, policy: policyWith(), kind: 'acknowledgement', language: 'en' })).toEqual([]);
});
