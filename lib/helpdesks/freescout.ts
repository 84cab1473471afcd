/** FreeScout on any host, after its views (resources/views/conversations). It has no priorities; the newest entry stands first; the number in the address is not the one people use. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';

export const freescout: Adapter = {
  id: 'freescout',
  evidence: { kind: 'facts', date: '2026-11-26' },
  ticketId: (url) => /\/conversation\/(\d+)\/?$/.exec(url.pathname)?.[1],
  root(doc, ticketId) {
    const layout = shown(doc, '#conv-layout');
    const shownId = doc.body.getAttribute('data-conversation_id');
    return layout && (shownId === null || shownId === ticketId) && shown(layout, '.thread, .conv-subjtext') ? layout : undefined;
  },
  read(root, draft) {
    draft.text('id', shown(root, '.conv-numnav strong'), 'freescout:number');
    draft.text('subject', shown(root, '.conv-subjtext > span', '.conv-subjtext'), 'freescout:subject');
    draft.status(chosen(root, 'conv-status'), 'freescout:status');
    // "Anyone", in the language of the interface, is nobody yet.
    if (root.querySelector('.conv-user .active > [data-user_id="-1"]')) draft.none('assignee');
    else draft.text('assignee', chosen(root, 'conv-user'), 'freescout:assignee');
    const card = shown(root, '.customer-snippet');
    const name = card && shown(card, '.customer-name');
    const email = card && shown(card, '.customer-email');
    if (name || email)
      draft.requester(
        { ...(name && { name: visibleText(name).trim() }), ...(email && { email: visibleText(email).trim().toLowerCase() }) },
        'freescout:customer',
        1,
        name ?? email,
      );
    draft.tags(allShown(root, '.conv-tags .fs-tag-name'), 'freescout:tags');
    // Lines of what was done, and drafts, are entries too.
    for (const thread of allShown(root, '.thread.thread-type-customer, .thread.thread-type-message, .thread.thread-type-note')) {
      const body = shown(thread, '.thread-body');
      if (!body) continue;
      const internal = thread.matches('.thread-type-note');
      draft.message({
        element: thread,
        body,
        skip: (element) => element.matches('.thread-attachments, .alert, .thread-meta'),
        author: shown(thread, '.thread-person a', '.thread-person strong'),
        role: thread.matches('.thread-type-customer') ? 'customer' : 'agent',
        internal,
        at: shown(thread, '.thread-date'),
        attachments: allShown(thread, '.thread-attachments li a').map((a) => visibleText(a).trim()),
        how: 'freescout:thread',
      });
    }
  },
  composer: (root) => shown(root, '.conv-reply-block .note-editable[contenteditable="true"]', '.conv-reply-block textarea'),
};

/** What a menu's button shows as chosen; the choices themselves stand in the list of this name. */
function chosen(root: Element, menu: string): Element | undefined {
  const list = root.querySelector(`.conv-info .${menu}`);
  const group = list?.closest('.btn-group');
  return group ? shown(group, '.conv-info-val > span:not(.caret)') : undefined;
}
