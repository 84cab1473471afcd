import { describe, expect, test } from 'vitest';
import { completeRule } from '../../lib/rules/complete.ts';
import { compileRule } from '../../lib/rules/compile.ts';
import { context } from './seed-rules.ts';

const labels = (text: string) => completeRule(text, text.length, context).options.map(({ label }) => label);

describe('completion', () => {
  test.each([
    ['', ['IF'], ['THEN']],
    ['IF ', ['ticket.priority', 'contains_keywords(', 'mark.beyond_knowledge', 'NOT'], ['THEN']],
    ['IF ticket.pri', ['ticket.priority'], ['THEN']],
    ['IF (', ['ticket.priority'], []],
    ['IF ticket.priority ', ['=', '>=', 'in'], ['contains', 'THEN']],
    ['IF ticket.status ', ['=', '!='], ['<', 'contains']],
    ['IF ticket.tags ', ['contains'], ['=', '<']],
    ['IF customer.vip ', ['AND', 'THEN', '='], ['<']],
    ['IF ticket.priority >= ', ['"High"', '"Critical"'], ['IF']],
    ['IF ticket.priority in ["High", ', ['"Low"'], []],
    ['IF sentiment = ', ['"angry"'], ['"High"']],
    ['IF customer.ltv > ', ['{{ltv_threshold}}'], ['"High"']],
    ['IF ticket.age > 80% ', ['of SLA', 'AND', 'THEN'], []],
    ['IF contains_phrase(', ['legal'], ['ticket.priority']],
    ['IF marked(', ['"beyond_knowledge"'], []],
    ['IF contacts > 3 ', ['AND', 'OR', 'THEN'], ['=']],
    ['IF customer.vip THEN ', ['escalate to Tier 2', 'notify', 'flag for'], ['IF', 'ticket.priority']],
    ['IF customer.vip THEN notify manager AND ', ['escalate to Tier 2'], ['manager']],
    ['IF customer.vip THEN notify ', ['manager', 'team-lead'], ['AND']],
    ['IF customer.vip THEN notify manager ', ['AND'], ['manager']],
    ['IF customer.vip THEN set priority ', ['= "High"'], []],
    ['IF customer.vip THEN tell customer ', ['"acknowledgement"'], []],
    ['IF customer.vip THEN add ', ['internal note', 'priority bump'], ['notify']],
    ['IF customer.vip THEN add internal note ', ['AND'], []],
  ])('after %s', (text, has, hasNot) => {
    const found = labels(text);
    expect(found).toEqual(expect.arrayContaining(has));
    expect(found.filter((label) => (hasNot as string[]).includes(label))).toEqual([]);
  });

  test('replaces the word under the cursor', () => {
    expect(completeRule('IF ticket.pri', 13, context).from).toBe(3);
    expect(completeRule('IF ', 3, context).from).toBe(3);
  });

  test('a rule can be written by taking what is offered', () => {
    const steps = ['IF', 'sentiment', '>=', '"angry"', 'AND', 'customer.vip', 'THEN', 'escalate to Tier 2', 'AND', 'notify', 'manager'];
    let text = '';
    for (const step of steps) {
      expect(labels(text)).toContain(step);
      text += `${step} `;
    }
    expect(compileRule('r', text, context).problems).toEqual([]);
  });
});
