/** Freshservice's agent pages: address, proof and a few hooks; the general reader does the rest. */
import type { Adapter } from '../reader/helpdesk.ts';
import { attribute, onlyPane, shown } from '../reader/pane.ts';

const testId = (name: string) => attribute('data-test-id', name);

export const freshservice: Adapter = {
  id: 'freshservice',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^\/(?:a|helpdesk)\/(?:tickets|problems|changes)\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  root: (doc) => onlyPane(doc),
  read(root, draft, ticketId) {
    draft.text('id', shown(root, testId('ticket-human-display-id')) ?? ticketId, 'freshservice:ticket-human-display-id');
    draft.text('subject', shown(root, testId('subject-text'), '.summary-content .subject-text'), 'freshservice:subject-text');
    draft.text('group', shown(root, '[aria-labelledby$="_groupId"]'), 'freshservice:groupId');
    draft.text('assignee', shown(root, '[aria-labelledby$="_responderId"]'), 'freshservice:responderId');
    draft.custom('Department', shown(root, '[aria-labelledby$="_departmentId"]'), 'freshservice:departmentId');
  },
  composer: (root) => shown(root, '.fr-element.fr-view[contenteditable]'),
};
