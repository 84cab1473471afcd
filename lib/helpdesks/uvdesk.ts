/** UVdesk on any host, after its templates (Resources/views/ticket.html.twig): threads are drawn after load; times carry unix seconds. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, attribute, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';

export const uvdesk: Adapter = {
  id: 'uvdesk',
  evidence: { kind: 'facts', date: '2026-11-26' },
  ticketId: (url) => /\/(?:member|support)\/ticket\/(?:view\/)?(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  root(doc, ticketId) {
    const titled = /^#(\d+)\b/.exec(doc.title)?.[1];
    if (titled !== undefined && titled !== ticketId) return undefined;
    return shown(doc, '.uv-ticket-main') ? doc.body : undefined;
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'uvdesk:url', 1);
    draft.text(
      'subject',
      shown(root, '.uv-ticket-head h1', '.uv-ticket-head .uv-ticket-title') ?? root.ownerDocument.title.replace(/^#\d+\s+/, ''),
      'uvdesk:title',
    );
    draft.status(chosen(root, 'status'), 'uvdesk:status');
    draft.text('priority', chosen(root, 'priority'), 'uvdesk:priority');
    draft.text('assignee', chosen(root, 'agent'), 'uvdesk:agent');
    draft.text('group', chosen(root, 'group'), 'uvdesk:group');
    const [name, email] = allShown(root, '.uv-aside-customer-info > span:not([class])').map((span) => visibleText(span).trim());
    if (name)
      draft.requester(
        { name, ...(email?.includes('@') && { email: email.toLowerCase() }) },
        'uvdesk:customer',
        1,
        shown(root, '.uv-aside-customer-info'),
      );
    draft.instant('createdAt', shown(root, '.uv-ticket-strip .timeago[data-timestamp]'), 'uvdesk:strip');
    for (const entry of allShown(root, '.thread-list .uv-ticket-main, .uv-ticket-main')) {
      const body = shown(entry, '.uv-ticket-main-rt .message');
      const member = shown(entry, '.uv-ticket-member-name');
      if (!body || entry.matches('.uv-ticket-note:not(.uv-ticket-note-agent)')) continue;
      const link = (member?.querySelector('a') ?? member?.closest('a'))?.getAttribute('href') ?? '';
      const internal = entry.matches('.uv-ticket-note-agent') || entry.querySelector('.uv-ticket-note-agent') !== null;
      const role = internal || /agent/.test(link) ? 'agent' : /customer/.test(link) ? 'customer' : undefined;
      draft.message({
        element: entry,
        body,
        author: member && visibleText(member),
        ...(role && { role }),
        internal,
        at: shown(entry, '.timeago[data-timestamp]', '.timeago'),
        how: 'uvdesk:uv-ticket-main',
      });
    }
  },
  composer: (root) => shown(root, '[contenteditable="true"]', 'textarea[name="reply"]'),
};

/** What the menu with these choices shows as chosen. Without a number nothing is: it then says so in the language of the interface. */
function chosen(root: Element, choices: string): Element | undefined {
  const menu = root.querySelector(`.uv-aside-select ul${attribute('data-action', choices)}`)?.closest('.uv-aside-select');
  return menu ? shown(menu, '.uv-aside-select-value[data-id]:not([data-id=""], [data-id="-- --"])') : undefined;
}
