/**
 * GLPI 10 and 11 on any host, after its templates (templates/components/itilobject). The side panel's values are form controls with the
 * names of the columns; scripts hide most of them behind what they draw.
 */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, attribute, shown } from '../reader/pane.ts';
import { isVisible } from '../reader/visibility.ts';

export const glpi: Adapter = {
  id: 'glpi',
  evidence: { kind: 'facts', date: '2026-11-26' },
  ticketId(url) {
    const id = url.searchParams.get('id');
    return /\/front\/(?:ticket|problem|change)\.form\.php$/.test(url.pathname) && id && /^[1-9]\d*$/.test(id) ? id : undefined;
  },
  root(doc, ticketId) {
    const pane = shown(doc, '#itil-object-container', '.itil-timeline');
    if (!pane) return undefined;
    // An answer that is being changed has a form with a number of its own.
    const shownId =
      doc.querySelector('#itil-form input[name="id"]')?.getAttribute('value') ??
      doc.querySelector('.timeline-item.ITILContent')?.getAttribute('data-items-id') ??
      doc.querySelector('form input[name="id"]')?.getAttribute('value');
    return shownId && shownId !== ticketId ? undefined : (pane.closest('main, [role="main"]') ?? doc.body);
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'glpi:url', 1);
    const side = shown(root, '#itil-data') ?? root;
    const control = (name: string) => side.querySelector(`select${attribute('name', name)}, input${attribute('name', name)}`);
    draft.text('subject', shown(root, '.ITILContent .card-title'), 'glpi:ITILContent');
    draft.status(drawn(control('status')), 'glpi:status');
    draft.text('priority', drawn(control('priority')), 'glpi:priority');
    draft.instant('createdAt', drawn(control('date')), 'glpi:date');
    draft.instant('dueAt', drawn(control('time_to_resolve')), 'glpi:time_to_resolve');
    const actor = (type: string, kind: string) =>
      shown(side, `.actor_entry${attribute('data-actortype', type)}${attribute('data-itemtype', kind)} .actor_text`);
    draft.requester(actor('requester', 'User'), 'glpi:requester');
    draft.text('assignee', actor('assign', 'User'), 'glpi:assign');
    draft.text('group', actor('assign', 'Group'), 'glpi:assign');
    for (const item of allShown(root, '.itil-timeline .timeline-item[data-itemtype]')) {
      const body = shown(item, '.rich_text_container', '.read-only-content');
      if (!body) continue;
      // Who wrote it and when; a second badge tells who changed it last.
      const made = shown(item, '.creator > .badge', '.creator');
      draft.message({
        element: item,
        body,
        author: made && shown(made, '[id^="user_"]', 'a[href*="user.form.php"]'),
        internal: item.matches('.private-item') || item.querySelector('.is-private') !== null,
        at: made?.querySelector('[class*="-clock"]')?.parentElement,
        how: `glpi:${item.getAttribute('data-itemtype')}`,
      });
    }
  },
  composer: (root) => shown(root, '.itil-footer textarea', '[contenteditable="true"]'),
};

/** What a person sees of a control: itself, what select2 draws of a list, or the second input that flatpickr writes the date in. */
function drawn(control: Element | null): Element | undefined {
  const beside = control?.nextElementSibling;
  const instead = beside?.matches('input') ? beside : beside?.querySelector('.select2-selection__rendered');
  return [control, instead].find((one): one is Element => !!one && isVisible(one));
}
