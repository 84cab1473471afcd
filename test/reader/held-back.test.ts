// @vitest-environment happy-dom
/**
 * Pages of our own in the shape in which helpdesks draw theirs, after public facts about their markup: what the page holds back of a
 * conversation is told, with the adapter and without it.
 */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-24T09:00:00Z');
const texts = [
  'Our card was charged twice for the October invoice.',
  'I have found both payments and asked for the second one back.',
  'It has been a week now, where is our money?',
] as const;
const days = ['2026-11-18T08:00:00Z', '2026-11-19T09:13:00Z', '2026-11-23T14:00:00Z'] as const;
const people = ['Maria Lopez', 'Peter Hall', 'Maria Lopez'] as const;
type Entry = (author: string, at: string, text: string, index: number) => string;
const three = (entry: Entry): string => texts.map((text, i) => entry(people[i] ?? '', days[i] ?? '', text, i)).join('');
const facts = (pairs: Readonly<Record<string, string>>): string =>
  `<dl>${Object.entries(pairs)
    .map(([k, v]) => `<dt>${k}</dt><dd>${v}</dd>`)
    .join('')}</dl>`;
const usual = facts({ Status: 'Open', Priority: 'High', Customer: 'Maria Lopez', 'Assigned to': 'Peter Hall' });
const composer = '<div contenteditable="true" aria-label="Reply"></div>';

interface Shape {
  readonly url: string;
  readonly title?: string;
  /** The page with `held` where the product puts what it holds back. */
  readonly body: (held: string) => string;
}
const shapes: Readonly<Record<string, Shape>> = {
  zammad: {
    url: 'https://desk.example/#ticket/zoom/12',
    body: (held) =>
      `<div class="content active"><span class="ticket-title-update js-objectTitle" contenteditable="true">Charged twice</span><span class="ticket-number js-objectNumber" data-number="31012">31012</span>${usual}<div class="ticket-article">${held}${three(
        (author, at, text, i) =>
          `<div class="ticket-article-item ${i === 1 ? 'agent' : 'customer'}" id="article-${i}" data-id="${i}"><span class="article-meta-value user-name">${author}</span><time class="humanTimeFromNow" datetime="${at}" title="${at}">x</time><div class="textBubble"><div class="textBubble-content"><div class="richtext-content">${text}</div></div></div></div>`,
      )}</div></div>${composer}`,
  },
  glpi: {
    url: 'https://desk.example/front/ticket.form.php?id=77',
    title: 'Ticket #77',
    body: (held) =>
      `<div id="itil-object-container"><div class="itil-timeline">${held}${three(
        (author, at, text, i) =>
          `<div class="timeline-item ${i === 0 ? 'ITILContent' : 'ITILFollowup'}" data-itemtype="${i === 0 ? 'Ticket' : 'ITILFollowup'}" data-items-id="${i === 0 ? 77 : i}"><span class="creator"><a href="/front/user.form.php?id=${i}">${author}</a></span> <span title="${at.slice(0, 16).replace('T', ' ')}">x</span>${i === 0 ? '<div class="card-title">Charged twice</div>' : ''}<div class="read-only-content"><div class="rich_text_container">${text}</div></div></div>`,
      )}</div><div id="itil-data">${usual}</div></div>${composer}`,
  },
  bugzilla: {
    url: 'https://desk.example/show_bug.cgi?id=77',
    title: '77 – Charged twice',
    body: (held) =>
      `<h1>Bug 77 - Charged twice</h1>${usual}<div id="comments">${held}${three(
        (author, at, text, i) =>
          `<div id="c${i}" class="bz_comment ${i === 0 ? 'bz_first_comment' : ''}"><span class="bz_comment_user"><span class="vcard"><span class="fn">${author}</span></span></span><span class="bz_comment_time">${at.slice(0, 19).replace('T', ' ')} UTC</span><pre class="bz_comment_text">${text}</pre></div>`,
      )}</div>${composer}`,
  },
  chatwoot: {
    url: 'https://desk.example/app/accounts/1/conversations/77',
    body: (held) =>
      `<div class="conversation-details-wrap"><h2>Charged twice</h2><ul class="conversation-panel">${held}${three(
        (author, at, text, i) =>
          `<li><div id="message${i}" data-message-id="${i}" class="flex"><span>${author}</span> <time class="inline" datetime="${at}">${at}</time><p>${text}</p></div></li>`,
      )}</ul>${usual}</div>${composer}`,
  },
  znuny: {
    url: 'https://desk.example/index.pl?Action=AgentTicketZoom;TicketID=42',
    title: '2026112010000042 - Charged twice - Zoom',
    body: (held) =>
      `<h1>Ticket#2026112010000042 — Charged twice</h1>${usual}<div id="ArticleItems">${held}${three(
        (author, at, text, i) =>
          `<div class="WidgetSimple" id="ArticleItem${i}"><div class="Header"><span class="Sender">${author}</span> <span class="ArticleCreateTime">${at.slice(0, 16).replace('T', ' ')}</span></div><div class="ArticleBody">${text}</div></div>`,
      )}</div>${composer}`,
  },
};

function read(name: string, held: string, adapter?: string, change = (html: string) => html) {
  const shape = shapes[name];
  if (!shape) throw new Error(name);
  const doc = new DOMParser().parseFromString(
    `<html lang="en"><head><title>${shape.title ?? 'Desk'}</title></head><body>${change(shape.body(held))}</body></html>`,
    'text/html',
  );
  return readPage(doc, { url: shape.url, now, zone: 'UTC', ...(adapter && { adapter }) })?.snapshot;
}

describe.each(Object.keys(shapes))('in the shape of %s', (name) => {
  test.each([
    ['all is there', '', undefined],
    ['a button with the number', '<button>Show 12 older messages</button>', 12],
    ['a link in another language', '<a href="#">12 ältere Nachrichten anzeigen</a>', 12],
    ['a link in a third', '<a href="#">Xem 12 tin nhắn cũ hơn</a>', 12],
    ['a link in a fourth', '<a href="#">Afficher les 12 messages précédents</a>', 12],
    ['a link without a number', '<a href="#">Load more messages</a>', 'some'],
    ['a button that holds nothing back', '<button>Show details</button>', undefined],
  ])('%s', (_, held, missing) => {
    for (const adapter of [undefined, 'generic']) {
      const found = read(name, held, adapter);
      expect([adapter, found?.messages.map(({ text }) => text), found?.missingMessages]).toEqual([adapter, [...texts], missing]);
    }
  });
});

test('what else can be opened in the ticket is no part of the talk', () => {
  const more = (html: string) =>
    html
      .replace('<div id="itil-data">', '<div id="itil-data"><button>Show more</button>')
      .replace('</div></div><div contenteditable', '</div></div><aside><p>Links</p><a href="#">View all</a></aside><div contenteditable');
  const beside = (html: string) => more(html).replace('<div id="itil-data">', '<p>Ticket</p><div id="itil-data">');
  expect(read('glpi', '', undefined, beside)?.missingMessages).toBeUndefined();
});

describe('a list that draws only what is on screen', () => {
  const sized = (size: number, from: number) => (html: string) => {
    let at = from;
    return html.replace(
      /<div class="WidgetSimple"/g,
      () => `<div class="WidgetSimple" role="article" aria-setsize="${size}" aria-posinset="${at++}"`,
    );
  };
  test.each([
    ['says how long it is', 15, 13, 12],
    ['is drawn as a whole', 3, 1, undefined],
    ['does not know its length and begins in the middle', -1, 13, 'some'],
    ['does not know its length and begins at its beginning', -1, 1, undefined],
  ])('%s', (_, size, from, missing) => expect(read('znuny', '', 'generic', sized(size, from))?.missingMessages).toBe(missing));

  test('is another list than that of the open tickets', () => {
    const outer = (html: string) => `<div role="listitem" aria-setsize="9" aria-posinset="2">${html}</div>`;
    expect(read('znuny', '', 'generic', outer)?.missingMessages).toBeUndefined();
  });
});
