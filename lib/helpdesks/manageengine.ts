/** ManageEngine ServiceDesk Plus: on premises `WorkOrder.do`, in the cloud a path with the request's id. */
import type { Helpdesk } from '../reader/helpdesk.ts';
import { onlyPane, shown } from '../reader/pane.ts';

export const manageengine: Helpdesk = {
  id: 'manageengine',
  name: 'ManageEngine ServiceDesk Plus',
  evidence: { kind: 'facts', date: '2026-11-23' },
  hosts: ['com', 'eu', 'in', 'cn'].map((end) => `https://sdpondemand.manageengine.${end}/*`),
  ticketId(url) {
    if (url.pathname.endsWith('/WorkOrder.do') && url.searchParams.get('woMode') === 'viewWO')
      return /^\d+$/.exec(url.searchParams.get('woID') ?? '')?.[0];
    return /^\/app\/[^/]+\/ui\/requests\/(\d+)\/details/.exec(url.pathname)?.[1];
  },
  detect: (doc) =>
    doc.querySelector('#request-id[data-cs-field], #req_subject[data-cs-field], #WorkOrderDetailsTable_CT, #requestSubject_ID') !== null,
  root: (doc) => (shown(doc, '#req_subject', '#requestSubject_ID') ? onlyPane(doc) : undefined),
  read(root, draft, ticketId) {
    draft.text('id', shown(root, '#request-id', '#requestId') ?? ticketId, 'manageengine:request-id');
    draft.text('subject', shown(root, '#req_subject', '#requestSubject_ID'), 'manageengine:req_subject');
  },
  composer: (root) => shown(root, '[contenteditable="true"]', 'textarea'),
};
