/** The skin of an older server-drawn product: tables of label and value, full page loads, a plain textarea. */
import { esc, link, neighbours, paragraphs, printChange, printTime, words, type PageContext } from './page-context.ts';
import type { PlainPage } from './plain-pages.ts';
import type { DemoTicket } from './tickets.ts';

function shell(ctx: PageContext, inner: string): string {
  const t = words(ctx);
  return `<div id="page"><div id="topbar"><span class="brand">Brightdesk</span> <a href="${link(ctx, '/tickets')}">${t('tickets')}</a> <a href="${link(
    ctx,
    '/dashboard',
  )}">${t('dashboard')}</a> <a href="${link(ctx, '/kb/prioritise')}">${t('knowledge')}</a> <a href="${link(ctx, '/settings')}">${t('settings')}</a>
<form action="/search" id="quicksearch"><input type="hidden" name="skin" value="classic"><input name="q" type="search" placeholder="${t('search')}"></form></div>${inner}</div>`;
}

export function classicTicket(ctx: PageContext, ticket: DemoTicket): string {
  const t = words(ctx);
  const { previous, next } = neighbours(ctx, ticket.id);
  const row = (label: string, value: string) => `<tr><td class="label">${label}:</td><td class="value">${value}</td></tr>`;
  return shell(
    ctx,
    `<div class="titlebar"><h1>#${ticket.id}: ${esc(ticket.subject)}</h1><div class="pager">${
      previous ? `<a href="${link(ctx, `/tickets/${previous.id}`)}" rel="prev">« ${t('previous')}</a>` : ''
    } ${next ? `<a href="${link(ctx, `/tickets/${next.id}`)}" rel="next">${t('next')} »</a>` : ''}</div></div>
<div class="columns"><div class="sidecol"><fieldset><legend>${t('details')}</legend><table>${row(t('status'), t(`status.${ticket.status}`))}${row(
      t('priority'),
      t(`priority.${ticket.priority}`),
    )}${row(t('group'), esc(ticket.group))}${row(t('assignee'), ticket.assignee === undefined ? t('unassigned') : esc(ticket.assignee))}${row(
      t('channel'),
      t(`channel.${ticket.channel}`),
    )}${row(t('created'), esc(printTime(ctx, ticket.createdAt)))}${row(t('updated'), esc(printTime(ctx, ticket.updatedAt)))}${row(t('tags'), esc(ticket.tags.join(', ')))}</table></fieldset>
<fieldset><legend>${t('customer')}</legend><table>${row(
      t('requester'),
      `${esc(ticket.requester.name)}<br><a href="mailto:${esc(ticket.requester.email)}">${esc(ticket.requester.email)}</a>`,
    )}${ticket.organization === undefined ? '' : row(t('organization'), esc(ticket.organization))}</table></fieldset>
<fieldset><legend>${t('customFields')}</legend><table>${Object.entries(ticket.customFields)
      .map(([label, value]) => row(esc(label), esc(value)))
      .join('')}</table></fieldset>
<fieldset><legend>${t('activity')}</legend><ul class="activity">${ticket.statusHistory
      .map((e) => `<li><span class="date">${esc(printTime(ctx, e.at))}</span> ${printChange(ctx, e)}</li>`)
      .join('')}</ul></fieldset></div>
<div class="maincol"><h2>${t('conversation')}</h2>${ticket.messages
      .map(
        (m, index) =>
          `<div class="entry ${m.internal ? 'note' : m.role === 'agent' ? 'response' : 'message'}" id="entry-${index + 1}"><div class="entry-head"><b>${esc(m.author)}</b> &lt;${esc(
            m.email,
          )}&gt;${m.internal ? ` <span class="kind">${t('internalNote')}</span>` : ''}<span class="date">${esc(printTime(ctx, m.at))}</span></div><div class="entry-body">${paragraphs(
            m.text,
          )}</div>${
            m.attachments.length === 0
              ? ''
              : `<div class="files">${t('attachments')}: ${m.attachments.map((f) => `<a href="/files/${esc(f)}" download>${esc(f)}</a>`).join(', ')}</div>`
          }</div>`,
      )
      .join('')}
<form class="composer" method="post" action="/tickets/${ticket.id}/messages${esc(ctx.keep)}"><p><label><input type="radio" name="mode" value="reply" checked> ${t(
      'publicReply',
    )}</label> <label><input type="radio" name="mode" value="note"> ${t('internalNote')}</label></p><textarea name="text" rows="7" aria-label="${t(
      'reply',
    )}" placeholder="${t('replyPlaceholder')}"></textarea><p><label>${t('submitAs')} <select name="status">${(
      ['open', 'pending', 'resolved'] as const
    )
      .map((s) => `<option value="${s}"${s === ticket.status ? ' selected' : ''}>${t(`status.${s}`)}</option>`)
      .join('')}</select></label> <button type="submit">${t('send')}</button></p></form></div></div>`,
  );
}

export function classicList(ctx: PageContext, title: string, tickets: readonly DemoTicket[]): string {
  const t = words(ctx);
  return shell(
    ctx,
    `<div class="titlebar"><h1>${title}</h1><div class="pager"><a href="${link(ctx, '/tickets/new')}">${t('newTicket')}</a></div></div><table class="grid"><thead><tr><th>#</th><th>${t(
      'subject',
    )}</th><th>${t('requester')}</th><th>${t('status')}</th><th>${t('priority')}</th><th>${t('assignee')}</th><th>${t('updated')}</th></tr></thead><tbody>${tickets
      .map(
        (x) =>
          `<tr><td>${x.id}</td><td><a href="${link(ctx, `/tickets/${x.id}`)}">${esc(x.subject)}</a></td><td>${esc(x.requester.name)}</td><td>${t(
            `status.${x.status}`,
          )}</td><td>${t(`priority.${x.priority}`)}</td><td>${x.assignee === undefined ? '' : esc(x.assignee)}</td><td>${esc(printTime(ctx, x.updatedAt))}</td></tr>`,
      )
      .join('')}</tbody></table>`,
  );
}

export function classicPlain(ctx: PageContext, page: PlainPage): string {
  return shell(ctx, `<div class="titlebar"><h1>${page.title}</h1></div><div class="plain">${page.body}</div>`);
}
