/** Jira Cloud and Jira Service Management. The issue may stand in the page, in a side panel or in a dialog over a board. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, attribute, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';
import type { ReadingDraft } from '../reader/reading-draft.ts';

const testId = (name: string, operator: '=' | '^=' | '*=' = '=') =>
  `${attribute('data-testid', name, operator)}, ${attribute('data-test-id', name, operator)}`;
const base = 'issue.views.issue-base.foundation';
const keyPattern = '[A-Z][A-Z0-9_]+-\\d+';

export const jiraCloud: Adapter = {
  id: 'jira-cloud',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId(url) {
    const selected = url.searchParams.get('selectedIssue');
    if (selected) return new RegExp(`^${keyPattern}$`).exec(selected)?.[0];
    return new RegExp(`/(?:browse|issues|queues/(?:custom|issue)/\\d+|queues/[^/]+/\\d+)/(${keyPattern})(?:/|$)`).exec(url.pathname)?.[1];
  },
  root(doc, ticketId) {
    const key = allShown(doc, testId(`${base}.breadcrumbs.current-issue.item`)).find((e) => visibleText(e) === ticketId);
    const shownKeys = allShown(doc, testId(`${base}.breadcrumbs.current-issue.item`));
    if (shownKeys.length > 0 && !key) return undefined;
    const start = key ?? shown(doc, testId(`${base}.summary.heading`));
    if (!start) return undefined;
    const frame = start.closest('[role="dialog"], [data-testid*="issue-layout.compact-layout"]');
    return frame ?? start.closest('main, [role="main"]') ?? doc.body;
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'jira:url', 1);
    draft.text('subject', shown(root, testId(`${base}.summary.heading`)), 'jira:summary.heading');
    draft.status(shown(root, testId('issue-field-status.ui.status-view.status-button.status-button')), 'jira:status-button');
    draft.text('priority', shown(root, testId('issue-field-priority-readview-full.ui.priority.wrapper')), 'jira:priority');
    draft.text('assignee', shown(root, testId('issue.views.field.user.assignee')), 'jira:assignee');
    draft.requester(shown(root, testId('issue.views.field.user.reporter')), 'jira:reporter');
    const labels = shown(root, testId('issue.views.field.select.common.select-inline-edit.labels', '^='));
    if (labels)
      draft.tags(
        allShown(labels, 'a, [data-testid*="tag" i] span').filter((e) => e.childElementCount === 0),
        'jira:labels',
      );
    draft.instant('createdAt', shown(root, testId('created-date.ui.read.meta-date')), 'jira:created-date');
    draft.instant('updatedAt', shown(root, testId('updated-date.ui.read.meta-date')), 'jira:updated-date');
    draft.instant('resolvedAt', shown(root, testId('resolved-date.ui.read.meta-date')), 'jira:resolved-date');
    const description = shown(root, testId('issue.views.field.rich-text.description'));
    const reporter = shown(root, testId('issue.views.field.user.reporter'));
    if (description)
      draft.message({
        element: description,
        body: shown(description, '.ak-renderer-document') ?? description,
        ...(reporter && { author: reporter }),
        role: 'customer',
        at: shown(root, testId('created-date.ui.read.meta-date')),
        how: 'jira:description',
      });
    for (const entry of allShown(root, testId('comment-base-item-', '^='))) readComment(entry, draft);
    const more = 'issue.activity.common.component.load-more-button.loading-button';
    if (shown(root, testId(more)) || root.querySelector('[data-componentid^="issue-comment-base.ui.comment.comment-in-view-wrapper."]:empty'))
      draft.missing('some');
  },
  async api(ticketId, get) {
    const issue = await get(`/rest/api/2/issue/${encodeURIComponent(ticketId)}?expand=changelog`);
    const comments = await get(`/rest/api/2/issue/${encodeURIComponent(ticketId)}/comment?expand=properties`);
    const { jiraReading } = await import('./api/jira.ts');
    return jiraReading(issue, comments);
  },
  composer: (root) => shown(root, '#ak-editor-textarea', `${testId('issue.component.editor.default-editor')} [contenteditable="true"]`),
};

function readComment(entry: Element, draft: ReadingDraft): void {
  const part = (name: string) => shown(entry, `[data-testid^="issue-comment-base.ui.comment.ak-comment."][data-testid$="-${name}"]`);
  const body = part('body') ?? shown(entry, '.ak-renderer-document');
  if (!body) return;
  const header = part('header');
  // Only the lock, whose name is translated, tells an internal note; its mark in the hook is not.
  const internal = entry.querySelector('[data-testid*="internal" i], [data-testid*="lock" i]') !== null;
  draft.message({
    element: entry,
    body,
    author: header && (shown(header, '[data-testid*="author" i]', 'a[href*="/people/"]', 'span, a') ?? header),
    internal,
    at: shown(entry, testId('issue-timestamp.relative-time'), 'time'),
    how: 'jira:comment-base-item',
  });
}
