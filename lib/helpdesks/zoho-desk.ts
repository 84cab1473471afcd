/** Zoho Desk. Opened tickets stay in the page as sub tabs; the container names the id of the address. */
import type { Adapter } from '../reader/helpdesk.ts';
import { attribute, onlyPane, shown } from '../reader/pane.ts';

export const zohoDesk: Adapter = {
  id: 'zoho-desk',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) =>
    /^\/agent\/[^/]+\/[^/]+\/tickets\/details\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1] ??
    (url.pathname.endsWith('ShowHomePage.do') ? /^#Cases\/dv\/(\d+)/.exec(url.hash)?.[1] : undefined),
  root(doc, ticketId) {
    const mine = shown(doc, attribute('data-id', `subTab_${ticketId}`));
    if (mine) return mine;
    return doc.querySelector('[data-id^="subTab_"]') ? undefined : onlyPane(doc);
  },
  read(root, draft) {
    draft.text('id', shown(root, '[class*="ticketidwrapper-ticketId"]', '[class*="ticketsubject-ticketIdText"]'), 'zoho:ticketId');
    draft.text('subject', shown(root, '[data-id="caseSubjectText"]'), 'zoho:caseSubjectText');
  },
  composer: (root) => shown(root, '[contenteditable="true"]'),
};
