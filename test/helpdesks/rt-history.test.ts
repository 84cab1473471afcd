// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';
import { statusTimes } from '../../lib/sla/status-times.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { policySchema } from '../../lib/policy/schema.ts';

const corpus = process.env.HANDRAIL_CORPUS;
const folder = corpus ? join(corpus, 'rt5') : '';

const minute = 60_000;
const policy = policySchema.parse(defaultPolicy);

/** A page in the shape of RT's display page, with our own words. */
function page(status: string, transactions: string, more = ''): Document {
  const row = (name: string, value: string) =>
    `<div class="form-row ${name}"><div class="value"><span class="current-value">${value}</span></div></div>`;
  return new DOMParser().parseFromString(
    `<html lang="en"><head><title>#12: Broken printer</title></head><body id="comp-Ticket-Display"><div id="header"><h1>#12: Broken printer</h1></div>
     <div class="ticket-info-basics">${row('id', '12')}${row('status', status)}${row('queue', 'Support')}</div>
     <div class="ticket-info-dates">${row('created', 'Mon Nov 23 09:00:00 2026')}</div>${more}
     <div class="history-container">${transactions}</div></body></html>`,
    'text/html',
  );
}
let number = 100;
const transaction = (type: string, at: string, sentence: string, body = '') =>
  `<div class="transaction Ticket-transaction ${type}" data-transaction-id="${++number}"><div class="metadata"><span class="date">Mon Nov 23 ${at}:00 2026</span>
   <span class="description"><span class="user">Maya Okafor</span> - ${sentence}</span></div>
   <div class="content">${body && `<div class="messagebody"><div class="message-stanza">${body}</div></div>`}</div></div>`;
const created = (text = 'It prints blank pages.') => transaction('message', '09:00', 'Ticket created', text);
const changed = (at: string, from: string, to: string, label = 'Status') => transaction('basics', at, `${label} changed from '${from}' to '${to}'`);

function read(doc: Document) {
  const now = Date.parse('2026-11-23T18:00:00Z');
  const result = readPage(doc, { url: 'https://rt.test/Ticket/Display.html?id=12', zone: 'UTC', now });
  if (!result) throw new Error('no ticket was read');
  const { snapshot } = result;
  const told = snapshot.fields.statusHistory?.value.map(({ at, status }) => `${at.slice(11, 16)} ${status}`);
  return { snapshot, told, times: statusTimes(snapshot, policy, now) };
}

describe("Request Tracker's history", () => {
  test('tells pauses and the resolution, from the creation on', () => {
    const { told, snapshot, times } = read(
      page(
        'resolved',
        created() +
          changed('10:00', 'new', 'open') +
          changed('11:00', 'open', 'stalled') +
          changed('13:00', 'stalled', 'open') +
          changed('15:00', 'open', 'resolved'),
      ),
    );
    expect(told).toEqual(['09:00 new', '10:00 open', '11:00 stalled', '13:00 open', '15:00 resolved']);
    expect(snapshot.statusHistoryComplete).toBe(true);
    expect(times.pauses.map(([from, to]) => ((to ?? 0) - from) / minute)).toEqual([120]);
    expect(times.resolvedAt).toBe(Date.parse('2026-11-23T15:00:00Z'));
    expect(times.notes.map(({ code }) => code)).not.toContain('pauses-not-visible');
  });

  test('is complete where nothing was ever changed', () => {
    const { told, snapshot } = read(page('new', created()));
    expect(told).toEqual(['09:00 new']);
    expect(snapshot.statusHistoryComplete).toBe(true);
    expect(snapshot.fields.priorityHistory).toBeUndefined();
  });

  test('shows a new priority beside the first one', () => {
    const html = created() + changed('09:12', 'unknown', 'Urgent', 'Priority');
    const { snapshot } = read(
      page('new', html, '<div class="form-row priority"><span class="current-value"><span class="Priority">Urgent</span></span></div>'),
    );
    expect(snapshot.fields.priorityHistory?.value).toEqual([
      { at: '2026-11-23T09:00:00.000Z', priority: 'unknown' },
      { at: '2026-11-23T09:12:00.000Z', priority: 'Urgent' },
    ]);
  });

  test('is read with the newest change first', () => {
    const lines = [created(), changed('10:00', 'new', 'open'), changed('11:00', 'open', 'stalled')];
    expect(read(page('stalled', lines.reverse().join(''))).told).toEqual(['09:00 new', '10:00 open', '11:00 stalled']);
  });

  test.each([
    ['the last change did not lead to the present status', page('open', created() + changed('11:00', 'new', 'stalled'))],
    ['a change in between is missing', page('open', created() + changed('10:00', 'new', 'stalled') + changed('12:00', 'rejected', 'open'))],
    ['the beginning is missing', page('open', changed('10:00', 'new', 'open'))],
    [
      'RT has more to load',
      page('open', created() + changed('10:00', 'new', 'open'), '<span id="LoadAllHistoryContainer"><a href="#">Load all history</a></span>'),
    ],
    ['another ticket was merged into it', page('open', created() + created('Me too.') + changed('10:00', 'new', 'open'))],
    ['a change was not understood', page('open', created() + changed('10:00', 'new', 'open') + transaction('basics', '11:00', 'Státusz: valami'))],
  ])('is not called complete when %s', (_why, doc) => {
    const { snapshot, times } = read(doc);
    expect(snapshot.statusHistoryComplete).toBeUndefined();
    expect(times.notes.some(({ code }) => code === 'pauses-not-visible' || code === 'status-history-not-visible')).toBe(true);
  });

  test('leaves out what lies before a hole', () => {
    const { told } = read(page('open', created() + changed('10:00', 'new', 'stalled') + changed('12:00', 'rejected', 'open')));
    expect(told).toEqual(['12:00 open']);
  });

  test('says that messages are missing while RT has more to load', () => {
    const doc = page('new', created(), '<span id="LoadAllHistoryContainer"><a href="#">Load all history</a></span>');
    expect(read(doc).snapshot.missingMessages).toBe('some');
  });

  test.skipIf(!existsSync(folder)).each([
    ['1', ['new', 'open']],
    ['1-fr', ['nouveau', 'ouvert']],
    ['2', ['new', 'open']],
    ['4', ['new', 'open', 'stalled']],
    ['4-de', ['neu', 'offen', 'zurückgestellt']],
    ['5', ['new', 'open', 'resolved']],
    ['5-fr', ['nouveau', 'ouvert', 'résolu']],
    ['7-de', ['neu', 'offen']],
    ['9', ['new']],
  ])('the saved page %s shows %j', (name, statuses) => {
    const truth = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    const doc = new DOMParser().parseFromString(readFileSync(join(folder, `${name}.html`), 'utf8'), 'text/html');
    for (const hidden of doc.querySelectorAll('[data-rig-hidden]')) hidden.remove();
    const options = { url: truth.url, zone: truth.pageTimeZone, now: Date.parse(truth.capturedAt) };
    // What the general reader makes of the same lines, once it does not know the product.
    const alone = readPage(doc, { ...options, adapter: 'generic' })?.snapshot;
    expect(alone?.fields.statusHistory?.value.map(({ status }) => status) ?? []).toEqual(statuses.slice(1));
    expect(alone?.statusHistoryComplete).toBeUndefined();
    const snapshot = readPage(doc, options)?.snapshot;
    expect(snapshot?.fields.statusHistory?.value.map(({ status }) => status)).toEqual(statuses);
    expect(snapshot?.statusHistoryComplete).toBe(true);
    expect(Date.parse(snapshot?.fields.statusHistory?.value[0]?.at ?? '')).toBe(Date.parse(truth.ticket.createdAt));
  });
});
