// GitLab's own components (Vue 2).
import Vue from 'vue';
import { GlAvatarLabeled, GlBadge, GlBreadcrumb, GlButton, GlFormGroup, GlFormInput, GlFormSelect, GlFormTextarea, GlLabel, GlTableLite, GlToken } from '@gitlab/ui';
import { page } from './app.js';

const components = new Set([GlAvatarLabeled, GlBadge, GlBreadcrumb, GlButton, GlFormGroup, GlFormInput, GlFormSelect, GlFormTextarea, GlLabel, GlTableLite, GlToken]);
let create;
/** The pages are written for React's createElement; Vue's takes the same in another order. */
function h(type, props, ...children) {
  const { key, className, style, children: given, ...rest } = props ?? {};
  const inner = [...(given === undefined ? [] : [given]), ...children].flat(Number.POSITIVE_INFINITY).filter((one) => one !== undefined && one !== null && one !== false && one !== '');
  if (typeof type === 'function' && !components.has(type)) return type({ ...rest, children: inner });
  const px = Object.fromEntries(Object.entries(style ?? {}).map(([name, value]) => [name, typeof value === 'number' && name !== 'flex' ? `${value}px` : value]));
  const attrs = Object.fromEntries(Object.entries(rest).map(([name, value]) => [{ dateTime: 'datetime', htmlFor: 'for', colSpan: 'colspan' }[name] ?? name, value]));
  return create(type, { key, class: className, style: px, ...(typeof type === 'string' ? { attrs } : { props: rest, attrs }) }, inner);
}

/** Some take their settings as properties, some hand them on from attributes. */
const given = (component, settings, children) => create(component, { props: settings, attrs: settings }, children);

let fields = 0;
const ui = {
  Shell: ({ children }) => h('div', { className: 'layout-page' }, h(GlBreadcrumb, { items: [{ text: 'Support', href: '#' }, { text: 'Service Desk', href: '#' }] }), children),
  Title: ({ children }) => h('h1', { className: 'title gl-heading-1' }, children),
  Choice: ({ label, value, options }) => field(label, (id) => given(GlFormSelect, { id, value, options })),
  Text: ({ label, value }) => field(label, (id) => given(GlFormInput, { id, value })),
  Read: ({ label, children }) => h('div', { className: 'block' }, h('div', { className: 'title gl-font-bold' }, label), h('div', { className: 'value' }, children)),
  Tag: ({ children }) => h(GlLabel, { title: String(children[0]), backgroundColor: '#428bca' }),
  Comment: ({ author, time, note, children }) =>
    h('div', { className: 'timeline-entry note' }, h(GlAvatarLabeled, { label: author, subLabel: '', size: 32, entityName: author }), h('div', { className: 'note-header' }, h('span', { className: 'note-created' }, time), ' ', note && h(GlBadge, { variant: 'warning' }, note)), h('div', { className: 'note-text md' }, h('p', null, children))),
  Composer: ({ label }) => h('div', null, given(GlFormTextarea, { 'aria-label': label, value: '' }), h(GlButton, { variant: 'confirm' }, label)),
  Button: ({ children }) => h(GlButton, null, children),
  Table: ({ head, rows }) => given(GlTableLite, { fields: head.map((label, i) => ({ key: `c${i}`, label })), items: rows.map((row) => Object.fromEntries(row.map((cell, i) => [`c${i}`, cell]))) }),
};
function field(label, control) {
  const id = `field-${++fields}`;
  return given(GlFormGroup, { label, labelFor: id }, [control(id)]);
}

new Vue({
  el: '#app',
  render(createElement) {
    create = createElement;
    fields = 0;
    return createElement('div', [page(h, ui, window.pageCase)]);
  },
});
