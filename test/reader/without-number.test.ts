// @vitest-environment happy-dom
/** Pages whose address and title say nothing: what must be there for one to be a ticket, and what is not enough. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const row = (label: string, value: string) => `<tr><th>${label}</th><td>${value}</td></tr>`;
const status = row('Status', 'Open');
const priority = row('Priority', 'High');
const assignee = row('Assignee', 'Maya Okafor');
const said = (author: string, at: string, text: string) => `<div class="message"><b>${author}</b> <time>${at}</time><p>${text}</p></div>`;
const asked = said('Gary Brandt', '2026-11-25 08:00', 'It has been burning since nine this morning.');
const answered = said('Maya Okafor', '2026-11-25 09:00', 'Please leave the building, we are on our way.');
const composer = '<textarea aria-label="Reply"></textarea>';

function read(rows: readonly string[], talk: readonly string[], more: string, url = 'https://app.example/view?x=abc') {
  const html = `<html lang="en"><head><title>Desk</title></head><body><main><h1>Printer on fire</h1><table>${rows.join('')}</table><section>${talk.join('')}</section>${more}</main></body></html>`;
  return readPage(new DOMParser().parseFromString(html, 'text/html'), {
    url,
    now: Date.parse('2026-11-26T10:00:00Z'),
    zone: 'UTC',
    adapter: 'generic',
  })?.snapshot;
}

describe('without a number anywhere', () => {
  test('what is pressing, somebody’s, talked about and can be answered is a ticket', () => {
    const ticket = read([status, priority, assignee], [asked, answered], composer);
    expect(ticket?.fields).toMatchObject({ subject: { value: 'Printer on fire' }, priority: { value: 'High' }, assignee: { value: 'Maya Okafor' } });
    expect(ticket?.messages).toHaveLength(2);
  });

  test.each([
    ['nothing says how pressing it is', [status, assignee, row('Customer', 'Gary Brandt')], [asked, answered], composer],
    ['the priority is a choice of a list that is filtered', [status, row('Priority', 'All'), assignee], [asked, answered], composer],
    ['nobody can answer: a list with previews', [status, priority, assignee], [asked, answered], '<input type="search">'],
    ['nobody talks: a task', [status, priority, assignee], [], composer],
    ['one remark stands below it', [status, priority, assignee], [asked], composer],
    ['two of the fields are there', [priority, assignee], [asked, answered], composer],
  ])('it is none where %s', (_, rows, talk, more) => {
    expect(read(rows, talk, more)).toBeUndefined();
  });
});

test.each([
  ['https://app.example/app/accounts/3/conversations/2618', true],
  ['https://app.example/app/conversations/accounts/2618', false],
  ['https://app.example/app/accounts/2618', false],
])('%s: an account’s conversation is a ticket, an account is none', (url, ticket) => {
  expect(read([priority, assignee], [asked, answered], composer, url) !== undefined).toBe(ticket);
});
