/** GLPI 10 and 11 on any host. The side panel's values are form controls with the names of the columns. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, attribute, shown } from '../reader/pane.ts';

export const glpi: Adapter = {
  id: 'glpi',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId(url) {
    const id = url.searchParams.get('id');
    return /\/front\/(?:ticket|problem|change)\.form\.php$/.test(url.pathname) && id && /^[1-9]\d*$/.test(id) ? id : undefined;
  },
  root(doc, ticketId) {
    const pane = shown(doc, '#itil-object-container', '.itil-timeline');
    if (!pane) return undefined;
    const shownId = doc.querySelector('form input[name="id"]')?.getAttribute('value');
    return shownId && shownId !== ticketId ? undefined : (pane.closest('main, [role="main"]') ?? doc.body);
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'glpi:url', 1);
    const side = shown(root, '#itil-data') ?? root;
    const control = (name: string) => shown(side, attribute('name', name));
    draft.text('subject', shown(root, '.ITILContent .card-title'), 'glpi:ITILContent');
    draft.status(control('status'), 'glpi:status');
    draft.text('priority', control('priority'), 'glpi:priority');
    draft.instant('createdAt', control('date'), 'glpi:date');
    draft.instant('dueAt', control('time_to_resolve'), 'glpi:time_to_resolve');
    for (const item of allShown(root, '.itil-timeline .timeline-item[data-itemtype]')) {
      const body = shown(item, '.rich_text_container', '.read-only-content');
      if (!body) continue;
      draft.message({
        element: item,
        body,
        author: shown(item, '.timeline-header [data-user-id], .timeline-header .user, .timeline-header a, .avatar[title]'),
        internal: item.matches('.private-item') || item.querySelector('.is-private') !== null,
        at: shown(item, 'time, .timeline-header [title], .timeline-header [data-timestamp]'),
        how: `glpi:${item.getAttribute('data-itemtype')}`,
      });
    }
  },
  composer: (root) => shown(root, '.itil-footer textarea', '[contenteditable="true"]'),
};
