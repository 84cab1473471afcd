// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const fields = `<h1>#77 Broken export</h1><dl><dt>Status</dt><dd>Resolved</dd><dt>Priority</dt><dd>High</dd><dt>Requester</dt><dd>Ana Paz &lt;ana@paz.test&gt;</dd>
  <dt>Assignee</dt><dd>Kim Lee</dd><dt>Created</dt><dd>2026-11-20 09:00</dd></dl>`;
const message = (who: string, at: string, text: string, head = '') =>
  `<div class="message"><b>${who}</b> <time datetime="${at}">Nov 20</time>${head}<div class="body">${text}</div></div>`;
const talk = (between = '') =>
  `<div class="messages">${message('Ana Paz', '2026-11-20T09:00:00Z', 'The export is broken.')}${between}${message('Kim Lee', '2026-11-20T10:00:00Z', 'We are looking into it.')}</div>`;

function read(body: string, language = 'en') {
  const doc = new DOMParser().parseFromString(
    `<html lang="${language}"><head><title>#77 Broken export</title></head><body>${body}</body></html>`,
    'text/html',
  );
  const snapshot = readPage(doc, { url: 'https://desk.test/tickets/77', zone: 'UTC', now })?.snapshot;
  return {
    snapshot,
    told: snapshot?.fields.statusHistory?.value.map(({ at, status, kind }) => `${at.slice(8, 16)} ${status} ${kind}`),
  };
}

describe('changes that a page prints', () => {
  test.each([
    [
      'a list of activity with its own times',
      `${talk()}<ul class="activity"><li><span>2026-11-20 10:05</span> Kim Lee changed the status from Open to Pending</li>
        <li><span>2026-11-21 08:30</span> Kim Lee changed the status from Pending to Resolved</li></ul>`,
    ],
    [
      'lines between the messages',
      talk(`<div class="event"><i>Kim Lee</i> changed <b>Status</b> from <b>Open</b> to <b>Pending</b> <time datetime="2026-11-20T10:05:00Z">Nov 20</time></div>
        <div class="event"><i>Kim Lee</i> changed <b>Status</b> from <b>Pending</b> to <b>Resolved</b> <time datetime="2026-11-21T08:30:00Z">Nov 21</time></div>`),
    ],
    [
      'a journal whose head names the changes',
      talk(
        message(
          'Kim Lee',
          '2026-11-20T10:05:00Z',
          'Please send the file.',
          '<ul class="details"><li><strong>Status</strong> changed from <i>Open</i> to <i>Pending</i></li></ul>',
        ) +
          message(
            'Kim Lee',
            '2026-11-21T08:30:00Z',
            'Fixed.',
            '<ul class="details"><li><strong>Status</strong> changed from <i>Pending</i> to <i>Resolved</i></li></ul>',
          ),
      ),
    ],
    [
      'a table of the history, newest first',
      `${talk()}<table class="history"><tr><td>2026-11-21 08:30</td><td>Kim Lee</td><td>Status: Pending → Resolved</td></tr>
        <tr><td>2026-11-20 10:05</td><td>Kim Lee</td><td>Status: Open → Pending</td></tr></table>`,
    ],
  ])('are read from %s', (_where, body) => {
    const { told, snapshot } = read(fields + body);
    expect(told).toEqual(['20T10:05 Pending pending', '21T08:30 Resolved resolved']);
    // Nobody can know here whether that was all.
    expect(snapshot?.statusHistoryComplete).toBeUndefined();
  });

  test('are no messages', () => {
    const { snapshot } = read(
      fields + talk(message('System', '2026-11-20T10:05:00Z', 'Status changed from Open to Pending')).replace('Resolved', 'Pending'),
    );
    expect(snapshot?.messages.map((m) => m.text)).toEqual(['The export is broken.', 'We are looking into it.']);
    expect(snapshot?.fields.statusHistory?.value).toHaveLength(1);
  });

  test('are not read from what a customer writes', () => {
    const body = talk(
      message('Ana Paz', '2026-11-20T11:00:00Z', 'I see this in the log:<br>Status changed from Open to Resolved<br>What does it mean?'),
    );
    expect(read(fields + body).told).toBeUndefined();
  });

  test('are not read from a menu or a button', () => {
    const menu = `<div><time datetime="2026-11-20T10:05:00Z">Nov 20</time><button>Kim set status to Resolved</button><ul role="menu"><li>Status changed to Open</li></ul></div>`;
    expect(read(fields + talk() + menu).told).toBeUndefined();
  });

  test('break off before one whose time is only rough', () => {
    const lines = `<ul class="activity"><li><span>2026-11-20 10:05</span> Kim Lee changed the status from New to Open</li>
      <li><span>2 days ago</span> Kim Lee changed the status from Open to Pending</li>
      <li><span>2026-11-22 08:30</span> Kim Lee changed the status from Pending to Resolved</li></ul>`;
    expect(read(fields + talk() + lines).told).toEqual(['22T08:30 Resolved resolved']);
  });

  test('of the priority are kept apart', () => {
    const lines = `<ul><li><span>2026-11-20 10:05</span> Kim Lee changed the priority from Low to High</li></ul>`;
    const { snapshot, told } = read(fields + talk() + lines);
    expect(told).toBeUndefined();
    expect(snapshot?.fields.priorityHistory?.value).toEqual([{ at: '2026-11-20T10:05:00.000Z', priority: 'High' }]);
  });

  test('are left out when one lies before the creation', () => {
    const lines = `<ul><li><span>2026-11-18 10:05</span> Kim Lee changed the status from Open to Resolved</li></ul>`;
    const { snapshot, told } = read(fields + talk() + lines);
    expect(told).toBeUndefined();
    expect(snapshot?.problems.join()).toContain('statusHistory');
  });
});
