/** HubSpot Help Desk: address, proof and the few hooks with several sources; the general reader does the rest. */
import type { Adapter } from '../reader/helpdesk.ts';
import { attribute, onlyPane, shown } from '../reader/pane.ts';

const selenium = (name: string) => attribute('data-selenium-test', name);

export const hubspot: Adapter = {
  id: 'hubspot',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) =>
    /^\/help-desk\/\d+\/view\/[^/]+\/ticket\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1] ??
    /^\/contacts\/\d+\/(?:record\/0-5|ticket)\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1] ??
    /^\/live-messages\/\d+\/inbox\/(\d+)(?:\/|$|#)/.exec(url.pathname)?.[1],
  root: (doc) => shown(doc, '[data-application-name="svh-help-desk"]') ?? onlyPane(doc),
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'hubspot:url', 0.9);
    draft.text('subject', shown(root, '[data-test-id="ticket-header-name-link"] span', selenium('highlightTitle')), 'hubspot:ticket-header');
    draft.requester(shown(root, selenium('contact-chicklet-title-link')), 'hubspot:contact-chicklet');
    draft.text('organization', shown(root, selenium('company-chicklet-title-link')), 'hubspot:company-chicklet');
    const property = (name: string) => shown(root, selenium(`property-input-${name}`));
    draft.status(property('hs_pipeline_stage'), 'hubspot:hs_pipeline_stage');
    draft.text('priority', property('hs_ticket_priority'), 'hubspot:hs_ticket_priority');
    draft.text('assignee', property('hubspot_owner_id'), 'hubspot:hubspot_owner_id');
  },
  composer: (root) => shown(root, '[contenteditable="true"]'),
};
