/** Help Scout. The product has no priority field. The number people use is the second one in the address. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, onlyPane, shown } from '../reader/pane.ts';

export const helpScout: Adapter = {
  id: 'help-scout',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^\/conversation\/\d+\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  root(doc, ticketId) {
    const titled = /^#(\d+) /.exec(doc.title)?.[1];
    return titled !== undefined && titled !== ticketId ? undefined : onlyPane(doc);
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'help-scout:url', 1);
    draft.text('subject', shown(root, '[aria-label="Conversation Subject"]', '#subjectLine'), 'help-scout:subject');
    draft.tags(allShown(root, '[data-cy="Tag"]'), 'help-scout:tag');
    draft.none('priority');
  },
  composer: (root) => shown(root, '[data-cy="EditableTextarea"]', '[contenteditable="true"]'),
};
