/** Salesforce Service Cloud (Lightning). A console keeps many records in the page; the content script sees the light tree of its synthetic shadow. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, shown } from '../reader/pane.ts';
import { visibleText } from '../reader/page-text.ts';

export const salesforce: Adapter = {
  id: 'salesforce',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^\/lightning\/r\/Case\/([A-Za-z0-9]{15}|[A-Za-z0-9]{18})\/view\/?$/.exec(url.pathname)?.[1],
  root(doc) {
    const panes = allShown(doc, 'one-record-home-flexipage2, .windowViewMode-normal, .windowViewMode-maximized').filter(
      (pane) => pane.querySelector('records-highlights2, records-record-layout-item, .test-id__field-label') !== null,
    );
    const innermost = panes.filter((pane) => !panes.some((other) => other !== pane && pane.contains(other)));
    // Two records side by side: the address does not tell which is meant.
    return innermost.length === 1 ? innermost[0] : undefined;
  },
  read(root, draft) {
    draft.text('subject', shown(root, 'records-highlights2 lightning-formatted-text[slot="primaryField"]'), 'salesforce:primaryField');
    for (const item of allShown(root, 'records-record-layout-item[field-label]')) {
      const label = item.getAttribute('field-label');
      const value = shown(item, '[data-output-element-id="output-field"]');
      if (label === 'Case Number') draft.text('id', value, 'salesforce:field-label');
      // Labels are translated; the general reader knows their words. Only what it would not name is kept here.
      else if (value && visibleText(value).length <= 200) draft.custom(label, value, 'salesforce:field-label');
    }
  },
  composer: (root) => shown(root, '[contenteditable="true"]', 'textarea'),
};
