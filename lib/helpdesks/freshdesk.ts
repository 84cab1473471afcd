/** Freshdesk's agent pages. Ember application with test ids; times are printed in the agent's language, the exact one in a tooltip. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, attribute, onlyPane, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';
import type { ReadingDraft } from '../reader/reading-draft.ts';

const testId = (name: string, operator: '=' | '^=' = '=') => attribute('data-test-id', name, operator);
const selected = '.ember-power-select-selected-item';

export const freshdesk: Adapter = {
  id: 'freshdesk',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /\/(?:a|helpdesk)\/tickets\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  root(doc, ticketId) {
    const pane = shown(doc, '.ticket-details-wrapper', '#ticket-details') ?? onlyPane(doc);
    // The title is set with the ticket; another number means that the page before is still up.
    const titled =
      /^\[#(\d+)\]/.exec(doc.title)?.[1] ?? visibleText(shown(doc, '.breadcrumb__item.active') ?? doc.createElement('i')).replace(/\D/g, '');
    return titled && titled !== ticketId ? undefined : (pane?.closest('main, [role="main"]') ?? pane?.parentElement ?? pane);
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'freshdesk:url', 1);
    draft.text('subject', shown(root, '.sentiment-ticket-heading', '.ticket-subject-heading'), 'freshdesk:ticket-subject-heading');
    draft.status(property(root, 'status'), 'freshdesk:tkt-properties-status');
    draft.text('priority', property(root, 'priority'), 'freshdesk:priority');
    draft.text('group', property(root, 'Group'), 'freshdesk:group');
    draft.text('assignee', property(root, 'Agent'), 'freshdesk:agent');
    const tags = allShown(root, '.ticket-tags ul li .tag-options');
    draft.tags(tags, 'freshdesk:ticket-tags');
    const name = shown(root, `${testId('requester-info-contact-name')} .info-details-content`);
    const mail = shown(root, `${testId('requester-info-contact-email')} .info-details-content`);
    if (name) draft.requester(mail ? `${visibleText(name)} <${visibleText(mail)}>` : name, 'freshdesk:requester-info', undefined, name);
    draft.text(
      'organization',
      shown(root, `${testId('requester-info-company-name')} .info-details-content`, '.company-info a'),
      'freshdesk:requester-info-company',
    );
    for (const field of allShown(root, testId('tkt-properties-cf_', '^=')))
      draft.custom(shown(field, '.label-field', 'label'), shown(field, selected, 'input', 'textarea'), 'freshdesk:custom-field');
    for (const entry of allShown(root, `${testId('conversation-wrapper')}, .ticket-details__item`)) readMessage(entry, draft);
  },
  composer: (root) => shown(root, '.fr-element.fr-view[contenteditable]'),
};

function property(root: Element, name: string): Element | undefined {
  const field = shown(root, testId(`tkt-properties-${name}`), testId(name));
  return field && shown(field, selected);
}

function readMessage(entry: Element, draft: ReadingDraft): void {
  if (entry.parentElement?.closest(`${testId('conversation-wrapper')}, .ticket-details__item`)) return;
  const body = shown(entry, '[data-test-conversation="conversation-text"]', testId('conversation-content-wrapper'), '.ticket_note');
  if (!body) return;
  const classes = [entry, ...entry.querySelectorAll('[class]')]
    .slice(0, 40)
    .map((e) => e.getAttribute('class') ?? '')
    .join(' ');
  const internal = /private-?note/i.test(classes);
  const role =
    internal || entry.querySelector('[data-test-is-agent="true"], [data-test-is-agent=""]')
      ? 'agent'
      : /requestor/i.test(classes)
        ? 'customer'
        : undefined;
  draft.message({
    element: entry,
    body,
    author: shown(entry, testId('user-name')),
    ...(role && { role }),
    internal,
    at: shown(entry, '.timeago-units', testId('time-info'), testId('time-ago')),
    how: 'freshdesk:conversation-wrapper',
  });
}
