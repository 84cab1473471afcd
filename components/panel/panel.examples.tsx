/** Named states of the panel. Over 250 lines: it is one list of states with their data. */
import { draftHandoff } from '../../lib/documents/handoff.ts';
import { lintMessage } from '../../lib/documents/lint-message.ts';
import { messageAudience, messageKinds } from '../../lib/documents/message-kinds.ts';
import { draftMessage } from '../../lib/documents/messages.ts';
import { toFieldRows } from '../../lib/guidance/field-rows.ts';
import { assess } from '../../lib/guidance/assess.ts';
import { type Assessment, NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { viewDetails } from '../../lib/guidance/view-details.ts';
import { type ViewContext, toPanelView } from '../../lib/guidance/view.ts';
import type { Policy } from '../../lib/policy/schema.ts';
import { translator } from '../../lib/text.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import type { Example, Examples } from '../ui/example.ts';
import { inExampleLanguage } from '../ui/example-words.ts';
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
  resolved,
} from './example-data.ts';
import { toHandoffModel } from './handoff-model.ts';
import type { HandoffModel, MessagesModel, PanelActions, PanelProps } from './models.ts';
import { InteractivePanel } from './interactive-panel.tsx';
import first from './panel.css?inline';
import later from './panel-later.css?inline';

const css = first + later;

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
  onReturned: nothing,
  onApi: nothing,
  onPolicyUpdate: nothing,
  onReadBack: nothing,
  onTourEnd: nothing,
  onTeachAnswer: nothing,
  onTeachRetry: nothing,
  onReport: nothing,
  onPrivacy: nothing,
};

function handoffOf(assessment: Assessment, snapshot: TicketSnapshot, policy: Policy, language: string): HandoffModel {
  const draft = draftHandoff(snapshot, assessment, policy, { language, now: exampleNow, zone: exampleZone });
  return toHandoffModel(draft, { language, snapshot, policy });
}

function messagesOf(assessment: Assessment, snapshot: TicketSnapshot, policy: Policy, language: string): MessagesModel {
  const t = translator(language);
  const kind = 'acknowledgement';
  const draft = draftMessage(kind, snapshot, assessment, policy, { language, now: exampleNow, zone: exampleZone });
  const text = `${draft.text} ${inExampleLanguage('We guarantee a full refund.', language)}`;
  return {
    choices: messageKinds.map((id) => ({ id, label: t(`message.kind.${id}`), audience: messageAudience[id] })),
    selected: kind,
    text,
    edited: true,
    language: draft.language,
    warnings: [...draft.notes, ...lintMessage(text, { snapshot, policy, kind, language }).map((finding) => finding.says)],
  };
}

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
/** What the shipped policy says of a ticket: more reasons and steps than fit at once. */
const byDefault = (snapshot: TicketSnapshot): Assessment => assess(snapshot, shipped, { marks: {}, history: NO_HISTORY }, exampleNow);

/** The assessment of the ticket in its language, with each quotation where it stands there. */
function assessedIn(assessment: Assessment, snapshot: TicketSnapshot, language: string): Assessment {
  const said = inExampleLanguage(assessment, language);
  return {
    ...said,
    reasons: said.reasons.map((reason) => ({
      ...reason,
      evidence: reason.evidence.map((evidence) => {
        const start = evidence.kind === 'message' ? (snapshot.messages[evidence.message]?.text.indexOf(evidence.text) ?? -1) : -1;
        return evidence.kind === 'message' && start >= 0 ? { ...evidence, start, end: start + evidence.text.length } : evidence;
      }),
    })),
  };
}

interface State {
  readonly assessment?: Assessment | ((snapshot: TicketSnapshot) => Assessment);
  readonly snapshot?: TicketSnapshot;
  readonly context?: Partial<ViewContext>;
  readonly props?: Partial<PanelProps>;
}

function example(
  name: string,
  { assessment: given, snapshot: written = refundTicket, context, props }: State,
  press: readonly string[] = [],
): Example {
  return {
    name,
    press,
    show: (language) => {
      const snapshot = inExampleLanguage(written, language);
      const assessment = typeof given === 'function' ? given(snapshot) : given && assessedIn(given, snapshot, language);
      const view =
        assessment &&
        toPanelView(assessment, {
          language,
          now: exampleNow,
          zone: exampleZone,
          policy: examplePolicy,
          snapshot,
          helpdeskName: 'Zendesk',
          details: viewDetails,
          ...context,
        });
      const policy = context?.policy ?? examplePolicy;
      const fields = assessment && toFieldRows(snapshot, { language, now: exampleNow, zone: exampleZone });
      return (
        <InteractivePanel
          language={language}
          tab="guide"
          collapsed={false}
          side="right"
          width={372}
          on={silent}
          {...(view && { view })}
          {...(assessment && {
            handoff: handoffOf(assessment, snapshot, policy, language),
            messages: messagesOf(assessment, snapshot, policy, language),
          })}
          {...(fields && { fields })}
          {...inExampleLanguage(props, language)}
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
    example('teaching', { assessment: legalThreat, props: { teaching: { label: 'Priority', value: 'Urgent', stage: 'new' } } }),
    example('taught-again', { assessment: legalThreat, props: { teaching: { label: 'Customer tier', value: 'Platinum', stage: 'again' } } }),
    example('legal-threat', { assessment: legalThreat, context: agentsNotes }),
    example('quiet', { assessment: quiet, snapshot: invoiceTicket, context: { helpdeskName: 'Request Tracker' } }),
    example('default-policy', { assessment: byDefault, context: { policy: shipped.policy } }),
    example('handoff', { assessment: legalThreat, context: agentsNotes, props: { tab: 'handoff' } }),
    example('message', { assessment: legalThreat, context: agentsNotes, props: { tab: 'message' } }),
    example('collapsed', { assessment: legalThreat, props: { collapsed: true } }),
    example('collapsed-left', { assessment: overdue, props: { collapsed: true, side: 'left' } }),
    example('check', {
      assessment: legalThreat,
      props: { tab: 'check', api: { allowed: true, refused: false, helpdesk: 'Zendesk', site: 'acme.zendesk.com' } },
    }),
    example('reading', {}),
    example('partly-read', { assessment: { ...partlyRead, notices: [] }, snapshot: { ...refundTicket, fields: readFields, missingMessages: 3 } }),
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
    example('resolved', { assessment: resolved, snapshot: invoiceTicket }),
    example('policy-problem', {
      assessment: quiet,
      snapshot: invoiceTicket,
      props: { policyProblems: ['rules[3].rule: unknown fact `ticket.prority`; did you mean `ticket.priority`?'] },
    }),
    example('policy-waits', { assessment: quiet, snapshot: invoiceTicket, props: { policyWaits: true } }),
    example('new-hire-asked', { assessment: legalThreat, context: { prompting: 'ask' } }),
    example('new-hire-hints', { assessment: legalThreat, context: { prompting: 'hint', ...agentsNotes }, props: { said: 'Copied' } }),
    example('tour', { assessment: quiet, snapshot: invoiceTicket, props: { tour: true } }),
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
