/** osTicket's staff panel on any host, after its view (include/staff/ticket-view.inc.php). The number that people use is not the key in the address. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, attribute, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';

export const osticket: Adapter = {
  id: 'osticket',
  evidence: { kind: 'facts', date: '2026-11-26' },
  ticketId(url) {
    const id = url.searchParams.get('id');
    // `a=edit` and `a=open` are forms.
    return url.pathname.endsWith('/scp/tickets.php') && id && /^\d+$/.test(id) && !/^(?:edit|open|print)$/.test(url.searchParams.get('a') ?? '')
      ? id
      : undefined;
  },
  root(doc, ticketId) {
    if (!shown(doc, 'table.ticket_info')) return undefined;
    const own = shown(doc, `h2 a${attribute('href', `tickets.php?id=${ticketId}`, '$=')}`);
    return own && (shown(doc, '#content, #pjax-container') ?? doc.body);
  },
  read(root, draft, ticketId) {
    const heading = shown(root, `h2 a${attribute('href', `tickets.php?id=${ticketId}`, '$=')}`);
    const number = heading && /#\s?([\w-]+)/.exec(visibleText(heading))?.[1];
    if (number) draft.set('id', number, 'osticket:heading', 1, heading);
    draft.text('subject', shown(root, '.tixTitle h3', 'h3.tixTitle'), 'osticket:tixTitle');
    // An agent who may change a value sees it as a link that says which; the labels of the others are the general reader's.
    const info = (selector: string) => shown(root, ...selector.split(',').map((s) => `table.ticket_info td ${s.trim()}`));
    draft.status(info('a[href="#statuses"]'), 'osticket:status');
    draft.text('priority', info('a[href$="/field/priority/edit"]'), 'osticket:priority');
    draft.text('group', info('a#ticket-transfer'), 'osticket:department');
    draft.text('assignee', info('a#ticket-assign'), 'osticket:assigned');
    draft.instant('dueAt', info('a[href$="/field/duedate/edit"]'), 'osticket:duedate');
    const name = info('[id^="user-"][id$="-name"]');
    const email = info('[id^="user-"][id$="-email"]');
    if (name || email)
      draft.requester(
        { ...(name && { name: visibleText(name).trim() }), ...(email && { email: visibleText(email).trim().toLowerCase() }) },
        'osticket:user',
        1,
        name ?? email,
      );
    // Beside the name stands how many tickets the organisation has.
    const organization = info('.icon-building')?.parentElement;
    if (organization)
      draft.text(
        'organization',
        visibleText(organization)
          .replace(/\s*\(\s*\d+\s*\)[^]*$/, '')
          .trim(),
        'osticket:organization',
      );
    for (const entry of allShown(root, '.thread-entry')) {
      const body = shown(entry, '.thread-body > div');
      const header = shown(entry, '.header');
      if (!body || !header || body.matches('.attachments')) continue;
      const internal = entry.matches('.note');
      draft.message({
        element: entry,
        body,
        author: shown(header, 'b'),
        role: entry.matches('.system') ? 'system' : entry.matches('.message') ? 'customer' : 'agent',
        internal,
        at: shown(header, 'time'),
        attachments: allShown(entry, '.attachments a.filename').map((a) => visibleText(a).trim()),
        how: 'osticket:thread-entry',
      });
    }
  },
  composer: (root) => shown(root, '#response_options [contenteditable="true"]', '#response_options textarea'),
};
