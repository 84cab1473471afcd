/** Zammad on any host, after its templates (app/assets/javascripts/app/views/ticket_zoom). Open tickets stay as tasks in the page; the active one is read. Fields are form controls. */
import type { Adapter } from '../reader/helpdesk.ts';
import { visibleText } from '../reader/page-text.ts';
import { allShown, attribute, shown } from '../reader/pane.ts';

export const zammad: Adapter = {
  id: 'zammad',
  evidence: { kind: 'facts', date: '2026-11-26' },
  ticketId: (url) => /^#ticket\/zoom\/(\d+)(?:\/|$)/.exec(url.hash)?.[1],
  root(doc) {
    const active = shown(doc, '.content.active');
    return active?.querySelector('.js-objectNumber') ? active : undefined;
  },
  read(root, draft) {
    // With the product's own word for it in front, or as an attribute for copying.
    const number = shown(root, '.ticket-number.js-objectNumber');
    draft.set('id', number && visibleText(number).replace(/^.*#/, '').trim(), 'zammad:objectNumber', 1, number);
    draft.text('subject', shown(root, '.js-objectTitle'), 'zammad:objectTitle', 1);
    const chosen = (name: string) => shown(root, `select${attribute('name', name)}`);
    draft.status(chosen('state_id'), 'zammad:state_id');
    draft.text('priority', chosen('priority_id'), 'zammad:priority_id');
    draft.text('group', chosen('group_id'), 'zammad:group_id');
    draft.text('assignee', chosen('owner_id'), 'zammad:owner_id');
    draft.tags(allShown(root, '.tags .list-item-name'), 'zammad:tags');
    for (const entry of allShown(root, '.ticket-article-item[data-id]')) {
      const body = shown(entry, '.richtext-content', '.textBubble-content');
      const role = (['customer', 'agent', 'system'] as const).find((r) => entry.classList.contains(r));
      if (!body) continue;
      draft.message({
        element: entry,
        body,
        author: role === 'system' ? undefined : writerOf(entry),
        ...(role && { role }),
        internal: entry.matches('.is-internal') || entry.querySelector('.textBubble.internal, .text-bubble.internal') !== null,
        at: entry.querySelector('time.humanTimeFromNow, time[datetime]'),
        how: 'zammad:ticket-article-item',
      });
    }
  },
  api: async (ticketId, get) => (await import('./api/zammad.ts')).zammadReading(await get(`/api/v1/tickets/${ticketId}?all=true`)),
  composer: (root) => shown(root, '.article-add [contenteditable="true"]', '[contenteditable="true"][data-name="body"]'),
};

/**
 * The sender, in the first row of an article's head, which stays folded until the article is clicked: around it only initials are drawn.
 * Mail goes out as "Joris Blom via Support <support@...>".
 */
function writerOf(entry: Element): string | undefined {
  const sender = entry.querySelector('.article-content-meta.top .article-meta-value')?.textContent?.trim();
  return sender && (/^(.+?) via .+<[^<>]+>$/.exec(sender)?.[1] ?? sender);
}
