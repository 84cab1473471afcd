import { describe, expect, test } from 'vitest';
import {
  exampleNow,
  examplePolicy,
  exampleZone,
  handedOver,
  invoiceTicket,
  legalThreat,
  overdue,
  partlyRead,
  quiet,
  refundTicket,
} from '../../components/panel/example-data.ts';
import type { Assessment } from '../../lib/guidance/assessment.ts';
import { viewDetails } from '../../lib/guidance/view-details.ts';
import { type ViewContext, toPanelView } from '../../lib/guidance/view.ts';
import type { SlaClock } from '../../lib/sla/sla-clock.ts';

const minute = 60_000;
const context: ViewContext = {
  language: 'en',
  now: exampleNow,
  zone: exampleZone,
  policy: examplePolicy,
  snapshot: refundTicket,
  helpdeskName: 'Zendesk',
  details: viewDetails,
};
const view = (assessment: Assessment, more: Partial<ViewContext> = {}) => toPanelView(assessment, { ...context, ...more });
const withClock = (clock: Partial<SlaClock>): Assessment => ({ ...quiet, clocks: [{ ...quiet.clocks[0]!, ...clock }] });
const firstClock = (clock: Partial<SlaClock>, more: Partial<ViewContext> = {}) => view(withClock(clock), more).clocks[0]!;

describe('the verdict', () => {
  test('says where to, how soon and why in one sentence', () => {
    expect(view(legalThreat).verdict).toMatchObject({
      badge: 'T4',
      tone: 'tier-4',
      headline: 'Escalate to Management now',
      sentence: 'Legal threat, third contact about this issue and 80 % of resolution time used.',
    });
  });

  test('says the same in Vietnamese', () => {
    expect(view(legalThreat, { language: 'vi' }).verdict).toMatchObject({
      headline: 'Chuyển lên Quản lý ngay',
      sentence: 'Đe dọa pháp lý, liên hệ lần thứ ba về cùng vấn đề và đã dùng 80% thời gian giải quyết.',
    });
  });

  test('names when it will change and what prevents that', () => {
    const { verdict } = view(quiet, { snapshot: invoiceTicket });
    expect(verdict).toMatchObject({
      headline: 'Keep it at Frontline',
      sentence: 'Nothing calls for escalation.',
      future: 'Tier 2 from 18:10 unless you reply',
    });
    const tomorrow = { ...quiet.nextChange!, at: '2026-11-24T02:00:00Z' };
    expect(view({ ...quiet, nextChange: tomorrow }, { snapshot: invoiceTicket }).verdict.future).toBe('Tier 2 from tomorrow 09:00 unless you reply');
    const { preventedBy: _, ...inevitable } = quiet.nextChange!;
    expect(view({ ...quiet, nextChange: inevitable }).verdict.future).toBe('Tier 2 from 18:10');
  });

  test.each([
    [{ verdict: 'resolved' } as const, 'Resolved: nothing to decide', 'quiet'],
    [{ verdict: 'above', currentTier: 3 } as const, 'Higher than the policy asks', 'quiet'],
    [{ verdict: 'already-there', tier: 3, currentTier: 3 } as const, 'Already with Engineering', 'tier-3'],
    [{ verdict: 'escalate', tier: 2, urgency: 'recommend' } as const, 'Escalate to Technical Support', 'tier-2'],
  ])('%j', (change, headline, tone) => {
    expect(view({ ...quiet, ...change }).verdict).toMatchObject({ headline, tone });
  });

  test('shows the ticket’s own tier when it stays there', () => {
    expect(view({ ...quiet, verdict: 'keep', tier: 1, currentTier: 2 }).verdict).toMatchObject({
      badge: 'T2',
      headline: 'Keep it at Technical Support',
    });
  });

  test('does not hedge for a rule that would change no tier', () => {
    const { tier: _, ...tierless } = partlyRead.unknown[0]!;
    expect(view({ ...partlyRead, unknown: [tierless] }).verdict.sentence).toBe('Nothing calls for escalation.');
  });

  test('names only as many reasons as make a sentence', () => {
    const long = (rule: string) => ({ ...legalThreat.reasons[0]!, rule, title: `Reason ${rule} that has quite a lot to say about what happened` });
    expect(view({ ...legalThreat, reasons: [long('a'), long('b'), long('c')] }).verdict.sentence).toBe(
      'Reason a that has quite a lot to say about what happened.',
    );
  });

  test('does not call a ticket calm while rules cannot be judged', () => {
    expect(view(partlyRead).verdict.sentence).toBe('Nothing that could be read calls for escalation.');
  });

  test('asks where the ticket is when nobody knows', () => {
    const { ask } = view({ ...legalThreat, verdict: 'unknown-tier' }).verdict;
    expect(ask?.tiers.map((choice) => choice.name)).toEqual(['Frontline', 'Technical Support', 'Engineering', 'Management']);
    expect(view(legalThreat).verdict.ask).toBeUndefined();
  });

  test('tells an earlier handoff and how it ended', () => {
    const record = { at: '2026-11-23T16:02:00+07:00', fromTier: 1, toTier: 4, source: 'ledger' } as const;
    expect(view(handedOver, { escalations: [{ ...record, state: 'escalated' }] }).verdict).toMatchObject({
      handedOver: 'Handed over to Management today 16:02',
      withReceiver: true,
    });
    expect(view(handedOver, { escalations: [{ ...record, person: 'Legal desk', state: 'escalated' }] }).verdict.handedOver).toBe(
      'Handed over to Management: Legal desk today 16:02',
    );
    expect(view(legalThreat, { escalations: [{ ...record, state: 'escalated' }] }).verdict.headline).toBe('Already with Management');
    expect(view(legalThreat, { escalations: [{ ...record, toTier: 2, state: 'escalated' }] }).verdict.headline).toBe('Escalate to Management now');
    expect(view(legalThreat, { escalations: [{ ...record, state: 'bounced', reason: 'wrong-tier' }] }).verdict).toMatchObject({
      handedOver: 'Bounced back by Management: Wrong tier',
      withReceiver: false,
    });
  });

  test('keeps "not now" only while no higher tier is asked for than then', () => {
    const notNow = { tier: 2, reason: 'working-on-it' };
    expect(view({ ...legalThreat, tier: 2 }, { notNow }).verdict.notNow).toBe('You said not now: I am working on it');
    expect(view(legalThreat, { notNow }).verdict.notNow).toBeUndefined();
  });

  test('keeps a title that starts with an acronym as it is inside the sentence', () => {
    const vip = { ...legalThreat.reasons[1]!, rule: 'vip', title: 'VIP customer' };
    expect(view({ ...legalThreat, reasons: [legalThreat.reasons[0]!, vip] }).verdict.sentence).toBe('Legal threat and VIP customer.');
  });
});

describe('clocks', () => {
  test.each<[Partial<SlaClock>, string, string]>([
    [{ state: 'running', leftMs: 156 * minute }, '2 h 36 min left', 'ok'],
    [{ state: 'running', leftMs: 30_000, percent: 99, usedMs: 239.5 * minute }, 'under 1 min left', 'warn'],
    [{ state: 'paused', leftMs: 156 * minute }, 'paused, 2 h 36 min left', 'ok'],
    [{ state: 'met', usedMs: 42 * minute, percent: 70 }, 'met in 42 min', 'ok'],
    [{ state: 'missed', leftMs: -35 * minute, percent: 158 }, 'missed by 35 min', 'bad'],
    [{ state: 'overdue', leftMs: -12 * minute, percent: 105 }, 'overdue by 12 min', 'bad'],
    [{ state: 'unknown', leftMs: undefined as never, percent: undefined as never, usedMs: undefined as never }, 'not known', 'quiet'],
  ])('%j', (clock, left, tone) => {
    expect(firstClock(clock)).toMatchObject({ left, tone });
  });

  test('leave out those without a target', () => {
    expect(view(withClock({ state: 'none' })).clocks).toEqual([]);
  });

  test('fill the bar up to its end and not beyond, with the tick at the policy’s warning level', () => {
    expect(firstClock({ state: 'overdue', usedMs: 999 * minute, percent: 416 })).toMatchObject({ fraction: 1, warnAt: 0.8 });
    expect(firstClock({ state: 'unknown', percent: undefined as never, usedMs: undefined as never }).fraction).toBeUndefined();
  });

  test('say when they are due, how much is used and why they paused, once it matters', () => {
    expect(view(legalThreat).clocks[1]?.detail).toBe('Due today 17:20 · 87 % used · paused 1 h 30 min while Pending');
    expect(firstClock({ state: 'running' }).detail).toBeUndefined();
    expect(firstClock({ state: 'running', open: false }).detail).toBe('Due tomorrow 09:58 · outside business hours now');
    expect(firstClock({ state: 'unknown', why: [{ code: 'missing-field', field: 'priority' }] }).detail).toBe('Priority could not be read');
  });

  test('explain how they were counted, and where the helpdesk disagrees', () => {
    expect(view(overdue).clocks[1]?.why).toEqual([
      'Business hours: Mon–Fri 9–18, Ho Chi Minh',
      'Started Fri 20 Nov 16:50',
      'Paused from 09:30 to 11:00 while Pending',
      'Priority changed 11:02 from Medium to High',
      'The helpdesk says due today 17:40. Its pauses differ.',
    ]);
  });

  test('move on with the time since the assessment, but only while they run in open hours', () => {
    const later = { now: exampleNow + 10 * minute };
    expect(firstClock({ state: 'running', open: true }, later).left).toBe('2 h 26 min left');
    expect(firstClock({ state: 'running', open: false }, later).left).toBe('2 h 36 min left');
    expect(firstClock({ state: 'paused' }, later).left).toBe('paused, 2 h 36 min left');
    expect(firstClock({ state: 'overdue', leftMs: -12 * minute, percent: 105 }, later).left).toBe('overdue by 22 min');
  });

  test('never count a running clock below zero: the next assessment decides that it is late', () => {
    expect(firstClock({ state: 'running', leftMs: minute }, { now: exampleNow + 5 * minute }).left).toBe('under 1 min left');
  });

  test('tick when their text changes and not before', () => {
    const assessment = withClock({ state: 'running', leftMs: 156 * minute + 20_000 });
    const { nextTick } = view(assessment);
    expect(nextTick).toBe(exampleNow + 20_001);
    expect(view(assessment, { now: nextTick! - 1 }).clocks[0]?.left).toBe('2 h 36 min left');
    expect(view(assessment, { now: nextTick! }).clocks[0]?.left).toBe('2 h 35 min left');
    expect(view(withClock({ state: 'paused' })).nextTick).toBeUndefined();
  });
});

describe('reasons', () => {
  test('quote the customer, say who and when, and what the rule asks for', () => {
    expect(view(legalThreat).reasons[0]).toMatchObject({
      title: 'Legal threat',
      detail: 'Mai Tran, 2 h ago → Tier 4',
      evidence: [{ quote: 'my lawyer', onPage: true }],
    });
    expect(
      view(legalThreat)
        .reasons.map((reason) => reason.detail)
        .slice(1),
    ).toEqual(['3 contacts by the customer → Tier 2', 'Resolution, since 15:44 → Tier 2, notify manager']);
  });

  test('tell a near miss with both sides', () => {
    expect(view(legalThreat).nearMisses[0]).toMatchObject({
      title: 'Revenue impact',
      detail: 'Did not fire: $480, the rule asks for $1,000',
      tone: 'quiet',
    });
  });

  test.each([
    ['>= 3', '2', 'Did not fire: 2, the rule asks for at least 3'],
    ['> $1,000', '$480', 'Did not fire: $480, the rule asks for more than $1,000'],
    ['< -0.7', '-0.2', 'Did not fire: -0.2, the rule asks for less than -0.7'],
    ['"Resolved"', 'Open', 'Did not fire: Open, the rule asks for "Resolved"'],
  ])('word the comparison of a near miss (%s)', (expected, actual, detail) => {
    const nearMiss = legalThreat.nearMisses[0]!;
    const trace = [{ ...nearMiss.trace[0]!, expected, actual }];
    expect(view({ ...legalThreat, nearMisses: [{ ...nearMiss, trace }] }).nearMisses[0]?.detail).toBe(detail);
  });

  test('name the clock or the message rather than a field beside it', () => {
    const clock = { kind: 'clock', clock: 'resolution', percent: 88 } as const;
    const reason = { ...legalThreat.reasons[2]!, evidence: [{ kind: 'field', field: 'priority', text: 'High' } as const, clock] };
    expect(view({ ...legalThreat, reasons: [reason] }).reasons[0]?.detail).toBe('Resolution, 88 % used → Tier 2, notify manager');
  });

  test('tell what is missing where a rule cannot be judged', () => {
    expect(view(partlyRead).unknown[0]?.detail).toBe('Cannot be judged without: Priority and Created');
  });

  test('keep the title of a rule that the policy no longer has', () => {
    expect(view({ ...legalThreat, reasons: [{ ...legalThreat.reasons[0]!, rule: 'gone', title: 'Old rule' }] }).reasons[0]?.title).toBe('Old rule');
  });

  test('say that sentiment alone was capped', () => {
    expect(view({ ...legalThreat, reasons: [{ ...legalThreat.reasons[1]!, cappedFrom: 4 }] }).reasons[0]?.detail).toContain(
      'would be Tier 4, sentiment alone is capped',
    );
  });
});

describe('steps and marks', () => {
  test('are worded in the interface language, with the policy’s remark', () => {
    const { steps, stepsNote } = view(legalThreat, { doneSteps: ['acknowledge'] });
    expect(steps.map((step) => step.text)).toEqual([
      'Acknowledge within 15 min',
      'Complete the handoff',
      'Notify account manager',
      'Set priority to Critical',
    ]);
    expect(steps[0]).toMatchObject({ done: true, why: 'Do not discuss liability. Use the message tab.', action: { do: 'open-message' } });
    expect(stepsNote).toBe('1 of 4 done');
    expect(view(legalThreat, { language: 'vi' }).steps[2]?.text).toBe('Báo cho quản lý khách hàng');
  });

  test('word every kind of step that the policy has no text for', () => {
    const texts = view({
      ...legalThreat,
      reasons: [{ ...legalThreat.reasons[0]!, actions: [{ do: 'flag', flag: 'review' }] }],
      steps: [
        { id: 'flag-review', text: 'Gắn cờ: review', kind: 'flag', because: ['legal'] },
        { id: 'require-tried', text: '', kind: 'require-field', field: 'tried', because: ['legal'] },
        { id: 'note-x', text: '', kind: 'note', note: 'Call back', because: ['legal'] },
        { id: 'assign-x', text: '', kind: 'assign', role: 'team-lead', because: ['legal'] },
        { id: 'tell-x', text: '', kind: 'tell-customer', template: 'followup', because: ['legal'] },
        { id: 'own', text: 'Own words', kind: 'guidance', because: [] },
      ],
    }).steps.map((step) => step.text);
    expect(texts).toEqual([
      'Flag for review',
      expect.stringMatching(/^Fill in this part of the handoff: \w/),
      'Add an internal note: Call back',
      'Assign to team lead',
      'Write to the customer',
      'Own words',
    ]);
  });

  test('follow the agent’s marks', () => {
    expect(view(legalThreat, { marks: { exception: true } }).marks.filter((mark) => mark.on)).toEqual([
      { id: 'exception', label: 'Policy exception', help: 'Policy exception needed', on: true },
    ]);
  });
});

describe('the frame', () => {
  test('names the source and the number of fields', () => {
    expect(view(legalThreat).footer).toBe('Read from Zendesk · 15 fields'.replace('15', String(Object.keys(refundTicket.fields).length + 3)));
    const { helpdeskName: _, ...unnamed } = context;
    expect(
      toPanelView(quiet, { ...unnamed, snapshot: { ...refundTicket, fields: {}, customFields: { Plan: refundTicket.customFields.Plan! } } }).footer,
    ).toBe('Read from this page · 1 field');
  });

  test('shows the most pressing deadline on the edge tab', () => {
    expect(view(legalThreat).edge).toMatchObject({ badge: 'T4', deadline: '58 m', deadlineTone: 'warn' });
    expect(view(overdue).edge).toMatchObject({ deadline: '−12 m', deadlineTone: 'bad' });
    expect(view({ ...quiet, clocks: [] }).edge.deadline).toBeUndefined();
  });

  test('announces what the agent decided instead', () => {
    const notNow = { tier: 4, reason: 'waiting-for-customer' };
    expect(view(legalThreat, { notNow }).announce.at(-1)).toBe('You said not now: Waiting for the customer');
  });

  test('announces tiers and thresholds, and nothing while a countdown runs', () => {
    const { announce } = view(legalThreat);
    expect(announce).toEqual(['Tier 4: Escalate to Management now', 'Resolution: warning level reached']);
    expect(view(legalThreat, { now: exampleNow + minute }).announce).toEqual(announce);
  });

  test('says what the person should know about the answer', () => {
    const notices = view(partlyRead, { snapshot: { ...refundTicket, missingMessages: 1, problems: ['The conversation is cut off.'] } }).notices;
    expect(notices.map((notice) => notice.text)).toEqual([
      'The conversation is cut off.',
      '1 message of this ticket is not on the page. Open it for a sure answer.',
      'Clocks count around the clock until your lead sets business hours.',
    ]);
  });

  test('names the deciding fields that could not be read, and no others', () => {
    const { priority: _priority, createdAt: _createdAt, organization: _organization, ...fields } = refundTicket.fields;
    expect(view(partlyRead, { snapshot: { ...refundTicket, fields, messages: [] } }).notRead).toEqual(['Priority', 'Created', 'Messages']);
    expect(view(legalThreat).notRead).toEqual([]);
  });

  test('is the same for the same inputs, and plain JSON', () => {
    expect(view(legalThreat)).toEqual(view(legalThreat));
    expect(JSON.parse(JSON.stringify(view(legalThreat)))).toEqual(view(legalThreat));
  });

  test('survives an assessment that names nothing the policy knows', () => {
    const strange: Assessment = {
      ...legalThreat,
      tier: 6,
      priority: { level: 'gone', recommended: 'gone' },
      steps: [{ id: 'x', text: 'Do it', kind: 'notify', role: 'gone', because: ['gone'] }],
      reasons: [{ ...legalThreat.reasons[0]!, rule: '__proto__', evidence: [{ kind: 'message', message: 99, start: 0, end: 1, text: 'x' }] }],
      notices: ['constructor'],
    };
    expect(view(strange).verdict.headline).toBe('Escalate to T6 now');
    expect(view(strange).notices.map((notice) => notice.text)).toEqual(['constructor']);
  });
});
