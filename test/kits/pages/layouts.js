// Four more ways in which helpdesks lay a ticket out, with the same components and the same data as the first one in app.js.
import { shownDate, shownTime, time } from './times.js';

const people = (t) => `${t.requester.name} <${t.requester.email}>`;
const tags = (h, ui, t) => t.tags.map((tag) => h(ui.Tag, { key: tag }, tag));

/** An issue tracker: subject, a line of who and when, comments with lines of changes between them, fields in a rail on the right. */
function header(h, ui, c) {
  const { ticket: t } = c;
  const l = t.labels;
  const [first, ...rest] = t.messages;
  return [
    h('section', { key: 'talk', style: { flex: 1 } }, [
      h('nav', { key: 'crumbs', 'aria-label': 'Breadcrumb' }, [h('a', { key: 1, href: '/projects' }, t.group), ' / ', h('a', { key: 2, href: `/browse/${t.id}` }, t.id)]),
      h(ui.Title, { key: 'title' }, t.subject),
      h('div', { key: 'first' }, h(ui.Comment, { author: first.author, time: time(h, ui, c, first.at) }, first.text)),
      h('ol', { key: 'rest', style: { listStyle: 'none', padding: 0 } }, rest.flatMap((m, i) => [
          ...(i === 1 ? [h('li', { key: 'change', className: 'change' }, [h('b', { key: 'a' }, t.assignee), ` ${l.status}: ${t.statuses[0]} → ${t.status} `, h('span', { key: 't' }, time(h, ui, c, m.at))])] : []),
          h('li', { key: i }, h(ui.Comment, { author: m.author, time: time(h, ui, c, m.at), note: m.internal ? l.internal : undefined }, m.text)),
        ])),
      h(ui.Composer, { key: 'composer', label: l.reply }),
    ]),
    h('aside', { key: 'rail', style: { width: 280 } }, [
      h(ui.Choice, { key: 's', label: l.status, value: t.status, options: t.statuses }),
      h(ui.Read, { key: 'a', label: l.assignee }, t.assignee),
      h(ui.Read, { key: 'r', label: l.requester }, people(t)),
      h(ui.Read, { key: 'p', label: l.priority }, t.priority),
      h(ui.Read, { key: 'g', label: l.group }, t.group),
      h(ui.Read, { key: 'o', label: l.organization }, t.organization),
      h(ui.Read, { key: 't', label: l.tags }, tags(h, ui, t)),
      h(ui.Read, { key: 'c', label: l.createdAt }, time(h, ui, c, t.createdAt)),
      h(ui.Read, { key: 'u', label: l.updatedAt }, time(h, ui, c, t.updatedAt)),
    ]),
  ];
}

/** An agent's console: several tickets open in tabs, all fields in a form, the newest message first, reply box above them. */
function console_(h, ui, c) {
  const { ticket: t } = c;
  const other = c.all.find(({ id }) => id !== t.id);
  const tab = (one, selected) => h('div', { key: one.id, role: 'tab', 'aria-selected': selected, 'aria-controls': `pane-${one.id}` }, `${one.id} ${one.subject}`);
  const pane = (one, selected) => {
    const l = t.labels;
    return h('div', { key: `pane-${one.id}`, role: 'tabpanel', id: `pane-${one.id}`, style: selected ? {} : { display: 'none' } }, [
      h(ui.Title, { key: 'title' }, one.subject),
      h('p', { key: 'id' }, `#${one.id}`),
      h('form', { key: 'form', style: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 } }, [
        h(ui.Text, { key: 'r', label: l.requester, value: people(one) }),
        h(ui.Choice, { key: 's', label: l.status, value: one.status, options: one.statuses }),
        h(ui.Text, { key: 'o', label: l.organization, value: one.organization }),
        h(ui.Choice, { key: 'p', label: l.priority, value: one.priority, options: one.priorities }),
        h(ui.Text, { key: 'g', label: l.group, value: one.group }),
        h(ui.Text, { key: 'a', label: l.assignee, value: one.assignee }),
        h(ui.Text, { key: 'c', label: l.createdAt, value: shownTime(c, one.createdAt) }),
        h(ui.Text, { key: 'u', label: l.updatedAt, value: shownTime(c, one.updatedAt) }),
        ...(one.labels.dueAt ? [h(ui.Text, { key: 'd', label: one.labels.dueAt, value: shownTime(c, one.dueAt) })] : []),
        h(ui.Read, { key: 't', label: l.tags }, tags(h, ui, one)),
      ]),
      h(ui.Composer, { key: 'composer', label: l.reply }),
      h('div', { key: 'stream', role: 'log' }, one.messages.toReversed().map((m, i) => h(ui.Comment, { key: i, author: m.author, time: ago(h, c, m.at), note: m.internal ? l.internal : undefined }, m.text))),
    ]);
  };
  return [
    h('section', { key: 'console', style: { flex: 1 } }, [
      h('div', { key: 'tabs', role: 'tablist' }, [tab(other, false), tab(t, true)]),
      pane(other, false),
      pane(t, true),
    ]),
  ];
}

/** "5 days ago", with the exact time where the pointer rests. */
function ago(h, c, iso) {
  const days = Math.round((Date.parse(iso) - Date.now()) / 86_400_000);
  return h('span', { title: shownTime(c, iso) }, new Intl.RelativeTimeFormat(c.locale, { numeric: 'auto' }).format(days, 'day'));
}

/** A messenger: other conversations on the left, bubbles under the name of their day, what is known of the customer on the right. */
function chat(h, ui, c) {
  const { ticket: t } = c;
  const l = t.labels;
  let day = '';
  return [
    h('nav', { key: 'inbox', style: { width: 240 } }, h('ul', null, c.all.slice(0, 6).map((one) =>
      h('li', { key: one.id }, [h('b', { key: 'n' }, one.requester.name), h('div', { key: 's' }, one.messages.at(-1).text.slice(0, 40)), h('span', { key: 't' }, shownTime(c, one.updatedAt))])))),
    h('section', { key: 'talk', style: { flex: 1 } }, [
      h('header', { key: 'head' }, [h(ui.Title, { key: 'title' }, t.subject), h('span', { key: 'id' }, `#${t.id}`)]),
      h('div', { key: 'bubbles' }, t.messages.flatMap((m, i) => {
        const date = shownDate(c, m.at);
        const newDay = date !== day;
        day = date;
        return [
          ...(newDay ? [h('div', { key: `d${i}`, role: 'separator', style: { textAlign: 'center' } }, date)] : []),
          h('div', { key: i, className: m.role === 'customer' ? 'bubble incoming' : 'bubble outgoing', style: { textAlign: m.role === 'customer' ? 'left' : 'right' } },
            h(ui.Comment, { author: m.author, time: c.machineTimes ? time(h, ui, c, m.at) : h('span', null, clock(c, m.at)), note: m.internal ? l.internal : undefined }, m.text)),
        ];
      })),
      h(ui.Composer, { key: 'composer', label: l.reply }),
    ]),
    h('aside', { key: 'details', style: { width: 280 } }, [
      h('div', { key: 'who' }, [h('span', { key: 'l' }, l.requester), h('h3', { key: 'n' }, t.requester.name), h('a', { key: 'm', href: `mailto:${t.requester.email}` }, t.requester.email)]),
      h('dl', { key: 'facts' }, [[l.status, t.status], [l.priority, t.priority], [l.organization, t.organization], [l.assignee, t.assignee], [l.group, t.group], [l.createdAt, time(h, ui, c, t.createdAt)]].flatMap(([label, value]) => [h('dt', { key: label }, label), h('dd', { key: `${label}=` }, value)])),
      h(ui.Read, { key: 'tags', label: l.tags }, tags(h, ui, t)),
    ]),
  ];
}

const clock = (c, iso) => new Intl.DateTimeFormat(c.locale, { timeStyle: 'short', timeZone: c.zone }).format(new Date(iso));

/** A helpdesk of the older kind: everything in tables, times as text, one table for each message. */
function table(h, ui, c) {
  const { ticket: t } = c;
  const l = t.labels;
  const row = (label, value) => h('tr', { key: label }, [h('th', { key: 'l', scope: 'row' }, `${label}:`), h('td', { key: 'v' }, value)]);
  return [
    h('section', { key: 'zoom', style: { flex: 1 } }, [
      h(ui.Title, { key: 'title' }, `#${t.id}: ${t.subject}`),
      h('div', { key: 'tools' }, h(ui.Button, null, l.reply)),
      h('table', { key: 'facts' }, h('tbody', null, [
        row(l.status, t.status), row(l.priority, t.priority), row(l.group, t.group), row(l.assignee, t.assignee), row(l.requester, people(t)), row(l.organization, t.organization),
        row(l.createdAt, shownTime(c, t.createdAt)), row(l.updatedAt, shownTime(c, t.updatedAt)), ...(l.dueAt ? [row(l.dueAt, shownTime(c, t.dueAt))] : []), row(l.tags, tags(h, ui, t)),
      ])),
      ...t.messages.map((m, i) => h('table', { key: i, style: { width: '100%', marginTop: 12 } }, h('tbody', null, [
        h('tr', { key: 'head' }, [h('th', { key: 'a', align: 'left' }, m.author), h('td', { key: 't', align: 'right' }, [shownTime(c, m.at), m.internal ? h(ui.Tag, { key: 'n' }, l.internal) : null])]),
        h('tr', { key: 'body' }, h('td', { colSpan: 2 }, m.text)),
      ]))),
      h(ui.Composer, { key: 'composer', label: l.reply }),
    ]),
  ];
}

export const layouts = { header, console: console_, chat, table };
