/** Gorgias: only the address and the pane are known; the general reader does the rest. */
import type { Adapter } from '../reader/helpdesk.ts';
import { onlyPane, shown } from '../reader/pane.ts';

export const gorgias: Adapter = {
  id: 'gorgias',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^\/app\/(?:ticket|views\/\d+)\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  root: (doc) => onlyPane(doc),
  read(_root, draft, ticketId) {
    draft.set('id', ticketId, 'gorgias:url', 0.9);
  },
  composer: (root) => shown(root, '[contenteditable="true"]'),
};
