/** Kayako. Class names are hashed behind a stable prefix that names the component and the part. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, onlyPane, shown } from '../reader/pane.ts';

const part = (name: string) => `[class*="ko-timeline-2_list_item__${name}_"]`;

export const kayako: Adapter = {
  id: 'kayako',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^\/agent\/conversations\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  root: (doc) => onlyPane(doc),
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'kayako:url', 1);
    draft.text('subject', shown(root, '[class*="ko-tabs_case__subject_"]'), 'kayako:subject');
    for (const post of allShown(root, part('post'))) {
      const body = shown(post, part('html-content'));
      if (!body) continue;
      draft.message({
        element: post,
        body,
        author: shown(post, part('creator')),
        internal: post.matches(part('note')) || post.querySelector(part('note')) !== null || post.closest(part('note')) !== null,
        at: shown(post, part('time')),
        how: 'kayako:timeline-post',
      });
    }
  },
  composer: (root) => shown(root, '.fr-element[contenteditable]'),
};
