/** Prints a handoff draft in the form of its template: Markdown, plain text, or the HTML flavour of the clipboard. */
import { localize, translator } from '../text.ts';
import { defaultTemplates } from '../policy/default-templates.ts';
import type { HandoffDraft, HandoffField } from './handoff.ts';
import type { HandoffFieldId } from './handoff-fields.ts';
import { withHandoffPlaces } from './handoff-places.ts';
import { escapeHtml, printMarkup, type DocumentTarget, type MarkupData, type OwnText } from './markup.ts';

/**
 * The document as text for a target. Unfilled fields print their placeholder, so that a gap is seen.
 * @param footer one line of `handoffFooter`, put at the end.
 */
export function renderHandoff(draft: HandoffDraft, target: DocumentTarget, footer?: string): string {
  const data = documentData(draft);
  let printed = printMarkup(draft.template, data, target);
  // A template that passed its check can still print too much for this one ticket.
  if (!printed.ok) printed = printMarkup(withHandoffPlaces(localize(defaultTemplates.handoff, draft.language)), data, target);
  const text = printed.ok ? printed.text : '';
  if (footer === undefined) return text;
  return target === 'html' ? `${text}\n<p>${escapeHtml(footer)}</p>` : `${text}\n${footer}\n`;
}

function documentData(draft: HandoffDraft): MarkupData {
  const t = translator(draft.language);
  const find = (id: HandoffFieldId): HandoffField | undefined => draft.fields.find((field) => field.id === id);
  const value = (id: HandoffFieldId): string | OwnText => {
    const field = find(id);
    return field?.value ?? { own: field?.placeholder ?? '' };
  };
  const list = (id: HandoffFieldId, empty: readonly MarkupData[], more: readonly string[] = []): readonly MarkupData[] => {
    const texts = [...(find(id)?.items ?? []).map((item) => item.text), ...more];
    return texts.length > 0 ? texts.map((text, index) => ({ n: index + 1, text })) : empty.map((item, index) => ({ n: index + 1, ...item }));
  };
  const at: OwnText = { own: t('doc.place.at') };
  const own = (key: 'contact' | 'action' | 'trigger' | 'tried' | 'nextSteps' | 'attachments'): OwnText => ({ own: t(`doc.place.${key}`) });
  const timeline = find('timeline')?.items ?? [];
  const people = find('stakeholders')?.value;
  return {
    ticketId: value('ticketId'),
    customer: value('customer'),
    priority: value('priority'),
    escalatingTo: value('escalatingTo'),
    reason: value('reason'),
    summary: value('summary'),
    sentiment: value('sentiment'),
    expectation: value('expectation'),
    stakeholders: people ?? '',
    timeline:
      timeline.length > 0
        ? timeline.map((item, index) => ({ n: index + 1, at: item.at ?? at, label: item.label ?? '', text: item.text }))
        : [
            { n: 1, at, label: t('doc.timeline.contact'), text: own('contact') },
            { n: 2, at, label: t('doc.timeline.action'), text: own('action') },
            { n: 3, at, label: t('doc.timeline.trigger'), text: own('trigger') },
          ],
    tried: list('tried', [{ text: own('tried') }, { text: own('tried') }, { text: own('tried') }]),
    nextSteps: list(
      'nextSteps',
      [{ text: own('nextSteps') }, { text: own('nextSteps') }],
      people === undefined ? [] : [t('doc.involve', { people })],
    ),
    attachments: list('attachments', [{ text: own('attachments') }]),
  };
}
