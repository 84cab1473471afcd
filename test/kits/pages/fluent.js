// Fluent UI 9, the controls of Dynamics 365.
import { createElement as h } from 'react';
import { Avatar, Badge, Button, Card, CardHeader, Dropdown, Field, FluentProvider, Input, Label, Option, Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow, Tag, Text, Textarea, Title2, webLightTheme } from '@fluentui/react-components';
import { start } from './start.js';

start({
  Shell: ({ children }) => h(FluentProvider, { theme: webLightTheme }, children),
  Title: ({ children }) => h(Title2, { as: 'h1' }, children),
  Choice: ({ label, value, options }) => h(Field, { label }, h(Dropdown, { defaultValue: value, defaultSelectedOptions: [value] }, options.map((o) => h(Option, { key: o }, o)))),
  Text: ({ label, value }) => h(Field, { label }, h(Input, { defaultValue: value })),
  Read: ({ label, children }) => h('div', null, h(Label, null, label), h(Text, { block: true }, children)),
  Tag: ({ children }) => h(Tag, { size: 'small' }, children),
  Comment: ({ author, time, note, children }) =>
    h(Card, { role: 'listitem' }, h(CardHeader, { image: h(Avatar, { name: author }), header: h(Text, { weight: 'semibold' }, author), description: h('span', null, time, ' ', note && h(Badge, { color: 'warning' }, note)) }), h('div', null, h('p', null, children))),
  Composer: ({ label }) => h('div', null, h(Textarea, { 'aria-label': label }), h(Button, { appearance: 'primary' }, label)),
  Button,
  Table: ({ head, rows }) =>
    h(Table, null, h(TableHeader, null, h(TableRow, null, head.map((x) => h(TableHeaderCell, { key: x }, x)))), h(TableBody, null, rows.map((r, i) => h(TableRow, { key: i }, r.map((x, j) => h(TableCell, { key: j }, x)))))),
});
