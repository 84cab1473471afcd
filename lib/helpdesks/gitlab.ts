/** GitLab issues and work items on gitlab.com and on any host of one's own. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, attribute, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';
import type { ReadingDraft } from '../reader/reading-draft.ts';
import { gitlabReading, stateOfNote } from './api/gitlab.ts';

const testId = (name: string) => attribute('data-testid', name);
const address = /^(\/.+)\/-\/(?:issues|work_items)\/(\d+)\/?$/;

export const gitlab: Adapter = {
  id: 'gitlab',
  evidence: { kind: 'facts', date: '2026-11-23' },
  // The number alone repeats in every project: the key is the whole path.
  ticketId(url) {
    const match = address.exec(url.pathname);
    return match ? `${match[1]?.slice(1)}#${match[2]}` : undefined;
  },
  root(doc, ticketId) {
    const title = shown(doc, testId('work-item-title'), testId('issue-title'));
    const wanted = ticketId.split('#').at(-1);
    const page = doc.body?.getAttribute('data-page-type-id');
    return title && (!page || page === wanted) ? (title.closest('main, [role="main"], #content-body') ?? doc.body) : undefined;
  },
  read(root, draft, ticketId) {
    draft.set('id', `#${ticketId.split('#').at(-1)}`, 'gitlab:url', 1);
    draft.text('subject', shown(root, testId('work-item-title'), testId('issue-title')), 'gitlab:title');
    draft.status(shown(root, testId('work-item-state-badge'), testId('issue-state-badge'), '.issuable-status-badge'), 'gitlab:state-badge');
    const created = shown(root, testId('work-item-created'));
    if (created) draft.instant('createdAt', shown(created, 'time[datetime]'), 'gitlab:work-item-created');
    draft.requester(created && shown(created, '.author, .author-link, a[data-user-id], a.js-user-link'), 'gitlab:work-item-created');
    const labels = shown(root, testId('work-item-labels'));
    if (labels) draft.tags(allShown(labels, `${testId('selected-label-content')}, .gl-label-text`), 'gitlab:labels');
    for (const note of allShown(root, '.note-wrapper')) {
      if (note.classList.contains('system-note')) readStateNote(note, draft);
      const body = shown(note, testId('work-item-note-body'), '.note-text');
      if (!body || note.classList.contains('system-note')) continue;
      draft.message({
        element: note,
        body,
        author: shown(note, '.note-header-author-name', 'a[data-user-id]', '.author-name-link'),
        internal: note.querySelector(testId('internal-note-indicator')) !== null,
        at: shown(note, 'time[datetime]'),
        how: 'gitlab:note-wrapper',
      });
    }
  },
  async api(ticketId, get) {
    const [project = '', iid = ''] = ticketId.split('#');
    const path = `/api/v4/projects/${encodeURIComponent(project)}/issues/${iid}`;
    return gitlabReading(await get(path), await get(`${path}/notes?sort=asc&per_page=100`));
  },
  composer: (root) => shown(root, 'textarea.note-textarea', '[contenteditable="true"]', 'textarea'),
};

/** GitLab writes what it notes itself in English, whatever the interface's language: `closed`, `reopened`, `closed via commit`. */
function readStateNote(note: Element, draft: ReadingDraft): void {
  const state = stateOfNote(visibleText(note, { atMost: 200 }));
  if (state)
    draft.change(shown(note, 'time[datetime]'), { field: 'status', to: state, kind: state === 'Closed' ? 'closed' : 'open' }, 'gitlab:system-note');
}
