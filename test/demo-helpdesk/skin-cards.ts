/** The skin of a product made of web components: open shadow roots, relative times with the full time in the title. */
import {
  esc,
  initials,
  link,
  neighbours,
  paragraphs,
  printAgo,
  printChange,
  printTime,
  timeline,
  tint,
  words,
  type PageContext,
} from './page-context.ts';
import type { PlainPage } from './plain-pages.ts';
import type { DemoTicket } from './tickets.ts';

/** An element whose content is drawn inside an open shadow root. */
function component(tag: string, attributes: string, shadow: string): string {
  return `<${tag}${attributes && ` ${attributes}`}><template shadowrootmode="open"><link rel="stylesheet" href="/assets/cards-parts.css">${shadow}</template></${tag}>`;
}

function shell(ctx: PageContext, inner: string): string {
  const t = words(ctx);
  return `${component(
    'bd-topbar',
    '',
    `<div class="bar"><span class="brand">brightdesk</span><nav><a href="${link(ctx, '/tickets')}">${t('tickets')}</a><a href="${link(ctx, '/dashboard')}">${t(
      'dashboard',
    )}</a><a href="${link(ctx, '/kb/prioritise')}">${t('knowledge')}</a><a href="${link(ctx, '/settings')}">${t('settings')}</a></nav></div>`,
  )}<div class="deck">${inner}</div>`;
}

export function cardsTicket(ctx: PageContext, ticket: DemoTicket): string {
  const t = words(ctx);
  const { previous, next } = neighbours(ctx, ticket.id);
  const ago = (iso: string) => `<span class="ago" title="${esc(printTime(ctx, iso))}">${esc(printAgo(ctx, iso))}</span>`;
  const property = (label: string, value: string, tone = '') =>
    component('bd-property', '', `<span class="key">${label}</span><span class="val${tone && ` tone-${tone}`}">${value}</span>`);
  return shell(
    ctx,
    `${component(
      'bd-ticket-header',
      '',
      `<div class="head"><div class="crumb"><a href="${link(ctx, '/tickets')}">${t('tickets')}</a> / ${t('ticket')} ${ticket.id}</div><h1>${esc(
        ticket.subject,
      )}</h1><div class="turn">${previous ? `<a rel="prev" href="${link(ctx, `/tickets/${previous.id}`)}">← ${t('previous')}</a>` : ''}${
        next ? `<a rel="next" href="${link(ctx, `/tickets/${next.id}`)}">${t('next')} →</a>` : ''
      }</div></div>`,
    )}
<div class="panes"><bd-properties><h2>${t('details')}</h2>${property(t('status'), t(`status.${ticket.status}`), ticket.status)}${property(
      t('priority'),
      t(`priority.${ticket.priority}`),
      ticket.priority,
    )}${property(t('assignee'), ticket.assignee === undefined ? t('unassigned') : esc(ticket.assignee))}${property(t('group'), esc(ticket.group))}${property(
      t('requester'),
      `${esc(ticket.requester.name)} <a href="mailto:${esc(ticket.requester.email)}">${esc(ticket.requester.email)}</a>`,
    )}${ticket.organization === undefined ? '' : property(t('organization'), esc(ticket.organization))}${property(t('created'), ago(ticket.createdAt))}${property(
      t('updated'),
      ago(ticket.updatedAt),
    )}${property(t('tags'), esc(ticket.tags.join(', ')))}${Object.entries(ticket.customFields)
      .map(([label, value]) => property(esc(label), esc(value)))
      .join('')}</bd-properties>
<bd-conversation>${timeline(ticket)
      .map((entry) =>
        'text' in entry
          ? component(
              'bd-message',
              `class="${entry.internal ? 'private' : entry.role === 'agent' ? 'out' : 'in'}"`,
              `<div class="card"><div class="by"><span class="face t${tint(entry.author)}">${initials(entry.author)}</span><span class="who">${esc(
                entry.author,
              )}</span><span class="side">${entry.internal ? t('internalNote') : t(entry.role)}</span>${ago(entry.at)}</div><div class="body">${paragraphs(entry.text)}</div>${
                entry.attachments.length === 0
                  ? ''
                  : `<div class="files">${entry.attachments.map((f) => `<a href="/files/${esc(f)}" download>${esc(f)}</a>`).join('')}</div>`
              }</div>`,
            )
          : component('bd-event', '', `<div class="event">${printChange(ctx, entry)} ${ago(entry.at)}</div>`),
      )
      .join('')}${component(
      'bd-composer',
      `data-ticket="${ticket.id}"`,
      `<div class="card"><div class="tabs"><button type="button" data-mode="reply" aria-pressed="true">${t('publicReply')}</button><button type="button" data-mode="note" aria-pressed="false">${t(
        'internalNote',
      )}</button></div><textarea rows="5" aria-label="${t('publicReply')}" placeholder="${t('replyPlaceholder')}"></textarea><div class="row"><select aria-label="${t(
        'submitAs',
      )}">${(['open', 'pending', 'resolved'] as const)
        .map((s) => `<option value="${s}"${s === ticket.status ? ' selected' : ''}>${t(`status.${s}`)}</option>`)
        .join('')}</select><button type="button" class="primary" data-send>${t('send')}</button></div></div>`,
    )}</bd-conversation></div>`,
  );
}

export function cardsList(ctx: PageContext, title: string, tickets: readonly DemoTicket[]): string {
  const t = words(ctx);
  return shell(
    ctx,
    `<h1>${title}</h1><div class="stack">${tickets
      .map((x) =>
        component(
          'bd-ticket-card',
          '',
          `<a class="tile" href="${link(ctx, `/tickets/${x.id}`)}"><span class="num">${x.id}</span><span class="sub">${esc(x.subject)}</span><span class="who">${esc(
            x.requester.name,
          )}</span><span class="val tone-${x.status}">${t(`status.${x.status}`)}</span><span class="val tone-${x.priority}">${t(`priority.${x.priority}`)}</span></a>`,
        ),
      )
      .join('')}</div>`,
  );
}

export function cardsPlain(ctx: PageContext, page: PlainPage): string {
  return shell(ctx, `<h1>${page.title}</h1>${page.body}`);
}
