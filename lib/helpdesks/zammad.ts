/** Zammad on any host. Open tickets stay as tasks in the page; the active one is read. Fields are form controls. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, attribute, shown } from '../reader/pane.ts';

export const zammad: Adapter = {
  id: 'zammad',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^#ticket\/zoom\/(\d+)(?:\/|$)/.exec(url.hash)?.[1],
  root(doc) {
    const active = shown(doc, '.content.active');
    return active?.querySelector('.js-objectNumber') ? active : undefined;
  },
  read(root, draft) {
    const number = shown(root, '.ticket-number.js-objectNumber');
    draft.text('id', number?.getAttribute('data-number') ?? number, 'zammad:objectNumber', 1);
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
        author: shown(entry, '.article-content-meta .article-meta-value', '.js-userName', '.user-name'),
        ...(role && { role }),
        internal: entry.matches('.is-internal') || entry.querySelector('.textBubble.internal') !== null,
        at: entry.querySelector('time.humanTimeFromNow, time[datetime]'),
        how: 'zammad:ticket-article-item',
      });
    }
  },
  api: async (ticketId, get) => (await import('./api/zammad.ts')).zammadReading(await get(`/api/v1/tickets/${ticketId}?all=true`)),
  composer: (root) => shown(root, '.article-add [contenteditable="true"]', '[contenteditable="true"][data-name="body"]'),
};
