/** Reads the fields that somebody pointed at on this site. */
import type { FinishedReading, ReadingContext } from '../reading-draft.ts';
import { startDraft } from '../start-draft.ts';
import { locate } from './locate.ts';
import type { TaughtField } from './taught-field.ts';

/** @param root the pane that shows the ticket */
export function readTaught(taught: readonly TaughtField[], root: Element, context: ReadingContext): FinishedReading {
  const draft = startDraft(context, 'taught');
  for (const field of taught) {
    const element = locate(field, root);
    if (!element) {
      draft.problem(`The taught field "${field.name}" was not found on this page.`);
      continue;
    }
    const how = 'taught';
    if (field.name.startsWith('custom:')) draft.custom(field.name.slice('custom:'.length), element, how);
    else if (field.name === 'status') draft.status(element, how);
    else if (field.name === 'requester') draft.requester(element, how);
    else if (field.name === 'tags') draft.tags([element], how);
    else if (field.name.endsWith('At')) draft.instant(field.name as 'createdAt', element, how);
    else draft.text(field.name as 'id', element, how);
  }
  return draft.finish();
}
