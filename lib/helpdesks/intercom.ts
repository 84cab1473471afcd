/** Intercom's inbox. Since May 2026 the stream stands in an open shadow root for some accounts. */
import type { Adapter } from '../reader/helpdesk.ts';
import { attribute, deepAll, onlyPane, shown } from '../reader/pane.ts';
import { isVisible } from '../reader/visibility.ts';

const target = (name: string) => attribute('data-intercom-target', name);

export const intercom: Adapter = {
  id: 'intercom',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^\/a\/(?:inbox|apps)\/[^/]+\/(?:.*\/)?conversations?\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  root: (doc) => onlyPane(doc),
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'intercom:url', 0.9);
    draft.text('subject', shown(root, '[data-inbox-conversation-header-title]'), 'intercom:conversation-header-title');
    for (const part of deepAll(root, target('conversation-stream-content-part'))) {
      if (!isVisible(part)) continue;
      const customer = part.querySelector('.inbox2__user-email-part') !== null;
      const note = part.querySelector('.inbox2__note-part') !== null;
      const agent = note || part.querySelector('.inbox2__admin-email-part') !== null;
      if (!customer && !agent) continue;
      const body = shown(part, '.inbox2__user-email-part, .inbox2__admin-email-part, .inbox2__note-part');
      if (body)
        draft.message({
          element: part,
          body,
          role: customer ? 'customer' : 'agent',
          internal: note,
          at: shown(part, 'time'),
          how: 'intercom:stream-part',
        });
    }
  },
  composer: (root) => shown(root, '.ProseMirror[role="textbox"]'),
};
