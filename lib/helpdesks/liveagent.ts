/** LiveAgent: the ticket stands in the hash of the address. */
import type { Helpdesk } from '../reader/helpdesk.ts';
import { onlyPane, shown } from '../reader/pane.ts';

export const liveagent: Helpdesk = {
  id: 'liveagent',
  name: 'LiveAgent',
  evidence: { kind: 'facts', date: '2026-11-23' },
  hosts: ['https://*.ladesk.com/*'],
  ticketId: (url) => (/^\/agent\/(?:index\.php)?$/.test(url.pathname) ? /^#Conversation;id=([\w-]+)/.exec(url.hash)?.[1] : undefined),
  root: (doc) => shown(doc, '.ConversationDetailsView')?.parentElement ?? onlyPane(doc),
  read(root, draft) {
    draft.text('id', shown(root, '#conversation-code-label', '.CodeLabel'), 'liveagent:code-label');
    draft.text('subject', shown(root, '.ConversationHeaderSubject'), 'liveagent:ConversationHeaderSubject');
  },
  composer: (root) => shown(root, '[contenteditable="true"]'),
};
