/** Azure DevOps work items: a page of their own or a dialog over a board; hidden copies of the form exist. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';

export const azureDevops: Adapter = {
  id: 'azure-devops',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) =>
    /\/_workitems\/edit\/(\d+)\/?$/.exec(url.pathname)?.[1] ??
    (/\/_(?:boards|backlogs|sprints|workitems|queries)(?:\/|$)/.test(url.pathname)
      ? /^\d+$/.exec(url.searchParams.get('workitem') ?? '')?.[0]
      : undefined),
  root(doc, ticketId) {
    const form = allShown(doc, '.work-item-form-header, .work-item-form').find((header) =>
      new RegExp(`(?:^|\\D)${ticketId}(?:\\D|$)`).test(visibleText(header, { atMost: 400 })),
    );
    return form && (form.closest('[role="dialog"], .work-item-form-page, .work-item-form, main, [role="main"]') ?? doc.body);
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'azure:url', 1);
    draft.text('subject', shown(root, '.work-item-title-textfield input', '.work-item-form-title input'), 'azure:work-item-title');
    draft.tags(allShown(root, '.work-item-tag-picker .bolt-pill-content'), 'azure:tag-picker');
  },
  composer: (root) => shown(root, '[contenteditable="true"]'),
};
