import { describe, expect, test } from 'vitest';
import { withHandoffPlaces } from '../../lib/documents/handoff-places.ts';
import { draftHandoff } from '../../lib/documents/handoff.ts';
import { renderHandoff } from '../../lib/documents/handoff-print.ts';
import { defaultTemplates } from '../../lib/policy/default-templates.ts';
import { assessmentWith, bareSnapshot, legalThreat, now, policyWith, snapshotOf } from './handoff-cases.ts';

const options = { language: 'en', now, zone: 'UTC' };
const empty = (templates: Record<string, string>, language = 'en') =>
  renderHandoff(draftHandoff(bareSnapshot(), assessmentWith(), policyWith({ templates, language }), { ...options, language }), 'markdown');

describe('a template that is the document with its brackets', () => {
  const builtIn = empty({});

  test.each(['en', 'vi'] as const)('prints itself while nothing is known, as the default policy’s does in %s', (language) => {
    expect(empty({ handoff: builtIn })).toBe(builtIn);
    expect(empty({}, language)).toBe(defaultTemplates.handoff[language]);
  });

  test('fills as the built-in one does', () => {
    const snapshot = snapshotOf('48213');
    const filled = (templates: Record<string, string>) =>
      renderHandoff(draftHandoff(snapshot, legalThreat(snapshot), policyWith({ templates }), options), 'html');
    expect(filled({ handoff: builtIn })).toBe(filled({}));
  });

  test('works in Vietnamese', () => {
    const vietnamese = renderHandoff(draftHandoff(bareSnapshot(), assessmentWith(), policyWith(), { ...options, language: 'vi' }), 'markdown');
    expect(vietnamese).toContain('[Ngày/Giờ]');
    expect(empty({ handoff: vietnamese }, 'vi')).toBe(vietnamese);
  });
});

test.each([
  ['- Ticket [number], see [wiki]', '- Ticket {{ticketId}}, see [wiki]'],
  ['* [Action and result]\n* [Action and result]\n\ntext', '{{#tried}}\n* {{text}}\n{{/tried}}\n\ntext'],
  ['1) [Suggested action]', '{{#nextSteps}}\n{{n}}) {{text}}\n{{/nextSteps}}'],
  ['- see [Suggested action] below', '- see [Suggested action] below'],
  ['- [ ] check', '- [ ] check'],
  ['{{summary}} [Category]', '{{summary}} {{reason}}'],
])('%j becomes %j', (template, expected) => {
  expect(withHandoffPlaces(template)).toBe(expected);
});
