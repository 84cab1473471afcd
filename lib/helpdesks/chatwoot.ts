/** Chatwoot on any host: list and pane; a message is told only by its id, a private note only by its lock. */
import type { Adapter } from '../reader/helpdesk.ts';
import { onlyPane, shown } from '../reader/pane.ts';

export const chatwoot: Adapter = {
  id: 'chatwoot',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^\/app\/accounts\/\d+\/(?:[\w/-]+\/)?conversations\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  root: (doc) => (shown(doc, '.conversation--header--actions', '[data-message-id]') ? onlyPane(doc) : undefined),
  read(_root, draft, ticketId) {
    draft.set('id', ticketId, 'chatwoot:url', 1);
  },
  composer: (root) => shown(root, '.ProseMirror[contenteditable="true"]', '[contenteditable="true"]'),
};
