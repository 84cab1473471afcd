/** HappyFox: address and custom fields are known; the general reader does the rest. */
import type { Adapter } from '../reader/helpdesk.ts';
import { allShown, onlyPane, shown } from '../reader/pane.ts';

export const happyfox: Adapter = {
  id: 'happyfox',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId: (url) => /^\/staff\/ticket\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  root: (doc) => onlyPane(doc),
  read(root, draft) {
    // `{category}: {subject} - #{ID} - ...`: the number people use differs from the one in the address.
    const titled = /^[^:]+: (.+) - #(\S+) - /.exec(root.ownerDocument.title);
    draft.text('id', titled?.[2], 'happyfox:title');
    draft.text('subject', titled?.[1], 'happyfox:title');
    for (const label of allShown(root, 'label.hf-custom-field_label')) {
      const value = label.parentElement && shown(label.parentElement, '.hf-custom-field_value');
      draft.custom(label, value, 'happyfox:hf-custom-field');
    }
  },
  composer: (root) => shown(root, '.ProseMirror[contenteditable="true"]'),
};
