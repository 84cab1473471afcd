import { describe, expect, test } from 'vitest';
import { defaultTemplates } from '../../lib/policy/default-templates.ts';
import type { MessageKind } from '../../lib/documents/message-kinds.ts';
import { draftMessage, type MessageOptions } from '../../lib/documents/messages.ts';
import type { Assessment } from '../../lib/guidance/assessment.ts';
import { assessmentWith, bareSnapshot, legalThreat, now, policyWith, snapshotOf } from './handoff-cases.ts';

const options: MessageOptions = { language: 'en', now, zone: 'UTC' };
const snapshot = snapshotOf('48213');
const legal = legalThreat(snapshot);
const billing = assessmentWith({
  tier: 2,
  currentTier: 1,
  verdict: 'escalate',
  facts: { ...assessmentWith().facts, language: 'en' },
  reasons: [{ rule: 'billing', title: 'Billing dispute', tier: 2, category: 'Billing', evidence: [], actions: [], trace: [] }],
});
const draft = (kind: MessageKind, assessment: Assessment, extra: Partial<MessageOptions> = {}, policy = policyWith()) =>
  draftMessage(kind, snapshot, assessment, policy, { ...options, ...extra });

describe('the texts that must be offered word for word', () => {
  test.each<[MessageKind, string]>([
    [
      'acknowledgement',
      "I've escalated your case to our [Tier] team who specializes in [issue type]. They'll be reaching out within [timeframe]. Your case reference is [ID].",
    ],
    ['internal', 'Escalating ticket #[ID] to [Person/Team]. [1-sentence summary]. Customer is [sentiment]. Full context attached.'],
    ['followup', 'Following up on your escalated issue. [Summary of resolution]. Is there anything else I can help with?'],
  ])('%s, with every place open when nothing is known', (kind, text) => {
    const message = draftMessage(kind, bareSnapshot(), assessmentWith(), policyWith(), options);
    expect(message.text).toBe(text);
    expect(message.unresolved).toEqual(text.match(/\[[^\]]+\]/g));
  });

  test('the policy carries an urgency note in the internal message', () => {
    expect(defaultTemplates.internal.en).toContain('[Urgency note if applicable]');
  });
});

describe('filled from the ticket', () => {
  test('acknowledgement with tier, issue type, the tier’s promise in business hours and the reference', () => {
    expect(draft('acknowledgement', billing)).toMatchObject({
      audience: 'customer',
      text: "I've escalated your case to our Technical/Specialist Support team who specializes in billing questions. They'll be reaching out within 4 business hours. Your case reference is 48213.",
      unresolved: [],
      notes: [],
    });
  });

  test('a calendar that is always open promises hours, not business hours', () => {
    const policy = policyWith({ calendars: { default: { timeZone: 'UTC', alwaysOpen: true } } });
    expect(draft('acknowledgement', billing, {}, policy).text).toContain('within 4 hours.');
  });

  test('an immediate tier is not promised a number', () => {
    expect(draft('acknowledgement', legal).text).toContain('within the shortest possible time.');
  });

  test('internal message with receiver, the customer’s sentence, mood and no empty urgency note', () => {
    expect(draft('internal', legal, { person: 'Anna Berg' }).text).toBe(
      'Escalating ticket #48213 to Tier 4, Management/Executive: Anna Berg. If the money is not on our account by tomorrow, my lawyer will take over. Customer is threatening. Full context attached.',
    );
  });

  test('a pressing clock becomes the urgency note', () => {
    const clocks = [
      { name: 'resolution', state: 'running', dueAt: '2026-11-24T10:00:00Z', warnAt: '2026-11-24T08:30:00Z', source: 'policy', why: [] },
      { name: 'firstResponse', state: 'met', dueAt: '2026-11-24T01:00:00Z', source: 'policy', why: [] },
    ] as const;
    expect(draft('internal', { ...legal, clocks }).text).toContain('Customer is threatening. Resolution is due today 10:00. Full context attached.');
    const late = [{ ...clocks[0], state: 'overdue', dueAt: '2026-11-24T08:00:00Z' }] as const;
    expect(draft('manager', { ...legal, clocks: late }).text).toContain('Resolution is overdue since today 08:00.');
  });

  test('what happened in the end is never made up', () => {
    const message = draft('followup', legal);
    expect(message.text).toBe('Following up on your escalated issue. [Summary of resolution]. Is there anything else I can help with?');
    expect(message.unresolved).toEqual(['[Summary of resolution]']);
  });

  test('a ticket that stays at Tier 1 names no team and no time', () => {
    expect(draft('acknowledgement', assessmentWith()).unresolved).toEqual(['[Tier]', '[issue type]', '[timeframe]']);
  });
});

describe('language', () => {
  const speaking = (language: string | undefined): Assessment => {
    const { language: _, ...facts } = billing.facts;
    return { ...billing, facts: language === undefined ? facts : { ...facts, language } };
  };

  test('a Vietnamese customer gets the Vietnamese text', () => {
    const message = draft('acknowledgement', speaking('vi'));
    expect(message.language).toBe('vi');
    expect(message.text).toBe(
      'Tôi đã chuyển yêu cầu của anh/chị đến bộ phận Technical/Specialist Support, chuyên xử lý vấn đề thanh toán. Bộ phận này sẽ liên hệ với anh/chị trong 4 giờ làm việc. Mã yêu cầu của anh/chị là 48213.',
    );
  });

  test('a customer whose language the policy lacks gets the policy’s own, and the agent is told', () => {
    const message = draft('acknowledgement', speaking('de'));
    expect(message.language).toBe('en');
    expect(message.notes).toEqual(['The customer writes in German; the policy has this message in English only.']);
  });

  test('an unknown language is said to be unknown', () => {
    expect(draft('acknowledgement', speaking(undefined)).notes).toHaveLength(1);
  });

  test('a language the policy adds is used, and our own words stay open instead of turning English', () => {
    const policy = policyWith({
      templates: { acknowledgement: { en: 'Hello [ID]', de: 'Ihr Fall [ID] liegt nun bei [Tier]. Wir melden uns innerhalb von [timeframe].' } },
    });
    const message = draft('acknowledgement', speaking('de'), {}, policy);
    expect(message.text).toBe('Ihr Fall 48213 liegt nun bei Technical/Specialist Support. Wir melden uns innerhalb von [timeframe].');
    expect(message.unresolved).toEqual(['[timeframe]']);
  });

  test('colleagues are written to in the interface language, whatever the customer speaks', () => {
    expect(draft('internal', speaking('en'), { language: 'vi' }).text).toMatch(/^Chuyển phiếu #48213 đến Cấp 2/);
  });
});

describe('the policy’s own templates', () => {
  test('mustache names and brackets both fill, other brackets stay', () => {
    const policy = policyWith({ templates: { internal: '{{id}} [ID] [id] [see wiki]{{#urgency}} !{{/urgency}}' } });
    expect(draft('internal', legal, {}, policy).text).toBe('48213 48213 48213 [see wiki]');
  });

  test('an unusable one gives way to the product’s own and says so', () => {
    const policy = policyWith({ templates: { internal: '{{secret}}' } });
    const message = draft('internal', legal, {}, policy);
    expect(message.text).toMatch(/^Escalating ticket/);
    expect(message.notes[0]).toContain('secret');
  });

  test('ticket text that looks like a place is not filled again', () => {
    const odd = {
      ...snapshot,
      fields: { ...snapshot.fields, id: { value: '[Tier] {{agent}} \uE0000\uE001', from: 'label', how: 'x', sure: 1 } as const },
    };
    const message = draftMessage('acknowledgement', odd, billing, policyWith(), options);
    expect(message.text).toContain('Your case reference is [Tier] {{agent}} 0.');
  });
});
