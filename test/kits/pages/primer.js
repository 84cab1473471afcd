// Primer, GitHub's own components, with its relative-time element.
import { createElement as h } from 'react';
import '@primer/primitives/dist/css/functional/themes/light.css';
import { Avatar, BaseStyles, Button, FormControl, Heading, IssueLabelToken, Label, Select, Text, TextInput, Textarea, ThemeProvider, Timeline } from '@primer/react';
import '@github/relative-time-element';
import { start } from './start.js';

const blank = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
start({
  Shell: ({ children }) => h(ThemeProvider, null, h(BaseStyles, null, children)),
  Title: ({ children }) => h(Heading, { as: 'h1' }, children),
  Choice: ({ label, value, options }) => h(FormControl, null, h(FormControl.Label, null, label), h(Select, { defaultValue: value }, options.map((o) => h(Select.Option, { key: o, value: o }, o)))),
  Text: ({ label, value }) => h(FormControl, null, h(FormControl.Label, null, label), h(TextInput, { defaultValue: value })),
  Read: ({ label, children }) => h('div', null, h(Heading, { as: 'h3', variant: 'small' }, label), h(Text, { as: 'div' }, children)),
  Tag: ({ children }) => h(IssueLabelToken, { text: children, fillColor: '#0366d6' }),
  Time: ({ iso }) => h('relative-time', { datetime: iso }),
  Comment: ({ author, time, note, children }) =>
    h(Timeline.Item, null, h(Timeline.Badge, null, h(Avatar, { src: blank, alt: author })), h(Timeline.Body, null, h('div', null, h('a', { href: '#u' }, author), ' ', time, ' ', note && h(Label, { variant: 'attention' }, note)), h('div', { className: 'markdown-body' }, h('p', null, children)))),
  Composer: ({ label }) => h(FormControl, null, h(FormControl.Label, { visuallyHidden: true }, label), h(Textarea, null), h(Button, { variant: 'primary' }, label)),
  Button,
  Table: ({ head, rows }) =>
    h('table', null, h('thead', null, h('tr', null, head.map((x) => h('th', { key: x }, x)))), h('tbody', null, rows.map((r, i) => h('tr', { key: i }, r.map((x, j) => h('td', { key: j }, x)))))),
});
