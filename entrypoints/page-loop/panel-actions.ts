/** What each control of the panel does. The panel itself has checked that a person did it. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { PanelActions, PanelTab } from '../../components/panel/models.ts';
import type { Clock } from '../../lib/clock.ts';
import { handoffFooter } from '../../lib/documents/footer.ts';
import { renderHandoff } from '../../lib/documents/handoff-print.ts';
import { type MessageKind, messageKinds } from '../../lib/documents/messages.ts';
import type { Assessment, Evidence } from '../../lib/guidance/assessment.ts';
import { helpdesks } from '../../lib/helpdesks/registry.ts';
import { askBackground } from '../../lib/messages.ts';
import { findComposer, insertText } from '../../lib/reader/insert-text.ts';
import type { ReadResult } from '../../lib/reader/read-page.ts';
import { changeSettings, type SiteSettings, type TicketNotes } from '../../lib/storage.ts';
import { translator } from '../../lib/text.ts';
import type { FieldName } from '../../lib/ticket.ts';
import { type CopyFlavours, copy } from './clipboard.ts';
import type { EvidenceMarker } from './show-evidence.ts';
import { handoffDraft, messageDraft, type TicketContext } from './ticket-view.ts';

export interface ActionsContext {
  readonly clock: Clock;
  readonly reading: ReadonlySignal<ReadResult | undefined>;
  readonly context: ReadonlySignal<TicketContext | undefined>;
  readonly assessment: ReadonlySignal<Assessment | undefined>;
  readonly tab: Signal<PanelTab>;
  readonly message: Signal<MessageKind>;
  readonly guess: Signal<number | undefined>;
  readonly note: (change: (notes: TicketNotes) => TicketNotes) => void;
  readonly place: (change: Partial<SiteSettings>) => void;
  readonly say: (text: string) => void;
  readonly allowApi: (allowed: boolean) => void;
  readonly read: () => void;
  readonly marker: () => EvidenceMarker | undefined;
}

/** Which message each notified role gets. */
const noticeOf: Readonly<Record<string, MessageKind>> = { manager: 'manager', account_manager: 'accountManager' };

export function panelActions(given: ActionsContext): PanelActions {
  const { clock, reading, context, assessment, tab, message, guess, note, place, say, read, marker } = given;
  const t = (...words: Parameters<ReturnType<typeof translator>>) => translator(context.value?.language ?? 'en')(...words);

  function documents() {
    const shown = context.value;
    const judged = assessment.value;
    if (!shown || !judged) return undefined;
    const now = clock.now();
    const draft = handoffDraft(shown, judged, now);
    const footer = draft.toTier === undefined ? undefined : handoffFooter(shown.snapshot, judged, draft.toTier, now);
    return { draft, footer, shown, judged, now };
  }

  async function put(flavours: CopyFlavours): Promise<void> {
    say(t((await copy(flavours)) ? 'said.copied' : 'said.notCopied'));
  }

  function handoffFlavours(): Required<CopyFlavours> | undefined {
    const made = documents();
    if (!made) return undefined;
    const markdown = renderHandoff(made.draft, 'markdown', made.footer);
    return { text: markdown, markdown, html: renderHandoff(made.draft, 'html', made.footer) };
  }

  function messageText(kind: MessageKind): string {
    const made = documents();
    if (!made) return '';
    return made.shown.notes.messages[kind] ?? messageDraft(made.shown, kind, made.judged, made.now).text;
  }

  async function insert(text: string): Promise<void> {
    const root = reading.value?.root;
    if (!root) return;
    const adapter = helpdesks.find(({ id }) => id === reading.value?.snapshot.helpdesk);
    const composer = adapter?.composer?.(root) ?? findComposer(document, root);
    if (composer instanceof HTMLElement && (await insertText(composer, text))) say(t('said.inserted'));
    else say(t((await copy({ text })) ? 'said.notInserted' : 'said.notCopied'));
  }

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
    onTab: (next) => (tab.value = next),
    onCollapse: (collapsed) => {
      if (collapsed) marker()?.clear();
      place({ collapsed });
    },
    onMove: (side) => place({ side }),
    onResize: (width) => place({ width }),
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
      } else if (action === 'copy-notice') void put({ text: messageText(noticeOf[role ?? ''] ?? 'internal') });
      else show({ kind: 'field', field: 'priority', text: '' });
    },
    onCurrentTier: (currentTier) => note((notes) => ({ ...notes, currentTier })),
    onGuess: (tier) => (guess.value = tier),
    onEditHandoff: (section, text) => note((notes) => ({ ...notes, handoff: withEntry(notes.handoff, section, text) })),
    onCopyHandoff: (format) => {
      const made = documents();
      const flavours = handoffFlavours();
      if (!made || !flavours) return;
      void put(format === 'all' ? flavours : { text: format === 'markdown' ? flavours.markdown : renderHandoff(made.draft, 'text', made.footer) });
    },
    onInsertHandoff: () => {
      const made = documents();
      if (made) void insert(renderHandoff(made.draft, 'text', made.footer));
    },
    onSaveHandoff: () => {
      const flavours = handoffFlavours();
      if (flavours) save(`handoff-${context.value?.snapshot.fields.id?.value ?? 'ticket'}.md`, flavours.markdown, () => say(t('said.saved')));
    },
    onPrintHandoff: () => {
      const flavours = handoffFlavours();
      if (flavours) print(flavours.html);
    },
    onMessage: (id) => (message.value = kindOf(id) ?? message.value),
    onEditMessage: (id, text) => note((notes) => ({ ...notes, messages: withEntry(notes.messages, id, text) })),
    onCopyMessage: (id) => {
      const kind = kindOf(id);
      if (kind) void put({ text: messageText(kind) });
    },
    onInsertMessage: (id) => {
      const kind = kindOf(id);
      if (kind) void insert(messageText(kind));
    },
    onCorrect: (field, value) => {
      note((notes) => ({ ...notes, corrections: withEntry(notes.corrections, field as FieldName, value) }));
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
    onBounced: (reason) => note((notes) => ({ ...notes, escalations: ended(notes.escalations, 'bounced', reason) })),
    onWithdrawn: () => note((notes) => ({ ...notes, escalations: ended(notes.escalations, 'withdrawn') })),
    onReadBack: ({ problem, tried, next }) => void put({ text: [problem, tried, next].join('\n') }),
    onTourEnd: () => void changeSettings({ toured: true }),
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

function ended(escalations: TicketNotes['escalations'], state: 'bounced' | 'withdrawn', reason?: string): TicketNotes['escalations'] {
  const last = escalations.at(-1);
  if (last?.state !== 'escalated') return escalations;
  return [...escalations.slice(0, -1), { ...last, state, ...(reason === undefined ? {} : { reason }) }];
}

function save(name: string, text: string, saved: () => void): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  saved();
}

/** Prints by a frame of our own, which the page's styles do not reach; it is gone after printing. */
function print(html: string): void {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  document.documentElement.append(frame);
  const inside = frame.contentDocument;
  if (!inside) return frame.remove();
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  inside.body.append(...parsed.body.childNodes);
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow?.print();
}
