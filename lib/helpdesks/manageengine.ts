/** ManageEngine ServiceDesk Plus: on premises `WorkOrder.do`, in the cloud a path with the request's id. */
import type { Adapter } from '../reader/helpdesk.ts';
import { onlyPane, shown } from '../reader/pane.ts';

export const manageengine: Adapter = {
  id: 'manageengine',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId(url) {
    if (url.pathname.endsWith('/WorkOrder.do') && url.searchParams.get('woMode') === 'viewWO')
      return /^\d+$/.exec(url.searchParams.get('woID') ?? '')?.[0];
    return /^\/app\/[^/]+\/ui\/requests\/(\d+)\/details/.exec(url.pathname)?.[1];
  },
  root: (doc) => (shown(doc, '#req_subject', '#requestSubject_ID') ? onlyPane(doc) : undefined),
  read(root, draft, ticketId) {
    draft.text('id', shown(root, '#request-id', '#requestId') ?? ticketId, 'manageengine:request-id');
    draft.text('subject', shown(root, '#req_subject', '#requestSubject_ID'), 'manageengine:req_subject');
  },
  composer: (root) => shown(root, '[contenteditable="true"]', 'textarea'),
};
