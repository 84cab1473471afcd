/** Dynamics 365 Customer Service: `data-id` carries the logical field name, which is not translated. */
import type { Adapter } from '../reader/helpdesk.ts';
import { attribute, onlyPane, shown } from '../reader/pane.ts';

const dataId = (name: string) => attribute('data-id', name);

export const dynamics365: Adapter = {
  id: 'dynamics-365',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId(url) {
    const { searchParams: asked, pathname } = url;
    if (!pathname.endsWith('/main.aspx') || asked.get('etn') !== 'incident' || asked.get('pagetype') !== 'entityrecord') return undefined;
    return /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i.exec(asked.get('id') ?? '')?.[1]?.toLowerCase();
  },
  root: (doc) => onlyPane(doc),
  read(root, draft) {
    const typed = (name: string) => shown(root, dataId(`${name}.fieldControl-text-box-text`));
    const lookup = (name: string) => shown(root, dataId(`${name}.fieldControl-LookupResultsDropdown_${name}_selected_tag_text`));
    const choice = (name: string) => shown(root, dataId(`${name}.fieldControl-option-set-select`), dataId(`${name}.fieldControl-pcf-container-id`));
    draft.text('id', typed('ticketnumber'), 'dynamics:ticketnumber');
    draft.text('subject', typed('title') ?? shown(root, dataId('header_title')), 'dynamics:title');
    draft.status(choice('statuscode'), 'dynamics:statuscode');
    draft.text('priority', choice('prioritycode'), 'dynamics:prioritycode');
    draft.requester(lookup('primarycontactid') ?? lookup('customerid'), 'dynamics:customerid');
    if (lookup('primarycontactid')) draft.text('organization', lookup('customerid'), 'dynamics:customerid');
    draft.text('assignee', lookup('ownerid'), 'dynamics:ownerid');
  },
  composer: (root) => shown(root, '[contenteditable="true"]'),
};
