import { describe, expect, test } from 'vitest';
import { categoryNames, categoryText } from '../../lib/documents/categories.ts';
import { documentTime } from '../../lib/documents/timeline.ts';
import { draftHandoff, fieldText, type HandoffDraft } from '../../lib/documents/handoff.ts';
import type { HandoffFieldId } from '../../lib/documents/handoff-fields.ts';
import { renderHandoff } from '../../lib/documents/handoff-print.ts';
import { HANDOFF_CATEGORIES } from '../../lib/policy/schema.ts';
import { translator } from '../../lib/text.ts';
import { assessmentWith, bareSnapshot, legalThreat, now, policyWith, snapshotOf } from './handoff-cases.ts';

const options = { language: 'en', now, zone: 'UTC' };
const field = (draft: HandoffDraft, id: HandoffFieldId) => {
  const found = draft.fields.find((f) => f.id === id);
  if (!found) throw new Error(`no field ${id}`);
  return found;
};

describe('the document of a ticket about which nothing was read', () => {
  test('is the template word for word', () => {
    const draft = draftHandoff(bareSnapshot(), assessmentWith(), policyWith(), options);
    expect(renderHandoff(draft, 'markdown')).toBe(`# Escalation Handoff Document

## Ticket Information
- **Ticket ID**: [Number]
- **Customer**: [Name/Account]
- **Priority**: [Level]
- **Escalating To**: [Tier/Person]
- **Escalation Reason**: [Category]

## Issue Summary
[2-3 sentence description of the problem]

## Timeline
- [Date/Time] - Initial contact: [Summary]
- [Date/Time] - Action taken: [Details]
- [Date/Time] - Escalation triggered: [Reason]

## What Has Been Tried
1. [Action and result]
2. [Action and result]
3. [Action and result]

## Customer Sentiment
[Calm / Frustrated / Angry / Threatening]

## Customer Expectation
[What the customer wants as resolution]

## Recommended Next Steps
1. [Suggested action]
2. [Suggested action]

## Attachments
- [Screenshots, logs, previous correspondence]
`);
    expect(draft.fields.filter((f) => f.missing === undefined)).toEqual([]);
  });
});

describe('a legal threat on its third contact', () => {
  const snapshot = snapshotOf('48213');
  const draft = draftHandoff(snapshot, legalThreat(snapshot), policyWith(), options);

  test('fills the ticket information with its sources', () => {
    expect(field(draft, 'ticketId')).toMatchObject({ value: '48213', source: [{ kind: 'field', field: 'id' }] });
    expect(field(draft, 'customer').value).toBe('Mai Tran / Sao Viet Retail (Enterprise)');
    expect(field(draft, 'priority').value).toBe('High');
    expect(field(draft, 'escalatingTo').value).toBe('Tier 4, Management/Executive');
    expect(field(draft, 'reason')).toMatchObject({ value: 'Legal or regulatory', source: [{ kind: 'rule', rule: 'legal-threat' }] });
  });

  test('every sentence of the summary stands in the customer’s message it points at', () => {
    const summary = field(draft, 'summary');
    expect(summary.value).toContain('The refund of $480 for order 7781');
    expect(summary.value).toContain('my lawyer will take over');
    expect(summary.source.length).toBeGreaterThanOrEqual(2);
    for (const source of summary.source) {
      if (source.kind !== 'message') throw new Error('a summary comes from messages');
      const message = snapshot.messages[source.message];
      expect(message?.role).toBe('customer');
      expect(message?.text.slice(source.start, source.end).replace(/\s+/g, ' ')).toBe(source.text);
      expect(summary.value?.toLowerCase()).toContain(source.text.toLowerCase());
    }
  });

  test('tells what was tried in the colleagues’ own words and what the customer answered', () => {
    const tried = field(draft, 'tried').items?.map((item) => item.text) ?? [];
    // "The card ends in 4417" answers what the colleague asked beside it, and is no result
    expect(tried[0]).toBe('I have asked our payments provider to trace the transfer and re-sent the refund request.');
    const asksNothing = snapshot.messages.map((one) => (one.role === 'agent' ? { ...one, text: one.text.replace(/[^.?\n]*\?/g, '') } : one));
    const told = draftHandoff({ ...snapshot, messages: asksNothing }, legalThreat(snapshot), policyWith(), options);
    expect(field(told, 'tried').items?.[0]?.text).toBe(`${tried[0]} Then the customer wrote: “The card ends in 4417.”`);
    expect(tried.some((text) => text.startsWith('Checked the payout log'))).toBe(true);
    expect(tried.join()).not.toContain('Kind regards');
  });

  test('the timeline tells changes of status and priority, but not what the ticket was created with', () => {
    const read = <T>(value: T) => ({ value, from: 'adapter' as const, how: 'test', sure: 1 });
    const first = snapshot.fields.createdAt?.value ?? '';
    const fields = {
      ...snapshot.fields,
      statusHistory: read([
        { at: first, status: 'New' },
        { at: '2026-11-24T08:00:00Z', status: 'Stalled' },
      ]),
      priorityHistory: read([
        { at: first, priority: 'Low' },
        { at: '2026-11-24T08:05:00Z', priority: 'Urgent' },
      ]),
    };
    const items = field(draftHandoff({ ...snapshot, fields }, assessmentWith(), policyWith(), options), 'timeline').items ?? [];
    expect(items.filter(({ label }) => label === 'Status' || label === 'Priority').map(({ label, text }) => `${label} ${text}`)).toEqual([
      'Status Stalled',
      'Priority Urgent',
    ]);
  });

  test('the timeline runs from the first contact to the trigger', () => {
    const items = field(draft, 'timeline').items ?? [];
    expect(items[0]).toMatchObject({ label: 'Initial contact', at: '24 Nov 2026, 01:58 UTC' });
    expect(items.at(-1)).toMatchObject({
      label: 'Escalation triggered',
      at: '24 Nov 2026, 07:00 UTC',
      text: 'Legal or media threat; Third contact about this issue',
    });
  });

  test('sentiment quotes its evidence, attachments their author', () => {
    expect(field(draft, 'sentiment').value).toBe('Threatening: “my lawyer”');
    expect(field(draft, 'attachments').items?.map((i) => i.text)).toEqual([
      'refund-approval.pdf (from Mai Tran)',
      'bank-statement.png (from Mai Tran)',
    ]);
  });

  test('next steps are the receiver’s: the sender’s acknowledgement stays out, the tier’s guidance comes in', () => {
    expect(field(draft, 'nextSteps').items?.map((i) => i.text)).toEqual(['Notify Manager', 'Call the customer before writing.']);
  });

  test('the receiving tier’s requirements are counted', () => {
    expect(draft.requires.map((r) => [r.id, r.done])).toEqual([
      ['summary', true],
      ['timeline', true],
      ['expectation', true],
      ['stakeholders', true],
    ]);
    expect(draft.completeness).toEqual({ done: 4, total: 4 });
  });

  test('in Vietnamese all headings, labels and the product’s words are Vietnamese, quotations stay as written', () => {
    const text = renderHandoff(draftHandoff(snapshot, legalThreat(snapshot), policyWith(), { ...options, language: 'vi' }), 'markdown');
    expect(text).toContain('## Tóm tắt vấn đề\n');
    expect(text).toContain('- **Chuyển đến**: Cấp 4, Ban quản lý');
    expect(text).toContain('Đe dọa: “my lawyer”');
    expect(text).toContain('1. Báo cho quản lý\n2. Gọi cho khách hàng trước khi viết.');
    expect(text).not.toMatch(/Initial contact|Notify|Escalation triggered|Ticket Information/);
  });
});

describe('absent beats wrong', () => {
  test('no sentence is invented when no message of the customer was read', () => {
    const draft = draftHandoff(
      bareSnapshot({ messages: [{ role: 'unknown', roleSure: 0.3, internal: false, text: 'I want a refund.', attachments: [], how: 'x' }] }),
      assessmentWith(),
      policyWith(),
      options,
    );
    expect(field(draft, 'summary').value).toBeUndefined();
    expect(field(draft, 'expectation').value).toBeUndefined();
  });

  test('a truncated thread is said so, and its first visible message is not called the initial contact', () => {
    const snapshot = { ...snapshotOf('48207'), missingMessages: 4 };
    const timeline = field(draftHandoff(snapshot, assessmentWith(), policyWith(), options), 'timeline');
    expect(timeline.missing).toContain('Earlier messages');
    expect(timeline.items?.[0]?.label).toBe('Earliest visible message');
  });

  test('a ticket that stays where it is names no receiver and no trigger', () => {
    const draft = draftHandoff(snapshotOf('48240'), assessmentWith(), policyWith(), options);
    expect(draft.toTier).toBeUndefined();
    expect(field(draft, 'escalatingTo').missing).toBeTruthy();
    expect(field(draft, 'timeline').items?.some((i) => i.label === 'Escalation triggered')).toBe(false);
  });

  test('unknown sentiment stays open instead of calm', () => {
    expect(field(draftHandoff(snapshotOf('48240'), assessmentWith(), policyWith(), options), 'sentiment').value).toBeUndefined();
  });
});

describe('the person’s own wording', () => {
  const snapshot = snapshotOf('48213');
  const draftWith = (edits: Record<string, string>) => draftHandoff(snapshot, legalThreat(snapshot), policyWith(), { ...options, edits });

  test('wins over what was read and counts as filled', () => {
    const draft = draftWith({ summary: 'Refund lost between banks.', tried: '1. Traced it\n2. Asked finance' });
    expect(field(draft, 'summary')).toMatchObject({ value: 'Refund lost between banks.', edited: true, source: [{ kind: 'person' }] });
    expect(renderHandoff(draft, 'markdown')).toContain('## What Has Been Tried\n1. Traced it\n2. Asked finance\n');
  });

  test('an emptied field stays empty and is missing again', () => {
    const draft = draftWith({ expectation: '' });
    expect(field(draft, 'expectation')).toMatchObject({ edited: true, missing: expect.any(String) as string });
    expect(draft.completeness).toEqual({ done: 3, total: 4 });
  });

  test('editing what the page filled without a change gives the same document', () => {
    const before = draftWith({});
    const edits = Object.fromEntries(before.fields.filter((f) => fieldText(f) !== '').map((f) => [f.id, fieldText(f)]));
    expect(renderHandoff(draftWith(edits), 'markdown')).toBe(renderHandoff(before, 'markdown'));
  });
});

describe('the policy’s own template', () => {
  test('is used, with its own headings', () => {
    const draft = draftHandoff(
      snapshotOf('48213'),
      assessmentWith(),
      policyWith({ templates: { handoff: '## Case {{ticketId}}\n{{summary}}\n' } }),
      options,
    );
    expect(renderHandoff(draft, 'markdown')).toMatch(/^## Case 48213\nThe refund of/);
  });

  test('gives way to the product’s own when it cannot be used, and says why', () => {
    const draft = draftHandoff(snapshotOf('48213'), assessmentWith(), policyWith({ templates: { handoff: '{{{summary}}}' } }), options);
    expect(draft.templateProblem).toContain('unescaped');
    expect(renderHandoff(draft, 'markdown')).toContain('# Escalation Handoff Document');
  });
});

test('hostile ticket text stays text in every target', () => {
  const evil = '<img src=x onerror=alert(1)> # Heading\n- item [a](javascript:1) **b**';
  const snapshot = bareSnapshot({
    fields: { id: { value: evil, from: 'label', how: 'x', sure: 1 }, requester: { value: { name: evil }, from: 'label', how: 'x', sure: 1 } },
    messages: [
      { author: evil, role: 'customer', roleSure: 1, internal: false, at: 'nonsense', text: `I want ${evil}`, attachments: [evil], how: 'x' },
      { role: 'agent', roleSure: 1, internal: true, text: `I checked ${evil}`, attachments: [], how: 'x' },
    ],
  });
  const draft = draftHandoff(snapshot, assessmentWith(), policyWith(), options);
  const html = renderHandoff(draft, 'html');
  expect(html).not.toMatch(/<(?!\/?(?:h1|h2|ul|ol|li|p|strong|br)>)/);
  const markdown = renderHandoff(draft, 'markdown');
  expect(markdown.split('\n').filter((l) => l.startsWith('#'))).toHaveLength(9);
  expect(markdown).not.toMatch(/(?<!\\)<img|(?<!\\)\]\(/);
});

describe('times', () => {
  test('told only roughly by the page are not printed as exact', () => {
    const snapshot = snapshotOf('48240');
    const coarse = { ...snapshot, messages: snapshot.messages.map((m) => ({ ...m, atErrorMs: 1_800_000 })) };
    expect(field(draftHandoff(coarse, assessmentWith(), policyWith(), options), 'timeline').items?.[0]?.at).toBe('about 24 Nov 2026, 07:36 UTC');
  });

  test.each([
    ['2026-11-24', '24 Nov 2026'],
    ['2026-11-24T23:30:00+07:00', '25 Nov 2026, 01:30 GMT+9'],
  ])('%s in Tokyo is %s', (iso, printed) => {
    for (const language of ['en', 'en-US', 'en-GB']) expect(documentTime(iso, { language, zone: 'Asia/Tokyo' })).toBe(printed);
  });

  test('a message without a time keeps its place and shows that its time is missing', () => {
    const snapshot = snapshotOf('48207');
    const messages = snapshot.messages.map((m, n) => {
      const { at, ...rest } = m;
      return n === 2 || at === undefined ? rest : { ...rest, at };
    });
    const draft = draftHandoff({ ...snapshot, messages }, assessmentWith(), policyWith(), options);
    expect(field(draft, 'timeline').items?.map((i) => i.at === undefined)).toEqual([false, false, true, false, false]);
    expect(renderHandoff(draft, 'text')).toContain('- [Date/Time] - Customer wrote: Nothing yet');
  });
});

test('status changes stand in the timeline between the messages', () => {
  const items = field(draftHandoff(snapshotOf('48201'), assessmentWith(), policyWith(), options), 'timeline').items ?? [];
  expect(items.map((i) => [i.label, i.label === 'Status' ? i.text : ''])).toEqual([
    ['Initial contact', ''],
    ['Action taken', ''],
    ['Status', 'Pending'],
    ['Customer wrote', ''],
    ['Status', 'Open'],
    ['Action taken', ''],
  ]);
});

test('a policy that has the document in English alone gives it in English as a whole', () => {
  const draft = draftHandoff(
    snapshotOf('48240'),
    assessmentWith(),
    policyWith({ templates: { handoff: { en: '## Times\n{{#timeline}}\n- {{label}}\n{{/timeline}}' } } }),
    {
      ...options,
      language: 'vi',
    },
  );
  expect(renderHandoff(draft, 'text')).toBe('Times\n- Initial contact\n');
});

test('a rule may ask for a field of the helpdesk by its label', () => {
  const asking = { ...legalThreat(snapshotOf('48213')), requiredHandoffFields: ['Order number', 'Contract', 'toString'] };
  const draft = draftHandoff(snapshotOf('48213'), asking, policyWith(), { ...options, toTier: 2 });
  expect(draft.requires.map((r) => [r.id, r.done])).toEqual([
    ['summary', true],
    ['tried', true],
    ['Order number', true],
    ['Contract', false],
    ['toString', false],
  ]);
});

test('the categories are the policy’s closed list, and English prints them word for word', () => {
  expect(categoryNames).toEqual([...HANDOFF_CATEGORIES]);
  expect(categoryNames.map((name) => categoryText(name, translator('en')))).toEqual(categoryNames);
});

test('a long story keeps its beginning and its end, and says how much is left out', () => {
  const snapshot = snapshotOf('48240');
  const [first] = snapshot.messages;
  if (!first) throw new Error('a message is needed');
  const messages = Array.from({ length: 60 }, (_, n) => ({
    ...first,
    at: new Date(now - (60 - n) * 60_000).toISOString(),
    text: `Note number ${n + 1}.`,
  }));
  const items = field(draftHandoff({ ...snapshot, messages }, assessmentWith(), policyWith(), options), 'timeline').items ?? [];
  expect(items).toHaveLength(20);
  expect(items.slice(0, 5).map((i) => i.text)).toEqual([
    'Note number 1.',
    'Note number 2.',
    'Note number 3.',
    '(41 more entries are left out here)',
    'Note number 45.',
  ]);
  expect(items.at(-1)?.text).toBe('Note number 60.');
});
