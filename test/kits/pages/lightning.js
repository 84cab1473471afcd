// Salesforce's Lightning base components with the Lightning Design System, drawn in synthetic shadow: the page's own world sees shadow roots, everybody else a flat tree.
import '@lwc/synthetic-shadow';
import { createElement as h } from 'react';
import { createElement } from 'lwc';
import Badge from 'lightning/badge';
import Button from 'lightning/button';
import FormattedText from 'lightning/formattedText';
import Input from 'lightning/input';
import Textarea from 'lightning/textarea';
import { start } from './start.js';

const components = { badge: Badge, button: Button, 'formatted-text': FormattedText, input: Input, textarea: Textarea };
/** Drawn by their own framework, with all settings before they are shown. */
const lightning = (name, settings) =>
  h('span', {
    ref: (host) => {
      if (!host || host.firstChild) return;
      host.append(Object.assign(createElement(`lightning-${name}`, { is: components[name] }), settings));
    },
  });
const element = (label, value) =>
  h('div', { className: 'slds-form-element slds-form-element_readonly' }, h('span', { className: 'slds-form-element__label' }, label), h('div', { className: 'slds-form-element__control' }, h('div', { className: 'slds-form-element__static' }, value)));
start({
  Shell: ({ children }) => h('div', { className: 'slds-scope' }, children),
  Title: ({ children }) => h('div', { className: 'slds-page-header' }, h('h1', null, h('span', { className: 'slds-page-header__title slds-truncate' }, children))),
  // a picklist of a record that is not being edited
  Choice: ({ label, value }) => element(label, lightning('formatted-text', { value })),
  Text: ({ label, value }) => lightning('input', { label, value }),
  Read: ({ label, children }) => element(label, children),
  Tag: ({ children }) => lightning('badge', { label: children }),
  Comment: ({ author, time, note, children }) =>
    h('article', { className: 'slds-post' },
      h('header', { className: 'slds-post__header slds-media' }, h('div', { className: 'slds-media__body' }, h('p', null, h('a', { href: '#u', title: author }, author)), h('p', { className: 'slds-text-body_small' }, time, ' ', note && lightning('badge', { label: note })))),
      h('div', { className: 'slds-post__content slds-text-longform' }, h('p', null, children))),
  Composer: ({ label }) => h('div', { className: 'slds-publisher' }, lightning('textarea', { label, variant: 'label-hidden' }), lightning('button', { label, variant: 'brand' })),
  Button: ({ children }) => lightning('button', { label: children }),
  Table: ({ head, rows }) =>
    h('table', { className: 'slds-table slds-table_bordered' }, h('thead', null, h('tr', null, head.map((x) => h('th', { key: x, scope: 'col' }, h('div', { className: 'slds-truncate' }, x))))), h('tbody', null, rows.map((r, i) => h('tr', { key: i }, r.map((x, j) => h('td', { key: j }, h('div', { className: 'slds-truncate' }, x))))))),
});
