// Crayons, Freshworks' web components: everything that matters stands in shadow roots. The library loads its parts by itself, from /crayons/.
import { createElement as h } from 'react';
import { start } from './start.js';

start({
  Shell: ({ children }) => h('div', null, children),
  Title: ({ children }) => h('h1', null, children),
  Choice: ({ label, value, options }) => h('fw-select', { label, value, readonly: 'true' }, options.map((o) => h('fw-select-option', { key: o, value: o }, o))),
  Text: ({ label, value }) => h('fw-input', { label, value }),
  Read: ({ label, children }) => h('div', null, h('label', null, label), h('div', null, children)),
  Tag: ({ children }) => h('fw-tag', { text: children, 'data-tag': children }),
  Comment: ({ author, time, note, children }) =>
    h('div', { className: 'conversation' }, h('fw-avatar', { name: author, initials: author.slice(0, 1) }), h('div', null, h('b', null, author), ' ', time, ' ', note && h('fw-label', { value: note, color: 'yellow' })), h('div', null, children)),
  Composer: ({ label }) => h('div', null, h('fw-textarea', { label, rows: '3' }), h('fw-button', null, label)),
  Button: ({ children }) => h('fw-button', null, children),
  Table: ({ head, rows }) =>
    h('table', null, h('thead', null, h('tr', null, head.map((x) => h('th', { key: x }, x)))), h('tbody', null, rows.map((r, i) => h('tr', { key: i }, r.map((x, j) => h('td', { key: j }, x)))))),
});
