/** LiveAgent: the ticket stands in the hash of the address. */
import type { Adapter } from '../reader/helpdesk.ts';
import { onlyPane, shown } from '../reader/pane.ts';

export const liveagent: Adapter = {
  id: 'liveagent',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => (/^\/agent\/(?:index\.php)?$/.test(url.pathname) ? /^#Conversation;id=([\w-]+)/.exec(url.hash)?.[1] : undefined),
  root: (doc) => shown(doc, '.ConversationDetailsView')?.parentElement ?? onlyPane(doc),
  read(root, draft) {
    draft.text('id', shown(root, '#conversation-code-label', '.CodeLabel'), 'liveagent:code-label');
    draft.text('subject', shown(root, '.ConversationHeaderSubject'), 'liveagent:ConversationHeaderSubject');
  },
  composer: (root) => shown(root, '[contenteditable="true"]'),
};
