/** Leaves a person's words on the page when this copy of the extension is cut off and could not store them. */
import { render } from 'preact';
import laterStyles from '../../components/panel/panel-later.css?inline';
import { Rescued, type RescuedText } from '../../components/panel/rescued.tsx';
import { messageKinds } from '../../lib/documents/message-kinds.ts';
import type { TicketNotes } from '../../lib/storage.ts';
import { translator } from '../../lib/text.ts';
import { copy } from './clipboard.ts';
import { mountPanelHost } from './panel-host.ts';

/** Everything that a person typed, each text once. @param titles of the handoff's sections by their id */
export function rescuedTexts(all: readonly TicketNotes[], titles: ReadonlyMap<string, string>, language: string): RescuedText[] {
  const t = translator(language);
  const texts = new Map<string, string>();
  for (const { handoff, messages } of all) {
    for (const [id, text] of Object.entries(handoff)) if (text.trim()) texts.set(text, titles.get(id) ?? t('panel.handoff'));
    for (const kind of messageKinds) if (messages[kind]?.trim()) texts.set(messages[kind], t(`message.kind.${kind}`));
  }
  return [...texts].map(([text, label]) => ({ label, text }));
}

/** Shows them on the other side, since a newer copy of the extension may come to the usual one. Nothing to show: nothing happens. */
export function showRescuedTexts(document: Document, texts: readonly RescuedText[], language: string, side: 'left' | 'right'): void {
  if (!texts.length) return;
  const host = mountPanelHost(document, 'rescue');
  host.restyle(laterStyles);
  render(
    <Rescued
      language={language}
      side={side}
      texts={texts}
      onCopy={(text) => void copy({ text })}
      onClose={() => {
        render(null, host.container);
        host.element.remove();
      }}
    />,
    host.container,
  );
}
