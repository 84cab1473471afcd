/** Named states of the panel. */
import { toFieldRows } from '../../lib/guidance/field-rows.ts';
import { assess } from '../../lib/guidance/assess.ts';
import { type Assessment, NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { type ViewContext, toPanelView } from '../../lib/guidance/view.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import type { Example, Examples } from '../ui/example.ts';
import {
  exampleNow,
  examplePolicy,
  exampleZone,
  handedOver,
  invoiceTicket,
  legalThreat,
  overdue,
  partlyRead,
  quiet,
  refundTicket,
} from './example-data.ts';
import type { HandoffModel, MessagesModel, PanelActions, PanelProps } from './models.ts';
import { InteractivePanel } from './interactive-panel.tsx';
import css from './panel.css?inline';

const nothing = (): void => undefined;
const silent: PanelActions = {
  onTab: nothing,
  onCollapse: nothing,
  onMove: nothing,
  onResize: nothing,
  onShow: nothing,
  onMark: nothing,
  onStep: nothing,
  onStepAction: nothing,
  onCurrentTier: nothing,
  onGuess: nothing,
  onEditHandoff: nothing,
  onCopyHandoff: nothing,
  onInsertHandoff: nothing,
  onSaveHandoff: nothing,
  onPrintHandoff: nothing,
  onMessage: nothing,
  onEditMessage: nothing,
  onCopyMessage: nothing,
  onInsertMessage: nothing,
  onCorrect: nothing,
  onTeach: nothing,
  onShowField: nothing,
  onEscalated: nothing,
  onNotNow: nothing,
  onBounced: nothing,
  onWithdrawn: nothing,
  onReadBack: nothing,
  onTourEnd: nothing,
  onPrivacy: nothing,
};

const markdown = `# Escalation Handoff Document

## Ticket Information
- **Ticket ID**: 48213
- **Customer**: Mai Tran / Sao Viet Retail (Enterprise)
- **Priority**: High
- **Escalating To**: Tier 4, Management
- **Escalation Reason**: Legal or regulatory

## Issue Summary
Refund of $480 for order 7781 has not arrived.
I will speak to my lawyer.

## Timeline
- 20 Nov 16:50 - Initial contact: refund missing
- 20 Nov 17:32 - Action taken: bank trace requested
- 23 Nov 14:22 - Escalation triggered: "my lawyer"`;

const handoff: HandoffModel = {
  tier: 4,
  markdown,
  sections: [
    {
      id: 'summary',
      title: 'Issue summary',
      long: true,
      text: 'Refund of $480 for order 7781 has not arrived.',
      edited: false,
      required: true,
      filled: true,
      source: 'messages 1 and 3 by Mai Tran',
      evidence: [{ kind: 'message', message: 0, start: 0, end: 20, text: 'Refund of $480' }],
    },
    { id: 'timeline', title: 'Full timeline', long: true, text: '…', edited: true, required: true, filled: true },
    {
      id: 'tried',
      title: 'What has been tried',
      long: true,
      text: '',
      edited: false,
      required: true,
      filled: false,
      missing: 'No agent message tells what was done.',
    },
    {
      id: 'expectation',
      title: 'Customer expectation',
      long: true,
      text: '',
      edited: false,
      required: true,
      filled: false,
      missing: 'The customer makes no explicit request.',
    },
    {
      id: 'sentiment',
      title: 'Customer sentiment',
      long: true,
      text: 'Threatening',
      edited: false,
      required: false,
      filled: true,
      source: 'message 3 by Mai Tran',
    },
    {
      id: 'attachments',
      title: 'Attachments',
      long: true,
      text: 'invoice-7781.pdf',
      edited: false,
      required: false,
      filled: true,
      source: 'message 1',
    },
  ],
};

/** Nobody asks for an escalation, so nothing is required. */
const noHandoff: HandoffModel = { markdown, sections: handoff.sections.map((section) => ({ ...section, required: false })) };

const messages: MessagesModel = {
  choices: [
    { id: 'acknowledgement', label: 'Escalation acknowledgement', audience: 'customer' },
    { id: 'internal', label: 'Internal handoff', audience: 'colleague' },
    { id: 'manager', label: 'Manager notification', audience: 'colleague' },
  ],
  selected: 'acknowledgement',
  text: 'I’ve escalated your case to our Management team who specializes in legal matters. They’ll be reaching out within 1 hour. Your case reference is 48213.',
  edited: true,
  language: 'en',
  warnings: ['“1 hour” is a promise that the policy does not make.', 'The customer’s name does not appear.'],
};

const longSubject =
  'Überweisungsrückerstattungsbestätigung fehlt: ' + 'the refund that was promised on the phone has still not arrived on our account '.repeat(3);
const wordy: TicketSnapshot = {
  ...refundTicket,
  fields: { ...refundTicket.fields, subject: { ...refundTicket.fields.subject!, value: longSubject } },
  missingMessages: 4,
};
const wordyThreat: Assessment = {
  ...legalThreat,
  reasons: [
    {
      ...legalThreat.reasons[0]!,
      evidence: [
        {
          kind: 'message',
          message: 2,
          start: 0,
          end: 10,
          text: 'if this is not settled by the end of the week I will have no other choice than to hand everything over to my lawyer, and https://averylongaddresswithoutanybreak.example/complaints/2026/11/23/48213 will follow',
        },
      ],
    },
    ...legalThreat.reasons.slice(1),
  ],
};

const loading = loadPolicy(defaultPolicy, { kind: 'built-in' }, exampleNow);
if (!loading.ok) throw new Error('The default policy does not load.');
const shipped = loading.loaded;
/** What the shipped policy says of the same ticket: more reasons and steps than fit at once. */
const byDefault = assess(refundTicket, shipped, { marks: {}, history: NO_HISTORY }, exampleNow);

interface State {
  readonly assessment?: Assessment;
  readonly snapshot?: TicketSnapshot;
  readonly context?: Partial<ViewContext>;
  readonly props?: Partial<PanelProps>;
}

function example(name: string, { assessment, snapshot = refundTicket, context, props }: State, press: readonly string[] = []): Example {
  return {
    name,
    press,
    show: (language) => {
      const view =
        assessment &&
        toPanelView(assessment, {
          language,
          now: exampleNow,
          zone: exampleZone,
          policy: examplePolicy,
          snapshot,
          helpdeskName: 'Zendesk',
          ...context,
        });
      const fields = assessment && toFieldRows(snapshot, { language, now: exampleNow, zone: exampleZone });
      return (
        <InteractivePanel
          language={language}
          tab="guide"
          collapsed={false}
          side="right"
          width={372}
          handoff={handoff}
          messages={messages}
          on={silent}
          {...(view && { view })}
          {...(fields && { fields })}
          {...props}
        />
      );
    },
  };
}

const agentsNotes = { marks: { exception: true }, doneSteps: ['acknowledge'] };
const { priority: _priority, createdAt: _createdAt, ...readFields } = refundTicket.fields;

export const panelExamples: Examples = {
  group: 'panel',
  css,
  mount: 'shadow',
  widths: [1100, 320],
  examples: [
    example('legal-threat', { assessment: legalThreat, context: agentsNotes }),
    example('quiet', { assessment: quiet, snapshot: invoiceTicket, context: { helpdeskName: 'Request Tracker' }, props: { handoff: noHandoff } }),
    example('default-policy', { assessment: byDefault, context: { policy: shipped.policy } }),
    example('handoff', { assessment: legalThreat, context: agentsNotes, props: { tab: 'handoff' } }),
    example('message', { assessment: legalThreat, context: agentsNotes, props: { tab: 'message' } }),
    example('collapsed', { assessment: legalThreat, props: { collapsed: true } }),
    example('collapsed-left', { assessment: overdue, props: { collapsed: true, side: 'left' } }),
    example('check', { assessment: legalThreat, props: { tab: 'check' } }),
    example('reading', {}),
    example('partly-read', { assessment: partlyRead, snapshot: { ...refundTicket, fields: readFields, missingMessages: 3 } }),
    example('overdue', { assessment: overdue, context: agentsNotes }),
    example('handed-over', {
      assessment: handedOver,
      context: { escalations: [{ at: '2026-11-23T16:02:00+07:00', fromTier: 1, toTier: 4, state: 'escalated', source: 'ledger' }] },
    }),
    example('bounced-back', {
      assessment: legalThreat,
      context: {
        escalations: [{ at: '2026-11-23T16:02:00+07:00', fromTier: 1, toTier: 4, state: 'bounced', reason: 'missing-information', source: 'ledger' }],
      },
    }),
    example('not-now', { assessment: legalThreat, context: { notNow: { tier: 4, reason: 'waiting-for-customer' } } }),
    example('which-tier', { assessment: { ...legalThreat, verdict: 'unknown-tier' } }),
    example('above', { assessment: { ...quiet, currentTier: 3, verdict: 'above' }, snapshot: invoiceTicket }),
    example('resolved', { assessment: { ...quiet, verdict: 'resolved' }, snapshot: invoiceTicket }),
    example('policy-problem', {
      assessment: quiet,
      snapshot: invoiceTicket,
      props: { policyProblems: ['rules[3].rule: unknown fact `ticket.prority`; did you mean `ticket.priority`?'] },
    }),
    example('new-hire-asked', { assessment: legalThreat, context: { prompting: 'ask' } }),
    example('new-hire-hints', { assessment: legalThreat, context: { prompting: 'hint', ...agentsNotes }, props: { said: 'Copied' } }),
    example('tour', { assessment: quiet, snapshot: invoiceTicket, props: { tour: true, handoff: noHandoff } }),
    example('received', {
      assessment: { ...legalThreat, verdict: 'already-there', currentTier: 4 },
      props: {
        received: {
          title: 'Handed over to Management, today 16:02',
          lines: ['from Frontline', 'because of: Legal or regulatory', 'Resolution: 84 % used'],
          message: 2,
        },
      },
    }),
    example('rule-open', { assessment: legalThreat, context: agentsNotes }, ['.why .detail', '.unfired summary', '.clock:last-child .head']),
    example('escalated-form', { assessment: legalThreat, context: agentsNotes }, ['.flow .button']),
    example('not-now-form', { assessment: legalThreat, context: agentsNotes }, ['.flow .button:last-child']),
    example(
      'read-back-form',
      { assessment: legalThreat, props: { received: { title: 'Handed over to Management, today 16:02', lines: ['from Frontline'], message: 2 } } },
      ['.received .button'],
    ),
    example('handoff-edit', { assessment: legalThreat, props: { tab: 'handoff' } }, ['.parts li:first-child > .link', '.more summary']),
    example('correct-field', { assessment: legalThreat, props: { tab: 'check' } }, ['.fields > div:nth-child(10) .link:last-child']),
    example('long-texts', { assessment: wordyThreat, snapshot: wordy, context: agentsNotes, props: { side: 'left', width: 296 } }),
  ],
};
