/** Zendesk Agent Workspace, by its test ids. Several tickets are mounted at once; only the pane of the address counts. */
import type { Adapter } from '../reader/helpdesk.ts';
import { visibleText } from '../reader/page-text.ts';
import { isVisible } from '../reader/visibility.ts';
import type { ReadingDraft } from '../reader/reading-draft.ts';
import type { Role, StatusKind } from '../ticket.ts';

const byTestId = (name: string): string => `[data-test-id="${name}"]`;
const pane = '.ticket-panes-grid-layout';
const comment = byTestId('omni-log-comment-item');

/** Zendesk's own status words; custom statuses have other words and are read by the word alone. */
const statusKinds: Readonly<Record<string, StatusKind>> = {
  new: 'new',
  open: 'open',
  pending: 'pending',
  hold: 'pending',
  'on-hold': 'pending',
  solved: 'resolved',
  closed: 'closed',
};
const bubbleRoles: Readonly<Record<string, { readonly role: Role; readonly internal: boolean }>> = {
  'end-user': { role: 'customer', internal: false },
  agent: { role: 'agent', internal: false },
  internal: { role: 'agent', internal: true },
};

export const zendesk: Adapter = {
  id: 'zendesk',
  evidence: { kind: 'facts', date: '2025-08-22' },
  ticketId: (url) => (url.hostname.endsWith('.zendesk.com') ? /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1] : undefined),
  root(doc, ticketId) {
    for (const marked of doc.querySelectorAll(`[data-side-conversations-anchor-id="${ticketId}"], [data-ticket-id="${ticketId}"]`)) {
      const whole = marked.closest(pane) ?? marked;
      if (isVisible(whole) && whole.querySelector(byTestId('omni-log-container'))) return whole;
    }
    const active = doc.querySelector(`${pane}[data-is-active="true"]`);
    // The selected tab names the ticket of the active pane; while it names another one, the new pane is not drawn yet.
    const selected = doc.querySelector(`${byTestId('header-tab')}[data-entity-is-selected="true"], ${byTestId('header-tab')}[data-selected="true"]`);
    return active?.querySelector(byTestId('omni-log-container')) && selected?.getAttribute('data-entity-id') === ticketId ? active : undefined;
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'zendesk:url', 1);
    draft.text('subject', first(root, [byTestId('omni-header-subject'), byTestId('ticket-pane-subject')]), 'zendesk:omni-header-subject');
    draft.text('priority', chosen(root, 'ticket-fields-priority-select'), 'zendesk:ticket-fields-priority-select');
    readStatus(root, draft);
    draft.requester(
      first(root, [
        `${byTestId('ticket-system-field-requester-select')} [data-garden-id="typography.ellipsis"]`,
        byTestId('ticket-system-field-requester-select'),
        byTestId('tabs-nav-item-users'),
      ]),
      'zendesk:requester',
    );
    draft.text(
      'organization',
      first(root, [byTestId('ticket-system-field-organization-value'), byTestId('tabs-nav-item-organizations')]),
      'zendesk:organization',
    );
    draft.text('assignee', first(root, [byTestId('assignee-field-selected-agent-tag')]), 'zendesk:assignee-field');
    draft.text('group', first(root, [byTestId('assignee-field-selected-group-tag')]), 'zendesk:assignee-field');
    draft.tags([...root.querySelectorAll(byTestId('ticket-system-field-tags-item-selected'))], 'zendesk:ticket-system-field-tags');
    readCustomFields(root, draft);
    for (const badge of root.querySelectorAll('[data-test-id^="sla-policy-"]'))
      draft.nativeSla(badge.getAttribute('aria-label') ?? badge, badge.querySelector('time') ?? badge, 'zendesk:sla-policy');
    for (const entry of root.querySelectorAll(comment)) readComment(entry, draft);
    if (root.querySelector(byTestId('convolog-show-more-button'))) draft.missing('some');
  },
  async api(ticketId, get) {
    const [ticket, comments] = await Promise.all([
      get(`/api/v2/tickets/${ticketId}.json?include=users,organizations`),
      get(`/api/v2/tickets/${ticketId}/comments.json?include=users`),
    ]);
    const { readZendeskTicket } = await import('./api/zendesk-ticket.ts');
    return readZendeskTicket(ticket, comments);
  },
  composer: (root) =>
    root.querySelector(
      `${byTestId('omnicomposer-rich-text-ckeditor')}[contenteditable="true"], ${byTestId('omnicomposer-rich-text-ckeditor')} [contenteditable="true"], ${byTestId('omnicomposer-plain-text-ckeditor')}`,
    ) ?? undefined,
};

function first(root: Element, selectors: readonly string[]): Element | undefined {
  for (const selector of selectors) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  return undefined;
}

function chosen(root: Element, field: string): Element | undefined {
  return root.querySelector(`${byTestId(field)} [data-garden-id="dropdowns.combobox.value"]`) ?? undefined;
}

function readStatus(root: Element, draft: ReadingDraft): void {
  const badge = root.querySelector('[data-test-id^="status-badge-"]');
  const name = badge?.getAttribute('data-test-id')?.slice('status-badge-'.length) ?? '';
  const shown = badge ?? first(root, [byTestId('ticket-fields-status-view'), '.ticket_status_label']);
  draft.status(shown, 'zendesk:status-badge', statusKinds[name]);
}

function readCustomFields(root: Element, draft: ReadingDraft): void {
  for (const field of root.querySelectorAll('[data-test-id^="ticket-form-field-"]')) {
    const label = field.querySelector('label, [data-garden-id="forms.input_label"]');
    const value = field.querySelector('[data-garden-id="dropdowns.combobox.value"]') ?? field.querySelector('input:not([type=hidden]), textarea');
    if (label && value) draft.custom(label, value, 'zendesk:ticket-form-field');
  }
}

function readComment(entry: Element, draft: ReadingDraft): void {
  const bubble = entry.querySelector(byTestId('omni-log-item-message'));
  const body = entry.querySelector(byTestId('omni-log-message-content')) ?? bubble;
  if (!body) return;
  const noted = entry.querySelector(byTestId('omni-log-internal-note-tag')) !== null;
  const known = noted ? bubbleRoles.internal : bubbleRoles[bubble?.getAttribute('type') ?? ''];
  // What a trigger or an integration wrote is nobody's answer.
  const byMachine = /trigger|automation|system/i.test(body.getAttribute('data-originated-from') ?? '');
  draft.message({
    element: entry,
    body,
    author: entry.querySelector(byTestId('omni-log-item-sender')),
    ...(byMachine ? { role: 'system' as const, roleSure: 0.9, internal: known?.internal ?? false } : known ? { ...known, roleSure: 0.98 } : {}),
    at: entry.querySelector('time[data-test-id^="timestamp-"]') ?? entry.querySelector('time'),
    attachments: [...entry.querySelectorAll(byTestId('attachment-thumbnail'))].map((file) => visibleText(file)).filter(Boolean),
    how: 'zendesk:omni-log-comment-item',
  });
}
