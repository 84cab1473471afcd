/** Redmine on any host. Class names are the same in every language; the text of an issue stands apart from its notes. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';

export const redmine: Adapter = {
  id: 'redmine',
  evidence: { kind: 'live', date: '2026-11-25' },
  ticketId: (url) => /\/issues\/(\d+)\/?$/.exec(url.pathname)?.[1],
  root(doc, ticketId) {
    const content = shown(doc, '#content');
    if (!content || !shown(content, 'div.issue')) return undefined;
    const number = allShown(content, 'h2')
      .map((h) => /#(\d+)\s*$/.exec(visibleText(h).trim())?.[1])
      .find(Boolean);
    return number === ticketId ? content : undefined;
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'redmine:heading', 1);
    // Parent issues stand above the subject of this one.
    draft.text('subject', allShown(root, '.issue .subject h3').at(-1), 'redmine:subject');
    const value = (name: string) => shown(root, `.attributes .attribute.${name} > .value`);
    draft.status(value('status'), 'redmine:status');
    draft.text('priority', value('priority'), 'redmine:priority');
    draft.text('assignee', value('assigned-to'), 'redmine:assigned-to');
    const due = value('due-date');
    // "11/26/2026 (1 day late)".
    if (due) draft.instant('dueAt', visibleText(due).replace(/\s*\(.*$/s, ''), 'redmine:due-date', 1, due);
    for (const field of allShown(root, '.attributes .attribute[class*="_cf "]'))
      draft.custom(shown(field, '.label'), shown(field, '.value'), 'redmine:custom-field');
    const line = shown(root, '.issue p.author');
    const author = line && shown(line, 'a.user');
    draft.requester(author, 'redmine:author');
    const [created, updated] = line ? allShown(line, 'a[title]') : [];
    draft.instant('createdAt', created, 'redmine:author');
    draft.instant('updatedAt', updated, 'redmine:author');
    const description = shown(root, '.issue .description .wiki');
    if (description)
      draft.message({
        element: description,
        body: description,
        author,
        role: 'customer',
        internal: false,
        at: created,
        attachments: names(allShown(root, '.issue > .attachments a.icon-attachment')),
        how: 'redmine:description',
      });
    for (const journal of allShown(root, '#history .journal.has-notes')) {
      const body = shown(journal, '.wiki');
      if (!body) continue;
      draft.message({
        element: journal,
        body,
        author: shown(journal, 'h4 a.user, .note-header a.user'),
        internal: journal.matches('.private-notes'),
        at: shown(journal, 'h4 a[title], .note-header a[title]'),
        attachments: names(allShown(journal, '.details a.icon-attachment')),
        how: 'redmine:journal',
      });
    }
  },
  composer: (root) => shown(root, 'textarea#issue_notes'),
};

function names(links: readonly Element[]): string[] {
  return links.map((link) => visibleText(link).trim()).filter(Boolean);
}
