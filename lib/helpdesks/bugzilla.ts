/** Bugzilla 5 on any host, after its templates (template/en/default/bug). A bug's severity is a field of its own beside its priority. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, attribute, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';
import { mailtoOf } from '../reader/person.ts';

export const bugzilla: Adapter = {
  id: 'bugzilla',
  evidence: { kind: 'facts', date: '2026-11-26' },
  ticketId(url) {
    const id = url.searchParams.get('id');
    return url.pathname.endsWith('/show_bug.cgi') && id && /^\d+$/.test(id) ? id : undefined;
  },
  root(doc, ticketId) {
    if (!shown(doc, '#c0, .bz_first_comment, .bz_comment')) return undefined;
    const titled = /^(?:Bug )?(\d+)\b/.exec(doc.title)?.[1];
    return titled !== undefined && titled !== ticketId ? undefined : (shown(doc, '#bugzilla-body') ?? doc.body);
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'bugzilla:url', 1);
    draft.text('subject', shown(root, '#short_desc_nonedit_display', '#field-value-short_desc'), 'bugzilla:short_desc');
    const control = (name: string) =>
      shown(root, attribute('id', `static_${name}`), `select${attribute('id', name)}`, attribute('id', `field-value-${name}`));
    // Whoever may change it finds "(edit)" behind it.
    const status = control('bug_status');
    draft.status(status && visibleText(status).replace(/\s*\([^()]*\)\s*$/, ''), 'bugzilla:bug_status', undefined, undefined, status);
    draft.text('priority', control('priority'), 'bugzilla:priority');
    draft.text('assignee', shown(root, '#bz_assignee_edit_container .fn', '#bz_assignee_edit_container .vcard'), 'bugzilla:assigned_to');
    draft.custom('Severity', control('bug_severity'), 'bugzilla:bug_severity');
    for (const comment of allShown(root, '.bz_comment[id^="c"]')) {
      const body = shown(comment, '.bz_comment_text');
      if (!body) continue;
      const first = comment.matches('.bz_first_comment');
      const author = shown(comment, '.bz_comment_user .fn', '.bz_comment_user');
      const time = shown(comment, '.bz_comment_time');
      if (first) {
        const email = author && mailtoOf(author);
        draft.requester(author && { name: visibleText(author).trim(), ...(email && { email }) }, 'bugzilla:first-comment', undefined, author);
        draft.instant('createdAt', time, 'bugzilla:first-comment');
      }
      draft.message({
        element: comment,
        body,
        author: author && visibleText(author),
        ...(first && { role: 'customer' as const }),
        internal: comment.matches('.bz_private'),
        at: time,
        how: 'bugzilla:bz_comment',
      });
    }
  },
  composer: (root) => shown(root, 'textarea#comment'),
};
