/**
 * Writes our own pages: `node test/corpus/make-pages.ts`. One ticket and one page that is none for every product, from our own
 * ticket data, around the hooks of the product's public facts. They prove that the hooks are wired, not that they are true.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addresses } from '../helpdesks/addresses.ts';

const here = dirname(fileURLToPath(import.meta.url));
const capturedAt = '2026-11-24T09:00:00.000Z';

interface Message {
  readonly author: string;
  readonly role: 'customer' | 'agent';
  readonly internal: boolean;
  readonly at: string;
  readonly text: string;
}
interface Ticket {
  readonly labels: Readonly<Record<string, string>>;
  readonly id: string;
  readonly subject: string;
  readonly status: string;
  readonly statusKind: string;
  readonly priority: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly requester: { readonly name: string; readonly email: string };
  readonly organization: string;
  readonly assignee: string;
  readonly group: string;
  readonly tags: readonly string[];
  readonly messages: readonly Message[];
}
const tickets = JSON.parse(readFileSync(join(here, '../kits/pages/tickets.json'), 'utf8')) as Record<string, Ticket>;
const locales = Object.keys(tickets);

/** How one product marks its parts; what is left out is drawn with plain labels for the general reader. */
interface Skin {
  readonly top?: (key: string, t: Ticket) => string;
  readonly wrap?: (inner: string, key: string, t: Ticket) => string;
  readonly subject?: (t: Ticket) => string;
  readonly message?: (m: Message, t: Ticket) => string;
  readonly title?: (key: string, t: Ticket) => string;
  readonly bodyAttributes?: (key: string) => string;
  /** The number that the page shows, where it is not the key of the address. */
  readonly id?: (key: string, t: Ticket) => string;
  /** The id of the block of entries. */
  readonly conversation?: string;
  /** Values that the page does not show. */
  readonly without?: readonly (keyof Ticket)[];
}

const time = (at: string, more = '') => `<time datetime="${at}"${more}>${at.slice(0, 16).replace('T', ' ')}</time>`;
const heading = (t: Ticket) => `<h1>${t.subject}</h1>`;
const plainMessage = (m: Message, t: Ticket) =>
  `<article class="message ${m.internal ? 'note' : m.role}"><header><strong class="author">${m.author}</strong> ${time(m.at)}${m.internal ? ` <span class="badge">${t.labels.internal}</span>` : ''}</header><div class="body"><p>${m.text}</p></div></article>`;

const skins: Readonly<Record<string, Skin>> = {
  zendesk: {
    wrap: (inner, key) =>
      `<div class="ticket-panes-grid-layout" data-is-active="false" style="display:none"><div data-side-conversations-anchor-id="9"><input data-test-id="omni-header-subject" value="Another ticket"></div></div><div class="ticket-panes-grid-layout" data-is-active="true"><div data-side-conversations-anchor-id="${key}"><div data-test-id="omni-log-container">${inner}</div></div></div>`,
    subject: (t) => `<input data-test-id="omni-header-subject" value="${t.subject}">`,
    message: (m) =>
      `<article data-test-id="omni-log-comment-item"><div data-test-id="omni-log-item-message" type="${m.internal ? 'internal' : m.role === 'agent' ? 'agent' : 'end-user'}"><span data-test-id="omni-log-item-sender">${m.author}</span> ${time(m.at, ' data-test-id="timestamp-relative"')}<div data-test-id="omni-log-message-content"><p>${m.text}</p></div></div></article>`,
  },
  freshdesk: {
    title: (key, t) => `[#${key}] ${t.subject}`,
    wrap: (inner) => `<div class="ticket-details-wrapper">${inner}</div>`,
    subject: (t) => `<h2 class="ticket-subject-heading">${t.subject}</h2>`,
    message: (m) =>
      `<div data-test-id="conversation-wrapper" class="${m.internal ? 'ticket-privatenote' : m.role === 'customer' ? 'ticket-requestor' : ''}"><span data-test-id="user-name">${m.author}</span> <span class="timeago-units">${time(m.at)}</span>${m.role === 'agent' ? '<i data-test-is-agent="true"></i>' : ''}<div data-test-conversation="conversation-text"><p>${m.text}</p></div></div>`,
  },
  'jira-cloud': {
    top: (key) => `<a data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item" href="#">${key}</a>`,
    subject: (t) => `<h1 data-testid="issue.views.issue-base.foundation.summary.heading">${t.subject}</h1>`,
  },
  'jira-data-center': {
    bodyAttributes: () => 'id="jira"',
    top: (key) => `<a id="key-val" data-issue-key="${key}" href="#">${key}</a>`,
    subject: (t) => `<h1 id="summary-val">${t.subject}</h1>`,
    message: (m) =>
      `<div class="activity-comment${m.internal ? ' internal' : ''}"><div class="action-head"><a class="user-hover" rel="u">${m.author}</a> ${time(m.at, ' class="livestamp"')}${m.internal ? '<span class="sd-internal-comment"></span>' : ''}</div><div class="action-body"><p>${m.text}</p></div></div>`,
  },
  servicenow: {
    top: (_key, t) => `<input id="sys_readonly.incident.number" value="${t.id}">`,
    id: (_key, t) => t.id,
    subject: (t) => `<label for="incident.short_description">${t.labels.subject}</label><input id="incident.short_description" value="${t.subject}">`,
  },
  salesforce: {
    wrap: (inner) => `<one-record-home-flexipage2>${inner}</one-record-home-flexipage2>`,
    id: (_key, t) => t.id,
    top: (_key, t) =>
      `<records-record-layout-item field-label="Case Number"><span data-output-element-id="output-field">${t.id}</span></records-record-layout-item>`,
    subject: (t) => `<records-highlights2><lightning-formatted-text slot="primaryField">${t.subject}</lightning-formatted-text></records-highlights2>`,
  },
  'zoho-desk': {
    wrap: (inner, key) => `<div data-id="subTab_${key}">${inner}</div>`,
    id: (_key, t) => t.id,
    top: (_key, t) => `<span class="zd_v2-ticketidwrapper-ticketId">${t.id}</span>`,
    subject: (t) => `<h1 data-id="caseSubjectText">${t.subject}</h1>`,
  },
  liveagent: { id: (_key, t) => t.id, top: (_key, t) => `<span id="conversation-code-label">${t.id}</span>` },
  'dynamics-365': {
    id: (_key, t) => t.id,
    top: (_key, t) => `<input data-id="ticketnumber.fieldControl-text-box-text" value="${t.id}">`,
    subject: (t) => `<h1 data-id="header_title">${t.subject}</h1>`,
  },
  front: { id: (_key, t) => t.id, top: (_key, t) => `<span>#${t.id}</span>` },
  'help-scout': { title: (key, t) => `#${key} ${t.subject} - ${t.requester.name}`, subject: (t) => `<h1 aria-label="Conversation Subject">${t.subject}</h1>`, without: ['priority'] },
  happyfox: { title: (_key, t) => `${t.group}: ${t.subject} - #${t.id} - Desk`, id: (_key, t) => t.id },
  'github-issues': {
    id: (key) => `#${key}`,
    top: (key) => `<span>#${key}</span>`,
    subject: (t) => `<h1><bdi data-testid="issue-title">${t.subject}</bdi></h1>`,
    without: ['priority'],
  },
  gitlab: {
    bodyAttributes: (key) => `data-page="projects:issues:show" data-page-type-id="${key.split('#')[1]}"`,
    id: (key) => `#${key.split('#')[1]}`,
    subject: (t) => `<h1 data-testid="work-item-title">${t.subject}</h1>`,
    message: (m) =>
      `<div class="note-wrapper"><a data-user-id="1">${m.author}</a> ${time(m.at)}${m.internal ? '<span data-testid="internal-note-indicator">Internal note</span>' : ''}<div data-testid="work-item-note-body"><p>${m.text}</p></div></div>`,
  },
  chatwoot: { top: () => '<div class="conversation--header--actions"></div>' },
  zammad: {
    wrap: (inner) => `<div class="content active">${inner}</div>`,
    id: (_key, t) => t.id,
    top: (_key, t) => `<span class="ticket-number js-objectNumber" data-number="${t.id}">${t.id}</span>`,
    subject: (t) => `<h1><span class="ticket-title-update js-objectTitle">${t.subject}</span></h1>`,
    message: (m) =>
      `<div class="ticket-article-item ${m.role}${m.internal ? ' is-internal' : ''}" data-id="1"><div class="article-content-meta top hide" style="display:none"><div class="article-meta-row"><div class="article-meta-key">De</div><div class="article-meta-value">${m.author}</div></div></div>${time(m.at, ' class="humanTimeFromNow"')}<div class="textBubble-content"><div class="richtext-content"><p>${m.text}</p></div></div></div>`,
  },
  glpi: {
    top: (key) => `<form><input type="hidden" name="id" value="${key}"></form><div class="ITILContent">`,
    subject: (t) => `<h1 class="card-title">${t.subject}</h1></div>`,
    wrap: (inner) => `<div id="itil-object-container">${inner}</div>`,
  },
  uvdesk: {
    title: (key, t) => `#${key} ${t.subject}`,
    message: (m) =>
      `<div class="uv-ticket-main${m.internal ? ' uv-ticket-note-agent' : ''}"><span class="uv-ticket-member-name"><a href="/member/${m.role}/1">${m.author}</a></span> <span class="timeago" data-timestamp="${Date.parse(m.at) / 1000}">${m.at.slice(0, 10)}</span><div class="uv-ticket-main-rt"><div class="message"><p>${m.text}</p></div></div></div>`,
  },
  bugzilla: {
    title: (key, t) => `${key} – ${t.subject}`,
    wrap: (inner) => `<div id="bugzilla-body">${inner}</div>`,
    subject: (t) => `<h1 id="short_desc_nonedit_display">${t.subject}</h1>`,
    message: (m, t) =>
      `<div id="c${t.messages.indexOf(m)}" class="bz_comment${t.messages.indexOf(m) === 0 ? ' bz_first_comment' : ''}${m.internal ? ' bz_private' : ''}"><span class="bz_comment_user"><span class="fn">${m.author}</span></span> <span class="bz_comment_time">${time(m.at)}</span><pre class="bz_comment_text">${m.text}</pre></div>`,
  },
  redmine: {
    title: (key, t) => `Support #${key}: ${t.subject} - Support - Redmine`,
    wrap: (inner) => `<meta name="description" content="Redmine"><div id="content">${inner}</div>`,
    top: (key) => `<h2>Support #${key}</h2>`,
    subject: (t) => `<div class="issue details"><div class="subject"><div><h3>${t.subject}</h3></div></div></div>`,
    conversation: 'history',
    message: (m) =>
      `<div class="journal has-notes${m.internal ? ' private-notes' : ''}"><h4 class="note-header"><a class="user active" href="/users/3">${m.author}</a> <a title="${m.at.slice(0, 16).replace('T', ' ')} UTC" href="#">${m.at.slice(0, 10)}</a></h4><div class="wiki"><p>${m.text}</p></div></div>`,
  },
  osticket: {
    id: (_, t) => t.id.replace(/\D/g, ''),
    top: (key, t) => `<h2><a href="tickets.php?id=${key}">Ticket #${t.id.replace(/\D/g, '')}</a></h2><table class="ticket_info"><tr><td>&nbsp;</td></tr></table>`,
    wrap: (inner) => `<div id="nav"></div><div id="content">${inner}</div>`,
    subject: (t) => `<div class="clear tixTitle"><h3>${t.subject}</h3></div>`,
    message: (m) =>
      `<div class="thread-entry ${m.internal ? 'note' : m.role === 'customer' ? 'message' : 'response'}"><div class="header"><b>${m.author}</b> ${time(m.at)} <span class="faded title truncate"></span></div><div class="thread-body no-pjax"><div><p>${m.text}</p></div></div></div>`,
  },
  freescout: {
    without: ['priority'],
    id: (_, t) => t.id.replace(/\D/g, ''),
    bodyAttributes: (key) => `class="body-conv" data-conversation_id="${key}"`,
    wrap: (inner) => `<div id="conv-layout">${inner}</div>`,
    top: (_, t) => `<div class="conv-numnav"># <strong>${t.id.replace(/\D/g, '')}</strong></div>`,
    subject: (t) => `<div class="conv-subjtext"><span>${t.subject}</span></div>`,
    message: (m) =>
      `<div class="thread thread-type-${m.internal ? 'note' : m.role === 'customer' ? 'customer' : 'message'}"><div class="thread-message"><div class="thread-header"><div class="thread-title"><div class="thread-person"><strong><a href="/customers/1/edit">${m.author}</a></strong></div></div><div class="thread-info"><a href="#" class="thread-date" title="${m.at.slice(0, 16).replace('T', ' ')} UTC">${m.at.slice(0, 10)}</a></div></div><div class="thread-body"><p>${m.text}</p></div></div></div>`,
  },
  manageengine: { top: (key) => `<span id="request-id" data-cs-field="req_id">${key}</span>`, subject: (t) => `<h1 id="req_subject" data-cs-field="req_subject">${t.subject}</h1>` },
  'azure-devops': {
    top: (key) => `<div class="work-item-form-header"><span>${key}</span>`,
    subject: (t) => `<div class="work-item-title-textfield"><input value="${t.subject}"></div></div>`,
  },
};

/** Request Tracker is read on the real software; its own pages here would add nothing but the folder. */
const products = Object.keys(addresses);

for (const [index, product] of products.entries()) {
  const folder = join(here, product);
  mkdirSync(folder, { recursive: true });
  const skin = product === 'request-tracker' ? undefined : (skins[product] ?? {});
  const { tickets: [first] = [], others } = addresses[product] ?? { tickets: [], others: [] };
  if (skin && first) {
    const locale = locales[index % locales.length] ?? 'en';
    const t = tickets[locale];
    if (t) writeTicket(folder, product, skin, first, locale, t);
  }
  const locale = locales[(index + 5) % locales.length] ?? 'en';
  const other = others[0];
  if (other) writeOther(folder, product, other, locale);
}

function writeTicket(folder: string, product: string, skin: Skin, [url, key]: readonly [string, string], locale: string, t: Ticket): void {
  const l = t.labels;
  const hidden = new Set(skin.without ?? []);
  const rows = [
    [l.status, t.status],
    ...(hidden.has('priority') ? [] : [[l.priority, t.priority]]),
    [l.requester, `${t.requester.name} &lt;${t.requester.email}&gt;`],
    [l.organization, t.organization],
    [l.group, t.group],
    [l.assignee, t.assignee],
    [l.createdAt, time(t.createdAt)],
    [l.updatedAt, time(t.updatedAt)],
    [l.tags, t.tags.map((tag) => `<span class="tag">${tag}</span>`).join(' ')],
  ];
  const id = skin.id?.(key, t) ?? key;
  const inner = [
    skin.top?.(key, t) ?? `<span class="number">#${key}</span>`,
    (skin.subject ?? heading)(t),
    `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('\n')}</dl>`,
    `<section class="conversation"${skin.conversation ? ` id="${skin.conversation}"` : ''}>${t.messages.map((m) => (skin.message ?? plainMessage)(m, t)).join('\n')}</section>`,
    `<div contenteditable="true" role="textbox" aria-label="${l.reply}"></div><button>${l.reply}</button>`,
  ].join('\n');
  const title = skin.title?.(key, t) ?? `${t.subject} – Desk`;
  write(folder, `ticket-${locale}`, locale, title, skin.bodyAttributes?.(key), `<main>${skin.wrap?.(inner, key, t) ?? inner}</main>`, {
    helpdesk: product,
    url,
    ticket: {
      id,
      subject: t.subject,
      status: t.status,
      statusKind: t.statusKind,
      priority: hidden.has('priority') ? null : t.priority,
      createdAt: t.createdAt,
      updatedAt: t.updatedAt,
      dueAt: null,
      requester: t.requester,
      organization: t.organization,
      assignee: t.assignee,
      group: t.group,
      tags: t.tags,
      customFields: {},
      messages: t.messages.map((m) => ({ ...m, attachments: [] })),
    },
  });
}

function writeOther(folder: string, product: string, url: string, locale: string): void {
  const l = tickets[locale]?.labels ?? {};
  const rows = Object.values(tickets).map((t) => `<tr><td>${t.id}</td><td><a href="#">${t.subject}</a></td><td>${t.requester.name}</td><td>${t.status}</td><td>${t.priority}</td></tr>`);
  const table = `<main><h1>${l.group}</h1><table><thead><tr><th>ID</th><th>${l.subject}</th><th>${l.requester}</th><th>${l.status}</th><th>${l.priority}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></main>`;
  write(folder, `none-list-${locale}`, locale, `${l.group} – Desk`, undefined, table, { helpdesk: product, url, ticket: null });
}

function write(folder: string, name: string, locale: string, title: string, attributes: string | undefined, body: string, rest: object): void {
  writeFileSync(
    join(folder, `${name}.html`),
    `<!DOCTYPE html>\n<html lang="${locale}"><head><meta charset="utf-8"><title>${title}</title></head>\n<body${attributes ? ` ${attributes}` : ''}>\n${body}\n</body></html>\n`,
  );
  const made = { by: 'own', how: 'written by test/corpus/make-pages.ts from our own ticket data around publicly documented hooks' };
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify({ ...rest, title, documentLang: locale, capturedAt, pageTimeZone: 'Europe/Berlin', locale, made }, null, 1)}\n`,
  );
}
