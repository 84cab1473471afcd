/** Front: only the address and the pane are known; the general reader does the rest. */
import type { Adapter } from '../reader/helpdesk.ts';
import { onlyPane, shown } from '../reader/pane.ts';

export const front: Adapter = {
  id: 'front',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^\/open\/((?:cnv|msg)_[a-z0-9]+)(?:\/|$)/.exec(url.pathname)?.[1],
  root: (doc) => onlyPane(doc),
  // The class names are hashes: nothing here that would stay true.
  read: () => undefined,
  composer: (root) => shown(root, '[contenteditable="true"]'),
};
