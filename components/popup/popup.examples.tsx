/** Named states of the popup. */
import { pageTranslator } from '../../lib/extension-text.ts';
import { LEDGER_TROUBLES } from '../../lib/ledger/ledger-trouble.ts';
import type { Example, Examples } from '../ui/example.ts';
import { inExampleLanguage } from '../ui/example-words.ts';
import { Popup, type PopupProps } from './popup.tsx';
import css from './popup.css?inline';

const nothing = (): void => undefined;
const base: Omit<PopupProps, 't'> = {
  host: 'help.acme.example',
  enabled: true,
  page: { state: 'ticket', ticket: { id: '48213', subject: 'Refund still missing after two weeks', helpdesk: 'Zammad', tier: 4 } },
  policy: { name: 'Acme support', label: '2026.11.2' },
  deadlines: [
    { key: 'a', tier: 4, title: 'Refund still missing after two weeks', detail: '#48213 · Resolution', countdown: '58 min', state: 'warning' },
    { key: 'b', tier: 2, title: 'Sync fails every night', detail: '#48190 · Update owed', countdown: '2 h 10 m', state: 'calm' },
    { key: 'c', tier: 1, title: '#48240', detail: 'First response', countdown: '2 h 36 m', state: 'calm', snoozed: 'Snoozed until 15:30' },
  ],
  trouble: [],
  onOpen: nothing,
  onSnooze: nothing,
  onPolicy: nothing,
  onEnable: nothing,
  onShow: nothing,
  onOptions: nothing,
  onPrivacy: nothing,
};
const example = (name: string, change: Partial<PopupProps>): Example => ({
  name,
  show: (language) => <Popup {...inExampleLanguage({ ...base, ...change }, language)} t={pageTranslator(language)} />,
});

export const popupExamples: Examples = {
  group: 'popup',
  css,
  mount: 'page',
  widths: [360],
  examples: [
    example('ticket', {}),
    example('late', {
      deadlines: [
        {
          key: 'a',
          tier: 4,
          title: 'Rückerstattung fehlt seit zwei Wochen und niemand antwortet auf meine Nachrichten',
          detail: '#48213 · Resolution',
          countdown: 'overdue by 3 h',
          state: 'late',
        },
      ],
    }),
    example('nothing-open', { deadlines: [] }),
    example('off', { enabled: false, page: { state: 'no-ticket' } }),
    example('no-ticket', { page: { state: 'no-ticket' } }),
    example('reading', { page: { state: 'reading' } }),
    example('unreachable', { host: undefined, enabled: false, page: undefined }),
    example('policy-refused', { trouble: ['rules[3].rule: unknown fact `ticket.prority`; did you mean `ticket.priority`?'] }),
    ...LEDGER_TROUBLES.map((kind) => example(`ledger-${kind}`, { ledgerTrouble: kind, deadlines: [] })),
    example('no-policy', { policy: undefined }),
  ],
};
