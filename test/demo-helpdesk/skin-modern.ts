/** The skin of a current single-page product: hashed classes, ARIA names, description lists and chips; a contenteditable composer. */
import { esc, initials, link, neighbours, paragraphs, printChange, printTime, timeline, tint, words, type PageContext } from './page-context.ts';
import type { PlainPage } from './plain-pages.ts';
import type { DemoTicket } from './tickets.ts';

const icon = (path: string) =>
  `<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">${path}</svg>`;
const icons = {
  tickets: icon('<path d="M3 5h14v10H3zM3 9h14"/>'),
  dashboard: icon('<path d="M4 16V9m4 7V4m4 12v-5m4 5V7"/>'),
  knowledge: icon('<path d="M4 4h5v12H4zM11 4h5v12h-5z"/>'),
  settings: icon('<circle cx="10" cy="10" r="3"/><path d="M10 2v3m0 10v3M2 10h3m10 0h3"/>'),
};

function shell(ctx: PageContext, active: keyof typeof icons, inner: string): string {
  const t = words(ctx);
  const item = (key: keyof typeof icons, path: string) =>
    `<a class="_n4k2${key === active ? ' _on' : ''}" href="${link(ctx, path)}" aria-label="${t(key)}" title="${t(key)}">${icons[key]}</a>`;
  return `<div class="_a1f0"><nav class="_r7p3" aria-label="Main"><span class="_l0go" aria-hidden="true">B</span>${item('tickets', '/tickets')}${item(
    'dashboard',
    '/dashboard',
  )}${item('knowledge', '/kb/prioritise')}${item('settings', '/settings')}</nav>${inner}</div>`;
}

function chip(kind: string, text: string): string {
  return `<span class="_c9ip _c-${kind}">${text}</span>`;
}

export function modernTicket(ctx: PageContext, ticket: DemoTicket): string {
  const t = words(ctx);
  const { previous, next } = neighbours(ctx, ticket.id);
  const pair = (label: string, value: string) => `<div class="_p5wq"><dt>${label}</dt><dd>${value}</dd></div>`;
  const time = (iso: string) => `<time datetime="${iso}">${esc(printTime(ctx, iso))}</time>`;
  return shell(
    ctx,
    'tickets',
    `<aside class="_s2de" aria-label="${t('details')}">
<h2>${t('details')}</h2>
<dl>${pair(t('status'), chip(ticket.status, t(`status.${ticket.status}`)))}${pair(
      t('priority'),
      chip(ticket.priority, t(`priority.${ticket.priority}`)),
    )}${pair(t('assignee'), ticket.assignee === undefined ? `<span class="_mu">${t('unassigned')}</span>` : esc(ticket.assignee))}${pair(
      t('group'),
      esc(ticket.group),
    )}${pair(t('channel'), t(`channel.${ticket.channel}`))}${pair(t('created'), time(ticket.createdAt))}${pair(t('updated'), time(ticket.updatedAt))}${pair(
      t('tags'),
      ticket.tags.map((tag) => `<span class="_tg">${esc(tag)}</span>`).join(''),
    )}</dl>
<h2>${t('requester')}</h2>
<div class="_u3r"><span class="_av _t${tint(ticket.requester.name)}" aria-hidden="true">${initials(ticket.requester.name)}</span><div><strong>${esc(
      ticket.requester.name,
    )}</strong><a href="mailto:${esc(ticket.requester.email)}">${esc(ticket.requester.email)}</a></div></div>
<dl>${ticket.organization === undefined ? '' : pair(t('organization'), esc(ticket.organization))}${Object.entries(ticket.customFields)
      .map(([label, value]) => pair(esc(label), esc(value)))
      .join('')}</dl></aside>
<main class="_m8n1" aria-label="${t('conversation')}">
<header class="_h6td"><div><span class="_id">#${ticket.id}</span><h1>${esc(ticket.subject)}</h1></div><div class="_nv">${
      previous ? `<a href="${link(ctx, `/tickets/${previous.id}`)}" rel="prev" aria-label="${t('previous')}">‹</a>` : ''
    }${next ? `<a href="${link(ctx, `/tickets/${next.id}`)}" rel="next" aria-label="${t('next')}">›</a>` : ''}</div></header>
<section class="_th9" role="log" aria-label="${t('conversation')}">${timeline(ticket)
      .map((entry) =>
        'text' in entry
          ? `<article class="_ms4${entry.internal ? ' _int' : ''}" aria-label="${entry.internal ? `${t('internalNote')}, ` : ''}${esc(entry.author)}"><span class="_av _t${tint(
              entry.author,
            )}" aria-hidden="true">${initials(entry.author)}</span><div class="_bx"><header><strong>${esc(entry.author)}</strong><span class="_rl">${t(
              entry.role,
            )}</span>${entry.internal ? `<span class="_nb">${t('internalNote')}</span>` : ''}<time datetime="${entry.at}">${esc(
              printTime(ctx, entry.at),
            )}</time></header><div class="_tx">${paragraphs(entry.text)}</div>${
              entry.attachments.length === 0
                ? ''
                : `<ul class="_at" aria-label="${t('attachments')}">${entry.attachments.map((f) => `<li><a href="/files/${esc(f)}" download>${esc(f)}</a></li>`).join('')}</ul>`
            }</div></article>`
          : `<p class="_ev">${printChange(ctx, entry)} · <time datetime="${entry.at}">${esc(printTime(ctx, entry.at))}</time></p>`,
      )
      .join('')}</section>
<section class="_cp2" aria-label="${t('reply')}" data-ticket="${ticket.id}"><div class="_tb" role="tablist"><button type="button" role="tab" aria-selected="true" data-mode="reply">${t(
      'publicReply',
    )}</button><button type="button" role="tab" aria-selected="false" data-mode="note">${t('internalNote')}</button></div>
<div class="_ed" contenteditable="true" role="textbox" aria-multiline="true" aria-label="${t('publicReply')}" data-placeholder="${t(
      'replyPlaceholder',
    )}" data-placeholder-reply="${t('replyPlaceholder')}" data-placeholder-note="${t('notePlaceholder')}"></div>
<div class="_ac"><select aria-label="${t('submitAs')}">${(['open', 'pending', 'resolved'] as const)
      .map((s) => `<option value="${s}"${s === ticket.status ? ' selected' : ''}>${t('submitAs')}: ${t(`status.${s}`)}</option>`)
      .join('')}</select><button type="button" class="primary" data-send>${t('send')}</button></div></section></main>`,
  );
}

export function modernList(ctx: PageContext, title: string, tickets: readonly DemoTicket[]): string {
  const t = words(ctx);
  return shell(
    ctx,
    'tickets',
    `<main class="_m8n1 _w"><header class="_h6td"><h1>${title}</h1><form action="/search" role="search"><input name="q" type="search" placeholder="${t('search')}" aria-label="${t(
      'search',
    )}"></form><a class="primary" href="${link(ctx, '/tickets/new')}">${t('newTicket')}</a></header>
<div role="table" class="_tl" aria-label="${t('tickets')}"><div role="row" class="_hd"><span role="columnheader">ID</span><span role="columnheader">${t(
      'subject',
    )}</span><span role="columnheader">${t('status')}</span><span role="columnheader">${t('priority')}</span><span role="columnheader">${t('updated')}</span></div>${tickets
      .map(
        (x) =>
          `<div role="row"><span role="cell">#${x.id}</span><span role="cell"><a href="${link(ctx, `/tickets/${x.id}`)}">${esc(x.subject)}</a><small>${esc(x.requester.name)}${
            x.organization === undefined ? '' : ` · ${esc(x.organization)}`
          }</small></span><span role="cell">${chip(x.status, t(`status.${x.status}`))}</span><span role="cell">${chip(x.priority, t(`priority.${x.priority}`))}</span><span role="cell"><time datetime="${
            x.updatedAt
          }">${esc(printTime(ctx, x.updatedAt))}</time></span></div>`,
      )
      .join('')}</div></main>`,
  );
}

export function modernPlain(ctx: PageContext, page: PlainPage, active: keyof typeof icons): string {
  return shell(ctx, active, `<main class="_m8n1 _w"><header class="_h6td"><h1>${page.title}</h1></header>${page.body}</main>`);
}
