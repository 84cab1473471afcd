// More pages that are no ticket, each with something of one: a search, a mail in a mailbox, a mailbox, a piece of news with comments, a customer, a new ticket, a board.
import { shownTime, time } from './times.js';

const section = (h, children) => [h('section', { key: 'main', style: { flex: 1 } }, children)];

function search(h, ui, c) {
  const l = c.ticket.labels;
  return section(h, [
    h(ui.Text, { key: 'q', label: 'Search', value: c.ticket.tags[0] }),
    ...c.all.map((t) => h('article', { key: t.id }, [h('h3', { key: 'h' }, h('a', { href: `/tickets/${t.id}` }, `${t.id} ${t.subject}`)), h('div', { key: 'm' }, [`${l.status}: ${t.status} · ${l.requester}: ${t.requester.name} · `, h('span', { key: 't' }, time(h, ui, c, t.updatedAt))]), h('p', { key: 's' }, t.messages[0].text)])),
  ]);
}

function mail(h, ui, c) {
  const { ticket: t } = c;
  return [
    h('nav', { key: 'folders', style: { width: 200 } }, ['Inbox', 'Sent', 'Drafts', 'Spam', 'Trash'].map((one) => h('a', { key: one, href: '#' }, one, ' '))),
    h('section', { key: 'thread', style: { flex: 1 } }, [
      h(ui.Title, { key: 't' }, `Re: ${t.subject}`),
      ...t.messages.filter((m) => !m.internal).map((m, i) => h(ui.Comment, { key: i, author: m.author, time: time(h, ui, c, m.at) }, m.text)),
      h(ui.Composer, { key: 'c', label: t.labels.reply }),
    ]),
  ];
}

function mailbox(h, ui, c) {
  return section(h, [
    h(ui.Title, { key: 't' }, 'Inbox'),
    h('ul', { key: 'l' }, c.all.map((t) => h('li', { key: t.id }, [h('b', { key: 'n' }, t.requester.name), ' ', h('span', { key: 's' }, t.subject), ' – ', h('span', { key: 'x' }, t.messages[0].text.slice(0, 60)), ' ', h('span', { key: 'd' }, shownTime(c, t.updatedAt))]))),
  ]);
}

function news(h, ui, c) {
  const { ticket: t } = c;
  return section(h, [
    h(ui.Title, { key: 't' }, t.messages[1].text.slice(0, 60)),
    h('p', { key: 'by' }, [h('a', { key: 'a', rel: 'author', href: '#' }, t.assignee), ' · ', h('span', { key: 't' }, time(h, ui, c, t.createdAt))]),
    ...t.messages.map((m, i) => h('p', { key: i }, `${m.text} ${m.text}`)),
    h('h2', { key: 'h' }, '3 comments'),
    ...c.all.slice(0, 3).map((one) => h(ui.Comment, { key: one.id, author: one.requester.name, time: time(h, ui, c, one.updatedAt) }, one.messages[0].text)),
    h(ui.Composer, { key: 'c', label: t.labels.reply }),
  ]);
}

function customer(h, ui, c) {
  const { ticket: t } = c;
  const l = t.labels;
  return section(h, [
    h(ui.Title, { key: 't' }, t.requester.name),
    h(ui.Read, { key: 'e', label: 'E-mail' }, t.requester.email),
    h(ui.Read, { key: 'o', label: l.organization }, t.organization),
    h(ui.Read, { key: 'c', label: l.createdAt }, time(h, ui, c, t.createdAt)),
    h(ui.Read, { key: 'u', label: l.updatedAt }, time(h, ui, c, t.updatedAt)),
    h(ui.Read, { key: 'g', label: l.tags }, t.tags.map((tag) => h(ui.Tag, { key: tag }, tag))),
    h(ui.Table, { key: 'x', head: ['ID', l.subject, l.status, l.updatedAt], rows: c.all.slice(0, 4).map((one) => [one.id, one.subject, one.status, shownTime(c, one.updatedAt)]) }),
  ]);
}

function create(h, ui, c) {
  const { ticket: t } = c;
  const l = t.labels;
  return section(h, [
    h('form', { key: 'form' }, [
      h(ui.Title, { key: 't' }, t.statuses[0]),
      h(ui.Text, { key: 's', label: l.subject, value: '' }),
      h(ui.Text, { key: 'r', label: l.requester, value: '' }),
      h(ui.Choice, { key: 'st', label: l.status, value: t.statuses[0], options: t.statuses }),
      h(ui.Choice, { key: 'p', label: l.priority, value: t.priorities[1], options: t.priorities }),
      h(ui.Text, { key: 'g', label: l.group, value: '' }),
      h(ui.Composer, { key: 'c', label: l.reply }),
    ]),
  ]);
}

function board(h, ui, c) {
  const l = c.ticket.labels;
  return [
    h('section', { key: 'b', style: { display: 'flex', gap: 16, flex: 1 } }, c.ticket.statuses.map((status, column) =>
      h('div', { key: status }, [h('h2', { key: 'h' }, `${status} ${c.all.length}`), ...c.all.filter((_, i) => i % 4 === column).map((t) => h('article', { key: t.id }, [h('a', { key: 'a', href: `/browse/${t.id}` }, `${t.id} ${t.subject}`), h('div', { key: 'p' }, `${l.priority}: ${t.priority}`), h('div', { key: 'w' }, t.assignee)]))]))),
  ];
}

export const others = { search, mail, mailbox, news, customer, create, board };
