/**
 * Chatwoot on any host, after its components (dashboard/routes/dashboard/conversation, components-next/message): list and pane; a message is
 * told only by its id, a private note only by its lock, which the general reader knows.
 */
import type { Adapter } from '../reader/helpdesk.ts';
import { visibleText } from '../reader/page-text.ts';
import { mailtoOf } from '../reader/person.ts';
import { onlyPane, shown } from '../reader/pane.ts';

export const chatwoot: Adapter = {
  id: 'chatwoot',
  evidence: { kind: 'facts', date: '2026-11-26' },
  ticketId: (url) => /^\/app\/accounts\/\d+\/(?:[\w/-]+\/)?conversations\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  root: (doc) => (shown(doc, '.conversation--header--actions', '[data-message-id]') ? onlyPane(doc) : undefined),
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'chatwoot:url', 1);
    // The contact's panel: the name beside a link to the contact, the address below it.
    const link = shown(root, 'a[href^="/app/accounts/"][href*="/contacts/"][target="_blank"]');
    const name = link && around(link, (block) => shown(block, 'h3'));
    const email = link && around(link, mailtoOf);
    if (name) draft.requester({ name: visibleText(name).trim(), ...(email && { email }) }, 'chatwoot:contact', undefined, name);
  },
  composer: (root) => shown(root, '.ProseMirror[contenteditable="true"]', '[contenteditable="true"]'),
};

/** What is found in the smallest of the blocks around an element that has it. */
function around<T>(element: Element, find: (block: Element) => T | undefined): T | undefined {
  for (let at = element.parentElement, up = 0; at && up < blocksAround; at = at.parentElement, up++) {
    const found = find(at);
    if (found) return found;
  }
  return undefined;
}
const blocksAround = 4;
