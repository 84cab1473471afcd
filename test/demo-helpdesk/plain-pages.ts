/** Pages that are no tickets though they speak of tickets: the same content in every skin. */
import { esc, link, words, type PageContext } from './page-context.ts';

export interface PlainPage {
  readonly title: string;
  readonly body: string;
}

export function dashboardPage(ctx: PageContext): PlainPage {
  const t = words(ctx);
  const open = ctx.tickets.filter((x) => x.status !== 'resolved' && x.status !== 'closed');
  const levels = ['critical', 'high', 'medium', 'low'] as const;
  const people = [...new Set(open.map((x) => x.assignee ?? ''))];
  return {
    title: t('dashboard'),
    body: `<div class="tiles">${levels
      .map(
        (p) =>
          `<div class="tile"><span>${t('priority')}: ${t(`priority.${p}`)}</span><strong>${open.filter((x) => x.priority === p).length}</strong></div>`,
      )
      .join('')}</div>
<table class="grid"><thead><tr><th>${t('assignee')}</th><th>${t('openTickets')}</th><th>${t('status.pending')}</th></tr></thead><tbody>${people
      .map(
        (name) =>
          `<tr><td>${name ? esc(name) : t('unassigned')}</td><td>${open.filter((x) => (x.assignee ?? '') === name).length}</td><td>${
            open.filter((x) => (x.assignee ?? '') === name && x.status === 'pending').length
          }</td></tr>`,
      )
      .join('')}</tbody></table>`,
  };
}

export function settingsPage(ctx: PageContext): PlainPage {
  const t = words(ctx);
  return {
    title: t('settings'),
    body: `<form class="form" action="/settings"><p class="lead">Defaults for tickets that arrive by e-mail.</p>
<label>${t('group')}<select><option>Frontline Support</option><option>Technical Support</option></select></label>
<label>${t('priority')}<select><option>${t('priority.medium')}</option><option>${t('priority.high')}</option></select></label>
<label>${t('status')}<select><option>${t('status.new')}</option><option>${t('status.open')}</option></select></label>
<label>Signature<textarea rows="4">Kind regards,\nYour Brightdesk team</textarea></label>
<button type="button" class="primary">Save</button></form>`,
  };
}

export function articlePage(ctx: PageContext): PlainPage {
  return {
    title: 'How we prioritise tickets',
    body: `<article class="prose"><p class="lead">Updated by Aisha Rahman · 12 minutes to read</p>
<p>Every ticket has a status and a priority. A customer who writes “I will call my lawyer” is not angry with you; hand the ticket over and stay polite.</p>
<h2>Priority</h2><p>Critical means that a system is down or that data is at risk. High is used when an important feature is broken.</p>
<h2>Status</h2><p>Set a ticket to pending while you wait for the customer. Set it to resolved when the answer is confirmed.</p>
<h2>Comments (2)</h2><p><strong>Tom Becker</strong>: Could we add an example for outages?</p><p><strong>Linh Pham</strong>: Yes, next week.</p>
<p><a href="${link(ctx, '/tickets')}">Back to the tickets</a></p></article>`,
  };
}

export function newTicketPage(ctx: PageContext): PlainPage {
  const t = words(ctx);
  return {
    title: t('newTicket'),
    body: `<form class="form" action="/tickets/new"><label>${t('requester')}<input type="email" placeholder="name@company.example"></label>
<label>${t('subject')}<input></label>
<label>${t('priority')}<select><option>${t('priority.medium')}</option></select></label>
<label>${t('assignee')}<select><option>${t('unassigned')}</option></select></label>
<label>${t('conversation')}<textarea rows="8"></textarea></label><button type="button" class="primary">${t('send')}</button></form>`,
  };
}
