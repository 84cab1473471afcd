/** The handoff draft as the panel shows it: each field with its wording and its source in words. */
import { type HandoffDraft, type HandoffField, type HandoffSource, fieldText } from '../../lib/documents/handoff.ts';
import { renderHandoff } from '../../lib/documents/handoff-print.ts';
import { clockLabels } from '../../lib/rules/fact-words.ts';
import { fieldLabels } from '../../lib/guidance/field-labels.ts';
import { ruleTitle } from '../../lib/guidance/reason-view.ts';
import type { Policy } from '../../lib/policy/schema.ts';
import { translator } from '../../lib/text.ts';
import { listText } from '../../lib/text/format.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import type { HandoffModel, HandoffSection } from './models.ts';

export interface HandoffModelContext {
  /** BCP 47 language of the interface; the document has its own. */
  readonly language: string;
  readonly snapshot: TicketSnapshot;
  readonly policy: Policy;
}

export function toHandoffModel(draft: HandoffDraft, context: HandoffModelContext): HandoffModel {
  return {
    ...(draft.toTier !== undefined && { tier: draft.toTier }),
    // Only the preview wants it.
    get markdown() {
      return renderHandoff(draft, 'markdown');
    },
    sections: draft.fields
      // Without anybody to involve it is no part of the document.
      .filter((field) => field.id !== 'stakeholders' || fieldText(field) !== '' || draft.requires.some((asked) => asked.id === field.id))
      .map((field) => toSection(field, draft, context)),
  };
}

function toSection(field: HandoffField, draft: HandoffDraft, context: HandoffModelContext): HandoffSection {
  const text = fieldText(field);
  const asked = draft.requires.find((entry) => entry.id === field.id);
  const sources = [...field.source, ...(field.items ?? []).flatMap((item) => item.source)];
  const words = sourceWords(sources, context);
  const evidence = sources.filter((source) => source.kind === 'message').filter((source) => source.end > source.start);
  return {
    id: field.id,
    title: asked?.label ?? field.label,
    text,
    long: field.shape !== 'line',
    edited: field.edited,
    required: asked !== undefined,
    filled: asked ? asked.done : text !== '',
    ...(words && { source: words }),
    ...(field.missing && { missing: field.missing }),
    ...(evidence.length > 0 && { evidence }),
  };
}

/** More places than this say no more than "several". */
const placesNamed = 4;

function sourceWords(sources: readonly HandoffSource[], { language, snapshot, policy }: HandoffModelContext): string {
  const t = translator(language);
  const words = sources.map((source) => {
    switch (source.kind) {
      case 'message': {
        const author = snapshot.messages[source.message]?.author;
        const n = source.message + 1;
        return author ? t('handoff.from.messageBy', { n, author }) : t('handoff.from.message', { n });
      }
      case 'field':
        return t(fieldLabels[source.field]);
      case 'rule':
        return ruleTitle(policy, source.rule, source.rule, language);
      case 'clock':
        return t(clockLabels[source.clock]);
      case 'policy':
        return t('handoff.from.policy');
      case 'person':
        return '';
    }
  });
  const named = [...new Set(words)].filter((word) => word !== '');
  return listText(named.length > placesNamed ? [...named.slice(0, placesNamed), '…'] : named, { language });
}
