/** What each control of the panel does that moves not the panel itself. The panel has checked that a person did it. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { PanelActions, PanelTab } from '../../components/panel/models.ts';
import type { Clock } from '../../lib/clock.ts';
import { type MessageKind, messageKinds } from '../../lib/documents/message-kinds.ts';
import type { Assessment, Evidence } from '../../lib/guidance/assessment.ts';
import type { CorrectedField } from '../../lib/guidance/corrections.ts';
import { endHandoff } from '../../lib/guidance/escalation-records.ts';
import { askBackground } from '../../lib/messages.ts';
import type { ReadResult } from '../../lib/reader/read-page.ts';
import { changeSettings, type TicketNotes } from '../../lib/storage.ts';
import { translator } from '../../lib/text.ts';
import { documentActions } from './document-actions.ts';
import type { EvidenceMarker } from './show-evidence.ts';
import type { TicketContext } from './ticket-view.ts';

export interface ActionsContext {
  readonly clock: Clock;
  readonly reading: ReadonlySignal<ReadResult | undefined>;
  readonly context: ReadonlySignal<TicketContext | undefined>;
  readonly assessment: ReadonlySignal<Assessment | undefined>;
  readonly tab: Signal<PanelTab>;
  readonly message: Signal<MessageKind>;
  readonly guess: Signal<number | undefined>;
  readonly note: (change: (notes: TicketNotes) => TicketNotes) => void;
  readonly say: (text: string) => void;
  readonly allowApi: (allowed: boolean) => void;
  readonly read: () => void;
  readonly marker: () => EvidenceMarker | undefined;
}

/** The actions that the page loop has at hand itself, since they must work whatever can be loaded. */
export type ActionsAtOnce = Pick<PanelActions, 'onTab' | 'onCollapse' | 'onMove' | 'onResize'>;

export function panelActions(given: ActionsContext): Omit<PanelActions, keyof ActionsAtOnce> {
  const { clock, reading, context, assessment, tab, message, guess, note, say, read, marker } = given;
  const t = (...words: Parameters<ReturnType<typeof translator>>) => translator(context.value?.language ?? 'en')(...words);

  const { copyNotice, ...ofDocuments } = documentActions(given);

  function show(evidence: Evidence): void {
    const places = reading.value?.places;
    if (!places) return;
    const place =
      evidence.kind === 'message'
        ? (places.range(evidence.message, evidence.start, evidence.end) ?? places.message(evidence.message))
        : evidence.kind === 'field'
          ? places.field(evidence.field)
          : evidence.kind === 'count'
            ? places.message(evidence.messages.at(-1) ?? -1)
            : undefined;
    if (!marker()?.show(place)) say(t('said.notFound'));
  }

  const kindOf = (id: string): MessageKind | undefined => messageKinds.find((kind) => kind === id);

  return {
    ...ofDocuments,
    onShow: show,
    onShowField: (field) => show({ kind: 'field', field, text: '' }),
    onMark: (mark, on) => note((notes) => ({ ...notes, marks: { ...notes.marks, [mark]: on } })),
    onStep: (step, done) =>
      note((notes) => ({ ...notes, doneSteps: done ? [...new Set([...notes.doneSteps, step])] : notes.doneSteps.filter((id) => id !== step) })),
    onStepAction: (action, step, role) => {
      if (action === 'open-handoff') tab.value = 'handoff';
      else if (action === 'open-message') {
        message.value = messageOfStep(step) ?? 'acknowledgement';
        tab.value = 'message';
      } else if (action === 'copy-notice') copyNotice(role);
      else show({ kind: 'field', field: 'priority', text: '' });
    },
    onCurrentTier: (currentTier) => note((notes) => ({ ...notes, currentTier })),
    onGuess: (tier) => (guess.value = tier),
    onEditHandoff: (section, text) => note((notes) => ({ ...notes, handoff: withEntry(notes.handoff, section, text) })),
    onMessage: (id) => (message.value = kindOf(id) ?? message.value),
    onEditMessage: (id, text) => note((notes) => ({ ...notes, messages: withEntry(notes.messages, id, text) })),
    onCorrect: (field, value) => {
      note((notes) => ({ ...notes, corrections: withEntry(notes.corrections, field as CorrectedField, value) }));
      read();
    },
    onApi: given.allowApi,
    onEscalated: ({ tier, person, agoMs }) =>
      note((notes) => ({
        ...notes,
        escalations: [
          ...notes.escalations,
          {
            at: new Date(clock.now() - agoMs).toISOString(),
            toTier: tier,
            state: 'escalated',
            source: 'ledger',
            ...(person === undefined ? {} : { person }),
            ...(assessment.value?.currentTier === undefined ? {} : { fromTier: assessment.value.currentTier }),
          },
        ],
      })),
    onNotNow: (reason) =>
      note(({ notNow, ...notes }) =>
        reason === undefined
          ? notes
          : { ...notes, notNow: { ...notNow, at: new Date(clock.now()).toISOString(), tier: assessment.value?.tier ?? 1, reason } },
      ),
    onBounced: (reason) => note((notes) => ({ ...notes, escalations: endHandoff(notes.escalations, 'bounced', reason) })),
    onWithdrawn: () => note((notes) => ({ ...notes, escalations: endHandoff(notes.escalations, 'withdrawn') })),
    onTourEnd: () =>
      void changeSettings({ toured: true }).catch((error: unknown) =>
        say(t('said.notStored', { why: error instanceof Error ? error.message : String(error) })),
      ),
    onPolicyUpdate: () => void askBackground('options.open', { page: 'publish' }),
    onPrivacy: () => void askBackground('options.open', { page: 'privacy' }),
  };

  function messageOfStep(step: string): MessageKind | undefined {
    const template = assessment.value?.steps.find(({ id }) => id === step)?.template;
    return template === undefined ? undefined : kindOf(template);
  }
}

function withEntry<K extends string>(entries: Readonly<Partial<Record<K, string>>>, key: K, value: string | undefined): Record<K, string> {
  const next = { ...entries, [key]: value } as Record<K, string>;
  if (value === undefined) delete next[key];
  return next;
}
