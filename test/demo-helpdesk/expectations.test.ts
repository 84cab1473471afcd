import { describe, expect, test } from 'vitest';
import { draftHandoff } from '../../lib/documents/handoff.ts';
import { handoffFooter, readFooter } from '../../lib/documents/footer.ts';
import { renderHandoff } from '../../lib/documents/handoff-print.ts';
import { lintMessage } from '../../lib/documents/lint-message.ts';
import { draftMessage } from '../../lib/documents/messages.ts';
import { assess } from '../../lib/guidance/assess.ts';
import { type Marks, NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { demoSnapshot } from './snapshot.ts';
import { demoTickets } from './tickets.ts';

const now = Date.parse('2026-11-24T09:00:00Z');
const read = loadPolicy(defaultPolicy, { kind: 'built-in' }, now);
if (!read.ok) throw new Error('the default policy does not load');
const { loaded } = read;
const tickets = demoTickets(now).map((ticket) => ({ ticket, snapshot: demoSnapshot(ticket, new Date(now).toISOString()) }));
const judge = (snapshot: (typeof tickets)[number]['snapshot'], marks: Marks = {}) => assess(snapshot, loaded, { marks, history: NO_HISTORY }, now);

describe.each(tickets)('ticket $ticket.id: $ticket.subject', ({ ticket, snapshot }) => {
  const assessment = judge(snapshot);

  test('the default policy asks for the expected tier, for the expected reasons', () => {
    expect(assessment.tier).toBe(ticket.expect.tier);
    expect(assessment.reasons.map((reason) => reason.rule)).toEqual(expect.arrayContaining([...ticket.expect.triggers]));
    expect(assessment.verdict === 'resolved').toBe(ticket.expect.resolved === true);
  });

  test('a mark of the person changes the tier as expected', () => {
    const { withMark } = ticket.expect;
    expect(withMark ? judge(snapshot, { [withMark.criterion]: true }).tier : undefined).toBe(withMark?.tier);
  });

  test('a handoff can be drafted in both languages, and its footer is read back', () => {
    const toTier = Math.max(2, assessment.tier);
    for (const language of ['en', 'vi']) {
      const draft = draftHandoff(snapshot, assessment, loaded.policy, { language, now, zone: 'UTC', toTier });
      expect(draft.templateProblem).toBeUndefined();
      expect(draft.fields.find((field) => field.id === 'summary')?.missing).toBeUndefined();
      const note = renderHandoff(draft, 'markdown', handoffFooter(snapshot, assessment, toTier, now));
      const received = {
        ...snapshot,
        messages: [...snapshot.messages, { role: 'agent', roleSure: 1, internal: true, text: note, attachments: [], how: 'x' } as const],
      };
      expect(readFooter(received)?.footer).toMatchObject({
        toTier,
        clocks: expect.arrayContaining([expect.objectContaining({ name: 'resolution' })]),
      });
    }
  });

  test('the acknowledgement speaks the customer’s language if the policy has it, and passes its own check', () => {
    const toTier = Math.max(2, assessment.tier);
    const message = draftMessage('acknowledgement', snapshot, assessment, loaded.policy, { language: 'en', now, zone: 'UTC', toTier });
    expect(message.language).toBe(assessment.facts.language === 'vi' ? 'vi' : 'en');
    expect(message.unresolved).toEqual([]);
    expect(lintMessage(message.text, { snapshot, policy: loaded.policy, kind: 'acknowledgement', language: 'en' })).toEqual([]);
  });
});
