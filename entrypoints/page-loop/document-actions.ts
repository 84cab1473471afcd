/** What the controls do that copy, insert, print or save. The panel itself has checked that a person used them. */
import type { PanelActions } from '../../components/panel/models.ts';
import { readFooter } from '../../lib/documents/footer.ts';
import { type MessageKind, messageKinds, noticeFor } from '../../lib/documents/message-kinds.ts';
import { readBackId, returnHandoff } from '../../lib/guidance/escalation-records.ts';
import { bounceReasons } from '../../lib/guidance/escalation-reasons.ts';
import { helpdesks } from '../../lib/helpdesks/registry.ts';
import { findComposer, insertText } from '../../lib/reader/insert-text.ts';
import { readingReport } from '../../lib/reader/reading-report.ts';
import { translator } from '../../lib/text.ts';
import { type CopyFlavours, copy } from './clipboard.ts';
import type { ActionsContext } from './panel-actions.ts';
import { messageText, printedHandoff } from './ticket-documents.ts';

export interface DocumentActions
  extends Pick<
    PanelActions,
    | 'onCopyHandoff'
    | 'onInsertHandoff'
    | 'onSaveHandoff'
    | 'onPrintHandoff'
    | 'onCopyMessage'
    | 'onInsertMessage'
    | 'onReturned'
    | 'onReadBack'
    | 'onReport'
  > {
  /** Copies the message that tells a role of the escalation. */
  readonly copyNotice: (role: string | undefined) => void;
}

export function documentActions(given: ActionsContext): DocumentActions {
  const { clock, reading, context, assessment, note, say } = given;
  const t = (...words: Parameters<ReturnType<typeof translator>>) => translator(context.value?.language ?? 'en')(...words);

  async function put(flavours: CopyFlavours): Promise<void> {
    say(t((await copy(flavours)) ? 'said.copied' : 'said.notCopied'));
  }

  function handoffAs(format: 'text' | 'markdown' | 'html'): string | undefined {
    const shown = context.value;
    const judged = assessment.value;
    return shown && judged && printedHandoff(shown, judged, clock.now(), format);
  }

  function handoffFlavours(): Required<CopyFlavours> | undefined {
    const [markdown, html] = [handoffAs('markdown'), handoffAs('html')];
    return markdown === undefined || html === undefined ? undefined : { text: markdown, markdown, html };
  }

  function wordsOf(kind: MessageKind): string {
    const shown = context.value;
    const judged = assessment.value;
    return shown && judged ? messageText(shown, kind, judged, clock.now()) : '';
  }

  async function insert(text: string): Promise<void> {
    const root = reading.value?.root;
    if (!root) return;
    // Loaded: the page was read by it.
    const adapter = helpdesks.find(({ id }) => id === reading.value?.snapshot.helpdesk)?.adapter.take();
    const composer = adapter?.composer?.(root) ?? findComposer(document, root);
    if (composer instanceof HTMLElement && (await insertText(composer, text))) say(t('said.inserted'));
    else say(t((await copy({ text })) ? 'said.notInserted' : 'said.notCopied'));
  }

  const received = () => (context.value ? readFooter(context.value.snapshot)?.footer : undefined);
  const kindOf = (id: string): MessageKind | undefined => messageKinds.find((kind) => kind === id);

  return {
    copyNotice: (role) => void put({ text: wordsOf(noticeFor(role)) }),
    onCopyHandoff: (format) => {
      const flavours = handoffFlavours();
      if (!flavours) return;
      void put(format === 'all' ? flavours : { text: handoffAs(format) ?? '' });
    },
    onInsertHandoff: () => {
      const text = handoffAs('text');
      if (text !== undefined) void insert(text);
    },
    onSaveHandoff: () => {
      const flavours = handoffFlavours();
      if (flavours)
        save(`handoff-${context.value?.snapshot.fields.id?.value ?? 'ticket'}.md`, 'text/markdown', flavours.markdown, () => say(t('said.saved')));
    },
    onPrintHandoff: () => {
      const flavours = handoffFlavours();
      if (flavours) print(flavours.html);
    },
    onCopyMessage: (id) => {
      const kind = kindOf(id);
      if (kind) void put({ text: wordsOf(kind) });
    },
    onInsertMessage: (id) => {
      const kind = kindOf(id);
      if (kind) void insert(wordsOf(kind));
    },
    onReturned: (reason) => {
      const footer = received();
      if (footer) note((notes) => ({ ...notes, escalations: returnHandoff(notes.escalations, footer, reason) }));
      void put({ text: t('received.returned', { reason: t(bounceReasons[reason]) }) });
    },
    onReadBack: ({ problem, tried, next }) => {
      const footer = received();
      if (footer) note((notes) => ({ ...notes, doneSteps: [...new Set([...notes.doneSteps, readBackId(footer)])] }));
      const lines = [`${t('received.note.problem')}: ${problem}`, `${t('received.tried')}: ${tried}`, `${t('received.note.next')}: ${next}`];
      void put({ text: [t('received.readBack'), ...lines.map((line) => `- ${line}`)].join('\n') });
    },
    onReport: () => {
      const shown = context.value;
      if (shown)
        save(
          `handrail-reading-${shown.snapshot.helpdesk}.json`,
          'application/json',
          `${JSON.stringify(readingReport(shown.snapshot), null, 2)}\n`,
          () => say(t('said.saved')),
        );
    },
  };
}

function save(name: string, type: string, text: string, saved: () => void): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
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
