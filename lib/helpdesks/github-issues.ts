/** GitHub Issues: test ids and `relative-time` with the exact instant. Whoever opened the issue is its requester. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, attribute, shown } from '../reader/pane.ts';

const testId = (name: string) => attribute('data-testid', name);

export const githubIssues: Adapter = {
  id: 'github-issues',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^\/[\w.-]+\/[\w.-]+\/issues\/(\d+)\/?$/.exec(url.pathname)?.[1],
  root(doc, ticketId) {
    const title = shown(doc, testId('issue-title'), '.js-issue-title');
    if (!title) return undefined;
    const pane = title.closest(`${testId('issue-viewer-issue-container')}, main, [role="main"]`) ?? doc.body;
    const number = /#(\d+)/.exec(title.closest(`${testId('issue-header')}, h1, #partial-discussion-header`)?.textContent ?? '')?.[1];
    return number !== undefined && number !== ticketId ? undefined : (pane.closest('main, [role="main"]') ?? pane);
  },
  read(root, draft, ticketId) {
    draft.set('id', `#${ticketId}`, 'github:url', 1);
    draft.text('subject', shown(root, testId('issue-title'), '.js-issue-title'), 'github:issue-title');
    draft.status(shown(root, testId('header-state'), testId('issue-state')), 'github:header-state');
    const author = shown(root, testId('issue-body-header-author'));
    draft.requester(author, 'github:issue-body-header-author');
    const opened = shown(root, `${testId('issue-body-header-link')} relative-time`);
    draft.instant('createdAt', opened, 'github:issue-body-header-link');
    draft.tags(allShown(root, `${testId('issue-labels')} a`), 'github:issue-labels');
    const body = shown(root, testId('issue-body-viewer'));
    if (body) draft.message({ element: body, body, author, role: 'customer', at: opened, how: 'github:issue-body' });
    for (const entry of allShown(root, '.react-issue-comment')) {
      const text = shown(entry, '.markdown-body');
      if (!text) continue;
      draft.message({
        element: entry,
        body: text,
        author: shown(entry, `${testId('avatar-link')}:not(:has(img))`, `${testId('comment-header')} a`),
        at: shown(entry, 'relative-time'),
        how: 'github:react-issue-comment',
      });
    }
    draft.none('priority');
  },
  composer: (root) => shown(root, 'textarea[placeholder]', 'textarea'),
};
