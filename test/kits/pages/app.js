// A helpdesk of our own drawn with somebody else's components: ticket pages in five layouts and pages that are none.
// `h` is React.createElement; `ui` maps a few roles to the library's components.
import { layouts } from './layouts.js';
import { others } from './others.js';
import { shownTime, time } from './times.js';

const words = (c) => c.ticket.labels;

export function page(h, ui, c) {
  const body = { ticket: layouts[c.layout] ?? ticket, list, settings, article, dashboard, ...others }[c.kind](h, ui, c);
  return h(ui.Shell, null, [
    h('nav', { key: 'nav', 'aria-label': 'Main' }, ['Home', 'Views', 'Customers', 'Reports'].map((name) => h('a', { key: name, href: '#' }, name, ' '))),
    h('main', { key: 'main', style: { display: 'flex', gap: 24, padding: 16 } }, body),
  ]);
}

function ticket(h, ui, c) {
  const { ticket: t } = c;
  const l = words(c);
  const read = (key, label, value) => h(ui.Read, { key, label }, value);
  const fields = [
    h(ui.Choice, { key: 's', label: l.status, value: t.status, options: t.statuses }),
    h(ui.Choice, { key: 'p', label: l.priority, value: t.priority, options: t.priorities }),
    read('r', l.requester, `${t.requester.name} <${t.requester.email}>`),
    read('o', l.organization, t.organization),
    h(ui.Text, { key: 'g', label: l.group, value: t.group }),
    read('a', l.assignee, t.assignee),
    read('c', l.createdAt, time(h, ui, c, t.createdAt)),
    read('u', l.updatedAt, time(h, ui, c, t.updatedAt)),
    ...(l.dueAt ? [read('d', l.dueAt, time(h, ui, c, t.dueAt))] : []),
    read('t', l.tags, t.tags.map((tag) => h(ui.Tag, { key: tag }, tag))),
  ];
  return [
    h('aside', { key: 'side', style: { width: 300 } }, fields),
    h('section', { key: 'talk', style: { flex: 1 } }, [
      h(ui.Title, { key: 'title' }, t.subject),
      h('p', { key: 'id' }, `#${t.id}`),
      ...t.messages.map((m, i) =>
        h(ui.Comment, { key: i, author: m.author, time: time(h, ui, c, m.at), note: m.internal ? l.internal : undefined }, m.text),
      ),
      h(ui.Composer, { key: 'composer', label: l.reply }),
    ]),
  ];
}

function list(h, ui, c) {
  const l = words(c);
  return [
    h('section', { key: 'list', style: { flex: 1 } }, [
      h(ui.Title, { key: 't' }, l.group),
      h(ui.Table, {
        key: 'table',
        head: ['ID', l.subject, l.requester, l.status, l.priority, l.updatedAt],
        rows: c.all.map((t) => [t.id, t.subject, t.requester.name, t.status, t.priority, shownTime(c, t.updatedAt)]),
      }),
    ]),
  ];
}

function settings(h, ui, c) {
  const l = words(c);
  return [
    h('form', { key: 'form', style: { width: 480 } }, [
      h(ui.Title, { key: 't' }, 'Workspace'),
      h(ui.Text, { key: 'n', label: l.organization, value: c.ticket.organization }),
      h(ui.Choice, { key: 'p', label: l.priority, value: c.ticket.priorities[1], options: c.ticket.priorities }),
      h(ui.Choice, { key: 's', label: l.status, value: c.ticket.statuses[0], options: c.ticket.statuses }),
      h(ui.Button, { key: 'b' }, 'OK'),
    ]),
  ];
}

function article(h, ui, c) {
  return [
    h('article', { key: 'a', style: { maxWidth: 640 } }, [
      h(ui.Title, { key: 't' }, c.ticket.subject),
      h('p', { key: 'd' }, [h('span', { key: 'by' }, c.ticket.assignee), ' · ', h('span', { key: 'at' }, shownTime(c, c.ticket.updatedAt))]),
      ...c.ticket.messages.map((m, i) => h('p', { key: i }, m.text)),
      ...c.ticket.tags.map((tag) => h(ui.Tag, { key: tag }, tag)),
    ]),
  ];
}

function dashboard(h, ui, c) {
  const l = words(c);
  return [
    h('section', { key: 'd', style: { flex: 1 } }, [
      h(ui.Title, { key: 't' }, 'Overview'),
      ...c.ticket.statuses.map((status, i) => h('div', { key: status }, [h(ui.Read, { key: 'r', label: status }, String(12 * (i + 1)))])),
      h(ui.Table, { key: 'table', head: [l.assignee, l.group, l.status], rows: c.all.slice(0, 5).map((t, i) => [t.assignee, t.group, String(i + 3)]) }),
    ]),
  ];
}
