// Zendesk Garden.
import { createElement as h } from 'react';
import { ThemeProvider } from '@zendeskgarden/react-theming';
import { Combobox, Field as Choose, Option } from '@zendeskgarden/react-dropdowns';
import { Field, Input, Textarea } from '@zendeskgarden/react-forms';
import { Tag } from '@zendeskgarden/react-tags';
import { Avatar } from '@zendeskgarden/react-avatars';
import { Table } from '@zendeskgarden/react-tables';
import { Button } from '@zendeskgarden/react-buttons';
import { Ellipsis, MD, SM, XXL } from '@zendeskgarden/react-typography';
import { start } from './start.js';

const initials = (name) => name.split(/\s+/).map((w) => w[0]).slice(0, 2).join('');
start({
  Shell: ({ children }) => h(ThemeProvider, null, children),
  Title: ({ children }) => h(XXL, { tag: 'h1' }, children),
  Choice: ({ label, value, options }) =>
    h(Choose, null, h(Choose.Label, null, label), h(Combobox, { isEditable: false, selectionValue: value, inputValue: value }, options.map((o) => h(Option, { key: o, value: o })))),
  Text: ({ label, value }) => h(Field, null, h(Field.Label, null, label), h(Input, { defaultValue: value })),
  Read: ({ label, children }) => h('div', null, h(SM, { tag: 'div', isBold: true }, label), h(MD, { tag: 'div' }, children)),
  Tag: ({ children }) => h(Tag, null, h('span', null, children)),
  Comment: ({ author, time, note, children }) =>
    h('article', null, h(Avatar, { size: 'small' }, h(Avatar.Text, null, initials(author))), h('div', null, h(Ellipsis, { tag: 'strong' }, author), ' ', time, ' ', note && h(Tag, { hue: 'yellow' }, h('span', null, note))), h(MD, { tag: 'div' }, children)),
  Composer: ({ label }) => h(Field, null, h(Field.Label, { hidden: true }, label), h(Textarea, { minRows: 3 }), h(Button, { isPrimary: true }, label)),
  Button,
  Table: ({ head, rows }) =>
    h(Table, null, h(Table.Head, null, h(Table.HeaderRow, null, head.map((x) => h(Table.HeaderCell, { key: x }, x)))), h(Table.Body, null, rows.map((r, i) => h(Table.Row, { key: i }, r.map((x, j) => h(Table.Cell, { key: j }, x)))))),
});
