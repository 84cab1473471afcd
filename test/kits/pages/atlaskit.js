// Atlaskit, Jira's components.
import { createElement as h } from 'react';
import Avatar from '@atlaskit/avatar';
import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Button from '@atlaskit/button/new';
import Comment, { CommentAction, CommentAuthor, CommentTime } from '@atlaskit/comment';
import Lozenge from '@atlaskit/lozenge';
import { SimpleTag } from '@atlaskit/tag';
import { start } from './start.js';

start({
  Shell: ({ children }) => h('div', null, h(Breadcrumbs, null, h(BreadcrumbsItem, { text: 'Projects', href: '#' }), h(BreadcrumbsItem, { text: 'Support', href: '#' })), children),
  Title: ({ children }) => h('h1', null, children),
  Choice: ({ label, value }) => h('div', null, h('h2', null, label), h('div', null, h(Lozenge, { appearance: 'inprogress' }, value))),
  Text: ({ label, value }) => h('div', null, h('label', { htmlFor: `f-${label}` }, label), h('input', { id: `f-${label}`, defaultValue: value })),
  Read: ({ label, children }) => h('div', null, h('h2', null, label), h('div', null, children)),
  Tag: ({ children }) => h(SimpleTag, { text: children }),
  Comment: ({ author, time, note, children }) =>
    h(Comment, { avatar: h(Avatar, { name: author }), author: h(CommentAuthor, null, author), time: h(CommentTime, null, time), type: note, restrictedTo: note, content: h('p', null, children), actions: [h(CommentAction, { key: 'e' }, 'Edit'), h(CommentAction, { key: 'd' }, 'Delete')] }),
  Composer: ({ label }) => h('div', null, h('div', { role: 'textbox', contentEditable: true, suppressContentEditableWarning: true, 'aria-label': label }), h(Button, { appearance: 'primary' }, label)),
  Button: (props) => h(Button, props),
  Table: ({ head, rows }) =>
    h('table', null, h('thead', null, h('tr', null, head.map((x) => h('th', { key: x }, x)))), h('tbody', null, rows.map((r, i) => h('tr', { key: i }, r.map((x, j) => h('td', { key: j }, x)))))),
});
