/** Request Tracker 4 and 5 in any interface language: ids and classes only, except where RT itself has nothing but words. */
import type { Helpdesk } from '../reader/helpdesk.ts';

export const requestTracker: Helpdesk = {
  id: 'request-tracker',
  name: 'Request Tracker',
  evidence: { kind: 'live', date: '2026-11-23' },
  hosts: [],
  ticketId: (url) =>
    /\/(?:Ticket|SelfService)\/(?:Display|History)\.html$/.test(url.pathname) ? (url.searchParams.get('id') ?? undefined) : undefined,
  detect: (doc) => doc.querySelector('body[id^="comp-Ticket-"]') !== null,
  root: () => undefined,
  read: () => undefined,
};
