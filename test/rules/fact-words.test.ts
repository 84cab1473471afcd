import { expect, test } from 'vitest';
import { factWord } from '../../lib/rules/fact-words.ts';
import { FACTS } from '../../lib/rules/fact-table.ts';
import { translator } from '../../lib/text.ts';

const t = translator('en');

/** Facts whose own name says it best. */
const asWritten = ['ticket.url', 'ticket.helpdesk', 'ticket.field'];

test.each(FACTS.map((fact) => fact.name).filter((name) => !asWritten.includes(name)))('%s has a word for people', (name) => {
  expect(factWord(name, { t })).not.toBe(name);
});

test.each([
  ['ticket.priority.raw', 'Priority'],
  ['first_response.used', 'First response'],
  ['messages.customer', 'Messages'],
  ['ticket.field("Plan")', 'Plan'],
  ['Order number', 'Order number'],
  ['__proto__', '__proto__'],
])('%s is called %s', (fact, word) => expect(factWord(fact, { t })).toBe(word));
