import { describe, expect, test } from 'vitest';
import { customerFacts } from '../../lib/guidance/customer-facts.ts';
import { type Ticket, load, snapshotOf } from './ticket-builder.ts';

const lookup = [
  { match: 'bigbank.example', tier: 'Enterprise', ltv: 90_000 },
  { match: 'ann@small.example', vip: true },
  { match: 'Đại Việt', tier: 'Gold', vip: false },
];
const { policy } = load({
  rules: [],
  customer: { tierFields: ['Plan', 'Customer Tier'], ltvFields: ['LTV'], vipFields: ['VIP'], vipTags: ['vip'], vipTiers: ['Enterprise'], lookup },
});
const facts = (ticket: Ticket) => {
  const { tier, ltv, vip } = customerFacts(snapshotOf(ticket), policy);
  return [tier?.value, ltv?.value, vip?.value];
};

describe('who the customer is', () => {
  test.each<[string, Ticket, unknown[]]>([
    ['nothing was read', {}, [undefined, undefined, undefined]],
    ['by a field, whatever its capitals and colon', { customFields: { 'PLAN:': 'Gold', ltv: '$1,200' } }, ['Gold', { amount: 1200 }, false]],
    ['by the first field that has a value', { customFields: { Plan: '-', 'Customer Tier': 'Enterprise' } }, ['Enterprise', undefined, true]],
    ['an amount without a currency', { customFields: { LTV: '12500' } }, [undefined, { amount: 12_500 }, undefined]],
    ['an amount that could be two', { customFields: { LTV: '12.500' } }, [undefined, undefined, undefined]],
    ['no amount at all', { customFields: { LTV: 'high' } }, [undefined, undefined, undefined]],
    ['VIP by tag', { tags: ['billing', 'ViP'] }, [undefined, undefined, true]],
    ['tags without VIP', { tags: [] }, [undefined, undefined, false]],
    ['VIP by field in another language', { customFields: { VIP: 'Có' } }, [undefined, undefined, true]],
    ['a field that says no', { customFields: { VIP: 'No' } }, [undefined, undefined, false]],
    ['a tag beats a field that says no', { customFields: { VIP: 'No' }, tags: ['vip'] }, [undefined, undefined, true]],
    ['a field with another word', { customFields: { VIP: 'maybe' } }, [undefined, undefined, undefined]],
    ['listed by domain', { requester: { email: 'Joe@BigBank.example' } }, ['Enterprise', { amount: 90_000, currency: 'USD' }, true]],
    ['a domain that only ends alike', { requester: { email: 'joe@notbigbank.example' } }, [undefined, undefined, undefined]],
    ['listed by address', { requester: { email: 'ann@small.example' } }, [undefined, undefined, true]],
    ['another address of that domain', { requester: { email: 'bob@small.example' } }, [undefined, undefined, undefined]],
    ['listed by organization', { organization: 'dai viet' }, ['Gold', undefined, false]],
    ['the page beats the list', { organization: 'Đại Việt', customFields: { Plan: 'Silver' } }, ['Silver', undefined, false]],
  ])('%s', (_, ticket, expected) => {
    expect(facts(ticket)).toMatchObject(expected);
  });

  test('a VIP by tier is shown where the tier stands', () => {
    expect(customerFacts(snapshotOf({ customFields: { 'PLAN:': 'Enterprise' } }), policy).vip?.evidence).toEqual([
      { kind: 'field', field: 'PLAN:', text: 'Enterprise' },
    ]);
  });
});
