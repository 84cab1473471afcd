// @vitest-environment happy-dom
/** "Added by …" lines and labels as issue trackers print them in other languages; seen on Redmine 5.0 and Request Tracker 5.0, words their own. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-25T12:00:00Z');

function read(lang: string, inner: string) {
  const html = `<html lang="${lang}"><head><title>Support #12: Printer on fire - Support</title></head><body>${inner}</body></html>`;
  const doc = new DOMParser().parseFromString(html, 'text/html');
  return readPage(doc, { url: 'https://desk.example/issues/12', now, zone: 'UTC', adapter: 'generic' })?.snapshot;
}

const fields =
  '<div><b class="label">Status:</b> <span>New</span></div><div><b class="label">Priority:</b> <span>High</span></div><div><b class="label">Assignee:</b> <span>Maya Okafor</span></div>';
const time = (title: string, text: string) => `<a title="${title}" href="/a">${text}</a>`;
const person = '<a class="user" href="/users/25">Gary Brandt</a>';

describe('a line that tells who added the ticket and when', () => {
  test.each([
    ['de', `Von ${person} vor ${time('2026-11-20 22:22', '5 Tagen')} hinzugefügt. Vor ${time('2026-11-25 11:22', '1 Stunde')} aktualisiert.`],
    ['cs', `Přidáno uživatelem ${person} před ${time('2026-11-20 22:22', '5 dnů')}. Aktualizováno před ${time('2026-11-25 11:22', '1 hodina')}.`],
    ['ja', `${person} さんが${time('2026-11-20 22:22', '5日')}前に追加. ${time('2026-11-25 11:22', '約1時間')}前に更新.`],
    ['nl', `Toegevoegd door ${person} ${time('2026-11-20 22:22', '5 dagen')} geleden. ${time('2026-11-25 11:22', '1 uur')} geleden bijgewerkt.`],
  ])('is read in %s, wherever the verb stands', (lang, line) => {
    const ticket = read(
      lang,
      `<h2>Support #12</h2><h3>Printer on fire</h3><p class="author">${line}</p>${fields}<div class="description">${'It burns. '.repeat(5)}</div>`,
    );
    expect(ticket?.fields.createdAt?.value).toBe('2026-11-20T22:22:00.000Z');
    expect(ticket?.fields.updatedAt?.value).toBe('2026-11-25T11:22:00.000Z');
    expect(ticket?.fields.requester?.value.name).toBe('Gary Brandt');
  });
});

test('the label of a row called owner is no owner, in a language that is not known', () => {
  const ticket = read(
    'xx',
    `<h1>#12: Printer on fire</h1>${fields.replace('Assignee', 'Requester')}<div class="row owner"><div class="label">Vlotnik:</div><div class="value"></div></div><div class="description">${'It burns. '.repeat(5)}</div>`,
  );
  expect(ticket?.fields.assignee).toBeUndefined();
});

test('what the customer first wrote is read before there is any answer', () => {
  const ticket = read(
    'en',
    `<h2>Support #12</h2><h3>Printer on fire</h3>${fields}<div class="description"><p><strong>Description</strong></p><div class="wiki"><p>It has been burning since nine.</p></div></div>`,
  );
  expect(ticket?.messages.map((m) => m.text)).toEqual(['It has been burning since nine.']);
});

test('a value wholly in brackets says that there is none', () => {
  const ticket = read(
    'fi',
    `<h1>#12: Printer on fire</h1>${fields}<div><b class="label">Tags:</b> <span>(ei arvoa)</span></div><div class="description">${'It burns. '.repeat(5)}</div>`,
  );
  expect(ticket?.fields.tags).toBeUndefined();
});
