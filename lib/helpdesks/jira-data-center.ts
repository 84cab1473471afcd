/** Jira Data Center and Server on any host: ids that have been stable since about 2012. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';

export const jiraDataCenter: Adapter = {
  id: 'jira-data-center',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId(url) {
    if (url.hostname.endsWith('.atlassian.net')) return undefined;
    return /\/(?:browse|projects\/[^/]+\/queues\/(?:custom\/)?\d+)\/([A-Z][A-Z0-9_]+-\d+)(?:\/|$)/.exec(url.pathname)?.[1];
  },
  root(doc, ticketId) {
    const key = shown(doc, '#key-val', '#issuekey-val');
    if (!key || (key.getAttribute('data-issue-key') ?? visibleText(key)) !== ticketId) return undefined;
    return key.closest('#issue-content, .issue-view, [role="main"], main') ?? doc.body;
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'jira-dc:key-val', 1);
    draft.text('subject', shown(root, '#summary-val'), 'jira-dc:summary-val', 1);
    draft.status(shown(root, '#status-val'), 'jira-dc:status-val');
    draft.text('priority', shown(root, '#priority-val'), 'jira-dc:priority-val');
    const assignee = shown(root, '#assignee-val');
    // A link or a marked-up user is somebody; bare words there are Jira's translated "Unassigned".
    if (assignee && !assignee.querySelector('.user-hover, a[rel]')) draft.none('assignee');
    else draft.text('assignee', assignee, 'jira-dc:assignee-val');
    draft.requester(shown(root, '#reporter-val'), 'jira-dc:reporter-val');
    draft.instant('createdAt', shown(root, '#created-val'), 'jira-dc:created-val');
    draft.instant('updatedAt', shown(root, '#updated-val'), 'jira-dc:updated-val');
    draft.instant('resolvedAt', shown(root, '#resolutiondate-val'), 'jira-dc:resolutiondate-val');
    draft.instant('dueAt', shown(root, '#due-date'), 'jira-dc:due-date');
    draft.tags(allShown(root, '#wrap-labels .lozenge, #wrap-labels .labels a'), 'jira-dc:labels');
    for (const value of allShown(root, '[id^="customfield_"][id$="-val"]')) {
      const row = value.closest('li, .item, dl, tr');
      draft.custom(row && shown(row, 'strong.name, .name, dt, th, label'), value, 'jira-dc:customfield');
    }
    const reporter = shown(root, '#reporter-val');
    const description = shown(root, '#description-val');
    if (description)
      draft.message({
        element: description,
        body: description,
        author: reporter,
        role: 'customer',
        at: shown(root, '#created-val'),
        how: 'jira-dc:description-val',
      });
    for (const entry of allShown(root, '[id^="comment-"].activity-comment, .activity-comment')) {
      const body = shown(entry, '.action-body');
      if (!body) continue;
      draft.message({
        element: entry,
        body,
        author: shown(entry, '.action-head .user-hover', '.action-head .user-avatar'),
        internal: entry.querySelector('.action-head .redText, .sd-internal-comment, .comment-visibility-internal, [class*="internal"]') !== null,
        at: shown(entry, '.action-head time.livestamp', '.action-head time'),
        how: 'jira-dc:activity-comment',
      });
    }
    if (shown(root, '.show-more-comments')) draft.missing('some');
  },
  async api(ticketId, get, page) {
    // Jira may be installed below a path.
    const base = page.pathname.replace(/\/(?:browse|projects)\/.*$/, '');
    const path = `${base}/rest/api/2/issue/${encodeURIComponent(ticketId)}`;
    const { jiraReading } = await import('./api/jira.ts');
    return jiraReading(await get(`${path}?expand=changelog`), await get(`${path}/comment?expand=properties`));
  },
  composer: (root) => shown(root, '#comment'),
};
